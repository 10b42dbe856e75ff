using System.Text;

namespace TeacherCenters.Enrollments.Import;

public enum ImportCellKind
{
    Empty,
    Text,
    Number,
    Date,
    Logical,

    /// <summary>#REF! and its kin.</summary>
    Error,

    /// <summary>Never computed and never believed: what it shows may be another file's.</summary>
    Formula,
}

/// <summary>A cell of a list as the import sees it; <see cref="Text"/> says every kind as text.</summary>
public readonly record struct ImportCell(ImportCellKind Kind, string Text, DateOnly? Date = null)
{
    public static ImportCell Empty => new(ImportCellKind.Empty, "");

    public bool IsEmpty => Kind == ImportCellKind.Empty || (Kind == ImportCellKind.Text && string.IsNullOrWhiteSpace(Text));

    public static ImportCell Of(string? text) => string.IsNullOrWhiteSpace(text) ? Empty : new(ImportCellKind.Text, text.Trim());
}

/// <param name="Number">One-based, as the spreadsheet counts.</param>
public sealed record ImportLine(int Number, IReadOnlyList<ImportCell> Cells)
{
    public ImportCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : ImportCell.Empty;

    public bool IsEmpty => Cells.All(x => x.IsEmpty);
}

/// <summary>One sheet of a list, or what was pasted.</summary>
public sealed record ImportTable(string Sheet, IReadOnlyList<ImportLine> Lines)
{
    public int Width => Lines.Count == 0 ? 0 : Lines.Max(x => x.Cells.Count);

    /// <summary>A, B, … Z, AA: the column's name in the spreadsheet.</summary>
    public static string Letter(int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + ((n - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>
    /// What a spreadsheet puts on the clipboard: columns by tabs, rows by lines, a cell with a line break or a tab in quotes. Lists typed
    /// by hand with semicolons are read too.
    /// </summary>
    public static ImportTable Pasted(string text, string sheet)
    {
        var separator = text.Contains('\t', StringComparison.Ordinal) ? '\t' : text.Contains(';', StringComparison.Ordinal) ? ';' : '\t';
        var lines = new List<ImportLine>();
        var cells = new List<ImportCell>();
        var cell = new StringBuilder();
        var quoted = false;
        void EndCell()
        {
            cells.Add(ImportCell.Of(cell.ToString()));
            cell.Clear();
        }
        void EndLine()
        {
            EndCell();
            lines.Add(new(lines.Count + 1, [.. cells]));
            cells.Clear();
        }
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0 && Closes(text, i, separator)) quoted = true;
            else if (c == separator) EndCell();
            else if (c == '\n') EndLine();
            else if (c != '\r') cell.Append(c);
        }
        if (cell.Length > 0 || cells.Count > 0) EndLine();
        return new(sheet, lines);
    }

    /// <summary>A quote opens a cell only when a closing one stands before a separator: «"Лицей" г. Вологды» is a name.</summary>
    private static bool Closes(string text, int start, char separator)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != '"') continue;
            if (i + 1 < text.Length && text[i + 1] == '"') { i++; continue; }
            return i + 1 == text.Length || text[i + 1] == separator || text[i + 1] is '\r' or '\n';
        }
        return false;
    }
}
