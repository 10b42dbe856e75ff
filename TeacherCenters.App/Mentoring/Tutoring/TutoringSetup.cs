using MudBlazor;
using TeacherCenters.Data;
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
        .AddSingleton(new Invariant("routes.people", RouteInvariants.PeopleAsync))
        .AddSingleton(new Invariant("routes.items", RouteInvariants.ItemsAsync))
        .AddSingleton(new NavEntry(51, "/tutoring", Icons.Material.Outlined.Route, () => UiText.Nav_Tutoring, Permission.ViewMentoring) { Under = "/mentoring" });
}
