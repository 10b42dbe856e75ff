using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.People;

/// <summary>The lists of people and of schools as workbooks, with the same query string as their pages.</summary>
public static class PeopleEndpoints
{
    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people.xlsx", async (HttpContext context, PeopleQueries people, NetworkClock clock, CancellationToken ct) =>
        {
            // The insurance number goes out masked: a file travels further than a screen.
            TableColumn<PersonRow>[] columns =
            [
                new(PeopleText.Column_Family, 20, x => x.FamilyName), new(PeopleText.Column_Given, 16, x => x.GivenName), new(PeopleText.Column_Patronymic, 20, x => x.Patronymic),
                new(PeopleText.Column_Birth, 14, x => x.BirthDate, TableFormat.Date), new(PeopleText.Column_Snils, 16, x => x.SnilsMasked),
                new(PeopleText.Column_School, 50, x => x.Work?.School), new(PeopleText.Column_Municipality, 24, x => x.Work?.Municipality), new(PeopleText.Column_Position, 30, x => x.Work?.Position),
                new(PeopleText.Column_Category, 24, x => x.Work is { } work ? PeopleTexts.Of(work.Category) : null), new(PeopleText.Column_Phone, 20, x => x.Phone), new(PeopleText.Column_Email, 28, x => x.Email),
            ];
            return await ListDownload.OfAsync(PeopleText.Export_People, clock.Today, columns, people.AllAsync(Actor.From(context.User), FilterUrl.Read<PersonFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct), ct);
        }).RequireAuthorization(nameof(Permission.ViewPeople)).LogExport();

        routes.MapGet("/schools.xlsx", async (HttpContext context, SchoolQueries schools, NetworkClock clock, CancellationToken ct) =>
        {
            var rows = await schools.AllAsync(Actor.From(context.User), FilterUrl.Read<SchoolFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
            TableColumn<SchoolRow>[] columns =
            [
                new(PeopleText.School_Name, 60, x => x.Name), new(PeopleText.Column_Municipality, 28, x => x.Municipality), new(PeopleText.Column_Level, 28, x => PeopleTexts.Of(x.Level)),
            ];
            return await ListDownload.OfAsync(PeopleText.Export_Schools, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
        }).RequireAuthorization(nameof(Permission.ViewPeople));
        return routes;
    }
}
