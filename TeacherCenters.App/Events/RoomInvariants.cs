using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;

namespace TeacherCenters.Events;

/// <summary>A room holds one thing at a time: a session of an event, or of the assessment.</summary>
public static class RoomInvariants
{
    public static async Task<IReadOnlyList<string>> RoomsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var uses = await BookingQueries.Uses(db, DateOnly.MinValue, DateOnly.MaxValue).ToListAsync(ct);
        var found = new List<string>();
        foreach (var day in uses.GroupBy(x => (x.RoomId, x.Date)))
        {
            var sorted = day.OrderBy(x => x.Starts).ThenBy(x => x.Ends).ToList();
            for (var i = 1; i < sorted.Count; i++)
                if (sorted[i].Starts < sorted[i - 1].Ends) found.Add($"Room {day.Key.RoomId} on {day.Key.Date:yyyy-MM-dd}: «{sorted[i - 1].Title}» until {sorted[i - 1].Ends:HH:mm}, «{sorted[i].Title}» from {sorted[i].Starts:HH:mm}.");
        }
        return found;
    }
}
