using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCenters.Data;

namespace TeacherCenters.Tests.Data;

public sealed class StoreSetupTests
{
    [Fact]
    public async Task A_store_written_by_a_newer_program_is_refused()
    {
        await using var store = await TestStore.CreateAsync();
        await store.ReadAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0')"));

        Assert.Equal(7, (await RefusedAsync(store)).ExitCode);
    }

    [Fact]
    public async Task A_damaged_store_is_refused_with_the_way_to_restore()
    {
        await using var store = await TestStore.CreateAsync();
        await using (var file = File.OpenWrite(store.Root.StoreFile))
        {
            file.Seek(4096, SeekOrigin.Begin);
            await file.WriteAsync(new byte[40_000]);
        }

        var refused = await RefusedAsync(store);

        Assert.Equal(6, refused.ExitCode);
        Assert.Contains("restore", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_left_by_a_killed_migration_does_not_hang_the_next_start()
    {
        await using var store = await TestStore.CreateAsync();
        await store.ReadAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2020-01-01')");
            return await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE 0");
        });

        await PrepareAsync(store).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_new_store_is_made_without_a_warning()
    {
        await using var store = await TestStore.CreateAsync();
        var (file, warnings) = (Path.Combine(store.Root.Root, "new.db"), new List<string>());
        var options = (DbContextOptions<AppDb>)DataSetup.Configure(new DbContextOptionsBuilder<AppDb>(), file).LogTo(warnings.Add, LogLevel.Warning).Options;

        await using (var db = new AppDb(options, new WriteGate())) await db.Database.MigrateAsync();

        Assert.Equal([], warnings);
    }

    private static async Task<StoreRefusedException> RefusedAsync(TestStore store) =>
        await Assert.ThrowsAsync<StoreRefusedException>(() => PrepareAsync(store));

    private static async Task PrepareAsync(TestStore store)
    {
        using var storeLock = new StoreLock(store.Root);
        await new StoreSetup(store.Root, storeLock, store.Contexts, NullLogger<StoreSetup>.Instance).PrepareAsync();
    }
}
