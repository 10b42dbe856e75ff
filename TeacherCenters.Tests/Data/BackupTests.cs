using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCenters.Centers;
using TeacherCenters.Data;

namespace TeacherCenters.Tests.Data;

public sealed class BackupTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"backup-{Guid.NewGuid():N}.zip");

    [Fact]
    public async Task A_restored_backup_brings_back_store_keys_and_files()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Center());
        var hash = await store.Files.SaveAsync("документ"u8.ToArray());
        await File.WriteAllTextAsync(Path.Combine(store.Root.Keys, "key.xml"), "<key/>");
        var backup = new Backup(store.Root, store.Contexts);
        await backup.WriteAsync(_file);
        await store.AddAsync(A.Center());
        Directory.Delete(store.Root.Files, recursive: true);

        using var storeLock = new StoreLock(store.Root);
        await backup.RestoreAsync(_file, storeLock);

        Assert.Equal(1, await store.ReadAsync(db => db.Set<Center>().CountAsync()));
        Assert.True(store.Files.Exists(hash));
        Assert.True(File.Exists(Path.Combine(store.Root.Keys, "key.xml")));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_changes_nothing()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Center());
        await File.WriteAllTextAsync(_file, "not a zip");
        using var storeLock = new StoreLock(store.Root);

        await Assert.ThrowsAsync<StoreRefusedException>(() => new Backup(store.Root, store.Contexts).RestoreAsync(_file, storeLock));

        Assert.Equal(1, await store.ReadAsync(db => db.Set<Center>().CountAsync()));
    }

    [Fact]
    public async Task A_zip_with_something_else_under_the_stores_name_changes_nothing()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Center());
        foreach (var (content, said) in new[] { ("not a database, and long enough to be looked at"u8.ToArray(), "is damaged"), (await OtherDatabaseAsync(), "another program's") })
        {
            File.Delete(_file);
            await using (var zip = await ZipFile.OpenAsync(_file, ZipArchiveMode.Create))
            {
                await using var entry = await zip.CreateEntry("teachercenters.db").OpenAsync();
                await entry.WriteAsync(content);
            }
            using var storeLock = new StoreLock(store.Root);

            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => new Backup(store.Root, store.Contexts).RestoreAsync(_file, storeLock));

            Assert.Equal(6, refused.ExitCode);
            Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        }
        Assert.Equal(1, await store.ReadAsync(db => db.Set<Center>().CountAsync()));
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused_while_the_store_is_still_in_its_place()
    {
        await using var newer = await TestStore.CreateAsync();
        await newer.ReadAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0')"));
        await new Backup(newer.Root, newer.Contexts).WriteAsync(_file);
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Center());
        using var storeLock = new StoreLock(store.Root);

        Assert.Equal(7, (await Assert.ThrowsAsync<StoreRefusedException>(() => new Backup(store.Root, store.Contexts).RestoreAsync(_file, storeLock))).ExitCode);

        Assert.Equal(1, await store.ReadAsync(db => db.Set<Center>().CountAsync()));
        Assert.Empty(Directory.EnumerateDirectories(store.Root.Root, "replaced-*"));
    }

    [Fact]
    public async Task A_store_that_cannot_be_copied_is_said_in_words_and_leaves_nothing_behind()
    {
        await using var store = await TestStore.CreateAsync();
        await store.ReadAsync(db => db.Set<Center>().CountAsync());
        await using (var file = File.OpenWrite(store.Root.StoreFile))
        {
            file.Seek(4096, SeekOrigin.Begin);
            await file.WriteAsync(new byte[40_000]);
        }

        Assert.Equal(6, (await Assert.ThrowsAsync<StoreRefusedException>(() => new Backup(store.Root, store.Contexts).WriteAsync(_file))).ExitCode);

        Assert.False(File.Exists(_file));
        Assert.Empty(Directory.EnumerateFiles(store.Root.Backups));
        var backups = new BackupCommands(store.Store, new Backup(store.Root, store.Contexts), store.Root, store.Clock, new KeptLog().Of<BackupCommands>());
        (await backups.MakeAsync(A.Administrator())).ShouldRefuse("BackupFailed");
    }

    [Fact]
    public async Task Other_accounts_of_the_machine_read_neither_store_nor_keys_nor_backups()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var store = await TestStore.CreateAsync();
        File.SetUnixFileMode(store.Root.StoreFile, Everybody);
        File.SetUnixFileMode(store.Root.Backups, Everybody);
        using var storeLock = new StoreLock(store.Root);
        await new StoreSetup(store.Root, storeLock, store.Contexts, NullLogger<StoreSetup>.Instance).PrepareAsync();
        var backup = new Backup(store.Root, store.Contexts);
        await backup.WriteAsync(_file);
        await backup.RestoreAsync(_file, storeLock);
        await new StoreSetup(store.Root, storeLock, store.Contexts, NullLogger<StoreSetup>.Instance).PrepareAsync();

        string[] closed = [store.Root.StoreFile, store.Root.Keys, store.Root.Files, store.Root.Backups, store.Root.Logs, _file, .. Directory.EnumerateDirectories(store.Root.Root, "replaced-*")];
        Assert.Equal(7, closed.Length);
        foreach (var path in closed) Assert.Equal((path, UnixFileMode.None), (path, File.GetUnixFileMode(path) & Others));
    }

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const UnixFileMode Everybody = Others | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static async Task<byte[]> OtherDatabaseAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"other-{Guid.NewGuid():N}.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE Songs (Id INTEGER)";
            await command.ExecuteNonQueryAsync();
        }
        var content = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return content;
    }

    [Fact]
    public async Task A_store_in_use_is_neither_restored_nor_opened_twice()
    {
        await using var store = await TestStore.CreateAsync();
        await new Backup(store.Root, store.Contexts).WriteAsync(_file);
        using var running = new StoreLock(store.Root);
        running.Take();
        using var second = new StoreLock(store.Root);

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => new Backup(store.Root, store.Contexts).RestoreAsync(_file, second));

        Assert.Equal(3, refused.ExitCode);
    }

    public void Dispose() => File.Delete(_file);
}
