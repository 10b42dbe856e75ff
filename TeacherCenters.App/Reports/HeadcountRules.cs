using System.Globalization;
using TeacherCenters.Documents;
using TeacherCenters.Kernel;

namespace TeacherCenters.Reports;

/// <summary>A municipality as pasted rows are matched to it.</summary>
public sealed record HeadcountPlace(int Id, string Name, string ShortName);

/// <summary>A pasted row.</summary>
/// <param name="Line">From one.</param>
/// <param name="Written">The municipality as it was written.</param>
/// <param name="Place">Null when it is not known.</param>
/// <param name="Numbers">What the row gives; null where it gives nothing.</param>
/// <param name="Fault">Why the row is not taken; null when it is.</param>
public sealed record PastedHeadcount(int Line, string Written, HeadcountPlace? Place, Headcount Numbers, Problem? Fault);

/// <summary>What may be entered as a headcount, and how pasted rows are read.</summary>
public static class HeadcountRules
{
    /// <summary>More than teach in the whole region: a slip of the keys.</summary>
    public const int Most = 100_000;

    private const int PlaceColumn = -1;

    /// <summary>The groups whose headcount is known to statistics, in the order of the columns.</summary>
    public static IReadOnlyList<StaffGroup> Groups { get; } = [StaffGroup.Teachers, StaffGroup.Heads, StaffGroup.Young, StaffGroup.FirstYears];

    private static readonly HashSet<string> Noise =
        ["МО", "М.О.", "ГО", "Г.О.", "Г.", "Г", "ГОР.", "ГОРОД", "ГОРОДСКОЙ", "МУНИЦИПАЛЬНЫЙ", "МУНИЦИПАЛЬНОЕ", "ОБРАЗОВАНИЕ", "ОКРУГ", "РАЙОН", "Р-Н", "МР", "М.Р."];

    private static readonly string[] Totals = ["ИТОГО", "ВСЕГО", "ИТОГ", "ПО ОБЛАСТИ", "TOTAL"];

    // The narrower word first: «молодые педагоги первых трёх лет» is the last group and none of the others.
    private static readonly (StaffGroup? Group, string[] Words)[] Headings =
    [
        (StaffGroup.FirstYears, ["ПЕРВЫ", "СТАЖ", "ТРЕХ ЛЕТ", "3 ЛЕТ", "3 ГОД"]), (StaffGroup.Young, ["МОЛОД", "МОЛОЖЕ", "ДО 35", "35 ЛЕТ"]), (StaffGroup.Heads, ["РУКОВОД", "ДИРЕКТОР", "ЗАВЕДУЮЩ"]),
        (StaffGroup.Teachers, ["ПЕДАГОГ", "УЧИТЕЛ"]), (null, ["МУНИЦИП", "РАЙОН", "ОКРУГ", "ТЕРРИТОР"]),
    ];

    /// <summary>The young are among the teachers, and those in their first years among the young.</summary>
    /// <returns><c>HeadcountRange</c> (the most), <c>YoungMoreThanTeachers</c>, <c>FirstYearsMoreThanYoung</c>, each at its field; or null.</returns>
    public static Problem? Check(Headcount numbers)
    {
        foreach (var group in Groups)
        {
            if (numbers[group] is < 0 or > Most) return new Problem("HeadcountRange", Most).At(group.ToString());
        }
        if (numbers.Young > numbers.Teachers) return new Problem("YoungMoreThanTeachers", numbers.Young, numbers.Teachers).At(nameof(Headcount.Young));
        if (numbers.FirstYears > (numbers.Young ?? numbers.Teachers)) return new Problem("FirstYearsMoreThanYoung", numbers.FirstYears, numbers.Young ?? numbers.Teachers).At(nameof(Headcount.FirstYears));
        return null;
    }

    /// <summary>Reads rows pasted from a spreadsheet: columns by their headings, or in the order municipality, teachers, heads, young, first years.</summary>
    /// <param name="known">What is stored of the year: an empty cell leaves it.</param>
    /// <returns>Faults of the whole are those of <see cref="TextTable"/>; those of a row stand in it.</returns>
    public static Result<IReadOnlyList<PastedHeadcount>> Read(string text, IReadOnlyList<HeadcountPlace> places, IReadOnlyDictionary<int, Headcount> known)
    {
        var table = TextTable.FromPaste(text);
        if (table.Problem is { } problem) return problem;
        var rows = table.Value!.Sheets[0].Rows;
        var head = rows.Take(5).FirstOrDefault(x => Columns(x).Count > 1);
        var columns = head is null ? ByOrder(rows) : Columns(head);
        var read = new List<PastedHeadcount>();
        foreach (var row in rows.Where(x => head is null || x.Number > head.Number))
        {
            var written = row[columns[PlaceColumn]].Text.Trim();
            // Lines without a name are headings that go on, or signatures; totals are ours to add.
            if (written.Length == 0 || Totals.Any(x => SearchName.Of(written).StartsWith(x, StringComparison.Ordinal))) continue;
            read.Add(ReadRow(row, written, columns, places, known, read));
        }
        return new(read, null);
    }

    private static PastedHeadcount ReadRow(SheetRow row, string written, Dictionary<int, int> columns, IReadOnlyList<HeadcountPlace> places, IReadOnlyDictionary<int, Headcount> known, List<PastedHeadcount> before)
    {
        var exact = places.Where(x => SearchName.Of(written) == SearchName.Of(x.Name) || SearchName.Of(written) == SearchName.Of(x.ShortName)).ToList();
        var found = exact.Count == 1 ? exact : places.Where(x => Core(x.Name) == Core(written) || Core(x.ShortName) == Core(written)).ToList();
        var place = found.Count == 1 ? found[0] : null;
        var numbers = new Dictionary<StaffGroup, int>();
        Problem? fault = place is null ? new Problem(found.Count > 1 ? "MunicipalityUnclear" : "MunicipalityUnknown", written)
            : before.Find(x => x.Place == place) is { } twice ? new Problem("MunicipalityTwice", twice.Line) : null;
        foreach (var group in Groups)
        {
            if (!columns.TryGetValue((int)group, out var column)) continue;
            var cell = row[column].Text.Trim();
            if (Plain(cell) is not { Length: > 0 } digits) continue;
            if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && number is >= 0 and <= Most)
                numbers[group] = (int)number;
            else
                fault ??= new Problem("HeadcountUnread", SheetCell.NameOf(column), cell);
        }
        var given = Headcount.Of(numbers);
        if (fault is null && numbers.Count == 0) fault = new Problem("HeadcountEmpty");
        fault ??= Check(place is not null && known.TryGetValue(place.Id, out var stored) ? given.Over(stored) : given);
        return new(row.Number, written, place, given, fault);
    }

    /// <summary>Digits without the spaces between thousands, the decimal comma as a point; empty for a dash.</summary>
    private static string Plain(string cell) => string.Concat(cell.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.') is var text && text is "-" or "–" or "—" ? "" : text;

    /// <summary>The columns that a heading names: by group, and the municipality's.</summary>
    private static Dictionary<int, int> Columns(SheetRow row)
    {
        var columns = new Dictionary<int, int>();
        foreach (var cell in row.Cells.Where(x => x.Kind == CellKind.Text))
        {
            var heading = SearchName.Of(cell.Text);
            var known = Headings.FirstOrDefault(x => x.Words.Any(w => heading.Contains(w, StringComparison.Ordinal)));
            if (known.Words is not null) columns.TryAdd(known.Group is { } group ? (int)group : PlaceColumn, cell.Column);
        }
        // A data row «Вологодский район | 5» names one column only, and a heading without the municipality is none.
        return columns.Count > 1 && !columns.ContainsKey(PlaceColumn) ? new(columns) { [PlaceColumn] = columns.Values.Min() > 0 ? columns.Values.Min() - 1 : 0 } : columns;
    }

    private static Dictionary<int, int> ByOrder(IReadOnlyList<SheetRow> rows)
    {
        // Before the municipality there may be a number of the row.
        var place = rows.SelectMany(x => x.Cells).Where(x => x.Kind == CellKind.Text && x.Text.Any(char.IsLetter)).Select(x => x.Column).DefaultIfEmpty(0).Min();
        var columns = new Dictionary<int, int> { [PlaceColumn] = place };
        for (var i = 0; i < Groups.Count; i++) columns[(int)Groups[i]] = place + 1 + i;
        return columns;
    }

    /// <summary>The name without what kind of municipality it is.</summary>
    private static string Core(string name) => string.Join(' ', SearchName.Of(name).Trim('«', '»', '"').Split(' ').Where(x => !Noise.Contains(x)));
}
