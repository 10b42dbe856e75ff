using System.Globalization;
using TeacherCenters.Documents;
using TeacherCenters.Enrollments;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>A meeting on paper: before it the agenda with room for notes, afterwards the protocol with what was decided and lines to sign. A4 portrait.</summary>
public static class ProtocolPdf
{
    private const float Margin = 15;
    private const float Width = 210 - (2 * Margin);
    private const float Bottom = 297 - Margin - 6;

    private static readonly PdfStyle Organisation = new(PdfFont.Sans, 9.5f) { MinSize = 6.5f, Align = PdfAlign.Center };
    private static readonly PdfStyle Title = new(PdfFont.SansBold, 14) { MinSize = 10, Align = PdfAlign.Center };
    private static readonly PdfStyle Subtitle = new(PdfFont.Sans, 11) { MinSize = 8, Align = PdfAlign.Center };
    private static readonly PdfStyle Label = new(PdfFont.Sans, 9.5f) { Color = PdfColors.Quiet };
    private static readonly PdfStyle Fact = new(PdfFont.Sans, 10);
    private static readonly PdfStyle Foot = new(PdfFont.Sans, 8) { Align = PdfAlign.Right, Color = PdfColors.Quiet };

    /// <summary>True once there is something to sign.</summary>
    public static bool IsProtocol(MeetingDetails of) => of.State == MeetingState.Held;

    /// <summary>Name of the file, without ending.</summary>
    public static string FileName(MeetingDetails of) => IsProtocol(of)
        ? AttestationTexts.Say(AttestationText.Pdf_ProtocolFile, string.Concat(of.ProtocolNumber!.Split(Path.GetInvalidFileNameChars())), AttestationTexts.Day(of.HeldOn))
        : AttestationTexts.Say(AttestationText.Pdf_AgendaFile, AttestationTexts.Day(of.HeldOn));

    /// <param name="output">Written synchronously and left open: a file or memory.</param>
    /// <param name="created">Instant in UTC.</param>
    public static void Write(Stream output, MeetingDetails of, DateTime created)
    {
        using var pdf = new Pdf(output, FileName(of), of.CenterFullName, created);
        var page = NewPage(pdf);
        var y = Margin;
        y += page.Text(of.CenterFullName, new PdfBox(Margin, y, Width, 10), Organisation) + 5;
        y += page.Text(IsProtocol(of) ? AttestationTexts.Say(AttestationText.Pdf_Protocol, of.ProtocolNumber) : AttestationText.Pdf_Agenda, new PdfBox(Margin, y, Width, 8), Title) + 1;
        y += page.Text(AttestationTexts.Say(AttestationText.Pdf_OfMeeting, AttestationTexts.Day(of.HeldOn)), new PdfBox(Margin, y, Width, 6), Subtitle) + 5;
        foreach (var (label, text) in Facts(of))
        {
            page.Text(label, new PdfBox(Margin, y, 42, 6), Label);
            y += Math.Max(5, page.Text(text, new PdfBox(Margin + 44, y, Width - 44, 18), Fact)) + 1.2f;
        }

        var table = new PdfTable(pdf, Columns(of)) { HeaderHeight = 9, RowHeight = IsProtocol(of) ? 8 : 12, MaxRowHeight = 90 };
        (page, y) = table.Draw(page, Margin, y + 4, of.Agenda.Select((x, i) => Row(of, x, i + 1)), Bottom, Next);
        if (IsProtocol(of))
        {
            (page, y) = Room(pdf, page, y + 4, 12);
            y += page.Text(Outcome(of), new PdfBox(Margin, y, Width, 12), Fact);
        }
        (page, y) = Room(pdf, page, y + 10, 22);
        Sign(page, y, AttestationText.Field_Chair, of.Chair);
        Sign(page, y + 11, AttestationText.Field_Secretary, of.Secretary);
        pdf.Close();
    }

    private static List<(string Label, string Text)> Facts(MeetingDetails of)
    {
        List<(string Label, string? Text)> facts =
        [
            (AttestationText.Column_ProtocolDate, IsProtocol(of) ? AttestationTexts.Day(of.ProtocolDate) : null), (AttestationText.Field_Place, of.Place), (AttestationText.Field_Chair, of.Chair),
            (AttestationText.Field_Secretary, of.Secretary), (IsProtocol(of) ? AttestationText.Pdf_Considered : AttestationText.Pdf_ToConsider, EnrollmentTexts.People(of.Agenda.Count)),
        ];
        return [.. facts.Where(x => !string.IsNullOrEmpty(x.Text)).Select(x => (x.Label, x.Text!))];
    }

    private static PdfColumn[] Columns(MeetingDetails of)
    {
        PdfColumn[] who = [new("№", 8, PdfAlign.Right), new(AttestationText.Column_Person, 42), new(AttestationText.Column_Post, 58)];
        return IsProtocol(of) ? [.. who, new(AttestationText.Column_Decision, 50), new(AttestationText.Column_ValidTo, 22, PdfAlign.Center)] : [.. who, new(AttestationText.Pdf_Notes, 72)];
    }

    private static IReadOnlyList<string> Row(MeetingDetails of, AttestationRow x, int number)
    {
        string[] who =
        [
            number.ToString(CultureInfo.InvariantCulture),
            x.IsCandidate ? $"{x.Person.Full} ({AttestationTexts.Of(x.Kind).ToLower(CultureInfo.CurrentCulture)})" : x.Person.Full,
            // A number stays on the line of its sign.
            $"{x.Position}, {EnrollmentTexts.School(x.School, x.Municipality)}".Replace("№ ", "№\u00A0", StringComparison.Ordinal),
        ];
        if (!IsProtocol(of)) return [.. who, ""];
        var decided = x.Decision is { } decision ? AttestationTexts.Of(decision) + (x.Note is { } note ? $". {note}" : "") : AttestationText.Decision_None;
        return [.. who, decided, AttestationTexts.Day(x.ValidTo) ?? ""];
    }

    /// <summary>«Соответствует занимаемой должности: 11. Не соответствует: 1.»</summary>
    private static string Outcome(MeetingDetails of) =>
        string.Join(" ", of.Agenda.Where(x => x.Decision is not null).GroupBy(x => x.Decision!.Value).OrderBy(x => x.Key).Select(x => $"{AttestationTexts.Of(x.Key)}: {x.Count()}."));

    private static void Sign(PdfPage page, float y, string who, string? name)
    {
        page.Text(who, new PdfBox(Margin, y, 30, 6), Fact);
        page.Line(Margin + 32, y + 5, Margin + 92, y + 5);
        page.Text(name, new PdfBox(Margin + 96, y, Width - 96, 6), Fact);
    }

    private static (PdfPage Page, float Y) Room(Pdf pdf, PdfPage page, float y, float height) => y + height > Bottom ? Next(pdf) : (page, y);

    private static (PdfPage Page, float Y) Next(Pdf pdf) => (NewPage(pdf), Margin);

    private static PdfPage NewPage(Pdf pdf)
    {
        var page = pdf.NewPage();
        if (pdf.PageCount > 1) page.Text(AttestationTexts.Say(AttestationText.Pdf_Page, pdf.PageCount), new PdfBox(Margin, 297 - Margin, Width, 5), Foot);
        return page;
    }
}
