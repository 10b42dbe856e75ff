namespace TeacherCenters.Documents;

/// <param name="Width">Millimetres.</param>
public sealed record PdfColumn(string Header, float Width, PdfAlign Align = PdfAlign.Left);

/// <summary>A ruled table that goes on over as many pages as it needs, its header repeated on each.</summary>
public sealed class PdfTable(Pdf pdf, IReadOnlyList<PdfColumn> columns)
{
    private const float Padding = 1.2f;

    /// <summary>Set per cell; shrinks to 6 points before a row grows past <see cref="MaxRowHeight"/>.</summary>
    public PdfStyle CellStyle { get; init; } = new(PdfFont.Sans, 9) { MinSize = 6, Vertical = PdfVertical.Middle };

    public PdfStyle HeaderStyle { get; init; } = new(PdfFont.SansBold, 8.5f) { MinSize = 6, Align = PdfAlign.Center, Vertical = PdfVertical.Middle };

    /// <summary>Millimetres: of a row whose texts need no more.</summary>
    public float RowHeight { get; init; } = 8;

    public float MaxRowHeight { get; init; } = 16;

    public float HeaderHeight { get; init; } = 10;

    /// <summary>Draws the rows from <paramref name="y"/> of <paramref name="page"/> on.</summary>
    /// <param name="page">The page to begin on.</param>
    /// <param name="x">Left edge, millimetres.</param>
    /// <param name="y">Upper edge on the first page.</param>
    /// <param name="rows">Texts of the cells, as many as columns.</param>
    /// <param name="bottom">Lowest line that a row may reach on every page.</param>
    /// <param name="nextPage">Begins a page of the same kind and answers where the table goes on.</param>
    /// <returns>The page and height where the table ended.</returns>
    public (PdfPage Page, float Y) Draw(PdfPage page, float x, float y, IEnumerable<IReadOnlyList<string>> rows, float bottom, Func<Pdf, (PdfPage Page, float Y)> nextPage)
    {
        y = Header(page, x, y);
        foreach (var row in rows)
        {
            var height = HeightOf(row);
            if (y + height > bottom)
            {
                (page, y) = nextPage(pdf);
                y = Header(page, x, y);
            }
            Row(page, x, y, height, row);
            y += height;
        }
        return (page, y);
    }

    internal float HeightOf(IReadOnlyList<string> row)
    {
        var height = RowHeight;
        for (var i = 0; i < columns.Count; i++)
            height = Math.Max(height, PdfPage.Measure(row[i], columns[i].Width - 2 * Padding, CellStyle) + Padding);
        return Math.Min(height, MaxRowHeight);
    }

    private float Header(PdfPage page, float x, float y)
    {
        foreach (var column in columns)
        {
            var box = new PdfBox(x, y, column.Width, HeaderHeight);
            page.Fill(box, PdfColors.Wash);
            page.Frame(box);
            page.Text(column.Header, Inner(box), HeaderStyle);
            x += column.Width;
        }
        return y + HeaderHeight;
    }

    private void Row(PdfPage page, float x, float y, float height, IReadOnlyList<string> row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var box = new PdfBox(x, y, columns[i].Width, height);
            page.Frame(box, 0.15f);
            page.Text(row[i], Inner(box), CellStyle with { Align = columns[i].Align });
            x += columns[i].Width;
        }
    }

    private static PdfBox Inner(PdfBox box) => new(box.X + Padding, box.Y + Padding / 2, box.Width - 2 * Padding, box.Height - Padding);
}
