using System.Globalization;
using TeacherCenters.Documents;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>A route on paper, for its teacher: who and when, what it answers, its points, and a line for each to sign. A4 portrait.</summary>
public static class RoutePdf
{
    private const float Margin = 15;
    private const float Width = 210 - (2 * Margin);
    private const float Bottom = 297 - Margin - 6;

    private static readonly PdfStyle Organisation = new(PdfFont.Sans, 9) { MinSize = 6.5f, Align = PdfAlign.Center, Color = PdfColors.Quiet };
    private static readonly PdfStyle Title = new(PdfFont.SansBold, 15) { MinSize = 10, Align = PdfAlign.Center, Color = PdfColors.Flax };
    private static readonly PdfStyle Name = new(PdfFont.SansBold, 12) { MinSize = 8, Align = PdfAlign.Center };
    private static readonly PdfStyle Label = new(PdfFont.Sans, 9.5f) { Color = PdfColors.Quiet };
    private static readonly PdfStyle Fact = new(PdfFont.Sans, 10);
    private static readonly PdfStyle Heading = new(PdfFont.SansBold, 11);
    private static readonly PdfStyle Foot = new(PdfFont.Sans, 8) { Align = PdfAlign.Right, Color = PdfColors.Quiet };

    /// <param name="output">Written synchronously and left open: a file or memory.</param>
    /// <param name="created">Instant in UTC.</param>
    public static void Write(Stream output, RouteDetails route, DateOnly today, DateTime created)
    {
        using var pdf = new Pdf(output, $"{TutoringText.Pdf_Title}. {route.Person.Full}", route.CenterFullName, created);
        var page = NewPage(pdf);
        var y = Margin;
        y += page.Text(route.CenterFullName, new PdfBox(Margin, y, Width, 10), Organisation) + 4;
        y += page.Text(TutoringText.Pdf_Title, new PdfBox(Margin, y, Width, 8), Title) + 2;
        y += page.Text(route.Person.Full, new PdfBox(Margin, y, Width, 7), Name) + 5;
        foreach (var (label, text) in Facts(route))
        {
            page.Text(label, new PdfBox(Margin, y, 42, 12), Label);
            y += Math.Max(5, page.Text(text, new PdfBox(Margin + 44, y, Width - 44, 30), Fact)) + 1.2f;
        }

        y += 3;
        y += page.Text(TutoringText.Items_Title, new PdfBox(Margin, y, Width, 6), Heading) + 1.5f;
        PdfColumn[] columns =
        [
            new("№", 8, PdfAlign.Right), new(TutoringText.Item_What, 76), new(TutoringText.Item_Kind, 32), new(TutoringText.Item_Hours, 14, PdfAlign.Right), new(TutoringText.Item_Due, 22, PdfAlign.Center),
            new(TutoringText.Item_State, 28, PdfAlign.Center),
        ];
        var table = new PdfTable(pdf, columns) { HeaderHeight = 8 };
        (page, y) = table.Draw(page, Margin, y, Rows(route), Bottom, Next);

        (page, y) = Room(pdf, page, y + 3, 5);
        y += page.Text(RouteTexts.Say(TutoringText.Pdf_AsOf, RouteTexts.Day(today), route.Done, route.Items.Count, route.Percent), new PdfBox(Margin, y, Width, 6), Label) + 4;
        if (route.Reflection is { } reflection)
        {
            var height = Math.Min(PdfPage.Measure(reflection, Width, Fact) + 1, Bottom - Margin - 40);
            (page, y) = Room(pdf, page, y, height + 8);
            y += page.Text($"{TutoringText.Card_Reflection}, {RouteTexts.Day(route.ClosedOn!.Value)}", new PdfBox(Margin, y, Width, 6), Heading) + 1.5f;
            y += page.Text(reflection, new PdfBox(Margin, y, Width, height), Fact with { MinSize = 6 }) + 4;
        }
        (page, y) = Room(pdf, page, y + 4, 22);
        Sign(page, y, TutoringText.Pdf_Signature_Person, route.Person.Short);
        Sign(page, y + 11, TutoringText.Pdf_Signature_Tutor, route.Tutor.Short);
        pdf.Close();
    }

    private static List<(string Label, string Text)> Facts(RouteDetails route)
    {
        List<(string Label, string? Text)> facts =
        [
            (TutoringText.Column_School, string.Join(", ", new[] { route.Position, route.School }.Where(x => x is not null))),
            (TutoringText.Field_Tutor, route.Tutor.Full),
            (TutoringText.Field_Group, route.Group),
            (TutoringText.Column_Dates, $"{RouteTexts.Day(route.From)} – {RouteTexts.Day(route.To)}"),
            (TutoringText.Field_Goal, route.Goal),
            (TutoringText.Field_Deficits, Deficits(route)),
        ];
        return [.. facts.Where(x => !string.IsNullOrEmpty(x.Text)).Select(x => (x.Label, x.Text!))];
    }

    private static string Deficits(RouteDetails route)
    {
        var found = RouteTexts.Of(route.Deficits).Where(x => x.Level != DeficitLevel.None).Select(x => $"{x.Name.ToLower(CultureInfo.CurrentCulture)} — {RouteTexts.Of(x.Level)}").ToList();
        return found.Count == 0 ? TutoringText.Deficits_None : string.Join("; ", found);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(RouteDetails route) => route.Items.Select((x, i) => (IReadOnlyList<string>)
    [
        (i + 1).ToString(CultureInfo.InvariantCulture), x.Note is null ? x.Title : $"{x.Title} ({x.Note})", RouteTexts.Of(x.Kind), x.Hours?.ToString(CultureInfo.InvariantCulture) ?? "",
        x.DueOn is { } due ? RouteTexts.Day(due) : "", x.IsOverdue && route.Status == RouteStatus.Active && x.State != RouteItemState.Missed ? TutoringText.State_Overdue : RouteTexts.Of(x.State),
    ]);

    private static void Sign(PdfPage page, float y, string who, string name)
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
        if (pdf.PageCount > 1) page.Text(RouteTexts.Say(TutoringText.Pdf_Page, pdf.PageCount), new PdfBox(Margin, 297 - Margin, Width, 5), Foot);
        return page;
    }
}
