using System.Text;
using TeacherCenters.Kernel;

namespace TeacherCenters.Documents;

/// <summary>Rows of a text: pasted from a spreadsheet (columns by tabs), or a CSV file (by semicolons, commas or tabs).</summary>
/// <remarks>Problems: <c>FileEmpty</c>, <c>FileTooLarge</c>, <c>FileNotWorkbook</c> for what is no text, <c>FileTooManyRows</c>, <c>FileTooManyColumns</c>.</remarks>
public static class TextTable
{
    public static Result<WorkbookRows> FromPaste(string text, WorkbookLimits? limits = null) => Parse(text, '\t', limits ?? WorkbookLimits.Default);

    /// <summary>UTF-8 with or without a mark, UTF-16 with one, else the Windows encoding of Russian.</summary>
    public static Result<WorkbookRows> FromCsv(byte[] file, WorkbookLimits? limits = null)
    {
        limits ??= WorkbookLimits.Default;
        if (file.LongLength > limits.PackedBytes) return new Problem("FileTooLarge", limits.PackedBytes >> 20);
        var text = Decode(file);
        if (text.Contains('\0', StringComparison.Ordinal)) return new Problem("FileNotWorkbook");
        var head = text.AsSpan(0, Math.Min(text.Length, 4_000));
        var line = head.IndexOfAny('\r', '\n') is > 0 and var end ? head[..end] : head;
        var separator = ';';
        foreach (var candidate in new[] { ',', '\t' })
            if (line.Count(candidate) > line.Count(separator)) separator = candidate;
        return Parse(text, separator, limits);
    }

    private static string Decode(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(file, 2, file.Length - 2);
        if (file is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2);
        var start = file is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file, start, file.Length - start);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(file);
        }
    }

    private static Result<WorkbookRows> Parse(string text, char separator, WorkbookLimits limits)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Problem("FileEmpty");
        if (text.Length > limits.UnpackedBytes / 2) return new Problem("FileTooLarge", limits.PackedBytes >> 20);
        var rows = new List<SheetRow>();
        var cells = new List<SheetCell>();
        var field = new StringBuilder();
        var (number, column, total) = (1, 0, 0);
        var quoted = false;

        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') { field.Append('"'); i++; }
                else quoted = false;
            }
            // A quotation mark opens a cell only where the same cell closes again: a name of a school begins with one, too.
            else if (c == '"' && field.Length == 0 && Closes(text, i, separator)) quoted = true;
            else if (c == separator || c is '\n' or '\r')
            {
                var cell = SheetReader.OfText($"{SheetCell.NameOf(column)}{number}", column, field.ToString());
                field.Clear();
                if (cell.Kind != CellKind.Empty)
                {
                    if (column >= limits.Columns) return new Problem("FileTooManyColumns", limits.Columns);
                    if (++total > limits.Cells) return new Problem("FileTooManyRows", limits.Rows);
                    cells.Add(cell);
                }
                column++;
                if (c == separator) continue;
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                if (cells.Count > 0)
                {
                    if (rows.Count >= limits.Rows) return new Problem("FileTooManyRows", limits.Rows);
                    rows.Add(new SheetRow(number, [.. cells]));
                }
                cells.Clear();
                (number, column) = (number + 1, 0);
            }
            else field.Append(c);
        }
        return rows.Count == 0 ? new Problem("FileEmpty") : new WorkbookRows([new SheetRows("", rows)]);
    }

    private static bool Closes(string text, int open, char separator)
    {
        // A cell of a spreadsheet holds 32,767 letters at most.
        var end = Math.Min(text.Length, open + 70_000);
        for (var i = open + 1; i < end; i++)
        {
            if (text[i] != '"') continue;
            if (i + 1 < text.Length && text[i + 1] == '"') { i++; continue; }
            return i + 1 >= text.Length || text[i + 1] == separator || text[i + 1] is '\r' or '\n';
        }
        return false;
    }
}
