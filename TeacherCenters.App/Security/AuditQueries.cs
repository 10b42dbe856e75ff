using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Security;

public sealed record AuditFilter
{
    public string Text { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public int? Center { get; set; }
}

/// <param name="At">Wall time of the network.</param>
public sealed record AuditRow(long Id, DateTime At, string Actor, string Verb, string? From, string? Note, int Rows);

public sealed record AuditChange(string Kind, int Key, int Version, string? Before, string? After);

public sealed class AuditQueries(Store store, NetworkClock clock, HistoryMask mask)
{
    /// <summary>The history, latest first; two queries whatever the size.</summary>
    public async Task<Page<AuditRow>> ListAsync(Actor actor, AuditFilter filter, PageRequest page, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ViewAudit, null);
        await using var db = await store.ReadAsync(cancellation);
        var rows = db.ChangeSets.AsQueryable();
        if (filter.Text.Trim() is { Length: > 0 } text) rows = rows.Where(x => x.ActorName.Contains(text) || x.Verb.Contains(text));
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        if (filter.From is { } from)
        {
            var start = clock.ToUtc(from.ToDateTime(TimeOnly.MinValue));
            rows = rows.Where(x => x.At >= start);
        }
        if (filter.To is { } to)
        {
            var end = clock.ToUtc(to.AddDays(1).ToDateTime(TimeOnly.MinValue));
            rows = rows.Where(x => x.At < end);
        }
        var total = await rows.CountAsync(cancellation);
        var items = await rows
            .OrderByDescending(x => x.Id)
            .Skip(page.Skip).Take(page.Take)
            .Select(x => new AuditRow(x.Id, x.At, x.ActorName, x.Verb, x.From, x.Note, x.Rows.Count))
            .ToListAsync(cancellation);
        return new([.. items.Select(x => x with { At = clock.ToLocal(x.At) })], total);
    }

    /// <summary>What one act changed, at most two hundred rows of it. What needs a right of its own is masked: the log is no way around it.</summary>
    public async Task<IReadOnlyList<AuditChange>> ChangesAsync(Actor actor, long changeSetId, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ViewAudit, null);
        await using var db = await store.ReadAsync(cancellation);
        var center = await db.ChangeSets.Where(x => x.Id == changeSetId).Select(x => x.CenterId).SingleOrDefaultAsync(cancellation);
        var rows = await db.ChangeRows
            .Where(x => x.ChangeSetId == changeSetId)
            .OrderBy(x => x.Id)
            .Take(PageRequest.MaxSize)
            .Select(x => new AuditChange(x.Kind, x.Key, x.RowVersion, x.Before, x.After))
            .ToListAsync(cancellation);
        return [.. rows.Select(x => x with { Before = mask.Of(actor, center, x.Kind, x.Before), After = mask.Of(actor, center, x.Kind, x.After) })];
    }
}
