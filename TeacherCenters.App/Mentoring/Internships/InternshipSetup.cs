using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Documents;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring.Internships;

public static class InternshipSetup
{
    public static IServiceCollection AddInternships(this IServiceCollection services) => services
        .AddSingleton<InternshipQueries>()
        .AddSingleton<InternshipCommands>()
        .AddHistoryName<Internship>(db => x => new NamedRow(x.Id, db.Set<Person>().Where(p => p.Id == x.PersonId).Select(p => p.FamilyName + " " + p.GivenName).First(), "/internships/" + x.Id))
        .AddSingleton(new EventReference("EventHasInternship", Permission.ViewMentoring, (db, id) =>
            from of in db.Set<Internship>()
            join person in db.Set<Person>() on of.PersonId equals person.Id
            where of.EventId == id
            orderby of.Id
            select new RestingOnEvent(of.CenterId, new PersonName(person.FamilyName, person.GivenName, person.Patronymic).Short, false)))
        .AddSingleton(new Invariant("internships.overlaps", InternshipInvariants.OverlapsAsync))
        .AddSingleton(new Invariant("internships.papers", InternshipInvariants.PapersAsync))
        .AddSingleton(new NavEntry(52, "/internships", Icons.Material.Outlined.Badge, () => UiText.Nav_Internships, Permission.ViewMentoring) { Under = "/mentoring", Also = () => UiText.Also_Internships });

    /// <summary>The list as a workbook, with the same query string as its page.</summary>
    public static IEndpointRouteBuilder MapInternships(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/internships.xlsx", async (HttpContext context, InternshipQueries internships, NetworkClock clock, CancellationToken ct) =>
        {
            var rows = await internships.AllAsync(Actor.From(context.User), FilterUrl.Read<InternshipFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
            TableColumn<InternshipRow>[] columns =
            [
                new(InternshipsText.Column_Person, 34, x => x.Person.Full), new(InternshipsText.Column_School, 44, x => x.School), new(InternshipsText.Column_Position, 24, x => x.Position),
                new(InternshipsText.Column_Host, 44, x => x.Host), new(InternshipsText.Column_Supervisor, 28, x => x.Supervisor), new(InternshipsText.Column_Center, 26, x => x.Center),
                new(InternshipsText.Column_From, 12, x => x.From), new(InternshipsText.Column_To, 12, x => x.To), new(InternshipsText.Column_Hours, 8, x => x.Hours),
                new(InternshipsText.Column_State, 16, x => InternshipTexts.Of(x.State)), new(InternshipsText.Column_Report, 16, x => x.ReportReceivedOn),
                new(InternshipsText.Column_Result, 14, x => x.Result is { } result ? InternshipTexts.Of(result) : null),
            ];
            return await ListDownload.OfAsync(InternshipsText.Export_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
        }).RequireAuthorization(nameof(Permission.ViewMentoring)).LogExport();
        return routes;
    }
}
