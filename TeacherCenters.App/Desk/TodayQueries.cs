using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Certificates;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Desk;

/// <summary>What waits for somebody, each as an event and a number.</summary>
public sealed record WaitingEvent(int EventId, string Title, int Count);

public sealed record TodayFacts(
    DateOnly Today, IReadOnlyList<CalendarItem> Sessions, IReadOnlyList<WaitingEvent> Unmarked, IReadOnlyList<WaitingEvent> Applications, IReadOnlyList<WaitingEvent> ToComplete, IReadOnlyList<WaitingEvent> Documents);

public sealed class TodayQueries(Store store, EventQueries events, NetworkClock clock)
{
    private const int Shown = 8;
    private const int DaysAhead = 7;

    /// <summary>Documents that nobody issued within half a year are looked for in the list of events, not here.</summary>
    private const int DaysBack = 180;

    /// <summary>Sessions of today and the next seven days, and what waits; five queries whatever the size.</summary>
    public async Task<TodayFacts> ReadAsync(Actor actor, int? center, CancellationToken ct = default)
    {
        var today = clock.Today;
        var sessions = await events.CalendarAsync(actor, today, today.AddDays(DaysAhead), new CalendarFilter { Center = center }, ct);
        await using var db = await store.ReadAsync(ct);
        var recent = today.AddDays(-DaysBack);
        var visible = db.Set<TrainingEvent>().VisibleTo(actor);
        if (center is { } id) visible = visible.Where(x => x.CenterId == id);
        var live = visible.Where(x => x.Status == EventStatus.Open || x.Status == EventStatus.Closed);
        var unmarked = await live
            .Where(x => x.SeatsTaken > 0)
            .Select(x => new { x.Id, x.Title, x.StartsOn, Count = db.Set<Session>().Count(s => s.EventId == x.Id && s.Date < today && !db.Set<AttendanceMark>().Any(m => m.SessionId == s.Id)) })
            .Where(x => x.Count > 0)
            .OrderBy(x => x.StartsOn).ThenBy(x => x.Id)
            .Take(Shown)
            .Select(x => new WaitingEvent(x.Id, x.Title, x.Count))
            .ToListAsync(ct);
        var applications = await live
            .Select(x => new { x.Id, x.Title, x.StartsOn, Count = db.Set<Enrollment>().Count(e => e.EventId == x.Id && (e.Status == EnrollmentStatus.Applied || e.Status == EnrollmentStatus.Approved)) })
            .Where(x => x.Count > 0)
            .OrderBy(x => x.StartsOn).ThenBy(x => x.Id)
            .Take(Shown)
            .Select(x => new WaitingEvent(x.Id, x.Title, x.Count))
            .ToListAsync(ct);
        var toComplete = await live
            .Where(x => x.EndsOn < today && x.SeatsTaken > 0)
            .OrderBy(x => x.EndsOn).ThenBy(x => x.Id)
            .Select(x => new WaitingEvent(x.Id, x.Title, x.SeatsTaken))
            .Take(Shown).ToListAsync(ct);
        var documents = await visible
            .Where(x => x.Status == EventStatus.Completed && x.Document != DocumentKind.None && x.EndsOn >= recent)
            .Select(x => new { x.Id, x.Title, x.StartsOn, Count = db.Set<Enrollment>().Count(e => e.EventId == x.Id && e.Status == EnrollmentStatus.Completed && !db.Set<Certificate>().Any(c => c.EnrollmentId == e.Id && c.Status != CertificateStatus.Annulled)) })
            .Where(x => x.Count > 0)
            .OrderBy(x => x.StartsOn).ThenBy(x => x.Id)
            .Take(Shown)
            .Select(x => new WaitingEvent(x.Id, x.Title, x.Count))
            .ToListAsync(ct);
        return new(today, sessions, unmarked, applications, toComplete, documents);
    }
}
