using System.Globalization;

namespace TeacherCenters.Documents;

/// <summary>
/// A4 portrait, filled from top to bottom: what does not fit goes on on the next page, which bears its number. In millimetres.
/// </summary>
public sealed class PdfFlow
{
    public const float Width = 210 - (2 * Margin);

    private const float Margin = 15;
    private const float Bottom = 297 - Margin - 6;
    private const float LabelWidth = 44;

    private static readonly PdfStyle Label = new(PdfFont.Sans, 9.5f) { Color = PdfColors.Quiet };
    private static readonly PdfStyle Fact = new(PdfFont.Sans, 10);
    private static readonly PdfStyle Heading = new(PdfFont.SansBold, 11);
    private static readonly PdfStyle Foot = new(PdfFont.Sans, 8) { Align = PdfAlign.Right, Color = PdfColors.Quiet };

    private readonly Pdf _pdf;
    private PdfPage _page;
    private float _y = Margin;

    public PdfFlow(Pdf pdf)
    {
        _pdf = pdf;
        _page = NewPage();
    }

    /// <summary>Leaves room.</summary>
    public void Skip(float height) => _y += height;

    /// <summary>Goes to the next page unless there is so much room on this one.</summary>
    public void Keep(float height)
    {
        if (_y + height > Bottom) (_page, _y) = Next();
    }

    /// <summary>A text in its own style, made smaller where it is higher than <paramref name="height"/>.</summary>
    public void Write(string text, PdfStyle style, float height) => _y += _page.Text(text, new PdfBox(Margin, _y, Width, height), style);

    /// <summary>A heading, not left alone at the foot of a page.</summary>
    /// <param name="follows">Room for what comes under it.</param>
    public void Head(string text, float follows)
    {
        Skip(4);
        Keep(7 + follows);
        Write(text, Heading, 6);
        Skip(1.5f);
    }

    /// <summary>What is known, a line or more each behind its label.</summary>
    public void Facts(IEnumerable<(string Label, string Text)> facts)
    {
        foreach (var (label, text) in facts)
        {
            var height = new[] { 5, PdfPage.Measure(text, Width - LabelWidth, Fact), PdfPage.Measure(label, LabelWidth - 2, Label) }.Max();
            Keep(Math.Min(height, Bottom - Margin));
            _page.Text(label, new PdfBox(Margin, _y, LabelWidth - 2, 12), Label);
            _page.Text(text, new PdfBox(Margin + LabelWidth, _y, Width - LabelWidth, Math.Min(height + 1, Bottom - _y)), Fact);
            Skip(height + 1.2f);
        }
    }

    public void Table(PdfTable table, IEnumerable<IReadOnlyList<string>> rows) => (_page, _y) = table.Draw(_page, Margin, _y, rows, Bottom, _ => Next());

    /// <summary>A quiet line, as of when it was printed.</summary>
    public void Note(string text)
    {
        Skip(4);
        Keep(6);
        Write(text, Label, 6);
    }

    /// <summary>A text over as many pages as it needs, broken between words.</summary>
    public void Text(string text)
    {
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            while (words.Length > 0)
            {
                var fits = Fitting(words, Bottom - _y);
                if (fits == 0 && _y > Margin)
                {
                    (_page, _y) = Next();
                    continue;
                }
                // Not even one word fits an empty page: it is set smaller.
                fits = Math.Max(fits, 1);
                Write(string.Join(' ', words[..fits]), Fact, Bottom - _y + 0.5f);
                words = words[fits..];
            }
            Skip(1.5f);
        }
    }

    /// <summary>Lines to sign, kept together.</summary>
    public void Signatures(params (string Who, string? Name)[] people)
    {
        Keep(people.Length * 11);
        foreach (var (who, name) in people)
        {
            _page.Text(who, new PdfBox(Margin, _y, 30, 6), Fact);
            _page.Line(Margin + 32, _y + 5, Margin + 92, _y + 5);
            _page.Text(name, new PdfBox(Margin + 96, _y, Width - 96, 6), Fact);
            Skip(11);
        }
    }

    /// <summary>The facts that are known.</summary>
    public static IReadOnlyList<(string Label, string Text)> Known(IEnumerable<(string Label, string? Text)> facts) => [.. facts.Where(x => !string.IsNullOrEmpty(x.Text)).Select(x => (x.Label, x.Text!))];

    private (PdfPage Page, float Y) Next() => (NewPage(), Margin);

    private PdfPage NewPage()
    {
        var page = _pdf.NewPage();
        if (_pdf.PageCount > 1) page.Text(string.Format(CultureInfo.CurrentCulture, DocumentsText.Pdf_Page, _pdf.PageCount), new PdfBox(Margin, 297 - Margin, Width, 5), Foot);
        return page;
    }

    /// <summary>How many words from the start fit into a height.</summary>
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
}
