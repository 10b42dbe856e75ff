using MudBlazor;
using TeacherCenters.Centers;
using TeacherCenters.Data;
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
        .AddSingleton<MunicipalityList>()
        .AddSingleton<StoreBeginning>(provider => provider.GetRequiredService<MunicipalityList>().FillAsync)
        .AddSingleton(new Invariant("people.words", PeopleInvariants.WordsAsync))
        .AddHistoryName<Person>(x => new NamedRow(x.Id, x.FamilyName + " " + x.GivenName + (x.Patronymic == null ? "" : " " + x.Patronymic), "/people/" + x.PublicKey))
        .AddHistoryName<PersonLink>(db => x => new NamedRow(x.Id, db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(), null))
        .AddHistoryName<School>(x => new NamedRow(x.Id, x.Name, null))
        .AddHistoryName<Municipality>(x => new NamedRow(x.Id, x.ShortName, null))
        .AddHistoryName<Employment>(x => new NamedRow(x.Id, x.Position, null))
        .AddSingleton(new NavEntry(40, "/people", Icons.Material.Outlined.People, () => UiText.Nav_People, Permission.ViewPeople) { Also = () => UiText.Also_People })
        .AddSingleton(new NavEntry(41, "/schools", Icons.Material.Outlined.School, () => UiText.Nav_Schools, Permission.ViewPeople) { Under = "/people", Also = () => UiText.Also_Schools })
        .AddSingleton(provider => new PaletteSource(() => UiText.Nav_People, async (actor, text, ct) =>
            [.. (await provider.GetRequiredService<PeopleQueries>().SearchAsync(actor, text, 8, ct)).Select(x =>
                new PaletteHit(x.Name.Full, $"/people/{x.PublicKey}", x.Work?.School, Icons.Material.Outlined.Person))]));
}
