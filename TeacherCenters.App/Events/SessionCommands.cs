using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Events;

/// <summary>Sessions of an event. A room and a trainer are in one place at a time: the check runs behind the write gate.</summary>
public sealed class SessionCommands(Store store, DataRoot root)
{
    private const string Anybody = "мероприятие другого центра";

    /// <returns>
    /// The session's id, or <c>NotFound</c>, <c>EventIsOver</c>, <c>RoomTaken</c> (room, event, date, from, to), <c>TrainerTaken</c> (name, event, date, from, to),
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
        foreach (var gone in row.Trainers.Where(x => !form.TrainerIds.Contains(x.PersonId)).ToList()) unit.Db.Remove(gone);
        row.Trainers.AddRange(form.TrainerIds.Where(p => row.Trainers.All(x => x.PersonId != p)).Select(p => new SessionTrainer { PersonId = p }));
        await unit.FlushAsync(ct);
        return row.Id;
    }, ct);

    /// <summary>Moves a session to another day or time, as dragging in the calendar does; its marks stay.</summary>
    public Task<Result> MoveAsync(Actor actor, int sessionId, DateOnly date, TimeOnly starts, TimeOnly ends, CancellationToken ct = default) => store.WriteAsync(actor, "sessions.move", async unit =>
    {
        var row = await unit.Db.Set<Session>().Include(x => x.Trainers).SingleOrDefaultAsync(x => x.Id == sessionId, ct);
        if (row is null || await EventAsync(unit, row.EventId, ct) is not { } of) return new Problem("NotFound");
        if (of.Status is EventStatus.Completed or EventStatus.Cancelled) return new Problem("EventIsOver");
        var form = new SessionForm { Date = date, Starts = starts, Ends = ends, Hours = row.Hours };
        if (EventRules.Check(form, of.StartsOn, of.EndsOn) is { } problem) return problem;
        if (await ClashAsync(unit, row.RoomId, [.. row.Trainers.Select(x => x.PersonId)], [new(date, starts, ends, 0)], sessionId, ct) is { } clash) return clash;
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
        return Result.Done;
    }, ct);

    /// <summary>Adds sessions on the chosen days until the hours of the event are full; all or none.</summary>
    /// <returns>How many were added, or <c>NotFound</c>, <c>EventIsOver</c>, <c>PlanIncomplete</c>, <c>NothingToPlan</c>, <c>PlanDoesNotFit</c> (hours that fit, hours wanted), <c>RoomTaken</c>.</returns>
    public Task<Result<int>> PlanAsync(Actor actor, int eventId, SessionPlanForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, "sessions.plan", async unit =>
    {
        if (await EventAsync(unit, eventId, ct) is not { } of) return new Problem("NotFound");
        if (of.Status is EventStatus.Completed or EventStatus.Cancelled) return new Problem("EventIsOver");
        if (form.Starts is not { } starts || form.HoursADay is not (> 0 and <= 10) || form.Days.Count == 0) return new Problem("PlanIncomplete");
        var left = of.Hours - await unit.Db.Set<Session>().Where(x => x.EventId == eventId).SumAsync(x => x.Hours, ct);
        if (left <= 0) return new Problem("NothingToPlan", of.Hours);
        var from = form.From is { } day && day > of.StartsOn ? day : of.StartsOn;
        var plan = EventRules.Plan(from, of.EndsOn, form.Days, starts, form.HoursADay.Value, left, Holidays());
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
        unit.Actor.Demand(Permission.EditEvents, of.CenterId);
        return of;
    }

    /// <summary>One query for the room and one for the trainers, whatever the number of new sessions.</summary>
    private static async Task<Problem?> ClashAsync(WriteUnit unit, int? roomId, IReadOnlyList<int> trainers, IReadOnlyList<PlannedSession> wanted, int? except, CancellationToken ct)
    {
        var (first, last) = (wanted.Min(x => x.Date), wanted.Max(x => x.Date));
        var live = unit.Db.Set<Session>().AsNoTracking().Where(x => x.Date >= first && x.Date <= last && x.Event!.Status != EventStatus.Cancelled);
        if (roomId is { } room)
        {
            var name = await unit.Db.Set<Room>().Where(x => x.Id == room).Select(x => x.Name).SingleOrDefaultAsync(ct);
            if (name is null) return new Problem("NotFound").At(nameof(SessionForm.RoomId));
            var taken = await live.Where(x => x.RoomId == room).Select(x => new { x.Id, x.Date, x.Starts, x.Ends, x.CenterId, x.Event!.Title }).ToListAsync(ct);
            var bookings = taken.Select(x => new Booking(x.Id, x.Date, x.Starts, x.Ends, Shown(unit, x.CenterId, x.Title))).ToList();
            if (First(bookings, wanted, except) is { } clash) return Taken("RoomTaken", name, clash).At(nameof(SessionForm.RoomId));
        }
        if (trainers.Count == 0) return null;
        var busy = await live
            .SelectMany(x => x.Trainers.Where(t => trainers.Contains(t.PersonId)), (x, t) => new { x.Id, x.Date, x.Starts, x.Ends, x.CenterId, x.Event!.Title, t.PersonId })
            .Join(unit.Db.Set<Person>(), x => x.PersonId, p => p.Id, (x, p) => new { x, p.FamilyName, p.GivenName, p.Patronymic })
            .ToListAsync(ct);
        foreach (var person in busy.GroupBy(x => x.x.PersonId))
        {
            var bookings = person.Select(b => new Booking(b.x.Id, b.x.Date, b.x.Starts, b.x.Ends, Shown(unit, b.x.CenterId, b.x.Title)));
            if (First(bookings.ToList(), wanted, except) is { } clash)
                return Taken("TrainerTaken", new PersonName(person.First().FamilyName, person.First().GivenName, person.First().Patronymic).Short, clash).At(nameof(SessionForm.TrainerIds));
        }
        return null;
    }

    private static Booking? First(List<Booking> bookings, IReadOnlyList<PlannedSession> wanted, int? except) =>
        wanted.Select(x => EventRules.Clash(bookings, x.Date, x.Starts, x.Ends, except)).FirstOrDefault(x => x is not null);

    private static Problem Taken(string key, string what, Booking clash) =>
        new(key, what, clash.By, clash.Date, clash.Starts.ToString("HH:mm", CultureInfo.InvariantCulture), clash.Ends.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>The name of an event of a center that the actor does not see stays hidden; that the time is taken does not.</summary>
    private static string Shown(WriteUnit unit, int centerId, string title) => unit.Actor.Can(Permission.ViewEvents, centerId) ? title : Anybody;

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private HashSet<DateOnly> Holidays()
    {
        var file = Path.Combine(root.Reference, "holidays.csv");
        if (!File.Exists(file)) return [];
        return [.. File.ReadLines(file).Skip(1).Select(x => DateOnly.TryParse(x.Split(';')[0], CultureInfo.InvariantCulture, out var day) ? day : default)];
    }
}
