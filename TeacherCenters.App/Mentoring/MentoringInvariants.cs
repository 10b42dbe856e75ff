using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Mentoring;

/// <summary>What must hold of pairs after any fault; each answers sentences about what does not.</summary>
public static class MentoringInvariants
{
    /// <summary>A mentee has one mentor at a time in each direction.</summary>
    public static async Task<IReadOnlyList<Problem>> PlacesAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var held = await db.Set<Mentorship>().Where(x => x.Status == MentorshipStatus.Waiting || x.Status == MentorshipStatus.Active).Select(x => new { x.Id, x.MenteeId, x.Direction }).ToListAsync(ct);
        return [.. held.GroupBy(x => (x.MenteeId, x.Direction)).Where(x => x.Skip(1).Any())
            .Select(x => new Problem("Found_MentorsTwice", x.Key.MenteeId, x.Key.Direction, string.Join(", ", x.Select(p => p.Id).Order())))];
    }

    /// <summary>Nobody is their own mentor; who is active has all papers; who waits lacks one.</summary>
    public static async Task<IReadOnlyList<Problem>> PairsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<Problem>();
        foreach (var pair in await db.Set<Mentorship>().ToListAsync(ct))
        {
            if (pair.MentorId == pair.MenteeId) found.Add(new Problem("Found_PairOfOne", pair.Id));
            if (pair.HoldsPlace && pair.HasAllPapers != (pair.Status == MentorshipStatus.Active)) found.Add(new Problem("Found_PairPapers", pair.Id, pair.Status));
        }
        return found;
    }

    /// <summary>No meeting lies outside its pair's days.</summary>
    public static async Task<IReadOnlyList<Problem>> MeetingsAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        [.. (await (
            from meeting in db.Set<MentorMeeting>()
            join pair in db.Set<Mentorship>() on meeting.MentorshipId equals pair.Id
            where meeting.Date < pair.From || meeting.Date > pair.EndedOn
            select new { meeting.Id, PairId = pair.Id, meeting.Date }).ToListAsync(ct))
            .Select(x => new Problem("Found_MeetingOutside", x.PairId, x.Id, x.Date))];
}
