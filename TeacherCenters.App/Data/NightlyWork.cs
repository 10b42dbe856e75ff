using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Data;

/// <summary>What is done with the store every night: looked over, copied, old copies thinned out, its statistics renewed.</summary>
public sealed class NightlyWork(Store store, FileStore files, WriteGate gate, Backup backup, BackupCommands backups, DataRoot root, NetworkClock clock, Nights nights, ILogger<NightlyWork> log)
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Does the work of one night. What fails is logged and kept for the administrator; nothing is thrown but the end of the program.</summary>
    /// <param name="ifMissed">Only when the last copy, or without one the first act in the store, is more than a day old.</param>
    public async Task RunAsync(bool ifMissed = false, CancellationToken ct = default)
    {
        try
        {
            await using var db = await store.ReadAsync(ct);
            // Before the set-up there is nothing to be lost.
            if (!await db.Users.AnyAsync(ct) || (ifMissed && !await IsMissedAsync(db, ct))) return;
            nights.Tell(new(clock.LocalNow, await WorkAsync(db, ct)));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The nightly work was not finished");
            nights.Tell(new(clock.LocalNow, failure.GetBaseException() is SqliteException of && StoreSetup.IsDamage(of) ? NightFault.StoreDamaged : NightFault.Unfinished));
        }
    }

    private async Task<bool> IsMissedAsync(AppDb db, CancellationToken ct) =>
        clock.UtcNow - (backup.LastAt() ?? await db.ChangeSets.OrderBy(x => x.Id).Select(x => (DateTime?)x.At).FirstOrDefaultAsync(ct)) > Every;

    private async Task<NightFault?> WorkAsync(AppDb db, CancellationToken ct)
    {
        var damage = await DamageAsync(db, ct);
        if (damage.Count > 0) log.LogError("The nightly check found: {Damage}", string.Join(' ', damage));
        // Of a damaged store, too, the last copy that can be had is worth having.
        var copied = await backups.MakeAsync(Actor.System, NightlyPlan.NameOf(clock.LocalNow), ct);
        if (damage.Count > 0) return NightFault.StoreDamaged;
        // One that somebody is making at this moment is as good.
        if (copied.Problem is { Key: not "BackupRuns" }) return NightFault.CopyFailed;
        foreach (var name in NightlyPlan.Superfluous(backup.Files().Select(x => x.Name))) File.Delete(Path.Combine(root.Backups, name));
        // It may write, so it takes its turn. The mask: all tables, since this connection has asked for few yet.
        using (await gate.EnterAsync(ct)) await db.Database.ExecuteSqlRawAsync("PRAGMA optimize=0x10002", ct);
        return null;
    }

    private async Task<IReadOnlyList<Problem>> DamageAsync(AppDb db, CancellationToken ct)
    {
        try
        {
            return [.. await StoreInvariants.IntegrityAsync(db, files, ct), .. await StoreInvariants.ReferencesAsync(db, files, ct)];
        }
        catch (SqliteException damage) when (StoreSetup.IsDamage(damage))
        {
            return [new("Found_Damage", damage.Message)];
        }
    }
}

/// <summary>Strikes the hour while the program serves. The commands of the program and the tests serve nobody, so nothing happens by itself there.</summary>
public sealed class NightlyService(NightlyWork work, Nights nights, NetworkClock clock, TimeProvider time) : BackgroundService
{
    /// <summary>The first visitors of a morning come first.</summary>
    public static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    // A machine that slept or whose clock was put right is noticed within this time.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (nights.Hour is not { } hour) return;
        await Task.Delay(AfterStart, time, stoppingToken);
        await work.RunAsync(ifMissed: true, stoppingToken);
        for (var next = NightlyPlan.Next(clock.LocalNow, hour); ;)
        {
            if (clock.LocalNow < next)
            {
                var left = next - clock.LocalNow;
                await Task.Delay(left < Look ? left : Look, time, stoppingToken);
                continue;
            }
            await work.RunAsync(ct: stoppingToken);
            next = NightlyPlan.Next(clock.LocalNow, hour);
        }
    }
}
