using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Reports;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Reports;

/// <summary>Every number against a count that is written as the figure is said, over all rows of a sample network.</summary>
public sealed class TargetSampleTests
{
    private static readonly TargetFigure[] AddingUp = [TargetFigure.Covered, TargetFigure.Assessed];

    [Fact]
    public async Task Every_figure_of_the_sample_equals_a_count_by_hand()
    {
        await using var store = await TestStore.CreateAsync();
        var accounts = new AccountCommands(store.Store, new PasswordHasher<Account>());
        await new SampleNetwork(store.Store, accounts, store.Root).FillAsync(new SampleSize(People: 600, Events: 12, AsOf: A.Today), new Progress<FillProgress>());
        var all = await store.ReadAsync(AllAsync);
        var queries = new TargetQueries(store.Store, store.Clock);
        var compared = 0;

        foreach (var figure in Enum.GetValues<TargetFigure>())
        {
            foreach (var (year, asOf) in new[] { (2026, A.Today), (2025, A.Today), (2022, A.Today), (2026, new DateOnly(2026, 3, 31)) })
            {
                var from = new DateOnly(AddingUp.Contains(figure) ? 2019 : year, 1, 1);
                var to = new DateOnly(year, 12, 31) < asOf ? new DateOnly(year, 12, 31) : asOf;
                var happened = all.SelectMany(x => Happened(figure, x, from, to)).ToList();
                var alone = all.SelectMany(x => Happened(figure, x, new(year, 1, 1), to)).ToList();
                foreach (var group in Enum.GetValues<StaffGroup>().Cast<StaffGroup?>().Append(null))
                {
                    var board = await queries.BoardAsync(A.Administrator(), new() { Figure = figure, Year = year, AsOf = asOf, Group = group, Everybody = group is null });
                    var mine = happened.Where(x => Is(x, group)).ToList();
                    Same(mine, board.Total);
                    Same(mine, board.Groups.Single(x => x.People.Counted == group));
                    foreach (var row in board.Municipalities) Same(mine.Where(x => x.Row.Municipality == (row.People.Nowhere ? null : row.People.Municipality)), row);
                    Assert.Equal(mine.Count, board.Municipalities.Sum(x => x.Count.Participations));
                    foreach (var row in board.Centers) Same(mine.Where(x => x.Row.Center == row.People.Center), row);
                    var line = board.Years.Single(x => x.Year == year);
                    Same(mine, line.Total);
                    Same(alone.Where(x => Is(x, group)), line.Alone);
                    compared += mine.Count;
                }
            }
        }
        // The sample has something of everything, or the comparison says little.
        Assert.True(compared > 10_000);
        var now = await queries.BoardAsync(A.Administrator(), new());
        Assert.All(now.Figures, x => Assert.True(x.Count.People > 0 && x.Plan is not null));
        Assert.All(now.Figures.Where(x => x.Plan!.Unit == TargetUnit.Percent), x => Assert.InRange(x.Fact!.Value, 0.1m, 100m));
        Assert.Empty(await store.ReadAsync(db => ReportsInvariants.HeadcountsAsync(db, store.Files)));

        void Same(IEnumerable<(Happening Row, DateOnly Day)> byHand, TargetRow row)
        {
            var counted = byHand.ToList();
            Assert.Equal((counted.Select(x => x.Row.Person.Id).Distinct().Count(), counted.Count), (row.Count.People, row.Count.Participations));
        }
    }

    /// <summary>Anything that happened with a person, with what decides about it.</summary>
    private sealed record Happening(object What, Person Person, int Center, int? Municipality, WorkerCategory? Category);

    private static async Task<List<Happening>> AllAsync(AppDb db)
    {
        var people = await db.Set<Person>().ToDictionaryAsync(x => x.Id);
        var events = await db.Set<TrainingEvent>().ToDictionaryAsync(x => x.Id);
        var all = new List<Happening>();
        all.AddRange((await db.Set<Enrollment>().ToListAsync()).Select(x => new Happening((x, events[x.EventId]), people[x.PersonId], x.CenterId, x.MunicipalityId, x.Category)));
        all.AddRange((await db.Set<Assessment>().ToListAsync()).Select(x => new Happening(x, people[x.PersonId], x.CenterId, x.MunicipalityId, x.Category)));
        all.AddRange((await db.Set<Mentorship>().ToListAsync()).Select(x => new Happening(x, people[x.MenteeId], x.CenterId, x.MunicipalityId, x.Category)));
        all.AddRange((await db.Set<LearningRoute>().ToListAsync()).Select(x => new Happening(x, people[x.PersonId], x.CenterId, x.MunicipalityId, x.Category)));
        return all;
    }

    /// <summary>Whether it counts within the days, and on which day it begins to.</summary>
    private static IEnumerable<(Happening Row, DateOnly Day)> Happened(TargetFigure figure, Happening row, DateOnly from, DateOnly to)
    {
        bool Within(DateOnly? day) => day >= from && day <= to;
        DateOnly Begins(DateOnly day) => day > from ? day : from;
        bool Long(DateOnly first, DateOnly last) => Begins(first).AddMonths(3) <= (last < to ? last : to).AddDays(1);
        DateOnly? day = (figure, row.What) switch
        {
            (TargetFigure.Covered, (Enrollment enrollment, TrainingEvent of)) when enrollment.Status == EnrollmentStatus.Completed
                && enrollment.Result is null or FinalResult.Passed or FinalResult.Excellent or FinalResult.Good or FinalResult.Satisfactory
                && of.Kind is not (EventKind.Consultation or EventKind.Diagnostics or EventKind.Competition) && Within(of.EndsOn) => of.EndsOn,
            (TargetFigure.Covered, LearningRoute route) when route.Status == RouteStatus.Closed && Within(route.ClosedOn) => route.ClosedOn,
            (TargetFigure.Assessed, Assessment assessment) when assessment.Status == AssessmentStatus.Completed && Within(assessment.CompletedOn) => assessment.CompletedOn,
            (TargetFigure.YoungSupported, Mentorship pair) when pair.Status is MentorshipStatus.Active or MentorshipStatus.Completed or MentorshipStatus.EndedEarly && Long(pair.From, pair.EndedOn ?? pair.To) => Begins(pair.From),
            (TargetFigure.YoungSupported, LearningRoute route) when Long(route.From, route.ClosedOn ?? route.CancelledOn ?? route.To) => Begins(route.From),
            (TargetFigure.OnRoute, LearningRoute route) when route.Status != RouteStatus.Cancelled && route.From <= to && (route.ClosedOn ?? route.To) >= from => Begins(route.From),
            _ => null,
        };
        return day is { } on ? [(row, on)] : [];
    }

    private static bool Is((Happening Row, DateOnly Day) counted, StaffGroup? group)
    {
        var isTeacher = counted.Row.Category == WorkerCategory.Teacher;
        var person = counted.Row.Person;
        var isYoung = isTeacher && person.BirthDate is { } born && Age.On(born, counted.Day) < 35;
        return group switch
        {
            StaffGroup.Teachers => isTeacher,
            StaffGroup.Heads => counted.Row.Category is WorkerCategory.Head or WorkerCategory.DeputyHead,
            StaffGroup.Young => isYoung,
            StaffGroup.FirstYears => isYoung && person.TeachingSince is { } since && since <= counted.Day && Age.On(since, counted.Day) < 3,
            StaffGroup.Others => counted.Row.Category is null or WorkerCategory.Specialist,
            _ => true,
        };
    }
}
