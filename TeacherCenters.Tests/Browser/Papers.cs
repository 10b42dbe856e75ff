using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using TeacherCenters.Kernel;
using TeacherCenters.Tests.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace TeacherCenters.Tests.Browser;

/// <summary>The register in Excel as its reader sees it, of an event with two sessions.</summary>
/// <param name="Marks">Of the first session.</param>
/// <param name="Came">How many came, session by session.</param>
internal sealed record RegisterBook(
    IReadOnlyList<string> Names, string FirstSchool, IReadOnlyList<DateTime> Days, IReadOnlyList<string> Marks, IReadOnlyList<double> Hours, IReadOnlyList<double> Shares, IReadOnlyList<double> Came)
{
    public static RegisterBook Read(Stream workbook, int people)
    {
        using var book = new XLWorkbook(workbook);
        var sheet = book.Worksheet(1);
        var first = Enumerable.Range(1, 40).First(x => sheet.Cell(x, 1).CachedValue is double and 1);
        var (rows, sessions) = (Enumerable.Range(first, people).ToList(), new[] { 5, 6 });
        return new(
            rows.ConvertAll(x => sheet.Cell(x, 2).GetString()), sheet.Cell(first, 3).GetString(), [.. sessions.Select(x => sheet.Cell(first - 4, x).GetDateTime())], rows.ConvertAll(x => sheet.Cell(x, 5).GetString()),
            rows.ConvertAll(x => Figure(sheet.Cell(x, 7))), rows.ConvertAll(x => Figure(sheet.Cell(x, 8))), [.. sessions.Select(x => Figure(sheet.Cell(first + people, x)))]);
    }

    /// <summary>A formula's figure as it is stored beside it.</summary>
    private static double Figure(IXLCell cell)
    {
        Assert.True(cell.HasFormula, $"{cell.Address} is no formula");
        return Convert.ToDouble(cell.CachedValue, CultureInfo.InvariantCulture);
    }
}

/// <summary>The words of a printed file, page by page, with single spaces.</summary>
internal static partial class PdfPages
{
    public static IReadOnlyList<string> Read(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return [.. pdf.GetPages().Select(x => Spaces().Replace(ContentOrderTextExtractor.GetText(x), " "))];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>A list of participants as a school sends it: a title, headings in an order of its own, a day that is none, a signature below.</summary>
internal static class SchoolList
{
    public static byte[] Write(IReadOnlyCollection<string> names, string school)
    {
        var book = new TestWorkbook()
            .Row("Список педагогов МБОУ «СОШ № 5», направляемых на обучение").Skip(1)
            .Row("№ п/п", "Должность", "Дата рожд.", "Фамилия, имя, отчество (полностью)", "СНИЛС", "Место работы");
        var number = 0;
        foreach (var name in names.Reverse())
        {
            var nine = (112_233_440 + number).ToString(CultureInfo.InvariantCulture);
            book.Row(++number, "учитель", new DateOnly(1980 + number, 3, 5), name, Snils.Format(nine + Snils.CheckNumber(nine)), school);
        }
        return book.Row(++number, "учитель", "31.02.1980", "Ошибкина Мария Ивановна", null, school).Skip(1).Row(null, "Директор", null, "О. П. Иванова").ToBytes();
    }
}
