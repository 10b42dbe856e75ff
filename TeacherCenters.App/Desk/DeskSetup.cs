using MudBlazor;
using TeacherCenters.Ui;

namespace TeacherCenters.Desk;

public static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<TodayQueries>().AddSingleton<FirstStepsQueries>().AddSingleton<NetworkCareQueries>();
        services.AddSingleton(new NavEntry(10, "/", Icons.Material.Outlined.Today, () => UiText.Nav_Today) { Also = () => UiText.Also_Today });
        return services;
    }
}
