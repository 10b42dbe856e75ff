using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Reports;

/// <summary>The page of targets and the people behind a number as workbooks, with the query strings of their pages.</summary>
public static class ReportEndpoints
{
    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports/targets.xlsx", TargetsAsync).RequireAuthorization(nameof(Permission.ViewReports));
        routes.MapGet("/reports/targets/people.xlsx", PeopleAsync).RequireAuthorization(nameof(Permission.ViewReports)).LogExport();
        return routes;
    }

    private static async Task<IResult> TargetsAsync(HttpContext context, TargetQueries targets, CancellationToken ct)
    {
        var actor = Actor.From(context.User);
        var filter = FilterUrl.Read<TargetFilter>(context.Request.Query);
        // A category is chosen for one figure; the others count whom they always count.
        var boards = await targets.BoardsAsync(actor, [.. Enum.GetValues<TargetFigure>().Select(x => x == filter.Figure ? filter : filter with { Figure = x, Group = null, Everybody = false })], ct);
        var of = boards[0];
        var scope = of.IsWhole ? null : Phrase.Of(ReportsText.Book_Scope, string.Join(", ", of.Centers.Select(x => x.Name)));
        return Results.File(TargetWorkbook.Write(boards, scope), ListDownload.ContentType, $"{ReportsText.Targets_Title} {of.Year} ({of.AsOf:yyyy-MM-dd}).xlsx");
    }

    private static async Task<IResult> PeopleAsync(HttpContext context, TargetQueries targets, CancellationToken ct)
    {
        var actor = Actor.From(context.User);
        var filter = FilterUrl.Read<TargetPeopleFilter>(context.Request.Query);
        var list = await targets.AllPeopleAsync(actor, filter, FilterUrl.Order(context.Request.Query), ct);
        return await ListDownload.OfAsync(ReportsText.People_Export, list.Head.Period.To!.Value, Columns(list, filter.Participations), list.Items.ToAsyncEnumerable(), ct);
    }

    public static IReadOnlyList<TableColumn<TargetPersonRow>> Columns(TargetPeople list, bool participations) =>
    [
        new($"{ReportsText.Column_Name} ({TargetTexts.Of(list.Count)})", 58, x => x.Name.Full), new(ReportsText.Column_School, 44, x => x.School), new(ReportsText.Column_Municipality, 26, x => x.Municipality),
        new(ReportsText.Column_Position, 30, x => x.Position), new(ReportsText.Column_Group, 26, x => x.Category is { } category ? PeopleTexts.Of(category) : null),
        new(ReportsText.Column_Center, 28, x => x.Center), new(participations ? ReportsText.Column_Counted : ReportsText.Column_What, 50, TargetTexts.What), new(ReportsText.Column_Day, 14, x => x.Day, TableFormat.Date),
        new(ReportsText.Column_Times, 10, x => x.Times),
    ];
}
