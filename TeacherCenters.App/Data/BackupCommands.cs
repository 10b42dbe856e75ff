using System.Globalization;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Data;

/// <summary>A backup that the administrator makes while the program serves.</summary>
public sealed class BackupCommands(Store store, Backup backup, DataRoot root, NetworkClock clock, ILogger<BackupCommands> log)
{
    /// <summary>Writes a whole backup into the folder of backups on the server.</summary>
    /// <returns>The file's name; or <c>BackupFailed</c>.</returns>
    public async Task<Result<string>> MakeAsync(Actor actor, CancellationToken ct = default)
    {
        actor.Demand(Permission.EditSettings, null);
        var name = string.Create(CultureInfo.InvariantCulture, $"teachercenters-{clock.LocalNow:yyyyMMdd-HHmmss}.zip");
        try
        {
            await backup.WriteAsync(Path.Combine(root.Backups, name), ct);
        }
        catch (Exception failure) when (failure is StoreRefusedException or IOException or UnauthorizedAccessException)
        {
            log.LogError(failure, "The backup {Name} was not written", name);
            return new Problem("BackupFailed");
        }
        // Outside of the backup itself: what it holds was true before it.
        return await store.WriteAsync<string>(actor, "store.backup", unit =>
        {
            unit.Note = name;
            return Task.FromResult<Result<string>>(name);
        }, ct);
    }
}
