using System.Text;
using TeacherCenters.Documents;
using TeacherCenters.Kernel;

namespace TeacherCenters.Enrollments.Import;

public enum ImportColumn
{
    None,
    Number,
    FullName,
    Family,
    Given,
    Patronymic,

    /// <summary>«Имя, отчество» in one column beside the family name.</summary>
    GivenAndPatronymic,
    BirthDate,
    Snils,
    School,
    Municipality,
    Position,

    /// <summary>«Место работы, должность» in one column.</summary>
    Workplace,
    Subject,
    Phone,
    Email,

    /// <summary>Telephone and e-mail in one column.</summary>
    Contacts,
}

/// <summary>Where the headings of a list stand and what each column holds.</summary>
/// <param name="FirstLine">Index of the first line of people in the table.</param>
/// <param name="Columns">What each column holds, by its index.</param>
/// <param name="Headings">As they stand in the list, for the screen.</param>
public sealed record ColumnMap(int FirstLine, IReadOnlyList<ImportColumn> Columns, IReadOnlyList<string> Headings)
{
    /// <summary>The one or two lines in which the headings stand; none for a paste without headings.</summary>
    public IReadOnlyList<ImportLine> HeadingRows { get; init; } = [];

    public bool HasName => Columns.Contains(ImportColumn.FullName) || Columns.Contains(ImportColumn.Family);

    public int IndexOf(ImportColumn column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column) return i;
        }
        return -1;
    }

    /// <summary>The coordinator says what a column holds; whichever column held it before holds nothing now.</summary>
    public ColumnMap With(int column, ImportColumn holds) =>
        this with { Columns = [.. Columns.Select((x, i) => i == column ? holds : x == holds ? ImportColumn.None : x)] };
}

/// <summary>
/// Recognises the columns of a school's list by their headings, in any order and spelling. The headings may stand below a title, in two
/// rows (a common heading over three), and repeat further down.
/// </summary>
public static class ColumnRecognition
{
    /// <summary>The headings stand in the first so many lines.</summary>
    public const int HeadingLines = 30;

    /// <summary>The map of a sheet; null when no line of its beginning has a heading of a name.</summary>
    public static ColumnMap? Find(ImportTable table)
    {
        var last = Math.Min(HeadingLines, table.Lines.Count) - 1;
        (int Score, ColumnMap Map)? best = null;
        void Try(int first, int below)
        {
            if (Headings(table, first, below) is not { } columns) return;
            var score = columns.Where(x => x is not (ImportColumn.None or ImportColumn.Number)).Distinct().Count();
            if (score == 1 && !IsShortHeading(table, first)) return;
            if (best is null || score > best.Value.Score) best = (score, new(below + 1, Once(columns), Texts(table, first, below)) { HeadingRows = [.. table.Lines.Skip(first).Take(below - first + 1)] });
        }
        for (var i = 0; i <= last; i++) Try(i, i);
        // Two lines only where they say more than one: a title above the headings would add its own words.
        for (var i = 0; i < last; i++) Try(i, i + 1);
        return best?.Map;
    }

    /// <summary>For a paste without headings: columns by what most of their cells look like; null when none looks like names.</summary>
    public static ColumnMap? ByContent(ImportTable table)
    {
        var columns = Enumerable.Range(0, table.Width).Select(c => ContentOf(table, c)).ToList();
        var map = new ColumnMap(0, Once(columns), [.. columns.Select((_, i) => SheetCell.NameOf(i))]);
        return map.HasName ? map : null;
    }

    /// <summary>What a heading says; <see cref="ImportColumn.None"/> when it says nothing that is taken.</summary>
    public static ImportColumn Of(string heading)
    {
        var words = Words(heading);
        if (words.Count == 0) return heading.Contains('№', StringComparison.Ordinal) || heading.Trim() == "#" ? ImportColumn.Number : ImportColumn.None;
        bool Has(params string[] parts) => parts.Any(p => words.Any(w => w.StartsWith(p, StringComparison.Ordinal)));
        bool Is(params string[] whole) => whole.Any(words.Contains);
        if (words.Count > 14) return ImportColumn.None;
        if (Has("СНИЛС", "СТРАХОВ")) return ImportColumn.Snils;
        if (Has("ДИПЛОМ", "ПАСПОРТ", "ИНН", "ОГРН", "РУКОВОДИТЕЛ", "ДИРЕКТОР", "ОТВЕТСТВЕНН", "НАСТАВНИК", "РОДИТЕЛ", "ПОДПИС", "ПРИМЕЧАН")) return ImportColumn.None;
        if (Has("РОЖД") || words is ["Д" or "ДАТА", "Р"] or ["ДР"]) return Has("МЕСТО", "ГОД") && !Has("ДАТА", "ЧИСЛО") ? ImportColumn.None : ImportColumn.BirthDate;
        var (phone, mail) = (Has("ТЕЛЕФОН", "МОБИЛЬН", "СОТОВ") || Is("ТЕЛ", "МОБ", "СОТ", "PHONE"),
            Has("MAIL", "EMAIL", "ЕMAIL", "МЕЙЛ", "ИМЕЙЛ", "ЭЛЕКТРОН") || (Is("ЭЛ") && Has("ПОЧТ", "АДРЕС")) || (Is("ПОЧТА") && words.Count <= 2));
        if (phone && mail) return ImportColumn.Contacts;
        if (mail) return ImportColumn.Email;
        if (phone) return ImportColumn.Phone;
        if (Has("КОНТАКТ") && words.Count <= 2) return ImportColumn.Contacts;
        var (family, given, patronymic) = (Has("ФАМИЛИ") || Is("ФАМ"), Is("ИМЯ", "ИМЕНИ"), Has("ОТЧЕСТВ") || Is("ОТЧ"));
        if (Is("ФИО") || (Is("Ф") && Is("И") && Is("О")) || (family && given)) return ImportColumn.FullName;
        if (family) return ImportColumn.Family;
        if (given && patronymic) return ImportColumn.GivenAndPatronymic;
        if (given) return ImportColumn.Given;
        if (patronymic) return ImportColumn.Patronymic;
        var school = Has("ШКОЛ", "ОРГАНИЗАЦ", "УЧРЕЖДЕН") || Is("ОО", "ОУ", "ДОУ", "ОУДОД") || (Is("МЕСТО") && Has("РАБ"));
        var position = Has("ДОЛЖН");
        if (school && position) return ImportColumn.Workplace;
        if (school) return ImportColumn.School;
        if (position) return ImportColumn.Position;
        if (Has("РАЙОН", "МУНИЦИПАЛ", "ОКРУГ", "ТЕРРИТОРИ") || Is("МО", "МР", "ГО")) return ImportColumn.Municipality;
        if (Has("ПРЕДМЕТ", "ДИСЦИПЛИН")) return ImportColumn.Subject;
        if (Has("СЛУШАТЕЛ", "УЧАСТНИК") || (Has("ПЕДАГОГ", "УЧИТЕЛ") && words.Count <= 2)) return ImportColumn.FullName;
        if (Is("NAME")) return ImportColumn.FullName;
        return Is("N", "NO", "НОМЕР") || (Is("П") && words.Count <= 3) || (Is("ПП") && words.Count <= 2) ? ImportColumn.Number : ImportColumn.None;
    }

    /// <summary>
    /// A line that says the headings again (after a page break), or numbers the columns 1, 2, 3…. Only the very words of the headings count:
    /// «школа 12» and t9@mail.ru sound like headings and are somebody's.
    /// </summary>
    public static bool RepeatsHeadings(ImportLine line, ColumnMap map)
    {
        var taken = Enumerable.Range(0, map.Columns.Count).Where(i => map.Columns[i] is not (ImportColumn.None or ImportColumn.Number) && !line[i].IsEmpty).ToList();
        if (taken.Count == 0) return false;
        return map.HeadingRows.Any(heads => taken.TrueForAll(i => Words(line[i].Text).SequenceEqual(Words(heads[i].Text)))) || AreColumnNumbers(line)
            || new[] { ImportColumn.FullName, ImportColumn.Family }.Any(x => map.IndexOf(x) is >= 0 and var i && AreWordsOfName(line[i].Text));
    }

    /// <summary>«Ф. И. О.», «Фамилия, имя, отчество (полностью)»: nobody is called so, whatever the first heading says.</summary>
    private static bool AreWordsOfName(string text) =>
        Words(text) is { Count: > 0 } words && (words[0] is "ФИО" or "ФАМИЛИЯ" || words is ["Ф", "И", "О", ..])
        && words.TrueForAll(x => x is "ФИО" or "Ф" or "И" or "О" or "ФАМИЛИЯ" or "ИМЯ" or "ОТЧЕСТВО" or "ПОЛНОСТЬЮ" or "УЧАСТНИКА" or "СЛУШАТЕЛЯ" or "ПЕДАГОГА" or "УЧИТЕЛЯ" or "РАБОТНИКА");

    private static bool AreColumnNumbers(ImportLine line)
    {
        var filled = line.Cells.Where(x => !x.IsEmpty).ToList();
        return filled.Count >= 3 && filled.Select((x, i) => x.Text.Trim() == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(x => x);
    }

    /// <summary>What the columns hold by one line of headings or two; null when there is no name among them.</summary>
    private static List<ImportColumn>? Headings(ImportTable table, int first, int below)
    {
        var columns = Enumerable.Range(0, table.Width).Select(c => Heading(table.Lines[first][c])).ToList();
        if (below > first)
        {
            var (upper, lower) = (table.Lines[first], table.Lines[below]);
            // A heading merged over both lines stands in both; a common heading over three stands in the first only: what is below it is nearer.
            var filled = Enumerable.Range(0, table.Width).Where(c => !lower[c].IsEmpty && lower[c] != upper[c]).ToList();
            if (filled.Count == 0 || filled.Any(c => Heading(lower[c]) == ImportColumn.None)) return null;
            foreach (var c in filled) columns[c] = Heading(lower[c]);
        }
        return columns.Contains(ImportColumn.FullName) || columns.Contains(ImportColumn.Family) ? columns : null;
    }

    private static ImportColumn Heading(ImportCell cell) => cell.Kind == ImportCellKind.Text ? Of(cell.Text) : ImportColumn.None;

    /// <summary>A list of nothing but names: its only heading must be one, not a sentence of a title that speaks of participants.</summary>
    private static bool IsShortHeading(ImportTable table, int index) =>
        table.Lines[index].Cells.Count(x => !x.IsEmpty) <= 2 && table.Lines[index].Cells.Where(x => !x.IsEmpty).All(x => Words(x.Text).Count <= 4);

    private static List<ImportColumn> Once(List<ImportColumn> columns)
    {
        var seen = new HashSet<ImportColumn>();
        return columns.ConvertAll(x => x == ImportColumn.None || seen.Add(x) ? x : ImportColumn.None);
    }

    private static List<string> Texts(ImportTable table, int first, int last) => [.. Enumerable.Range(0, table.Width).Select(c =>
    {
        var below = table.Lines[last][c].Text.Trim();
        return OneLine(below.Length > 0 ? below : table.Lines[first][c].Text);
    })];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<string> Words(string heading)
    {
        var text = new StringBuilder();
        foreach (var c in SearchName.Of(heading).Replace("E-MAIL", "EMAIL", StringComparison.Ordinal).Replace("Е-MAIL", "EMAIL", StringComparison.Ordinal)) text.Append(char.IsLetterOrDigit(c) ? c : ' ');
        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static ImportColumn ContentOf(ImportTable table, int column)
    {
        var cells = table.Lines.Select(x => x[column]).Where(x => !x.IsEmpty).Take(50).ToList();
        if (cells.Count == 0) return ImportColumn.None;
        bool Most(Func<ImportCell, bool> looks) => cells.Count(looks) * 10 >= cells.Count * 6;
        if (Most(x => x.Text.Count(char.IsAsciiDigit) == 11 && Snils.Parse(x.Text).Succeeded)) return ImportColumn.Snils;
        if (Most(x => x.Text.Contains('@', StringComparison.Ordinal))) return ImportColumn.Email;
        if (Most(x => x.Kind == ImportCellKind.Date || ImportDates.Parse(x.Text) is not null)) return ImportColumn.BirthDate;
        if (Most(x => x.Text.Count(char.IsAsciiDigit) is 10 or 11 && x.Text.All(c => char.IsAsciiDigit(c) || " ()+-".Contains(c)))) return ImportColumn.Phone;
        if (Most(x => x.Text.Length <= 4 && x.Text.TrimEnd('.').All(char.IsAsciiDigit))) return ImportColumn.Number;
        if (Most(x => SearchName.Of(x.Text) is var t && (t.Contains("ШКОЛА", StringComparison.Ordinal) || t.Contains("СОШ", StringComparison.Ordinal) || t.Contains("ГИМНАЗИЯ", StringComparison.Ordinal) || t.Contains("ЛИЦЕЙ", StringComparison.Ordinal) || t.Contains("САД", StringComparison.Ordinal)))) return ImportColumn.School;
        if (Most(x => SearchName.Of(x.Text) is var t && (t.StartsWith("УЧИТЕЛЬ", StringComparison.Ordinal) || t.StartsWith("ПЕДАГОГ", StringComparison.Ordinal) || t.StartsWith("ВОСПИТАТЕЛЬ", StringComparison.Ordinal) || t.Contains("ДИРЕКТОР", StringComparison.Ordinal)))) return ImportColumn.Position;
        return Most(x => char.IsUpper(x.Text[0]) && PersonName.Parse(x.Text) is { Succeeded: true, Value.Patronymic: not null }) ? ImportColumn.FullName : ImportColumn.None;
    }
}
