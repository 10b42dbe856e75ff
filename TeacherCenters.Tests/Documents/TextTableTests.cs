using System.Text;
using TeacherCenters.Documents;

namespace TeacherCenters.Tests.Documents;

public sealed class TextTableTests
{
    private static string[] Lines(TeacherCenters.Kernel.Result<WorkbookRows> result) =>
        [.. result.Require().Sheets[0].Rows.Select(r => $"{r.Number}:{string.Join('|', r.Cells.Select(c => c.Text))}")];

    [Fact]
    public void A_text_pasted_from_a_spreadsheet_becomes_rows() =>
        Assert.Equal(["1:ФИО|Школа", "3:Иванова Мария|СОШ «№ 5»\nВологда"], Lines(TextTable.FromPaste("ФИО\tШкола\r\n\r\n Иванова Мария \t\"СОШ «№ 5»\nВологда\"\r\n")));

    [Fact]
    public void A_quotation_mark_that_opens_a_name_is_part_of_it() =>
        Assert.Equal(["1:\"Лицей\" г. Вологды|да", "2:\"Без конца|нет"], Lines(TextTable.FromPaste("\"Лицей\" г. Вологды\tда\n\"Без конца\tнет")));

    [Fact]
    public void A_csv_file_is_read_in_either_encoding_and_with_either_separator()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

        Assert.Equal(["1:Имя|Ёлкина, М."], Lines(TextTable.FromCsv(windows.GetBytes("Имя;Ёлкина, М."))));
        Assert.Equal(["1:Имя|Ёлкина|х"], Lines(TextTable.FromCsv([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Имя,Ёлкина,х")])));
    }

    [Theory]
    [InlineData("", "FileEmpty")]
    [InlineData(" \r\n\t", "FileEmpty")]
    public void A_text_without_rows_is_refused(string text, string problem) => Assert.Equal(problem, TextTable.FromPaste(text).Problem?.Key);

    [Fact]
    public void Too_long_a_text_is_refused() =>
        Assert.Equal("FileTooManyRows", TextTable.FromPaste(string.Concat(Enumerable.Repeat("а\n", 5_001))).Problem?.Key);
}
