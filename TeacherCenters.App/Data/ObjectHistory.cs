using Microsoft.EntityFrameworkCore;
using TeacherCenters.Settings;

namespace TeacherCenters.Data;

/// <summary>A change of one object: when in the network's time zone, who, the verb and its remark.</summary>
public sealed record HistoryRow(DateTime At, string ActorName, string Verb, string? Note);

public static class ObjectHistory
{
    /// <summary>What happened to one row, the latest first. Whoever asks has seen to it that the actor may see the row.</summary>
    public static Task<IReadOnlyList<HistoryRow>> HistoryOfAsync(this AppDb db, string kind, int key, NetworkClock clock, int take = 50, CancellationToken ct = default) =>
        db.HistoryOfAsync(kind, [key], clock, take, ct);

    /// <summary>As <see cref="HistoryOfAsync(AppDb, string, int, NetworkClock, int, CancellationToken)"/>, of several rows of one kind.</summary>
    public static async Task<IReadOnlyList<HistoryRow>> HistoryOfAsync(this AppDb db, string kind, IReadOnlyList<int> keys, NetworkClock clock, int take = 50, CancellationToken ct = default)
    {
        var rows = await db.ChangeSets.Where(x => x.Rows.Any(r => r.Kind == kind && keys.Contains(r.Key))).OrderByDescending(x => x.Id).Take(take)
            .Select(x => new HistoryRow(x.At, x.ActorName, x.Verb, x.Note)).ToListAsync(ct);
        return [.. rows.Select(x => x with { At = clock.ToLocal(x.At) })];
    }
}
