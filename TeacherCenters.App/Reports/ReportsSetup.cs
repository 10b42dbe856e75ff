using MudBlazor;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Reports;

public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<TargetQueries>()
        .AddSingleton<PlanQueries>()
        .AddSingleton<TargetCommands>()
        .AddSingleton(new NavEntry(80, "/reports/targets", Icons.Material.Outlined.Insights, () => UiText.Nav_Targets, Permission.ViewReports));
}
