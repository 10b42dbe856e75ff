using TeacherCenters.Documents;
using TeacherCenters.Enrollments.Import;
using TeacherCenters.Events;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Enrollments;

/// <summary>Lists that go out. What the actor may not see is as good as absent.</summary>
internal static class EnrollmentEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events/{id:int}/participants.xlsx", ParticipantsAsync).RequireAuthorization(nameof(Permission.ViewEvents)).LogExport();
        routes.MapGet("/events/{id:int}/import/{key:guid}/refused.xlsx", Refused).RequireAuthorization(nameof(Permission.ManageEnrollments)).LogExport();
    }

    private static async Task<IResult> ParticipantsAsync(int id, HttpContext context, EnrollmentQueries queries)
    {
        var actor = Actor.From(context.User);
        if (await queries.HeadAsync(actor, id, context.RequestAborted) is null) return Results.NotFound();
        var rows = await queries.AllAsync(actor, id, FilterUrl.Read<EnrollmentFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), context.RequestAborted);
        var numbered = rows.Select((x, i) => (No: i + 1, Row: x));
        return File(EnrollmentsText.File, EnrollmentsText.Sheet,
        [
            new(EnrollmentsText.Column_No, 6, x => x.No),
            new(EnrollmentsText.Column_Name, 36, x => x.Row.Name.Full),
            new(EnrollmentsText.Column_School, 44, x => x.Row.School),
            new(EnrollmentsText.Column_Municipality, 24, x => x.Row.Municipality),
            new(EnrollmentsText.Column_Position, 28, x => x.Row.Position),
            new(EnrollmentsText.Column_Status, 18, x => EnrollmentTexts.Of(x.Row.Status)),
            new(EnrollmentsText.Column_Order, 12, x => x.Row.OrderNumber),
            new(EnrollmentsText.Column_OrderDate, 14, x => x.Row.OrderDate, TableFormat.Date),
            new(EnrollmentsText.Column_ExpulsionOrder, 12, x => x.Row.ExpulsionOrderNumber),
            new(EnrollmentsText.Column_ExpulsionOrderDate, 14, x => x.Row.ExpulsionOrderDate, TableFormat.Date),
            new(EnrollmentsText.Column_Funding, 26, x => EventTexts.Of(x.Row.Funding)),
            new(EnrollmentsText.Column_Reason, 40, x => EnrollmentTexts.Reason(x.Row)),
        ], numbered);
    }

    private static IResult Refused(int id, Guid key, HttpContext context, ImportResults results)
    {
        if (results.Find(Actor.From(context.User), id, key) is not { } rows) return Results.NotFound();
        return File(ImportText.RefusedFile, ImportText.RefusedSheet,
        [
            new(ImportText.Column_Sheet, 16, x => x.Sheet),
            new(ImportText.Column_Row, 8, x => x.Line),
            new(ImportText.NameWritten, 36, x => x.Written),
            new(ImportText.Column_Letter, 9, x => x.Column),
            new(ImportText.Column_Heading, 24, x => x.Heading),
            new(ImportText.Column_Reason, 70, x => ProblemTexts.Say(x.Reason)),
        ], rows);
    }

    private static IResult File<T>(string name, string sheet, IReadOnlyList<TableColumn<T>> columns, IEnumerable<T> rows)
    {
        var output = new MemoryStream();
        TableExport.Write(output, sheet, columns, rows);
        output.Position = 0;
        return Results.File(output, Xlsx, name + ".xlsx");
    }
}
