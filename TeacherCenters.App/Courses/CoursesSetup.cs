namespace TeacherCenters.Courses;

public static class CoursesSetup
{
    public static IServiceCollection AddCourses(this IServiceCollection services) => services
        .AddSingleton<CourseQueries>()
        .AddSingleton<CourseCommands>();
}
