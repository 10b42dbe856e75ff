using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Attendance;

public sealed class AttendanceCommandsTests
{
    [Fact]
    public async Task A_batch_writes_changes_and_clears_cells_in_one_change_set()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        await facts.MarkAsync("+Н..");

        var outcome = (await facts.Commands.MarkAsync(A.Coordinator(facts.Center.Id), facts.Event.Id,
            [facts.Cell(0, 0, Mark.Late, Mark.Present), facts.Cell(1, 0, null, Mark.Absent), facts.Cell(2, 1, Mark.Remote)])).ShouldSucceed();

        Assert.Equal(3, outcome.Changed.Count);
        Assert.Empty(outcome.Clashes);
        Assert.Empty(outcome.Refused);
        Assert.Equal(["О...", "..Д.", "...."], await facts.RowsAsync());
        var set = await facts.Store.ReadAsync(db => db.ChangeSets.Include(x => x.Rows).OrderBy(x => x.Id).LastAsync());
        Assert.Equal(("attendance.mark", facts.Center.Id, 3), (set.Verb, set.CenterId, set.Rows.Count));
    }

    [Fact]
    public async Task The_same_batch_twice_changes_nothing_the_second_time()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        MarkChange[] batch = [facts.Cell(0, 0, Mark.Present), facts.Cell(0, 1, Mark.Absent)];
        (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id, batch)).ShouldSucceed();

        var again = (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id, batch)).ShouldSucceed();

        Assert.Empty(again.Changed);
        Assert.Empty(again.Clashes);
        Assert.Equal(1, await facts.Store.ReadAsync(db => db.ChangeSets.CountAsync(x => x.Verb == "attendance.mark")));
    }

    [Fact]
    public async Task The_last_key_of_a_cell_counts_and_its_first_memory_is_compared()
    {
        await using var facts = await RegisterFacts.CreateAsync();

        var outcome = (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id,
            [facts.Cell(0, 0, Mark.Present), facts.Cell(0, 0, Mark.Absent, Mark.Present)])).ShouldSucceed();

        Assert.Equal(facts.Cell(0, 0, Mark.Absent), Assert.Single(outcome.Changed));
        Assert.Empty(outcome.Clashes);
    }

    [Fact]
    public async Task The_last_writer_wins_and_hears_whose_mark_was_there()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id, [facts.Cell(0, 0, Mark.Absent)])).ShouldSucceed();

        var outcome = (await facts.Commands.MarkAsync(A.Coordinator(facts.Center.Id), facts.Event.Id, [facts.Cell(0, 0, Mark.Present)])).ShouldSucceed();

        Assert.Equal(new MarkClash(facts.Sessions[0].Id, facts.People[0].Id, Mark.Absent, "Администратор"), Assert.Single(outcome.Clashes));
        Assert.Equal("+...", (await facts.RowsAsync())[0]);
    }

    [Fact]
    public async Task Undo_puts_back_what_was_there_but_not_over_a_mark_that_came_later()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        await facts.MarkAsync("Н...");
        var batch = (await facts.Commands.MarkAsync(A.Coordinator(facts.Center.Id), facts.Event.Id,
            [facts.Cell(0, 0, Mark.Present, Mark.Absent), facts.Cell(0, 1, Mark.Present), facts.Cell(0, 2, Mark.Present)])).ShouldSucceed();
        (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id, [facts.Cell(0, 2, Mark.Late, Mark.Present)])).ShouldSucceed();

        var undone = (await facts.Commands.UndoAsync(A.Coordinator(facts.Center.Id), facts.Event.Id, batch.Changed)).ShouldSucceed();

        Assert.Equal(["Н...", "....", "О..."], await facts.RowsAsync());
        Assert.Equal((Mark.Late, "Администратор"), (Assert.Single(undone.Clashes).Theirs, undone.Clashes[0].By));
    }

    [Fact]
    public async Task A_cell_of_a_future_session_or_of_an_expelled_person_is_refused_alone()
    {
        await using var facts = await RegisterFacts.CreateAsync(sessions: 2, starts: A.Today);
        await facts.Store.ChangeAsync(async unit =>
            (await unit.Db.Set<Enrollment>().SingleAsync(x => x.Id == facts.People[2].Id)).MoveTo(EnrollmentStatus.Expelled, unit.Now).ShouldSucceed());

        var outcome = (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id,
            [facts.Cell(0, 0, Mark.Present), facts.Cell(1, 1, Mark.Present), facts.Cell(0, 2, Mark.Present)])).ShouldSucceed();

        Assert.Equal(["SessionInFuture", "RowIsClosed"], outcome.Refused.Select(x => x.Problem.Key));
        Assert.Equal(["+.", "..", ".."], await facts.RowsAsync());
    }

    [Fact]
    public async Task A_cell_of_another_event_is_refused_without_telling_its_mark()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        var other = A.Event(facts.Center, starts: facts.Event.StartsOn);
        var person = A.Person("Чужакова");
        await facts.Store.AddAsync(other, person);
        var session = A.Session(other);
        var enrollment = A.Enrollment(other, person);
        await facts.Store.AddAsync(session, enrollment);
        await facts.Store.AddAsync(new AttendanceMark { SessionId = session.Id, EnrollmentId = enrollment.Id, Mark = Mark.Absent, MarkedAt = facts.Store.Clock.UtcNow });

        var outcome = (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id,
            [new(session.Id, enrollment.Id, Mark.Present), new(facts.Sessions[0].Id, enrollment.Id, Mark.Present), new(session.Id, facts.People[0].Id, Mark.Present)])).ShouldSucceed();

        Assert.All(outcome.Refused, x => Assert.Equal(("CellIsGone", (Mark?)null), (x.Problem.Key, x.Stands)));
        Assert.Equal(3, outcome.Refused.Count);
        Assert.Equal(Mark.Absent, await facts.Store.ReadAsync(db => db.Set<AttendanceMark>().Select(x => x.Mark).SingleAsync()));
    }

    [Theory]
    [InlineData(EventStatus.Announced, "RegisterNotStarted")]
    [InlineData(EventStatus.Completed, "RegisterIsClosed")]
    public async Task The_event_must_be_open_or_closed(EventStatus status, string problem)
    {
        await using var facts = await RegisterFacts.CreateAsync(status: status);

        (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id, [facts.Cell(0, 0, Mark.Present)])).ShouldRefuse(problem);
    }

    [Fact]
    public async Task An_event_of_another_center_is_as_good_as_absent()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        var stranger = A.Coordinator(facts.Center.Id + 1);

        (await facts.Commands.MarkAsync(stranger, facts.Event.Id, [facts.Cell(0, 0, Mark.Present)])).ShouldRefuse("NotFound");
        Assert.Null(await facts.Queries.SheetAsync(stranger, facts.Event.Id));
    }

    [Fact]
    public async Task Who_only_reads_may_not_write()
    {
        await using var facts = await RegisterFacts.CreateAsync();

        await Assert.ThrowsAsync<MissingRightException>(() => facts.Commands.MarkAsync(A.Viewer(facts.Center.Id), facts.Event.Id, [facts.Cell(0, 0, Mark.Present)]));
        Assert.False((await facts.Queries.SheetAsync(A.Viewer(facts.Center.Id), facts.Event.Id))!.MayKeep);
    }

    [Fact]
    public async Task Writers_who_race_for_one_cell_leave_one_mark_and_all_but_the_first_hear_of_it()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        var marks = Enum.GetValues<Mark>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 25).Select(i => Task.Run(() =>
            facts.Commands.MarkAsync(A.Coordinator(facts.Center.Id), facts.Event.Id, [facts.Cell(0, 0, marks[i % marks.Length])]))));

        Assert.All(outcomes, x => x.ShouldSucceed());
        var changed = outcomes.Count(x => x.Value!.Changed.Count == 1);
        Assert.Equal(changed - 1, outcomes.Sum(x => x.Value!.Clashes.Count));
        Assert.Equal(1, await facts.Store.ReadAsync(db => db.Set<AttendanceMark>().CountAsync()));
    }

    [Fact]
    public async Task The_sheet_lists_people_by_name_with_their_hours_and_leaves_out_who_has_no_place()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        var applicant = A.Person("Аистова");
        await facts.Store.AddAsync(applicant);
        await facts.Store.AddAsync(A.Enrollment(facts.Event, applicant, EnrollmentStatus.Applied));
        await facts.MarkAsync("+++Н", "+");

        var sheet = await facts.Queries.SheetAsync(A.Viewer(facts.Center.Id), facts.Event.Id);

        Assert.Equal(["Андреева", "Белова", "Власова"], sheet!.People.Select(x => x.Name.Family));
        Assert.Equal((18m, 24, 75m), (sheet.People[0].Totals.Credited, sheet.SessionHours, sheet.People[0].Totals.Percent(75)));
        Assert.Equal([0, 3, 4], sheet.People.Select(x => x.Totals.Unmarked));
    }
}
