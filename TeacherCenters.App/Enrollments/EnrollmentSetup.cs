namespace TeacherCenters.Enrollments;

public static class EnrollmentSetup
{
    public static IServiceCollection AddEnrollments(this IServiceCollection services) =>
        services.AddSingleton<EnrollmentQueries>().AddSingleton<EnrollmentCommands>()
            .AddSingleton<Import.ImportQueries>().AddSingleton<Import.ImportCommands>();
}
