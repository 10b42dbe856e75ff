namespace TeacherCenters.Events;

public static class EventSetup
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventQueries>();
        services.AddSingleton<EventCommands>();
        services.AddSingleton<SessionCommands>();
        return services;
    }
}
