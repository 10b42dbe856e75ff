using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Reports;

public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<TargetQueries>()
        .AddHistoryName<Target>(x => new NamedRow(x.Id, HistoryWords.Value(x.Figure) + ", " + x.Year, null))
        .AddHistoryName<Denominator>(db => x => new NamedRow(x.Id, db.Set<Municipality>().Where(m => m.Id == x.MunicipalityId).Select(m => m.ShortName).First() + ", " + x.Year + ", " + HistoryWords.Value(x.Group), null))
        .AddSingleton<NetworkQueries>()
        .AddSingleton<PlanQueries>()
        .AddSingleton<TargetCommands>()
        .AddSingleton(new Invariant("targets.headcounts", ReportsInvariants.HeadcountsAsync))
        .AddSingleton(new NavEntry(80, "/reports", Icons.Material.Outlined.Summarize, () => UiText.Nav_Reports, Permission.ViewReports) { Also = () => UiText.Also_Reports })
        .AddSingleton(new NavEntry(81, "/reports/targets", Icons.Material.Outlined.Insights, () => UiText.Nav_Targets, Permission.ViewReports) { Under = "/reports", Also = () => UiText.Also_Targets })
        .AddSingleton(new NavEntry(81, "/reports/targets/plan", Icons.Material.Outlined.EditNote, () => ReportsText.Plan_Title, Permission.EditTargets) { InMenu = false, Also = () => ReportsText.Plan_Also });
}
