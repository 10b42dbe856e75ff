using System.Globalization;
using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments;

/// <summary>Decisions about candidates and slots: pure functions over loaded facts.</summary>
public static class AssessmentRules
{
    /// <summary>
    /// The chain of a candidate. Booked and not appeared go back to checked when the seat is given up, and a mark of the day goes back to
    /// booked while nobody has scored. Withdrawal is open until there is a result: the assessment is voluntary.
    /// </summary>
    public static bool Allows(AssessmentStatus from, AssessmentStatus to) => (from, to) switch
    {
        (AssessmentStatus.Applied, AssessmentStatus.Checked) => true,
        (AssessmentStatus.Checked, AssessmentStatus.Booked) => true,
        (AssessmentStatus.Booked, AssessmentStatus.TookPlace or AssessmentStatus.NoShow or AssessmentStatus.Checked) => true,
        (AssessmentStatus.TookPlace, AssessmentStatus.Scored or AssessmentStatus.Booked) => true,
        (AssessmentStatus.NoShow, AssessmentStatus.Checked or AssessmentStatus.Booked) => true,
        (AssessmentStatus.Scored, AssessmentStatus.Completed) => true,
        (AssessmentStatus.Completed or AssessmentStatus.Withdrawn, _) => false,
        (_, AssessmentStatus.Withdrawn) => true,
        _ => false,
    };

    /// <summary>A person has one assessment at a time in a procedure; a new one may be applied for after an end.</summary>
    public static bool IsUnderWay(AssessmentStatus status) =>
        status is AssessmentStatus.Applied or AssessmentStatus.Checked or AssessmentStatus.Booked or AssessmentStatus.TookPlace or AssessmentStatus.Scored;

    /// <summary>Enough seats for all who are to get one.</summary>
    /// <returns><c>SlotIsFull</c> (the time, its seats) or <c>SlotHasFewSeats</c> (the time, people, free seats).</returns>
    public static Result Seats(TimeOnly slot, int wanted, int taken, int seats)
    {
        var free = Math.Max(0, seats - taken);
        if (wanted <= free) return Result.Done;
        return free == 0 ? new Problem("SlotIsFull", Time(slot), seats) : new Problem("SlotHasFewSeats", Time(slot), wanted, free);
    }

    /// <summary>The slots of a session, one after another; what is left at the end and is shorter than half a slot makes none.</summary>
    public static IReadOnlyList<(TimeOnly Starts, TimeOnly Ends)> Slots(TimeOnly starts, TimeOnly ends, int minutes)
    {
        var made = new List<(TimeOnly, TimeOnly)>();
        if (minutes <= 0 || ends <= starts) return made;
        var whole = (int)(ends - starts).TotalMinutes;
        for (var at = 0; at < whole; at += minutes)
        {
            var length = Math.Min(minutes, whole - at);
            if (made.Count > 0 && length * 2 < minutes) break;
            made.Add((starts.AddMinutes(at), starts.AddMinutes(at + length)));
        }
        return made;
    }

    /// <summary>Nobody has come, or stayed away, before the session begins.</summary>
    /// <param name="now">Wall time of the network.</param>
    public static bool IsAhead(DateOnly day, TimeOnly starts, DateTime now) => day.ToDateTime(starts) > now;

    /// <summary>
    /// The last day on which a result counts: it says what was so on the day of the assessment, however long the session stays open after
    /// it. A term in years ends on the same day of the last year (articles 191 and 192 of the Civil Code); 29 February ends on 28 February.
    /// </summary>
    public static DateOnly ValidTo(DateOnly assessedOn, int years) => assessedOn.AddYears(years);

    /// <summary>«09:00», for the words of a refusal.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
