using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Events;

/// <summary>A room that is taken by something else than the sessions of a calendar.</summary>
/// <param name="Title">Null for whoever may not look into the center.</param>
/// <param name="Href">Where it stands; null where there is nothing to open.</param>
public sealed record TakenRoom(string? Title, string Center, string Room, DateOnly Date, TimeOnly Starts, TimeOnly Ends, bool IsAssessment, string? Href);

/// <summary>Which rooms and trainers are taken when, by events and by assessment; the sessions of cancelled events take nothing.</summary>
public sealed class BookingQueries(Store store)
{
    /// <summary>
    /// All that stands against the wanted times, to be shown before anything is saved; the verbs ask the same again behind the gate.
    /// Three queries at most, however many times are wanted.
    /// </summary>
    /// <param name="except">The session of an event that is being moved.</param>
    /// <returns>
    /// <c>RoomTaken</c>, <c>RoomTakenByAssessment</c> and <c>TrainerTaken</c> (room or name, event or procedure, date, from, to); <c>RoomTakenElsewhere</c> and
    /// <c>TrainerTakenElsewhere</c> name the center instead of what the actor does not see.
    /// </returns>
    public async Task<IReadOnlyList<Problem>> ConflictsAsync(
        Actor actor, int? roomId, IReadOnlyList<int> trainers, IReadOnlyList<PlannedSession> wanted, int? except = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return
        [
            .. roomId is { } room ? await RoomConflictsAsync(db, actor, room, wanted, except, null, ct) : [],
            .. await TrainerConflictsAsync(db, actor, trainers, wanted, except, ct),
        ];
    }

    /// <summary>
    /// What takes the rooms of the filter beside the sessions that <see cref="EventQueries.CalendarAsync"/> shows: assessments, and events that the filter
    /// leaves out or the actor does not see. Nothing while events are searched for by words. One query.
    /// </summary>
    public async Task<IReadOnlyList<TakenRoom>> TakenAsync(Actor actor, DateOnly from, DateOnly to, CalendarFilter filter, CancellationToken ct = default)
    {
        var seen = actor.CentersFor(Permission.ViewEvents);
        if (seen is [] || !string.IsNullOrWhiteSpace(filter.Text)) return [];
        await using var db = await store.ReadAsync(ct);
        var rooms = db.Set<Room>().Where(x => seen == null || seen.Contains(x.CenterId));
        if (filter.Room is { } one) rooms = db.Set<Room>().Where(x => x.Id == one);
        else if (filter.Center is { } center) rooms = rooms.Where(x => x.CenterId == center);
        var hidden = Uses(db, from, to).Where(x => rooms.Any(r => r.Id == x.RoomId));
        // What the calendar shows already.
        hidden = filter.Center is { } shown
            ? hidden.Where(x => x.IsAssessment || x.CenterId != shown)
            : hidden.Where(x => x.IsAssessment || (seen != null && !seen.Contains(x.CenterId)));
        var rows = await hidden.OrderBy(x => x.Date).ThenBy(x => x.Starts).ThenBy(x => x.Id).Select(Named(db)).ToListAsync(ct);
        return [.. rows.Select(x => new TakenRoom(
            Sees(actor, x.Use) ? x.Use.Title : null, x.Center, x.Room, x.Use.Date, x.Use.Starts, x.Use.Ends, x.Use.IsAssessment,
            !Sees(actor, x.Use) ? null : x.Use.IsAssessment ? $"/assessments/sessions/{x.Use.Id}" : $"/events/{x.Use.OwnerId}?tab=sessions"))];
    }

    /// <param name="except">The session of an event that is being moved.</param>
    /// <param name="exceptAssessment">The session of assessment that is being moved.</param>
    /// <returns>As <see cref="ConflictsAsync"/>, of the room alone; in order of time.</returns>
    internal static async Task<IReadOnlyList<Problem>> RoomConflictsAsync(
        AppDb db, Actor actor, int roomId, IReadOnlyList<PlannedSession> wanted, int? except, int? exceptAssessment, CancellationToken ct)
    {
        if (wanted.Count == 0) return [];
        var rows = await Uses(db, wanted.Min(x => x.Date), wanted.Max(x => x.Date))
            .Where(x => x.RoomId == roomId && (x.IsAssessment ? x.Id != exceptAssessment : x.Id != except)).Select(Named(db)).ToListAsync(ct);
        var bookings = rows.Select(x => new Booking(
            x.Use.Id, x.Use.Date, x.Use.Starts, x.Use.Ends, x.Room, Sees(actor, x.Use) ? x.Use.Title : x.Center, !Sees(actor, x.Use), x.Use.IsAssessment));
        return [.. EventRules.Clashes(bookings, wanted).Select(x => Taken(x.IsAssessment && !x.IsElsewhere ? "RoomTakenByAssessment" : "RoomTaken", x).At(nameof(SessionForm.RoomId)))];
    }

    /// <returns>As <see cref="ConflictsAsync"/>, of the trainers alone; in order of time.</returns>
    internal static async Task<IReadOnlyList<Problem>> TrainerConflictsAsync(
        AppDb db, Actor actor, IReadOnlyList<int> trainers, IReadOnlyList<PlannedSession> wanted, int? except, CancellationToken ct)
    {
        if (wanted.Count == 0 || trainers.Count == 0) return [];
        var (first, last) = (wanted.Min(x => x.Date), wanted.Max(x => x.Date));
        var busy = await db.Set<Session>().Where(x => x.Date >= first && x.Date <= last && x.Event!.Status != EventStatus.Cancelled && x.Id != except)
            .SelectMany(x => x.Trainers.Where(t => trainers.Contains(t.PersonId)), (x, t) => new { x.Id, x.Date, x.Starts, x.Ends, x.CenterId, x.Event!.Title, t.PersonId })
            .Join(db.Set<Person>(), x => x.PersonId, p => p.Id, (x, p) => new
            {
                x.Id, x.Date, x.Starts, x.Ends, x.CenterId, x.Title, p.FamilyName, p.GivenName, p.Patronymic,
                Center = db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(),
            })
            .ToListAsync(ct);
        var lessons = busy.Select(x =>
        {
            var sees = actor.Can(Permission.ViewEvents, x.CenterId);
            return new Booking(x.Id, x.Date, x.Starts, x.Ends, new PersonName(x.FamilyName, x.GivenName, x.Patronymic).Short, sees ? x.Title : x.Center, !sees);
        });
        return [.. EventRules.Clashes(lessons, wanted).Select(x => Taken("TrainerTaken", x).At(nameof(SessionForm.TrainerIds)))];
    }

    /// <summary>All that takes a room in a span of days, both included.</summary>
    internal static IQueryable<RoomUse> Uses(AppDb db, DateOnly from, DateOnly to) =>
        db.Set<Session>().Where(x => x.RoomId != null && x.Date >= from && x.Date <= to && x.Event!.Status != EventStatus.Cancelled)
            .Select(x => new RoomUse { IsAssessment = false, Id = x.Id, OwnerId = x.EventId, RoomId = x.RoomId!.Value, CenterId = x.CenterId, Date = x.Date, Starts = x.Starts, Ends = x.Ends, Title = x.Event!.Title })
            .Concat(db.Set<AssessmentSession>().Where(x => x.RoomId != null && x.Date >= from && x.Date <= to)
                .Select(x => new RoomUse { IsAssessment = true, Id = x.Id, OwnerId = x.Id, RoomId = x.RoomId!.Value, CenterId = x.CenterId, Date = x.Date, Starts = x.Starts, Ends = x.Ends, Title = x.Procedure!.Title }));

    private static Expression<Func<RoomUse, NamedUse>> Named(AppDb db) => x => new NamedUse(
        x, db.Set<Room>().Where(r => r.Id == x.RoomId).Select(r => r.Name).First(), db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First());

    private static bool Sees(Actor actor, RoomUse use) => actor.Can(use.IsAssessment ? Permission.ViewAssessments : Permission.ViewEvents, use.CenterId);

    private static Problem Taken(string key, Booking by) =>
        new(by.IsElsewhere ? key + "Elsewhere" : key, by.What, by.By, by.Date, by.Starts.ToString("HH:mm", CultureInfo.InvariantCulture), by.Ends.ToString("HH:mm", CultureInfo.InvariantCulture));

    private sealed record NamedUse(RoomUse Use, string Room, string Center);

    internal sealed class RoomUse
    {
        public required bool IsAssessment { get; init; }

        /// <summary>Of the session.</summary>
        public required int Id { get; init; }

        /// <summary>Of the event, or of the session of assessment itself.</summary>
        public required int OwnerId { get; init; }

        public required int RoomId { get; init; }

        public required int CenterId { get; init; }

        public required DateOnly Date { get; init; }

        public required TimeOnly Starts { get; init; }

        public required TimeOnly Ends { get; init; }

        public required string Title { get; init; }
    }
}
