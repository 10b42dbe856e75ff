using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Settings;

/// <param name="At">Wall time of the network.</param>
public sealed record BackupRow(string Name, DateTime At, long Bytes, bool IsWhole);

/// <summary>Where the store lies and how much room there is.</summary>
public sealed record StoreFacts(string Folder, long StoreBytes, long FreeBytes, IReadOnlyList<BackupRow> Backups);

public sealed class StoreQueries(Backup backup, DataRoot root, NetworkClock clock)
{
    /// <summary>Looks at the disk only.</summary>
    public async Task<StoreFacts> ReadAsync(Actor actor)
    {
        actor.Demand(Permission.EditSettings, null);
        // The disk may be slow, and a screen waits.
        return await Task.Run(() => new StoreFacts(
            root.Backups,
            File.Exists(root.StoreFile) ? new FileInfo(root.StoreFile).Length : 0,
            new DriveInfo(root.Root).AvailableFreeSpace,
            [.. backup.Files().Select(x => new BackupRow(x.Name, clock.ToLocal(x.At), x.Bytes, x.IsWhole))]));
    }
}
