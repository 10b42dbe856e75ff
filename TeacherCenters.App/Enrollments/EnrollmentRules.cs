using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Enrollments;

/// <summary>Decisions about enrollments: pure functions over loaded facts.</summary>
public static class EnrollmentRules
{
    /// <summary>The day of an order on enrolment or expulsion lies about the event: at most a year before it, and not after its last day or today.</summary>
    /// <param name="day">Null while it is not told.</param>
    /// <returns><c>OrderDayFar</c> (from, to).</returns>
    public static Result OrderDay(DateOnly? day, DateOnly eventStarts, DateOnly eventEnds, DateOnly today)
    {
        var (from, to) = (eventStarts.AddYears(-1), eventEnds > today ? eventEnds : today);
        return day is not { } told || (told >= from && told <= to) ? Result.Done : new Problem("OrderDayFar", from, to);
    }

    /// <summary>
    /// The status chain; the last three are ends from which only a new application leads back. The steps from enrolled to applied,
    /// approved and wait-listed are the inverse of enrolling.
    /// </summary>
    public static bool Allows(EnrollmentStatus from, EnrollmentStatus to) => (from, to) switch
    {
        (EnrollmentStatus.Applied, EnrollmentStatus.Approved or EnrollmentStatus.WaitListed or EnrollmentStatus.Enrolled or EnrollmentStatus.Declined or EnrollmentStatus.Withdrawn) => true,
        (EnrollmentStatus.Approved, EnrollmentStatus.WaitListed or EnrollmentStatus.Enrolled or EnrollmentStatus.Declined or EnrollmentStatus.Withdrawn) => true,
        (EnrollmentStatus.WaitListed, EnrollmentStatus.Enrolled or EnrollmentStatus.Declined or EnrollmentStatus.Withdrawn) => true,
        (EnrollmentStatus.Enrolled, EnrollmentStatus.Admitted or EnrollmentStatus.Expelled or EnrollmentStatus.Withdrawn) => true,
        (EnrollmentStatus.Enrolled, EnrollmentStatus.Applied or EnrollmentStatus.Approved or EnrollmentStatus.WaitListed) => true,
        (EnrollmentStatus.Admitted, EnrollmentStatus.Completed or EnrollmentStatus.Expelled or EnrollmentStatus.Enrolled) => true,
        (EnrollmentStatus.Completed, EnrollmentStatus.Admitted) => true,
        (EnrollmentStatus.Expelled, EnrollmentStatus.Enrolled) => true,
        (EnrollmentStatus.Withdrawn or EnrollmentStatus.Declined, EnrollmentStatus.Applied) => true,
        _ => false,
    };

    /// <summary>An event takes and changes participants from its announcement until it is completed or cancelled.</summary>
    /// <returns><c>EventTakesNobody</c> (its status).</returns>
    public static Result Accepts(EventStatus status) =>
        status is EventStatus.Announced or EventStatus.Open or EventStatus.Closed ? Result.Done : new Problem("EventTakesNobody", status);

    /// <summary>An order is told of who was enrolled, also once the event is over.</summary>
    /// <returns><c>EventTakesNobody</c> (its status).</returns>
    public static Result MayOrder(EventStatus status) => status == EventStatus.Completed ? Result.Done : Accepts(status);

    /// <summary>Whether somebody got a seat once, by an order.</summary>
    public static bool WasEnrolled(EnrollmentStatus status) =>
        status is EnrollmentStatus.Enrolled or EnrollmentStatus.Admitted or EnrollmentStatus.Completed or EnrollmentStatus.Expelled;

    /// <summary>Whether a participation in this status takes a seat away from others; a setting decides about the approved.</summary>
    public static bool TakesSeat(EnrollmentStatus status, bool approvedHoldsSeat) =>
        status is EnrollmentStatus.Enrolled or EnrollmentStatus.Admitted or EnrollmentStatus.Completed
        || (approvedHoldsSeat && status == EnrollmentStatus.Approved);

    /// <summary>Seats that nobody holds; never negative.</summary>
    /// <param name="seatsTaken">Enrolled, admitted and completed.</param>
    /// <param name="approvedHolding">Approved applications that hold a seat by the setting.</param>
    public static int FreeSeats(int capacity, int seatsTaken, int approvedHolding) => Math.Max(0, capacity - seatsTaken - approvedHolding);

    /// <summary>Where somebody who comes in now is put: a seat while there is one, else the wait list.</summary>
    public static EnrollmentStatus Place(int freeSeats) => freeSeats > 0 ? EnrollmentStatus.Enrolled : EnrollmentStatus.WaitListed;

    /// <summary>Enough seats for all who are to get one.</summary>
    /// <param name="wanted">People who hold no seat yet.</param>
    /// <returns><c>EventIsFull</c> (the capacity) or <c>NotEnoughSeats</c> (people, free seats).</returns>
    public static Result Seats(int wanted, int freeSeats, int capacity) =>
        wanted <= freeSeats ? Result.Done : freeSeats == 0 ? new Problem("EventIsFull", capacity) : new Problem("NotEnoughSeats", wanted, freeSeats);

    /// <summary>
    /// A new application of somebody who has a row in the event already: it opens what was withdrawn or declined. An expelled person is
    /// taken back by a decision (enrolling), not by an application.
    /// </summary>
    /// <returns><c>AlreadyInEvent</c> (name, status).</returns>
    public static Result MayApplyAgain(string name, EnrollmentStatus current) =>
        current is EnrollmentStatus.Withdrawn or EnrollmentStatus.Declined ? Result.Done : new Problem("AlreadyInEvent", name, current);

    /// <summary>The last day of somebody's studies: of who was expelled, the day of the order; nobody studies longer than the event goes.</summary>
    /// <param name="expelledOn">The order's day; null while it is not told.</param>
    public static DateOnly StudiedUntil(EnrollmentStatus status, DateOnly? expelledOn, DateOnly endsOn) =>
        status == EnrollmentStatus.Expelled && expelledOn < endsOn ? expelledOn.Value : endsOn;

    /// <summary>Ends that are not understood later without a reason.</summary>
    public static bool NeedsReason(EnrollmentStatus next) => next is EnrollmentStatus.Expelled or EnrollmentStatus.Declined;

    /// <summary>The workplace that is copied onto the enrollment: the main employment of the day, else any of the day, the latest begun first.</summary>
    public static Employment? WorkplaceOn(IEnumerable<Employment> employments, DateOnly day) => employments
        .Where(x => new DateRange(x.From, x.To).Contains(day))
        .OrderByDescending(x => x.IsMain)
        .ThenByDescending(x => x.From ?? DateOnly.MinValue)
        .ThenByDescending(x => x.Id)
        .FirstOrDefault();
}
