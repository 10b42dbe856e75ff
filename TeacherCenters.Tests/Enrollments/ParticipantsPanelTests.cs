using Bunit;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Enrollments;

public sealed class ParticipantsPanelTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private Center _center = null!;
    private TrainingEvent _event = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        _center = A.Center();
        await _store.AddAsync(_center);
        _event = A.Event(_center, capacity: 2);
        await _store.AddAsync(_event);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task An_empty_event_offers_the_first_step()
    {
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));

        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, _event.Id));

        panel.WaitForAssertion(() => Assert.Contains("Участников пока нет", panel.Markup, StringComparison.Ordinal));
        Assert.Contains($"/events/{_event.Id}/import", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Занято мест: 0 из 2", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_completed_event_says_who_studied_and_completed_and_no_seats()
    {
        var of = A.Event(_center, EventStatus.Completed, capacity: 24, starts: A.Today.AddDays(-20));
        var people = new[] { A.Person("Андреева"), A.Person("Белова"), A.Person("Власова"), A.Person("Громова") };
        await _store.AddAsync([of, .. people]);
        EnrollmentStatus[] ends = [EnrollmentStatus.Completed, EnrollmentStatus.Completed, EnrollmentStatus.Expelled, EnrollmentStatus.Withdrawn];
        await _store.AddAsync([.. people.Select((x, i) => A.Enrollment(of, x, ends[i]))]);
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));

        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, of.Id));

        panel.WaitForAssertion(() => Assert.Equal("Обучались 3 · завершили 2", panel.Find(".panel-note").TextContent));
        var details = (await new EventQueries(_store.Store, _store.Clock).DetailsAsync(A.Coordinator(_center.Id), of.Id))!;
        Assert.Equal((3, 2, 0), (details.Studied, details.Completed, details.Failed));
    }

    [Fact]
    public async Task Who_completed_without_passing_the_assessment_is_counted_apart()
    {
        var of = A.Event(_center, EventStatus.Completed, starts: A.Today.AddDays(-20));
        var people = new[] { A.Person("Андреева"), A.Person("Белова") };
        await _store.AddAsync([of, .. people]);
        var rows = people.Select(x => A.Enrollment(of, x, EnrollmentStatus.Completed)).ToList();
        (rows[0].Result, rows[1].Result) = (FinalResult.Passed, FinalResult.Failed);
        await _store.AddAsync([.. rows]);
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));

        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, of.Id));

        panel.WaitForAssertion(() => Assert.Equal("Обучались 2 · завершили 2, из них прошли аттестацию 1", panel.Find(".panel-note").TextContent));
        Assert.Equal(1, (await new EventQueries(_store.Store, _store.Clock).DetailsAsync(A.Coordinator(_center.Id), of.Id))!.Failed);
    }

    [Fact]
    public async Task Chosen_people_are_enrolled_with_an_order_and_the_message_takes_it_back()
    {
        await AppliedAsync(2);
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, _event.Id));
        panel.WaitForElements("tbody tr.mud-table-row input[type=checkbox]");

        panel.FindAll("tbody tr.mud-table-row input[type=checkbox]")[0].Change(true);
        panel.FindAll("tbody tr.mud-table-row input[type=checkbox]")[1].Change(true);
        panel.WaitForAssertion(() => Assert.Contains("Зачислить: 2 человека", panel.Markup, StringComparison.Ordinal));
        panel.FindAll("button").Single(x => x.TextContent.Contains("Зачислить: 2 человека", StringComparison.Ordinal)).Click();
        screens.Dialogs.WaitForElement("form").Submit();

        screens.Messages.WaitForAssertion(() => Assert.Contains("Зачислено: 2 человека", screens.Messages.Markup, StringComparison.Ordinal));
        Assert.Equal(2, await _store.ReadAsync(db => db.Set<Enrollment>().CountAsync(x => x.Status == EnrollmentStatus.Enrolled)));
        screens.Messages.FindAll("button").Single(x => x.TextContent.Contains("Отменить", StringComparison.Ordinal)).Click();
        screens.Messages.WaitForAssertion(() => Assert.Contains("Зачисление отменено: 2 человека", screens.Messages.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.Equal(0, await _store.ReadAsync(db => db.Set<Enrollment>().CountAsync(x => x.Status == EnrollmentStatus.Enrolled)));
    }

    [Fact]
    public async Task Of_two_enrollings_told_in_the_same_words_each_is_taken_back_by_its_own_message()
    {
        await AppliedAsync(2);
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, _event.Id));
        for (var n = 1; n <= 2; n++)
        {
            panel.WaitForElement("tbody tr.mud-table-row input[type=checkbox]");
            panel.FindAll("tbody tr.mud-table-row").First(x => x.TextContent.Contains("Заявка", StringComparison.Ordinal)).QuerySelector("input[type=checkbox]")!.Change(true);
            panel.WaitForAssertion(() => Assert.Contains("Зачислить: 1 человек", panel.Markup, StringComparison.Ordinal));
            panel.FindAll("button").Single(x => x.TextContent.Contains("Зачислить: 1 человек", StringComparison.Ordinal)).Click();
            screens.Dialogs.WaitForElement("form").Submit();
            screens.Messages.WaitForAssertion(() => Assert.Equal(n, Undo().Count));
            panel.WaitForAssertion(() => Assert.Equal(2 - n, panel.FindAll("tbody tr.mud-table-row").Count(x => x.TextContent.Contains("Заявка", StringComparison.Ordinal))));
        }
        var last = await _store.ReadAsync(db => db.ChangeRows.Where(x => x.Kind == nameof(Enrollment)).OrderByDescending(x => x.Id).Select(x => x.Key).FirstAsync());

        Undo()[^1].Click();

        screens.Messages.WaitForAssertion(() => Assert.Contains("Зачисление отменено: 1 человек", screens.Messages.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.Equal([last], await _store.ReadAsync(db => db.Set<Enrollment>().Where(x => x.Status == EnrollmentStatus.Applied).Select(x => x.Id).ToListAsync()));

        List<AngleSharp.Dom.IElement> Undo() => [.. screens.Messages.FindAll("button").Where(x => x.TextContent.Contains("Отменить", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task The_enrolment_order_is_entered_later_for_the_chosen_people()
    {
        await AppliedAsync(2);
        (await new EnrollmentCommands(_store.Store).EnrollAsync(A.Administrator(), _event.Id, await _store.ReadAsync(db => db.Set<Enrollment>().Select(x => x.Id).ToListAsync()))).ShouldSucceed();
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, _event.Id));
        panel.WaitForElements("tbody tr.mud-table-row input[type=checkbox]");
        panel.FindAll("tbody tr.mud-table-row input[type=checkbox]")[0].Change(true);
        panel.FindAll("tbody tr.mud-table-row input[type=checkbox]")[1].Change(true);

        panel.WaitForElements(".grid-selected button").Single(x => x.TextContent.Contains("Приказ о зачислении: 2 человека", StringComparison.Ordinal)).Click();
        screens.Dialogs.WaitForElement("form").Submit();
        screens.Dialogs.WaitForAssertion(() => Assert.Contains("Укажите номер приказа.", screens.Dialogs.Markup, StringComparison.Ordinal));
        screens.Dialogs.FindAll("input")[0].Change("15-сл");
        screens.Dialogs.FindAll("input")[1].Change("20.11.2026");
        screens.Dialogs.Find("form").Submit();

        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll("tbody td").Count(x => x.TextContent.Contains("№ 15-сл от 20.11.2026", StringComparison.Ordinal))), TimeSpan.FromSeconds(10));
        Assert.Equal(1, await _store.ReadAsync(db => db.ChangeSets.CountAsync(x => x.Verb == "enrollments.order")));
    }

    [Fact]
    public async Task A_completed_event_offers_the_enrolment_order_and_nothing_else()
    {
        var of = A.Event(_center, EventStatus.Completed, starts: A.Today.AddDays(-20));
        var person = A.Person("Андреева");
        await _store.AddAsync(of, person);
        await _store.AddAsync(A.Enrollment(of, person, EnrollmentStatus.Completed));
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, of.Id));
        panel.WaitForElements("tbody tr.mud-table-row input[type=checkbox]")[0].Change(true);

        panel.WaitForAssertion(() => Assert.Equal(["Приказ о зачислении: 1 человек"], panel.FindAll(".grid-selected button").Select(x => x.TextContent.Trim()).SkipLast(1)));
    }

    [Fact]
    public async Task A_refusal_stands_in_the_sheet_and_nothing_changes()
    {
        await AppliedAsync(3);
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, _event.Id));
        panel.WaitForElements("tbody tr.mud-table-row input[type=checkbox]");
        for (var i = 0; i < 3; i++) panel.FindAll("tbody tr.mud-table-row input[type=checkbox]")[i].Change(true);
        panel.WaitForAssertion(() => Assert.Contains("Зачислить: 3 человека", panel.Markup, StringComparison.Ordinal));

        panel.FindAll("button").Single(x => x.TextContent.Contains("Зачислить: 3 человека", StringComparison.Ordinal)).Click();
        screens.Dialogs.WaitForElement("form").Submit();

        screens.Dialogs.WaitForAssertion(() => Assert.Contains("нужно 3, свободно 2", screens.Dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(0, await _store.ReadAsync(db => db.Set<Enrollment>().CountAsync(x => x.Status == EnrollmentStatus.Enrolled)));
    }

    [Fact]
    public async Task A_reader_sees_the_list_and_no_verbs()
    {
        await AppliedAsync(1);
        await using var screens = new EnrollmentScreens(_store, A.Viewer(_center.Id));

        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, _event.Id));

        panel.WaitForAssertion(() => Assert.Contains("Орлова Мария Петровна", panel.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Добавить участника", panel.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("/import", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("tbody input[type=checkbox]"));
    }

    [Fact]
    public async Task A_filter_by_status_shows_counts_and_stands_in_the_address()
    {
        await AppliedAsync(2);
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var panel = screens.Context.Render<ParticipantsPanel>(x => x.Add(p => p.EventId, _event.Id));
        panel.WaitForElements("tbody tr.mud-table-row");

        panel.FindAll(".filter-chip").Single(x => x.TextContent.Contains("Заявка", StringComparison.Ordinal)).Click();

        Assert.Contains("status=Applied", screens.Context.Services.GetRequiredNavigation().Uri, StringComparison.Ordinal);
        panel.WaitForAssertion(() => Assert.Contains("participants.xlsx?status=Applied", panel.Markup, StringComparison.Ordinal));
    }

    private async Task AppliedAsync(int count)
    {
        string[] families = ["Орлова", "Белова", "Соколова"];
        var people = families.Take(count).Select(x => A.Person(x)).ToList();
        await _store.AddAsync([.. people]);
        await _store.AddAsync([.. people.Select(x => A.Enrollment(_event, x, EnrollmentStatus.Applied))]);
    }
}

internal static class Navigation
{
    public static Microsoft.AspNetCore.Components.NavigationManager GetRequiredNavigation(this IServiceProvider services) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>(services);
}
