using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Attendance;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;

namespace TeacherCenters.Tests.Attendance;

/// <summary>The circuit's side of the register; what the script does with keys is looked at in a browser.</summary>
public sealed class RegisterPanelTests
{
    [Fact]
    public async Task The_grid_is_handed_to_the_script_and_a_batch_of_it_is_stored()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        await using var screen = Screen(facts);

        var panel = Panel(screen, A.Coordinator(facts.Center.Id), facts.Event.Id);
        var register = panel.WaitForComponent<Register>();
        screen.JSInterop.VerifyInvoke("import");

        var answer = await register.InvokeAsync(() => register.Instance.Save([Cell(facts, 0, 0, "+"), Cell(facts, 1, 0, "Н")]));

        Assert.Null(answer.Problem);
        Assert.Empty(answer.Notes);
        Assert.Equal("+Н..", (await facts.RowsAsync())[0]);
        Assert.Contains($"/events/{facts.Event.Id}/attendance.xlsx", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_cell_comes_back_with_what_stands_there_and_a_sentence()
    {
        await using var facts = await RegisterFacts.CreateAsync(sessions: 2, starts: A.Today);
        await using var screen = Screen(facts);
        var register = Panel(screen, A.Coordinator(facts.Center.Id), facts.Event.Id).WaitForComponent<Register>();

        var answer = await register.InvokeAsync(() => register.Instance.Save([Cell(facts, 0, 0, "+"), Cell(facts, 1, 0, "+")]));

        Assert.Equal((facts.Sessions[1].Id, ""), (Assert.Single(answer.Refused).S, answer.Refused[0].M));
        Assert.Equal("Андреева М. П., 24.11: не записано. Занятие 24.11.2026 ещё не прошло.", Assert.Single(answer.Notes));
        Assert.Equal("+.", (await facts.RowsAsync())[0]);
    }

    [Fact]
    public async Task Somebody_elses_mark_under_ones_own_is_told_with_the_name()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        await using var screen = Screen(facts);
        var register = Panel(screen, A.Coordinator(facts.Center.Id), facts.Event.Id).WaitForComponent<Register>();
        (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id, [facts.Cell(0, 0, Mark.Absent)])).ShouldSucceed();

        var answer = await register.InvokeAsync(() => register.Instance.Save([Cell(facts, 0, 0, "+")]));

        Assert.Single(answer.Clashes);
        Assert.Contains("стояло «Н» (Администратор)", Assert.Single(answer.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_look_reads_and_a_forged_batch_stores_nothing()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        await using var screen = Screen(facts);
        var panel = Panel(screen, A.Viewer(facts.Center.Id), facts.Event.Id);
        var register = panel.WaitForComponent<Register>();

        var answer = await register.InvokeAsync(() => register.Instance.Save([Cell(facts, 0, 0, "+")]));

        Assert.Contains("нет прав", answer.Problem, StringComparison.Ordinal);
        Assert.Contains("открыт для просмотра", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("....", (await facts.RowsAsync())[0]);
    }

    [Theory]
    [InlineData(3, 0, "tab=sessions")]
    [InlineData(0, 3, "tab=participants")]
    public async Task Without_sessions_or_people_it_says_what_to_do_first(int people, int sessions, string link)
    {
        await using var facts = await RegisterFacts.CreateAsync(people, sessions: Math.Max(1, sessions));
        if (sessions == 0) await facts.Store.ChangeAsync(unit => { unit.Db.Remove(unit.Db.Set<Session>().Single()); return Task.CompletedTask; });
        await using var screen = Screen(facts);

        var panel = Panel(screen, A.Coordinator(facts.Center.Id), facts.Event.Id);

        panel.WaitForAssertion(() => Assert.Contains(link, panel.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_centers_event_is_not_there()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        await using var screen = Screen(facts);

        var panel = Panel(screen, A.Coordinator(facts.Center.Id + 1), facts.Event.Id);

        panel.WaitForAssertion(() => Assert.Contains("Такой записи нет", panel.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_papers_say_what_the_register_says()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        await facts.MarkAsync("+++Н", "О");
        var papers = new AttendancePaperQueries(facts.Store.Store, facts.Queries);

        var read = await papers.FactsAsync(A.Viewer(facts.Center.Id), facts.Event.Id);
        var workbook = AttendancePapers.Workbook(read!);

        Assert.Equal(["+", "+", "+", "Н"], workbook.People[0].Marks);
        Assert.All(workbook.People, x => Assert.Equal(workbook.Credited(x), x.Credited));
        Assert.Equal(4, AttendancePapers.SignIn(read!, null).Count);
        Assert.Equal("20 ноября 2026 г., пятница", Assert.Single(AttendancePapers.SignIn(read!, facts.Sessions[3].Date)).Day);
        Assert.Empty(AttendancePapers.SignIn(read!, A.Today.AddDays(30)));
        Assert.Null(await papers.FactsAsync(A.Viewer(facts.Center.Id + 1), facts.Event.Id));
    }

    private static RegisterCell Cell(RegisterFacts facts, int session, int person, string mark) =>
        new(facts.Sessions[session].Id, facts.People[person].Id, mark, "", false);

    private static BunitContext Screen(RegisterFacts facts)
    {
        RegisterFacts.SpeakRussian();
        var screen = new BunitContext();
        Screens.SetUp(screen);
        screen.Services.AddSingleton(facts.Queries).AddSingleton(facts.Commands).AddSingleton(facts.Store.Changes);
        return screen;
    }

    private static IRenderedComponent<RegisterPanel> Panel(BunitContext screen, Actor actor, int eventId) =>
        screen.Render<CascadingValue<Actor>>(p => p.Add(x => x.Value, actor).AddChildContent<RegisterPanel>(c => c.Add(x => x.EventId, eventId))).FindComponent<RegisterPanel>();
}
