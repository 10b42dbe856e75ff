namespace TeacherCenters.Completion;

public static class CompletionSetup
{
    public static IServiceCollection AddCompletion(this IServiceCollection services) =>
        services.AddSingleton<CompletionQueries>().AddSingleton<CompletionCommands>();
}
