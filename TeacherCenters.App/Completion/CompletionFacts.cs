using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Completion;

/// <summary>A session with empty cells.</summary>
/// <param name="Unmarked">People without a mark in it.</param>
public sealed record UnmarkedSession(int SessionId, DateOnly Date, TimeOnly Starts, int Unmarked);

/// <summary>What completion is decided on: loaded the same way for the screen and, inside the transaction, for the verb.</summary>
internal sealed record CompletionFacts(IReadOnlyList<CompletionPerson> People, IReadOnlyList<UnmarkedSession> Unmarked)
{
    public IReadOnlyList<Candidate> Open { get; } = [.. People.Where(x => AttendanceRules.MayBeMarked(x.Status)).Select(x => x.Candidate)];

    public static async Task<CompletionFacts> LoadAsync(AppDb db, int eventId, NetworkSettings settings, CancellationToken ct)
    {
        var sessions = await db.Set<Session>().AsNoTracking()
            .Where(x => x.EventId == eventId)
            .OrderBy(x => x.Date).ThenBy(x => x.Starts).ThenBy(x => x.Id)
            .Select(x => new { x.Id, x.Date, x.Starts, x.Hours })
            .ToListAsync(ct);
        var people = await db.Set<Enrollment>().AsNoTracking()
            .Where(x => x.EventId == eventId
                && (x.Status == EnrollmentStatus.Enrolled || x.Status == EnrollmentStatus.Admitted
                    || x.Status == EnrollmentStatus.Completed || x.Status == EnrollmentStatus.Expelled))
            .OrderBy(x => x.Person!.SearchText).ThenBy(x => x.Id)
            .Select(x => new { x.Id, x.Person!.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic, x.Status, x.Result, x.Reason })
            .ToListAsync(ct);
        var marks = (await db.Set<AttendanceMark>().AsNoTracking()
                .Where(m => db.Set<Session>().Any(s => s.Id == m.SessionId && s.EventId == eventId))
                .Select(m => new { m.EnrollmentId, m.SessionId, m.Mark })
                .ToListAsync(ct))
            .ToLookup(m => m.EnrollmentId);

        var facts = sessions.Select(s => new SessionFacts(s.Id, s.Date, s.Hours)).ToList();
        var rows = people.Select(p =>
        {
            var name = new PersonName(p.FamilyName, p.GivenName, p.Patronymic);
            var totals = AttendanceRules.Totals(facts, marks[p.Id].ToDictionary(m => m.SessionId, m => m.Mark), settings);
            return new CompletionPerson(p.Id, p.PublicKey, name, p.Status, totals, p.Result, p.Reason);
        }).ToList();
        var open = rows.Where(x => AttendanceRules.MayBeMarked(x.Status)).Select(x => x.EnrollmentId).ToList();
        var unmarked = sessions
            .Select(s => new UnmarkedSession(s.Id, s.Date, s.Starts, open.Count(id => marks[id].All(m => m.SessionId != s.Id))))
            .Where(x => x.Unmarked > 0);
        return new(rows, [.. unmarked]);
    }
}

/// <summary>A participant on the completion screen, before or after it.</summary>
public sealed record CompletionPerson(
    int EnrollmentId, Guid PublicKey, PersonName Name, EnrollmentStatus Status, AttendanceTotals Totals, FinalResult? Result, string? Reason)
{
    internal Candidate Candidate => new(EnrollmentId, Name.Short, Status, Totals);
}
