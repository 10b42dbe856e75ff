using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Courses;

/// <summary>The list of programmes as a workbook, with the same query string as its page.</summary>
public static class CourseEndpoints
{
    public static IEndpointRouteBuilder MapCourses(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/courses.xlsx", async (HttpContext context, CourseQueries courses, NetworkClock clock, CancellationToken ct) =>
        {
            var rows = await courses.AllAsync(Actor.From(context.User), FilterUrl.Read<CourseFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
            TableColumn<CourseRow>[] columns =
            [
                new(CoursesText.Column_Title, 60, x => x.Title), new(CoursesText.Column_Kind, 28, x => CourseTexts.Of(x.Kind)), new(CoursesText.Column_Hours, 8, x => x.Hours),
                new(CoursesText.Column_Form, 16, x => CourseTexts.Of(x.Form)), new(CoursesText.Column_Document, 42, x => CourseTexts.Of(x.Document)), new(CoursesText.Column_Direction, 30, x => x.Direction),
            ];
            return await ListDownload.OfAsync(CoursesText.Export_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
        }).RequireAuthorization(nameof(Permission.ViewEvents));
        return routes;
    }
}
