using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Desk;

/// <summary>What the administrator looks after.</summary>
/// <param name="LastBackup">Wall time of the network; null while there was none.</param>
/// <param name="BackupIsOld">More than a day has passed since, or there was none.</param>
/// <param name="AddressMissing">The public base address is not set: documents bear no code to check them by.</param>
/// <param name="Night">What went wrong in the last night; null when nothing did.</param>
public sealed record NetworkCare(DateTime? LastBackup, bool BackupIsOld, bool AddressMissing, NightFault? Night = null);

public sealed class NetworkCareQueries(Store store, Backup backup, Nights nights, NetworkClock clock)
{
    private static readonly TimeSpan BackupEvery = TimeSpan.FromDays(1);

    /// <summary>Null for whoever may not change the network's settings. One query.</summary>
    public async Task<NetworkCare?> ReadAsync(Actor actor, CancellationToken ct = default)
    {
        if (!actor.Can(Permission.EditSettings, null)) return null;
        await using var db = await store.ReadAsync(ct);
        var last = backup.LastAt();
        return new(last is { } at ? clock.ToLocal(at) : null, last is null || clock.UtcNow - last > BackupEvery, (await db.SettingsAsOfAsync(clock.Today, ct)).PublicBaseAddress.Length == 0, nights.Last?.Fault);
    }
}
