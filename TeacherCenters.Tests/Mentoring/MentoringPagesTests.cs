using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Centers;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Mentoring;

public sealed class MentoringPagesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_board_suggests_shows_what_assigning_will_do_and_takes_it_back()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        await of.MentorAsync("Соколова");
        await of.YoungAsync("Иванова");
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        var (dialogs, messages) = (screen.Render<MudDialogProvider>(x => x.AddCascadingValue(of.Coordinator)), screen.Render<MudSnackbarProvider>());
        var page = Show<AssignPage>(screen, of.Coordinator);
        page.WaitForAssertion(() => Assert.Contains("Иванова Мария Петровна", page.Markup, StringComparison.Ordinal), Patience);

        Button(page, "Подобрать").Click();
        page.WaitForAssertion(() => Assert.Contains("тот же предмет: Математика · та же школа · пока никого не ведёт", page.Markup, StringComparison.Ordinal), Patience);
        Button(page, "Назначить").Click();
        dialogs.WaitForAssertion(() => Assert.Contains("Пара будет ждать документов", dialogs.Find(".pair-preview").TextContent, StringComparison.Ordinal), Patience);
        dialogs.Find("form").Submit();

        messages.WaitForAssertion(() => Assert.Contains("Пара создана: Иванова М. П. и Соколова М. П.", messages.Markup, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Contains("У всех есть наставник", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2027, 5, 31)), await store.ReadAsync(async db => (await db.Set<Mentorship>().SingleAsync()) is { } pair ? (pair.From, pair.To) : default));
        messages.FindAll("button").Single(x => x.TextContent.Contains("Отменить", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains("Иванова Мария Петровна", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task After_an_assignment_the_next_young_teacher_has_the_focus_and_a_closed_sheet_keeps_the_choice()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        await of.MentorAsync("Соколова");
        foreach (var family in new[] { "Антонова", "Белова", "Волкова" }) await of.YoungAsync(family);
        var last = await store.ReadAsync(db => db.Set<Person>().Where(x => x.FamilyName == "Волкова").Select(x => x.Id).SingleAsync());
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        var dialogs = screen.Render<MudDialogProvider>(x => x.AddCascadingValue(of.Coordinator));
        var page = Show<AssignPage>(screen, of.Coordinator);
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[data-mentee]").Count), Patience);
        page.FindAll("[data-mentee] button")[1].Click();
        page.WaitForAssertion(() => Button(page, "Назначить"), Patience);

        Button(page, "Назначить").Click();
        dialogs.WaitForElement("form", Patience);
        dialogs.Find("[data-cancel]").Click();
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("form")), Patience);
        Button(page, "Назначить").Click();
        dialogs.WaitForElement("form", Patience);
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-mentee]").Count), Patience);
        page.WaitForAssertion(() => Assert.Equal($"[data-mentee='{last}'] button", screen.JSInterop.Invocations["tc.focusOn"][^1].Arguments[0]), Patience);
    }

    [Fact]
    public async Task The_card_of_a_pair_tells_the_subject_of_both()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var id = await of.AssignAsync(of.Form(await of.MentorAsync("Соколова", subject: "Физика"), await of.YoungAsync("Иванова", subject: "Химия")));
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);

        var page = Show<MentorshipPage>(screen, of.Coordinator, x => x.Add(p => p.Id, id));

        page.WaitForAssertion(() => Assert.Equal([true, true], new[] { "Химия", "Физика" }.Select(x => page.FindAll("dl.facts dd").Any(y => y.TextContent.Contains(x, StringComparison.OrdinalIgnoreCase)))), Patience);
    }

    [Fact]
    public async Task A_refusal_stands_in_the_sheet_and_nothing_is_made()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var (first, second, mentee) = (await of.MentorAsync("Соколова"), await of.MentorAsync("Белова"), await of.YoungAsync("Иванова"));
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        var dialogs = screen.Render<MudDialogProvider>(x => x.AddCascadingValue(of.Coordinator));
        _ = dialogs.InvokeAsync(() => screen.Services.GetRequiredService<IDialogService>().ShowAsync<AssignDialog>(null, new DialogParameters<AssignDialog> { { x => x.Form, of.Form(second, mentee) } }));
        dialogs.WaitForElement(".pair-preview", Patience);
        // Somebody else was faster by a moment.
        await of.AssignAsync(of.Form(first, mentee));

        dialogs.Find("form").Submit();

        dialogs.WaitForAssertion(() => Assert.Contains("Иванова М. П.: наставник уже есть (Предметное — Соколова М. П.", dialogs.Markup, StringComparison.Ordinal), Patience);
        // Once: at its field, so that the style hides it on top. And without the promise of a pair.
        Assert.Contains(dialogs.FindAll(".mud-input-error"), x => x.TextContent.Contains("наставник уже есть", StringComparison.Ordinal));
        Assert.Equal(["problem unless-shown-below"], dialogs.FindAll(".problem").Select(x => x.ClassName));
        Assert.DoesNotContain("Будет создана пара", dialogs.Markup, StringComparison.Ordinal);
        Assert.Equal(1, await store.ReadAsync(db => db.Set<Mentorship>().CountAsync()));
    }

    [Fact]
    public async Task The_sheet_names_the_mentor_of_another_direction_and_still_assigns()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var (first, second, mentee) = (await of.MentorAsync("Соколова"), await of.MentorAsync("Белова"), await of.YoungAsync("Иванова"));
        await of.AssignAsync(of.Form(first, mentee));
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        var dialogs = screen.Render<MudDialogProvider>(x => x.AddCascadingValue(of.Coordinator));

        _ = dialogs.InvokeAsync(() => screen.Services.GetRequiredService<IDialogService>().ShowAsync<AssignDialog>(null, new DialogParameters<AssignDialog> { { x => x.Form, of.Form(second, mentee, MentoringDirection.Digital) } }));
        dialogs.WaitForAssertion(() => Assert.StartsWith("Иванова М. П.: уже есть наставник в другом направлении (Предметное — Соколова М. П.", dialogs.Find(".pair-warning").TextContent.Trim(), StringComparison.Ordinal), Patience);
        dialogs.Find("form").Submit();

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("form")), Patience);
        Assert.Equal(2, await store.ReadAsync(db => db.Set<Mentorship>().CountAsync()));
    }

    [Theory]
    [InlineData("2026-08-31", "Пара начинается 01.09.2026. Укажите этот день или позже.")]
    [InlineData("2026-11-21", "Пара закончилась 20.11.2026. Укажите этот день или раньше.")]
    [InlineData("2026-11-24", "Встречу записывают, когда она прошла.")]
    public async Task A_meeting_outside_the_pair_is_refused_with_the_day_that_was_passed(string day, string said)
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var id = await of.AssignAsync(of.Whole(await of.MentorAsync("Соколова"), await of.YoungAsync("Иванова")));
        if (day == "2026-11-21") (await of.Commands.EndAsync(of.Coordinator, id, new() { Version = await of.VersionAsync(id), Reason = MentorshipEnd.ByMentor, EndedOn = new(2026, 11, 20) })).ShouldSucceed();
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        var dialogs = screen.Render<MudDialogProvider>(x => x.AddCascadingValue(of.Coordinator));
        var form = new MentorMeetingForm { Date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Topic = "Урок", Minutes = 45 };
        _ = dialogs.InvokeAsync(() => screen.Services.GetRequiredService<IDialogService>().ShowAsync<MentorMeetingDialog>(null, new DialogParameters<MentorMeetingDialog> { { x => x.PairId, id }, { x => x.Form, form } }));
        dialogs.WaitForElement("form", Patience);

        dialogs.Find("form").Submit();

        dialogs.WaitForAssertion(() => Assert.Contains(said, dialogs.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Who_may_only_look_finds_the_pair_and_no_verb_and_who_may_not_see_finds_nothing()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var id = await of.AssignAsync(of.Form(await of.MentorAsync("Соколова"), await of.YoungAsync("Иванова")));
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);

        var seen = Show<MentorshipPage>(screen, A.Viewer(of.Center.Id), x => x.Add(p => p.Id, id));
        seen.WaitForAssertion(() => Assert.Contains("Для начала нужны: приказ, согласие наставника, согласие наставляемого.", seen.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(seen.FindAll("button"));

        var hidden = Show<MentorshipPage>(screen, A.Viewer(of.Other.Id), x => x.Add(p => p.Id, id));
        hidden.WaitForAssertion(() => Assert.NotEmpty(hidden.FindAll("h1")), Patience);
        Assert.DoesNotContain("Иванова", hidden.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_filters_by_status_and_exports_what_it_shows()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var mentor = await of.MentorAsync("Соколова");
        await of.AssignAsync(of.Form(mentor, await of.YoungAsync("Иванова")));
        await of.AssignAsync(of.Whole(mentor, await of.YoungAsync("Петрова")));
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        var page = Show<MentoringPage>(screen, of.Coordinator);
        page.WaitForAssertion(() => Assert.Contains("Иванова М. П.", page.Markup, StringComparison.Ordinal), Patience);

        page.FindAll("button.filter-chip").Single(x => x.TextContent.StartsWith("Действует", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.DoesNotContain("Иванова М. П.", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("/mentoring.xlsx?status=Active", page.Markup, StringComparison.Ordinal);
    }

    private static BunitContext Screen(MentoringCenter of)
    {
        var screen = new BunitContext();
        Screens.SetUp(screen);
        screen.Services.AddSingleton(of.Queries).AddSingleton(of.Board).AddSingleton(of.Commands).AddSingleton(of.Log).AddSingleton(of.Store.Store).AddSingleton(of.Store.Clock).AddHistory()
            .AddSingleton<SchoolQueries>().AddSingleton<PeopleQueries>().AddSingleton<CenterQueries>();
        return screen;
    }

    private static IRenderedComponent<T> Show<T>(BunitContext screen, Actor actor, Action<ComponentParameterCollectionBuilder<T>>? with = null) where T : IComponent =>
        screen.Render<T>(x =>
        {
            x.AddCascadingValue(actor);
            with?.Invoke(x);
        });

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> on, string text) where T : IComponent =>
        on.FindAll("button").Single(x => x.TextContent.Trim() == text);
}
