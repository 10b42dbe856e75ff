using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Assessments;

public enum AssessmentStatus
{
    Applied,
    Checked,
    Booked,
    TookPlace,
    NoShow,
    Scored,
    Completed,
    Withdrawn,
}

public enum AssessmentLevel
{
    BelowBasic,
    Basic,
    Advanced,
    High,
}

/// <summary>
/// One candidate's independent assessment, from the application to the level. Voluntary, and the result is the teacher's: who may
/// see points and level is decided in every query, here stands all of it. The workplace is copied on the day.
/// </summary>
public sealed class Assessment : Entity
{
    public required int CenterId { get; init; }

    public required int ProcedureId { get; init; }

    public AssessmentProcedure? Procedure { get; init; }

    public int PersonId { get; init; }

    public Person? Person { get; init; }

    public AssessmentStatus Status { get; private set; } = AssessmentStatus.Applied;

    /// <summary>When the status last changed, UTC.</summary>
    public required DateTime StatusAt { get; set; }

    public required DateOnly AppliedOn { get; set; }

    /// <summary>Day of the written consent to the assessment and to the use of its data.</summary>
    public required DateOnly ConsentOn { get; set; }

    public int? SlotId { get; private set; }

    public AssessmentSlot? Slot { get; private set; }

    public int? SchoolId { get; set; }

    public int? MunicipalityId { get; set; }

    public string? Position { get; set; }

    public WorkerCategory? Category { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? Reason { get; private set; }

    /// <summary>The two final scores lie too far apart: a third assessor is wanted.</summary>
    public bool NeedsThird { get; set; }

    /// <summary>Final points by the rule; set when scored.</summary>
    public decimal? Points { get; private set; }

    /// <summary>The most points of the session's sheet.</summary>
    public int? MaxPoints { get; private set; }

    /// <summary>Points in per cent of the most, cut to one decimal place.</summary>
    public decimal? Percent { get; private set; }

    public AssessmentLevel? LevelReached { get; private set; }

    public DateOnly? CompletedOn { get; private set; }

    /// <summary>Last day on which the result counts.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Moves along the chain.</summary>
    /// <returns><c>AssessmentStatusChange</c> when the chain has no such step.</returns>
    public Result MoveTo(AssessmentStatus next, DateTime now)
    {
        if (!AssessmentRules.Allows(Status, next)) return new Problem("AssessmentStatusChange", Status, next);
        (Status, StatusAt) = (next, now);
        return Result.Done;
    }

    /// <summary>Takes a seat of a slot.</summary>
    public Result Book(AssessmentSlot slot, DateTime now)
    {
        if (SlotId is not null) return new Problem("AssessmentStatusChange", Status, AssessmentStatus.Booked);
        if (MoveTo(AssessmentStatus.Booked, now) is { Problem: { } problem }) return problem;
        (SlotId, Slot) = (slot.Id, slot);
        slot.ChangeSeats(1);
        return Result.Done;
    }

    /// <summary>Gives the seat back: the person waits for another slot, or has withdrawn.</summary>
    public Result Release(AssessmentSlot slot, AssessmentStatus next, DateTime now)
    {
        if (MoveTo(next, now) is { Problem: { } problem }) return problem;
        (SlotId, Slot) = (null, null);
        slot.ChangeSeats(-1);
        return Result.Done;
    }

    /// <summary>Ends a withdrawn assessment: what was scored is nobody's result.</summary>
    public void Forget(string? reason) =>
        (Reason, NeedsThird, Points, MaxPoints, Percent, LevelReached) = (reason, false, null, null, null, null);

    public Result Score(FinalScore score, DateTime now)
    {
        if (MoveTo(AssessmentStatus.Scored, now) is { Problem: { } problem }) return problem;
        (NeedsThird, Points, MaxPoints, Percent, LevelReached) = (false, score.Points, score.MaxPoints, score.Percent, score.Level);
        return Result.Done;
    }

    public Result Complete(DateOnly day, DateOnly validTo, DateTime now)
    {
        if (MoveTo(AssessmentStatus.Completed, now) is { Problem: { } problem }) return problem;
        (CompletedOn, ValidTo) = (day, validTo);
        return Result.Done;
    }
}

/// <summary>What one assessor gave one candidate: a draft until it is marked final, then it does not change.</summary>
public sealed class AssessorScore : Entity
{
    public required int AssessmentId { get; init; }

    public required int AccountId { get; init; }

    /// <summary>1 and 2, and 3 for the one who was called on divergence: no more fit into the store.</summary>
    public required int Number { get; init; }

    /// <summary>Points in the order of the sheet's criteria; null where none are given yet.</summary>
    public List<int?> Points { get; set; } = [];

    /// <summary>Sum of the points given so far.</summary>
    public int Total { get; set; }

    public bool IsFinal { get; set; }
}
