using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring.Tutoring;

public static class TutoringSetup
{
    public static IServiceCollection AddTutoring(this IServiceCollection services) => services
        .AddSingleton<RouteQueries>()
        .AddSingleton<TutorQueries>()
        .AddSingleton<RouteCommands>()
        .AddSingleton<RouteItemCommands>()
        .AddHistoryName<RouteItem>(x => new NamedRow(x.Id, x.Title ?? "№ " + x.Id, "/tutoring/" + x.RouteId))
        .AddHistoryName<LearningRoute>(db => x => new NamedRow(x.Id, db.Set<Person>().Where(p => p.Id == x.PersonId).Select(p => p.FamilyName + " " + p.GivenName).First(), "/tutoring/" + x.Id))
        .AddHistoryName<TutorGroup>(x => new NamedRow(x.Id, x.Name, null))
        .AddSingleton(new EventReference("EventInRoute", Permission.ViewMentoring, (db, id) =>
            from item in db.Set<RouteItem>()
            join of in db.Set<LearningRoute>() on item.RouteId equals of.Id
            join person in db.Set<Person>() on of.PersonId equals person.Id
            where item.EventId == id
            orderby of.Id
            select new RestingOnEvent(of.CenterId, new PersonName(person.FamilyName, person.GivenName, person.Patronymic).Short, false)))
        .AddSingleton(new Invariant("routes.people", RouteInvariants.PeopleAsync))
        .AddSingleton(new Invariant("routes.items", RouteInvariants.ItemsAsync))
        .AddSingleton(new NavEntry(51, "/tutoring", Icons.Material.Outlined.Route, () => UiText.Nav_Tutoring, Permission.ViewMentoring) { Under = "/mentoring", Also = () => UiText.Also_Tutoring });
}
