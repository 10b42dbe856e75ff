using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;

namespace TeacherCenters.Enrollments;

/// <summary>No event is over-booked, and its counter says what its enrollments say.</summary>
public static class SeatInvariants
{
    public static async Task<IReadOnlyList<Problem>> SeatsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var events = await db.Set<TrainingEvent>().Select(x => new { x.Id, x.Title, x.Capacity, x.SeatsTaken }).ToListAsync(ct);
        var held = await db.Set<Enrollment>()
            .Where(x => x.Status == EnrollmentStatus.Enrolled || x.Status == EnrollmentStatus.Admitted || x.Status == EnrollmentStatus.Completed)
            .GroupBy(x => x.EventId)
            .Select(x => new { x.Key, Count = x.Count() })
            .ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var found = new List<Problem>();
        foreach (var one in events)
        {
            var seats = held.GetValueOrDefault(one.Id);
            if (seats != one.SeatsTaken) found.Add(new Problem("Found_EventCounter", one.Id, one.Title, one.SeatsTaken, seats));
            if (seats > one.Capacity) found.Add(new Problem("Found_EventOverbooked", one.Id, one.Title, seats, one.Capacity));
        }
        return found;
    }
}
