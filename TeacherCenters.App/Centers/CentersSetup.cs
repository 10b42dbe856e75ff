using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Centers;

public static class CentersSetup
{
    public static IServiceCollection AddCenters(this IServiceCollection services) => services
        .AddSingleton<CenterQueries>()
        .AddSingleton<CenterCommands>()
        .AddHistoryName<Center>(x => new NamedRow(x.Id, x.ShortName, null))
        .AddHistoryName<Room>(x => new NamedRow(x.Id, x.Name, null))
        .AddHistoryName<Signatory>(x => new NamedRow(x.Id, x.PrintedName, null))
        .AddScoped(provider => new CenterChoices(async (actor, ct) =>
            [.. (await provider.GetRequiredService<CenterQueries>().ChoicesAsync(actor, ct: ct)).Select(x => new CenterChoice(x.Id, x.Name))]))
        .AddSingleton(new NavEntry(910, "/centers", Icons.Material.Outlined.AccountBalance, () => UiText.Nav_Centers, Permission.ViewEvents) { Also = () => UiText.Also_Centers });
}
