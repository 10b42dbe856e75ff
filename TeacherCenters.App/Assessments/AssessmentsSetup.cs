using Microsoft.EntityFrameworkCore;
using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
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
        .AddHistoryName<AssessmentSlot>(x => new NamedRow(x.Id, DayText.Of(x.Session!.Date) + ", " + AssessmentRules.Time(x.Starts), "/assessments/sessions/" + x.SessionId))
        .AddHistoryName<AssessmentSession>(x => new NamedRow(x.Id, DayText.Of(x.Date) + ", " + x.Procedure!.Title, "/assessments/sessions/" + x.Id))
        .AddAssessmentInvariants()
        .AddAssessmentMasks()
        // Beside each other in the order in which they are needed; attestation comes after them with 61.
        .AddSingleton(new NavEntry(60, "/assessments", Icons.Material.Outlined.FactCheck, () => UiText.Nav_Assessments, Permission.ViewAssessments) { Also = () => UiText.Also_Assessments })
        .AddSingleton(new NavEntry(60, "/assessments/sessions", Icons.Material.Outlined.EventSeat, () => AssessmentsText.Nav_Sessions, Permission.ViewAssessments) { Under = "/assessments", Also = () => AssessmentsText.Also_Sessions })
        .AddSingleton(new NavEntry(60, "/assessments/procedures", Icons.Material.Outlined.Rule, () => AssessmentsText.Nav_Procedures, Permission.ViewAssessments) { Under = "/assessments", Also = () => AssessmentsText.Also_Procedures })
        .AddSingleton(new NavEntry(60, "/assessments/scoring", Icons.Material.Outlined.Grading, () => AssessmentsText.Nav_Scoring, Permission.ScoreAssessments) { Under = "/assessments", Also = () => AssessmentsText.Also_Scoring });

    /// <summary>What shown history hides: points and level from whoever may not see results in the center of the act, and from everybody until they are a result.</summary>
    public static IServiceCollection AddAssessmentMasks(this IServiceCollection services)
    {
        foreach (var property in new[] { nameof(Assessment.Points), nameof(Assessment.MaxPoints), nameof(Assessment.Percent), nameof(Assessment.LevelReached) })
        {
            // As in every query: what is scored is no result before the session is done, and never after a withdrawal.
            services.AddSingleton(new MaskedProperty(nameof(Assessment), property, Permission.ViewAssessmentResults)
            {
                Told = (db, ids, ct) => db.Set<Assessment>().Where(x => ids.Contains(x.Id) && x.Status == AssessmentStatus.Completed).Select(x => x.Id).ToListAsync(ct),
            });
        }
        foreach (var property in new[] { nameof(AssessorScore.Points), nameof(AssessorScore.Total) })
        {
            services.AddSingleton(new MaskedProperty(nameof(AssessorScore), property, Permission.ViewAssessmentResults)
            {
                // What an assessor has not marked final is the assessor's own: administrators do not look over the shoulder either.
                Settled = values => values[nameof(AssessorScore.IsFinal)]?.GetValue<bool>() == true,
                Told = (db, ids, ct) => db.Set<AssessorScore>()
                    .Where(x => ids.Contains(x.Id) && db.Set<Assessment>().Any(a => a.Id == x.AssessmentId && a.Status == AssessmentStatus.Completed)).Select(x => x.Id).ToListAsync(ct),
            });
        }
        return services;
    }

    public static IEndpointRouteBuilder MapAssessments(this IEndpointRouteBuilder routes)
    {
        AssessmentEndpoints.Map(routes);
        return routes;
    }
}
