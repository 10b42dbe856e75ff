using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Security;

public sealed record AuditFilter
{
    /// <summary>Part of the actor's name, of the verb in words, or of the remark.</summary>
    public string? Text { get; set; }

    /// <summary>Who acted; 0 is the program itself.</summary>
    public int? Who { get; set; }

    public string? Verb { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public int? Center { get; set; }
}

/// <param name="At">Wall time of the network.</param>
public sealed record AuditRow(long Id, DateTime At, string Actor, string Verb, string? From, string? Note, int Rows);

public sealed record AuditChange(string Kind, int Key, int Version, string? Before, string? After);

/// <summary>Somebody who stands in the history.</summary>
public sealed record AuditPerson(int Id, string Name);

public sealed class AuditQueries(Store store, NetworkClock clock, HistoryMask mask)
{
    /// <summary>The history, latest first; two queries whatever the size.</summary>
    /// <param name="said">Verbs whose words hold the searched text (<c>events_create</c>): words are the screen's.</param>
    public async Task<Page<AuditRow>> ListAsync(Actor actor, AuditFilter filter, IReadOnlyCollection<string> said, PageRequest page, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ViewAudit, null);
        await using var db = await store.ReadAsync(cancellation);
        var rows = Filtered(db, filter, said);
        var total = await rows.CountAsync(cancellation);
        var items = await rows.OrderByDescending(x => x.Id).Skip(page.Skip).Take(page.Take)
            .Select(x => new AuditRow(x.Id, x.At, x.ActorName, x.Verb, x.From, x.Note, x.Rows.Count))
            .ToListAsync(cancellation);
        return new([.. items.Select(x => x with { At = clock.ToLocal(x.At) })], total);
    }

    /// <summary>As <see cref="ListAsync"/>, all of it, read while it is written.</summary>
    public async IAsyncEnumerable<AuditRow> AllAsync(Actor actor, AuditFilter filter, IReadOnlyCollection<string> said, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ViewAudit, null);
        await using var db = await store.ReadAsync(cancellation);
        var rows = Filtered(db, filter, said).OrderByDescending(x => x.Id).Select(x => new AuditRow(x.Id, x.At, x.ActorName, x.Verb, x.From, x.Note, x.Rows.Count));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation)) yield return row with { At = clock.ToLocal(row.At) };
    }

    /// <summary>Whom the history may be filtered by: every account, by name.</summary>
    public async Task<IReadOnlyList<AuditPerson>> PeopleAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ViewAudit, null);
        await using var db = await store.ReadAsync(cancellation);
        return await db.Users.OrderBy(x => x.FullName).ThenBy(x => x.Id).Select(x => new AuditPerson(x.Id, x.FullName)).ToListAsync(cancellation);
    }

    /// <summary>Codes of the verbs that stand in the history.</summary>
    public async Task<IReadOnlyList<string>> VerbsAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ViewAudit, null);
        await using var db = await store.ReadAsync(cancellation);
        return await db.ChangeSets.Select(x => x.Verb).Distinct().ToListAsync(cancellation);
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

    private IQueryable<ChangeSet> Filtered(AppDb db, AuditFilter filter, IReadOnlyCollection<string> said)
    {
        var rows = db.ChangeSets.AsQueryable();
        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            // The store knows capitals of Latin letters only: names begin with one, remarks may.
            var (upper, lower) = (char.ToUpperInvariant(text[0]) + text[1..], char.ToLowerInvariant(text[0]) + text[1..]);
            rows = rows.Where(x => x.ActorName.Contains(text) || x.ActorName.Contains(upper) || said.Contains(x.Verb.Replace(".", "_").Replace("-", "_")) || x.Note!.Contains(lower) || x.Note.Contains(upper));
        }
        if (filter.Who is { } who) rows = rows.Where(x => who == 0 ? x.AccountId == null : x.AccountId == who);
        if (filter.Verb is { Length: > 0 } verb) rows = rows.Where(x => x.Verb == verb);
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
        return rows;
    }
}
