using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Bench;

/// <summary>
/// A store of the program's own sample network, or of as many people as wanted: their names are those of the sample, drawn anew.
/// Made once and kept under the temporary files.
/// </summary>
internal sealed class BenchStore
{
    /// <summary>People of the sample network.</summary>
    public const int Sample = 5_000;

    private readonly WriteGate _gate = new();

    private BenchStore(string folder)
    {
        Root = new DataRoot(folder);
        Clock = new NetworkClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
        Contexts = new Factory(Root.StoreFile, _gate);
        Store = new Store(Contexts, _gate, Clock, new Changes());
    }

    public static Actor Administrator { get; } = new(1, "Администратор", [new Grant(Role.Administrator, null)]);

    public static string Home { get; } = Path.Combine(Path.GetTempPath(), "teachercenters-bench");

    public DataRoot Root { get; }

    public NetworkClock Clock { get; }

    public IDbContextFactory<AppDb> Contexts { get; }

    public Store Store { get; }

    /// <summary>What the sample printed: a line a role, with address and password.</summary>
    public string Accounts => Path.Combine(Root.Root, "accounts.txt");

    public static async Task<BenchStore> OpenAsync(int people = Sample)
    {
        var folder = Path.Combine(Home, $"{people}-people");
        var store = new BenchStore(folder);
        string schema;
        await using (var db = await store.Contexts.CreateDbContextAsync()) schema = db.Database.GetMigrations().Last();
        var made = Path.Combine(folder, "made.txt");
        if (File.Exists(made) && await File.ReadAllTextAsync(made) == schema) return store;
        // A pooled connection would go on writing to the deleted file.
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        store.Root.Create();
        Console.WriteLine($"// making a store of {people} people");
        if (people == Sample) await File.WriteAllTextAsync(store.Accounts, await AppProcess.RunAsync(folder, "sample", "--people", $"{Sample}"));
        else await GrowAsync(await OpenAsync(), store, people);
        await File.WriteAllTextAsync(made, schema);
        return store;
    }

    /// <summary>The same store in a folder of its own, to be changed.</summary>
    public async Task<BenchStore> CopyAsync(string name)
    {
        var folder = Path.Combine(Home, name);
        // A pooled connection would go on writing to the deleted file.
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var copy = new BenchStore(folder);
        copy.Root.Create();
        await using (var db = await Contexts.CreateDbContextAsync()) await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy.Root.StoreFile}");
        if (File.Exists(Accounts)) File.Copy(Accounts, copy.Accounts);
        return copy;
    }

    /// <summary>Copies the sample and adds people past the verbs: half a million through the change tracker take a quarter of an hour.</summary>
    private static async Task GrowAsync(BenchStore from, BenchStore to, int people)
    {
        await using (var db = await from.Contexts.CreateDbContextAsync()) await db.Database.ExecuteSqlAsync($"VACUUM INTO {to.Root.StoreFile}");
        List<(PersonName Name, Sex? Sex)> known;
        List<int> schools;
        int[] centers;
        await using (var db = await from.Store.ReadAsync())
        {
            known = [.. (await db.Set<Person>().Select(x => new { x.FamilyName, x.GivenName, x.Patronymic, x.Sex }).ToListAsync()).Select(x => (new PersonName(x.FamilyName, x.GivenName, x.Patronymic), x.Sex))];
            schools = await db.Set<School>().Select(x => x.Id).ToListAsync();
            centers = await db.Set<Centers.Center>().OrderBy(x => x.Id).Select(x => x.Id).ToArrayAsync();
        }
        await using var connection = new SqliteConnection(DataSetup.ConnectionString(to.Root.StoreFile, pooling: false));
        await connection.OpenAsync();
        Execute(connection, "PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-200000;");
        // But for the one that the triggers of PersonWord read.
        var indexes = Read(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('Person', 'PersonWord', 'PersonLink', 'Employment') AND name <> 'IX_PersonWord_PersonId_Word'");
        foreach (var (name, _) in indexes) Execute(connection, $"DROP INDEX \"{name}\"");
        await using (var transaction = (SqliteTransaction)await connection.BeginTransactionAsync())
        {
            Insert(connection, transaction, known, schools, centers, people);
            await transaction.CommitAsync();
        }
        foreach (var (_, sql) in indexes) Execute(connection, sql);
        Execute(connection, "PRAGMA journal_mode=WAL;");
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, List<(PersonName Name, Sex? Sex)> known, List<int> schools, int[] centers, int people)
    {
        // Another seed than the sample's: with its own, the keys would come again.
        var random = new Random(35);
        var bySex = known.ToLookup(x => x.Sex, x => x.Name).ToDictionary(x => x.Key ?? Sex.Female, x => x.ToArray());
        using var person = Prepare(connection, transaction, "Person", "Id", "PublicKey", "FamilyName", "GivenName", "Patronymic", "SearchText", "BirthDate", "Sex", "Citizenship", "Version");
        using var word = Prepare(connection, transaction, "PersonWord", "PersonId", "Word", "SearchText");
        using var link = Prepare(connection, transaction, "PersonLink", "PersonId", "CenterId", "Version");
        using var job = Prepare(connection, transaction, "Employment", "PersonId", "SchoolId", "Position", "Category", "IsMain", "Version");
        var key = new byte[16];
        var last = Read(connection, "SELECT max(\"Id\"), '' FROM \"Person\"", transaction)[0].Name;
        var id = int.Parse(last, System.Globalization.CultureInfo.InvariantCulture);
        for (var i = known.Count; i < people; i++)
        {
            var sex = known[random.Next(known.Count)].Sex ?? Sex.Female;
            var names = bySex[sex];
            random.NextBytes(key);
            var made = Person.Create(new PersonName(names[random.Next(names.Length)].Family, names[random.Next(names.Length)].Given, names[random.Next(names.Length)].Patronymic), new Guid(key));
            Set(person, ++id, made.PublicKey.ToString().ToUpperInvariant(), made.FamilyName, made.GivenName, made.Patronymic, made.SearchText, $"{random.Next(1962, 2003)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}", sex.ToString(), "643", 1);
            foreach (var x in made.Words) Set(word, id, x.Word, x.SearchText);
            // Half of the people belong to the first center, as in the sample.
            Set(link, id, centers[random.Next(10) switch { < 5 => 0, < 8 => 1, _ => 2 }], 1);
            Set(job, id, schools[random.Next(schools.Count)], "учитель", nameof(WorkerCategory.Teacher), 1, 1);
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string table, params string[] columns)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        for (var i = 0; i < columns.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        return command;
    }

    private static void Set(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<(string Name, string Sql)> Read(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read()) rows.Add((reader.GetValue(0).ToString()!, reader.GetString(1)));
        return rows;
    }

    private sealed class Factory(string file, WriteGate gate) : IDbContextFactory<AppDb>
    {
        private readonly DbContextOptions<AppDb> _options = (DbContextOptions<AppDb>)DataSetup.Configure(new DbContextOptionsBuilder<AppDb>(), file).Options;

        public AppDb CreateDbContext() => new(_options, gate);
    }
}

/// <summary>The program itself, as it is built beside this one.</summary>
internal static class AppProcess
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory);

    /// <summary>Folder of the repository that this was built in.</summary>
    public static string Solution { get; } = Output.Parent!.Parent!.Parent!.Parent!.FullName;

    /// <summary>Runs a command of the program to its end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string dataRoot, params string[] arguments)
    {
        using var process = Start(dataRoot, counted: false, arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The program exits with {process.ExitCode}: {output}");
    }

    /// <param name="counted">Whether every command to the store is printed.</param>
    public static Process Start(string dataRoot, bool counted, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Find());
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["TeacherCenters__DataRoot"] = dataRoot;
        start.Environment["TeacherCenters__NightlyAt"] = "";
        if (counted) start.Environment["Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command"] = "Information";
        return Process.Start(start)!;
    }

    /// <summary>In its own folder: only there it finds the assets of its packages.</summary>
    private static string Find() => Path.Combine(Solution, "TeacherCenters.App", "bin", Output.Parent!.Name, Output.Name, "TeacherCenters.App.dll");
}
