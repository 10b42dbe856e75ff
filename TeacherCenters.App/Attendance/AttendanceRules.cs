using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Attendance;

/// <summary>What a session is to the register.</summary>
/// <param name="Hours">Academic hours of 45 minutes.</param>
public sealed record SessionFacts(int Id, DateOnly Date, int Hours);

/// <summary>What the register says of one person.</summary>
/// <param name="Credited">Academic hours credited by the rule per mark.</param>
/// <param name="Total">Hours of all sessions of the event, held or not.</param>
/// <param name="Unmarked">Sessions without a mark.</param>
public sealed record AttendanceTotals(decimal Credited, int Total, int Present, int Absent, int Excused, int Late, int Remote, int Unmarked)
{
    /// <summary>Per cent of the event's session hours, for the eye: it never contradicts <see cref="Reaches"/>, which decides on the exact hours.</summary>
    /// <param name="threshold">In per cent of the session hours.</param>
    public decimal Percent(int threshold) => Percentage.Of(Credited, Total, threshold);

    /// <summary>True when the credited share reaches the threshold exactly or more; without session hours it never does.</summary>
    /// <param name="percent">Threshold, in per cent of the session hours.</param>
    public bool Reaches(int percent) => Total > 0 && Credited * 100 >= (decimal)percent * Total;
}

/// <summary>Decisions about the register: pure functions over loaded facts.</summary>
public static class AttendanceRules
{
    /// <summary>The letter that stands in the register and in the workbook.</summary>
    public static string Letter(Mark mark) => mark switch
    {
        Mark.Present => "+",
        Mark.Absent => "Н",
        Mark.Excused => "У",
        Mark.Late => "О",
        Mark.Remote => "Д",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
    };

    /// <summary>
    /// What a key means in the register. The letters count in both layouts of a Russian keyboard (Y E J L lie where Н У О Д do),
    /// and what stands for «present» and «absent» in lists that schools keep is understood too.
    /// </summary>
    public static IReadOnlyDictionary<string, Mark> Keys { get; } = new Dictionary<string, Mark>
    {
        ["+"] = Mark.Present,
        ["="] = Mark.Present,
        [" "] = Mark.Present,
        ["1"] = Mark.Present,
        ["-"] = Mark.Absent,
        ["0"] = Mark.Absent,
        ["Н"] = Mark.Absent,
        ["Y"] = Mark.Absent,
        ["У"] = Mark.Excused,
        ["E"] = Mark.Excused,
        ["О"] = Mark.Late,
        ["J"] = Mark.Late,
        ["O"] = Mark.Late,
        ["Д"] = Mark.Remote,
        ["L"] = Mark.Remote,
    };

    /// <summary>The mark behind a typed or pasted letter in either case and layout; null when it is none.</summary>
    public static Mark? MarkOf(string? text) =>
        text is not null && Keys.TryGetValue(text.Length > 1 ? text.Trim().ToUpperInvariant() : text.ToUpperInvariant(), out var mark) ? mark : null;

    /// <summary>Who has a row: those who hold or held a place. Applications and waiting people have none.</summary>
    public static bool HasRow(EnrollmentStatus status) =>
        status is EnrollmentStatus.Enrolled or EnrollmentStatus.Admitted or EnrollmentStatus.Completed or EnrollmentStatus.Expelled;

    /// <summary>Whose row may be changed.</summary>
    public static bool MayBeMarked(EnrollmentStatus status) => status is EnrollmentStatus.Enrolled or EnrollmentStatus.Admitted;

    /// <summary>Whether the event's register is open at all.</summary>
    /// <returns><c>RegisterNotStarted</c> before enrolment has opened, <c>RegisterIsClosed</c> after completion or cancellation.</returns>
    public static Result MayKeep(EventStatus status) => status switch
    {
        EventStatus.Open or EventStatus.Closed => Result.Done,
        EventStatus.Draft or EventStatus.Announced => new Problem("RegisterNotStarted"),
        _ => new Problem("RegisterIsClosed"),
    };

    /// <summary>Whether one cell may be changed.</summary>
    /// <param name="today">The day in the network's time zone; a session of today may be marked before it begins.</param>
    /// <returns><c>SessionInFuture</c> (its date), <c>RowIsClosed</c> (the status).</returns>
    public static Result MayMark(EnrollmentStatus status, DateOnly sessionDate, DateOnly today)
    {
        if (!MayBeMarked(status)) return new Problem("RowIsClosed", status);
        if (sessionDate > today) return new Problem("SessionInFuture", sessionDate);
        return Result.Done;
    }

    /// <summary>Academic hours that a mark credits for a session.</summary>
    public static decimal CreditedHours(int hours, Mark? mark, NetworkSettings settings) =>
        mark is { } set && settings.CreditPercent.TryGetValue(set, out var percent) ? hours * percent / 100m : 0m;

    /// <summary>Adds up one person's row.</summary>
    /// <param name="marks">Marks by session; a session without one is not marked yet.</param>
    /// <param name="settings">As they held on the event's last day.</param>
    public static AttendanceTotals Totals(IReadOnlyCollection<SessionFacts> sessions, IReadOnlyDictionary<int, Mark> marks, NetworkSettings settings)
    {
        var given = sessions.Where(s => marks.ContainsKey(s.Id)).Select(s => (s.Hours, Mark: marks[s.Id])).ToList();
        int Count(Mark mark) => given.Count(x => x.Mark == mark);
        return new(
            given.Sum(x => CreditedHours(x.Hours, x.Mark, settings)),
            sessions.Sum(s => s.Hours),
            Count(Mark.Present), Count(Mark.Absent), Count(Mark.Excused), Count(Mark.Late), Count(Mark.Remote),
            sessions.Count - given.Count);
    }
}
