using TeacherCenters.Documents;
using TeacherCenters.Kernel;

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
public readonly record struct ImportCell(ImportCellKind Kind, string Text, DateOnly? Date = null, double? Number = null)
{
    public static ImportCell Empty => new(ImportCellKind.Empty, "");

    public bool IsEmpty => Kind == ImportCellKind.Empty || (Kind == ImportCellKind.Text && string.IsNullOrWhiteSpace(Text));

    public static ImportCell Of(string? text) => string.IsNullOrWhiteSpace(text) ? Empty : new(ImportCellKind.Text, text.Trim());

    public static ImportCell Of(SheetCell cell) => cell switch
    {
        { Kind: CellKind.Empty } => Empty,
        { Kind: CellKind.Error } => new(ImportCellKind.Error, cell.Text),
        { IsFormula: true } => new(ImportCellKind.Formula, cell.Text),
        { Kind: CellKind.Date, Date: { } date } => new(ImportCellKind.Date, cell.Text, DateOnly.FromDateTime(date)),
        { Kind: CellKind.Number } => new(ImportCellKind.Number, cell.Text, Number: cell.Number),
        { Kind: CellKind.Bool } => new(ImportCellKind.Logical, cell.Text),
        _ => new(ImportCellKind.Text, cell.Text),
    };
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
    public int Width { get; } = Lines.Count == 0 ? 0 : Lines.Max(x => x.Cells.Count);

    /// <summary>A sheet as it was read. A value merged over several columns stands in the first of them only, one merged over rows in each row.</summary>
    public static ImportTable Of(SheetRows sheet)
    {
        var lines = new List<ImportLine>(sheet.Rows.Count);
        foreach (var row in sheet.Rows)
        {
            var cells = new List<ImportCell>();
            foreach (var cell in row.Cells)
            {
                if (cell.MergedInto is { } origin && origin.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') != cell.ColumnName) continue;
                while (cells.Count < cell.Column) cells.Add(ImportCell.Empty);
                cells.Add(ImportCell.Of(cell));
            }
            lines.Add(new(row.Number, cells));
        }
        return new(sheet.Name, lines);
    }
}

/// <summary>A list that came in: the sheets that may hold people, and the columns found on each.</summary>
public sealed record ImportSource(IReadOnlyList<ImportSheet> Sheets)
{
    /// <summary>Sheets that are shown and have a heading of a name; hidden ones only when no other has.</summary>
    /// <returns><c>ImportNoNameColumn</c> when none has.</returns>
    public static Result<ImportSource> Of(WorkbookRows book)
    {
        var found = book.Sheets.OrderBy(x => x.IsHidden).Select(x => (x.IsHidden, Table: ImportTable.Of(x))).Select(x => (x.IsHidden, x.Table, Map: ColumnRecognition.Find(x.Table))).Where(x => x.Map is not null).ToList();
        if (found.Any(x => !x.IsHidden)) found.RemoveAll(x => x.IsHidden);
        return found.Count == 0 ? new Problem("ImportNoNameColumn") : new ImportSource(found.ConvertAll(x => new ImportSheet(x.Table, x.Map!)));
    }

    /// <summary>What was pasted; without headings the columns are told by their content.</summary>
    /// <returns><c>ImportNoNameColumn</c> when no column looks like names.</returns>
    public static Result<ImportSource> OfPaste(WorkbookRows pasted)
    {
        var table = ImportTable.Of(pasted.Sheets[0]);
        var map = ColumnRecognition.Find(table) ?? ColumnRecognition.ByContent(table);
        return map is null ? new Problem("ImportNoNameColumn") : new ImportSource([new ImportSheet(table, map)]);
    }
}

public sealed record ImportSheet(ImportTable Table, ColumnMap Map);
