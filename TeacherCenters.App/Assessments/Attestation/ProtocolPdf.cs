using System.Globalization;
using TeacherCenters.Documents;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>A meeting on paper: before it the agenda with room for notes, afterwards the protocol with what was decided and lines to sign. A4 portrait.</summary>
public static class ProtocolPdf
{
    private static readonly PdfStyle Organisation = new(PdfFont.Sans, 9.5f) { MinSize = 6.5f, Align = PdfAlign.Center };
    private static readonly PdfStyle Title = new(PdfFont.SansBold, 14) { MinSize = 10, Align = PdfAlign.Center };
    private static readonly PdfStyle Subtitle = new(PdfFont.Sans, 11) { MinSize = 8, Align = PdfAlign.Center };

    /// <summary>True once there is something to sign.</summary>
    public static bool IsProtocol(MeetingDetails of) => of.State == MeetingState.Held;

    /// <summary>Name of the file, without ending.</summary>
    public static string FileName(MeetingDetails of) => IsProtocol(of)
        ? Phrase.Of(AttestationText.Pdf_ProtocolFile, string.Concat(of.ProtocolNumber!.Split(Path.GetInvalidFileNameChars())), DayText.Of(of.HeldOn))
        : Phrase.Of(AttestationText.Pdf_AgendaFile, DayText.Of(of.HeldOn));

    /// <param name="output">Written synchronously and left open: a file or memory.</param>
    /// <param name="created">Instant in UTC.</param>
    public static void Write(Stream output, MeetingDetails of, DateTime created)
    {
        using var pdf = new Pdf(output, FileName(of), of.CenterFullName, created);
        var paper = new PdfFlow(pdf);
        paper.Write(of.CenterFullName, Organisation, 10);
        paper.Skip(5);
        paper.Write(IsProtocol(of) ? Phrase.Of(AttestationText.Pdf_Protocol, of.ProtocolNumber) : AttestationText.Pdf_Agenda, Title, 8);
        paper.Skip(1);
        paper.Write(Phrase.Of(AttestationText.Pdf_OfMeeting, DayText.Of(of.HeldOn)), Subtitle, 6);
        paper.Skip(5);
        paper.Facts(Facts(of));
        paper.Skip(4);
        paper.Table(new(pdf, Columns(of)) { HeaderHeight = 9, RowHeight = IsProtocol(of) ? 8 : 12, MaxRowHeight = 90 }, of.Agenda.Select((x, i) => Row(of, x, i + 1)));
        if (IsProtocol(of))
        {
            paper.Skip(4);
            paper.Text(Outcome(of));
        }
        paper.Skip(10);
        paper.Signatures((AttestationText.Field_Chair, of.Chair), (AttestationText.Field_Secretary, of.Secretary));
        pdf.Close();
    }

    private static IReadOnlyList<(string Label, string Text)> Facts(MeetingDetails of) => PdfFlow.Known(
    [
        (AttestationText.Column_ProtocolDate, IsProtocol(of) ? DayText.Of(of.ProtocolDate) : null), (AttestationText.Field_Place, of.Place), (AttestationText.Field_Chair, of.Chair),
        (AttestationText.Field_Secretary, of.Secretary), (IsProtocol(of) ? AttestationText.Pdf_Considered : AttestationText.Pdf_ToConsider, EnrollmentTexts.People(of.Agenda.Count)),
    ]);

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
        return [.. who, decided, DayText.Of(x.ValidTo) ?? ""];
    }

    /// <summary>«Соответствует занимаемой должности: 11. Не соответствует: 1.»</summary>
    private static string Outcome(MeetingDetails of) =>
        string.Join(" ", of.Agenda.Where(x => x.Decision is not null).GroupBy(x => x.Decision!.Value).OrderBy(x => x.Key).Select(x => $"{AttestationTexts.Of(x.Key)}: {x.Count()}."));
}
