using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters;

/// <summary>What the program does beside serving: check, backup, restore, sample. Wrong use exits with 2 and one clear line.</summary>
public static class ProgramCommands
{
    // After the first they are the host's own, and sections of the settings: tools that start the program pass them.
    private static readonly string[] Serving = ["--urls", "--environment", "--contentRoot", "--applicationName", "--TeacherCenters", "--Logging", "--Kestrel", "--AllowedHosts"];

    /// <summary>True for a command line that asks for something else than serving: a word, or help.</summary>
    public static bool Handles(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    /// <summary>What is wrong with the options of serving, in one line; null when nothing is. Any setting may be given as --Section:Key VALUE.</summary>
    public static string? Misuse(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var key, var after] ? (key, after) : (args[i], i + 1 < args.Length && !args[i + 1].StartsWith('-') ? args[++i] : null);
            if (!Serving.Contains(name, StringComparer.OrdinalIgnoreCase) && !(name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal))) return $"'{name}' is not known (see --help).";
            if (value is null) return $"{name} needs a value.";
            if (name == "--urls" && value.Split(';').FirstOrDefault(x => !IsAddress(x)) is { } wrong) return $"'{wrong}' is not an address to serve at: give one like http://127.0.0.1:5080.";
        }
        return null;
    }

    // A star or a plus stands for every address of the machine.
    private static bool IsAddress(string text) =>
        Uri.TryCreate(text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    public static async Task<int> RunAsync(string[] args, Func<WebApplication> build)
    {
        var parsed = Describe(build).Parse(args);
        if (parsed.Errors is [var error, ..])
        {
            await Console.Error.WriteLineAsync(parsed.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is not known (see --help)." : $"{error.Message} (see --help)");
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StoreRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return refused.ExitCode;
        }
        catch (SqliteException failure)
        {
            // A store that is damaged, locked by another program or without room to write.
            await Console.Error.WriteLineAsync(failure.Message);
            return StoreSetup.IsDamage(failure) ? 6 : 9;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder that is not there, a disk that is full, a file that may not be written: the system says which.
            await Console.Error.WriteLineAsync(fault.Message);
            return 9;
        }
    }

    private static RootCommand Describe(Func<WebApplication> build)
    {
        var root = new RootCommand("TeacherCenters: the daily work of a network of teacher professional-development centers.\nWithout a command it serves; --urls http://127.0.0.1:5080 chooses the address.");

        var check = new Command("check", "Checks the whole store: integrity, references, numbers without gaps, seats, history, files. Exits with 1 if something is wrong.");
        check.SetAction(async (_, cancellation) => await CheckAsync(build(), cancellation));
        root.Add(check);

        var backupFile = new Argument<string>("FILE") { Description = "The zip to write; it must not exist." };
        var backup = new Command("backup", "Writes a checked backup of store, keys and files. The program may be serving meanwhile.") { backupFile };
        backup.SetAction(async (parsed, cancellation) =>
        {
            await using var app = build();
            var target = Path.GetFullPath(parsed.GetRequiredValue(backupFile));
            await app.Services.GetRequiredService<Backup>().WriteAsync(target, cancellation);
            Console.WriteLine($"Backup written and checked: {target}");
            return 0;
        });
        root.Add(backup);

        var restoreFile = new Argument<string>("FILE") { Description = "A zip that the backup command wrote." };
        var restore = new Command("restore", "Puts a backup in the place of the store. Stop the program first; what was there is kept beside it.") { restoreFile };
        restore.SetAction(async (parsed, cancellation) =>
        {
            await using var app = build();
            await app.Services.GetRequiredService<Backup>().RestoreAsync(Path.GetFullPath(parsed.GetRequiredValue(restoreFile)), app.Services.GetRequiredService<StoreLock>(), cancellation);
            await app.Services.GetRequiredService<StoreSetup>().PrepareAsync(cancellation);
            Console.WriteLine("The store was restored and checked.");
            return 0;
        });
        root.Add(restore);

        var people = Number("--people", 5_000, 100, 1_000_000, "How many people.");
        var events = Number("--events", 64, 0, 1_000, "How many events in the school year around today.");
        var seed = Number("--seed", 1, 0, int.MaxValue, "The same seed on the same day gives the same network.");
        var sample = new Command("sample", "Fills an empty store with a made-up network and prints one account a role.") { people, events, seed };
        sample.SetAction(async (parsed, cancellation) => await SampleAsync(build(), parsed.GetValue(people), parsed.GetValue(events), parsed.GetValue(seed), cancellation));
        root.Add(sample);
        return root;
    }

    private static Option<int> Number(string name, int standard, int least, int most, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
            result.AddError($"{name} takes a whole number from {least} to {most}.");
            return standard;
        };
        return option;
    }

    private static async Task<int> CheckAsync(WebApplication app, CancellationToken cancellation)
    {
        await using var _ = app;
        var root = app.Services.GetRequiredService<DataRoot>();
        if (!File.Exists(root.StoreFile)) throw new StoreRefusedException(8, $"There is no store in {root.Root} yet.");
        await using var db = await app.Services.GetRequiredService<Store>().ReadAsync(cancellation);
        var findings = 0;
        // The console speaks the language of the other commands.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = AppCultures.English;
        foreach (var invariant in app.Services.GetServices<Invariant>())
        {
            var found = await invariant.Check(db, app.Services.GetRequiredService<FileStore>(), cancellation);
            findings += found.Count;
            Console.WriteLine($"{(found.Count == 0 ? "ok   " : "WRONG")} {invariant.Name}");
            foreach (var what in found) Console.WriteLine($"      {ProblemTexts.Say(what)}");
        }
        Console.WriteLine(findings == 0 ? "Nothing is wrong." : $"Findings: {findings}");
        return findings == 0 ? 0 : 1;
    }

    private static async Task<int> SampleAsync(WebApplication app, int people, int events, int seed, CancellationToken cancellation)
    {
        await using var _ = app;
        await app.Services.GetRequiredService<StoreSetup>().PrepareAsync(cancellation);
        await using (var db = await app.Services.GetRequiredService<Store>().ReadAsync(cancellation))
        {
            if (await db.Set<Person>().AnyAsync(cancellation)) throw new StoreRefusedException(2, "The store is not empty: the sample network only fills an empty one.");
        }
        var size = new SampleSize(people, events, seed, app.Services.GetRequiredService<NetworkClock>().Today);
        var last = -1;
        var progress = new SampleProgress(p =>
        {
            if (p.Percent / 10 == last) return;
            last = p.Percent / 10;
            Console.WriteLine($"{p.Percent,3} % {p.Stage}");
        });
        foreach (var account in await app.Services.GetRequiredService<SampleNetwork>().FillAsync(size, progress, cancellation))
            Console.WriteLine($"{account.Role,-14} {account.Email,-32} {account.Password}");
        return 0;
    }

    // Progress<T> would report on another thread, after the last line.
    private sealed class SampleProgress(Action<FillProgress> report) : IProgress<FillProgress>
    {
        public void Report(FillProgress value) => report(value);
    }
}
