using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Data;

/// <summary>The door to the store: reads through a short-lived context, writes through <see cref="WriteAsync"/>.</summary>
public sealed class Store(IDbContextFactory<AppDb> contexts, WriteGate gate, NetworkClock clock, Changes changes)
{
    /// <summary>A context for one read. Project into rows, without tracking.</summary>
    public async Task<AppDb> ReadAsync(CancellationToken cancellation = default)
    {
        var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }

    /// <summary>
    /// Runs one domain verb: takes the gate and a transaction, lets <paramref name="act"/> load, demand, ask its rules and change
    /// entities, then saves, writes the change set, commits and publishes. A returned <see cref="Problem"/> rolls everything back.
    /// </summary>
    /// <param name="verb">Stable name for the history, for instance <c>events.announce</c>.</param>
    public async Task<Result> WriteAsync(Actor actor, string verb, Func<WriteUnit, Task<Result>> act, CancellationToken cancellation = default)
    {
        var result = await WriteAsync<bool>(actor, verb, async unit => await act(unit) is { Problem: { } problem } ? problem : true, cancellation);
        return new Result(result.Problem);
    }

    /// <inheritdoc cref="WriteAsync(Actor, string, Func{WriteUnit, Task{Result}}, CancellationToken)"/>
    public async Task<Result<T>> WriteAsync<T>(Actor actor, string verb, Func<WriteUnit, Task<Result<T>>> act, CancellationToken cancellation = default)
    {
        List<Change> published;
        Result<T> result;
        using (await gate.EnterAsync(cancellation))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var unit = new WriteUnit(db, actor, verb, clock);
            try
            {
                result = await act(unit);
                if (!result.Succeeded) return result;
                published = await SaveAsync(unit, cancellation);
            }
            catch (DbUpdateConcurrencyException clash)
            {
                await transaction.RollbackAsync(CancellationToken.None);
                return await ClashAsync(clash, CancellationToken.None);
            }
            await transaction.CommitAsync(CancellationToken.None);
        }
        changes.Publish(published);
        return result;
    }

    private static async Task<List<Change>> SaveAsync(WriteUnit unit, CancellationToken cancellation)
    {
        var db = unit.Db;
        db.ChangeTracker.DetectChanges();
        var pending = ChangeLog.Collect(db);
        if (pending.Count == 0 && unit.EarlierRows.Count == 0 && unit.Note is null) return [];
        await db.SaveChangesAsync(cancellation);
        List<ChangeRow> rows = unit.HistoryIsSummary ? [] : [.. unit.EarlierRows, .. ChangeLog.Rows(pending)];
        var content = ChangeLog.ContentDigest(rows);
        var previous = await db.ChangeSets.OrderByDescending(x => x.Id).Select(x => x.Digest).FirstOrDefaultAsync(cancellation);
        var set = new ChangeSet
        {
            At = unit.Now,
            AccountId = unit.Actor.AccountId,
            ActorName = unit.Actor.Name,
            From = unit.Actor.Address,
            Verb = unit.Verb,
            CenterId = unit.CenterId,
            Note = unit.Note,
            ContentDigest = content,
            Digest = ChangeLog.Digest(previous, unit.Now, unit.Actor.AccountId, unit.Verb, content),
        };
        set.Rows.AddRange(rows);
        db.Add(set);
        await db.SaveChangesAsync(cancellation);
        return [.. rows.Select(x => new Change(x.Kind, x.Key, x.RowVersion) { Owner = unit.Owner, CenterId = unit.CenterId }).Distinct()];
    }

    private async Task<Problem> ClashAsync(DbUpdateConcurrencyException clash, CancellationToken cancellation)
    {
        var entry = clash.Entries.Count > 0 ? clash.Entries[0] : null;
        if (entry is null) return new Problem("ChangedByOther", "", null);
        await using var db = await ReadAsync(cancellation);
        var (kind, key) = (entry.Metadata.ClrType.Name, ChangeLog.Key(entry));
        var last = await db.ChangeSets
            .Where(x => x.Rows.Any(r => r.Kind == kind && r.Key == key))
            .OrderByDescending(x => x.Id)
            .Select(x => new { x.ActorName, x.At })
            .FirstOrDefaultAsync(cancellation);
        return new Problem("ChangedByOther", last?.ActorName ?? "", last is null ? null : clock.ToLocal(last.At));
    }
}

/// <summary>The open write of one verb. A verb that is part of another takes it and joins.</summary>
public sealed class WriteUnit(AppDb db, Actor actor, string verb, NetworkClock clock)
{
    public AppDb Db { get; } = db;

    public Actor Actor { get; } = actor;

    public string Verb { get; } = verb;

    /// <summary>UTC, one instant for the whole verb.</summary>
    public DateTime Now { get; } = clock.UtcNow;

    /// <summary>The calendar day in the network's time zone at <see cref="Now"/>.</summary>
    public DateOnly Today { get; } = clock.Today;

    /// <summary>Wall time in the network's time zone at <see cref="Now"/>.</summary>
    public DateTime LocalNow => clock.ToLocal(Now);

    /// <summary>The center that the history shows for this verb; null for the whole network.</summary>
    public int? CenterId { get; set; }

    /// <summary>The object that all rows of this verb belong to: pages of others need not read themselves again. Null when there are several, or none is known.</summary>
    public Owner? Owner { get; set; }

    /// <summary>A remark kept in the history, for instance the reason that was asked for.</summary>
    public string? Note { get; set; }

    internal List<ChangeRow> EarlierRows { get; } = [];

    internal bool HistoryIsSummary { get; private set; }

    /// <summary>The history keeps only <paramref name="note"/>, not each row: for filling an empty store.</summary>
    public void SummariseHistory(string note) => (HistoryIsSummary, Note) = (true, note);

    /// <summary>Refuses the save with <c>ChangedByOther</c> unless the row still has the version that the form was opened on.</summary>
    public void Expect(Entity row, int version)
    {
        // The original value takes part in the WHERE of the update; setting the current value would check nothing.
        PropertyEntry<Entity, int> property = Db.Entry(row).Property(x => x.Version);
        property.OriginalValue = version;
    }

    /// <summary>Something was added, changed or removed so far: a form that was saved as it had been opened changes nothing.</summary>
    public bool HasChanges
    {
        get
        {
            Db.ChangeTracker.DetectChanges();
            return EarlierRows.Count > 0 || Db.ChangeTracker.HasChanges();
        }
    }

    /// <summary>
    /// The row counts as changed with what hangs on it, so that its history tells all and a form opened before sees the clash.
    /// </summary>
    public void Touch(Entity row)
    {
        var entry = Db.Entry(row);
        if (entry.State == EntityState.Unchanged) entry.Property(nameof(Entity.Version)).IsModified = true;
    }

    /// <summary>Sends what has changed so far to the store within this transaction, for verbs that need the keys of new rows.</summary>
    public async Task FlushAsync(CancellationToken cancellation = default)
    {
        Db.ChangeTracker.DetectChanges();
        var pending = ChangeLog.Collect(Db);
        await Db.SaveChangesAsync(cancellation);
        if (!HistoryIsSummary) EarlierRows.AddRange(ChangeLog.Rows(pending));
    }
}
