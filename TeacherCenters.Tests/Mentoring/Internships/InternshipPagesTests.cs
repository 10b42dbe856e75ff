using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Mentoring.Internships;

public sealed class InternshipPagesTests : IAsyncLifetime
{
    private TestStore store = null!;
    private EscortedPerson of = null!;

    public async Task InitializeAsync() => of = await EscortedPerson.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task The_dialog_names_the_sessions_of_the_period_before_saving_and_saves_all_the_same()
    {
        var training = A.Event(of.Center, title: "Оценивание");
        await store.AddAsync(training);
        await store.AddAsync(A.Session(training), A.Enrollment(training, of.Person));
        await using var screens = new EscortScreens(store, of.Coordinator);
        var form = of.InternshipForm();
        Task<object?>? answer = null;
        await screens.Dialogs.InvokeAsync(() => { answer = screens.Context.Services.GetRequiredService<IDialogService>().ShowSheetAsync<InternshipDialog>(new() { { x => x.Form, form } }); });

        screens.Dialogs.WaitForAssertion(() => Assert.Contains($"«Оценивание»: {DayText.Of(training.StartsOn)}", screens.Dialogs.Markup, StringComparison.Ordinal));
        await screens.Dialogs.Find("form").SubmitAsync();

        screens.Dialogs.WaitForAssertion(() => Assert.True(answer!.IsCompleted));
        var id = Assert.IsType<int>(await answer!);
        var card = screens.Context.Render<InternshipPage>(p => p.Add(x => x.Id, id));
        Assert.Contains("«Оценивание»", card.Find(".clashes").TextContent, StringComparison.Ordinal);
        Assert.Contains("Лицей № 1", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_internship_at_the_same_time_is_refused_at_its_start_and_the_form_stays()
    {
        await of.InternshipAsync();
        await using var screens = new EscortScreens(store, of.Coordinator);
        var form = of.InternshipForm(8);
        form.Plan = "Посетить пять уроков";
        Task<object?>? answer = null;
        await screens.Dialogs.InvokeAsync(() => { answer = screens.Context.Services.GetRequiredService<IDialogService>().ShowSheetAsync<InternshipDialog>(new() { { x => x.Form, form } }); });

        await screens.Dialogs.Find("form").SubmitAsync();

        screens.Dialogs.WaitForAssertion(() => Assert.Contains("Иванова М. П.: в это время уже есть другая стажировка, с 30.11.2026 по 04.12.2026.", screens.Dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("Посетить пять уроков", screens.Dialogs.Markup, StringComparison.Ordinal);
        Assert.False(answer!.IsCompleted);
        Assert.Equal(1, await store.ReadAsync(db => db.Set<Internship>().CountAsync()));
    }

    [Fact]
    public async Task The_card_of_what_is_over_completes_it_and_leads_who_may_to_the_documents()
    {
        var id = await of.InternshipAsync(of.InternshipForm(-10, 5));
        await using (var screens = new EscortScreens(store, of.Coordinator))
        {
            var card = screens.Context.Render<InternshipPage>(p => p.Add(x => x.Id, id));
            Assert.Contains("Ждёт итогов", card.Markup, StringComparison.Ordinal);
            EscortScreens.Button(card, "Завершить стажировку").Click();
            screens.Dialogs.WaitForElement("form");
            await screens.Dialogs.Find("form").SubmitAsync();
            screens.Dialogs.WaitForAssertion(() => Assert.Contains(ProblemText.Required, screens.Dialogs.Markup, StringComparison.Ordinal));
        }
        (await of.Internships.CompleteAsync(of.Coordinator, id, new() { Version = 1, Result = InternshipResult.Passed, CompletedOn = A.Today, Review = "Отлично", ReportReceivedOn = A.Today })).ShouldSucceed();

        await using var office = new EscortScreens(store, A.Administrator());
        var done = office.Context.Render<InternshipPage>(p => p.Add(x => x.Id, id));
        Assert.Equal([$"/certificates/to-issue?subject=internships&center={of.Center.Id}&of={id}"], done.FindAll(".page-actions a").Select(x => x.GetAttribute("href")));
        await using var readers = new EscortScreens(store, A.Viewer(of.Center.Id));
        Assert.Empty(readers.Context.Render<InternshipPage>(p => p.Add(x => x.Id, id)).FindAll(".page-actions a, .page-actions button"));
    }

    [Fact]
    public async Task Who_may_only_look_sees_the_list_and_the_card_and_no_button()
    {
        var id = await of.InternshipAsync();
        await using var screens = new EscortScreens(store, A.Viewer(of.Center.Id));

        var list = screens.Context.Render<InternshipsPage>();
        list.WaitForAssertion(() => Assert.Contains("Иванова М. П.", list.Markup, StringComparison.Ordinal));
        Assert.Empty(list.FindAll(".page-actions button"));
        Assert.Equal("/internships.xlsx", list.Find("a.grid-export").GetAttribute("href"));
        Assert.Empty(screens.Context.Render<InternshipPage>(p => p.Add(x => x.Id, id)).FindAll(".page-actions button"));

        await using var strange = new EscortScreens(store, A.Coordinator(of.Center.Id + 1));
        Assert.Contains(ProblemText.NotFound, strange.Context.Render<InternshipPage>(p => p.Add(x => x.Id, id)).Markup, StringComparison.Ordinal);
    }
}
