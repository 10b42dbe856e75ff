using System.Globalization;

namespace TeacherCenters.Documents;

/// <summary>Draws lists to sign, one day after another, each from a new page.</summary>
public static class SignInSheetPdf
{
    private const float Margin = 12;
    private const int SessionsPerSheet = 6;

    private static readonly PdfStyle Head = new(PdfFont.Sans, 9) { MinSize = 6.5f, Align = PdfAlign.Center, Color = PdfColors.Quiet };
    private static readonly PdfStyle Title = new(PdfFont.SansBold, 14) { MinSize = 9, Align = PdfAlign.Center };
    private static readonly PdfStyle Event = new(PdfFont.SansBold, 11) { MinSize = 7, Align = PdfAlign.Center };
    private static readonly PdfStyle Note = new(PdfFont.Sans, 10) { MinSize = 7, Align = PdfAlign.Center };

    /// <param name="output">Written synchronously and left open: a file or memory.</param>
    /// <param name="created">Instant in UTC.</param>
    /// <returns>Number of pages.</returns>
    /// <exception cref="ArgumentException">There is no day.</exception>
    public static int Write(Stream output, IEnumerable<SignInSheet> days, string title, string author, DateTime created)
    {
        using var pdf = new Pdf(output, title, author, created);
        foreach (var day in days)
        {
            // More than six columns to sign in are too narrow for a signature: the rest goes on a further sheet.
            foreach (var sessions in day.Sessions.Chunk(SessionsPerSheet).DefaultIfEmpty([day.SignatureHeader]))
                DrawDay(pdf, day with { Sessions = sessions });
        }
        if (pdf.PageCount == 0) throw new ArgumentException("A document without days cannot be printed.", nameof(days));
        pdf.Close();
        return pdf.PageCount;
    }

    private static void DrawDay(Pdf pdf, SignInSheet day)
    {
        var landscape = day.Sessions.Count > 3;
        var (width, height) = landscape ? (297f, 210f) : (210f, 297f);
        var bottom = height - Margin - 5;
        var rows = Rows(day).ToList();
        var table = new PdfTable(pdf, Columns(day, width - 2 * Margin)) { RowHeight = 9, MaxRowHeight = 14, HeaderHeight = 11 };

        var page = pdf.NewPage(landscape);
        var number = 1;
        var y = DrawTitle(page, day);
        var pages = Count(table, rows, y, bottom);
        Foot(page);
        (page, y) = table.Draw(page, Margin, y, rows, bottom, Continue);
        if (y + 14 > bottom) (page, y) = Continue(pdf);
        page.Text(day.Footer, new PdfBox(Margin, y + 6, 75, 7), Note with { Align = PdfAlign.Left, Vertical = PdfVertical.Bottom });
        page.Line(Margin + 78, y + 12.4f, Margin + 128, y + 12.4f);

        (PdfPage Page, float Y) Continue(Pdf document)
        {
            page = document.NewPage(landscape);
            number++;
            Foot(page);
            page.Text($"{day.Event}, {day.Day}", new PdfBox(Margin, Margin, page.Width - 2 * Margin, 6), Head with { MaxLines = 1 });
            return (page, Margin + 8);
        }

        void Foot(PdfPage current)
        {
            if (pages > 1)
                current.Text(string.Format(CultureInfo.CurrentCulture, day.PageFormat, number, pages), new PdfBox(Margin, height - Margin - 3, width - 2 * Margin, 4), Head with { Align = PdfAlign.Right });
        }
    }

    private static float DrawTitle(PdfPage page, SignInSheet day)
    {
        var width = page.Width - 2 * Margin;
        var y = Margin;
        y += page.Text(day.Organisation, new PdfBox(Margin, y, width, 12), Head) + 3;
        y += page.Text(day.Title, new PdfBox(Margin, y, width, 12), Title) + 1.5f;
        y += page.Text(day.Event, new PdfBox(Margin, y, width, 20), Event) + 1.5f;
        y += page.Text(day.Day, new PdfBox(Margin, y, width, 6), Note) + 0.5f;
        foreach (var note in day.Notes) y += page.Text(note, new PdfBox(Margin, y, width, 9), Note) + 0.5f;
        return y + 3;
    }

    private static List<PdfColumn> Columns(SignInSheet day, float width)
    {
        var sign = Math.Min(38, width * 0.55f / day.Sessions.Count);
        var rest = width - 10 - sign * day.Sessions.Count;
        return
        [
            new PdfColumn(day.NumberHeader, 10, PdfAlign.Right),
            new PdfColumn(day.NameHeader, rest * 0.5f),
            new PdfColumn(day.WorkplaceHeader, rest * 0.5f),
            .. day.Sessions.Select(s => new PdfColumn(s, sign, PdfAlign.Center)),
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(SignInSheet day)
    {
        var blanks = Enumerable.Repeat("", day.Sessions.Count).ToList();
        for (var i = 0; i < day.People.Count; i++)
            yield return [Number(i), day.People[i].Name, day.People[i].Workplace, .. blanks];
        for (var i = 0; i < day.EmptyRows; i++)
            yield return [Number(day.People.Count + i), "", "", .. blanks];

        static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static int Count(PdfTable table, List<IReadOnlyList<string>> rows, float first, float bottom)
    {
        var (pages, y) = (1, first + table.HeaderHeight);
        foreach (var row in rows)
        {
            var height = table.HeightOf(row);
            if (y + height > bottom) { pages++; y = Margin + 8 + table.HeaderHeight; }
            y += height;
        }
        return y + 14 > bottom ? pages + 1 : pages;
    }
}
