namespace TeacherCenters.Documents;

/// <summary>What a cell holds, as the file says it.</summary>
public enum CellKind { Empty, Text, Number, Date, Bool, Error }

/// <summary>A cell of a list that came in.</summary>
/// <param name="Address">«B7».</param>
/// <param name="Column">From zero.</param>
/// <param name="Text">As the reader of the sheet sees it, trimmed; dates as dd.MM.yyyy, whole numbers without an exponent.</param>
public sealed record SheetCell(string Address, int Column, CellKind Kind, string Text)
{
    public static readonly SheetCell Empty = new("", -1, CellKind.Empty, "");

    /// <summary>Set for <see cref="CellKind.Number"/>.</summary>
    public double? Number { get; init; }

    /// <summary>Set for <see cref="CellKind.Date"/>, with the file's own day zero taken into account.</summary>
    public DateTime? Date { get; init; }

    /// <summary>The value was calculated in the file. It was read as it was last shown, nothing was calculated here.</summary>
    public bool IsFormula { get; init; }

    /// <summary>Address of the cell whose value is shown here because they are merged; null for a cell with a value of its own.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The file's own word for the column: «B».</summary>
    public string ColumnName => NameOf(Column);

    /// <param name="column">From zero.</param>
    public static string NameOf(int column)
    {
        var name = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) name = (char)('A' + (n - 1) % 26) + name;
        return name;
    }
}

/// <summary>A row with its cells in the order of columns; empty cells are left out.</summary>
/// <param name="Number">As shown beside the row, from one.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells, bool IsHidden = false)
{
    public bool IsEmpty => Cells.Count == 0;

    /// <summary>The cell of a column counted from zero; an empty one where the file has none.</summary>
    public SheetCell this[int column]
    {
        get
        {
            foreach (var cell in Cells)
                if (cell.Column == column) return cell;
            return SheetCell.Empty;
        }
    }
}

/// <summary>A sheet from its first row to the last that holds something; rows that are empty in between are left out.</summary>
public sealed record SheetRows(string Name, IReadOnlyList<SheetRow> Rows, bool IsHidden = false);

/// <summary>What was read of a file or of a pasted text.</summary>
public sealed record WorkbookRows(IReadOnlyList<SheetRows> Sheets);

/// <summary>How much is read before a file is refused.</summary>
public sealed record WorkbookLimits
{
    public long PackedBytes { get; init; } = 10 << 20;

    /// <summary>Counted while unpacking: what the file says of itself is not believed.</summary>
    public long UnpackedBytes { get; init; } = 100 << 20;

    public int Entries { get; init; } = 200;

    /// <summary>Of one sheet, empty rows not counted.</summary>
    public int Rows { get; init; } = 5_000;

    public int Columns { get; init; } = 256;

    /// <summary>Of all sheets.</summary>
    public int Cells { get; init; } = 500_000;

    public static WorkbookLimits Default { get; } = new();
}

/// <summary>A fault of the file: stops the reading, and is answered as a <see cref="Kernel.Problem"/> by whoever began it.</summary>
internal sealed class WorkbookFault(string key, params object?[] args) : Exception(key)
{
    public Kernel.Problem Problem { get; } = new(key, args);
}
