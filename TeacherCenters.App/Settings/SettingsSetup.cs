namespace TeacherCenters.Settings;

public static class SettingsSetup
{
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new NetworkClock(
            provider.GetRequiredService<TimeProvider>(),
            TimeZoneInfo.FindSystemTimeZoneById(configuration["TeacherCenters:TimeZone"] ?? "Europe/Moscow")));
        services.AddSingleton<SettingsCommands>();
        return services;
    }
}
