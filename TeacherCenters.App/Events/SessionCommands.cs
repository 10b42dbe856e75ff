using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Events;

/// <summary>Sessions of an event. A room and a trainer are in one place at a time: the check runs behind the write gate.</summary>
public sealed class SessionCommands(Store store, DataRoot root)
{
    /// <returns>
    /// The session's id, or <c>NotFound</c>, <c>EventIsOver</c>, <c>RoomMissing</c>, <c>TrainerMissing</c>, a clash of <see cref="BookingQueries.ConflictsAsync(Actor, int?, IReadOnlyList{int}, IReadOnlyList{PlannedSession}, int?, CancellationToken)"/>,
    /// a problem of <see cref="EventRules.Check(SessionForm, DateOnly, DateOnly)"/>.
    /// </returns>
    public Task<Result<int>> SaveAsync(Actor actor, int eventId, SessionForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "sessions.add" : "sessions.change", async unit =>
    {
        if (await EventAsync(unit, eventId, ct) is not { } of) return new Problem("NotFound");
        if (of.Status is EventStatus.Completed or EventStatus.Cancelled) return new Problem("EventIsOver");
        if (EventRules.Check(form, of.StartsOn, of.EndsOn) is { } problem) return problem;
        var (date, starts, ends) = (form.Date!.Value, form.Starts!.Value, form.Ends!.Value);
        if (await ClashAsync(unit, form.RoomId, form.TrainerIds, [new(date, starts, ends, 0)], form.Id, ct) is { } clash) return clash;
        Session? row;
        if (form.Id is { } id)
        {
            row = await unit.Db.Set<Session>().Include(x => x.Trainers).SingleOrDefaultAsync(x => x.Id == id && x.EventId == eventId, ct);
            if (row is null) return new Problem("NotFound");
            unit.Expect(row, form.Version);
            (row.Date, row.Starts, row.Ends, row.Hours) = (date, starts, ends, form.Hours!.Value);
        }
        else
        {
            row = new Session { CenterId = of.CenterId, EventId = eventId, Date = date, Starts = starts, Ends = ends, Hours = form.Hours!.Value };
            unit.Db.Add(row);
        }
        (row.Topic, row.RoomId, row.Place) = (Text(form.Topic), form.RoomId, Text(form.Place));
        var gone = row.Trainers.Where(x => !form.TrainerIds.Contains(x.PersonId)).ToList();
        var come = form.TrainerIds.Distinct().Where(p => row.Trainers.All(x => x.PersonId != p)).Select(p => new SessionTrainer { PersonId = p }).ToList();
        unit.Db.RemoveRange(gone);
        row.Trainers.AddRange(come);
        // Who also changes only the trainers must see the clash.
        if (gone.Count + come.Count > 0) unit.Touch(row);
        await unit.FlushAsync(ct);
        return row.Id;
    }, ct);

    /// <summary>Moves a session to another day or time, as dragging in the calendar does; its marks stay.</summary>
    /// <param name="version">Of the session as it was looked at.</param>
    public Task<Result> MoveAsync(Actor actor, int sessionId, int version, DateOnly date, TimeOnly starts, TimeOnly ends, CancellationToken ct = default) => store.WriteAsync(actor, "sessions.move", async unit =>
    {
        var row = await unit.Db.Set<Session>().Include(x => x.Trainers).SingleOrDefaultAsync(x => x.Id == sessionId, ct);
        if (row is null || await EventAsync(unit, row.EventId, ct) is not { } of) return new Problem("NotFound");
        if (of.Status is EventStatus.Completed or EventStatus.Cancelled) return new Problem("EventIsOver");
        var form = new SessionForm { Date = date, Starts = starts, Ends = ends, Hours = row.Hours };
        if (EventRules.Check(form, of.StartsOn, of.EndsOn) is { } problem) return problem;
        if (await ClashAsync(unit, row.RoomId, [.. row.Trainers.Select(x => x.PersonId)], [new(date, starts, ends, 0)], sessionId, ct) is { } clash) return clash;
        unit.Expect(row, version);
        (row.Date, row.Starts, row.Ends) = (date, starts, ends);
        return Result.Done;
    }, ct);

    /// <returns><c>NotFound</c>, <c>SessionHasMarks</c> (how many).</returns>
    public Task<Result> DeleteAsync(Actor actor, int sessionId, CancellationToken ct = default) => store.WriteAsync(actor, "sessions.delete", async unit =>
    {
        var row = await unit.Db.Set<Session>().Include(x => x.Trainers).SingleOrDefaultAsync(x => x.Id == sessionId, ct);
        if (row is null || await EventAsync(unit, row.EventId, ct) is not { } of) return new Problem("NotFound");
        if (of.Status is EventStatus.Completed or EventStatus.Cancelled) return new Problem("EventIsOver");
        var marks = await unit.Db.Set<AttendanceMark>().CountAsync(x => x.SessionId == sessionId, ct);
        if (marks > 0) return new Problem("SessionHasMarks", marks);
        unit.Db.RemoveRange(row.Trainers);
        unit.Db.Remove(row);
        // The event's history finds a session that is gone by the event's own row.
        unit.Touch(of);
        return Result.Done;
    }, ct);

    /// <summary>Adds sessions on the chosen days until the hours of the event are full; all or none.</summary>
    /// <returns>How many were added, or <c>NotFound</c>, <c>EventIsOver</c>, <c>PlanIncomplete</c>, <c>PlanPastMidnight</c>, <c>NothingToPlan</c> (hours), <c>PlanDoesNotFit</c> (hours that fit, hours wanted), <c>RoomTaken</c>.</returns>
    public Task<Result<int>> PlanAsync(Actor actor, int eventId, SessionPlanForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, "sessions.plan", async unit =>
    {
        if (await EventAsync(unit, eventId, ct) is not { } of) return new Problem("NotFound");
        if (of.Status is EventStatus.Completed or EventStatus.Cancelled) return new Problem("EventIsOver");
        if (EventRules.Check(form) is { } problem) return problem;
        var left = of.Hours - await unit.Db.Set<Session>().Where(x => x.EventId == eventId).SumAsync(x => x.Hours, ct);
        if (left <= 0) return new Problem("NothingToPlan", of.Hours);
        var from = form.From is { } day && day > of.StartsOn ? day : of.StartsOn;
        var plan = EventRules.Plan(from, of.EndsOn, form.Days, form.Starts!.Value, form.HoursADay!.Value, left, await HolidaysAsync(unit, ct));
        var fits = plan.Sum(x => x.Hours);
        if (fits < left) return new Problem("PlanDoesNotFit", fits, left);
        if (await ClashAsync(unit, form.RoomId, [], plan, null, ct) is { } clash) return clash;
        foreach (var session in plan)
        {
            unit.Db.Add(new Session
            {
                CenterId = of.CenterId, EventId = eventId, Date = session.Date, Starts = session.Starts, Ends = session.Ends, Hours = session.Hours, RoomId = form.RoomId, Place = Text(form.Place),
            });
        }
        return plan.Count;
    }, ct);

    private static async Task<TrainingEvent?> EventAsync(WriteUnit unit, int eventId, CancellationToken ct)
    {
        var of = await unit.Db.Set<TrainingEvent>().VisibleTo(unit.Actor).SingleOrDefaultAsync(x => x.Id == eventId, ct);
        if (of is null) return null;
        unit.CenterId = of.CenterId;
        unit.Owner = new(nameof(TrainingEvent), of.Id);
        unit.Actor.Demand(Permission.EditEvents, of.CenterId);
        return of;
    }

    private static async Task<Problem?> ClashAsync(WriteUnit unit, int? roomId, IReadOnlyList<int> trainers, IReadOnlyList<PlannedSession> wanted, int? except, CancellationToken ct)
    {
        // A room that was closed since keeps the sessions it has.
        if (roomId is { } room && !await unit.Db.Set<Room>().AnyAsync(x => x.Id == room && (!x.IsClosed || unit.Db.Set<Session>().Any(s => s.Id == except && s.RoomId == room)), ct))
            return new Problem("RoomMissing").At(nameof(SessionForm.RoomId));
        if (trainers.Count > 0 && await unit.Db.Set<Person>().CountAsync(x => trainers.Contains(x.Id), ct) != trainers.Distinct().Count())
            return new Problem("TrainerMissing").At(nameof(SessionForm.TrainerIds));
        if (roomId is { } asked && await BookingQueries.RoomConflictsAsync(unit.Db, unit.Actor, asked, wanted, except, null, ct) is [var taken, ..]) return taken;
        return await BookingQueries.TrainerConflictsAsync(unit.Db, unit.Actor, trainers, wanted, except, ct) is [var first, ..] ? first : null;
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private async Task<HashSet<DateOnly>> HolidaysAsync(WriteUnit unit, CancellationToken ct)
    {
        var settings = await unit.Db.SettingsAsOfAsync(unit.Today, ct);
        return [.. root.Holidays().Concat(settings.DaysOff).Select(x => x.Date).Except(settings.WorkingDays)];
    }
}
