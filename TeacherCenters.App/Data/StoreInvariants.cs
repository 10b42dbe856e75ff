using Microsoft.EntityFrameworkCore;
using TeacherCenters.Kernel;

namespace TeacherCenters.Data;

/// <summary>What must hold of the store itself: undamaged, no reference into nothing, an unbroken history.</summary>
public static class StoreInvariants
{
    public static IServiceCollection AddStoreInvariants(this IServiceCollection services) => services
        .AddSingleton(new Invariant("store.integrity", IntegrityAsync))
        .AddSingleton(new Invariant("store.references", ReferencesAsync))
        .AddSingleton(new Invariant("history.chain", HistoryAsync));

    /// <summary>What SQLite's own check of pages and indexes finds.</summary>
    public static async Task<IReadOnlyList<Problem>> IntegrityAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        [.. (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check WHERE integrity_check <> 'ok'").ToListAsync(ct)).Select(x => new Problem("Found_Damage", x))];

    /// <summary>Rows that refer to a row that is not there.</summary>
    public static async Task<IReadOnlyList<Problem>> ReferencesAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        [.. (await db.Database.SqlQueryRaw<string>("SELECT \"table\" || ' ' || COALESCE(rowid, '') || '|' || \"parent\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(ct))
            .Select(x => x.Split('|')).Select(x => new Problem("Found_Reference", x[0], x[1]))];

    /// <summary>
    /// Each change set's digest follows from the one before, and its rows are those that it was made with. A set whose rows
    /// were summarised or erased by law has none: its own digest still holds the chain.
    /// </summary>
    public static async Task<IReadOnlyList<Problem>> HistoryAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<Problem>();
        string? previous = null;
        await foreach (var set in db.ChangeSets.AsNoTracking().Include(x => x.Rows).OrderBy(x => x.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (ChangeLog.Digest(previous, set.At, set.AccountId, set.Verb, set.ContentDigest) != set.Digest) found.Add(new Problem("Found_ChainBroken", set.Id, set.Verb));
            if (set.Rows.Count > 0 && ChangeLog.ContentDigest(set.Rows.OrderBy(x => x.Id)) != set.ContentDigest) found.Add(new Problem("Found_RowsChanged", set.Id, set.Verb));
            previous = set.Digest;
        }
        return found;
    }
}
