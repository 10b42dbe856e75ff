using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using TeacherCenters.Documents;

namespace TeacherCenters.Tests.Documents;

public sealed class AttendanceWorkbookTests
{
    private static AttendanceSheet Sheet(params string?[][] marks)
    {
        var sheet = new AttendanceSheet
        {
            Organisation = "Центр",
            Event = "Формирующее оценивание",
            StartsOn = new DateOnly(2026, 11, 1),
            EndsOn = new DateOnly(2026, 11, 20),
            Notes = ["Вологда, ул. Козлёнская, 57"],
            Sessions = [new(new DateOnly(2026, 11, 1), new TimeOnly(10, 0), 4, "Введение"), new(new DateOnly(2026, 11, 1), new TimeOnly(14, 0), 2), new(new DateOnly(2026, 11, 2), new TimeOnly(10, 0), 3)],
            Credits = [new("+", "присутствовал", 100), new("Н", "отсутствовал", 0), new("О", "опоздал", 50)],
            Signatures = ["Преподаватель"],
            Threshold = 75,
            People = [],
        };
        return sheet with { People = [.. marks.Select((m, i) => new AttendanceRow(i == 1 ? "=Петрова" : "Иванова", "СОШ № 5", "учитель", m, sheet.Credited(new("", null, null, m, 0))))] };
    }

    private static XLWorkbook Open(AttendanceSheet sheet) => new(new MemoryStream(AttendanceWorkbook.Write(sheet)));

    public static TheoryData<int> Sizes => [0, 1, 60];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_validator_finds_nothing(int people)
    {
        var marks = Enumerable.Range(0, people).Select(i => new[] { "+", i % 2 == 0 ? "Н" : null, "О" }).ToArray();
        using var stream = new MemoryStream(AttendanceWorkbook.Write(Sheet(marks)));
        using var document = SpreadsheetDocument.Open(stream, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Totals_are_formulas_with_the_registers_values_beside_them()
    {
        var rows = WorkbookReader.Read(AttendanceWorkbook.Write(Sheet(["+", "О", null], ["Н", "+", "+"]))).Require().Sheets[0].Rows;
        var first = rows.Single(r => r[0].Text == "1");
        var second = rows.Single(r => r[0].Text == "2");
        var total = rows.Single(r => r[0].Text == "Присутствовали, человек");

        // Of 9 hours: 4 + half of 2; 2 + 3.
        Assert.Equal((5d, 0.556, true), (first[7].Number!.Value, first[8].Number!.Value, first[7].IsFormula && first[8].IsFormula));
        Assert.Equal((5d, 0.556), (second[7].Number!.Value, second[8].Number!.Value));
        Assert.Equal([1d, 2, 1, 10, 0.556], total.Cells.Where(c => c is { Kind: CellKind.Number, MergedInto: null }).Select(c => c.Number!.Value));
        Assert.All(total.Cells.Where(c => c.Kind == CellKind.Number), c => Assert.True(c.IsFormula));
    }

    [Fact]
    public void Shares_show_a_tenth_of_a_per_cent()
    {
        var sheet = Sheet(["+", "О", null]);
        using var workbook = Open(sheet);
        var share = workbook.Worksheet(1).Cell(11, 9);

        Assert.Equal(("0.0%", "IF(SUM($E$10:$G$10)=0,0,IF(ROUND(H11*100-75*SUM($E$10:$G$10),6)<0,MIN(ROUND(ROUND(H11*1000/SUM($E$10:$G$10),6),0),749),ROUND(ROUND(H11*1000/SUM($E$10:$G$10),6),0))/1000)"), (share.Style.NumberFormat.Format, share.FormulaA1));
        Assert.Equal([0.909m, 0.75m, 0.667m, 0.063m, 0m, 0.749m], [sheet.Share(20, 22), sheet.Share(27, 36), sheet.Share(16, 24), sheet.Share(1, 16), sheet.Share(0, 0), sheet.Share(74.96m, 100)]);
    }

    [Fact]
    public void Dates_are_dates_and_marks_are_letters()
    {
        var sheet = Sheet(["+", "О", null], ["Н", "+", "+"]);
        using var workbook = Open(sheet);
        var table = workbook.Worksheet(1);

        Assert.Equal(new DateTime(2026, 11, 2), table.Cell(7, 7).GetDateTime());
        Assert.Equal("dd.mm.yyyy", table.Cell(7, 7).Style.NumberFormat.Format);
        Assert.Equal("+", table.Cell(11, 5).GetString());
        Assert.Equal("=Петрова", table.Cell(12, 2).GetString());
        Assert.False(table.Cell(12, 2).HasFormula);
        Assert.True(table.Cell(12, 2).Style.IncludeQuotePrefix);
    }

    [Fact]
    public void The_head_says_the_days_and_each_session_its_hours()
    {
        using var workbook = Open(Sheet(["+", "О", null]));
        var table = workbook.Worksheet(1);

        Assert.Equal("Сроки проведения: 01.11.2026 – 20.11.2026", table.Cell(4, 1).GetString());
        Assert.Equal((4d, "0\" ч\""), (table.Cell(10, 5).GetDouble(), table.Cell(10, 5).Style.NumberFormat.Format));
    }

    [Fact]
    public void A_row_is_as_high_as_its_longest_text_needs()
    {
        var sheet = Sheet(["+", "О", null], ["Н", "+", "+"]);
        using var workbook = Open(sheet with { People = [sheet.People[0] with { School = "МБОУ «Средняя общеобразовательная школа № 5 имени Героя Советского Союза Е. А. Поромонова»" }, sheet.People[1]] });

        Assert.Equal((42, 14), (workbook.Worksheet(1).Row(11).Height, workbook.Worksheet(1).Row(12).Height));
    }

    [Fact]
    public void It_prints_on_landscape_pages_with_the_header_repeated()
    {
        using var workbook = Open(Sheet(["+", "О", null]));
        var setup = workbook.Worksheet(1).PageSetup;

        Assert.Equal((XLPaperSize.A4Paper, XLPageOrientation.Landscape, 1, 0), (setup.PaperSize, setup.PageOrientation, setup.PagesWide, setup.PagesTall));
        Assert.Equal((7, 10), (setup.FirstRowToRepeatAtTop, setup.LastRowToRepeatAtTop));
        Assert.Single(setup.PrintAreas);
        Assert.Equal((10, 2), (workbook.Worksheet(1).SheetView.SplitRow, workbook.Worksheet(1).SheetView.SplitColumn));
    }

    [Fact]
    public void A_total_that_the_marks_do_not_give_is_not_printed()
    {
        var sheet = Sheet(["+", "+", "+"]);

        Assert.Throws<InvalidOperationException>(() => AttendanceWorkbook.Write(sheet with { People = [sheet.People[0] with { Credited = 8 }] }));
    }

    [Fact]
    public void Warming_up_works() => DocumentsWarmup.Run();
}
