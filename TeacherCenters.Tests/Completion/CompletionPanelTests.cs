using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Attendance;
using TeacherCenters.Certificates;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Attendance;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;

namespace TeacherCenters.Tests.Completion;

public sealed class CompletionPanelTests
{
    [Fact]
    public async Task One_button_completes_what_the_screen_proposes_and_another_reopens_it()
    {
        await using var facts = await MarkedAsync();
        await using var screen = Screen(facts);
        var dialogs = screen.Render<MudDialogProvider>();
        var panel = Panel(screen, facts, A.Coordinator(facts.Center.Id));
        panel.WaitForAssertion(() => Assert.Contains("1 человек получит справку об обучении. Без результата: 2", panel.Markup, StringComparison.Ordinal));

        Button(panel, "Зачтено всем допущенным").Click();
        panel.WaitForAssertion(() => Assert.Contains("2 человека получат удостоверение, 1 — справку об обучении", panel.Markup, StringComparison.Ordinal));
        Button(panel, "Завершить мероприятие").Click();

        panel.WaitForAssertion(() => Assert.Contains("Протокол № 1 от 20.11.2026, приказ № 1 от 20.11.2026.", panel.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal(EventStatus.Completed, await StatusAsync(facts));

        Button(panel, "Открыть заново").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Открыть заново"));
        Button(dialogs, "Открыть заново").Click();
        panel.WaitForAssertion(() => Button(panel, "Завершить мероприятие"), TimeSpan.FromSeconds(20));
        Assert.Equal(EventStatus.Closed, await StatusAsync(facts));
    }

    [Fact]
    public async Task Reopening_shows_the_admission_below_the_threshold_as_it_was_completed_and_completes_it_again()
    {
        await using var facts = await MarkedAsync();
        await using var screen = Screen(facts);
        var dialogs = screen.Render<MudDialogProvider>();
        var panel = Panel(screen, facts, A.Coordinator(facts.Center.Id));
        panel.WaitForAssertion(() => Button(panel, "Завершить мероприятие"));
        panel.FindAll("tbody input[type=checkbox]")[2].Change(true);
        panel.WaitForElement(".done-reason").Change("Болела, изучила материалы сама");
        Button(panel, "Зачтено всем допущенным").Click();
        Field(panel, "Протокол №").Change("7");
        Field(panel, "Приказ №").Change("17-о");
        Button(panel, "Завершить мероприятие").Click();
        panel.WaitForAssertion(() => Button(panel, "Открыть заново"), TimeSpan.FromSeconds(20));

        Button(panel, "Открыть заново").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Открыть заново"));
        Button(dialogs, "Открыть заново").Click();

        panel.WaitForAssertion(() => Assert.Equal("Болела, изучила материалы сама", panel.Find(".done-reason").GetAttribute("value")), TimeSpan.FromSeconds(20));
        Assert.Equal(3, panel.FindAll("button[data-key='1'][aria-pressed='true']").Count);
        Assert.Equal(("7", "17-о"), (Field(panel, "Протокол №").GetAttribute("value"), Field(panel, "Приказ №").GetAttribute("value")));
        Button(panel, "Завершить мероприятие").Click();
        panel.WaitForAssertion(() => Assert.Contains("Болела, изучила материалы сама", panel.Find(".done tbody").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.DoesNotContain("отчисление", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_documents_were_issued_a_sentence_stands_in_place_of_the_button_that_reopens()
    {
        await using var facts = await MarkedAsync();
        await facts.Store.AddAsync(A.Head(facts.Center), A.Secretary(facts.Center));
        var (actor, clerk) = (A.Coordinator(facts.Center.Id), A.Clerk(facts.Center.Id));
        var form = (await new CompletionQueries(facts.Store.Store, facts.Store.Clock).SheetAsync(actor, facts.Event.Id))!.ProposedForm();
        foreach (var row in form.Rows.Where(x => x.IsAdmitted)) row.Result = FinalResult.Passed;
        (await new CompletionCommands(facts.Store.Store).CompleteAsync(actor, facts.Event.Id, form)).ShouldSucceed();
        await using var screen = Screen(facts);
        var panel = Panel(screen, facts, actor);
        panel.WaitForAssertion(() => Button(panel, "Открыть заново"));

        var certificates = new CertificateCommands(facts.Store.Store);
        var issued = (await certificates.IssueAsync(clerk, IssueFrom.Event(facts.Event.Id), new() { SubjectIds = [facts.People[0].Id], IssuedOn = A.Today })).ShouldSucceed().Documents[0];

        panel.WaitForAssertion(() => Assert.Equal("Открыть заново нельзя: выдано документов — 1. Сначала делопроизводитель аннулирует их в книге регистрации документов.", panel.Find(".done-bound").TextContent), TimeSpan.FromSeconds(20));
        Assert.Empty(panel.FindAll(".done-reopen"));
        (await certificates.AnnulAsync(clerk, issued.Id, new() { Version = 1, On = A.Today, Order = "16-к", Reason = "Ошибка" })).ShouldSucceed();
        panel.WaitForAssertion(() => Button(panel, "Открыть заново"), TimeSpan.FromSeconds(20));
        Assert.Empty(panel.FindAll(".done-bound"));
    }

    [Fact]
    public async Task A_missing_result_is_named_and_nothing_is_completed()
    {
        await using var facts = await MarkedAsync();
        await using var screen = Screen(facts);
        var panel = Panel(screen, facts, A.Coordinator(facts.Center.Id));
        panel.WaitForAssertion(() => Button(panel, "Завершить мероприятие"));

        Button(panel, "Завершить мероприятие").Click();

        panel.WaitForAssertion(() => Assert.Contains("Андреева М. П.: нет результата итоговой аттестации.", panel.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal(EventStatus.Open, await StatusAsync(facts));
    }

    [Fact]
    public async Task Who_leaves_with_decisions_that_are_not_stored_is_asked_first()
    {
        await using var facts = await MarkedAsync();
        await using var screen = Screen(facts);
        var dialogs = screen.Render<MudDialogProvider>();
        var panel = Panel(screen, facts, A.Coordinator(facts.Center.Id));
        panel.WaitForAssertion(() => Button(panel, "Завершить мероприятие"));
        var address = screen.Services.GetRequiredService<NavigationManager>();
        var here = address.Uri;
        Button(panel, "Зачтено всем допущенным").Click();

        address.NavigateTo("/events/1?tab=register");

        dialogs.WaitForAssertion(() => Button(dialogs, TeacherCenters.Ui.UiText.Form_Discard_No), TimeSpan.FromSeconds(20));
        Button(dialogs, TeacherCenters.Ui.UiText.Form_Discard_No).Click();
        Assert.Equal(here, address.Uri);
    }

    [Fact]
    public async Task A_decision_against_the_threshold_asks_for_its_reason()
    {
        await using var facts = await MarkedAsync();
        await using var screen = Screen(facts);
        var panel = Panel(screen, facts, A.Coordinator(facts.Center.Id));
        panel.WaitForAssertion(() => Button(panel, "Завершить мероприятие"));

        panel.FindAll("tbody input[type=checkbox]")[2].Change(true);

        panel.WaitForAssertion(() => Assert.NotNull(panel.Find(".done-reason")));
        Assert.Equal("Без результата: 2. Нужна причина решения о допуске: 1", panel.Find(".done-foot p").TextContent);
        panel.Find(".done-reason").Change("Болела");
        Assert.Equal("Без результата: 3", panel.Find(".done-foot p").TextContent);
    }

    [Fact]
    public async Task Marks_made_meanwhile_change_the_hours_and_keep_what_was_typed()
    {
        await using var facts = await MarkedAsync();
        await using var screen = Screen(facts);
        var panel = Panel(screen, facts, A.Coordinator(facts.Center.Id));
        panel.WaitForAssertion(() => Button(panel, "Завершить мероприятие"));
        panel.FindAll("button[data-key='1']")[1].Click();

        (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id, [facts.Cell(0, 0, Mark.Absent, Mark.Present), facts.Cell(1, 0, Mark.Absent, Mark.Present)])).ShouldSucceed();

        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll("tr.refused").Count), TimeSpan.FromSeconds(20));
        Assert.Equal("true", panel.Find("button[data-key='1']").GetAttribute("aria-pressed"));
    }

    [Theory]
    [InlineData(true, "координатор центра")]
    [InlineData(false, "идёт до 26.11.2026")]
    public async Task Who_may_not_or_comes_too_early_reads_why(bool isOver, string said)
    {
        await using var facts = await RegisterFacts.CreateAsync(starts: isOver ? null : A.Today);
        await facts.MarkAsync("+", "+", "+");
        await using var screen = Screen(facts);

        var panel = Panel(screen, facts, isOver ? A.Clerk(facts.Center.Id) : A.Coordinator(facts.Center.Id));

        panel.WaitForAssertion(() => Assert.Contains(said, panel.Markup, StringComparison.Ordinal));
        Assert.Empty(panel.FindAll(".done-button"));
    }

    [Theory]
    [InlineData(1, 0, 0, "1 человек получит удостоверение")]
    [InlineData(12, 1, 0, "12 человек получат удостоверение, 1 — справку об обучении")]
    [InlineData(22, 0, 3, "22 человека получат удостоверение, 3 — без документа")]
    [InlineData(0, 0, 2, "2 человека останутся без документа")]
    [InlineData(0, 0, 0, "")]
    public void The_outcome_is_said_with_right_endings(int certificates, int statements, int none, string said)
    {
        RegisterFacts.SpeakRussian();
        Assert.Equal(said, CompletionTexts.Summary(
        [
            .. Enumerable.Repeat(DocumentKind.ProfessionalDevelopmentCertificate, certificates),
            .. Enumerable.Repeat(DocumentKind.StudyStatement, statements),
            .. Enumerable.Repeat(DocumentKind.None, none),
        ]));
    }

    private static async Task<RegisterFacts> MarkedAsync()
    {
        var facts = await RegisterFacts.CreateAsync();
        await facts.MarkAsync("++++", "+++Н", "+ННН");
        return facts;
    }

    private static Task<EventStatus> StatusAsync(RegisterFacts facts) => facts.Store.ReadAsync(db => db.Set<TrainingEvent>().Select(x => x.Status).SingleAsync());

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> of, string text) where T : IComponent =>
        of.FindAll("button").Single(x => x.TextContent.Trim() == text);

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<CompletionPanel> of, string label) =>
        of.FindComponents<MudTextField<string?>>().Single(x => x.Instance.Label == label).Find("input");

    private static BunitContext Screen(RegisterFacts facts)
    {
        RegisterFacts.SpeakRussian();
        var screen = new BunitContext();
        Screens.SetUp(screen);
        screen.Services.AddSingleton(new CompletionQueries(facts.Store.Store, facts.Store.Clock)).AddSingleton(new CompletionCommands(facts.Store.Store)).AddSingleton(facts.Store.Changes);
        return screen;
    }

    private static IRenderedComponent<CompletionPanel> Panel(BunitContext screen, RegisterFacts facts, Actor actor) =>
        screen.Render<CascadingValue<Actor>>(p => p.Add(x => x.Value, actor).AddChildContent<CompletionPanel>(c => c.Add(x => x.EventId, facts.Event.Id))).FindComponent<CompletionPanel>();
}
