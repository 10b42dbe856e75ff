using System.Globalization;
using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>A route on paper, for its teacher: who and when, what it answers, its points, and a line for each to sign. A4 portrait.</summary>
public static class RoutePdf
{
    private static readonly PdfStyle Organisation = new(PdfFont.Sans, 9) { MinSize = 6.5f, Align = PdfAlign.Center, Color = PdfColors.Quiet };
    private static readonly PdfStyle Title = new(PdfFont.SansBold, 15) { MinSize = 10, Align = PdfAlign.Center, Color = PdfColors.Flax };
    private static readonly PdfStyle Name = new(PdfFont.SansBold, 12) { MinSize = 8, Align = PdfAlign.Center };

    /// <param name="output">Written synchronously and left open: a file or memory.</param>
    /// <param name="created">Instant in UTC.</param>
    public static void Write(Stream output, RouteDetails route, DateOnly today, DateTime created)
    {
        using var pdf = new Pdf(output, $"{TutoringText.Pdf_Title}. {route.Person.Full}", route.CenterFullName, created);
        var paper = new PdfFlow(pdf);
        paper.Write(route.CenterFullName, Organisation, 10);
        paper.Skip(4);
        paper.Write(TutoringText.Pdf_Title, Title, 8);
        paper.Skip(2);
        paper.Write(route.Person.Full, Name, 7);
        paper.Skip(5);
        paper.Facts(Facts(route));
        paper.Head(TutoringText.Items_Title, 20);
        PdfColumn[] columns =
        [
            new("№", 8, PdfAlign.Right), new(TutoringText.Item_What, 76), new(TutoringText.Item_Kind, 32), new(TutoringText.Item_Hours, 14, PdfAlign.Right), new(TutoringText.Item_Due, 22, PdfAlign.Center),
            new(TutoringText.Item_State, 28, PdfAlign.Center),
        ];
        paper.Table(new(pdf, columns) { HeaderHeight = 8 }, Rows(route));
        paper.Note(Phrase.Of(TutoringText.Pdf_AsOf, DayText.Of(today), route.Done, route.Items.Count, route.Percent));
        if (route.Reflection is { } reflection)
        {
            paper.Head($"{TutoringText.Card_Reflection}, {DayText.Of(route.ClosedOn!.Value)}", 12);
            paper.Text(reflection);
        }
        paper.Skip(8);
        paper.Signatures((TutoringText.Pdf_Signature_Person, route.Person.Short), (TutoringText.Pdf_Signature_Tutor, route.Tutor.Short));
        pdf.Close();
    }

    private static IReadOnlyList<(string Label, string Text)> Facts(RouteDetails route) => PdfFlow.Known(
    [
        (TutoringText.Column_School, string.Join(", ", new[] { route.Position, route.School }.Where(x => x is not null))),
        (TutoringText.Field_Tutor, route.Tutor.Full),
        (TutoringText.Field_Group, route.Group),
        (TutoringText.Column_Dates, $"{DayText.Of(route.From)} – {DayText.Of(route.To)}"),
        (TutoringText.Field_Goal, route.Goal),
        (TutoringText.Field_Deficits, Deficits(route)),
    ]);

    private static string Deficits(RouteDetails route)
    {
        var found = RouteTexts.Of(route.Deficits).Where(x => x.Level != DeficitLevel.None).Select(x => $"{x.Name.ToLower(CultureInfo.CurrentCulture)} — {RouteTexts.Of(x.Level)}").ToList();
        return found.Count == 0 ? TutoringText.Deficits_None : string.Join("; ", found);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(RouteDetails route) => route.Items.Select((x, i) => (IReadOnlyList<string>)
    [
        (i + 1).ToString(CultureInfo.InvariantCulture), x.Note is null ? x.Title : $"{x.Title} ({x.Note})", RouteTexts.Of(x.Kind), x.Hours?.ToString(CultureInfo.InvariantCulture) ?? "",
        x.DueOn is { } due ? DayText.Of(due) : "", x.IsOverdue && route.Status == RouteStatus.Active && x.State != RouteItemState.Missed ? TutoringText.State_Overdue : RouteTexts.Of(x.State),
    ]);
}
