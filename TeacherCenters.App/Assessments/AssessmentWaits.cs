using TeacherCenters.Data;

namespace TeacherCenters.Assessments;

/// <summary>What waits in the assessment: the same words for the lists and for the day's start.</summary>
public static class AssessmentWaits
{
    /// <summary>A result that counts no longer than so many months is about to run out.</summary>
    public const int ExpiringMonths = 6;

    /// <summary>Sessions under way without the two assessors that every candidate needs.</summary>
    public static IQueryable<AssessmentSession> Unstaffed(this IQueryable<AssessmentSession> sessions) =>
        sessions.Where(x => x.Status != AssessmentSessionStatus.Closed && x.Assessors.Count < ScoringRules.Assessors);

    /// <summary>Sessions whose day is over and that nobody has closed: candidates without a mark, or without a result.</summary>
    public static IQueryable<AssessmentSession> Over(this IQueryable<AssessmentSession> sessions, DateOnly today) =>
        sessions.Where(x => x.Status == AssessmentSessionStatus.Open && x.Date < today);

    /// <summary>Results that run out within the months ahead, of people without a later assessment in the procedure.</summary>
    public static IQueryable<Assessment> Expiring(this IQueryable<Assessment> rows, AppDb db, DateOnly today)
    {
        var last = today.AddMonths(ExpiringMonths);
        return rows.Where(x => x.Status == AssessmentStatus.Completed && x.ValidTo >= today && x.ValidTo <= last
            && !db.Set<Assessment>().Any(a => a.PersonId == x.PersonId && a.ProcedureId == x.ProcedureId && a.Id > x.Id && a.Status != AssessmentStatus.Withdrawn));
    }
}
