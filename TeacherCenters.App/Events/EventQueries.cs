using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Events;

public static class EventVisibility
{
    /// <summary>The events of the centers where the actor may see events.</summary>
    public static IQueryable<TrainingEvent> VisibleTo(this IQueryable<TrainingEvent> events, Actor actor) =>
        actor.CentersFor(Permission.ViewEvents) is { } centers ? events.Where(x => centers.Contains(x.CenterId)) : events;
}

public sealed class EventQueries(Store store, NetworkClock clock)
{
    /// <summary>A page of events; two queries whatever the size.</summary>
    public async Task<Page<EventRow>> ListAsync(Actor actor, EventFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = await FilteredAsync(db, actor, filter, ct);
        return new(await Sorted(rows, page, clock.Today).Skip(page.Skip).Take(page.Take).Select(Row(db)).ToListAsync(ct), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async Task<IReadOnlyList<EventRow>> AllAsync(Actor actor, EventFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Sorted(await FilteredAsync(db, actor, filter, ct), order ?? new(), clock.Today).Select(Row(db)).ToListAsync(ct);
    }

    /// <summary>Events of the filter that were not cancelled, for the picker: the next first, then those that are over, the latest first.</summary>
    /// <param name="begun">Only what was announced, and first what has begun, the latest first.</param>
    public async Task<IReadOnlyList<EventChoice>> SearchAsync(Actor actor, EventFilter filter, bool begun = false, int take = 20, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var today = clock.Today;
        var rows = (await FilteredAsync(db, actor, filter, ct)).Where(x => x.Status != EventStatus.Cancelled);
        var near = begun
            ? rows.Where(x => x.Status != EventStatus.Draft).OrderBy(x => x.StartsOn > today).ThenBy(x => x.StartsOn > today ? x.StartsOn : default).ThenByDescending(x => x.StartsOn)
            : NextFirst(rows, today);
        return await near.ThenByDescending(x => x.Id).Take(take).Select(Choice(db)).ToListAsync(ct);
    }

    public async Task<EventChoice?> ChoiceAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.Set<TrainingEvent>().VisibleTo(actor).Where(x => x.Id == id).Select(Choice(db)).SingleOrDefaultAsync(ct);
    }

    /// <summary>How many events of the filter stand in each status, whatever status the filter asks for; one query.</summary>
    public async Task<IReadOnlyDictionary<EventStatus, int>> CountsAsync(Actor actor, EventFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await (await FilteredAsync(db, actor, filter with { Status = null }, ct)).GroupBy(x => x.Status).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
    }

    /// <summary>The years in which events end, the latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.Set<TrainingEvent>().VisibleTo(actor).Select(x => x.EndsOn.Year).Distinct().OrderByDescending(x => x).ToListAsync(ct);
    }

    /// <summary>An event with the facts of its next step; null for what the actor may not see. Two queries.</summary>
    public async Task<EventDetails?> DetailsAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var (today, undocumented) = (clock.Today, db.WithoutDocument(await db.SettingsTimelineAsync(ct)));
        var row = await db.Set<TrainingEvent>().VisibleTo(actor).Where(x => x.Id == id).Select(x => new
        {
            Event = x,
            Center = db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(),
            SessionHours = db.Set<Session>().Where(s => s.EventId == x.Id).Sum(s => s.Hours),
            Applications = db.Set<Enrollment>().Count(e => e.EventId == x.Id && (e.Status == EnrollmentStatus.Applied || e.Status == EnrollmentStatus.Approved)),
            PastSessions = db.Set<Session>().Count(s => s.EventId == x.Id && s.Date <= today),
            Learners = db.Set<Enrollment>().Count(e => e.EventId == x.Id && (e.Status == EnrollmentStatus.Enrolled || e.Status == EnrollmentStatus.Admitted || e.Status == EnrollmentStatus.Completed)),
            Marks = db.Set<AttendanceMark>().Count(m => db.Set<Session>().Any(s => s.Id == m.SessionId && s.EventId == x.Id && s.Date <= today)
                && db.Set<Enrollment>().Any(e => e.Id == m.EnrollmentId && (e.Status == EnrollmentStatus.Enrolled || e.Status == EnrollmentStatus.Admitted || e.Status == EnrollmentStatus.Completed))),
            WithoutDocument = undocumented.Count(e => e.EventId == x.Id),
            Expelled = db.Set<Enrollment>().Count(e => e.EventId == x.Id && e.Status == EnrollmentStatus.Expelled),
            Completed = db.Set<Enrollment>().Count(e => e.EventId == x.Id && e.Status == EnrollmentStatus.Completed),
            Failed = db.Set<Enrollment>().Count(e => e.EventId == x.Id && e.Status == EnrollmentStatus.Completed && (e.Result == FinalResult.Failed || e.Result == FinalResult.Unsatisfactory)),
        }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var of = row.Event;
        return new EventDetails(
            of.Id, of.Version, of.CenterId, row.Center, of.CourseId, of.Title, of.Kind, of.Hours, of.Form, of.Document, of.StartsOn, of.EndsOn, of.Capacity, of.SeatsTaken, of.Funding, of.Notes,
            of.Status, of.CancelReason, of.ProtocolNumber, of.ProtocolDate, of.OrderNumber, of.OrderDate)
        {
            Facts = new EventFacts(of.Status, of.StartsOn, of.EndsOn, of.Hours, row.SessionHours, row.Applications, of.SeatsTaken, Math.Max(0, (row.PastSessions * row.Learners) - row.Marks), row.WithoutDocument),
            Studied = row.Learners + row.Expelled,
            Completed = row.Completed,
            Failed = row.Failed,
        };
    }

    /// <summary>Who changed the event, its sessions (those that are gone too) or their trainers, the latest first; without what is done to people in it.</summary>
    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        if (!await db.Set<TrainingEvent>().VisibleTo(actor).AnyAsync(x => x.Id == id, ct)) return [];
        var own = db.ChangeRows.Where(x => x.Kind == nameof(TrainingEvent) && x.Key == id).Select(x => x.ChangeSetId);
        var sessions = db.Set<Session>().Where(x => x.EventId == id).Select(x => x.Id)
            .Union(db.ChangeRows.Where(x => x.Kind == nameof(Session) && own.Contains(x.ChangeSetId)).Select(x => x.Key));
        var acts = own.Union(db.ChangeRows.Where(x => x.Kind == nameof(Session) && sessions.Contains(x.Key)).Select(x => x.ChangeSetId));
        var rows = db.ChangeRows.Where(x => acts.Contains(x.ChangeSetId)
            && ((x.Kind == nameof(TrainingEvent) && x.Key == id) || x.Kind == nameof(Session) || x.Kind == nameof(SessionTrainer)));
        return await db.HistoryOfAsync(rows, null, clock, ct: ct);
    }

    /// <summary>The sessions of an event in their order, with trainers; two queries.</summary>
    public async Task<IReadOnlyList<SessionRow>> SessionsAsync(Actor actor, int eventId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var sessions = await db.Set<Session>()
            .Where(x => x.EventId == eventId && db.Set<TrainingEvent>().VisibleTo(actor).Any(e => e.Id == x.EventId))
            .OrderBy(x => x.Date).ThenBy(x => x.Starts).ThenBy(x => x.Id)
            .Select(x => new
            {
                x.Id, x.Version, x.Date, x.Starts, x.Ends, x.Hours, x.Topic, x.RoomId, x.Place,
                Room = db.Set<Room>().Where(r => r.Id == x.RoomId).Select(r => r.Name).FirstOrDefault(),
                RoomCapacity = db.Set<Room>().Where(r => r.Id == x.RoomId).Select(r => (int?)r.Capacity).FirstOrDefault(),
                Marks = db.Set<AttendanceMark>().Count(m => m.SessionId == x.Id),
            })
            .ToListAsync(ct);
        var trainers = await db.Set<SessionTrainer>()
            .Where(x => db.Set<Session>().Any(s => s.Id == x.SessionId && s.EventId == eventId))
            .Join(db.Set<Person>(), x => x.PersonId, p => p.Id, (x, p) => new { x.SessionId, x.PersonId, p.FamilyName, p.GivenName, p.Patronymic })
            .ToListAsync(ct);
        return [.. sessions.Select(x => new SessionRow(x.Id, x.Version, x.Date, x.Starts, x.Ends, x.Hours, x.Topic, x.RoomId, x.Room, x.Place,
            [.. trainers.Where(t => t.SessionId == x.Id).Select(t => new TrainerRow(t.PersonId, new PersonName(t.FamilyName, t.GivenName, t.Patronymic).Short))], x.Marks, x.RoomCapacity))];
    }

    /// <summary>Sessions of visible events in a span of days, both included; one query. Cancelled events are left out; drafts stand there, they are what is being planned.</summary>
    public async Task<IReadOnlyList<CalendarItem>> CalendarAsync(Actor actor, DateOnly from, DateOnly to, CalendarFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var events = db.Set<TrainingEvent>().VisibleTo(actor).Where(x => x.Status != EventStatus.Cancelled);
        if (filter.Center is { } center) events = events.Where(x => x.CenterId == center);
        foreach (var word in SearchName.Of(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)) events = events.Where(x => x.SearchText.Contains(word));
        var sessions = db.Set<Session>().Where(x => x.Date >= from && x.Date <= to);
        if (filter.Room is { } room) sessions = sessions.Where(x => x.RoomId == room);
        return await sessions
            .Join(events, s => s.EventId, e => e.Id, (s, e) => new { s, e })
            .OrderBy(x => x.s.Date).ThenBy(x => x.s.Starts).ThenBy(x => x.s.Id)
            .Select(x => new CalendarItem(x.s.Id, x.s.Version, x.e.Id, x.e.Title, db.Set<Center>().Where(c => c.Id == x.e.CenterId).Select(c => c.ShortName).First(), x.e.CenterId,
                x.s.Date, x.s.Starts, x.s.Ends, db.Set<Room>().Where(r => r.Id == x.s.RoomId).Select(r => r.Name).FirstOrDefault() ?? x.s.Place, x.e.Status, x.s.Topic))
            .ToListAsync(ct);
    }

    private async Task<IQueryable<TrainingEvent>> FilteredAsync(AppDb db, Actor actor, EventFilter filter, CancellationToken ct)
    {
        var rows = db.Set<TrainingEvent>().VisibleTo(actor);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        if (filter.Status is { } status) rows = rows.Where(x => x.Status == status);
        if (filter.Kind is { } kind) rows = rows.Where(x => x.Kind == kind);
        if (filter.Waits is { } wait) rows = rows.WaitingFor(db, wait, clock.Today, await db.SettingsTimelineAsync(ct));
        if (filter.Year is { } year and > 0 and < 9999)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            rows = rows.Where(x => x.EndsOn >= first && x.EndsOn <= last);
        }
        if (filter.From is { } from) rows = rows.Where(x => x.EndsOn >= from);
        if (filter.To is { } to) rows = rows.Where(x => x.StartsOn <= to);
        foreach (var word in SearchName.Of(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)) rows = rows.Where(x => x.SearchText.Contains(word));
        return rows;
    }

    private static IOrderedQueryable<TrainingEvent> NextFirst(IQueryable<TrainingEvent> rows, DateOnly today) =>
        rows.OrderBy(x => x.EndsOn < today).ThenBy(x => x.EndsOn < today ? default : x.StartsOn).ThenByDescending(x => x.StartsOn);

    private static Expression<Func<TrainingEvent, EventChoice>> Choice(AppDb db) => x =>
        new EventChoice(x.Id, x.Title, db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(), x.StartsOn, x.EndsOn, x.Hours, x.Status);

    private static Expression<Func<TrainingEvent, EventRow>> Row(AppDb db) => x =>
        new EventRow(x.Id, x.Title, db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(), x.Kind, x.StartsOn, x.EndsOn, x.Hours, x.SeatsTaken, x.Capacity, x.Status)
        {
            Studied = db.Set<Enrollment>().Count(e => e.EventId == x.Id && (e.Status == EnrollmentStatus.Enrolled || e.Status == EnrollmentStatus.Admitted || e.Status == EnrollmentStatus.Completed || e.Status == EnrollmentStatus.Expelled)),
        };

    /// <summary>By default what is near: the next first, then those that are over, the latest first.</summary>
    private static IQueryable<TrainingEvent> Sorted(IQueryable<TrainingEvent> rows, PageRequest page, DateOnly today) => (page.Sort, page.Descending) switch
    {
        (nameof(EventRow.Title), false) => rows.OrderBy(x => x.SearchText).ThenBy(x => x.Id),
        (nameof(EventRow.Title), true) => rows.OrderByDescending(x => x.SearchText).ThenByDescending(x => x.Id),
        (nameof(EventRow.Hours), false) => rows.OrderBy(x => x.Hours).ThenBy(x => x.Id),
        (nameof(EventRow.Hours), true) => rows.OrderByDescending(x => x.Hours).ThenByDescending(x => x.Id),
        (nameof(EventRow.StartsOn), false) => rows.OrderBy(x => x.StartsOn).ThenBy(x => x.Id),
        (nameof(EventRow.StartsOn), true) => rows.OrderByDescending(x => x.StartsOn).ThenByDescending(x => x.Id),
        _ => NextFirst(rows, today).ThenByDescending(x => x.Id),
    };
}
