using System.Globalization;
using Microsoft.Data.Sqlite;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Data;

/// <summary>A backup that the administrator makes while the program serves; one at a time, and whoever looks sees how far it is.</summary>
public sealed class BackupCommands(Store store, Backup backup, DataRoot root, NetworkClock clock, ILogger<BackupCommands> log)
{
    private int _running;

    /// <summary>Another stage, or the end; raised on another thread.</summary>
    public event Action? Changed;

    /// <summary>What the running backup is busy with; null when none runs.</summary>
    public BackupStage? Stage { get; private set; }

    /// <summary>Writes a whole backup into the folder of backups on the server.</summary>
    /// <param name="name">Of the new file; null for one made of the moment.</param>
    /// <returns>The file's name; or <c>BackupFailed</c>, <c>BackupRuns</c>.</returns>
    public async Task<Result<string>> MakeAsync(Actor actor, string? name = null, CancellationToken ct = default)
    {
        actor.Demand(Permission.EditSettings, null);
        if (Interlocked.Exchange(ref _running, 1) == 1) return new Problem("BackupRuns");
        name ??= string.Create(CultureInfo.InvariantCulture, $"teachercenters-{clock.LocalNow:yyyyMMdd-HHmmss}.zip");
        try
        {
            // The store's driver works on the caller's thread, and that is a screen's.
            await Task.Run(() => backup.WriteAsync(Path.Combine(root.Backups, name), Tell, ct), ct);
        }
        catch (Exception failure) when (failure is StoreRefusedException or SqliteException or IOException or UnauthorizedAccessException)
        {
            log.LogError(failure, "The backup {Name} was not written", name);
            return new Problem("BackupFailed");
        }
        finally
        {
            Interlocked.Exchange(ref _running, 0);
            Tell(null);
        }
        // Outside of the backup itself: what it holds was true before it.
        return await store.WriteAsync<string>(actor, "store.backup", unit =>
        {
            unit.Note = name;
            return Task.FromResult<Result<string>>(name);
        }, ct);
    }

    private void Tell(BackupStage stage) => Tell((BackupStage?)stage);

    private void Tell(BackupStage? stage)
    {
        Stage = stage;
        Changed?.Invoke();
    }
}
