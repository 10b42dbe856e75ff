using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Kernel;

namespace TeacherCenters.Data;

/// <summary>One act: when in the network's time zone, who, the verb and its remark. What it changed is read by <see cref="HistoryReader"/>, which masks it.</summary>
public sealed record HistoryRow(long Id, DateTime At, string ActorName, string Verb, string? Note)
{
    internal int? CenterId { get; init; }

    internal IReadOnlyList<ChangeRow> Rows { get; init; } = [];

    /// <summary>How many rows of the object it changed.</summary>
    public int Count => Rows.Count;
}

public static class ObjectHistory
{
    /// <summary>The remark of an act that looked at a row without changing it.</summary>
    public static string Mention(string kind, int key) => string.Create(CultureInfo.InvariantCulture, $"{kind} {key}");

    /// <summary>The row that a remark mentions; null for a remark in words.</summary>
    public static (string Kind, int Key)? Mentioned(string? note) =>
        note?.Split(' ') is [var kind, var key] && kind.All(char.IsAsciiLetter) && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (kind, id) : null;

    /// <summary>What happened to one row, the latest first. Whoever asks has seen to it that the actor may see the row.</summary>
    public static Task<IReadOnlyList<HistoryRow>> HistoryOfAsync(this AppDb db, string kind, int key, NetworkClock clock, int take = 50, CancellationToken ct = default) =>
        db.HistoryOfAsync(db.ChangeRows.Where(x => x.Kind == kind && x.Key == key), null, clock, take, ct);

    /// <summary>As <see cref="HistoryOfAsync(AppDb, string, int, NetworkClock, int, CancellationToken)"/>, of several rows of one kind.</summary>
    public static Task<IReadOnlyList<HistoryRow>> HistoryOfAsync(this AppDb db, string kind, IReadOnlyList<int> keys, NetworkClock clock, int take = 50, CancellationToken ct = default) =>
        db.HistoryOfAsync(db.ChangeRows.Where(x => x.Kind == kind && keys.Contains(x.Key)), null, clock, take, ct);

    /// <summary>What happened to an object that is made of several rows, the latest first; two queries.</summary>
    /// <param name="note">Acts with this remark belong to it too: those that changed nothing.</param>
    public static async Task<IReadOnlyList<HistoryRow>> HistoryOfAsync(this AppDb db, IQueryable<ChangeRow> rows, string? note, NetworkClock clock, int take = 50, CancellationToken ct = default)
    {
        var sets = rows.Select(x => x.ChangeSetId);
        var acts = await db.ChangeSets.Where(x => sets.Contains(x.Id) || (note != null && x.Note == note)).OrderByDescending(x => x.Id).Take(take)
            .Select(x => new { x.Id, x.At, x.ActorName, x.Verb, x.Note, x.CenterId }).ToListAsync(ct);
        var ids = acts.ConvertAll(x => x.Id);
        var changes = (await rows.Where(x => ids.Contains(x.ChangeSetId)).OrderBy(x => x.Id).ToListAsync(ct)).ToLookup(x => x.ChangeSetId);
        return acts.ConvertAll(x => new HistoryRow(x.Id, clock.ToLocal(x.At), x.ActorName, x.Verb, x.Note == note ? null : x.Note) { CenterId = x.CenterId, Rows = [.. changes[x.Id]] });
    }
}
