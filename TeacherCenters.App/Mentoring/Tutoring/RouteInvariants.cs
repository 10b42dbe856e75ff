using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>What must hold of all learning routes.</summary>
public static class RouteInvariants
{
    /// <summary>A person follows one route of a center at a time, and nobody escorts themselves.</summary>
    public static async Task<IReadOnlyList<Problem>> PeopleAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var active = await db.Set<LearningRoute>().Where(x => x.Status == RouteStatus.Active).OrderBy(x => x.CenterId).ThenBy(x => x.PersonId).ThenBy(x => x.From).ThenBy(x => x.Id)
            .Select(x => new { x.Id, x.CenterId, x.PersonId, x.From, x.To }).ToListAsync(ct);
        var own = await db.Set<LearningRoute>().Where(x => x.PersonId == x.TutorId).Select(x => x.Id).ToListAsync(ct);
        return
        [
            .. active.Zip(active.Skip(1))
                .Where(x => (x.First.CenterId, x.First.PersonId) == (x.Second.CenterId, x.Second.PersonId) && new DateRange(x.First.From, x.First.To).Overlaps(new DateRange(x.Second.From, x.Second.To)))
                .Select(x => new Problem("Found_RoutesOverlap", x.First.Id, x.Second.Id, x.First.PersonId, x.First.CenterId)),
            .. own.Select(x => new Problem("Found_OwnTutor", x)),
        ];
    }

    /// <summary>A point lies within the days of its route, and an internship in it is the person's own.</summary>
    public static async Task<IReadOnlyList<Problem>> ItemsAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        await (
            from item in db.Set<RouteItem>()
            join route in db.Set<LearningRoute>() on item.RouteId equals route.Id
            where item.DueOn < route.From || item.DueOn > route.To || (item.InternshipId != null && !db.Set<Internship>().Any(x => x.Id == item.InternshipId && x.PersonId == route.PersonId))
            select new Problem("Found_RouteItem", item.Id, route.Id)).ToListAsync(ct);
}
