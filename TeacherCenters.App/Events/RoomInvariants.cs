using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Events;

/// <summary>A room holds one thing at a time: a session of an event, or of the assessment.</summary>
public static class RoomInvariants
{
    public static async Task<IReadOnlyList<Problem>> RoomsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var uses = await BookingQueries.Uses(db, DateOnly.MinValue, DateOnly.MaxValue).ToListAsync(ct);
        var found = new List<Problem>();
        foreach (var day in uses.GroupBy(x => (x.RoomId, x.Date)))
        {
            var sorted = day.OrderBy(x => x.Starts).ThenBy(x => x.Ends).ToList();
            for (var i = 1; i < sorted.Count; i++)
                if (sorted[i].Starts < sorted[i - 1].Ends) found.Add(new Problem("Found_RoomTwice", day.Key.RoomId, day.Key.Date, sorted[i - 1].Title, sorted[i - 1].Ends, sorted[i].Title, sorted[i].Starts));
        }
        return found;
    }
}
