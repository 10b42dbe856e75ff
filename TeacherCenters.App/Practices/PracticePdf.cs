using System.Globalization;
using TeacherCenters.Documents;
using TeacherCenters.Events;

namespace TeacherCenters.Practices;

/// <summary>The card of a practice on paper: what it is about, whose it is, where it was shown, which files go with it. A4 portrait.</summary>
public static class PracticePdf
{
    private const float Margin = 15;
    private const float Width = 210 - (2 * Margin);
    private const float Bottom = 297 - Margin - 6;

    private static readonly PdfStyle Organisation = new(PdfFont.Sans, 9) { MinSize = 6.5f, Align = PdfAlign.Center, Color = PdfColors.Quiet };
    private static readonly PdfStyle Title = new(PdfFont.SansBold, 15) { MinSize = 10, Align = PdfAlign.Center, Color = PdfColors.Flax };
    private static readonly PdfStyle Label = new(PdfFont.Sans, 9.5f) { Color = PdfColors.Quiet };
    private static readonly PdfStyle Fact = new(PdfFont.Sans, 10);
    private static readonly PdfStyle Heading = new(PdfFont.SansBold, 11);
    private static readonly PdfStyle Foot = new(PdfFont.Sans, 8) { Align = PdfAlign.Right, Color = PdfColors.Quiet };

    /// <param name="output">Written synchronously and left open: a file or memory.</param>
    /// <param name="created">Instant in UTC.</param>
    public static void Write(Stream output, PracticeDetails of, DateOnly today, DateTime created)
    {
        using var pdf = new Pdf(output, of.Title, of.CenterFullName, created);
        var page = NewPage(pdf);
        var y = Margin;
        y += page.Text(of.CenterFullName, new PdfBox(Margin, y, Width, 10), Organisation) + 4;
        y += page.Text(of.Title, new PdfBox(Margin, y, Width, 26), Title) + 5;
        foreach (var (label, text) in Facts(of))
        {
            var height = Math.Max(5, PdfPage.Measure(text, Width - 44, Fact));
            (page, y) = Room(pdf, page, y, Math.Min(height, Bottom - Margin));
            page.Text(label, new PdfBox(Margin, y, 42, 12), Label);
            page.Text(text, new PdfBox(Margin + 44, y, Width - 44, Math.Min(height + 1, Bottom - y)), Fact);
            y += height + 1.2f;
        }
        if (of.Summary is not null)
        {
            (page, y) = Head(pdf, page, y, PracticesText.Field_Summary, 12);
            (page, y) = Flow(pdf, page, y, of.Summary);
        }
        if (of.Showings.Count > 0)
        {
            (page, y) = Head(pdf, page, y, PracticesText.Card_Showings, 20);
            PdfColumn[] columns = [new(PracticesText.Showings_Event, 94), new(PracticesText.Showings_Dates, 42, PdfAlign.Center), new(PracticesText.Column_Center, 44)];
            (page, y) = new PdfTable(pdf, columns) { HeaderHeight = 8 }.Draw(page, Margin, y, of.Showings.Select(x => (IReadOnlyList<string>)[PracticeTexts.Of(x), EventTexts.Days(x.StartsOn, x.EndsOn), x.Center]), Bottom, Next);
        }
        if (of.Files.Count > 0)
        {
            (page, y) = Head(pdf, page, y, PracticesText.Card_Files, 20);
            PdfColumn[] columns = [new(PracticesText.Files_Name, 116), new(PracticesText.Files_Size, 28, PdfAlign.Right), new(PracticesText.Files_Added, 36, PdfAlign.Center)];
            (page, y) = new PdfTable(pdf, columns) { HeaderHeight = 8 }
                .Draw(page, Margin, y, of.Files.Select(x => (IReadOnlyList<string>)[x.Name, PracticeTexts.Size(x.Size), x.AddedAt.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)]), Bottom, Next);
        }
        (page, y) = Room(pdf, page, y + 4, 6);
        page.Text(PracticeTexts.Say(PracticesText.Pdf_AsOf, PracticeTexts.Day(today)), new PdfBox(Margin, y, Width, 6), Label);
        pdf.Close();
    }

    /// <summary>What the card says in a line each, with its label; also the first part of the card as a workbook.</summary>
    public static IReadOnlyList<(string Label, string Text)> Facts(PracticeDetails of)
    {
        List<(string Label, string? Text)> facts =
        [
            (PracticesText.Column_Kind, PracticeTexts.Of(of.Kind)),
            (PracticesText.Column_Subject, of.Subject),
            (PracticesText.Column_Authors, string.Join("\n", of.Authors.Select(x => x.Work is null ? x.Name.Full : $"{x.Name.Full}, {x.Work}"))),
            (PracticesText.Column_Center, of.Center),
            (PracticesText.Column_Status, PracticeTexts.Of(of.Status, of.Kind)),
            (PracticesText.Column_Proposed, PracticeTexts.Day(of.ProposedOn)),
            (PracticesText.Column_Published, of.PublishedOn is { } published ? PracticeTexts.Day(published) : null),
        ];
        return [.. facts.Where(x => !string.IsNullOrEmpty(x.Text)).Select(x => (x.Label, x.Text!))];
    }

    /// <summary>Sets a long text over as many pages as it needs, broken between words.</summary>
    private static (PdfPage Page, float Y) Flow(Pdf pdf, PdfPage page, float y, string text)
    {
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            while (words.Length > 0)
            {
                var fits = Fitting(words, Bottom - y);
                if (fits == 0 && y > Margin)
                {
                    (page, y) = Next(pdf);
                    continue;
                }
                // Not even one word fits an empty page: it is set smaller.
                fits = Math.Max(fits, 1);
                y += page.Text(string.Join(' ', words[..fits]), new PdfBox(Margin, y, Width, Bottom - y + 0.5f), Fact);
                words = words[fits..];
            }
            y += 1.5f;
        }
        return (page, y);
    }

    /// <summary>How many words from the start fit into a height, in millimetres.</summary>
    private static int Fitting(string[] words, float height)
    {
        var (least, most) = (0, words.Length);
        while (least < most)
        {
            var middle = (least + most + 1) / 2;
            if (PdfPage.Measure(string.Join(' ', words[..middle]), Width, Fact) <= height) least = middle;
            else most = middle - 1;
        }
        return least;
    }

    private static (PdfPage Page, float Y) Head(Pdf pdf, PdfPage page, float y, string text, float follows)
    {
        (page, y) = Room(pdf, page, y + 4, 7 + follows);
        return (page, y + page.Text(text, new PdfBox(Margin, y, Width, 6), Heading) + 1.5f);
    }

    private static (PdfPage Page, float Y) Room(Pdf pdf, PdfPage page, float y, float height) => y + height > Bottom ? Next(pdf) : (page, y);

    private static (PdfPage Page, float Y) Next(Pdf pdf) => (NewPage(pdf), Margin);

    private static PdfPage NewPage(Pdf pdf)
    {
        var page = pdf.NewPage();
        if (pdf.PageCount > 1) page.Text(PracticeTexts.Say(PracticesText.Pdf_Page, pdf.PageCount), new PdfBox(Margin, 297 - Margin, Width, 5), Foot);
        return page;
    }
}
