using TeacherCenters.Kernel;

namespace TeacherCenters.Mentoring;

public static class MentorshipRules
{
    /// <summary>The longest meeting that is believed, in minutes.</summary>
    public const int LongestMeeting = 600;

    /// <summary>
    /// The days that a new pair is offered: to the end of the school year, which is 31 May; from May on the whole of the next one.
    /// </summary>
    public static (DateOnly From, DateOnly To) UsualPeriod(DateOnly today) => today.Month switch
    {
        < 5 => (today, new(today.Year, 5, 31)),
        < 9 => (new(today.Year, 9, 1), new(today.Year + 1, 5, 31)),
        _ => (today, new(today.Year + 1, 5, 31)),
    };

    /// <summary>Whether one more pair brings the mentor over the limit: a warning, not a refusal.</summary>
    public static bool IsFull(int pairs, int limit) => pairs >= limit;

    /// <returns>
    /// <c>Required</c>, <c>MentorIsMentee</c>, <c>MentorshipDates</c>, or <c>PaperInFuture</c>, each at its field; null when the pair can be made.
    /// </returns>
    public static Problem? Check(MentorshipForm form, DateOnly today)
    {
        if (form.CenterId is null) return new Problem("Required").At(nameof(form.CenterId));
        if (form.MentorId is null) return new Problem("Required").At(nameof(form.MentorId));
        if (form.MenteeId is null) return new Problem("Required").At(nameof(form.MenteeId));
        if (form.MentorId == form.MenteeId) return new Problem("MentorIsMentee").At(nameof(form.MentorId));
        if (form.From is null) return new Problem("Required").At(nameof(form.From));
        if (form.To is null) return new Problem("Required").At(nameof(form.To));
        if (form.To < form.From) return new Problem("MentorshipDates").At(nameof(form.To));
        if (form.MentorConsentOn > today) return new Problem("ConsentInFuture").At(nameof(form.MentorConsentOn));
        return form.MenteeConsentOn > today ? new Problem("ConsentInFuture").At(nameof(form.MenteeConsentOn)) : null;
    }

    /// <summary>The mentee's place in a direction is taken: by whom, and in which center.</summary>
    public static Problem Taken(PersonName mentee, MentoringDirection direction, PersonName? mentor, string center) =>
        mentor is null ? new("MenteeHasMentorElsewhere", mentee.Short, direction, center) : new("MenteeHasMentor", mentee.Short, direction, mentor.Short, center);

    /// <summary>The mentee has a mentor in another direction: a warning, for one in each is allowed.</summary>
    public static Problem Beside(PersonName mentee, MentoringDirection direction, PersonName? mentor, string center) =>
        mentor is null ? new("MenteeHasOtherElsewhere", mentee.Short, direction, center) : new("MenteeHasOther", mentee.Short, direction, mentor.Short, center);

    /// <returns><c>Required</c>, <c>EndBeforeStart</c>, <c>EndInFuture</c>, or <c>ReportMissing</c> for a pair that came to its planned end or ended for another reason.</returns>
    public static Problem? CheckEnd(MentorshipEndForm form, DateOnly from, DateOnly today)
    {
        if (form.Reason is null) return new Problem("Required").At(nameof(form.Reason));
        if (form.EndedOn is not { } day) return new Problem("Required").At(nameof(form.EndedOn));
        if (day < from) return new Problem("EndBeforeStart", from).At(nameof(form.EndedOn));
        if (day > today) return new Problem("EndInFuture").At(nameof(form.EndedOn));
        var asksReport = form.Reason is MentorshipEnd.Completed or MentorshipEnd.Other;
        return asksReport && Typed.OrNull(form.Report) is null ? new Problem("ReportMissing").At(nameof(form.Report)) : null;
    }

    /// <param name="last">The day on which the pair ended; null while it runs.</param>
    /// <returns><c>Required</c>, <c>MeetingInFuture</c>, <c>MeetingBeforePair</c> (its first day), <c>MeetingAfterPair</c> (its last day), <c>MeetingMinutes</c> (the most).</returns>
    public static Problem? CheckMeeting(MentorMeetingForm form, DateOnly from, DateOnly? last, DateOnly today)
    {
        if (form.Date is not { } day) return new Problem("Required").At(nameof(form.Date));
        if (day > today) return new Problem("MeetingInFuture").At(nameof(form.Date));
        if (day < from) return new Problem("MeetingBeforePair", from).At(nameof(form.Date));
        if (day > last) return new Problem("MeetingAfterPair", last).At(nameof(form.Date));
        return form.Minutes is >= 1 and <= LongestMeeting ? null : new Problem("MeetingMinutes", LongestMeeting).At(nameof(form.Minutes));
    }
}
