using Microsoft.EntityFrameworkCore;
using TeacherCenters.Certificates;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Completion;

/// <summary>Everything the completion screen shows.</summary>
/// <param name="People">All who hold or held a place, by name.</param>
/// <param name="Unmarked">Sessions in which participants have no mark.</param>
/// <param name="Obstacle">Why the event can't be completed now; null when it can, or already is.</param>
/// <param name="Next">What the papers may be: numbers that follow the center's last, the event's last day.</param>
/// <param name="Before">The papers that a reopening took back; null when there was none.</param>
/// <param name="Documents">Valid documents issued on the ground of this completion.</param>
public sealed record CompletionSheet(
    int EventId, int CenterId, int Version, string Title, EventStatus Status, DateOnly StartsOn, DateOnly EndsOn, DateOnly Today, DocumentTerms Terms,
    NetworkSettings Settings, IReadOnlyList<CompletionPerson> People, IReadOnlyList<UnmarkedSession> Unmarked, Problem? Obstacle,
    string? ProtocolNumber, DateOnly? ProtocolDate, string? OrderNumber, DateOnly? OrderDate,
    CompletionPapers Next, CompletionPapers? Before, int Documents, bool MayComplete)
{
    /// <summary>A form with what the facts propose: everything as it was before a reopening, else admission by the threshold and the next papers.</summary>
    public CompletionForm ProposedForm()
    {
        // After a reopening the results are still there, and tell the scale; without a protocol there was none.
        var scale = Before is { ProtocolNumber: null } || People.Any(x => x.Result is not null) ? CompletionRules.ScaleOf(People.Select(x => x.Result)) : CompletionRules.DefaultScale(Terms.Document);
        return new()
        {
            Version = Version,
            Scale = scale,
            ProtocolNumber = Before?.ProtocolNumber ?? Next.ProtocolNumber,
            ProtocolDate = Before?.ProtocolDate ?? Next.ProtocolDate,
            OrderNumber = Before?.OrderNumber ?? Next.OrderNumber,
            OrderDate = Before?.OrderDate ?? Next.OrderDate,
            Rows = [.. People.Where(x => Attendance.AttendanceRules.MayBeMarked(x.Status)).Select(Proposed)],
        };
    }

    private CompletionRow Proposed(CompletionPerson person)
    {
        var isAdmitted = CompletionRules.IsProposed(person.Status, person.Reason, person.Totals, Settings);
        return new() { EnrollmentId = person.EnrollmentId, IsAdmitted = isAdmitted, Reason = person.Reason, Result = isAdmitted ? person.Result : null };
    }
}

public sealed class CompletionQueries(Store store, NetworkClock clock)
{
    /// <summary>The completion screen of an event; null when the actor may not see the event.</summary>
    public async Task<CompletionSheet?> SheetAsync(Actor actor, int eventId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var centers = actor.CentersFor(Permission.ViewEvents);
        var of = await db.Set<TrainingEvent>().FirstOrDefaultAsync(x => x.Id == eventId && (centers == null || centers.Contains(x.CenterId)), ct);
        if (of is null) return null;

        var settings = await db.SettingsAsOfAsync(of.EndsOn, ct);
        var facts = await CompletionFacts.LoadAsync(db, eventId, settings, ct);
        var (from, to) = (new DateOnly(of.EndsOn.Year, 1, 1), new DateOnly(of.EndsOn.Year, 12, 31));
        var used = await db.Set<TrainingEvent>()
            .Where(x => x.CenterId == of.CenterId && x.Status == EventStatus.Completed && x.OrderDate >= from && x.OrderDate <= to)
            .Select(x => new { x.ProtocolNumber, x.OrderNumber })
            .ToListAsync(ct);
        var documents = await db.Set<Certificate>().Where(Certificate.Live)
            .CountAsync(c => db.Set<Enrollment>().Any(e => e.Id == c.EnrollmentId && e.EventId == eventId), ct);
        var before = of.Status == EventStatus.Completed ? null : (await LastCompletion.OfAsync(db, eventId, ct))?.Papers;
        var obstacle = of.Status == EventStatus.Completed ? null : CompletionRules.MayComplete(of.Status, of.EndsOn, clock.Today, facts.Open).Problem;
        return new(
            of.Id, of.CenterId, of.Version, of.Title, of.Status, of.StartsOn, of.EndsOn, clock.Today, new(of.Kind, of.Hours, of.Document),
            settings, facts.People, facts.Unmarked, obstacle,
            of.ProtocolNumber, of.ProtocolDate, of.OrderNumber, of.OrderDate,
            new(CompletionRules.NextNumber(used.Select(x => x.ProtocolNumber)), of.EndsOn, CompletionRules.NextNumber(used.Select(x => x.OrderNumber)), of.EndsOn), before,
            documents, actor.Can(Permission.CompleteEvents, of.CenterId));
    }
}
