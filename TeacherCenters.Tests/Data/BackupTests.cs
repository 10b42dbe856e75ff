using Microsoft.EntityFrameworkCore;
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
