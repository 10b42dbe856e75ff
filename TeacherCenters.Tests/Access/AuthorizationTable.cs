using System.Text;
using TeacherCenters.Tests.Architecture;

namespace TeacherCenters.Tests.Access;

/// <summary>The reviewed table: who may do what. One row a verb, page or endpoint, one column an <see cref="Asker"/>.</summary>
internal static class AuthorizationTable
{
    private const string Name = "authorization.csv";
    private const int KeyWidth = 60, CellWidth = 9;

    private static readonly string Stored = Path.Combine(Sources.Repository, "TeacherCenters.Tests", "Access", Name);

    /// <summary>What is wrong between the table and what the program answers, each with the line to write; nothing when they agree.</summary>
    /// <param name="kind">The rows that are compared: those whose key begins so.</param>
    public static string Differences(Func<string, bool> kind, IReadOnlyDictionary<string, IReadOnlyList<string>> answers)
    {
        var rows = Lines().GroupBy(KeyOf).Where(x => kind(x.Key)).ToDictionary(x => x.Key, x => x.ToList());
        var found = new StringBuilder();
        foreach (var (key, cells) in answers.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            var actual = Line(key, cells);
            if (!rows.TryGetValue(key, out var row)) found.AppendLine(Invariant($"No row. Review this line and add it:\n{actual}"));
            else if (row.Count > 1) found.AppendLine(Invariant($"Two rows for {key}."));
            else if (CellsOf(row[0]) is var expected && !expected.SequenceEqual(cells)) found.AppendLine(Invariant($"{key}: {Changes(expected, cells)}\nAs the program answers now:\n{actual}"));
        }
        foreach (var stale in rows.Keys.Except(answers.Keys)) found.AppendLine(Invariant($"Stale row, take it out: {stale}"));
        return found.Length == 0 ? "" : $"{found}\nThe table is {Stored}. Ask of each line whether it is right, not only whether it is what the program does.\n";
    }

    /// <summary>The rows in which one of the askers is allowed.</summary>
    public static IEnumerable<string> AllowedTo(Func<Asker, bool> asker) =>
        Lines().Where(x => CellsOf(x).Where((cell, i) => cell == SampleCall.Allowed && asker(Asker.All[i])).Any()).Select(KeyOf);

    private static string Line(string key, IEnumerable<string> cells) => string.Join(",", [key.PadRight(KeyWidth), .. cells.Select(x => x.PadRight(CellWidth))]).TrimEnd();

    private static IEnumerable<string> Lines() => File.ReadLines(Stored).Where(x => x.Length > 0 && x[0] != '#').Skip(1);

    private static string KeyOf(string line) => line.Split(',')[0].Trim();

    private static List<string> CellsOf(string line) => [.. line.Split(',').Skip(1).Select(x => x.Trim())];

    private static string Changes(List<string> expected, IReadOnlyList<string> cells) => expected.Count != Asker.All.Count
        ? $"{expected.Count} cells instead of {Asker.All.Count}."
        : string.Join("; ", Asker.All.Select((x, i) => (x, i)).Where(x => expected[x.i] != cells[x.i]).Select(x => $"{x.x}: the table says {expected[x.i]}, the program {cells[x.i]}"));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
