using TeacherCenters.Kernel;

namespace TeacherCenters.Mentoring.Internships;

/// <summary>How an internship stands on a day; "running" and "over, to be completed" follow from the dates.</summary>
public enum InternshipState
{
    Planned,
    Running,
    Over,
    Completed,
    Cancelled,
}

/// <summary>A day on which a person sits in an event.</summary>
/// <param name="By">The event's title; its center where the asker does not see the event.</param>
public readonly record struct BusyDay(int EventId, string By, bool IsElsewhere, DateOnly Date);

/// <summary>An event whose sessions fall into an internship.</summary>
/// <inheritdoc cref="BusyDay"/>
public sealed record InternshipClash(int EventId, string By, bool IsElsewhere, IReadOnlyList<DateOnly> Days);

/// <summary>Decisions about internships: pure functions over loaded facts.</summary>
public static class InternshipRules
{
    public static InternshipState StateOf(InternshipStatus status, DateOnly from, DateOnly to, DateOnly today) => status switch
    {
        InternshipStatus.Completed => InternshipState.Completed,
        InternshipStatus.Cancelled => InternshipState.Cancelled,
        _ when today < from => InternshipState.Planned,
        _ when today <= to => InternshipState.Running,
        _ => InternshipState.Over,
    };

    /// <summary>What keeps an internship from being stored as the form says.</summary>
    /// <returns><c>Required</c> at the empty field, <c>InternshipEndsBeforeStart</c> (the start), <c>InternshipHoursWrong</c>, <c>InternshipDayInFuture</c>.</returns>
    public static Problem? Check(InternshipForm form, DateOnly today)
    {
        if (form.CenterId is null) return Missing(nameof(form.CenterId));
        if (form.PersonKey is null) return Missing(nameof(form.PersonKey));
        if (form.HostSchoolId is null) return Missing(nameof(form.HostSchoolId));
        if (Typed.OrNull(form.SupervisorName) is null) return Missing(nameof(form.SupervisorName));
        if (form.From is not { } from) return Missing(nameof(form.From));
        if (form.To is not { } to) return Missing(nameof(form.To));
        if (to < from) return new Problem("InternshipEndsBeforeStart", from).At(nameof(form.To));
        if (form.Hours is not (> 0 and <= 1000)) return new Problem("InternshipHoursWrong").At(nameof(form.Hours));
        return form.ReportReceivedOn > today ? new Problem("InternshipDayInFuture").At(nameof(form.ReportReceivedOn)) : null;
    }

    /// <summary>What keeps an internship from being completed: it ends with its last day, and a passed one has its review and its report.</summary>
    /// <returns>
    /// <c>Required</c> at the empty field, <c>InternshipNotOver</c> (the last day), <c>InternshipDayInFuture</c>, <c>InternshipReviewMissing</c>,
    /// <c>InternshipReportMissing</c>.
    /// </returns>
    public static Problem? MayComplete(InternshipCompletionForm form, DateOnly to, DateOnly today)
    {
        if (form.Result is null) return Missing(nameof(form.Result));
        if (form.CompletedOn is not { } on) return Missing(nameof(form.CompletedOn));
        if (on < to) return new Problem("InternshipNotOver", to).At(nameof(form.CompletedOn));
        if (on > today) return new Problem("InternshipDayInFuture").At(nameof(form.CompletedOn));
        if (form.ReportReceivedOn > today) return new Problem("InternshipDayInFuture").At(nameof(form.ReportReceivedOn));
        if (form.Result == InternshipResult.Failed) return null;
        if (Typed.OrNull(form.Review) is null) return new Problem("InternshipReviewMissing").At(nameof(form.Review));
        return form.ReportReceivedOn is null ? new Problem("InternshipReportMissing").At(nameof(form.ReportReceivedOn)) : null;
    }

    /// <summary>Nobody is at two host schools at once; one internship may begin the day after the other ends.</summary>
    /// <param name="others">The person's internships that were not cancelled, in any center.</param>
    /// <returns><c>InternshipOverlaps</c> (name, from, to) of the earliest.</returns>
    public static Problem? Overlap(string name, DateRange wanted, IEnumerable<DateRange> others)
    {
        var hits = others.Where(wanted.Overlaps).OrderBy(x => x.From).ToList();
        return hits is [var first, ..] ? new Problem("InternshipOverlaps", name, first.From, first.To).At(nameof(InternshipForm.From)) : null;
    }

    /// <summary>The events that fall into a period, in order of their first day there.</summary>
    public static IReadOnlyList<InternshipClash> Clashes(IEnumerable<BusyDay> busy, DateOnly from, DateOnly to) =>
    [
        .. busy.Where(x => x.Date >= from && x.Date <= to)
            .GroupBy(x => x.EventId)
            .Select(x => new InternshipClash(x.Key, x.First().By, x.First().IsElsewhere, [.. x.Select(d => d.Date).Distinct().Order()]))
            .OrderBy(x => x.Days[0]).ThenBy(x => x.EventId),
    ];

    private static Problem Missing(string field) => new Problem("Required").At(field);
}
