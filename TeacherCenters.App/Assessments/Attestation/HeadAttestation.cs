using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>Whether somebody leads already or is proposed to (273-FZ, art. 51, part 4: both pass the attestation).</summary>
public enum AttestationKind
{
    Acting,
    Candidate,
}

/// <summary>Applied (no meeting yet) → planned (has its meeting) → decided; or withdrawn.</summary>
public enum AttestationStatus
{
    Applied,
    Planned,
    Decided,
    Withdrawn,
}

/// <summary>What the commission decides: the first three of an acting head, the last two of a candidate.</summary>
public enum AttestationDecision
{
    Suitable,
    SuitableWithAdvice,
    Unsuitable,
    Recommended,
    NotRecommended,
}

/// <summary>
/// One attestation of one person for one post. School and position are those that the attestation is about; the workplace
/// of the day is copied beside them, since a candidate mostly works elsewhere.
/// </summary>
public sealed class HeadAttestation : Entity
{
    public required int CenterId { get; init; }

    public int PersonId { get; init; }

    public Person? Person { get; init; }

    public required AttestationKind Kind { get; init; }

    public AttestationStatus Status { get; private set; } = AttestationStatus.Applied;

    /// <summary>Day of the application; null where the center called the head itself.</summary>
    public DateOnly? AppliedOn { get; set; }

    public required int SchoolId { get; set; }

    public required int MunicipalityId { get; set; }

    public required string Position { get; set; }

    public int? WorkSchoolId { get; set; }

    public string? WorkPosition { get; set; }

    public WorkerCategory? WorkCategory { get; set; }

    public int? MeetingId { get; private set; }

    public AttestationMeeting? Meeting { get; private set; }

    /// <summary>Day of the meeting, planned or held; follows the meeting's own.</summary>
    public DateOnly? MeetingOn { get; private set; }

    public AttestationDecision? Decision { get; private set; }

    /// <summary>Advice of the commission or a remark, as the protocol has it.</summary>
    public string? Note { get; private set; }

    /// <summary>Last day on which the attestation holds; null without a decision or after one that gives no term.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? Reason { get; private set; }

    public bool IsOpen => Status is AttestationStatus.Applied or AttestationStatus.Planned;

    /// <summary>Puts the person on the list of a meeting, or on that of another one.</summary>
    /// <returns><c>AttestationIsEnded</c>.</returns>
    public Result PlanFor(AttestationMeeting meeting)
    {
        if (!IsOpen) return new Problem("AttestationIsEnded");
        (Status, Meeting, MeetingId, MeetingOn) = (AttestationStatus.Planned, meeting, meeting.Id, meeting.HeldOn);
        return Result.Done;
    }

    /// <summary>Follows the meeting to another day.</summary>
    /// <param name="validTo">Last day of the term by that day.</param>
    public void Follow(AttestationMeeting meeting, DateOnly? validTo) => (MeetingOn, ValidTo) = (meeting.HeldOn, Status == AttestationStatus.Decided ? validTo : null);

    /// <summary>Takes the person off a meeting; the application waits for the next one.</summary>
    public void Unplan()
    {
        if (Status == AttestationStatus.Planned) (Status, Meeting, MeetingId, MeetingOn) = (AttestationStatus.Applied, null, null, null);
    }

    /// <summary>Writes down what the commission decided; a decision that was mistyped is written again.</summary>
    /// <param name="validTo">Last day of the term; null for a decision that gives none.</param>
    /// <returns><c>AttestationIsEnded</c> when it was withdrawn or has no meeting.</returns>
    public Result Decide(AttestationDecision decision, string? note, DateOnly? validTo)
    {
        if (Status is not (AttestationStatus.Planned or AttestationStatus.Decided)) return new Problem("AttestationIsEnded");
        (Status, Decision, Note, ValidTo) = (AttestationStatus.Decided, decision, note, validTo);
        return Result.Done;
    }

    /// <returns><c>AttestationIsEnded</c>.</returns>
    public Result Withdraw(string reason)
    {
        if (!IsOpen) return new Problem("AttestationIsEnded");
        (Status, Reason, Meeting, MeetingId, MeetingOn) = (AttestationStatus.Withdrawn, reason, null, null, null);
        return Result.Done;
    }
}
