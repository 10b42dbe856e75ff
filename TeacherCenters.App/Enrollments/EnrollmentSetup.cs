using TeacherCenters.Enrollments.Import;

namespace TeacherCenters.Enrollments;

public static class EnrollmentSetup
{
    public static IServiceCollection AddEnrollments(this IServiceCollection services) => services
        .AddSingleton<EnrollmentQueries>()
        .AddSingleton<EnrollmentCommands>()
        .AddSingleton<ImportQueries>()
        .AddSingleton<ImportCommands>()
        .AddSingleton<ImportFiles>()
        .AddSingleton<ImportResults>();

    public static IEndpointRouteBuilder MapEnrollments(this IEndpointRouteBuilder routes)
    {
        EnrollmentEndpoints.Map(routes);
        return routes;
    }
}
