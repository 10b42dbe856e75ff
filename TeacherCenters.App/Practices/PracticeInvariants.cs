using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Practices;

/// <summary>What must hold of all practices: their files are there unchanged, and what the whole network reads is fit to be read.</summary>
public static class PracticeInvariants
{
    public static async Task<IReadOnlyList<Problem>> FilesAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = await db.Set<AttachedFile>().Where(x => x.OwnerKind == nameof(Practice) && !db.Set<Practice>().Any(p => p.Id == x.OwnerId))
            .Select(x => new Problem("Found_FileOfNone", x.Id, x.OwnerId)).ToListAsync(ct);
        foreach (var file in await db.Set<AttachedFile>().Where(x => x.OwnerKind == nameof(Practice)).OrderBy(x => x.Id).Select(x => new { x.Id, x.OwnerId, x.Name, x.Size, x.Hash }).ToListAsync(ct))
        {
            if (AttachedFileRules.Check(file.Name, file.Size) is { } wrong) found.Add(new Problem("Found_FileRefused", file.OwnerId, file.Id, wrong));
            if (await files.FaultAsync(file.Hash, ct) is { } fault) found.Add(new Problem("Found_FileContent", file.OwnerId, file.Id, fault));
        }
        return found;
    }

    public static async Task<IReadOnlyList<Problem>> PublishedAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        await db.Set<Practice>().Where(x => x.Status == PracticeStatus.Published && (x.Summary == null || x.Authors.Count == 0))
            .Select(x => new Problem("Found_PublishedBare", x.Id)).ToListAsync(ct);

    public static async Task<IReadOnlyList<Problem>> AuthorsAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        await db.Set<PracticeAuthor>().GroupBy(x => x.PracticeId).Where(x => x.Min(a => a.Order) != 1 || x.Max(a => a.Order) != x.Count())
            .Select(x => new Problem("Found_AuthorsOrder", x.Key)).ToListAsync(ct);
}
