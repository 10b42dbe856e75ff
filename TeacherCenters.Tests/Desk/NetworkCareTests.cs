using System.IO.Compression;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCenters.Data;
using TeacherCenters.Desk;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Desk;

public sealed class NetworkCareTests
{
    [Fact]
    public async Task The_administrator_is_told_of_a_missing_address_and_a_missing_or_old_backup()
    {
        await using var store = await TestStore.CreateAsync();
        var at = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new NetworkCare(null, true, true), await ReadAsync(store, A.Administrator()));

        (await Backups(store).MakeAsync(A.Administrator())).ShouldSucceed();
        File.SetLastWriteTimeUtc(store.Root.LastBackup, at);
        (await new SettingsCommands(store.Store).ChangeAsync(A.Administrator(), new(), new NetworkSettings { PublicBaseAddress = "https://centers.example.ru" }, A.Today)).ShouldSucceed();

        Assert.Equal(new NetworkCare(new(2026, 11, 23, 12, 0, 0), false, false), await ReadAsync(store, A.Administrator()));
        store.Time.Advance(TimeSpan.FromHours(25));
        Assert.True((await ReadAsync(store, A.Administrator()))!.BackupIsOld);
        Assert.Null(await ReadAsync(store, A.Coordinator(1)));
    }

    [Fact]
    public async Task The_administrator_is_told_of_a_night_that_failed()
    {
        await using var store = await TestStore.CreateAsync();
        var nights = new Nights(null);
        nights.Tell(new(store.Clock.LocalNow, NightFault.CopyFailed));

        Assert.Equal(NightFault.CopyFailed, (await ReadAsync(store, A.Administrator(), nights))!.Night);
        nights.Tell(new(store.Clock.LocalNow, null));
        Assert.Null((await ReadAsync(store, A.Administrator(), nights))!.Night);
    }

    [Fact]
    public async Task A_backup_made_by_the_administrator_lies_in_its_folder_and_in_the_history()
    {
        await using var store = await TestStore.CreateAsync();

        var name = (await Backups(store).MakeAsync(A.Administrator())).ShouldSucceed();

        Assert.Equal("teachercenters-20261123-120000.zip", name);
        await using (var zip = await ZipFile.OpenReadAsync(Path.Combine(store.Root.Backups, name))) Assert.Contains(zip.Entries, x => x.Name == "teachercenters.db");
        Assert.Equal(("store.backup", name), await store.ReadAsync(db => Task.FromResult(db.ChangeSets.OrderByDescending(x => x.Id).Select(x => new ValueTuple<string, string?>(x.Verb, x.Note)).First())));
        // The same second again: the file is there already, and stays.
        (await Backups(store).MakeAsync(A.Administrator())).ShouldRefuse("BackupFailed");
        await Assert.ThrowsAsync<MissingRightException>(() => Backups(store).MakeAsync(A.Coordinator(1)));
    }

    private static BackupCommands Backups(TestStore store) => new(store.Store, new Backup(store.Root, store.Contexts), store.Root, store.Clock, NullLogger<BackupCommands>.Instance);

    private static Task<NetworkCare?> ReadAsync(TestStore store, Actor actor, Nights? nights = null) => new NetworkCareQueries(store.Store, new Backup(store.Root, store.Contexts), nights ?? new Nights(null), store.Clock).ReadAsync(actor);
}
