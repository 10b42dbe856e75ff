namespace TeacherCenters.Centers;

public static class CentersSetup
{
    public static IServiceCollection AddCenters(this IServiceCollection services) => services
        .AddSingleton<CenterQueries>()
        .AddSingleton<CenterCommands>();
}
