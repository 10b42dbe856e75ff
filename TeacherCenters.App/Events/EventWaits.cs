using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Certificates;
using TeacherCenters.Completion;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Settings;

namespace TeacherCenters.Events;

/// <summary>An event that waits, and how much of it does: sessions, applications, people.</summary>
public sealed record WaitingEvent(int EventId, string Title, DateOnly StartsOn, DateOnly EndsOn, int Count);

/// <summary>Which events wait for what: the same words for the list of events and for the day's start.</summary>
public static class EventWaits
{
    /// <summary>An event that begins within so many days should be open for enrollment.</summary>
    public const int OpeningDays = 14;

    /// <param name="timeline">Says which marks credit hours.</param>
    public static IQueryable<TrainingEvent> WaitingFor(this IQueryable<TrainingEvent> events, AppDb db, EventWait wait, DateOnly today, SettingsTimeline timeline)
    {
        var soon = today.AddDays(OpeningDays);
        var (unmarked, unanswered, undocumented) = (db.Unmarked(today), db.Unanswered(), db.WithoutDocument(timeline));
        var running = events.Where(x => x.Status == EventStatus.Open || x.Status == EventStatus.Closed);
        return wait switch
        {
            EventWait.Opening => events.Where(x => (x.Status == EventStatus.Draft || x.Status == EventStatus.Announced) && x.StartsOn <= soon),
            EventWait.Register => running.Where(x => x.SeatsTaken > 0 && unmarked.Any(s => s.EventId == x.Id)),
            EventWait.Applications => running.Where(x => unanswered.Any(e => e.EventId == x.Id)),
            EventWait.Completion => running.Where(x => x.EndsOn < today && x.SeatsTaken > 0),
            _ => events.Where(x => x.Status == EventStatus.Completed && undocumented.Any(e => e.EventId == x.Id)),
        };
    }

    /// <summary>The waiting events with their numbers, the earliest first.</summary>
    public static IQueryable<WaitingEvent> Counted(this IQueryable<TrainingEvent> waiting, AppDb db, EventWait wait, DateOnly today, SettingsTimeline timeline)
    {
        var (unmarked, unanswered, undocumented) = (db.Unmarked(today), db.Unanswered(), db.WithoutDocument(timeline));
        var sorted = waiting.OrderBy(x => x.StartsOn).ThenBy(x => x.Id);
        return wait switch
        {
            EventWait.Register => sorted.Select(x => new WaitingEvent(x.Id, x.Title, x.StartsOn, x.EndsOn, unmarked.Count(s => s.EventId == x.Id))),
            EventWait.Applications => sorted.Select(x => new WaitingEvent(x.Id, x.Title, x.StartsOn, x.EndsOn, unanswered.Count(e => e.EventId == x.Id))),
            EventWait.Documents => sorted.Select(x => new WaitingEvent(x.Id, x.Title, x.StartsOn, x.EndsOn, undocumented.Count(e => e.EventId == x.Id))),
            _ => sorted.Select(x => new WaitingEvent(x.Id, x.Title, x.StartsOn, x.EndsOn, x.SeatsTaken)),
        };
    }

    /// <summary>Sessions before today that nobody has marked.</summary>
    private static IQueryable<Session> Unmarked(this AppDb db, DateOnly today) =>
        db.Set<Session>().Where(s => s.Date < today && !db.Set<AttendanceMark>().Any(m => m.SessionId == s.Id));

    private static IQueryable<Enrollment> Unanswered(this AppDb db) =>
        db.Set<Enrollment>().Where(e => e.Status == EnrollmentStatus.Applied || e.Status == EnrollmentStatus.Approved);

    /// <summary>Who has earned a document, and none holds; of events that are not completed yet as well. Whose document was annulled on purpose waits for none.</summary>
    internal static IQueryable<Enrollment> WithoutDocument(this AppDb db, SettingsTimeline timeline)
    {
        var (credited, revoked) = (db.Credited(timeline), CertificateCandidates.Revoked(db));
        return db.Set<Enrollment>().Where(CompletionRules.EarnsDocument)
            // Who failed or was expelled gets a statement of the hours studied, and none without any.
            .Where(e => (e.Status == EnrollmentStatus.Completed && e.Result != FinalResult.Failed && e.Result != FinalResult.Unsatisfactory) || credited.Any(m => m.EnrollmentId == e.Id))
            .Where(e => !db.Set<Certificate>().Where(Certificate.Live).Any(c => c.EnrollmentId == e.Id))
            .Where(e => !revoked.Any(r => r.Id == e.Id));
    }

    /// <summary>Marks that credit hours by the settings that hold on the last day of their event.</summary>
    private static IQueryable<AttendanceMark> Credited(this AppDb db, SettingsTimeline timeline)
    {
        var spans = timeline.Crediting();
        return spans.Select(Within).Aggregate(Queryable.Concat);

        IQueryable<AttendanceMark> Within((DateOnly? From, DateOnly? Until, IReadOnlyList<Mark> Marks) span)
        {
            var (from, until, crediting) = span;
            var marks = db.Set<AttendanceMark>().Where(x => crediting.Contains(x.Mark));
            if (spans.Count == 1) return marks;
            var sessions = db.Set<Session>().Where(x => (from == null || x.Event!.EndsOn >= from) && (until == null || x.Event!.EndsOn < until));
            return marks.Where(x => sessions.Any(s => s.Id == x.SessionId));
        }
    }
}
