using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>Both lists as workbooks, with the same query string as their page, and one route as a PDF for its teacher.</summary>
public static class RouteEndpoints
{
    public static IEndpointRouteBuilder MapTutoring(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/tutoring.xlsx", RoutesAsync).RequireAuthorization(nameof(Permission.ViewMentoring)).LogExport();
        endpoints.MapGet("/tutoring/tutors.xlsx", TutorsAsync).RequireAuthorization(nameof(Permission.ViewMentoring)).LogExport();
        endpoints.MapGet("/tutoring/{id:int}/route.pdf", PdfAsync).RequireAuthorization(nameof(Permission.ViewMentoring)).LogExport();
        return endpoints;
    }

    private static async Task<IResult> RoutesAsync(HttpContext context, RouteQueries routes, NetworkClock clock, CancellationToken ct)
    {
        var rows = await routes.AllAsync(Actor.From(context.User), FilterUrl.Read<RouteFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
        TableColumn<RouteRow>[] columns =
        [
            new(TutoringText.Column_Person, 34, x => x.Person.Full), new(TutoringText.Column_School, 44, x => x.School), new(TutoringText.Column_Tutor, 34, x => x.Tutor.Full),
            new(TutoringText.Column_Group, 26, x => x.Group), new(TutoringText.Column_Center, 26, x => x.Center), new(TutoringText.Column_From, 12, x => x.From), new(TutoringText.Column_To, 12, x => x.To),
            new(TutoringText.Column_Done, 18, x => x.Done), new(TutoringText.Column_Items, 14, x => x.Items), new(TutoringText.Column_Percent, 10, x => x.Percent),
            new(TutoringText.Column_Overdue, 12, x => x.Overdue), new(TutoringText.Column_Status, 14, x => RouteTexts.Of(x.Status)),
        ];
        return await ListDownload.OfAsync(TutoringText.Export_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
    }

    private static async Task<IResult> TutorsAsync(HttpContext context, TutorQueries tutors, NetworkClock clock, CancellationToken ct)
    {
        var rows = await tutors.AllAsync(Actor.From(context.User), FilterUrl.Read<RouteFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
        TableColumn<TutorRow>[] columns =
        [
            new(TutoringText.Column_Tutor, 34, x => x.Tutor.Full), new(TutoringText.Column_People, 12, x => x.People), new(TutoringText.Column_Active, 12, x => x.Active),
            new(TutoringText.Column_OverdueRoutes, 14, x => x.Overdue), new(TutoringText.Column_Closed, 12, x => x.Closed), new(TutoringText.Column_Cancelled, 12, x => x.Cancelled),
            new(TutoringText.Column_Done, 18, x => x.Done), new(TutoringText.Column_Items, 14, x => x.Items), new(TutoringText.Column_Percent, 10, x => x.Percent),
            new(TutoringText.Column_Groups, 44, x => string.Join(", ", x.Groups.Select(g => g.Name))),
        ];
        return await ListDownload.OfAsync(TutoringText.Export_TutorsFile, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
    }

    private static async Task<IResult> PdfAsync(int id, HttpContext context, RouteQueries routes, NetworkClock clock, CancellationToken ct)
    {
        if (await routes.DetailsAsync(Actor.From(context.User), id, ct) is not { } route) return Results.NotFound();
        using var pdf = new MemoryStream();
        RoutePdf.Write(pdf, route, clock.Today, clock.UtcNow);
        return Results.File(pdf.ToArray(), "application/pdf", $"{TutoringText.Pdf_File} {route.Person.Short}.pdf");
    }
}
