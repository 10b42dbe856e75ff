using TeacherCenters.Documents;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Practices;

/// <summary>The card of a practice on paper: what it is about, whose it is, where it was shown, which files go with it. A4 portrait.</summary>
public static class PracticePdf
{
    private static readonly PdfStyle Organisation = new(PdfFont.Sans, 9) { MinSize = 6.5f, Align = PdfAlign.Center, Color = PdfColors.Quiet };
    private static readonly PdfStyle Title = new(PdfFont.SansBold, 15) { MinSize = 10, Align = PdfAlign.Center, Color = PdfColors.Flax };

    /// <param name="output">Written synchronously and left open: a file or memory.</param>
    /// <param name="created">Instant in UTC.</param>
    public static void Write(Stream output, PracticeDetails of, DateOnly today, DateTime created)
    {
        using var pdf = new Pdf(output, of.Title, of.CenterFullName, created);
        var paper = new PdfFlow(pdf);
        paper.Write(of.CenterFullName, Organisation, 10);
        paper.Skip(4);
        paper.Write(of.Title, Title, 26);
        paper.Skip(5);
        paper.Facts(Facts(of));
        if (of.Summary is not null)
        {
            paper.Head(PracticesText.Field_Summary, 12);
            paper.Text(of.Summary);
        }
        if (of.Showings.Count > 0)
        {
            paper.Head(PracticesText.Card_Showings, 20);
            PdfColumn[] columns = [new(PracticesText.Showings_Event, 94), new(PracticesText.Showings_Dates, 42, PdfAlign.Center), new(PracticesText.Column_Center, 44)];
            paper.Table(new(pdf, columns) { HeaderHeight = 8 }, of.Showings.Select(x => (IReadOnlyList<string>)[PracticeTexts.Of(x), EventTexts.Days(x.StartsOn, x.EndsOn), x.Center]));
        }
        if (of.Files.Count > 0)
        {
            paper.Head(PracticesText.Card_Files, 20);
            PdfColumn[] columns = [new(PracticesText.Files_Name, 116), new(PracticesText.Files_Size, 28, PdfAlign.Right), new(PracticesText.Files_Added, 36, PdfAlign.Center)];
            paper.Table(new(pdf, columns) { HeaderHeight = 8 }, of.Files.Select(x => (IReadOnlyList<string>)[x.Name, PracticeTexts.Size(x.Size), DayText.Of(DateOnly.FromDateTime(x.AddedAt))]));
        }
        paper.Note(Phrase.Of(PracticesText.Pdf_AsOf, DayText.Of(today)));
        pdf.Close();
    }

    /// <summary>What the card says in a line each, with its label; also the first part of the card as a workbook.</summary>
    public static IReadOnlyList<(string Label, string Text)> Facts(PracticeDetails of) => PdfFlow.Known(
    [
        (PracticesText.Column_Kind, PracticeTexts.Of(of.Kind)),
        (PracticesText.Column_Subject, of.Subject),
        (PracticesText.Column_Authors, string.Join("\n", of.Authors.Select(x => x.Work is null ? x.Name.Full : $"{x.Name.Full}, {x.Work}"))),
        (PracticesText.Column_Center, of.Center),
        (PracticesText.Column_Status, PracticeTexts.Of(of.Status, of.Kind)),
        (PracticesText.Column_Proposed, DayText.Of(of.ProposedOn)),
        (PracticesText.Column_Published, of.PublishedOn is { } published ? DayText.Of(published) : null),
    ]);
}
