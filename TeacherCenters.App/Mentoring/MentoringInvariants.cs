using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;

namespace TeacherCenters.Mentoring;

/// <summary>What must hold of pairs after any fault; each answers sentences about what does not.</summary>
public static class MentoringInvariants
{
    /// <summary>A mentee has one mentor at a time in each direction.</summary>
    public static async Task<IReadOnlyList<string>> PlacesAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var held = await db.Set<Mentorship>().Where(x => x.Status == MentorshipStatus.Waiting || x.Status == MentorshipStatus.Active).Select(x => new { x.Id, x.MenteeId, x.Direction }).ToListAsync(ct);
        return [.. held.GroupBy(x => (x.MenteeId, x.Direction)).Where(x => x.Skip(1).Any())
            .Select(x => $"Person {x.Key.MenteeId} has more than one mentor in {x.Key.Direction}: pairs {string.Join(", ", x.Select(p => p.Id).Order())}.")];
    }

    /// <summary>Nobody is their own mentor; who is active has all papers; who waits lacks one.</summary>
    public static async Task<IReadOnlyList<string>> PairsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<string>();
        foreach (var pair in await db.Set<Mentorship>().ToListAsync(ct))
        {
            if (pair.MentorId == pair.MenteeId) found.Add($"Pair {pair.Id}: mentor and mentee are one person.");
            if (pair.HoldsPlace && pair.HasAllPapers != (pair.Status == MentorshipStatus.Active)) found.Add($"Pair {pair.Id}: it is {pair.Status}, and its papers say something else.");
        }
        return found;
    }

    /// <summary>No meeting lies outside its pair's days.</summary>
    public static async Task<IReadOnlyList<string>> MeetingsAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        [.. (await (
            from meeting in db.Set<MentorMeeting>()
            join pair in db.Set<Mentorship>() on meeting.MentorshipId equals pair.Id
            where meeting.Date < pair.From || meeting.Date > pair.EndedOn
            select new { meeting.Id, PairId = pair.Id, meeting.Date }).ToListAsync(ct))
            .Select(x => $"Pair {x.PairId}: meeting {x.Id} on {x.Date:yyyy-MM-dd} lies outside its days.")];
}
