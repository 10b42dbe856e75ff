using System.Linq.Expressions;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>How a point of a route stands; "missed" is one that can't be done any more as it is written.</summary>
public enum RouteItemState
{
    Planned,
    Running,
    Done,
    Missed,
}

/// <summary>What decides about a point: its own row, and the person's part in the event or internship that it names.</summary>
public sealed class RouteItemFacts
{
    public int ItemId { get; init; }

    public int RouteId { get; init; }

    public RouteItemKind Kind { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? DoneOn { get; init; }

    public EventStatus? Event { get; init; }

    public DateOnly? EventFrom { get; init; }

    /// <summary>Null when the person is not in the event.</summary>
    public EnrollmentStatus? Enrollment { get; init; }

    public FinalResult? Result { get; init; }

    public InternshipStatus? Internship { get; init; }

    public InternshipResult? InternshipResult { get; init; }

    public DateOnly? InternshipFrom { get; init; }
}

/// <summary>Decisions about learning routes: pure functions over loaded facts.</summary>
public static class RouteRules
{
    /// <summary>
    /// Done by hand, or because the person completed the event (and passed, where there was a final assessment) or passed the internship.
    /// One expression for the store and for memory.
    /// </summary>
    public static readonly Expression<Func<RouteItemFacts, bool>> IsDone = x =>
        x.DoneOn != null
        || (x.Enrollment == EnrollmentStatus.Completed && (x.Result == null || (x.Result != FinalResult.Failed && x.Result != FinalResult.Unsatisfactory)))
        || (x.Internship == InternshipStatus.Completed && x.InternshipResult == InternshipResult.Passed);

    /// <summary>The opposite of <see cref="IsDone"/>.</summary>
    public static readonly Expression<Func<RouteItemFacts, bool>> IsOpen = Expression.Lambda<Func<RouteItemFacts, bool>>(Expression.Not(IsDone.Body), IsDone.Parameters);

    private static readonly Func<RouteItemFacts, bool> Done = IsDone.Compile();

    public static RouteItemState StateOf(RouteItemFacts item, DateOnly today)
    {
        if (Done(item)) return RouteItemState.Done;
        return item switch
        {
            { Kind: RouteItemKind.Event, Enrollment: EnrollmentStatus.Expelled or EnrollmentStatus.Withdrawn or EnrollmentStatus.Declined or EnrollmentStatus.Completed } => RouteItemState.Missed,
            { Kind: RouteItemKind.Event, Event: EventStatus.Cancelled or EventStatus.Completed } => RouteItemState.Missed,
            { Kind: RouteItemKind.Event, Enrollment: EnrollmentStatus.Enrolled or EnrollmentStatus.Admitted, EventFrom: { } from } when from <= today => RouteItemState.Running,
            { Internship: InternshipStatus.Completed or InternshipStatus.Cancelled } => RouteItemState.Missed,
            { Internship: InternshipStatus.Planned, InternshipFrom: { } from } when from <= today => RouteItemState.Running,
            _ => RouteItemState.Planned,
        };
    }

    /// <summary>The due day has passed and the point is not done; the due day itself is in time.</summary>
    public static bool IsOverdue(RouteItemFacts item, DateOnly today) => item.DueOn < today && !Done(item);

    /// <summary>Per cent of the points that are done, rounded down: only a whole route says 100. Without points it is 0.</summary>
    public static int Percent(int done, int items) => items == 0 ? 0 : done * 100 / items;

    /// <summary>What keeps a route from being stored as the form says.</summary>
    /// <returns><c>Required</c> at the empty field, <c>RouteEndsBeforeStart</c> (the start), <c>RouteTutorIsPerson</c>.</returns>
    public static Problem? Check(RouteForm form)
    {
        if (form.CenterId is null) return Missing(nameof(form.CenterId));
        if (form.Id is null && form.PersonKeys.Count == 0) return Missing(nameof(form.PersonKeys));
        if (form.TutorKey is not { } tutor) return Missing(nameof(form.TutorKey));
        if (form.From is not { } from) return Missing(nameof(form.From));
        if (form.To is not { } to) return Missing(nameof(form.To));
        if (to < from) return new Problem("RouteEndsBeforeStart", from).At(nameof(form.To));
        return form.PersonKeys.Contains(tutor) ? new Problem("RouteTutorIsPerson").At(nameof(form.TutorKey)) : null;
    }

    /// <summary>What keeps a point from being stored as the form says, for a route of the given days.</summary>
    /// <returns><c>Required</c> at the empty field, <c>RouteHoursWrong</c>, <c>RouteDueOutside</c> (from, to).</returns>
    public static Problem? Check(RouteItemForm form, DateOnly from, DateOnly to)
    {
        if (form.Kind == RouteItemKind.Event && form.EventId is null) return Missing(nameof(form.EventId));
        if (form.Kind is RouteItemKind.OutsideCourse or RouteItemKind.SelfStudy && Typed.OrNull(form.Title) is null) return Missing(nameof(form.Title));
        if (form.Kind == RouteItemKind.Internship && form.InternshipId is null && Typed.OrNull(form.Title) is null) return Missing(nameof(form.Title));
        if (form.Hours is < 1 or > 1000) return new Problem("RouteHoursWrong").At(nameof(form.Hours));
        return form.DueOn < from || form.DueOn > to ? new Problem("RouteDueOutside", from, to).At(nameof(form.DueOn)) : null;
    }

    /// <summary>What keeps a route from being closed.</summary>
    /// <returns><c>Required</c> at the empty field, <c>RouteDayInFuture</c>, <c>RouteClosedBeforeStart</c> (the start).</returns>
    public static Problem? MayClose(RouteCloseForm form, DateOnly from, DateOnly today)
    {
        if (Typed.OrNull(form.Reflection) is null) return Missing(nameof(form.Reflection));
        if (form.ClosedOn is not { } on) return Missing(nameof(form.ClosedOn));
        if (on > today) return new Problem("RouteDayInFuture").At(nameof(form.ClosedOn));
        return on < from ? new Problem("RouteClosedBeforeStart", from).At(nameof(form.ClosedOn)) : null;
    }

    /// <summary>A person follows one route of a center at a time.</summary>
    /// <param name="active">Names and days of the active routes of the people that are to get one.</param>
    /// <returns><c>RouteOverlaps</c> (the names).</returns>
    public static Problem? Overlap(DateRange wanted, IEnumerable<(string Name, DateRange Days)> active)
    {
        var names = active.Where(x => wanted.Overlaps(x.Days)).Select(x => x.Name).Distinct().Order(StringComparer.CurrentCulture).ToList();
        return names.Count == 0 ? null : new Problem("RouteOverlaps", string.Join(", ", names)).At(nameof(RouteForm.PersonKeys));
    }

    /// <summary>A point of a template for another person: as far from the start of the new route, at most at its end. What was done or linked stays behind.</summary>
    public static RouteItem Copy(RouteItem item, string? title, DateOnly templateFrom, DateOnly from, DateOnly to)
    {
        var due = item.DueOn?.AddDays(from.DayNumber - templateFrom.DayNumber);
        return new RouteItem { Kind = item.Kind, EventId = item.EventId, Title = title, Hours = item.Hours, DueOn = due > to ? to : due };
    }

    private static Problem Missing(string field) => new Problem("Required").At(field);
}
