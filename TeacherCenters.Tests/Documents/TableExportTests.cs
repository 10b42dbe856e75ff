using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using TeacherCenters.Documents;

namespace TeacherCenters.Tests.Documents;

public sealed class TableExportTests
{
    private sealed record Person(string Name, DateOnly? Born, int Hours, bool Active);

    private static readonly TableColumn<Person>[] Columns =
    [
        new("ФИО", 30, p => p.Name), new("Дата рождения", 12, p => p.Born, TableFormat.Date), new("Часы", 8, p => p.Hours), new("Работает", 8, p => p.Active),
    ];

    private static byte[] Write(params Person[] people)
    {
        using var output = new MemoryStream();
        TableExport.Write(output, "Педагоги", Columns, people);
        return output.ToArray();
    }

    [Fact]
    public void Values_keep_their_types()
    {
        var sheet = WorkbookReader.Read(Write(new Person("Иванова", new DateOnly(1990, 5, 17), 36, true), new Person("Петрова", null, 0, false))).Require().Sheets[0];

        Assert.Equal("Педагоги", sheet.Name);
        Assert.Equal(["ФИО", "Дата рождения", "Часы", "Работает"], sheet.Rows[0].Cells.Select(c => c.Text));
        Assert.Equal([CellKind.Text, CellKind.Date, CellKind.Number, CellKind.Bool], sheet.Rows[1].Cells.Select(c => c.Kind));
        Assert.Equal(new DateTime(1990, 5, 17), sheet.Rows[1][1].Date);
        Assert.Equal(CellKind.Empty, sheet.Rows[2][1].Kind);
    }

    public static TheoryData<int> Sizes => [0, 1, 1_000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_validator_finds_nothing(int people)
    {
        var rows = Enumerable.Range(0, people).Select(i => new Person(i % 3 == 0 ? "=Иванова & <Петрова>" : $"Слушатель {i}", i % 2 == 0 ? null : new DateOnly(1990, 5, 17), i, i % 2 == 0)).ToArray();
        using var stream = new MemoryStream(Write(rows));
        using var document = SpreadsheetDocument.Open(stream, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_list()
    {
        Assert.InRange(PeakOf(30_000), 0, 2 * PeakOf(3_000) + (8 << 20));

        static long PeakOf(int count)
        {
            var (floor, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
            TableExport.Write(Stream.Null, "Педагоги", Columns, Rows());
            return peak;

            IEnumerable<Person> Rows()
            {
                for (var i = 0; i < count; i++)
                {
                    // Only what is still held counts, not what waits for collection.
                    if (i == count - 1) peak = Math.Max(0, GC.GetTotalMemory(forceFullCollection: true) - floor);
                    yield return new Person($"Слушатель с длинным именем и отчеством {i}", new DateOnly(1990, 5, 17), i, true);
                }
            }
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd", "'-2+3+cmd")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\0=1", "'=1")]
    [InlineData("+7 (921) 123-45-67", "+7 (921) 123-45-67")]
    [InlineData("-5", "-5")]
    [InlineData("Иванова", "Иванова")]
    [InlineData("a\u0001b", "ab")]
    public void A_text_that_begins_like_a_formula_is_written_as_inert_text(string text, string written)
    {
        Assert.Equal(written, InertText.Guard(text));
        using var zip = new ZipArchive(new MemoryStream(Write(new Person(text, null, 0, false))));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain("<x:f>", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_written_while_it_is_read()
    {
        using var output = new MemoryStream();

        var count = await TableExport.WriteAsync(output, "Педагоги", Columns, People());

        Assert.Equal(3, count);
        Assert.Equal(4, WorkbookReader.Read(output.ToArray()).Require().Sheets[0].Rows.Count);

        static async IAsyncEnumerable<Person> People()
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
                yield return new Person($"Слушатель {i}", null, i, true);
            }
        }
    }
}
