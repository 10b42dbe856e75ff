using System.Globalization;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Data;

/// <summary>One invariant of a check.</summary>
/// <param name="Findings">What is wrong; null while it has not been looked at.</param>
public sealed record CheckLine(string Name, IReadOnlyList<Problem>? Findings);

/// <param name="StartedAt">Wall time of the network.</param>
/// <param name="FinishedAt">Null while it runs.</param>
public sealed record StoreCheck(DateTime StartedAt, string By, IReadOnlyList<CheckLine> Lines, DateTime? FinishedAt)
{
    public int Findings => Lines.Sum(x => x.Findings?.Count ?? 0);

    public int Done => Lines.Count(x => x.Findings is not null);
}

/// <summary>The check of the whole store while the program serves; one at a time, and whoever looks sees how far it is.</summary>
public sealed class CheckCommands(Store store, FileStore files, IEnumerable<Invariant> invariants, NetworkClock clock, ILogger<CheckCommands> log)
{
    private int _running;

    /// <summary>Another invariant was looked at, or all were; raised on another thread.</summary>
    public event Action? Changed;

    /// <summary>The check that runs, or the last one since the program started.</summary>
    public StoreCheck? Last { get; private set; }

    /// <summary>Looks at every invariant, as the program's <c>check</c> command does.</summary>
    /// <returns>The number of findings; or <c>CheckRuns</c>.</returns>
    public async Task<Result<int>> RunAsync(Actor actor, CancellationToken ct = default)
    {
        actor.Demand(Permission.EditSettings, null);
        if (Interlocked.Exchange(ref _running, 1) == 1) return new Problem("CheckRuns");
        try
        {
            // The store's driver works on the caller's thread, and that is a screen's.
            await Task.Run(() => LookAsync(actor.Name, ct), ct);
        }
        finally
        {
            Interlocked.Exchange(ref _running, 0);
        }
        var found = Last!.Findings;
        return await store.WriteAsync<int>(actor, found == 0 ? "store.check" : "store.check-found", unit =>
        {
            // An act that changed nothing is kept for its remark, be it empty.
            unit.Note = found == 0 ? "" : found.ToString(CultureInfo.InvariantCulture);
            return Task.FromResult<Result<int>>(found);
        }, ct);
    }

    private async Task LookAsync(string by, CancellationToken ct)
    {
        Tell(new(clock.LocalNow, by, [.. invariants.Select(x => new CheckLine(x.Name, null))], null));
        await using var db = await store.ReadAsync(ct);
        foreach (var invariant in invariants)
        {
            var findings = await FindAsync(db, invariant, ct);
            Tell(Last! with { Lines = [.. Last.Lines.Select(x => x.Name == invariant.Name ? x with { Findings = findings } : x)] });
        }
        Tell(Last! with { FinishedAt = clock.LocalNow });
    }

    private async Task<IReadOnlyList<Problem>> FindAsync(AppDb db, Invariant invariant, CancellationToken ct)
    {
        try
        {
            return await invariant.Check(db, files, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A damaged store answers by throwing: that is a finding, and the others are looked at all the same.
            log.LogError(failure, "The check {Name} failed", invariant.Name);
            return [new Problem("Check_Unread", failure.Message)];
        }
    }

    private void Tell(StoreCheck check)
    {
        Last = check;
        Changed?.Invoke();
    }
}
