using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Mentoring.Tutoring;

public static class RouteVisibility
{
    /// <summary>The routes of the centers where the actor may see how people are supported.</summary>
    public static IQueryable<LearningRoute> VisibleTo(this IQueryable<LearningRoute> routes, Actor actor) =>
        actor.CentersFor(Permission.ViewMentoring) is { } centers ? routes.Where(x => centers.Contains(x.CenterId)) : routes;

    /// <summary>Every point with what decides about it: progress is read from here, never stored.</summary>
    public static IQueryable<RouteItemFacts> RouteItemFacts(this AppDb db) =>
        from item in db.Set<RouteItem>()
        join route in db.Set<LearningRoute>() on item.RouteId equals route.Id
        join e in db.Set<TrainingEvent>() on item.EventId equals (int?)e.Id into events
        from of in events.DefaultIfEmpty()
        join n in db.Set<Enrollment>() on new { EventId = item.EventId, route.PersonId } equals new { EventId = (int?)n.EventId, n.PersonId } into enrollments
        from enrollment in enrollments.DefaultIfEmpty()
        join i in db.Set<Internship>() on item.InternshipId equals (int?)i.Id into internships
        from internship in internships.DefaultIfEmpty()
        select new RouteItemFacts
        {
            ItemId = item.Id, RouteId = item.RouteId, Kind = item.Kind, DueOn = item.DueOn, DoneOn = item.DoneOn,
            Event = (EventStatus?)of.Status, EventFrom = (DateOnly?)of.StartsOn, Enrollment = (EnrollmentStatus?)enrollment.Status, Result = enrollment.Result,
            Internship = (InternshipStatus?)internship.Status, InternshipResult = internship.Result, InternshipFrom = (DateOnly?)internship.From,
        };

    internal static IQueryable<LearningRoute> Filtered(AppDb db, Actor actor, RouteFilter filter, DateOnly today)
    {
        var rows = db.Set<LearningRoute>().VisibleTo(actor);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        if (filter.Tutor is { } tutor) rows = rows.Where(x => x.TutorId == tutor);
        if (filter.Group is { } group) rows = rows.Where(x => x.GroupId == group);
        if (filter.Status is { } status) rows = rows.Where(x => x.Status == status);
        if (filter.Overdue) rows = rows.WithOverdue(db, today);
        if (Typed.OrNull(filter.Text) is { } text)
        {
            var people = db.Set<Person>().Named(db, text).Select(x => x.Id);
            rows = rows.Where(x => people.Contains(x.PersonId));
        }
        return rows;
    }

    /// <summary>Active routes with a point whose due day has passed.</summary>
    internal static IQueryable<LearningRoute> WithOverdue(this IQueryable<LearningRoute> routes, AppDb db, DateOnly today)
    {
        var overdue = db.RouteItemFacts().Where(RouteRules.IsOpen).Where(x => x.DueOn < today);
        return routes.Where(x => x.Status == RouteStatus.Active && overdue.Any(o => o.RouteId == x.Id));
    }
}

public sealed class RouteQueries(Store store, NetworkClock clock)
{
    /// <summary>A page of routes; two queries whatever the size.</summary>
    public async Task<Page<RouteRow>> ListAsync(Actor actor, RouteFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = RouteVisibility.Filtered(db, actor, filter, clock.Today);
        return new(Rows(await Sorted(Escorted(db, rows), page).Skip(page.Skip).Take(page.Take).Select(Facts(db, clock.Today)).ToListAsync(ct)), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async Task<IReadOnlyList<RouteRow>> AllAsync(Actor actor, RouteFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return Rows(await Sorted(Escorted(db, RouteVisibility.Filtered(db, actor, filter, clock.Today)), order ?? new()).Select(Facts(db, clock.Today)).ToListAsync(ct));
    }

    /// <summary>A person's routes, the latest first; of the centers that the actor may look into.</summary>
    public async Task<IReadOnlyList<RouteRow>> OfPersonAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return Rows(await Sorted(Escorted(db, db.Set<LearningRoute>().VisibleTo(actor).Where(x => x.PersonId == personId)), new PageRequest()).Select(Facts(db, clock.Today)).ToListAsync(ct));
    }

    /// <summary>How many routes of the filter stand in each status, and how many active ones are behind; whatever of both the filter asks for. Two queries.</summary>
    public async Task<(IReadOnlyDictionary<RouteStatus, int> ByStatus, int Overdue)> CountsAsync(Actor actor, RouteFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = RouteVisibility.Filtered(db, actor, filter with { Status = null, Overdue = false }, clock.Today);
        var counts = await rows.GroupBy(x => x.Status).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        return (counts, await rows.WithOverdue(db, clock.Today).CountAsync(ct));
    }

    /// <summary>One route with its points in the order of their due days; null for what the actor may not see. Two queries.</summary>
    public async Task<RouteDetails?> DetailsAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var row = await (
            from x in db.Set<LearningRoute>().VisibleTo(actor)
            join person in db.Set<Person>() on x.PersonId equals person.Id
            join tutor in db.Set<Person>() on x.TutorId equals tutor.Id
            join center in db.Set<Center>() on x.CenterId equals center.Id
            where x.Id == id
            select new
            {
                Of = x, person.PublicKey, person.FamilyName, person.GivenName, person.Patronymic, center.ShortName, center.FullName,
                TutorKey = tutor.PublicKey, TutorFamily = tutor.FamilyName, TutorGiven = tutor.GivenName, TutorPatronymic = tutor.Patronymic,
                School = db.Set<School>().Where(s => s.Id == x.SchoolId).Select(s => s.Name).FirstOrDefault(),
                Group = db.Set<TutorGroup>().Where(g => g.Id == x.GroupId).Select(g => g.Name).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var of = row.Of;
        return new RouteDetails(
            of.Id, of.Version, of.CenterId, row.ShortName, row.FullName, of.PersonId, row.PublicKey, new PersonName(row.FamilyName, row.GivenName, row.Patronymic), of.Position, row.School,
            row.TutorKey, new PersonName(row.TutorFamily, row.TutorGiven, row.TutorPatronymic), of.GroupId, row.Group, of.From, of.To, of.Goal, Deficits.Of(of), of.Status, of.ClosedOn, of.Reflection,
            of.CancelledOn, of.CancelReason, await ItemsAsync(db, id, ct));
    }

    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        if (!await db.Set<LearningRoute>().VisibleTo(actor).AnyAsync(x => x.Id == id, ct)) return [];
        return await db.HistoryOfAsync(nameof(LearningRoute), id, clock, ct: ct);
    }

    private async Task<IReadOnlyList<RouteItemRow>> ItemsAsync(AppDb db, int routeId, CancellationToken ct)
    {
        var today = clock.Today;
        var items = await (
            from facts in db.RouteItemFacts()
            join item in db.Set<RouteItem>() on facts.ItemId equals item.Id
            where item.RouteId == routeId
            orderby item.DueOn == null, item.DueOn, item.Id
            select new
            {
                Of = item, Facts = facts,
                Event = db.Set<TrainingEvent>().Where(e => e.Id == item.EventId).Select(e => new { e.Title, e.Hours, e.StartsOn, e.EndsOn }).FirstOrDefault(),
                Internship = db.Set<Internship>().Where(i => i.Id == item.InternshipId).Select(i => new { i.Hours, i.From, i.To, Host = db.Set<School>().Where(s => s.Id == i.HostSchoolId).Select(s => s.Name).First() }).FirstOrDefault(),
            }).ToListAsync(ct);
        return
        [
            .. items.Select(x => new RouteItemRow(
                x.Of.Id, x.Of.Version, x.Of.Kind, x.Of.EventId, x.Of.InternshipId, x.Of.Title ?? x.Event?.Title ?? x.Internship?.Host ?? "",
                x.Event is { } e ? EventTexts.Days(e.StartsOn, e.EndsOn) : x.Internship is { } i ? EventTexts.Days(i.From, i.To) : null,
                x.Of.Hours ?? x.Event?.Hours ?? x.Internship?.Hours, x.Of.DueOn, x.Of.DoneOn, RouteRules.StateOf(x.Facts, today), RouteRules.IsOverdue(x.Facts, today))),
        ];
    }

    private static List<RouteRow> Rows(IEnumerable<RowFacts> facts) => facts.Select(x => new RouteRow(
        x.Id, x.PublicKey, new PersonName(x.FamilyName, x.GivenName, x.Patronymic), x.School, new PersonName(x.TutorFamily, x.TutorGiven, x.TutorPatronymic), x.Group, x.Center,
        x.From, x.To, x.Done, x.Items, x.Status == RouteStatus.Active ? x.Overdue : 0, x.Status)).ToList();

    private static Expression<Func<Escort, RowFacts>> Facts(AppDb db, DateOnly today)
    {
        var done = db.RouteItemFacts().Where(RouteRules.IsDone);
        var overdue = db.RouteItemFacts().Where(RouteRules.IsOpen).Where(x => x.DueOn < today);
        return x => new RowFacts(
            x.Of.Id, x.Person.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic, db.Set<School>().Where(s => s.Id == x.Of.SchoolId).Select(s => s.Name).FirstOrDefault(),
            x.Tutor.FamilyName, x.Tutor.GivenName, x.Tutor.Patronymic, db.Set<TutorGroup>().Where(g => g.Id == x.Of.GroupId).Select(g => g.Name).FirstOrDefault(), x.Center.ShortName,
            x.Of.From, x.Of.To, x.Of.Status, db.Set<RouteItem>().Count(i => i.RouteId == x.Of.Id), done.Count(i => i.RouteId == x.Of.Id), overdue.Count(i => i.RouteId == x.Of.Id));
    }

    private static IQueryable<Escort> Escorted(AppDb db, IQueryable<LearningRoute> rows) =>
        from x in rows
        join person in db.Set<Person>() on x.PersonId equals person.Id
        join tutor in db.Set<Person>() on x.TutorId equals tutor.Id
        join center in db.Set<Center>() on x.CenterId equals center.Id
        select new Escort { Of = x, Person = person, Tutor = tutor, Center = center };

    private static IQueryable<Escort> Sorted(IQueryable<Escort> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        (nameof(RouteRow.Person), false) => rows.OrderBy(x => x.Person.SearchText).ThenBy(x => x.Of.Id),
        (nameof(RouteRow.Person), true) => rows.OrderByDescending(x => x.Person.SearchText).ThenByDescending(x => x.Of.Id),
        (nameof(RouteRow.Tutor), false) => rows.OrderBy(x => x.Tutor.SearchText).ThenBy(x => x.Person.SearchText).ThenBy(x => x.Of.Id),
        (nameof(RouteRow.Tutor), true) => rows.OrderByDescending(x => x.Tutor.SearchText).ThenByDescending(x => x.Person.SearchText).ThenByDescending(x => x.Of.Id),
        (nameof(RouteRow.To), false) => rows.OrderBy(x => x.Of.To).ThenBy(x => x.Of.Id),
        (nameof(RouteRow.To), true) => rows.OrderByDescending(x => x.Of.To).ThenByDescending(x => x.Of.Id),
        (nameof(RouteRow.From), false) => rows.OrderBy(x => x.Of.From).ThenBy(x => x.Of.Id),
        _ => rows.OrderByDescending(x => x.Of.From).ThenByDescending(x => x.Of.Id),
    };

    private sealed class Escort
    {
        public required LearningRoute Of { get; init; }

        public required Person Person { get; init; }

        public required Person Tutor { get; init; }

        public required Center Center { get; init; }
    }

    private sealed record RowFacts(
        int Id, Guid PublicKey, string FamilyName, string GivenName, string? Patronymic, string? School, string TutorFamily, string TutorGiven, string? TutorPatronymic, string? Group, string Center,
        DateOnly From, DateOnly To, RouteStatus Status, int Items, int Done, int Overdue);
}
