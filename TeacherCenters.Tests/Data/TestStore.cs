using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Tests.Data;

/// <summary>
/// A real SQLite file with the real migrations, thrown away after the test. The migrated file is made once a run and copied.
/// The clock stands at 23.11.2026 12:00 Moscow time until the test moves it.
/// </summary>
public sealed class TestStore : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly string _folder;
    private readonly WriteGate _gate = new();
    private readonly CommandCount _commands = new();

    private TestStore(string folder)
    {
        _folder = folder;
        Root = new DataRoot(folder);
        Root.Create();
        Clock = new NetworkClock(Time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        Contexts = new Factory(Root.StoreFile, _gate, _commands);
        Store = new Store(Contexts, _gate, Clock, Changes);
        Files = new FileStore(Root);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public NetworkClock Clock { get; }

    public DataRoot Root { get; }

    public Changes Changes { get; } = new();

    public IDbContextFactory<AppDb> Contexts { get; }

    public Store Store { get; }

    public FileStore Files { get; }

    public static async Task<TestStore> CreateAsync() => Of(await Template.Value);

    /// <summary>A store that begins as a copy of a closed one.</summary>
    public static TestStore Of(string file)
    {
        var store = new TestStore(Path.Combine(Path.GetTempPath(), "teachercenters-tests", Guid.NewGuid().ToString("N")));
        File.Copy(file, store.Root.StoreFile);
        return store;
    }

    /// <summary>Adds rows past the verbs, as facts that a test starts from, and saves them.</summary>
    public async Task AddAsync(params object[] rows) =>
        (await Store.WriteAsync(Actor.System, "test.facts", unit =>
        {
            unit.Db.AddRange(rows);
            return Task.FromResult(Result.Done);
        })).ShouldSucceed();

    /// <summary>Changes stored rows past the verbs, as facts that a test starts from.</summary>
    public async Task ChangeAsync(Func<WriteUnit, Task> change) =>
        (await Store.WriteAsync(Actor.System, "test.facts", async unit =>
        {
            await change(unit);
            return Result.Done;
        })).ShouldSucceed();

    /// <summary>Reads stored rows, without tracking.</summary>
    public async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read)
    {
        await using var db = await Store.ReadAsync();
        return await read(db);
    }

    /// <summary>How many commands the store is given while something is done.</summary>
    public async Task<int> CommandsAsync(Func<Task> act)
    {
        var before = _commands.Count;
        await act();
        return _commands.Count - before;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var db = await Contexts.CreateDbContextAsync())
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection());
        }
        _gate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var root = new DataRoot(Path.Combine(Path.GetTempPath(), "teachercenters-tests", "template-" + Guid.NewGuid().ToString("N")));
        using var storeLock = new StoreLock(root);
        using var gate = new WriteGate();
        var setup = new StoreSetup(root, storeLock, new Factory(root.StoreFile, gate), NullLogger<StoreSetup>.Instance);
        await setup.PrepareAsync();
        var copy = root.StoreFile + ".template";
        await using var db = new Factory(root.StoreFile, gate).CreateDbContext();
        await StoreSetup.BackupAsync(db, copy);
        return copy;
    }

    private sealed class Factory(string file, WriteGate gate, params IInterceptor[] interceptors) : IDbContextFactory<AppDb>
    {
        private readonly DbContextOptions<AppDb> _options =
            (DbContextOptions<AppDb>)DataSetup.Configure(new DbContextOptionsBuilder<AppDb>(), file).AddInterceptors(interceptors)
                // In the program it is a line on the console; here it is a fault.
                .ConfigureWarnings(x => x.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning)).Options;

        public AppDb CreateDbContext() => new(_options, gate);
    }

    private sealed class CommandCount : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
        }
    }
}

public static class ResultAssertions
{
    public static void ShouldSucceed(this Result result) => Assert.Null(result.Problem);

    public static T ShouldSucceed<T>(this Result<T> result)
    {
        Assert.Null(result.Problem);
        return result.Value!;
    }

    /// <summary>The verb was refused with this key; answers the problem for its arguments.</summary>
    public static Problem ShouldRefuse(this Result result, string key)
    {
        Assert.Equal(key, result.Problem?.Key);
        return result.Problem!;
    }

    /// <inheritdoc cref="ShouldRefuse(Result, string)"/>
    public static Problem ShouldRefuse<T>(this Result<T> result, string key)
    {
        Assert.Equal(key, result.Problem?.Key);
        return result.Problem!;
    }
}
