using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TeacherCenters.Data;

/// <summary>
/// The start order: lock, free space, SQLite version, quick check, stale migration row, backup before a migration, migrate.
/// What is wrong is said in plain words before anything is served.
/// </summary>
public sealed class StoreSetup(DataRoot root, StoreLock storeLock, IDbContextFactory<AppDb> contexts, ILogger<StoreSetup> log)
{
    private const long MinimumFreeBytes = 200L * 1024 * 1024;
    private static readonly Version MinimumSqlite = new(3, 51, 3);

    /// <exception cref="StoreRefusedException">The store must not be opened, and why.</exception>
    public async Task PrepareAsync(CancellationToken cancellation = default)
    {
        storeLock.Take();
        if (new DriveInfo(root.Root).AvailableFreeSpace < MinimumFreeBytes)
            throw new StoreRefusedException(4, $"Less than 200 MB are free on the disk of {root.Root}. Free some space and start again.");
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var exists = File.Exists(root.StoreFile) && new FileInfo(root.StoreFile).Length > 0;
        root.CloseStore();
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            await RequireSqliteAsync(db, cancellation);
            if (exists) await QuickCheckAsync(db, cancellation);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellation);
            await MigrateAsync(db, exists, cancellation);
        }
        catch (SqliteException damage) when (IsDamage(damage))
        {
            throw Damaged(damage.Message);
        }
    }

    /// <summary>A verified copy of the live store: a plain file copy of an open database would be corrupt.</summary>
    /// <param name="target">A file that does not exist yet.</param>
    /// <exception cref="StoreRefusedException">The disk is full, the store cannot be read, or the copy did not pass its check.</exception>
    public static async Task BackupAsync(AppDb db, string target, CancellationToken cancellation = default)
    {
        if (File.Exists(target)) throw new StoreRefusedException(2, $"{target} exists already; give the name of a new file.");
        try
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {target}", cancellation);
        }
        catch (SqliteException failure)
        {
            File.Delete(target);
            throw new StoreRefusedException(IsDamage(failure) ? 6 : 9, $"The backup {target} could not be written: {failure.Message}");
        }
        if (await IntegrityProblemAsync(target, cancellation) is { } problem)
            throw new StoreRefusedException(6, $"The backup {target} did not pass its check: {problem}");
    }

    /// <summary>What <c>PRAGMA integrity_check</c> finds wrong in a store file, or null.</summary>
    public static async Task<string?> IntegrityProblemAsync(string file, CancellationToken cancellation = default)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        try
        {
            await connection.OpenAsync(cancellation);
            var answer = (string?)await command.ExecuteScalarAsync(cancellation);
            return answer == "ok" ? null : answer;
        }
        catch (SqliteException damage) when (IsDamage(damage))
        {
            return damage.Message;
        }
    }

    /// <summary>A page that cannot be read, or a file that is no database.</summary>
    public static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is 11 or 26;

    /// <exception cref="StoreRefusedException">Migrations were applied that this program does not know.</exception>
    public static void RefuseNewer(IEnumerable<string> applied, IEnumerable<string> known)
    {
        if (applied.Except(known).FirstOrDefault() is { } unknown)
            throw new StoreRefusedException(7, $"The store was written by a newer version of the program (it has {unknown}). Install that version.");
    }

    private static async Task RequireSqliteAsync(AppDb db, CancellationToken cancellation)
    {
        var version = await db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS \"Value\"").SingleAsync(cancellation);
        if (Version.Parse(version) < MinimumSqlite)
            throw new StoreRefusedException(5, $"SQLite {version} is too old; {MinimumSqlite} or newer is needed.");
    }

    private async Task QuickCheckAsync(AppDb db, CancellationToken cancellation)
    {
        var answer = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS \"Value\" FROM pragma_quick_check").ToListAsync(cancellation);
        if (answer is not ["ok"]) throw Damaged(answer.FirstOrDefault());
    }

    private StoreRefusedException Damaged(string? what) =>
        new(6, $"The store {root.StoreFile} is damaged ({what}). Restore the last backup: TeacherCenters.App restore FILE (backups lie in {root.Backups}).");

    private async Task MigrateAsync(AppDb db, bool exists, CancellationToken cancellation)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellation);
        RefuseNewer(applied, db.Database.GetMigrations());
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count == 0) return;
        // A process killed inside Migrate() leaves a row that hangs every later start; the lock file says nobody else is migrating.
        if (exists) await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellation);
        if (applied.Any())
        {
            var target = Path.Combine(root.Backups, $"before-{pending[^1]}-{DateTime.UtcNow:yyyyMMddHHmmss}.db");
            await BackupAsync(db, target, cancellation);
            log.LogInformation("Backed up the store to {Target} before migrating", target);
        }
        await db.Database.MigrateAsync(cancellation);
        log.LogInformation("Migrated the store: {Migrations}", string.Join(", ", pending));
    }
}
