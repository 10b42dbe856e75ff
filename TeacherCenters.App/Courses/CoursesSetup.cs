using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Courses;

public static class CoursesSetup
{
    public static IServiceCollection AddCourses(this IServiceCollection services) => services
        .AddSingleton<CourseQueries>()
        .AddSingleton<CourseCommands>()
        .AddHistoryName<Course>(x => new NamedRow(x.Id, x.Title, null))
        .AddSingleton(new NavEntry(32, "/courses", Icons.Material.Outlined.MenuBook, () => UiText.Nav_Courses, Permission.ViewEvents) { Under = "/events", Also = () => UiText.Also_Courses });
}
