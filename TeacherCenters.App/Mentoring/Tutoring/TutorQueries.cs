using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>The second view of the routes: tutors with their people and groups.</summary>
public sealed class TutorQueries(Store store, NetworkClock clock)
{
    /// <summary>A page of tutors by name, with counts over the routes of the filter; five queries whatever the size.</summary>
    public async Task<Page<TutorRow>> ListAsync(Actor actor, RouteFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var tutors = Tutors(db, actor, filter);
        return new(await RowsAsync(db, actor, filter, Sorted(tutors, page).Skip(page.Skip).Take(page.Take), ct), await tutors.CountAsync(ct));
    }

    /// <summary>All tutors of the filter, for the export.</summary>
    public async Task<IReadOnlyList<TutorRow>> AllAsync(Actor actor, RouteFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await RowsAsync(db, actor, filter, Sorted(Tutors(db, actor, filter), order ?? new()), ct);
    }

    /// <summary>Who escorts anybody in the centers of the actor, for the filter.</summary>
    public async Task<IReadOnlyList<TutorChoice>> ChoicesAsync(Actor actor, int? center, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = await Sorted(Tutors(db, actor, new RouteFilter { Center = center }), new PageRequest()).Select(x => new { x.Id, x.PublicKey, x.FamilyName, x.GivenName, x.Patronymic }).ToListAsync(ct);
        return [.. rows.Select(x => new TutorChoice(x.Id, x.PublicKey, new PersonName(x.FamilyName, x.GivenName, x.Patronymic).Short))];
    }

    /// <summary>Groups in the centers of the actor, of one tutor or of all, in the order of their names.</summary>
    public async Task<IReadOnlyList<TutorGroupRow>> GroupsAsync(Actor actor, int? center, int? tutor = null, Guid? tutorKey = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var groups = Groups(db, actor, center);
        if (tutor is { } id) groups = groups.Where(x => x.TutorId == id);
        if (tutorKey is { } key) groups = groups.Where(x => db.Set<Person>().Any(p => p.Id == x.TutorId && p.PublicKey == key));
        return await GroupRows(db, groups).ToListAsync(ct);
    }

    /// <summary>The people whose routes are in a group, each once, by name.</summary>
    public async Task<IReadOnlyList<GroupPerson>> PeopleOfGroupAsync(Actor actor, int groupId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var routes = db.Set<LearningRoute>().VisibleTo(actor).Where(x => x.GroupId == groupId);
        var people = await db.Set<Person>().Where(x => routes.Any(r => r.PersonId == x.Id)).OrderBy(x => x.SearchText).ThenBy(x => x.Id)
            .Select(x => new { x.PublicKey, x.FamilyName, x.GivenName, x.Patronymic }).ToListAsync(ct);
        return [.. people.Select(x => new GroupPerson(x.PublicKey, new PersonName(x.FamilyName, x.GivenName, x.Patronymic).Full))];
    }

    private IQueryable<Person> Tutors(AppDb db, Actor actor, RouteFilter filter)
    {
        var routes = RouteVisibility.Filtered(db, actor, filter, clock.Today);
        return db.Set<Person>().Where(x => routes.Any(r => r.TutorId == x.Id));
    }

    private static IQueryable<Person> Sorted(IQueryable<Person> people, PageRequest page) =>
        page.Descending ? people.OrderByDescending(x => x.SearchText).ThenByDescending(x => x.Id) : people.OrderBy(x => x.SearchText).ThenBy(x => x.Id);

    private static IQueryable<TutorGroup> Groups(AppDb db, Actor actor, int? center)
    {
        var groups = db.Set<TutorGroup>().AsQueryable();
        if (actor.CentersFor(Permission.ViewMentoring) is { } centers) groups = groups.Where(x => centers.Contains(x.CenterId));
        return center is { } id ? groups.Where(x => x.CenterId == id) : groups;
    }

    private static IQueryable<TutorGroupRow> GroupRows(AppDb db, IQueryable<TutorGroup> groups) =>
        groups.OrderBy(x => x.SearchText).ThenBy(x => x.Id).Select(x => new TutorGroupRow(x.Id, x.CenterId, x.TutorId, x.Name, db.Set<LearningRoute>().Count(r => r.GroupId == x.Id)));

    private async Task<IReadOnlyList<TutorRow>> RowsAsync(AppDb db, Actor actor, RouteFilter filter, IQueryable<Person> tutors, CancellationToken ct)
    {
        var people = await tutors.Select(x => new { x.Id, x.PublicKey, x.FamilyName, x.GivenName, x.Patronymic }).ToListAsync(ct);
        var ids = people.Select(x => x.Id).ToList();
        var routes = RouteVisibility.Filtered(db, actor, filter, clock.Today).Where(x => ids.Contains(x.TutorId));
        var counts = await routes.GroupBy(x => x.TutorId).Select(x => new
        {
            x.Key,
            People = x.Select(r => r.PersonId).Distinct().Count(),
            Active = x.Count(r => r.Status == RouteStatus.Active), Closed = x.Count(r => r.Status == RouteStatus.Closed), Cancelled = x.Count(r => r.Status == RouteStatus.Cancelled),
        }).ToDictionaryAsync(x => x.Key, ct);
        var overdue = await routes.WithOverdue(db, clock.Today).GroupBy(x => x.TutorId).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var done = db.RouteItemFacts().Where(RouteRules.IsDone);
        var points = await (
            from route in routes.Where(x => x.Status == RouteStatus.Active)
            join item in db.Set<RouteItem>() on route.Id equals item.RouteId
            select new { route.TutorId, Done = done.Any(d => d.ItemId == item.Id) })
            .GroupBy(x => x.TutorId).Select(x => new { x.Key, Items = x.Count(), Done = x.Count(i => i.Done) }).ToDictionaryAsync(x => x.Key, ct);
        var groups = (await GroupRows(db, Groups(db, actor, filter.Center).Where(x => ids.Contains(x.TutorId))).ToListAsync(ct)).ToLookup(x => x.TutorId);
        return
        [
            .. people.Where(x => counts.ContainsKey(x.Id)).Select(x => new TutorRow(
                x.Id, x.PublicKey, new PersonName(x.FamilyName, x.GivenName, x.Patronymic), counts[x.Id].People, counts[x.Id].Active, counts[x.Id].Closed, counts[x.Id].Cancelled,
                overdue.GetValueOrDefault(x.Id), points.GetValueOrDefault(x.Id)?.Done ?? 0, points.GetValueOrDefault(x.Id)?.Items ?? 0, [.. groups[x.Id]])),
        ];
    }
}
