using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>Verbs on the points of an active route. Each raises the route's version too, so that its history and its readers learn of them.</summary>
public sealed class RouteItemCommands(Store store)
{
    /// <returns>
    /// The point's id; or <c>NotFound</c>, <c>RouteIsOver</c> (its status), a problem of <see cref="RouteRules.Check(RouteItemForm, DateOnly, DateOnly)"/>,
    /// <c>RouteItemTwice</c>, <c>RouteInternshipOther</c>.
    /// </returns>
    public Task<Result<int>> SaveAsync(Actor actor, int routeId, RouteItemForm form, CancellationToken ct = default) => ChangeAsync(actor, form.Id is null ? "routes.add-item" : "routes.change-item", routeId, async (unit, route) =>
    {
        if (RouteRules.Check(form, route.From, route.To) is { } wrong) return wrong;
        var (eventId, internshipId) = (form.Kind == RouteItemKind.Event ? form.EventId : null, form.Kind == RouteItemKind.Internship ? form.InternshipId : null);
        RouteItem? item = null;
        if (form.Id is { } id)
        {
            item = await unit.Db.Set<RouteItem>().SingleOrDefaultAsync(x => x.Id == id && x.RouteId == routeId, ct);
            if (item is null) return new Problem("NotFound");
            unit.Expect(item, form.Version);
        }
        if (eventId is not null && eventId != item?.EventId && !await unit.Db.Set<TrainingEvent>().VisibleTo(actor).AnyAsync(x => x.Id == eventId, ct)) return new Problem("NotFound").At(nameof(form.EventId));
        if (internshipId is not null && !await unit.Db.Set<Internship>().AnyAsync(x => x.Id == internshipId && x.PersonId == route.PersonId && x.CenterId == route.CenterId, ct))
            return new Problem("RouteInternshipOther").At(nameof(form.InternshipId));
        if (eventId is not null && await unit.Db.Set<RouteItem>().AnyAsync(x => x.RouteId == routeId && x.EventId == eventId && x.Id != form.Id, ct)) return new Problem("RouteItemTwice").At(nameof(form.EventId));
        if (internshipId is not null && await unit.Db.Set<RouteItem>().AnyAsync(x => x.RouteId == routeId && x.InternshipId == internshipId && x.Id != form.Id, ct))
            return new Problem("RouteItemTwice").At(nameof(form.InternshipId));
        if (item is null)
        {
            item = new RouteItem { RouteId = routeId, Kind = form.Kind };
            unit.Db.Add(item);
        }
        (item.Kind, item.EventId, item.InternshipId, item.DueOn) = (form.Kind, eventId, internshipId, form.DueOn);
        // What the event or the internship says itself is not kept beside it.
        (item.Title, item.Hours) = eventId is null && internshipId is null ? (Typed.OrNull(form.Title), form.Hours) : (null, null);
        if (form.Kind is RouteItemKind.Event or RouteItemKind.Internship) item.DoneOn = null;
        await NoteAsync(unit, item, ct);
        await unit.FlushAsync(ct);
        return item.Id;
    }, ct);

    /// <summary>Marks a point as done, or as open again. Of events and internships that is read from them.</summary>
    /// <returns><c>NotFound</c>, <c>RouteIsOver</c> (its status), <c>RouteItemIsDerived</c>.</returns>
    public async Task<Result> MarkAsync(Actor actor, int routeId, int itemId, bool done, CancellationToken ct = default) =>
        new((await ChangeAsync(actor, done ? "routes.mark-item" : "routes.unmark-item", routeId, async (unit, _) =>
        {
            if (await unit.Db.Set<RouteItem>().SingleOrDefaultAsync(x => x.Id == itemId && x.RouteId == routeId, ct) is not { } item) return new Problem("NotFound");
            if (item.Kind is RouteItemKind.Event or RouteItemKind.Internship) return new Problem("RouteItemIsDerived");
            await NoteAsync(unit, item, ct);
            item.DoneOn = done ? item.DoneOn ?? unit.Today : null;
            return itemId;
        }, ct)).Problem);

    /// <returns><c>NotFound</c>, <c>RouteIsOver</c> (its status).</returns>
    public async Task<Result> DeleteAsync(Actor actor, int routeId, int itemId, CancellationToken ct = default) =>
        new((await ChangeAsync(actor, "routes.delete-item", routeId, async (unit, _) =>
        {
            if (await unit.Db.Set<RouteItem>().SingleOrDefaultAsync(x => x.Id == itemId && x.RouteId == routeId, ct) is not { } item) return new Problem("NotFound");
            await NoteAsync(unit, item, ct);
            unit.Db.Remove(item);
            return itemId;
        }, ct)).Problem);

    /// <summary>The history of the route says which point.</summary>
    private static async Task NoteAsync(WriteUnit unit, RouteItem item, CancellationToken ct)
    {
        unit.Note = item.Title;
        if (item.EventId is { } of) unit.Note = await unit.Db.Set<TrainingEvent>().Where(x => x.Id == of).Select(x => x.Title).FirstOrDefaultAsync(ct);
        if (item.InternshipId is { } at) unit.Note = await unit.Db.Set<Internship>().Where(x => x.Id == at).Join(unit.Db.Set<School>(), x => x.HostSchoolId, x => x.Id, (_, x) => x.Name).FirstOrDefaultAsync(ct);
    }

    private Task<Result<int>> ChangeAsync(Actor actor, string verb, int routeId, Func<WriteUnit, LearningRoute, Task<Result<int>>> change, CancellationToken ct) => store.WriteAsync<int>(actor, verb, async unit =>
    {
        if (await unit.Db.Set<LearningRoute>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == routeId, ct) is not { } route) return new Problem("NotFound");
        actor.Demand(Permission.ManageMentoring, route.CenterId);
        unit.CenterId = route.CenterId;
        if (route.Status != RouteStatus.Active) return new Problem("RouteIsOver", route.Status);
        var changed = await change(unit, route);
        if (unit.HasChanges) unit.Touch(route);
        else unit.Note = null;
        return changed;
    }, ct);
}
