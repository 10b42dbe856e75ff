using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring;

/// <summary>The list of pairs as a workbook, with the same query string as its page.</summary>
public static class MentoringEndpoints
{
    public static IEndpointRouteBuilder MapMentoring(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mentoring.xlsx", async (HttpContext context, MentorshipQueries pairs, NetworkClock clock, CancellationToken ct) =>
        {
            var rows = await pairs.AllAsync(Actor.From(context.User), FilterUrl.Read<MentorshipFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
            TableColumn<MentorshipRow>[] columns =
            [
                new(MentoringText.Column_Mentee, 36, x => x.Mentee.Full), new(MentoringText.Column_Mentor, 36, x => x.Mentor.Full), new(MentoringText.Column_Center, 28, x => x.Center),
                new(MentoringText.Column_School, 44, x => x.School), new(MentoringText.Column_Municipality, 24, x => x.Municipality), new(MentoringText.Column_Position, 30, x => x.Position),
                new(MentoringText.Column_Direction, 26, x => MentoringTexts.Of(x.Direction)), new(MentoringText.Column_Form, 24, x => MentoringTexts.Of(x.Form)),
                new(MentoringText.Column_From, 12, x => x.From), new(MentoringText.Column_To, 12, x => x.To), new(MentoringText.Column_Status, 22, x => MentoringTexts.Of(x.Status)),
                new(MentoringText.Column_OrderNumber, 12, x => x.OrderNumber), new(MentoringText.Column_OrderDate, 14, x => x.OrderDate, TableFormat.Date),
                new(MentoringText.Column_MentorConsent, 20, x => x.MentorConsentOn, TableFormat.Date), new(MentoringText.Column_MenteeConsent, 24, x => x.MenteeConsentOn, TableFormat.Date),
                new(MentoringText.Column_Meetings, 10, x => x.Meetings), new(MentoringText.Column_LastMeeting, 18, x => x.LastMeetingOn, TableFormat.Date),
                new(MentoringText.Column_EndedOn, 14, x => x.EndedOn, TableFormat.Date), new(MentoringText.Column_EndReason, 28, x => x.EndReason is { } reason ? MentoringTexts.Of(reason) : null),
            ];
            return await ListDownload.OfAsync(MentoringText.Export_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
        }).RequireAuthorization(nameof(Permission.ViewMentoring)).LogExport();
        return routes;
    }
}
