using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Mentoring.Internships;

/// <summary>What must hold of all internships: nobody is at two host schools at once, and a passed one has its papers.</summary>
public static class InternshipInvariants
{
    public static async Task<IReadOnlyList<Problem>> OverlapsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var rows = await db.Set<Internship>().Where(x => x.Status != InternshipStatus.Cancelled).OrderBy(x => x.PersonId).ThenBy(x => x.From).ThenBy(x => x.Id)
            .Select(x => new { x.Id, x.PersonId, x.From, x.To }).ToListAsync(ct);
        return [.. rows.Zip(rows.Skip(1)).Where(x => x.First.PersonId == x.Second.PersonId && new DateRange(x.First.From, x.First.To).Overlaps(new DateRange(x.Second.From, x.Second.To)))
            .Select(x => new Problem("Found_InternshipsOverlap", x.First.Id, x.Second.Id, x.First.PersonId))];
    }

    public static async Task<IReadOnlyList<Problem>> PapersAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        await db.Set<Internship>().Where(x => x.Status == InternshipStatus.Completed && (x.CompletedOn < x.To || (x.Result == InternshipResult.Passed && (x.Review == null || x.ReportReceivedOn == null))))
            .Select(x => new Problem("Found_InternshipPapers", x.Id)).ToListAsync(ct);
}
