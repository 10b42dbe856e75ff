using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TeacherCenters.Data;

/// <summary>What a backup is busy with.</summary>
public enum BackupStage
{
    Copying,
    Packing,
}

/// <param name="At">When it was written, UTC.</param>
/// <param name="IsWhole">With keys and files, ready to be restored; the others are copies of the store before a migration.</param>
public sealed record BackupFile(string Name, DateTime At, long Bytes, bool IsWhole);

/// <summary>A whole backup is one zip: the store (checked), the keys and the files. It may be made while the program serves.</summary>
public sealed class Backup(DataRoot root, IDbContextFactory<AppDb> contexts)
{
    private const string StoreEntry = "teachercenters.db";

    /// <inheritdoc cref="WriteAsync(string, Action{BackupStage}?, CancellationToken)"/>
    public Task WriteAsync(string target, CancellationToken cancellation = default) => WriteAsync(target, null, cancellation);

    /// <param name="tell">Hears what it is busy with.</param>
    /// <exception cref="StoreRefusedException">The target exists, there is no store, or the copy did not pass its check.</exception>
    public async Task WriteAsync(string target, Action<BackupStage>? tell, CancellationToken cancellation = default)
    {
        if (File.Exists(target)) throw new StoreRefusedException(2, $"{target} exists already; give the name of a new file.");
        if (!File.Exists(root.StoreFile)) throw new StoreRefusedException(8, $"There is no store in {root.Root} yet.");
        var copy = Path.Combine(root.Backups, $".{Guid.NewGuid():N}.db");
        var part = target + ".part";
        try
        {
            Directory.CreateDirectory(root.Backups);
            tell?.Invoke(BackupStage.Copying);
            await using (var db = await contexts.CreateDbContextAsync(cancellation)) await StoreSetup.BackupAsync(db, copy, cancellation);
            tell?.Invoke(BackupStage.Packing);
            // It holds the keys and everybody's data: on a disk that others read, too, it is its owner's only.
            var ownerOnly = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows()) ownerOnly.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var zip = await ZipArchive.CreateAsync(new FileStream(part, ownerOnly), ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null, cancellation))
            {
                await zip.CreateEntryFromFileAsync(copy, StoreEntry, CompressionLevel.Fastest, cancellation);
                foreach (var folder in new[] { root.Keys, root.Files })
                {
                    if (!Directory.Exists(folder)) continue;
                    foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                        await zip.CreateEntryFromFileAsync(file, Path.GetRelativePath(root.Root, file).Replace('\\', '/'), CompressionLevel.Fastest, cancellation);
                }
            }
            File.Move(part, target);
            await File.WriteAllTextAsync(root.LastBackup, Path.GetFullPath(target), cancellation);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(part);
        }
    }

    /// <summary>What lies in the folder of backups, the latest first.</summary>
    public IReadOnlyList<BackupFile> Files() => !Directory.Exists(root.Backups)
        ? []
        : [.. from file in new DirectoryInfo(root.Backups).EnumerateFiles()
              where !file.Name.StartsWith('.') && file.Extension is ".zip" or ".db"
              orderby file.LastWriteTimeUtc descending, file.Name
              select new BackupFile(file.Name, file.LastWriteTimeUtc, file.Length, file.Extension == ".zip")];

    /// <summary>When the last whole backup was written, UTC; null while there was none. One before a migration holds no keys and files: it does not count.</summary>
    public DateTime? LastAt() => File.Exists(root.LastBackup) ? File.GetLastWriteTimeUtc(root.LastBackup) : null;

    /// <summary>Puts a backup in the place of the store. What was there is kept beside it, named by the time.</summary>
    /// <exception cref="StoreRefusedException">The store is in use, or the file is no sound backup; nothing was changed.</exception>
    public async Task RestoreAsync(string source, StoreLock storeLock, CancellationToken cancellation = default)
    {
        if (!File.Exists(source)) throw new StoreRefusedException(2, $"{source} does not exist.");
        storeLock.Take();
        var fresh = Path.Combine(root.Root, $".restore-{Guid.NewGuid():N}");
        try
        {
            DataRoot.CreateOwnFolder(fresh);
            try
            {
                await ZipFile.ExtractToDirectoryAsync(source, fresh, cancellation);
            }
            catch (InvalidDataException)
            {
                throw new StoreRefusedException(6, $"{source} is not a backup of TeacherCenters.");
            }
            var store = Path.Combine(fresh, StoreEntry);
            if (!File.Exists(store)) throw new StoreRefusedException(6, $"{source} is not a backup of TeacherCenters: it holds no {StoreEntry}.");
            if (await StoreSetup.IntegrityProblemAsync(store, cancellation) is { } problem) throw new StoreRefusedException(6, $"The store in {source} is damaged: {problem}");
            StoreSetup.RefuseNewer(await MigrationsAsync(store, source, cancellation), await KnownMigrationsAsync(cancellation));
            Exchange(fresh);
            root.Create();
        }
        finally
        {
            if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        }
    }

    // Before anything is exchanged: the start would refuse a newer store only when the old one has gone aside.
    private static async Task<IReadOnlyList<string>> MigrationsAsync(string store, string source, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = store, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory";
        try
        {
            var applied = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) applied.Add(reader.GetString(0));
            return applied;
        }
        catch (SqliteException)
        {
            throw new StoreRefusedException(6, $"{source} is not a backup of TeacherCenters: its {StoreEntry} is another program's.");
        }
    }

    private async Task<IEnumerable<string>> KnownMigrationsAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return db.Database.GetMigrations();
    }

    private void Exchange(string fresh)
    {
        SqliteConnection.ClearAllPools();
        var aside = Path.Combine(root.Root, $"replaced-{DateTime.UtcNow:yyyyMMdd-HHmmss}");
        DataRoot.CreateOwnFolder(aside);
        foreach (var name in new[] { StoreEntry, StoreEntry + "-wal", StoreEntry + "-shm" })
        {
            if (File.Exists(Path.Combine(root.Root, name))) File.Move(Path.Combine(root.Root, name), Path.Combine(aside, name));
        }
        foreach (var name in new[] { "keys", "files" })
        {
            if (!Directory.Exists(Path.Combine(fresh, name))) continue;
            if (Directory.Exists(Path.Combine(root.Root, name))) Directory.Move(Path.Combine(root.Root, name), Path.Combine(aside, name));
            Directory.Move(Path.Combine(fresh, name), Path.Combine(root.Root, name));
        }
        File.Move(Path.Combine(fresh, StoreEntry), root.StoreFile);
    }
}
