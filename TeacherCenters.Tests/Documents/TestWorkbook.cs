using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace TeacherCenters.Tests.Documents;

/// <summary>
/// Workbooks for tests of imports, written part by part, so that a test can make what no spreadsheet program would save.
/// <code>new TestWorkbook().Row("ФИО", "Дата рождения").Row("Иванова Мария Петровна", new DateOnly(1990, 5, 17)).ToBytes()</code>
/// Cells: text, number, bool, <see cref="DateOnly"/> (a real date), <see cref="Formula"/>, <see cref="Raw"/>, null.
/// </summary>
internal sealed class TestWorkbook
{
    /// <summary>A formula with the value that was last shown.</summary>
    internal sealed record Formula(string Text, string Value, string Type = "str");

    /// <summary>A whole cell as XML; {0} stands for its address.</summary>
    internal sealed record Raw(string Xml);

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private sealed class Sheet(string name)
    {
        public string Name { get; } = name;
        public StringBuilder Rows { get; } = new();
        public List<string> Merges { get; } = [];
        public int Next { get; set; } = 1;
        public bool Hidden { get; set; }
    }

    private readonly List<Sheet> _sheets = [];
    private readonly List<(string Name, byte[] Content)> _parts = [];
    private readonly HashSet<string> _without = [];
    private readonly Dictionary<string, string> _replaced = [];
    private bool _is1904;

    public TestWorkbook() => _sheets.Add(new Sheet("Лист1"));

    public TestWorkbook Row(params object?[] cells) => Row(hidden: false, cells);

    public TestWorkbook HiddenRow(params object?[] cells) => Row(hidden: true, cells);

    /// <summary>Rows without anything.</summary>
    public TestWorkbook Skip(int rows)
    {
        _sheets[^1].Next += rows;
        return this;
    }

    public TestWorkbook Merge(string range)
    {
        _sheets[^1].Merges.Add(range);
        return this;
    }

    public TestWorkbook NextSheet(string name, bool hidden = false)
    {
        _sheets.Add(new Sheet(name) { Hidden = hidden });
        return this;
    }

    /// <summary>Counts days as old Macs did.</summary>
    public TestWorkbook From1904()
    {
        _is1904 = true;
        return this;
    }

    /// <summary>Adds any part: «xl/vbaProject.bin», «../evil».</summary>
    public TestWorkbook Part(string name, string content = "x") => Part(name, Encoding.UTF8.GetBytes(content));

    public TestWorkbook Part(string name, byte[] content)
    {
        _parts.Add((name, content));
        return this;
    }

    /// <summary>Leaves a part out.</summary>
    public TestWorkbook Without(string name)
    {
        _without.Add(name);
        return this;
    }

    /// <summary>Writes other content into a part of the skeleton.</summary>
    public TestWorkbook Replace(string name, string content)
    {
        _replaced[name] = content;
        return this;
    }

    /// <summary>The XML of a sheet around rows given as XML.</summary>
    public static string SheetXml(string rows, string before = "") =>
        $"""<?xml version="1.0" encoding="UTF-8"?>{before}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""";

    public byte[] ToBytes()
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Skeleton())
                if (!_without.Contains(name)) Add(zip, name, Encoding.UTF8.GetBytes(_replaced.GetValueOrDefault(name, content)));
            foreach (var (name, content) in _parts) Add(zip, name, content);
        }
        return output.ToArray();
    }

    private TestWorkbook Row(bool hidden, object?[] cells)
    {
        var sheet = _sheets[^1];
        sheet.Rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{sheet.Next}\"{(hidden ? " hidden=\"1\"" : "")}>");
        for (var i = 0; i < cells.Length; i++) sheet.Rows.Append(Cell(cells[i], $"{TeacherCenters.Documents.SheetCell.NameOf(i)}{sheet.Next}"));
        sheet.Rows.Append("</row>");
        sheet.Next++;
        return this;
    }

    private string Cell(object? value, string address) => value switch
    {
        null => "",
        Raw raw => string.Format(CultureInfo.InvariantCulture, raw.Xml, address),
        Formula formula => $"<c r=\"{address}\" t=\"{formula.Type}\"><f>{SecurityElement.Escape(formula.Text)}</f><v>{SecurityElement.Escape(formula.Value)}</v></c>",
        DateOnly day => $"<c r=\"{address}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber - (_is1904 ? 1462 : 0)}</v></c>",
        bool flag => $"<c r=\"{address}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
        string text => $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        IFormattable number => $"<c r=\"{address}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value)),
    };

    private IEnumerable<(string Name, string Content)> Skeleton()
    {
        const string declaration = """<?xml version="1.0" encoding="UTF-8"?>""";
        yield return ("[Content_Types].xml", $"{declaration}<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        yield return ("_rels/.rels", $"{declaration}<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("xl/workbook.xml", $"{declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr{(_is1904 ? " date1904=\"1\"" : "")}/><sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\"{(s.Hidden ? " state=\"hidden\"" : "")} r:id=\"s{i + 1}\"/>"))}</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"{declaration}<Relationships xmlns=\"{Package}/relationships\">{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"st\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"ss\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        // Style 1 is a date, style 2 the mask of СНИЛС.
        yield return ("xl/styles.xml", $"{declaration}<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"000\\-000\\-000\\ 00\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
        yield return ("xl/sharedStrings.xml", $"{declaration}<sst xmlns=\"{Main}\"><si><t>Общий текст</t></si><si><r><t>Ива</t></r><r><t>нова</t></r><rPh sb=\"0\" eb=\"1\"><t>чтение</t></rPh></si></sst>");
        for (var i = 0; i < _sheets.Count; i++)
        {
            var merges = _sheets[i].Merges.Count == 0 ? "" : $"<mergeCells>{string.Concat(_sheets[i].Merges.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>";
            yield return ($"xl/worksheets/sheet{i + 1}.xml", $"{declaration}<worksheet xmlns=\"{Main}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{_sheets[i].Rows}</sheetData>{merges}</worksheet>");
        }
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(content);
    }
}
