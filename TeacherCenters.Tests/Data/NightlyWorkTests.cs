using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Tests.Browser;

namespace TeacherCenters.Tests.Data;

public sealed class NightlyWorkTests : IAsyncLifetime
{
    private static readonly TimeOnly Hour = new(2, 30);
    private readonly KeptLog log = new();
    private readonly Nights nights = new(Hour);
    private readonly WriteGate gate = new();
    private TestStore store = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.CreateAsync();
        await store.AddAsync(A.Account("Соколова Нина"));
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        gate.Dispose();
    }

    [Fact]
    public async Task A_night_makes_a_sound_copy_takes_away_old_ones_and_stands_in_the_log_of_acts()
    {
        string[] others = ["teachercenters-20200101-023000.zip", "записка.txt"];
        foreach (var name in others) await File.WriteAllTextAsync(Path.Combine(store.Root.Backups, name), "");
        // Fifteen earlier days of one month.
        for (var day = 1; day <= 15; day++) await File.WriteAllTextAsync(Path.Combine(store.Root.Backups, NightlyPlan.NameOf(new DateTime(2026, 11, day, 2, 30, 0))), "");

        await Work().RunAsync();

        Assert.Equal(new Night(new(2026, 11, 23, 12, 0, 0), null), nights.Last);
        var kept = Directory.GetFiles(store.Root.Backups).Select(x => Path.GetFileName(x)!).ToList();
        Assert.All(others, x => Assert.Contains(x, kept));
        // Today's, thirteen days more, and the Sunday of the first week.
        Assert.Equal(15, kept.Count(x => x.Contains("nightly", StringComparison.Ordinal)));
        Assert.DoesNotContain(NightlyPlan.NameOf(new DateTime(2026, 11, 2, 2, 30, 0)), kept);
        await using (var zip = await ZipFile.OpenReadAsync(Path.Combine(store.Root.Backups, "teachercenters-nightly-20261123-120000.zip"))) Assert.Contains(zip.Entries, x => x.Name == "teachercenters.db");
        Assert.Equal(("store.backup", "Система"), await store.ReadAsync(db => db.ChangeSets.OrderByDescending(x => x.Id).Select(x => new ValueTuple<string, string>(x.Verb, x.ActorName)).FirstAsync()));
        Assert.NotEqual(0, await store.ReadAsync(db => db.Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM sqlite_stat1").SingleAsync()));
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_store_that_nobody_has_set_up_needs_no_copy()
    {
        await using var empty = await TestStore.CreateAsync();

        await Work(empty).RunAsync();

        Assert.Null(nights.Last);
        Assert.Empty(Directory.GetFiles(empty.Root.Backups));
    }

    [Fact]
    public async Task A_damaged_store_is_told_and_no_older_copy_is_taken_away()
    {
        for (var day = 1; day <= 20; day++) await File.WriteAllTextAsync(Path.Combine(store.Root.Backups, NightlyPlan.NameOf(new DateTime(2026, 11, day, 2, 30, 0))), "");
        await store.ReadAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; UPDATE AspNetUsers SET PersonId = 4000"));

        await Work().RunAsync();

        Assert.Equal(NightFault.StoreDamaged, nights.Last!.Fault);
        Assert.Contains(log.Lines, x => x.Contains("Found_Reference(AspNetUsers 1;", StringComparison.Ordinal));
        Assert.Equal(21, Directory.GetFiles(store.Root.Backups, "teachercenters-nightly-*").Length);
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_is_told()
    {
        Directory.Delete(store.Root.Backups);
        await File.WriteAllTextAsync(store.Root.Backups, "not a folder");

        await Work().RunAsync();

        Assert.Equal(NightFault.CopyFailed, nights.Last!.Fault);
        Assert.Contains(log.Lines, x => x.Contains("teachercenters-nightly-20261123-120000.zip", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, 23, false)]
    [InlineData(null, 25, true)]
    [InlineData(23, 30, false)]
    [InlineData(25, 30, true)]
    public async Task What_was_missed_is_made_good_at_the_start(int? copiedHoursAgo, int setUpHoursAgo, bool made)
    {
        store.Time.Advance(TimeSpan.FromHours(setUpHoursAgo));
        if (copiedHoursAgo is { } hours)
        {
            await File.WriteAllTextAsync(store.Root.LastBackup, "x.zip");
            File.SetLastWriteTimeUtc(store.Root.LastBackup, store.Clock.UtcNow.AddHours(-hours));
        }

        await Work().RunAsync(ifMissed: true);

        Assert.Equal(made, nights.Last is not null);
    }

    [Fact]
    public async Task The_hour_strikes_while_the_program_serves()
    {
        using var service = new NightlyService(Work(), nights, store.Clock, store.Time);
        await service.StartAsync(CancellationToken.None);

        var first = await StruckAsync();
        var second = await StruckAsync();

        Assert.Equal([null, null], new[] { first.Fault, second.Fault });
        Assert.InRange(first.At, new DateTime(2026, 11, 24, 2, 30, 0), new DateTime(2026, 11, 25, 2, 29, 0));
        Assert.Equal(first.At.Date.AddDays(1), second.At.Date);
        await service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Nothing_happens_by_itself_where_no_hour_is_set()
    {
        using var service = new NightlyService(Work(), new Nights(null), store.Clock, store.Time);

        await service.StartAsync(CancellationToken.None);

        await service.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Null(nights.Last);
    }

    [Fact]
    public async Task The_program_has_its_hour_and_the_tests_have_none()
    {
        await using (var host = AppHost.Start()) Assert.Null(host.Services.GetRequiredService<Nights>().Hour);
        await using (var set = AppHost.Start(("TeacherCenters:NightlyAt", "03:15"))) Assert.Equal(new TimeOnly(3, 15), set.Services.GetRequiredService<Nights>().Hour);
    }

    // The work runs on its own thread: the clock goes on until it has been heard of.
    private async Task<Night> StruckAsync()
    {
        var struck = new TaskCompletionSource<Night>();
        nights.Changed += () => struck.TrySetResult(nights.Last!);
        while (!struck.Task.IsCompleted)
        {
            store.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.WhenAny(struck.Task, Task.Delay(1));
        }
        return await struck.Task;
    }

    private NightlyWork Work(TestStore? of = null)
    {
        var at = of ?? store;
        var backup = new Backup(at.Root, at.Contexts);
        return new(at.Store, at.Files, gate, backup, new BackupCommands(at.Store, backup, at.Root, at.Clock, log.Of<BackupCommands>()), at.Root, at.Clock, nights, log.Of<NightlyWork>());
    }
}
