using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using TeacherCenters.Documents;

namespace TeacherCenters.Tests.Documents;

public sealed class ReportWorkbookTests
{
    private static readonly ReportTable Table = new("По центрам", [new("Центр", 30), new("Человек", 10, ReportFormat.Number), new("Доля", 10, ReportFormat.Percent)],
        [["=СУММ(A1)", 1_204, 52.5m], ["Итого", 1_204, null]], HasTotal: true);

    [Fact]
    public void The_validator_finds_nothing()
    {
        using var stream = new MemoryStream(ReportWorkbook.Write("Отчёт", "Страница", [new("Показатели", "Показатели за 2026 год", ["По состоянию на 23.11.2026"], [Table]), new("Пусто", "Пусто", [], [])]));
        using var document = SpreadsheetDocument.Open(stream, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Numbers_are_numbers_texts_are_no_formulas_and_what_is_not_known_is_empty()
    {
        var rows = WorkbookReader.Read(ReportWorkbook.Write("Отчёт", "Страница", [new("Показатели", "Показатели за 2026 год", [], [Table])])).Require().Sheets[0].Rows;
        var first = rows.Single(x => x[0].Text == "=СУММ(A1)");

        Assert.False(first[0].IsFormula);
        Assert.Equal((1_204d, 52.5d), (first[1].Number!.Value, first[2].Number!.Value));
        Assert.Equal(CellKind.Empty, rows.Single(x => x[0].Text == "Итого")[2].Kind);
    }

    [Fact]
    public void Names_of_sheets_fit_and_differ_whatever_they_are_called()
    {
        var name = "Доля педагогов: охват [национальная] система";
        var sheets = WorkbookReader.Read(ReportWorkbook.Write("Отчёт", "Страница", [new(name, "1", [], [Table]), new(name, "2", [], [Table]), new("*?", "3", [], [Table])])).Require().Sheets;

        Assert.Equal(["Доля педагогов охват национальн", "Доля педагогов охват национал 2", "1"], sheets.Select(x => x.Name));
    }
}
