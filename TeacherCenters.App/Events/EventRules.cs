using TeacherCenters.Courses;
using TeacherCenters.Kernel;

namespace TeacherCenters.Events;

/// <summary>A time that a room or a trainer is taken.</summary>
/// <param name="What">The room's or the trainer's name.</param>
/// <param name="By">What may be shown to the asker: the event, or the center that holds it.</param>
/// <param name="IsElsewhere">True when the asker does not see the event and <paramref name="By"/> is its center.</param>
/// <param name="IsAssessment">Taken by a session of assessment, not of an event.</param>
public sealed record Booking(int SessionId, DateOnly Date, TimeOnly Starts, TimeOnly Ends, string What, string By, bool IsElsewhere, bool IsAssessment = false);

/// <summary>A session to be made by a plan.</summary>
public readonly record struct PlannedSession(DateOnly Date, TimeOnly Starts, TimeOnly Ends, int Hours);

/// <summary>What an event waits for: a key of the texts and the tab that mends it.</summary>
public sealed record NextStep(string Key, string Tab, int Count = 0);

/// <summary>What decides about the next step of an event.</summary>
public sealed record EventFacts(EventStatus Status, DateOnly StartsOn, DateOnly EndsOn, int Hours, int SessionHours, int Applications, int Seats, int Unmarked, int DocumentsToIssue);

/// <summary>Decisions about events: pure functions over loaded facts.</summary>
public static class EventRules
{
    /// <summary>An academic hour in minutes, and the break after every second one.</summary>
    private const int AcademicMinutes = 45;

    private const int BreakMinutes = 10;

    /// <summary>The status chain of an event.</summary>
    public static bool Allows(EventStatus from, EventStatus to) => (from, to) switch
    {
        (EventStatus.Draft, EventStatus.Announced) => true,
        (EventStatus.Announced, EventStatus.Open or EventStatus.Draft) => true,
        (EventStatus.Open, EventStatus.Closed) => true,
        (EventStatus.Closed, EventStatus.Open or EventStatus.Completed) => true,
        (EventStatus.Draft or EventStatus.Announced or EventStatus.Open or EventStatus.Closed, EventStatus.Cancelled) => true,
        _ => false,
    };

    /// <summary>No programme runs longer: a year was mistyped.</summary>
    private const int LongestYears = 3;

    /// <summary>What keeps an event from being stored as the form says.</summary>
    /// <returns>
    /// <c>CenterMissing</c>, <c>EventDatesMissing</c>, <c>EventYear</c>, <c>EventEndsBeforeStart</c>, <c>EventTooLong</c> (years), <c>CapacityMissing</c>, <c>CapacityUnderSeats</c> (seats taken),
    /// or a problem of <see cref="CourseRules.Check"/>.
    /// </returns>
    public static Problem? Check(EventForm form, int seatsTaken, int developmentMin, int retrainingMin)
    {
        if (form.CenterId is null) return new Problem("CenterMissing").At(nameof(EventForm.CenterId));
        if (form.StartsOn is not { } starts) return new Problem("EventDatesMissing").At(nameof(EventForm.StartsOn));
        if (form.EndsOn is not { } ends) return new Problem("EventDatesMissing").At(nameof(EventForm.EndsOn));
        if (CheckYear(starts) is { } year) return year;
        if (ends < starts) return new Problem("EventEndsBeforeStart", starts).At(nameof(EventForm.EndsOn));
        if (ends > starts.AddYears(LongestYears)) return new Problem("EventTooLong", LongestYears).At(nameof(EventForm.StartsOn));
        if (form.Capacity is not > 0) return new Problem("CapacityMissing").At(nameof(EventForm.Capacity));
        if (form.Capacity < seatsTaken) return new Problem("CapacityUnderSeats", seatsTaken).At(nameof(EventForm.Capacity));
        return CourseRules.Check(form.Kind, form.Hours ?? 0, form.Document, developmentMin, retrainingMin);
    }

    /// <summary>A year with a figure too many or too few is no plan: 0226.</summary>
    /// <returns><c>EventYear</c>.</returns>
    public static Problem? CheckYear(DateOnly starts) => starts.Year is >= 2000 and <= 2100 ? null : new Problem("EventYear").At(nameof(EventForm.StartsOn));

    /// <summary>What keeps a session from being stored as the form says, before rooms and trainers are asked.</summary>
    /// <returns><c>SessionDateMissing</c>, <c>SessionOutsideEvent</c> (from, to), <c>SessionTimesMissing</c>, <c>SessionEndsBeforeStart</c>, <c>SessionHoursMissing</c>, <c>SessionTooShort</c> (the hours that fit).</returns>
    public static Problem? Check(SessionForm form, DateOnly eventStarts, DateOnly eventEnds)
    {
        if (form.Date is not { } date) return new Problem("SessionDateMissing").At(nameof(SessionForm.Date));
        if (date < eventStarts || date > eventEnds) return new Problem("SessionOutsideEvent", eventStarts, eventEnds).At(nameof(SessionForm.Date));
        if (form.Starts is not { } starts || form.Ends is not { } ends) return new Problem("SessionTimesMissing").At(nameof(SessionForm.Starts));
        if (ends <= starts) return new Problem("SessionEndsBeforeStart").At(nameof(SessionForm.Ends));
        if (form.Hours is not (> 0 and <= 12)) return new Problem("SessionHoursMissing").At(nameof(SessionForm.Hours));
        var fit = (int)(ends - starts).TotalMinutes / AcademicMinutes;
        return form.Hours > fit ? new Problem("SessionTooShort", fit).At(nameof(SessionForm.Hours)) : null;
    }

    /// <summary>What keeps a plan from being made.</summary>
    /// <returns><c>PlanIncomplete</c>, <c>PlanPastMidnight</c>.</returns>
    public static Problem? Check(SessionPlanForm form)
    {
        if (form.Starts is not { } starts) return new Problem("PlanIncomplete").At(nameof(SessionPlanForm.Starts));
        if (form.HoursADay is not (> 0 and <= 10)) return new Problem("PlanIncomplete").At(nameof(SessionPlanForm.HoursADay));
        if (form.Days.Count == 0) return new Problem("PlanIncomplete");
        return EndOf(starts, form.HoursADay.Value) <= starts ? new Problem("PlanPastMidnight").At(nameof(SessionPlanForm.Starts)) : null;
    }

    /// <summary>True when two times of one day overlap; one may begin the minute the other ends.</summary>
    public static bool Overlap(TimeOnly starts, TimeOnly ends, TimeOnly otherStarts, TimeOnly otherEnds) => starts < otherEnds && otherStarts < ends;

    /// <summary>The bookings that wanted times would clash with, in order of time.</summary>
    public static IReadOnlyList<Booking> Clashes(IEnumerable<Booking> bookings, IEnumerable<PlannedSession> wanted)
    {
        var byDay = wanted.ToLookup(x => x.Date);
        return [.. bookings
            .Where(x => byDay[x.Date].Any(w => Overlap(w.Starts, w.Ends, x.Starts, x.Ends)))
            .OrderBy(x => x.Date).ThenBy(x => x.Starts).ThenBy(x => x.SessionId)];
    }

    /// <summary>When a session of so many academic hours ends: 45 minutes each, and ten minutes of break after every second. Wraps at midnight.</summary>
    public static TimeOnly EndOf(TimeOnly starts, int academicHours) =>
        starts.AddMinutes((academicHours * AcademicMinutes) + ((academicHours - 1) / 2 * BreakMinutes));

    /// <summary>Hours a day with which so many hours fit between two days; holidays are not known here. At least a double lesson, at most what a plan takes.</summary>
    public static int HoursADay(DateOnly from, DateOnly to, IReadOnlyCollection<DayOfWeek> days, int hours)
    {
        var count = Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Count(x => days.Contains(from.AddDays(x).DayOfWeek));
        return Math.Clamp(count == 0 ? hours : (hours + count - 1) / count, 2, 10);
    }

    /// <summary>Days of a plan, until the hours are full; holidays are skipped. Fewer hours than asked when the event ends first.</summary>
    public static IReadOnlyList<PlannedSession> Plan(DateOnly from, DateOnly to, IReadOnlyCollection<DayOfWeek> days, TimeOnly starts, int hoursADay, int hours, IReadOnlySet<DateOnly> holidays)
    {
        var made = new List<PlannedSession>();
        for (var day = from; day <= to && hours > 0; day = day.AddDays(1))
        {
            if (!days.Contains(day.DayOfWeek) || holidays.Contains(day)) continue;
            var today = Math.Min(hoursADay, hours);
            made.Add(new(day, starts, EndOf(starts, today), today));
            hours -= today;
        }
        return made;
    }

    /// <summary>What the event waits for; null when nothing does.</summary>
    public static NextStep? Next(EventFacts of, DateOnly today) => of.Status switch
    {
        EventStatus.Draft or EventStatus.Announced or EventStatus.Open when of.SessionHours == 0 => new("Next_AddSessions", "sessions"),
        EventStatus.Draft or EventStatus.Announced or EventStatus.Open or EventStatus.Closed when of.SessionHours > of.Hours => new("Next_HoursOver", "sessions", of.SessionHours - of.Hours),
        EventStatus.Draft or EventStatus.Announced when of.SessionHours != of.Hours => new("Next_HoursDiffer", "sessions", of.Hours - of.SessionHours),
        EventStatus.Draft => new("Next_Announce", "overview"),
        EventStatus.Announced => new("Next_Open", "overview"),
        EventStatus.Open when of.Applications > 0 => new("Next_Applications", "participants", of.Applications),
        EventStatus.Open when of.Seats == 0 => new("Next_AddPeople", "participants"),
        EventStatus.Open or EventStatus.Closed when of.Unmarked > 0 && today >= of.StartsOn => new("Next_Register", "register", of.Unmarked),
        EventStatus.Open when today > of.EndsOn => new("Next_Complete", "completion"),
        EventStatus.Open when today >= of.StartsOn => new("Next_Close", "overview"),
        EventStatus.Closed when today >= of.EndsOn => new("Next_Complete", "completion"),
        EventStatus.Completed when of.DocumentsToIssue > 0 => new("Next_Documents", "documents", of.DocumentsToIssue),
        _ => null,
    };
}
