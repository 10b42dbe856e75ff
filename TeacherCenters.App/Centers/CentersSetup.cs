using MudBlazor;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Centers;

public static class CentersSetup
{
    public static IServiceCollection AddCenters(this IServiceCollection services) => services
        .AddSingleton<CenterQueries>()
        .AddSingleton<CenterCommands>()
        .AddScoped(provider => new CenterChoices(async (actor, ct) =>
            [.. (await provider.GetRequiredService<CenterQueries>().ChoicesAsync(actor, ct: ct)).Select(x => new CenterChoice(x.Id, x.Name))]))
        .AddSingleton(new NavEntry(910, "/centers", Icons.Material.Outlined.AccountBalance, () => UiText.Nav_Centers, Permission.ViewEvents));
}
