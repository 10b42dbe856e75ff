using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Assessments;
using TeacherCenters.Centers;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Assessments;

public sealed class AssessmentPagesTests : IAsyncLifetime
{
    private readonly BunitContext context = new();
    private readonly Spoken spoken = new(AppCultures.Russian);
    private TestStore store = null!;
    private AssessedSession of = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.CreateAsync();
        of = await AssessedSession.CreateAsync(store);
        Screens.SetUp(context);
        context.Services.AddSingleton(store.Store).AddSingleton(store.Clock).AddSingleton(store.Changes).AddCenters().AddPeople().AddAssessments();
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        spoken.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task The_coordinator_sees_that_it_took_place_and_the_clerk_the_level()
    {
        var id = await of.CameAsync();
        await of.ScoreAsync(id, 47, 48);
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();

        var seen = Show<AssessmentsPage>(of.Coordinator);
        seen.WaitForAssertion(() => Assert.Contains("Иванова Мария Петровна", seen.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Высокий", seen.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(AssessmentsText.Column_Level, seen.FindAll("th").Select(x => x.TextContent.Trim()));
        Assert.Contains("/assessments.xlsx", seen.Markup, StringComparison.Ordinal);
        var card = Show<AssessmentPage>(of.Coordinator, x => x.Add(p => p.Id, id));
        card.WaitForAssertion(() => Assert.Contains(AssessmentsText.Card_ResultHidden, card.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Высокий", card.Markup, StringComparison.Ordinal);

        var told = Show<AssessmentPage>(of.Clerk, x => x.Add(p => p.Id, id));
        told.WaitForAssertion(() => Assert.Contains("Высокий", told.Markup, StringComparison.Ordinal));
        Assert.Equal(3, told.FindAll(".score-table tbody tr").Count);
    }

    [Fact]
    public async Task A_tied_assessor_is_refused_on_the_page_by_name()
    {
        var person = await of.PersonAsync(school: of.School);
        await store.AddAsync(new Employment { PersonId = of.AssessorPeople[2].Id, SchoolId = of.School.Id, Position = "учитель", Category = WorkerCategory.Teacher });
        var id = await of.CheckedAsync(person);
        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).ShouldSucceed();
        var page = Show<AssessmentSessionPage>(of.Coordinator, x => x.Add(p => p.Id, of.SessionId));
        page.WaitForAssertion(() => Assert.Contains(AssessmentsText.Do_Assign, page.Markup, StringComparison.Ordinal));

        var before = page.FindComponent<MudSelect<int?>>().Instance;
        await page.InvokeAsync(() => before.ValueChanged.InvokeAsync(of.Accounts[2].Id));

        page.WaitForAssertion(() => Assert.Contains("Лебедева В. Л.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Иванова М. П.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("работают в одной организации", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        // Another field stands there, ready for the next choice: the old one would go on showing what was chosen.
        Assert.NotSame(before, page.FindComponent<MudSelect<int?>>().Instance);

        // What stood against it is answered: the seat is given up, and the refusal goes.
        Button(page, AssessmentsText.Choose_All).Click();
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), x => x.TextContent.Contains("Снять с записи", StringComparison.Ordinal)));
        page.FindAll("button").First(x => x.TextContent.Contains("Снять с записи", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=alert]")), TimeSpan.FromSeconds(20));
        Assert.Equal(AssessmentStatus.Checked, (await of.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task Who_has_no_assessment_center_is_told_who_takes_applications_and_gets_no_form()
    {
        var training = A.Center(kind: CenterKind.Training);
        await store.AddAsync(training);
        var own = Show<AssessmentsPage>(of.Coordinator);
        own.WaitForAssertion(() => Button(own, AssessmentsText.Do_Apply));
        Assert.DoesNotContain(AssessmentsText.NoCenter, own.Markup, StringComparison.Ordinal);

        var page = Show<AssessmentsPage>(A.Coordinator(training.Id));

        page.WaitForAssertion(() => Assert.Contains(AssessmentsText.NoCenter, page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(AssessmentsText.Do_Apply, page.Markup, StringComparison.Ordinal);
        var sessions = Show<AssessmentSessionsPage>(A.Coordinator(training.Id));
        sessions.WaitForAssertion(() => Assert.Contains(AssessmentsText.NoCenter, sessions.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(AssessmentsText.Sessions_New, sessions.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_marks_are_set_for_the_chosen_candidates()
    {
        foreach (var family in new[] { "Иванова", "Орлова" }) (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [await of.CheckedAsync(await of.PersonAsync(family))])).ShouldSucceed();
        var page = Show<AssessmentSessionPage>(of.Coordinator, x => x.Add(p => p.Id, of.SessionId));
        page.WaitForElement("tbody input[type=checkbox]");

        Button(page, AssessmentsText.Choose_All).Click();
        page.WaitForAssertion(() => Button(page, "Оценка прошла: 2 человека"));
        Button(page, "Оценка прошла: 2 человека").Click();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".status-running").Count), TimeSpan.FromSeconds(20));
        Assert.Equal(2, await store.ReadAsync(db => db.Set<Assessment>().CountAsync(x => x.Status == AssessmentStatus.TookPlace)));
    }

    [Fact]
    public async Task A_reader_finds_the_session_and_no_verbs()
    {
        await of.CameAsync();
        var page = Show<AssessmentSessionPage>(A.Viewer(of.Center.Id), x => x.Add(p => p.Id, of.SessionId));

        page.WaitForAssertion(() => Assert.Contains("Иванова Мария Петровна", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
        var foreign = Show<AssessmentSessionPage>(A.Coordinator(of.Center.Id + 1), x => x.Add(p => p.Id, of.SessionId));
        foreign.WaitForAssertion(() => Assert.DoesNotContain("Иванова", foreign.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_coordinator_takes_out_an_assessor_who_began_and_confirms_what_is_lost()
    {
        var id = await of.CameAsync();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [7, null], final: false)).ShouldSucceed();
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).ShouldSucceed();
        var dialogs = context.Render<MudDialogProvider>();
        var page = Show<AssessmentSessionPage>(of.Coordinator, x => x.Add(p => p.Id, of.SessionId));
        page.WaitForAssertion(() => Assert.Contains("незавершённых оценок: 1", page.Markup, StringComparison.Ordinal));

        page.Find("[aria-label='Снять эксперта: Белова Анна Игоревна']").Click();
        dialogs.WaitForAssertion(() => Assert.Contains("незавершённые баллы будут удалены, оценок: 1", dialogs.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("7", dialogs.Find(".mud-dialog-content").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await store.ReadAsync(db => db.Set<AssessorScore>().CountAsync()));
        await Button(dialogs, "Снять и удалить баллы").ClickAsync(new());

        page.WaitForAssertion(() => Assert.DoesNotContain("Белова Анна Игоревна", page.Find("[aria-labelledby=session-assessors] .work-row").TextContent, StringComparison.Ordinal));
        Assert.Equal(0, await store.ReadAsync(db => db.Set<AssessorScore>().CountAsync()));
    }

    [Fact]
    public async Task Points_are_stored_as_they_are_typed_and_a_number_too_large_stays_in_its_field()
    {
        var id = await of.CameAsync();
        var page = Show<ScoringSessionPage>(of.Assessor(0), x => x.Add(p => p.Id, of.SessionId));
        page.WaitForElement("input[data-criterion='0']").Change("11");

        page.WaitForAssertion(() => Assert.Contains("от 0 до 10", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", page.Find("input[data-criterion='0']").GetAttribute("aria-invalid"));
        Assert.Equal(0, await store.ReadAsync(db => db.Set<AssessorScore>().CountAsync()));
        page.Find("input[data-criterion='0']").Change("7");
        page.WaitForElement("[data-state=saved]");
        page.Find("input[data-criterion='1']").Change("40");

        page.WaitForAssertion(() => Assert.Equal("47", page.Find("[data-total]").TextContent));
        await page.InvokeAsync(() => Task.CompletedTask);
        Assert.Equal([7, 40], (await store.ReadAsync(db => db.Set<AssessorScore>().Where(x => x.AssessmentId == id).Select(x => x.Points).SingleAsync())).Select(x => x!.Value));
    }

    [Fact]
    public async Task A_procedure_without_criteria_is_refused_in_its_sheet()
    {
        var provider = context.Render<CascadingValue<Actor>>(p => p.Add(x => x.Value, of.Coordinator).AddChildContent<MudDialogProvider>());
        var form = new ProcedureForm { CenterId = of.Center.Id, Title = "Новая процедура" };
        await provider.InvokeAsync(() => { _ = context.Services.GetRequiredService<IDialogService>().ShowAsync<ProcedureDialog>("", new DialogParameters<ProcedureDialog> { { x => x.Form, form } }); });

        await provider.Find("form").SubmitAsync();

        provider.WaitForAssertion(() => Assert.Contains("Добавьте хотя бы один критерий", provider.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<T> Show<T>(Actor actor, Action<ComponentParameterCollectionBuilder<T>>? more = null) where T : IComponent => context.Render<T>(x =>
    {
        x.AddCascadingValue(actor);
        more?.Invoke(x);
    });

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> on, string text) where T : IComponent => on.FindAll("button").Single(x => x.TextContent.Trim() == text);
}
