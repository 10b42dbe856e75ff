using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Attendance;

public sealed class AttendanceCommands(Store store)
{
    /// <summary>The most cells that one call may change: a whole register of 60 people and 30 sessions goes in a few.</summary>
    public const int MaxBatch = 500;

    /// <summary>
    /// Writes a batch of marks in one transaction. The last writer wins in each cell, and hears of cells that somebody else had changed
    /// since; a cell that may not be written is refused alone, with the reason, and the others are written. Sending a batch twice changes nothing.
    /// </summary>
    /// <returns><c>NotFound</c>, <c>RegisterNotStarted</c>, <c>RegisterIsClosed</c>, <c>TooManyMarks</c>; per cell <c>CellIsGone</c>, <c>SessionInFuture</c>, <c>RowIsClosed</c>.</returns>
    public Task<Result<MarkOutcome>> MarkAsync(Actor actor, int eventId, IReadOnlyList<MarkChange> changes, CancellationToken ct = default) =>
        WriteAsync(actor, "attendance.mark", eventId, changes, isUndo: false, ct);

    /// <summary>
    /// Takes a batch back: <see cref="MarkOutcome.Changed"/> of the batch. A cell that has been changed since stays as it is and is reported as a clash.
    /// </summary>
    /// <returns>As <see cref="MarkAsync"/>.</returns>
    public Task<Result<MarkOutcome>> UndoAsync(Actor actor, int eventId, IReadOnlyList<MarkChange> changed, CancellationToken ct = default) =>
        WriteAsync(actor, "attendance.undo", eventId, [.. changed.Select(x => x with { Mark = x.Was, Was = x.Mark })], isUndo: true, ct);

    private async Task<Result<MarkOutcome>> WriteAsync(Actor actor, string verb, int eventId, IReadOnlyList<MarkChange> changes, bool isUndo, CancellationToken ct)
    {
        if (changes.Count > MaxBatch) return new Problem("TooManyMarks", MaxBatch);
        return await store.WriteAsync<MarkOutcome>(actor, verb, async unit =>
        {
            var of = await unit.Db.Set<TrainingEvent>().AsNoTracking()
                .Where(x => x.Id == eventId)
                .Select(x => new { x.CenterId, x.Status })
                .FirstOrDefaultAsync(ct);
            if (of is null || !actor.Can(Permission.ViewEvents, of.CenterId)) return new Problem("NotFound");
            actor.Demand(Permission.KeepRegister, of.CenterId);
            if (AttendanceRules.MayKeep(of.Status) is { Problem: { } closed }) return closed;
            unit.CenterId = of.CenterId;
            unit.Owner = new(nameof(TrainingEvent), eventId);
            return await ApplyAsync(unit, eventId, changes, isUndo, ct);
        }, ct);
    }

    private static async Task<MarkOutcome> ApplyAsync(WriteUnit unit, int eventId, IReadOnlyList<MarkChange> changes, bool isUndo, CancellationToken ct)
    {
        var db = unit.Db;
        var enrollmentIds = changes.Select(x => x.EnrollmentId).Distinct().ToList();
        var sessions = await db.Set<Session>().AsNoTracking().Where(x => x.EventId == eventId).ToDictionaryAsync(x => x.Id, x => x.Date, ct);
        var enrollments = await db.Set<Enrollment>().AsNoTracking()
            .Where(x => x.EventId == eventId && enrollmentIds.Contains(x.Id))
            .ToDictionaryAsync(x => x.Id, x => x.Status, ct);
        // Only what hangs on this event: a forged id of another center's enrollment must not tell its mark.
        var own = enrollments.Keys.ToList();
        var rows = await db.Set<AttendanceMark>().Where(x => own.Contains(x.EnrollmentId)).ToDictionaryAsync(x => (x.SessionId, x.EnrollmentId), ct);

        var changed = new List<MarkChange>();
        var clashes = new List<MarkClash>();
        var refused = new List<MarkRefusal>();
        // The same cell twice in a batch: only the last key counts, against what stood there before the first.
        foreach (var cell in changes.GroupBy(x => (x.SessionId, x.EnrollmentId)))
        {
            var (wanted, was) = (cell.Last().Mark, cell.First().Was);
            var row = rows.GetValueOrDefault(cell.Key);
            if (row?.Mark == wanted) continue;
            if (Refusal(cell.Key, sessions, enrollments, unit.Today) is { } problem)
            {
                refused.Add(new(cell.Key.SessionId, cell.Key.EnrollmentId, row?.Mark, problem));
                continue;
            }
            if (row?.Mark != was)
            {
                clashes.Add(new(cell.Key.SessionId, cell.Key.EnrollmentId, row?.Mark, row is null ? "" : await WhoAsync(db, row.Id, ct)));
                if (isUndo) continue;
            }
            changed.Add(new(cell.Key.SessionId, cell.Key.EnrollmentId, wanted, row?.Mark));
            Put(unit, row, cell.Key, wanted);
        }
        return new(changed, clashes, refused);
    }

    private static Problem? Refusal(
        (int SessionId, int EnrollmentId) cell, Dictionary<int, DateOnly> sessions, Dictionary<int, EnrollmentStatus> enrollments, DateOnly today) =>
        sessions.TryGetValue(cell.SessionId, out var date) && enrollments.TryGetValue(cell.EnrollmentId, out var status)
            ? AttendanceRules.MayMark(status, date, today).Problem
            : new Problem("CellIsGone");

    private static void Put(WriteUnit unit, AttendanceMark? row, (int SessionId, int EnrollmentId) cell, Mark? wanted)
    {
        if (wanted is not { } mark)
        {
            if (row is not null) unit.Db.Remove(row);
        }
        else if (row is null)
        {
            unit.Db.Add(new AttendanceMark { SessionId = cell.SessionId, EnrollmentId = cell.EnrollmentId, Mark = mark, MarkedAt = unit.Now });
        }
        else
        {
            (row.Mark, row.MarkedAt) = (mark, unit.Now);
        }
    }

    private static async Task<string> WhoAsync(AppDb db, int markId, CancellationToken ct) =>
        await db.ChangeSets
            .Where(x => x.Rows.Any(r => r.Kind == nameof(AttendanceMark) && r.Key == markId))
            .OrderByDescending(x => x.Id)
            .Select(x => x.ActorName)
            .FirstOrDefaultAsync(ct) ?? "";
}
