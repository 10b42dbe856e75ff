using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Practices;

public static class PracticesSetup
{
    public static IServiceCollection AddPractices(this IServiceCollection services) => services
        .AddSingleton<PracticeQueries>()
        .AddSingleton<PracticeCommands>()
        .AddSingleton(new EventReference("EventShowsPractice", Permission.ViewEvents, (db, id) =>
            from showing in db.Set<PracticeShowing>()
            join of in db.Set<Practice>() on showing.PracticeId equals of.Id
            where showing.EventId == id
            orderby of.Id
            select new RestingOnEvent(of.CenterId, of.Title, of.Status == PracticeStatus.Published)))
        .AddSingleton(new Invariant("practices.files", PracticeInvariants.FilesAsync))
        .AddSingleton(new Invariant("practices.published", PracticeInvariants.PublishedAsync))
        .AddSingleton(new Invariant("practices.authors", PracticeInvariants.AuthorsAsync))
        .AddHistoryName<PracticeAuthor>(x => new NamedRow(x.Id, x.Person!.FamilyName + " " + x.Person.GivenName + " " + x.Person.Patronymic, null))
        .AddHistoryName<Practice>(x => new NamedRow(x.Id, x.Title, "/practices/" + x.Id))
        .AddSingleton(new NavEntry(34, "/practices", Icons.Material.Outlined.TipsAndUpdates, () => UiText.Nav_Practices, Permission.ViewEvents) { Under = "/events", Also = () => UiText.Also_Practices });
}
