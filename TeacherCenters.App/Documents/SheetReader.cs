using System.Globalization;
using System.Xml;
using ExcelNumberFormat;
using TeacherCenters.Kernel;

namespace TeacherCenters.Documents;

/// <summary>Reads the cells of one sheet.</summary>
internal sealed class SheetReader(WorkbookPackage package, WorkbookParts book, WorkbookLimits limits, CancellationToken cancel)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    private readonly List<(int Row, bool Hidden, List<SheetCell> Cells)> _rows = [];
    private readonly List<(int Top, int Left, int Bottom, int Right)> _merges = [];

    /// <param name="cells">Cells that may still be read of the workbook.</param>
    public SheetRows Read(WorkbookParts.SheetPart sheet, ref int cells)
    {
        using (var xml = package.Xml(sheet.Part))
        {
            var row = 0;
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.Depth == 0 && xml.LocalName != "worksheet") throw new WorkbookFault("FileDamaged");
                if (xml.LocalName == "row") row = ReadRow(xml, row, ref cells);
                else if (xml.LocalName == "mergeCell") AddMerge(xml.GetAttribute("ref") ?? "");
            }
        }
        FillMerged(ref cells);
        return new SheetRows(sheet.Name, [.. _rows.Where(r => r.Cells.Count > 0).Select(r => new SheetRow(r.Row, r.Cells, r.Hidden))], sheet.IsHidden);
    }

    private int ReadRow(XmlReader xml, int before, ref int left)
    {
        cancel.ThrowIfCancellationRequested();
        var number = before + 1;
        if (xml.GetAttribute("r") is { } given)
        {
            if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number <= before || number > LastRow) throw new WorkbookFault("FileDamaged");
        }
        var hidden = xml.GetAttribute("hidden") is "1" or "true";
        if (xml.IsEmptyElement) return number;
        var cells = new List<SheetCell>();
        var (depth, column) = (xml.Depth, -1);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            column = ColumnOf(xml.GetAttribute("r"), column, number);
            var cell = ReadCell(xml, column, number);
            if (cell.Kind == CellKind.Empty) continue;
            if (column >= limits.Columns) throw new WorkbookFault("FileTooManyColumns", limits.Columns);
            if (--left < 0) throw new WorkbookFault("FileTooManyRows", limits.Rows);
            cells.Add(cell);
        }
        if (cells.Count == 0) return number;
        if (_rows.Count >= limits.Rows) throw new WorkbookFault("FileTooManyRows", limits.Rows);
        _rows.Add((number, hidden, cells));
        return number;
    }

    private static int ColumnOf(string? address, int before, int row)
    {
        if (address is null) return before + 1;
        if (Parse(address) is not { } place || place.Row != row || place.Column <= before) throw new WorkbookFault("FileDamaged");
        return place.Column;
    }

    /// <summary>Row from one and column from zero of «B7»; null for what is no address of a sheet.</summary>
    private static (int Row, int Column)? Parse(ReadOnlySpan<char> address)
    {
        var (i, column) = (0, 0);
        for (; i < address.Length && char.IsAsciiLetterUpper(address[i]); i++)
            if ((column = column * 26 + address[i] - 'A' + 1) > LastColumn) return null;
        if (column == 0 || !int.TryParse(address[i..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row is < 1 or > LastRow) return null;
        return (row, column - 1);
    }

    private SheetCell ReadCell(XmlReader xml, int column, int row)
    {
        var address = $"{SheetCell.NameOf(column)}{row.ToString(CultureInfo.InvariantCulture)}";
        var (type, style) = (xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"));
        string? value = null;
        string? inline = null;
        var formula = false;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            xml.Read();
            while (xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element) { xml.Read(); continue; }
                // Each branch leaves the reader on the next node.
                if (xml.LocalName == "v") value = xml.ReadElementContentAsString();
                else if (xml.LocalName == "is") { inline = WorkbookParts.RichText(xml); xml.Read(); }
                else { formula |= xml.LocalName == "f"; xml.Skip(); }
            }
        }
        var cell = type switch
        {
            "inlineStr" => OfText(address, column, inline ?? value ?? ""),
            "str" => OfText(address, column, value ?? ""),
            _ when string.IsNullOrEmpty(value) => SheetCell.Empty,
            "s" => OfText(address, column, Shared(value)),
            "b" => new SheetCell(address, column, CellKind.Bool, value is "1" or "true" ? "да" : "нет"),
            "e" => new SheetCell(address, column, CellKind.Error, value.Trim()),
            "d" => OfDate(address, column, value),
            "n" => OfNumber(address, column, value, style),
            _ => throw new WorkbookFault("FileDamaged"),
        };
        return formula && cell.Kind != CellKind.Empty ? cell with { IsFormula = true } : cell;
    }

    private string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < book.Texts.Count ? book.Texts[i] : throw new WorkbookFault("FileDamaged");

    internal static SheetCell OfText(string address, int column, string text)
    {
        var trimmed = text.AsSpan().Trim().Trim('\u00A0').Trim().ToString();
        return trimmed.Length == 0 ? SheetCell.Empty : new SheetCell(address, column, CellKind.Text, trimmed);
    }

    private static SheetCell OfDate(string address, int column, string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new SheetCell(address, column, CellKind.Date, Show(date)) { Date = date }
            : new SheetCell(address, column, CellKind.Text, value);

    private SheetCell OfNumber(string address, int column, string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) throw new WorkbookFault("FileDamaged");
        NumberFormat? format = null;
        if (style is not null)
        {
            if (!int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) throw new WorkbookFault("FileDamaged");
            if (index < book.Formats.Count) format = book.Formats[index];
        }
        if (format is { IsDateTimeFormat: true } && DateOf(number) is { } date)
        {
            var text = Math.Abs(number) < 1 ? date.ToString("HH:mm", CultureInfo.InvariantCulture) : Show(date);
            return new SheetCell(address, column, CellKind.Date, text) { Date = date, Number = number };
        }
        return new SheetCell(address, column, CellKind.Number, Show(number, format)) { Number = number };
    }

    /// <summary>The day of a serial number; null outside the calendar of spreadsheets (1900-9999).</summary>
    private DateTime? DateOf(double number)
    {
        if (book.Is1904) number += 1462;
        if (number is < 0 or >= 2_958_466) return null;
        // Excel has a 29 February 1900 that never was: the days before it are counted one further.
        var date = DateTime.FromOADate(number is >= 1 and < 60 ? number + 1 : number);
        return new DateTime((date.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
    }

    private static string Show(DateTime date) =>
        date.TimeOfDay == TimeSpan.Zero ? DayText.Of(DateOnly.FromDateTime(date)) : DayText.Moment(date);

    private static string Show(double number, NumberFormat? format)
    {
        // A format with a mask is what the eye sees, «000-000-000 00»; without one the digits are wanted whole.
        if (format is { IsDateTimeFormat: false, IsTimeSpanFormat: false })
        {
            try
            {
                return format.Format(number, Russian, false).Trim();
            }
            catch (Exception)
            {
                // As at the parsing: the number itself is not in doubt.
            }
        }
        return Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : number.ToString("0.###############", Russian);
    }

    private void AddMerge(string reference)
    {
        var ends = reference.Split(':');
        if (ends.Length != 2 || Parse(ends[0]) is not { } from || Parse(ends[1]) is not { } to || to.Row < from.Row || to.Column < from.Column) throw new WorkbookFault("FileDamaged");
        _merges.Add((from.Row, from.Column, to.Row, to.Column));
    }

    /// <summary>Shows the value of a merged range in each of its cells, within the rows and columns that are in use.</summary>
    private void FillMerged(ref int left)
    {
        if (_merges.Count == 0 || _rows.Count == 0) return;
        var width = _rows.Max(r => r.Cells[^1].Column);
        var last = _rows[^1].Row;
        var byRow = _rows.ToDictionary(r => r.Row);
        foreach (var (top, mergeLeft, bottom, right) in _merges)
        {
            if (!byRow.TryGetValue(top, out var first) || first.Cells.Find(c => c.Column == mergeLeft) is not { } origin) continue;
            for (var row = top; row <= Math.Min(bottom, last); row++)
            {
                cancel.ThrowIfCancellationRequested();
                if (--left < 0) return;
                // A row without anything of its own stays out: it would be a person who is not there.
                if (!byRow.TryGetValue(row, out var target)) continue;
                for (var column = mergeLeft; column <= Math.Min(right, width); column++)
                {
                    if (--left < 0) return;
                    var at = target.Cells.FindIndex(c => c.Column >= column);
                    if (at >= 0 && target.Cells[at].Column == column) continue;
                    var copy = origin with { Address = $"{SheetCell.NameOf(column)}{row}", Column = column, MergedInto = origin.Address };
                    if (at < 0) target.Cells.Add(copy);
                    else target.Cells.Insert(at, copy);
                }
            }
        }
    }
}
