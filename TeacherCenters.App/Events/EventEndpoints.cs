using TeacherCenters.Courses;
using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Events;

/// <summary>The list of events as a workbook, with the same query string as its page.</summary>
public static class EventEndpoints
{
    public static IEndpointRouteBuilder MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events.xlsx", async (HttpContext context, EventQueries events, NetworkClock clock, CancellationToken ct) =>
        {
            var rows = await events.AllAsync(Actor.From(context.User), FilterUrl.Read<EventFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
            TableColumn<EventRow>[] columns =
            [
                new(EventsText.Column_Title, 60, x => x.Title), new(EventsText.Column_Center, 28, x => x.Center), new(EventsText.Column_Kind, 28, x => CourseTexts.Of(x.Kind)),
                new(EventsText.Column_Starts, 12, x => x.StartsOn), new(EventsText.Column_Ends, 12, x => x.EndsOn), new(EventsText.Column_Hours, 8, x => x.Hours),
                new(EventsText.Export_Taken, 14, x => x.HasSeats ? x.Seats : null), new(EventsText.Column_Capacity, 12, x => x.HasSeats ? x.Capacity : null), new(EventsText.Export_Studied, 12, x => x.Status == EventStatus.Completed ? x.Studied : null), new(EventsText.Column_Status, 16, x => EventTexts.Of(x.Status)),
            ];
            return await ListDownload.OfAsync(EventsText.Export_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
        }).RequireAuthorization(nameof(Permission.ViewEvents));
        return routes;
    }
}
