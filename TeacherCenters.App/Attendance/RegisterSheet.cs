using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Attendance;

/// <summary>A cell of the register as somebody wants it.</summary>
/// <param name="Mark">The wanted mark; null clears the cell.</param>
/// <param name="Was">What stood in the cell when it was changed: tells whether somebody else came between.</param>
public sealed record MarkChange(int SessionId, int EnrollmentId, Mark? Mark, Mark? Was = null);

/// <summary>A cell that somebody else had changed since the writer looked.</summary>
/// <param name="Theirs">What they had written; the cell now holds the writer's own mark, or theirs if the verb was an undo.</param>
/// <param name="By">Who; empty when it is not known.</param>
public sealed record MarkClash(int SessionId, int EnrollmentId, Mark? Theirs, string By);

/// <summary>A cell that could not be written.</summary>
/// <param name="Stands">What the cell holds in the store.</param>
public sealed record MarkRefusal(int SessionId, int EnrollmentId, Mark? Stands, Problem Problem);

/// <summary>What became of a batch of marks. Cells named in neither list hold what was asked for.</summary>
/// <param name="Changed">Cells that really changed, each with what it was before: what an undo needs.</param>
public sealed record MarkOutcome(IReadOnlyList<MarkChange> Changed, IReadOnlyList<MarkClash> Clashes, IReadOnlyList<MarkRefusal> Refused);

public sealed record RegisterSession(int Id, DateOnly Date, TimeOnly Starts, TimeOnly Ends, int Hours, string? Topic);

/// <summary>A row of the register.</summary>
/// <param name="Marks">By session id; a session without one is not marked yet.</param>
public sealed record RegisterPerson(
    int EnrollmentId, Guid PublicKey, PersonName Name, string? School, EnrollmentStatus Status, IReadOnlyDictionary<int, Mark> Marks, AttendanceTotals Totals);

/// <summary>An event's register as one reads it: sessions as columns, people as rows by name.</summary>
/// <param name="MayKeep">Whether the reader may write into it now.</param>
/// <param name="Settings">As they held on the event's last day.</param>
public sealed record RegisterSheet(
    int EventId, int CenterId, string Title, EventStatus Status, DateOnly StartsOn, DateOnly EndsOn, DateOnly Today, bool MayKeep,
    NetworkSettings Settings, IReadOnlyList<RegisterSession> Sessions, IReadOnlyList<RegisterPerson> People)
{
    public int SessionHours => Sessions.Sum(x => x.Hours);
}
