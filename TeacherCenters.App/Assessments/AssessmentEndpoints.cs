using TeacherCenters.Documents;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Assessments;

/// <summary>The lists as workbooks, with the same query strings as their pages. Results are columns only for who may see them.</summary>
public static class AssessmentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assessments.xlsx", CandidatesAsync).RequireAuthorization(nameof(Permission.ViewAssessments)).LogExport();
        routes.MapGet("/assessments/sessions.xlsx", SessionsAsync).RequireAuthorization(nameof(Permission.ViewAssessments));
        routes.MapGet("/assessments/procedures.xlsx", ProceduresAsync).RequireAuthorization(nameof(Permission.ViewAssessments));
    }

    /// <summary>The columns of the list of candidates for one reader.</summary>
    public static IReadOnlyList<TableColumn<AssessmentRow>> Columns(Actor actor)
    {
        List<TableColumn<AssessmentRow>> columns =
        [
            new(AssessmentsText.Column_Name, 36, x => x.Name.Full), new(AssessmentsText.Column_School, 44, x => x.School), new(AssessmentsText.Column_Municipality, 24, x => x.Municipality),
            new(AssessmentsText.Column_Position, 28, x => x.Position), new(AssessmentsText.Column_Procedure, 44, x => x.Procedure), new(AssessmentsText.Column_Status, 20, x => AssessmentTexts.Of(x.Status)),
            new(AssessmentsText.Column_Applied, 12, x => x.AppliedOn, TableFormat.Date), new(AssessmentsText.Column_Consent, 12, x => x.ConsentOn, TableFormat.Date),
            new(AssessmentsText.Column_SessionDate, 12, x => x.SessionDate, TableFormat.Date), new(AssessmentsText.Column_SlotTime, 8, x => x.SlotStarts),
            new(AssessmentsText.Column_Completed, 14, x => x.CompletedOn, TableFormat.Date), new(AssessmentsText.Column_ValidTo, 14, x => x.ValidTo, TableFormat.Date),
        ];
        if (!actor.CanSomewhere(Permission.ViewAssessmentResults)) return columns;
        columns.AddRange(
        [
            new(AssessmentsText.Column_Level, 18, x => x.Level is { } level ? AssessmentTexts.Of(level) : null), new(AssessmentsText.Column_Points, 10, x => x.Points),
            new(AssessmentsText.Column_MaxPoints, 14, x => x.MaxPoints), new(AssessmentsText.Column_Percent, 10, x => x.Percent),
        ]);
        return columns;
    }

    private static async Task<IResult> CandidatesAsync(HttpContext context, AssessmentQueries queries, NetworkClock clock, CancellationToken ct)
    {
        var actor = Actor.From(context.User);
        var rows = await queries.AllAsync(actor, FilterUrl.Read<AssessmentFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
        return await ListDownload.OfAsync(AssessmentsText.Export_File, clock.Today, Columns(actor), rows.ToAsyncEnumerable(), ct);
    }

    private static async Task<IResult> SessionsAsync(HttpContext context, AssessmentSessionQueries queries, NetworkClock clock, CancellationToken ct)
    {
        var rows = await queries.AllAsync(Actor.From(context.User), FilterUrl.Read<AssessmentSessionFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
        TableColumn<AssessmentSessionRow>[] columns =
        [
            new(AssessmentsText.Column_SessionDate, 12, x => x.Date, TableFormat.Date), new(AssessmentsText.Column_Time, 14, x => EventTexts.Time(x.Starts, x.Ends)), new(AssessmentsText.Column_Procedure, 44, x => x.Procedure),
            new(AssessmentsText.Column_Center, 24, x => x.Center), new(AssessmentsText.Column_Room, 24, x => x.Room), new(AssessmentsText.Column_Seats, 10, x => x.Seats), new(AssessmentsText.Column_SeatsTaken, 10, x => x.SeatsTaken),
            new(AssessmentsText.Column_Assessors, 12, x => x.Assessors), new(AssessmentsText.Column_Status, 18, x => AssessmentTexts.Of(x.Status)),
        ];
        return await ListDownload.OfAsync(AssessmentsText.Sessions_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
    }

    private static async Task<IResult> ProceduresAsync(HttpContext context, AssessmentSessionQueries queries, NetworkClock clock, CancellationToken ct)
    {
        var rows = await queries.AllProceduresAsync(Actor.From(context.User), FilterUrl.Read<ProcedureFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
        TableColumn<ProcedureRow>[] columns =
        [
            new(AssessmentsText.Column_Procedure, 60, x => x.Title), new(AssessmentsText.Column_Center, 24, x => x.Center), new(AssessmentsText.Column_Criteria, 12, x => x.Criteria),
            new(AssessmentsText.Column_MaxPoints, 14, x => x.MaxPoints), new(AssessmentsText.Column_Candidates, 12, x => x.Candidates),
        ];
        return await ListDownload.OfAsync(AssessmentsText.Procedures_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
    }
}
