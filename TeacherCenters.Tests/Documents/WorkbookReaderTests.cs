using TeacherCenters.Documents;

namespace TeacherCenters.Tests.Documents;

public sealed class WorkbookReaderTests
{
    private static IReadOnlyList<SheetRow> Rows(TestWorkbook book) => WorkbookReader.Read(book.ToBytes()).Require().Sheets[0].Rows;

    [Fact]
    public void Cells_of_every_kind_are_read_as_they_are_shown()
    {
        var row = Rows(new TestWorkbook().Row(
            " Иванова\u00A0", 12345678901d, 3.5, true, new DateOnly(1990, 5, 17), new TestWorkbook.Formula("A1&\"!\"", "Иванова!"),
            new TestWorkbook.Raw("<c r=\"{0}\" t=\"s\"><v>1</v></c>"), new TestWorkbook.Raw("<c r=\"{0}\" t=\"e\"><v>#REF!</v></c>"),
            new TestWorkbook.Raw("<c r=\"{0}\" s=\"2\"><v>1234567890</v></c>"), new TestWorkbook.Raw("<c r=\"{0}\" t=\"d\"><v>2026-11-24</v></c>")))[0];

        Assert.Equal(["Иванова", "12345678901", "3,5", "да", "17.05.1990", "Иванова!", "Иванова", "#REF!", "012-345-678 90", "24.11.2026"], row.Cells.Select(c => c.Text));
        Assert.Equal([CellKind.Text, CellKind.Number, CellKind.Number, CellKind.Bool, CellKind.Date, CellKind.Text, CellKind.Text, CellKind.Error, CellKind.Number, CellKind.Date], row.Cells.Select(c => c.Kind));
        Assert.Equal(new DateTime(1990, 5, 17), row[4].Date);
        Assert.True(row[5].IsFormula);
        Assert.Equal("J1", row[9].Address);
    }

    [Fact]
    public void Dates_counted_from_1904_are_the_same_days() =>
        Assert.Equal(new DateTime(1990, 5, 17), Rows(new TestWorkbook().From1904().Row(new DateOnly(1990, 5, 17)))[0][0].Date);

    [Fact]
    public void Hidden_rows_are_read_and_empty_rows_are_not()
    {
        var rows = Rows(new TestWorkbook().Skip(2).Row("ФИО").HiddenRow("Иванова").Row("", null, "  ").Row("Петрова").Row("").Skip(1000).Row(""));

        Assert.Equal([(3, "ФИО", false), (4, "Иванова", true), (6, "Петрова", false)], rows.Select(r => (r.Number, r[0].Text, r.IsHidden)));
    }

    [Fact]
    public void A_merged_cell_is_shown_in_each_of_its_rows_and_says_whose_it_is()
    {
        var rows = Rows(new TestWorkbook().Row("СОШ № 5", "Иванова").Row(null, "Петрова").Row("СОШ № 6", "Сидорова").Merge("A1:A2").Merge("A3:XFD1048576"));

        Assert.Equal(["СОШ № 5", "СОШ № 5", "СОШ № 6"], rows.Select(r => r[0].Text));
        Assert.Equal([null, "A1", null], rows.Select(r => r[0].MergedInto));
        Assert.Equal("Сидорова", rows[2][1].Text);
    }

    [Fact]
    public void Every_sheet_is_read_with_its_name()
    {
        var sheets = WorkbookReader.Read(new TestWorkbook().Row("а").NextSheet("Справочник", hidden: true).Row("б").ToBytes()).Require().Sheets;

        Assert.Equal([("Лист1", false), ("Справочник", true)], sheets.Select(s => (s.Name, s.IsHidden)));
    }

    [Fact]
    public async Task A_stream_is_read_no_further_than_the_limit()
    {
        await using var endless = new MemoryStream(new byte[2_000]);
        var result = await WorkbookReader.ReadAsync(endless, WorkbookLimits.Default with { PackedBytes = 1_000 });
        Assert.Equal("FileTooLarge", result.Problem?.Key);

        await using var good = new MemoryStream(new TestWorkbook().Row("ФИО").ToBytes());
        Assert.True((await WorkbookReader.ReadAsync(good)).Succeeded);
    }

    [Fact]
    public void A_workbook_that_this_program_wrote_is_read_back()
    {
        using var output = new MemoryStream();
        TableExport.Write(output, "Список", [new TableColumn<int>("Имя", 20, _ => "Мария"), new TableColumn<int>("День", 12, _ => new DateOnly(2026, 11, 24), TableFormat.Date)], [1]);

        var rows = WorkbookReader.Read(output.ToArray()).Require().Sheets[0].Rows;

        Assert.Equal(["Имя|День", "Мария|24.11.2026"], rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))));
    }

    [Fact]
    public void Real_columns_of_formatted_but_empty_cells_do_no_harm() =>
        Assert.Single(Rows(new TestWorkbook().Row("ФИО", new TestWorkbook.Raw("<c r=\"XFD1\" s=\"1\"/>"))));
}
