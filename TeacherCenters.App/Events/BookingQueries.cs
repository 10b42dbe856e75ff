using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Events;

/// <summary>Which rooms and trainers are taken when; the sessions of cancelled events take nothing.</summary>
public sealed class BookingQueries(Store store)
{
    /// <summary>
    /// All that stands against the wanted times, to be shown before anything is saved; the verbs ask the same again behind the gate.
    /// Three queries at most, however many times are wanted.
    /// </summary>
    /// <param name="except">The session that is being moved.</param>
    /// <returns>
    /// <c>RoomTaken</c> and <c>TrainerTaken</c> (room or name, event, date, from, to); <c>RoomTakenElsewhere</c> and <c>TrainerTakenElsewhere</c>
    /// name the center instead of an event that the actor does not see.
    /// </returns>
    public async Task<IReadOnlyList<Problem>> ConflictsAsync(
        Actor actor, int? roomId, IReadOnlyList<int> trainers, IReadOnlyList<PlannedSession> wanted, int? except = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await ConflictsAsync(db, actor, roomId, trainers, wanted, except, ct);
    }

    internal static async Task<IReadOnlyList<Problem>> ConflictsAsync(
        AppDb db, Actor actor, int? roomId, IReadOnlyList<int> trainers, IReadOnlyList<PlannedSession> wanted, int? except, CancellationToken ct)
    {
        if (wanted.Count == 0) return [];
        var (first, last) = (wanted.Min(x => x.Date), wanted.Max(x => x.Date));
        var live = db.Set<Session>().AsNoTracking().Where(x => x.Date >= first && x.Date <= last && x.Event!.Status != EventStatus.Cancelled);
        var found = new List<Problem>();
        if (roomId is { } room)
        {
            var taken = await live.Where(x => x.RoomId == room)
                .Select(x => new
                {
                    x.Id, x.Date, x.Starts, x.Ends, x.CenterId, x.Event!.Title,
                    Room = db.Set<Room>().Where(r => r.Id == x.RoomId).Select(r => r.Name).First(),
                    Center = db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(),
                })
                .ToListAsync(ct);
            found.AddRange(EventRules.Clashes(taken.Select(x => Of(actor, x.Id, x.Date, x.Starts, x.Ends, x.CenterId, x.Title, x.Center, x.Room)), wanted, except)
                .Select(x => Taken("RoomTaken", x).At(nameof(SessionForm.RoomId))));
        }
        if (trainers.Count == 0) return found;
        var busy = await live
            .SelectMany(x => x.Trainers.Where(t => trainers.Contains(t.PersonId)), (x, t) => new { x.Id, x.Date, x.Starts, x.Ends, x.CenterId, x.Event!.Title, t.PersonId })
            .Join(db.Set<Person>(), x => x.PersonId, p => p.Id, (x, p) => new
            {
                x.Id, x.Date, x.Starts, x.Ends, x.CenterId, x.Title, p.FamilyName, p.GivenName, p.Patronymic,
                Center = db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(),
            })
            .ToListAsync(ct);
        var lessons = busy.Select(x => Of(actor, x.Id, x.Date, x.Starts, x.Ends, x.CenterId, x.Title, x.Center, new PersonName(x.FamilyName, x.GivenName, x.Patronymic).Short));
        found.AddRange(EventRules.Clashes(lessons, wanted, except).Select(x => Taken("TrainerTaken", x).At(nameof(SessionForm.TrainerIds))));
        return found;
    }

    private static Booking Of(Actor actor, int id, DateOnly date, TimeOnly starts, TimeOnly ends, int centerId, string title, string center, string what) =>
        actor.Can(Permission.ViewEvents, centerId) ? new(id, date, starts, ends, what, title, false) : new(id, date, starts, ends, what, center, true);

    private static Problem Taken(string key, Booking by) =>
        new(by.IsElsewhere ? key + "Elsewhere" : key, by.What, by.By, by.Date, by.Starts.ToString("HH:mm", CultureInfo.InvariantCulture), by.Ends.ToString("HH:mm", CultureInfo.InvariantCulture));
}
