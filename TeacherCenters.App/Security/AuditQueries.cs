using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

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
/// <param name="Kind">Of the first row that was changed; null when none was.</param>
/// <param name="Name">What that row is called now.</param>
public sealed record AuditRow(long Id, DateTime At, string Actor, string Verb, string? From, string? Note, int Rows, string? Kind, int? Key)
{
    public string? Name { get; init; }
}

/// <summary>Somebody who stands in the history.</summary>
public sealed record AuditPerson(int Id, string Name);

public sealed class AuditQueries(Store store, NetworkClock clock, HistoryReader reader)
{
    private const int ExportBatch = 500;

    /// <summary>The history, latest first; two queries whatever the size, one more for a searched text, and one for each kind of row that is named.</summary>
    /// <param name="said">Verbs whose words hold the searched text (<c>events_create</c>): words are the screen's.</param>
    public async Task<Page<AuditRow>> ListAsync(Actor actor, AuditFilter filter, IReadOnlyCollection<string> said, PageRequest page, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ViewAudit, null);
        await using var db = await store.ReadAsync(cancellation);
        var rows = await FilteredAsync(db, filter, said, cancellation);
        return new(await ReadAsync(db, rows.OrderByDescending(x => x.Id).Skip(page.Skip).Take(page.Take), cancellation), await rows.CountAsync(cancellation));
    }

    /// <summary>As <see cref="ListAsync"/>, all of it, in pieces.</summary>
    public async IAsyncEnumerable<AuditRow> AllAsync(Actor actor, AuditFilter filter, IReadOnlyCollection<string> said, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ViewAudit, null);
        await using var db = await store.ReadAsync(cancellation);
        var sets = await FilteredAsync(db, filter, said, cancellation);
        for (var last = long.MaxValue; ;)
        {
            var rows = await ReadAsync(db, sets.Where(x => x.Id < last).OrderByDescending(x => x.Id).Take(ExportBatch), cancellation);
            foreach (var row in rows) yield return row;
            if (rows.Count < ExportBatch) yield break;
            last = rows[^1].Id;
        }
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
    public async Task<IReadOnlyList<HistoryObject>> ChangesAsync(Actor actor, long changeSetId, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ViewAudit, null);
        await using var db = await store.ReadAsync(cancellation);
        var center = await db.ChangeSets.Where(x => x.Id == changeSetId).Select(x => x.CenterId).SingleOrDefaultAsync(cancellation);
        var rows = await db.ChangeRows.Where(x => x.ChangeSetId == changeSetId).OrderBy(x => x.Id).Take(PageRequest.MaxSize).ToListAsync(cancellation);
        return [.. (await reader.OpenAsync(db, actor, rows.ConvertAll(x => (center, x)), cancellation)).OfType<HistoryObject>()];
    }

    private async Task<IReadOnlyList<AuditRow>> ReadAsync(AppDb db, IQueryable<ChangeSet> sets, CancellationToken cancellation)
    {
        var read = await sets.Select(x => new
        {
            x.Id, x.At, x.ActorName, x.Verb, x.From, x.Note,
            Count = x.Rows.Where(r => !HistoryReader.UnsaidKinds.Contains(r.Kind)).Select(r => new { r.Kind, r.Key }).Distinct().Count(),
            First = x.Rows.Where(r => !HistoryReader.UnsaidKinds.Contains(r.Kind)).OrderBy(r => r.Id).Select(r => new { r.Kind, r.Key }).FirstOrDefault(),
        }).ToListAsync(cancellation);
        var rows = read.ConvertAll(x =>
        {
            var about = x.First is null ? ObjectHistory.Mentioned(x.Note) : null;
            return new { x.Id, x.At, x.ActorName, x.Verb, x.From, x.Note, x.Count, About = about, First = x.First is null ? about : (x.First.Kind, x.First.Key) };
        });
        var names = await reader.NamesAsync(db, rows.Where(x => x.First is not null).Select(x => x.First!.Value), cancellation);
        return rows.ConvertAll(x => new AuditRow(x.Id, clock.ToLocal(x.At), x.ActorName, x.Verb, x.From, x.About is null ? Typed.OrNull(x.Note) : null, x.Count, x.First?.Kind, x.First?.Key)
        {
            Name = x.First is { } first ? names.GetValueOrDefault(first)?.Name : null,
        });
    }

    private async Task<IQueryable<ChangeSet>> FilteredAsync(AppDb db, AuditFilter filter, IReadOnlyCollection<string> said, CancellationToken cancellation)
    {
        var rows = db.ChangeSets.AsQueryable();
        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            // The store knows the capitals of Latin letters only. Those who acted are few: they are compared here. Remarks are many: the usual writings of the text are looked for.
            var words = SearchName.Words(text);
            var actors = (await db.ChangeSets.Select(x => x.ActorName).Distinct().ToListAsync(cancellation)).Where(x => SearchName.Of(x) is var name && words.All(w => name.Contains(w, StringComparison.Ordinal))).ToList();
            var (lower, upper) = (text.ToLowerInvariant(), text.ToUpperInvariant());
            var capital = upper[0] + lower[1..];
            rows = rows.Where(x => actors.Contains(x.ActorName) || said.Contains(x.Verb.Replace(".", "_").Replace("-", "_"))
                || x.Note!.Contains(text) || x.Note.Contains(lower) || x.Note.Contains(upper) || x.Note.Contains(capital));
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
