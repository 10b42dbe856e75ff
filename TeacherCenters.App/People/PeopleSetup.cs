using MudBlazor;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.People;

public static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<PeopleQueries>()
        .AddSingleton<PersonCardQueries>()
        .AddSingleton<PeopleCommands>()
        .AddSingleton<EmploymentCommands>()
        .AddSingleton<SchoolQueries>()
        .AddSingleton<SchoolCommands>()
        .AddSingleton(new NavEntry(40, "/people", Icons.Material.Outlined.People, () => UiText.Nav_People, Permission.ViewPeople))
        .AddSingleton(new NavEntry(41, "/schools", Icons.Material.Outlined.School, () => UiText.Nav_Schools, Permission.ViewPeople) { Under = "/people" })
        .AddSingleton(provider => new PaletteSource(() => UiText.Nav_People, async (actor, text, ct) =>
            [.. (await provider.GetRequiredService<PeopleQueries>().SearchAsync(actor, text, 8, ct)).Select(x =>
                new PaletteHit(x.Name.Full, $"/people/{x.PublicKey}", x.Work?.School, Icons.Material.Outlined.Person))]));
}
