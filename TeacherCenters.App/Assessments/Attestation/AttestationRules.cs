using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>How it stands with the attestation of a head on a day.</summary>
public enum TermState
{
    /// <summary>There has been none.</summary>
    Never,

    /// <summary>The last decision was against the person: it gives no term.</summary>
    Unsuitable,

    Lapsed,

    /// <summary>Runs out within the reminder period.</summary>
    Due,

    Valid,
}

/// <summary>How it stands with a meeting on a day; "over, its protocol is to be written down" follows from the day.</summary>
public enum MeetingState
{
    Ahead,
    Over,
    Held,
    Cancelled,
}

/// <summary>
/// Attestation of heads and of candidates (273-FZ, art. 51, part 4; the founder's own order says the rest: at least once in five
/// years). Pure: facts and an explicit day in, a decision out.
/// </summary>
public static class AttestationRules
{
    /// <summary>
    /// Last day of the term, itself included. A term of years begins on the day after the meeting and ends on the same day and month of
    /// its last year; where that month has no such day (29 February), on the month's last (Civil Code, art. 191 and 192, parts 1 and 3).
    /// </summary>
    /// <param name="years">By the settings as of the meeting.</param>
    /// <returns>Null for a decision that gives no term.</returns>
    public static DateOnly? ValidTo(AttestationDecision decision, DateOnly meetingOn, int years) => IsPositive(decision) ? meetingOn.AddYears(years) : null;

    /// <summary>How it stands as of a day.</summary>
    /// <param name="latest">The last decision, by day of the meeting; null when there is none.</param>
    /// <param name="validTo">Its last day.</param>
    public static TermState StateOf(AttestationDecision? latest, DateOnly? validTo, DateOnly day, int reminderMonths) => (latest, validTo) switch
    {
        (null, _) => TermState.Never,
        (_, null) => TermState.Unsuitable,
        (_, { } end) when end < day => TermState.Lapsed,
        (_, { } end) when end <= DueUntil(day, reminderMonths) => TermState.Due,
        _ => TermState.Valid,
    };

    /// <summary>The last end of a term that counts as due on a day.</summary>
    public static DateOnly DueUntil(DateOnly day, int reminderMonths) => day.AddMonths(reminderMonths);

    public static bool IsPositive(AttestationDecision decision) => decision is AttestationDecision.Suitable or AttestationDecision.SuitableWithAdvice or AttestationDecision.Recommended;

    /// <summary>What may be decided of an acting head or of a candidate, the usual first.</summary>
    public static IReadOnlyList<AttestationDecision> DecisionsFor(AttestationKind kind) => kind == AttestationKind.Acting
        ? [AttestationDecision.Suitable, AttestationDecision.SuitableWithAdvice, AttestationDecision.Unsuitable]
        : [AttestationDecision.Recommended, AttestationDecision.NotRecommended];

    /// <summary>The main employment as a head on a day; null for somebody who leads nothing then.</summary>
    public static Employment? HeadJobOn(IEnumerable<Employment> employments, DateOnly day) => employments
        .Where(x => x.IsMain && x.Category == WorkerCategory.Head && new DateRange(x.From, x.To).Contains(day))
        .OrderByDescending(x => x.From ?? DateOnly.MinValue)
        .ThenByDescending(x => x.Id)
        .FirstOrDefault();

    /// <param name="hasAgenda">Whether anybody stands on the list: a meeting of today without one has decided nothing that waits for its protocol.</param>
    public static MeetingState StateOf(MeetingStatus status, DateOnly heldOn, bool hasAgenda, DateOnly today) => status switch
    {
        MeetingStatus.Held => MeetingState.Held,
        MeetingStatus.Cancelled => MeetingState.Cancelled,
        _ => heldOn > today || (heldOn == today && !hasAgenda) ? MeetingState.Ahead : MeetingState.Over,
    };

    /// <summary>What keeps an application from being stored as the form says.</summary>
    /// <returns><c>Required</c> at the empty field, <c>ApplicationIsAhead</c>.</returns>
    public static Problem? Check(HeadApplicationForm form, DateOnly today)
    {
        if (form.CenterId is null) return Missing(nameof(form.CenterId));
        if (form.PersonKey is null) return Missing(nameof(form.PersonKey));
        // A head whom the center called itself has not applied.
        if (form.AppliedOn is null && form.Id is null) return Missing(nameof(form.AppliedOn));
        if (form.AppliedOn > today) return new Problem("ApplicationIsAhead").At(nameof(form.AppliedOn));
        if (form.Kind == AttestationKind.Acting) return null;
        if (form.SchoolId is null) return Missing(nameof(form.SchoolId));
        return Typed.OrNull(form.Position) is null ? Missing(nameof(form.Position)) : null;
    }

    /// <summary>Who leads the meeting does not write its protocol.</summary>
    /// <returns><c>ChairIsSecretary</c> at the secretary, or null.</returns>
    public static Problem? CheckRoles(string? chair, string? secretary) =>
        Typed.OrNull(secretary) is { } writes && SearchName.Of(writes) == SearchName.Of(chair) ? new Problem("ChairIsSecretary").At(nameof(MeetingForm.Secretary)) : null;

    /// <summary>May the protocol of a meeting be written down.</summary>
    /// <returns><c>MeetingIsAhead</c> (its day), <c>ProtocolBeforeMeeting</c> (its day), <c>ProtocolIsAhead</c>.</returns>
    public static Problem? CheckProtocol(DateOnly heldOn, DateOnly protocolDate, DateOnly today)
    {
        if (heldOn > today) return new Problem("MeetingIsAhead", heldOn);
        if (protocolDate < heldOn) return new Problem("ProtocolBeforeMeeting", heldOn);
        return protocolDate > today ? new Problem("ProtocolIsAhead") : null;
    }

    /// <returns><c>DecisionOfOtherKind</c> (name, decision), or <c>AttestationAdviceMissing</c> (name): advice that is not written down cannot be followed.</returns>
    public static Problem? CheckDecision(string name, AttestationKind kind, AttestationDecision decision, string? note)
    {
        if (!DecisionsFor(kind).Contains(decision)) return new Problem("DecisionOfOtherKind", name, decision);
        return decision == AttestationDecision.SuitableWithAdvice && Typed.OrNull(note) is null ? new Problem("AttestationAdviceMissing", name) : null;
    }

    private static Problem Missing(string field) => new Problem("Required").At(field);
}
