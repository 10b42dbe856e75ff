using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Attendance;

/// <summary>A session as the papers name it.</summary>
/// <param name="Place">Room, or the place outside; null when neither is known.</param>
public sealed record PaperSession(int Id, string? Place, IReadOnlyList<PersonName> Trainers);

/// <summary>The register with what only its papers need.</summary>
/// <param name="Positions">By enrollment.</param>
public sealed record PaperFacts(
    RegisterSheet Register, string Organisation, int ProgrammeHours, IReadOnlyDictionary<int, string?> Positions, IReadOnlyDictionary<int, PaperSession> Sessions);

/// <summary>What the attendance workbook and the lists to sign are made of.</summary>
public sealed class AttendancePaperQueries(Store store, AttendanceQueries registers)
{
    /// <summary>Null when the actor may not see the event.</summary>
    public async Task<PaperFacts?> FactsAsync(Actor actor, int eventId, CancellationToken ct = default)
    {
        if (await registers.SheetAsync(actor, eventId, ct) is not { } register) return null;
        await using var db = await store.ReadAsync(ct);
        var organisation = await db.Set<Center>().Where(x => x.Id == register.CenterId).Select(x => x.FullName).FirstAsync(ct);
        var hours = await db.Set<TrainingEvent>().Where(x => x.Id == eventId).Select(x => x.Hours).FirstAsync(ct);
        var positions = await db.Set<Enrollment>().Where(x => x.EventId == eventId).Select(x => new { x.Id, x.Position }).ToDictionaryAsync(x => x.Id, x => x.Position, ct);
        var places = await db.Set<Session>()
            .Where(x => x.EventId == eventId)
            .Select(x => new { x.Id, Place = db.Set<Room>().Where(r => r.Id == x.RoomId).Select(r => r.Name).FirstOrDefault() ?? x.Place })
            .ToListAsync(ct);
        var trainers = (await (
                from session in db.Set<Session>()
                join trainer in db.Set<SessionTrainer>() on session.Id equals trainer.SessionId
                join person in db.Set<Person>() on trainer.PersonId equals person.Id
                where session.EventId == eventId
                orderby person.SearchText, trainer.Id
                select new { SessionId = session.Id, person.FamilyName, person.GivenName, person.Patronymic })
            .ToListAsync(ct))
            .ToLookup(x => x.SessionId, x => new PersonName(x.FamilyName, x.GivenName, x.Patronymic));
        return new(register, organisation, hours, positions, places.ToDictionary(x => x.Id, x => new PaperSession(x.Id, x.Place, [.. trainers[x.Id]])));
    }
}
