using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>Verbs on learning routes and the groups of tutors. The points have <see cref="RouteItemCommands"/>.</summary>
public sealed class RouteCommands(Store store)
{
    /// <summary>
    /// Makes a route for each of the people, all of them or none, with the points of the template if there is one. Copies the workplaces of
    /// the day and links the people and the tutor to the center.
    /// </summary>
    /// <returns>
    /// The routes in the order of the people; or <c>NotFound</c>, a problem of <see cref="RouteRules.Check(RouteForm)"/> or
    /// <see cref="RouteRules.Overlap"/>.
    /// </returns>
    public Task<Result<IReadOnlyList<int>>> CreateAsync(Actor actor, RouteForm form, CancellationToken ct = default) => store.WriteAsync<IReadOnlyList<int>>(actor, "routes.create", async unit =>
    {
        if (RouteRules.Check(form) is { } wrong) return wrong;
        var centerId = form.CenterId!.Value;
        actor.Demand(Permission.ManageMentoring, centerId);
        unit.CenterId = centerId;
        var keys = form.PersonKeys.Distinct().ToList();
        var found = await unit.Db.Set<Person>().Where(x => keys.Contains(x.PublicKey)).ToListAsync(ct);
        if (found.Count != keys.Count) return new Problem("NotFound").At(nameof(form.PersonKeys));
        var people = keys.ConvertAll(key => found.Single(x => x.PublicKey == key));
        if (await unit.Db.Set<Person>().SingleOrDefaultAsync(x => x.PublicKey == form.TutorKey, ct) is not { } tutor) return new Problem("NotFound").At(nameof(form.TutorKey));
        var (from, to, ids) = (form.From!.Value, form.To!.Value, people.ConvertAll(x => x.Id));
        if (await OverlapAsync(unit, centerId, people, from, to, null, ct) is { } overlap) return overlap;
        var template = form.TemplateId is { } id ? await unit.Db.Set<LearningRoute>().VisibleTo(actor).AsNoTracking().Include(x => x.Items).SingleOrDefaultAsync(x => x.Id == id, ct) : null;
        if (form.TemplateId is not null && template is null) return new Problem("NotFound");
        var titles = template is null ? [] : await TitlesAsync(unit.Db, template, ct);
        var group = await GroupAsync(unit, centerId, tutor.Id, form.Group, ct);

        var places = await EnrollmentWrites.WorkplacesAsync(unit, ids, ct);
        var made = new List<LearningRoute>();
        foreach (var person in people)
        {
            var route = new LearningRoute { CenterId = centerId, PersonId = person.Id, TutorId = tutor.Id, GroupId = group, From = from, To = to, Goal = Typed.OrNull(form.Goal) };
            form.Deficits.WriteTo(route);
            if (places.TryGetValue(person.Id, out var work)) (route.SchoolId, route.MunicipalityId, route.Position, route.Category) = (work.Job.SchoolId, work.Municipality, work.Job.Position, work.Job.Category);
            if (template is not null) route.Items.AddRange(template.Items.OrderBy(x => x.Id).Select(x => RouteRules.Copy(x, titles.GetValueOrDefault(x.Id, x.Title), template.From, from, to)));
            made.Add(route);
            unit.Db.Add(route);
            await PeopleCommands.EnsureLinkAsync(unit, person.Id, centerId, ct);
        }
        await PeopleCommands.EnsureLinkAsync(unit, tutor.Id, centerId, ct);
        await unit.FlushAsync(ct);
        return made.ConvertAll(x => x.Id);
    }, ct);

    /// <summary>Changes tutor, group, days, goal or deficits of an active route.</summary>
    /// <returns><c>NotFound</c>, <c>RouteIsOver</c> (its status), <c>RouteItemsOutside</c>, a problem of <see cref="RouteRules.Check(RouteForm)"/> or <see cref="RouteRules.Overlap"/>.</returns>
    public Task<Result> ChangeAsync(Actor actor, RouteForm form, CancellationToken ct = default) => ChangeAsync(actor, "routes.change", form.Id ?? 0, async (unit, route) =>
    {
        if (route.Status != RouteStatus.Active) return new Problem("RouteIsOver", route.Status);
        var person = await unit.Db.Set<Person>().SingleAsync(x => x.Id == route.PersonId, ct);
        form = form with { CenterId = route.CenterId, PersonKeys = [person.PublicKey] };
        if (RouteRules.Check(form) is { } wrong) return wrong;
        unit.Expect(route, form.Version);
        if (await unit.Db.Set<Person>().SingleOrDefaultAsync(x => x.PublicKey == form.TutorKey, ct) is not { } tutor) return new Problem("NotFound").At(nameof(form.TutorKey));
        var (from, to) = (form.From!.Value, form.To!.Value);
        if (await OverlapAsync(unit, route.CenterId, [person], from, to, route.Id, ct) is { Key: var key, Args: var names }) return new Problem(key, names).At(nameof(form.From));
        if (await unit.Db.Set<RouteItem>().AnyAsync(x => x.RouteId == route.Id && (x.DueOn < from || x.DueOn > to), ct)) return new Problem("RouteItemsOutside").At(nameof(form.To));
        var group = await GroupAsync(unit, route.CenterId, tutor.Id, form.Group, ct);
        (route.TutorId, route.GroupId, route.From, route.To, route.Goal) = (tutor.Id, group, from, to, Typed.OrNull(form.Goal));
        form.Deficits.WriteTo(route);
        await PeopleCommands.EnsureLinkAsync(unit, tutor.Id, route.CenterId, ct);
        return Result.Done;
    }, ct);

    /// <summary>Ends a route with what the person took from it. Points that are open stay as they are.</summary>
    /// <returns><c>NotFound</c>, <c>RouteIsOver</c> (its status), or a problem of <see cref="RouteRules.MayClose"/>.</returns>
    public Task<Result> CloseAsync(Actor actor, int id, RouteCloseForm form, CancellationToken ct = default) => ChangeAsync(actor, "routes.close", id, (unit, route) =>
    {
        if (route.Status == RouteStatus.Active && RouteRules.MayClose(form, route.From, unit.Today) is { } wrong) return Task.FromResult<Result>(wrong);
        unit.Expect(route, form.Version);
        return Task.FromResult(route.Close(Typed.OrNull(form.Reflection) ?? "", form.ClosedOn ?? unit.Today));
    }, ct);

    /// <returns><c>NotFound</c>, <c>ReasonMissing</c>, <c>RouteIsOver</c> (its status).</returns>
    public Task<Result> CancelAsync(Actor actor, int id, string? reason, CancellationToken ct = default) => ChangeAsync(actor, "routes.cancel", id, (unit, route) =>
    {
        if (Typed.OrNull(reason) is not { } why) return Task.FromResult<Result>(new Problem("ReasonMissing"));
        unit.Note = why;
        return Task.FromResult(route.Cancel(why, unit.Today));
    }, ct);

    /// <summary>The inverse of closing and cancelling.</summary>
    /// <returns><c>NotFound</c>, <c>RouteIsActive</c>, <c>RouteOverlaps</c> (the name) when the person has another route by now.</returns>
    public Task<Result> ReopenAsync(Actor actor, int id, CancellationToken ct = default) => ChangeAsync(actor, "routes.reopen", id, async (unit, route) =>
    {
        var person = await unit.Db.Set<Person>().SingleAsync(x => x.Id == route.PersonId, ct);
        if (await OverlapAsync(unit, route.CenterId, [person], route.From, route.To, route.Id, ct) is { } overlap) return overlap;
        return route.Reopen();
    }, ct);

    /// <returns><c>NotFound</c>, <c>Required</c>, <c>TutorGroupExists</c> (the name).</returns>
    public Task<Result> RenameGroupAsync(Actor actor, int groupId, string? name, CancellationToken ct = default) => GroupAsync(actor, "routes.rename-group", groupId, async (unit, group) =>
    {
        if (Typed.OrNull(name) is not { } wanted) return new Problem("Required");
        var text = SearchName.Of(wanted);
        if (await unit.Db.Set<TutorGroup>().AnyAsync(x => x.CenterId == group.CenterId && x.TutorId == group.TutorId && x.SearchText == text && x.Id != groupId, ct)) return new Problem("TutorGroupExists", wanted);
        group.Name = wanted;
        return Result.Done;
    }, ct);

    /// <summary>Takes the group away; its routes stay, without a group.</summary>
    /// <returns><c>NotFound</c>.</returns>
    public Task<Result> DissolveGroupAsync(Actor actor, int groupId, CancellationToken ct = default) => GroupAsync(actor, "routes.dissolve-group", groupId, async (unit, group) =>
    {
        foreach (var route in await unit.Db.Set<LearningRoute>().Where(x => x.GroupId == groupId).ToListAsync(ct)) route.GroupId = null;
        await unit.FlushAsync(ct);
        unit.Db.Remove(group);
        return Result.Done;
    }, ct);

    private Task<Result> ChangeAsync(Actor actor, string verb, int id, Func<WriteUnit, LearningRoute, Task<Result>> change, CancellationToken ct) => store.WriteAsync(actor, verb, async unit =>
    {
        if (await unit.Db.Set<LearningRoute>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } route) return new Problem("NotFound");
        actor.Demand(Permission.ManageMentoring, route.CenterId);
        unit.CenterId = route.CenterId;
        return await change(unit, route);
    }, ct);

    private Task<Result> GroupAsync(Actor actor, string verb, int id, Func<WriteUnit, TutorGroup, Task<Result>> change, CancellationToken ct) => store.WriteAsync(actor, verb, async unit =>
    {
        var centers = actor.CentersFor(Permission.ViewMentoring);
        if (await unit.Db.Set<TutorGroup>().SingleOrDefaultAsync(x => x.Id == id && (centers == null || centers.Contains(x.CenterId)), ct) is not { } group) return new Problem("NotFound");
        actor.Demand(Permission.ManageMentoring, group.CenterId);
        unit.CenterId = group.CenterId;
        return await change(unit, group);
    }, ct);

    private static async Task<Problem?> OverlapAsync(WriteUnit unit, int centerId, List<Person> people, DateOnly from, DateOnly to, int? except, CancellationToken ct)
    {
        var ids = people.ConvertAll(x => x.Id);
        var active = await unit.Db.Set<LearningRoute>().Where(x => x.CenterId == centerId && ids.Contains(x.PersonId) && x.Status == RouteStatus.Active && x.Id != except)
            .Select(x => new { x.PersonId, x.From, x.To }).ToListAsync(ct);
        return RouteRules.Overlap(new DateRange(from, to), active.Select(x => (people.Single(p => p.Id == x.PersonId).Name.Short, new DateRange(x.From, x.To))));
    }

    /// <summary>The tutor's group of that name, made when there is none.</summary>
    private static async Task<int?> GroupAsync(WriteUnit unit, int centerId, int tutorId, string? name, CancellationToken ct)
    {
        if (Typed.OrNull(name) is not { } wanted) return null;
        var text = SearchName.Of(wanted);
        if (await unit.Db.Set<TutorGroup>().SingleOrDefaultAsync(x => x.CenterId == centerId && x.TutorId == tutorId && x.SearchText == text, ct) is { } group) return group.Id;
        group = new TutorGroup { CenterId = centerId, TutorId = tutorId, Name = wanted };
        unit.Db.Add(group);
        await unit.FlushAsync(ct);
        return group.Id;
    }

    /// <summary>A linked internship is the template's person's own: its place is told in words.</summary>
    private static async Task<Dictionary<int, string?>> TitlesAsync(AppDb db, LearningRoute template, CancellationToken ct)
    {
        var linked = template.Items.Where(x => x is { InternshipId: not null, Title: null }).Select(x => x.InternshipId).ToList();
        var hosts = await (from x in db.Set<Internships.Internship>() join school in db.Set<School>() on x.HostSchoolId equals school.Id where linked.Contains(x.Id) select new { x.Id, school.Name }).ToDictionaryAsync(x => x.Id, x => x.Name, ct);
        return template.Items.Where(x => x is { InternshipId: not null, Title: null }).ToDictionary(x => x.Id, x => (string?)hosts[x.InternshipId!.Value]);
    }
}
