using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments;

/// <summary>Shapes of procedures and sessions: what may be stored as a form says. Pure functions.</summary>
public static class SessionRules
{
    public const int MostPoints = 1000;

    private const int MostMinutes = 600;
    private const int MostSeats = 500;

    /// <returns>
    /// <c>AssessmentCenterMissing</c>, <c>ProcedureMissing</c>, <c>SessionDateMissing</c>, <c>SessionTimesMissing</c>, <c>SessionEndsBeforeStart</c>,
    /// <c>SlotMinutesRange</c> (least, most), <c>SlotSeatsRange</c> (most), <c>RoomTooSmall</c> (its capacity).
    /// </returns>
    /// <param name="roomCapacity">Null without a room.</param>
    public static Problem? Check(AssessmentSessionForm form, int? roomCapacity)
    {
        if (form.CenterId is null) return new Problem("AssessmentCenterMissing").At(nameof(form.CenterId));
        if (form.ProcedureId is null) return new Problem("ProcedureMissing").At(nameof(form.ProcedureId));
        if (form.Date is null) return new Problem("SessionDateMissing").At(nameof(form.Date));
        if (form.Starts is not { } starts || form.Ends is not { } ends) return new Problem("SessionTimesMissing").At(nameof(form.Starts));
        if (ends <= starts) return new Problem("SessionEndsBeforeStart").At(nameof(form.Ends));
        if (form.SlotMinutes is not (>= 5 and <= MostMinutes)) return new Problem("SlotMinutesRange", 5, MostMinutes).At(nameof(form.SlotMinutes));
        if (form.SeatsPerSlot is not (>= 1 and <= MostSeats)) return new Problem("SlotSeatsRange", MostSeats).At(nameof(form.SeatsPerSlot));
        return form.SeatsPerSlot > roomCapacity ? new Problem("RoomTooSmall", roomCapacity).At(nameof(form.RoomId)) : null;
    }

    /// <returns><c>AssessmentCenterMissing</c>, <c>CriteriaMissing</c>, <c>CriterionTitleMissing</c> (its place), <c>CriterionPointsRange</c> (title, most).</returns>
    public static Problem? Check(ProcedureForm form)
    {
        if (form.CenterId is null) return new Problem("AssessmentCenterMissing").At(nameof(form.CenterId));
        if (form.Criteria.Count == 0) return new Problem("CriteriaMissing").At(nameof(form.Criteria));
        for (var i = 0; i < form.Criteria.Count; i++)
        {
            var criterion = form.Criteria[i];
            if (string.IsNullOrWhiteSpace(criterion.Title)) return new Problem("CriterionTitleMissing", i + 1).At(nameof(form.Criteria));
            if (criterion.MaxPoints is not (>= 1 and <= MostPoints)) return new Problem("CriterionPointsRange", criterion.Title.Trim(), MostPoints).At(nameof(form.Criteria));
        }
        return null;
    }

    /// <returns><c>AssessmentCenterMissing</c>, <c>ProcedureMissing</c>, <c>CandidateMissing</c>, <c>AppliedOnMissing</c>, <c>ConsentMissing</c>, <c>DayInFuture</c>.</returns>
    public static Problem? Check(ApplicationForm form, DateOnly today)
    {
        if (form.CenterId is null) return new Problem("AssessmentCenterMissing").At(nameof(form.CenterId));
        if (form.ProcedureId is null) return new Problem("ProcedureMissing").At(nameof(form.ProcedureId));
        if (form.PersonKey is null) return new Problem("CandidateMissing").At(nameof(form.PersonKey));
        if (form.AppliedOn is not { } applied) return new Problem("AppliedOnMissing").At(nameof(form.AppliedOn));
        if (applied > today) return new Problem("DayInFuture").At(nameof(form.AppliedOn));
        // Without the written consent nothing may begin (152-FZ).
        if (form.ConsentOn is not { } consent) return new Problem("ConsentMissing").At(nameof(form.ConsentOn));
        return consent > today ? new Problem("DayInFuture").At(nameof(form.ConsentOn)) : null;
    }
}
