using TeacherCenters.Documents;
using TeacherCenters.Enrollments.Import;

namespace TeacherCenters.Tests.Enrollments.Import;

/// <summary>Lists as a test writes them: a line a row, cells by «|»; dates as d:1985-03-05, numbers as n:123, formulas as =…, errors as #….</summary>
internal static class ImportTables
{
    public static ImportTable Of(params string[] lines) =>
        new("Лист1", [.. lines.Select((x, i) => new ImportLine(i + 1, [.. x.Split('|').Select(Cell)])).Where(x => !x.IsEmpty)]);

    public static ImportReading Read(params string[] lines)
    {
        var table = Of(lines);
        return RowReading.Read(table, ColumnRecognition.Find(table)!, A.Today);
    }

    /// <summary>A row that reads to the given facts, for tests of what comes after the reading.</summary>
    public static IReadOnlyList<ImportRow> Rows(params string[] lines) => Read(["ФИО|Дата рождения|СНИЛС|Школа|Должность|Телефон", .. lines]).Rows;

    public static WorkbookRows Book(params string[] lines) => TextTable.FromPaste(string.Join('\n', lines.Select(x => x.Replace('|', '\t')))).Require();

    private static ImportCell Cell(string text)
    {
        text = text.Trim();
        if (text.StartsWith("d:", StringComparison.Ordinal))
        {
            var day = DateOnly.ParseExact(text[2..], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            return new(ImportCellKind.Date, TeacherCenters.Kernel.DayText.Of(day), day);
        }
        if (text.StartsWith("n:", StringComparison.Ordinal)) return new(ImportCellKind.Number, text[2..], Number: double.Parse(text[2..], System.Globalization.CultureInfo.InvariantCulture));
        if (text.StartsWith('=')) return new(ImportCellKind.Formula, text);
        return text.StartsWith('#') && text.Length > 1 ? new(ImportCellKind.Error, text) : ImportCell.Of(text);
    }
}
