using TeacherCenters.Documents;
using TeacherCenters.Enrollments.Import;
using TeacherCenters.Tests.Documents;

namespace TeacherCenters.Tests.Enrollments.Import;

public sealed class ImportSourceTests
{
    [Fact]
    public void A_workbook_with_merged_headings_old_Mac_dates_and_a_hidden_row_is_understood()
    {
        var file = new TestWorkbook().From1904()
            .Row("Список участников курсов").Merge("A1:G1")
            .Skip(1)
            .Row("№", "ФИО", null, null, "Дата рождения", "СНИЛС", "Квалификационная категория").Merge("B3:D3").Merge("A3:A4").Merge("E3:E4").Merge("F3:F4").Merge("G3:G4")
            .Row(null, "Фамилия", "Имя", "Отчество", null, null, null)
            .Row(1, "Орлова", "Анна", "Ильинична", new DateOnly(1985, 3, 5), 11223344595, "первая")
            .HiddenRow(2, "Белова", "Ольга", "Павловна", new DateOnly(1990, 12, 31), 147404999, null)
            .ToBytes();

        var source = ImportSource.Of(WorkbookReader.Read(file).Require()).Require();
        var rows = RowReading.Read(source.Sheets[0].Table, source.Sheets[0].Map, A.Today).Rows;

        Assert.Equal(
            [("Орлова Анна Ильинична", new DateOnly(1985, 3, 5), "11223344595", 5), ("Белова Ольга Павловна", new DateOnly(1990, 12, 31), "00147404999", 6)],
            rows.Select(x => (x.Name!.Full, x.BirthDate!.Value, x.Snils!, x.Line)));
        Assert.All(rows, x => Assert.Empty(x.Faults));
    }

    [Fact]
    public void Formulas_and_calculation_errors_are_faults_of_their_row_only()
    {
        var file = new TestWorkbook()
            .Row("№", "ФИО", "Школа")
            .Row(new TestWorkbook.Formula("ROW()-1", "1", "n"), "Орлова Анна Ильинична", "СОШ № 5")
            .Row(2, new TestWorkbook.Formula("A1&A2", "Белова Ольга Павловна"), "СОШ № 5")
            .Row(3, "Петров Пётр Ильич", new TestWorkbook.Formula("X1", "#REF!", "e"))
            .ToBytes();

        var source = ImportSource.Of(WorkbookReader.Read(file).Require()).Require();
        var rows = RowReading.Read(source.Sheets[0].Table, source.Sheets[0].Map, A.Today).Rows;

        Assert.Equal([null, "ImportCellFormula", "ImportCellError"], rows.Select(x => x.Faults.Count == 0 ? null : x.Faults[0].Problem.Key));
    }

    [Fact]
    public void A_hidden_sheet_is_read_only_when_no_other_has_people()
    {
        var both = new TestWorkbook().Row("ФИО", "Школа").Row("Орлова Анна Ильинична", "1").NextSheet("Старый", hidden: true).Row("ФИО", "Школа").Row("Белова Ольга Павловна", "1").ToBytes();
        var only = new TestWorkbook().Row("Памятка").NextSheet("Данные", hidden: true).Row("ФИО", "Школа").Row("Белова Ольга Павловна", "1").ToBytes();

        Assert.Equal(["Лист1"], ImportSource.Of(WorkbookReader.Read(both).Require()).Require().Sheets.Select(x => x.Table.Sheet));
        Assert.Equal(["Данные"], ImportSource.Of(WorkbookReader.Read(only).Require()).Require().Sheets.Select(x => x.Table.Sheet));
    }
}
