using TeacherCenters.Security;

namespace TeacherCenters.Assessments;

/// <summary>Whose sessions, candidates and procedures the actor sees; results are another right.</summary>
public static class AssessmentVisibility
{
    public static IQueryable<Assessment> VisibleTo(this IQueryable<Assessment> rows, Actor actor) =>
        actor.CentersFor(Permission.ViewAssessments) is { } centers ? rows.Where(x => centers.Contains(x.CenterId)) : rows;

    public static IQueryable<AssessmentSession> VisibleTo(this IQueryable<AssessmentSession> rows, Actor actor) =>
        actor.CentersFor(Permission.ViewAssessments) is { } centers ? rows.Where(x => centers.Contains(x.CenterId)) : rows;

    public static IQueryable<AssessmentProcedure> VisibleTo(this IQueryable<AssessmentProcedure> rows, Actor actor) =>
        actor.CentersFor(Permission.ViewAssessments) is { } centers ? rows.Where(x => centers.Contains(x.CenterId)) : rows;
}
