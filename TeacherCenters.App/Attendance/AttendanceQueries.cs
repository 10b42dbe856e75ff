using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Attendance;

public sealed class AttendanceQueries(Store store, NetworkClock clock)
{
    /// <summary>The register of an event in five queries, whatever its size; null when the actor may not see the event.</summary>
    public async Task<RegisterSheet?> SheetAsync(Actor actor, int eventId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var centers = actor.CentersFor(Permission.ViewEvents);
        var of = await db.Set<TrainingEvent>()
            .Where(x => x.Id == eventId && (centers == null || centers.Contains(x.CenterId)))
            .Select(x => new { x.CenterId, x.Title, x.Status, x.StartsOn, x.EndsOn })
            .FirstOrDefaultAsync(ct);
        if (of is null) return null;

        var sessions = await db.Set<Session>()
            .Where(x => x.EventId == eventId)
            .OrderBy(x => x.Date).ThenBy(x => x.Starts).ThenBy(x => x.Id)
            .Select(x => new RegisterSession(x.Id, x.Date, x.Starts, x.Ends, x.Hours, x.Topic))
            .ToListAsync(ct);
        var people = await db.Set<Enrollment>()
            .Where(x => x.EventId == eventId
                && (x.Status == EnrollmentStatus.Enrolled || x.Status == EnrollmentStatus.Admitted
                    || x.Status == EnrollmentStatus.Completed || x.Status == EnrollmentStatus.Expelled))
            .OrderBy(x => x.Person!.SearchText).ThenBy(x => x.Id)
            .Select(x => new
            {
                x.Id, x.Person!.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic, x.Status,
                School = db.Set<School>().Where(s => s.Id == x.SchoolId).Select(s => s.Name).FirstOrDefault() ?? x.SchoolWritten,
            })
            .ToListAsync(ct);
        var marks = (await db.Set<AttendanceMark>()
                .Where(m => db.Set<Session>().Any(s => s.Id == m.SessionId && s.EventId == eventId))
                .Select(m => new { m.EnrollmentId, m.SessionId, m.Mark })
                .ToListAsync(ct))
            .ToLookup(m => m.EnrollmentId);
        var settings = await db.SettingsAsOfAsync(of.EndsOn, ct);

        var facts = sessions.Select(s => new SessionFacts(s.Id, s.Date, s.Hours)).ToList();
        var rows = people.Select(p =>
        {
            var own = marks[p.Id].ToDictionary(m => m.SessionId, m => m.Mark);
            return new RegisterPerson(p.Id, p.PublicKey, new(p.FamilyName, p.GivenName, p.Patronymic), p.School, p.Status, own, AttendanceRules.Totals(facts, own, settings));
        }).ToList();
        var mayKeep = actor.Can(Permission.KeepRegister, of.CenterId) && AttendanceRules.MayKeep(of.Status).Succeeded;
        return new(eventId, of.CenterId, of.Title, of.Status, of.StartsOn, of.EndsOn, clock.Today, mayKeep, settings, sessions, rows);
    }
}
