using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Browser;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Access;

/// <summary>Who asks: a role, and in which center it was given, seen from the center that is asked for.</summary>
/// <param name="Role">Null: an account without any role; <see cref="IsAnonymous"/>: nobody has signed in.</param>
public sealed record Asker(Role? Role, string Where)
{
    public const string Own = "own", Foreign = "foreign", Network = "network";

    /// <summary>The columns of the table.</summary>
    public static IReadOnlyList<Asker> All { get; } = [.. Enum.GetValues<Role>().SelectMany(role => new[] { Own, Foreign, Network }.Select(where => new Asker(role, where))), new(null, "no role"), new(null, "anonymous")];

    public bool IsAnonymous => Where == "anonymous";

    public override string ToString() => Role is { } role ? $"{role} {Where}" : Where;
}

/// <summary>A small network: two centers with the same things in both, and an account for every role in each and in the whole network.</summary>
public sealed class AccessWorld : IAsyncLifetime
{
    private readonly Dictionary<Asker, Account> _accounts = [];
    private TestStore _store = null!;

    /// <summary>The center that is asked for. Roles of the columns "own" were given here, of "foreign" in <see cref="There"/>.</summary>
    public Place Here { get; private set; } = null!;

    public Place There { get; private set; } = null!;

    /// <summary>The store as it was planted, closed, to be copied.</summary>
    private string File => Path.Combine(_store.Root.Root, "world.db");

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        (Here, There) = (new(_store, "Ольх"), new(_store, "Берёз"));
        foreach (var place in new[] { Here, There }) await FoundAsync(place);
        foreach (var asker in Asker.All.Where(x => !x.IsAnonymous))
        {
            var account = A.Account(asker.ToString());
            if (asker.Role is { } role) account.Grants.Add(new RoleGrant { Role = role, CenterId = asker.Where switch { Asker.Own => Here.Center, Asker.Foreign => There.Center, _ => null } });
            await _store.AddAsync(account);
            _accounts[asker] = account;
        }
        foreach (var place in new[] { Here, There })
        {
            foreach (var room in SampleCalls.Rooms) await room.PlantAsync(place, this);
        }
        // What was planted first may have been changed by what came after it: forms ask for the version that is stored.
        await using (var db = await _store.Store.ReadAsync())
        {
            foreach (var row in Here.Rows.Concat(There.Rows)) db.Entry(row).State = EntityState.Unchanged;
            foreach (var entry in db.ChangeTracker.Entries().ToList()) await entry.ReloadAsync();
        }
        await using var source = await _store.Contexts.CreateDbContextAsync();
        await StoreSetup.BackupAsync(source, File);
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    public Account AccountOf(Role role, string where) => _accounts[new(role, where)];

    public Account? AccountOf(Asker asker) => _accounts.GetValueOrDefault(asker);

    public Actor ActorOf(Asker asker) => AccountOf(asker) is { } account ? new(account.Id, account.FullName, [.. account.Grants.Select(x => new Grant(x.Role, x.CenterId))]) : Actor.Nobody;

    /// <summary>The program itself on a copy of the planted world, on its day.</summary>
    public AppHost Start()
    {
        var host = new AppHost { Time = new FakeTimeProvider(_store.Time.GetUtcNow()) };
        var root = new DataRoot(host.DataRoot);
        root.Create();
        System.IO.File.Copy(File, root.StoreFile);
        foreach (var file in Directory.EnumerateFiles(_store.Root.Files, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(root.Files, Path.GetRelativePath(_store.Root.Files, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }
        host.StartServer();
        return host;
    }

    /// <summary>The planted world in a store of its own, for one call that may change it.</summary>
    public TestStore Copy() => TestStore.Of(File);

    private static async Task FoundAsync(Place place)
    {
        var center = A.Center(kind: CenterKind.Assessment);
        (center.ShortName, center.FullName) = (place.Marker + "овый центр", place.Marker + "овый центр оценки и мастерства");
        await place.PutAsync(center);
        await place.PutAsync(A.Room(center, place.Marker + "овая аудитория"));
        await place.PutAsync(A.Head(center));
        var municipality = await place.PutAsync(new Municipality { Name = $"Округ {place.Center}", UnitType = "муниципальный округ", ShortName = $"Округ {place.Center}", Order = place.Center });
        await place.PutAsync(A.School(municipality, place.Marker + "овая школа"));
        await place.PersonAsync("somebody");
        await place.PersonAsync("somebody else");
    }
}
