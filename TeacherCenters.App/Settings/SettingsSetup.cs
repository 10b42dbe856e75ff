using System.Globalization;
using System.Net.Mime;
using System.Text;
using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Ui;

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
        services.AddSingleton<SettingsQueries>();
        services.AddSingleton<StoreQueries>();
        services.AddHistoryName<SettingsEdition>(x => new NamedRow(x.Id, string.Format(CultureInfo.CurrentCulture, SettingsText.Since, HistoryWords.Value(x.ValidFrom)), null));
        services.AddSingleton(new HistoryDocument(nameof(SettingsEdition), nameof(SettingsEdition.Json), typeof(NetworkSettings)));
        services.AddSingleton(new NavEntry(900, "/admin/settings", Icons.Material.Outlined.Settings, () => UiText.Nav_Settings, Permission.EditSettings) { Also = () => UiText.Also_Settings });
        services.AddSingleton(new NavEntry(930, "/admin/store", Icons.Material.Outlined.Storage, () => SettingsText.Store_Nav, Permission.EditSettings) { Under = "/admin/settings", Also = () => SettingsText.Also_Store });
        return services;
    }

    public static IEndpointRouteBuilder MapSettings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin/check.txt", (HttpContext context, CheckCommands checks) =>
        {
            Actor.From(context.User).Demand(Permission.EditSettings, null);
            return Results.Text(checks.Last is { } check ? SettingsTexts.Report(check) : SettingsText.Check_Never, MediaTypeNames.Text.Plain, Encoding.UTF8);
        }).RequireAuthorization(nameof(Permission.EditSettings));
        return routes;
    }
}
