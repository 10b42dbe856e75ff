using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;

namespace TeacherCenters.Reports;

/// <summary>Reads what may count: one query for each kind that a figure needs. Whether it counts, the rules say.</summary>
internal static class TargetFacts
{
    /// <param name="figures">For which figures.</param>
    /// <param name="days">Facts that touch no day of these are left out.</param>
    /// <param name="centers">Of these centers; null for all.</param>
    public static async Task<List<TargetFact>> TargetFactsAsync(this AppDb db, IReadOnlyCollection<TargetFigure> figures, DateRange days, int[]? centers, CancellationToken ct)
    {
        var (from, to) = (days.From ?? DateOnly.MinValue, days.To ?? DateOnly.MaxValue);
        var facts = new List<TargetFact>();
        foreach (var kind in figures.SelectMany(TargetRules.Kinds).Distinct())
        {
            var rows = kind switch
            {
                TargetFactKind.Event => Events(db, from, to, centers),
                TargetFactKind.Assessment => Assessments(db, from, to, centers),
                TargetFactKind.Pair => Pairs(db, from, to, centers),
                _ => Routes(db, from, to, centers),
            };
            facts.AddRange(await rows.ToListAsync(ct));
        }
        return facts;
    }

    private static IQueryable<TargetFact> Events(AppDb db, DateOnly from, DateOnly to, int[]? centers) =>
        from enrollment in db.Set<Enrollment>().Where(TargetRules.Passed)
        join of in db.Set<TrainingEvent>().Where(TargetRules.Teaches) on enrollment.EventId equals of.Id
        join person in db.Set<Person>() on enrollment.PersonId equals person.Id
        where of.EndsOn >= @from && of.EndsOn <= to && (centers == null || centers.Contains(enrollment.CenterId))
        select new TargetFact(TargetFactKind.Event, of.Id, enrollment.CenterId, person.Id, enrollment.SchoolId, enrollment.MunicipalityId, enrollment.Position, enrollment.Category,
            person.BirthDate, person.TeachingSince, of.StartsOn, of.EndsOn, of.EndsOn, false);

    // Only that it took place is read: the result is the teacher's.
    private static IQueryable<TargetFact> Assessments(AppDb db, DateOnly from, DateOnly to, int[]? centers) =>
        from assessment in db.Set<Assessment>()
        join person in db.Set<Person>() on assessment.PersonId equals person.Id
        where assessment.Status == AssessmentStatus.Completed && assessment.CompletedOn >= @from && assessment.CompletedOn <= to && (centers == null || centers.Contains(assessment.CenterId))
        select new TargetFact(TargetFactKind.Assessment, assessment.Id, assessment.CenterId, person.Id, assessment.SchoolId, assessment.MunicipalityId, assessment.Position, assessment.Category,
            person.BirthDate, person.TeachingSince, assessment.CompletedOn!.Value, assessment.CompletedOn!.Value, assessment.CompletedOn, false);

    private static IQueryable<TargetFact> Pairs(AppDb db, DateOnly from, DateOnly to, int[]? centers) =>
        from pair in db.Set<Mentorship>()
        join person in db.Set<Person>() on pair.MenteeId equals person.Id
        where pair.Status != MentorshipStatus.Waiting && pair.Status != MentorshipStatus.Cancelled && pair.From <= to && (pair.EndedOn ?? pair.To) >= @from
            && (centers == null || centers.Contains(pair.CenterId))
        select new TargetFact(TargetFactKind.Pair, pair.Id, pair.CenterId, person.Id, pair.SchoolId, pair.MunicipalityId, pair.Position, pair.Category,
            person.BirthDate, person.TeachingSince, pair.From, pair.EndedOn ?? pair.To, null, false);

    private static IQueryable<TargetFact> Routes(AppDb db, DateOnly from, DateOnly to, int[]? centers) =>
        from route in db.Set<LearningRoute>()
        join person in db.Set<Person>() on route.PersonId equals person.Id
        where route.From <= to && (route.ClosedOn ?? route.CancelledOn ?? route.To) >= @from && (centers == null || centers.Contains(route.CenterId))
        select new TargetFact(TargetFactKind.Route, route.Id, route.CenterId, person.Id, route.SchoolId, route.MunicipalityId, route.Position, route.Category,
            person.BirthDate, person.TeachingSince, route.From, route.ClosedOn ?? route.CancelledOn ?? route.To, route.ClosedOn, route.Status == RouteStatus.Cancelled);
}
