namespace TeacherCenters.People;

public static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<PeopleQueries>()
        .AddSingleton<PersonCardQueries>()
        .AddSingleton<PeopleCommands>()
        .AddSingleton<EmploymentCommands>()
        .AddSingleton<SchoolQueries>()
        .AddSingleton<SchoolCommands>();
}
