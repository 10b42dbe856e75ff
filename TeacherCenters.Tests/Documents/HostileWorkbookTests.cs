using System.Globalization;
using System.Text;
using TeacherCenters.Documents;

namespace TeacherCenters.Tests.Documents;

public sealed class HostileWorkbookTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static TestWorkbook Good() => new TestWorkbook().Row("ФИО", "Школа").Row("Иванова Мария Петровна", "СОШ № 5");

    public static TheoryData<string, string> Faults() => new()
    {
        { "empty", "FileEmpty" },
        { "pdf", "FileNotWorkbook" },
        { "html", "FileNotWorkbook" },
        { "zip", "FileNotWorkbook" },
        { "docx", "FileNotWorkbook" },
        { "xls", "FileOldExcel" },
        { "password", "FileEncrypted" },
        { "xlsb", "FileBinaryWorkbook" },
        { "ods", "FileOpenDocument" },
        { "xlsm", "FileMacros" },
        { "external link", "FileExternalLinks" },
        { "truncated", "FileDamaged" },
        { "flipped byte", "FileDamaged" },
        { "no sheet part", "FileDamaged" },
        { "no sheets", "FileNoRows" },
        { "only empty rows", "FileNoRows" },
        { "bad shared text", "FileDamaged" },
        { "absurd address", "FileDamaged" },
        { "address of another row", "FileDamaged" },
        { "rows backwards", "FileDamaged" },
        { "broken xml", "FileDamaged" },
        { "not a number", "FileDamaged" },
        { "dtd", "FileUnsafe" },
        { "billion laughs", "FileUnsafe" },
        { "parent folder", "FileUnsafe" },
        { "same part twice", "FileDamaged" },
        { "ten thousand entries", "FileTooManyParts" },
        { "zip bomb", "FileTooLarge" },
        { "too many rows", "FileTooManyRows" },
        { "too many columns", "FileTooManyColumns" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_of_the_file_refuses_it_with_its_own_reason(string fault, string problem)
    {
        var result = WorkbookReader.Read(Make(fault));

        Assert.Equal(problem, result.Problem?.Key);
        foreach (var culture in new[] { "ru", "en" })
        {
            var text = DocumentsText.ResourceManager.GetString(problem, CultureInfo.GetCultureInfo(culture));
            Assert.False(string.IsNullOrEmpty(text));
            Assert.DoesNotContain("{", string.Format(CultureInfo.InvariantCulture, text, result.Problem!.Args), StringComparison.Ordinal);
        }
    }

    private static byte[] Make(string fault) => fault switch
    {
        "empty" => [],
        "pdf" => "%PDF-1.7 ..."u8.ToArray(),
        "html" => "<html><table><tr><td>ФИО</td></tr></table></html>"u8.ToArray(),
        "zip" => Good().Without("[Content_Types].xml").ToBytes(),
        "docx" => Good().Replace("xl/workbook.xml", "<document/>").ToBytes(),
        "xls" => [.. Ole, .. new byte[1000], .. Encoding.Unicode.GetBytes("Workbook")],
        "password" => [.. Ole, .. new byte[1000], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        "xlsb" => Good().Without("xl/workbook.xml").Part("xl/workbook.bin").ToBytes(),
        "ods" => Good().Part("mimetype", "application/vnd.oasis.opendocument.spreadsheet").Part("content.xml").ToBytes(),
        "xlsm" => Good().Part("xl/vbaProject.bin").ToBytes(),
        "external link" => Good().Part("xl/externalLinks/externalLink1.xml").ToBytes(),
        "truncated" => Good().ToBytes()[..^40],
        "flipped byte" => Flip(Good().Part("xl/media/note.txt", new string('я', 4_000)).ToBytes()),
        "no sheet part" => Good().Without("xl/worksheets/sheet1.xml").ToBytes(),
        "no sheets" => Good().Replace("xl/workbook.xml", "<workbook/>").ToBytes(),
        "only empty rows" => new TestWorkbook().Row("", null).ToBytes(),
        "bad shared text" => new TestWorkbook().Row(new TestWorkbook.Raw("<c r=\"{0}\" t=\"s\"><v>99</v></c>")).ToBytes(),
        "absurd address" => Sheet("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>"),
        "address of another row" => Sheet("<row r=\"1\"><c r=\"A7\"><v>1</v></c></row>"),
        "rows backwards" => Sheet("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
        "broken xml" => Sheet("<row r=\"1\"><c r=\"A1\">"),
        "not a number" => Sheet("<row r=\"1\"><c r=\"A1\"><v>1e999</v></c><c r=\"B1\"><v>семь</v></c></row>"),
        "dtd" => Good().Replace("xl/worksheets/sheet1.xml", TestWorkbook.SheetXml("", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")).ToBytes(),
        "billion laughs" => Good().Replace("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>").ToBytes(),
        "parent folder" => Good().Part("../../evil.xml").ToBytes(),
        "same part twice" => Good().Part("xl/workbook.xml").ToBytes(),
        "ten thousand entries" => Enumerable.Range(0, 10_000).Aggregate(Good(), (book, i) => book.Part($"xl/media/{i}.txt", "")).ToBytes(),
        "zip bomb" => Good().Part("xl/media/zeros.bin", new byte[101 << 20]).ToBytes(),
        "too many rows" => Enumerable.Range(0, 5_001).Aggregate(new TestWorkbook(), (book, i) => book.Row(i)).ToBytes(),
        "too many columns" => new TestWorkbook().Row([.. Enumerable.Range(0, 257).Cast<object>()]).ToBytes(),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    private static byte[] Sheet(string rows) => Good().Replace("xl/worksheets/sheet1.xml", TestWorkbook.SheetXml(rows)).ToBytes();

    /// <summary>Changes the sum of the last part where the list of parts says it: the part itself stays readable.</summary>
    private static byte[] Flip(byte[] file)
    {
        var entry = file.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        file[entry + 16] ^= 0xFF;
        return file;
    }
}
