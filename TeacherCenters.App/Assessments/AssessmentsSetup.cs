using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Assessments;

public static class AssessmentsSetup
{
    public static IServiceCollection AddAssessments(this IServiceCollection services) => services
        .AddSingleton<AssessmentQueries>()
        .AddSingleton<AssessmentSessionQueries>()
        .AddSingleton<ScoringQueries>()
        .AddSingleton<AssessmentCommands>()
        .AddSingleton<AssessmentSessionCommands>()
        .AddSingleton<ProcedureCommands>()
        .AddSingleton<ScoringCommands>()
        .AddHistoryName<Assessment>(x => new NamedRow(x.Id, x.Person!.FamilyName + " " + x.Person.GivenName + (x.Person.Patronymic == null ? "" : " " + x.Person.Patronymic), "/assessments/" + x.Id))
        .AddHistoryName<AssessmentProcedure>(x => new NamedRow(x.Id, x.Title, null))
        .AddHistoryName<AssessmentCriterion>(x => new NamedRow(x.Id, x.Title, null))
        .AddHistoryName<AssessmentSlot>(x => new NamedRow(x.Id, EventTexts.Day(x.Session!.Date) + ", " + AssessmentRules.Time(x.Starts), "/assessments/sessions/" + x.SessionId))
        .AddHistoryName<AssessmentSession>(x => new NamedRow(x.Id, EventTexts.Day(x.Date) + ", " + x.Procedure!.Title, "/assessments/sessions/" + x.Id))
        .AddAssessmentInvariants()
        .AddAssessmentMasks()
        // Beside each other in the order in which they are needed; attestation comes after them with 61.
        .AddSingleton(new NavEntry(60, "/assessments", Icons.Material.Outlined.FactCheck, () => UiText.Nav_Assessments, Permission.ViewAssessments))
        .AddSingleton(new NavEntry(60, "/assessments/sessions", Icons.Material.Outlined.EventSeat, () => AssessmentsText.Nav_Sessions, Permission.ViewAssessments) { Under = "/assessments" })
        .AddSingleton(new NavEntry(60, "/assessments/procedures", Icons.Material.Outlined.Rule, () => AssessmentsText.Nav_Procedures, Permission.ViewAssessments) { Under = "/assessments" })
        .AddSingleton(new NavEntry(60, "/assessments/scoring", Icons.Material.Outlined.Grading, () => AssessmentsText.Nav_Scoring, Permission.ScoreAssessments) { Under = "/assessments" });

    /// <summary>What shown history hides from whoever may not see results in the center of the act.</summary>
    public static IServiceCollection AddAssessmentMasks(this IServiceCollection services)
    {
        foreach (var property in new[] { nameof(Assessment.Points), nameof(Assessment.MaxPoints), nameof(Assessment.Percent), nameof(Assessment.LevelReached) })
            services.AddSingleton(new MaskedProperty(nameof(Assessment), property, Permission.ViewAssessmentResults));
        foreach (var property in new[] { nameof(AssessorScore.Points), nameof(AssessorScore.Total) })
            // What an assessor has not marked final is the assessor's own: administrators do not look over the shoulder either.
            services.AddSingleton(new MaskedProperty(nameof(AssessorScore), property, Permission.ViewAssessmentResults) { Settled = values => values[nameof(AssessorScore.IsFinal)]?.GetValue<bool>() == true });
        return services;
    }

    public static IEndpointRouteBuilder MapAssessments(this IEndpointRouteBuilder routes)
    {
        AssessmentEndpoints.Map(routes);
        return routes;
    }
}
