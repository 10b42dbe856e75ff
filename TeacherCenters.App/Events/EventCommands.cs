using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Events;

public sealed class EventCommands(Store store, IEnumerable<EventReference> references)
{
    /// <returns>The event's id, or <c>NotFound</c>, <c>CourseArchived</c> (title) of a programme that is newly chosen, <c>SessionsOutside</c> (how many), a problem of <see cref="EventRules.Check(EventForm, int, int, int)"/>.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, EventForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "events.create" : "events.change", async unit =>
    {
        var settings = await unit.Db.SettingsAsOfAsync(unit.Today, ct);
        var row = form.Id is { } id ? await unit.Db.Set<TrainingEvent>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) : null;
        if (form.Id is not null && row is null) return new Problem("NotFound");
        if (row is { Status: EventStatus.Completed or EventStatus.Cancelled }) return new Problem("EventIsOver");
        if (EventRules.Check(form, row?.SeatsTaken ?? 0, settings.DevelopmentMinHours, settings.RetrainingMinHours) is { } problem) return problem;
        if (form.CourseId != row?.CourseId && await CourseAsync(unit, form.CourseId, ct) is { } course) return course.At(nameof(EventForm.CourseId));
        unit.CenterId = row?.CenterId ?? form.CenterId;
        actor.Demand(Permission.EditEvents, unit.CenterId);
        if (row is null)
        {
            if (!await unit.Db.Set<Center>().AnyAsync(x => x.Id == form.CenterId && !x.IsClosed, ct)) return new Problem("CenterMissing").At(nameof(EventForm.CenterId));
            row = new TrainingEvent
            {
                CenterId = form.CenterId!.Value, Title = form.Title.Trim(), Kind = form.Kind, Hours = form.Hours!.Value, Form = form.Form, Document = form.Document,
                StartsOn = form.StartsOn!.Value, EndsOn = form.EndsOn!.Value, Capacity = form.Capacity!.Value, Funding = form.Funding,
            };
            unit.Db.Add(row);
        }
        else
        {
            unit.Expect(row, form.Version);
            var outside = await unit.Db.Set<Session>().CountAsync(x => x.EventId == row.Id && (x.Date < form.StartsOn || x.Date > form.EndsOn), ct);
            if (outside > 0) return new Problem("SessionsOutside", outside).At(nameof(EventForm.StartsOn));
            (row.Title, row.Kind, row.Hours, row.Form, row.Document) = (form.Title.Trim(), form.Kind, form.Hours!.Value, form.Form, form.Document);
            (row.StartsOn, row.EndsOn, row.Capacity, row.Funding) = (form.StartsOn!.Value, form.EndsOn!.Value, form.Capacity!.Value, form.Funding);
        }
        (row.CourseId, row.Notes) = (form.CourseId, string.IsNullOrWhiteSpace(form.Notes) ? null : form.Notes.Trim());
        await unit.FlushAsync(ct);
        return row.Id;
    }, ct);

    /// <summary>Moves an event along its chain: announce, open, close, back. Completion has a verb of its own.</summary>
    /// <param name="version">Of the event as it was looked at.</param>
    /// <returns><c>NotFound</c>, <c>ChangedByOther</c>, <c>EventStatusChange</c>, <c>ReasonMissing</c>, <c>EventHasPeople</c>.</returns>
    public Task<Result> MoveAsync(Actor actor, int id, int version, EventStatus to, string? reason = null, CancellationToken ct = default) => store.WriteAsync(actor, VerbOf(to), async unit =>
    {
        if (await unit.Db.Set<TrainingEvent>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } row) return new Problem("NotFound");
        unit.CenterId = row.CenterId;
        actor.Demand(Permission.EditEvents, row.CenterId);
        unit.Expect(row, version);
        if (to == EventStatus.Completed) return new Problem("EventStatusChange", row.Status, to);
        if (to == EventStatus.Cancelled && string.IsNullOrWhiteSpace(reason)) return new Problem("ReasonMissing");
        if (to == EventStatus.Draft && await unit.Db.Set<Enrollment>().AnyAsync(x => x.EventId == id, ct)) return new Problem("EventHasPeople");
        if (to == EventStatus.Cancelled) unit.Note = reason!.Trim();
        return row.MoveTo(to, reason?.Trim());
    }, ct);

    /// <summary>A new draft like this one that begins on another day and lasts as long. Sessions are not copied: their rooms are another day's question.</summary>
    /// <returns>The new event's id, or <c>NotFound</c>, <c>EventYear</c>, <c>CenterIsClosed</c> (its name), <c>CourseArchived</c> (title).</returns>
    public Task<Result<int>> DuplicateAsync(Actor actor, int id, DateOnly startsOn, CancellationToken ct = default) => store.WriteAsync<int>(actor, "events.duplicate", async unit =>
    {
        if (await unit.Db.Set<TrainingEvent>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } row) return new Problem("NotFound");
        unit.CenterId = row.CenterId;
        actor.Demand(Permission.EditEvents, row.CenterId);
        if (EventRules.CheckYear(startsOn) is { } year) return year;
        if (await unit.Db.Set<Center>().Where(x => x.Id == row.CenterId && x.IsClosed).Select(x => x.ShortName).FirstOrDefaultAsync(ct) is { } closed) return new Problem("CenterIsClosed", closed);
        if (await CourseAsync(unit, row.CourseId, ct) is { } course) return course;
        var copy = new TrainingEvent
        {
            CenterId = row.CenterId, CourseId = row.CourseId, Title = row.Title, Kind = row.Kind, Hours = row.Hours, Form = row.Form, Document = row.Document,
            StartsOn = startsOn, EndsOn = startsOn.AddDays(row.EndsOn.DayNumber - row.StartsOn.DayNumber), Capacity = row.Capacity, Funding = row.Funding, Notes = row.Notes,
        };
        unit.Db.Add(copy);
        await unit.FlushAsync(ct);
        return copy.Id;
    }, ct);

    /// <summary>Deletes a draft with its sessions; anything that was announced is cancelled instead.</summary>
    /// <returns><c>NotFound</c>, <c>OnlyDraftsAreDeleted</c>, <c>EventHasPeople</c>, or the key of an <see cref="EventReference"/>: what else rests on the event.</returns>
    public Task<Result> DeleteAsync(Actor actor, int id, CancellationToken ct = default) => store.WriteAsync(actor, "events.delete", async unit =>
    {
        if (await unit.Db.Set<TrainingEvent>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } row) return new Problem("NotFound");
        unit.CenterId = row.CenterId;
        actor.Demand(Permission.EditEvents, row.CenterId);
        if (row.Status != EventStatus.Draft) return new Problem("OnlyDraftsAreDeleted");
        if (await unit.Db.Set<Enrollment>().AnyAsync(x => x.EventId == id, ct)) return new Problem("EventHasPeople");
        foreach (var reference in references)
            if (await reference.FindAsync(unit.Db, actor, id, ct) is { } referred) return referred;
        var sessions = await unit.Db.Set<Session>().Include(x => x.Trainers).Where(x => x.EventId == id).ToListAsync(ct);
        unit.Db.RemoveRange(sessions.SelectMany(x => x.Trainers));
        unit.Db.RemoveRange(sessions);
        await unit.FlushAsync(ct);
        unit.Db.Remove(row);
        return Result.Done;
    }, ct);

    /// <summary>What keeps a programme from being run anew.</summary>
    private static async Task<Problem?> CourseAsync(WriteUnit unit, int? id, CancellationToken ct)
    {
        if (id is null) return null;
        var course = await unit.Db.Set<Course>().Where(x => x.Id == id).Select(x => new { x.Title, x.IsArchived }).SingleOrDefaultAsync(ct);
        return course is null ? new Problem("NotFound") : course.IsArchived ? new Problem("CourseArchived", course.Title) : null;
    }

    private static string VerbOf(EventStatus to) => to switch
    {
        EventStatus.Announced => "events.announced",
        EventStatus.Open => "events.open",
        EventStatus.Closed => "events.closed",
        EventStatus.Cancelled => "events.cancelled",
        _ => "events.draft",
    };
}
