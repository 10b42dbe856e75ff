namespace TeacherCenters.Documents;

/// <summary>Draws certificates as A4 landscape sheets, any number of them into one document.</summary>
public static class CertificatePdf
{
    private const float SignatureHeight = 13;

    private static readonly PdfStyle Plain = new(PdfFont.Serif, 11.5f) { MinSize = 8, Align = PdfAlign.Center };
    private static readonly PdfStyle Small = new(PdfFont.Sans, 8.5f) { MinSize = 6, Align = PdfAlign.Center, Color = PdfColors.Quiet };
    private static readonly PdfStyle Organisation = new(PdfFont.Serif, 11.5f) { MinSize = 7, Align = PdfAlign.Center, IsBalanced = true };
    private static readonly PdfStyle Title = new(PdfFont.SerifBold, 25) { MinSize = 13, Align = PdfAlign.Center, MaxLines = 2, Color = PdfColors.Flax };
    private static readonly PdfStyle Subtitle = new(PdfFont.Serif, 14) { MinSize = 9, Align = PdfAlign.Center, Color = PdfColors.Flax };
    private static readonly PdfStyle Mark = new(PdfFont.SansBold, 13) { MinSize = 8, Align = PdfAlign.Center, MaxLines = 1, Color = PdfColors.Warn };
    private static readonly PdfStyle Person = new(PdfFont.SerifBold, 20) { MinSize = 11, Align = PdfAlign.Center, MaxLines = 2 };
    private static readonly PdfStyle Course = new(PdfFont.SerifBold, 14) { MinSize = 8, Align = PdfAlign.Center };
    private static readonly PdfStyle Number = new(PdfFont.SansBold, 12) { MinSize = 7, Align = PdfAlign.Center, MaxLines = 1 };

    /// <summary>Writes all sheets, in their order, as one document.</summary>
    /// <param name="output">Written synchronously and left open: a file or memory.</param>
    /// <param name="title">Title of the file, for instance «Удостоверения 1-30».</param>
    /// <param name="author">Name of the organisation.</param>
    /// <param name="created">Instant in UTC.</param>
    /// <returns>Number of pages.</returns>
    /// <exception cref="ArgumentException">There is no sheet.</exception>
    public static int Write(Stream output, IEnumerable<CertificateSheet> sheets, string title, string author, DateTime created, CancellationToken cancel = default)
    {
        using var pdf = new Pdf(output, title, author, created);
        foreach (var sheet in sheets)
        {
            cancel.ThrowIfCancellationRequested();
            var page = pdf.NewPage(landscape: true);
            CertificateFrame.Draw(page);
            if (sheet.Layout == CertificateLayout.Spread) DrawSpread(page, sheet);
            else DrawSingle(page, sheet);
        }
        if (pdf.PageCount == 0) throw new ArgumentException("A document without certificates cannot be printed.", nameof(sheets));
        pdf.Close();
        return pdf.PageCount;
    }

    private static void DrawSpread(PdfPage page, CertificateSheet sheet)
    {
        var field = CertificateFrame.Field;
        const float left = 108;
        var middle = field.X + left + 7;
        page.Line(middle, field.Y + 6, middle, field.Bottom - 6, 0.15f, PdfColors.Hair);
        DrawCover(page, sheet, new PdfBox(field.X + 1, field.Y, left, field.Height));
        DrawBody(page, sheet, new PdfBox(middle + 7, field.Y, field.Right - middle - 8, field.Height));
    }

    private static void DrawCover(PdfPage page, CertificateSheet sheet, PdfBox box)
    {
        page.Text(sheet.Organisation, new PdfBox(box.X, box.Y + 2, box.Width, 34), Organisation);
        page.Stack(new PdfBox(box.X, box.Y + 40, box.Width, 56), 3,
        [
            (sheet.Mark, Mark, 7, 0),
            (sheet.Title, Title, 21, 1),
            (sheet.Subtitle, Subtitle, 13, 1),
            (sheet.Blank, Number, 6, 4),
        ]);
        var y = box.Y + 100;
        foreach (var (label, value) in new[] { (sheet.NumberLabel, sheet.Number), (sheet.CityLabel, sheet.City), (sheet.IssuedOnLabel, sheet.IssuedOn) })
        {
            page.Text(label, new PdfBox(box.X, y, box.Width, 4), Small);
            page.Text(value, new PdfBox(box.X, y + 4, box.Width, 6), Number);
            y += 13;
        }
        var foot = new PdfBox(box.X, box.Bottom - 34, box.Width, 32);
        var texts = DrawQr(page, sheet, foot, 28);
        var align = sheet.QrPayload is null ? PdfAlign.Center : PdfAlign.Left;
        page.Text(sheet.Kind, new PdfBox(texts.X, texts.Y + 3, texts.Width, 8), Small with { Align = align, Font = PdfFont.SansBold });
        page.Text(sheet.LegalBasis, new PdfBox(texts.X, texts.Y + 12, texts.Width, 20), Small with { Size = 7, MinSize = 5, Align = align, Vertical = PdfVertical.Bottom });
    }

    private static void DrawBody(PdfPage page, CertificateSheet sheet, PdfBox box)
    {
        var signatures = SignatureArea(sheet);
        page.Stack(new PdfBox(box.X, box.Y + 2, box.Width, box.Height - signatures - 4), 4.5f,
        [
            (sheet.Lead, Plain, 11, 0),
            (sheet.Person, Person, 18, 1),
            (sheet.Period, Plain, 6, 1),
            (sheet.Deed, Plain, 25, 0.5f),
            (sheet.CourseLead, Plain, 11, 0.5f),
            (sheet.Course, Course, 36, 0.5f),
            (sheet.Hours, Plain, 6, 0.5f),
            (sheet.Result, Plain, 11, 0.5f),
        ]);
        DrawSignatures(page, sheet, new PdfBox(box.X, box.Bottom - signatures, box.Width, signatures));
    }

    private static void DrawSingle(PdfPage page, CertificateSheet sheet)
    {
        var field = CertificateFrame.Field;
        var box = new PdfBox(field.X + 16, field.Y, field.Width - 32, field.Height);
        var signatures = SignatureArea(sheet);
        page.Text(sheet.Organisation, new PdfBox(box.X, box.Y + 2, box.Width, 18), Organisation with { Size = 12 });
        page.Stack(new PdfBox(box.X, box.Y + 22, box.Width, box.Height - 22 - signatures - 16), 4.5f,
        [
            (sheet.Mark, Mark, 6, 0),
            (sheet.Title, Title with { Size = 32 }, 14, 0),
            (sheet.Subtitle, Subtitle, 8, 0),
            (sheet.Lead, Plain, 8, 1),
            (sheet.Person, Person with { Size = 23 }, 15, 0.5f),
            (sheet.Deed, Plain with { Size = 12 }, 13, 0.5f),
            (sheet.CourseLead, Plain with { Size = 12 }, 6, 0.5f),
            (sheet.Course, Course with { Size = 16 }, 24, 0.5f),
            (Join(sheet.Period, sheet.Hours), Plain with { Size = 12 }, 6, 0.5f),
            (sheet.Result, Plain with { Size = 12 }, 11, 0.5f),
            (sheet.Note, Plain, 10, 0.5f),
        ]);
        var qr = sheet.QrPayload is null ? 0f : 32;
        DrawSignatures(page, sheet, new PdfBox(box.X + qr, box.Bottom - signatures - 12, box.Width - qr, signatures));
        DrawQr(page, sheet, new PdfBox(field.X + 4, field.Bottom - 38, 40, 36), 27, captionBelow: true);
        var line = $"{sheet.NumberLabel} {sheet.Number}   ·   {sheet.City}   ·   {sheet.IssuedOn}";
        if (sheet.Blank is not null) line = $"{sheet.Blank}   ·   {line}";
        page.Text(line, new PdfBox(box.X + qr, box.Bottom - 10, box.Width - qr, 5), Small with { Size = 9, Color = PdfColors.Ink, MaxLines = 1 });
        page.Text(sheet.LegalBasis, new PdfBox(box.X + qr, box.Bottom - 4.5f, box.Width - qr, 4.5f), Small with { Size = 7, MinSize = 5 });
    }

    private static string? Join(string? first, string? second) =>
        string.Join(", ", new[] { first, second }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } text ? text : null;

    private static float SignatureArea(CertificateSheet sheet) =>
        Math.Min(sheet.Signatures.Count, 3) * SignatureHeight + (sheet.Seal is null ? 1 : 5);

    /// <summary>Position, a line to sign on, and the name; below them the place of the seal.</summary>
    private static void DrawSignatures(PdfPage page, CertificateSheet sheet, PdfBox box)
    {
        var (position, name) = (box.Width * 0.42f, box.Width * 0.30f);
        var style = Plain with { Size = 10.5f, MinSize = 6.5f, Align = PdfAlign.Left, Vertical = PdfVertical.Bottom };
        var y = box.Y;
        foreach (var signature in sheet.Signatures.Take(3))
        {
            page.Text(signature.Position, new PdfBox(box.X, y, position - 2, SignatureHeight - 2), style);
            page.Line(box.X + position, y + SignatureHeight - 2.8f, box.Right - name - 2, y + SignatureHeight - 2.8f, 0.2f, PdfColors.Quiet);
            page.Text(signature.Name, new PdfBox(box.Right - name, y, name, SignatureHeight - 2), style with { MaxLines = 2 });
            y += SignatureHeight;
        }
        page.Text(sheet.Seal, new PdfBox(box.X, y, 30, 5), Small with { Align = PdfAlign.Left, Size = 9.5f });
    }

    /// <returns>The part of the box that the code leaves free.</returns>
    private static PdfBox DrawQr(PdfPage page, CertificateSheet sheet, PdfBox box, float side, bool captionBelow = false)
    {
        if (sheet.QrPayload is null) return box;
        page.Qr(sheet.QrPayload, new PdfBox(box.X, box.Y, side, side));
        var caption = captionBelow
            ? new PdfBox(box.X - 2, box.Y + side - 1, side + 4, box.Height - side)
            : new PdfBox(box.X, box.Y + side - 0.5f, side, 5);
        page.Text(sheet.QrCaption, caption, Small with { Size = 7, MinSize = 4.5f });
        return captionBelow ? box : new PdfBox(box.X + side + 3, box.Y, box.Width - side - 3, box.Height);
    }
}
