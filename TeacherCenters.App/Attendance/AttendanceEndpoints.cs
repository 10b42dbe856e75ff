using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Attendance;

/// <summary>The papers of the register. What the asker may not see answers like what is not there.</summary>
public static class AttendanceEndpoints
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IEndpointRouteBuilder MapAttendance(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events/{id:int}/attendance.xlsx", WorkbookAsync).RequireAuthorization(nameof(Permission.ViewEvents)).LogExport();
        routes.MapGet("/events/{id:int}/sign-in-sheet.pdf", SignInAsync).RequireAuthorization(nameof(Permission.ViewEvents)).LogExport();
        return routes;
    }

    private static async Task<IResult> WorkbookAsync(int id, HttpContext context, AttendancePaperQueries papers, CancellationToken ct)
    {
        if (await papers.FactsAsync(Actor.From(context.User), id, ct) is not { } facts) return Results.NotFound();
        return Results.File(AttendanceWorkbook.Write(AttendancePapers.Workbook(facts)), Excel, $"Посещаемость {facts.Register.StartsOn:yyyy-MM-dd} № {id}.xlsx");
    }

    private static async Task<IResult> SignInAsync(int id, DateOnly? date, HttpContext context, AttendancePaperQueries papers, NetworkClock clock, CancellationToken ct)
    {
        if (await papers.FactsAsync(Actor.From(context.User), id, ct) is not { } facts) return Results.NotFound();
        var days = AttendancePapers.SignIn(facts, date);
        // With a body: without one the page "not found" would take over the answer.
        if (days.Count == 0) return Results.Text(ProblemTexts.Say(new Problem("SignInNoSessions")), "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        using var pdf = new MemoryStream();
        SignInSheetPdf.Write(pdf, days, days[0].Title, facts.Organisation, clock.UtcNow);
        return Results.File(pdf.ToArray(), "application/pdf");
    }
}
