using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Mentoring.Internships;

public static class InternshipVisibility
{
    /// <summary>The internships of the centers where the actor may see how people are supported.</summary>
    public static IQueryable<Internship> VisibleTo(this IQueryable<Internship> internships, Actor actor) =>
        actor.CentersFor(Permission.ViewMentoring) is { } centers ? internships.Where(x => centers.Contains(x.CenterId)) : internships;
}

public sealed class InternshipQueries(Store store, NetworkClock clock)
{
    /// <summary>A page of internships; two queries whatever the size.</summary>
    public async Task<Page<InternshipRow>> ListAsync(Actor actor, InternshipFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = Filtered(db, actor, filter);
        return new(Rows(await Sorted(Placements(db, rows), page).Skip(page.Skip).Take(page.Take).Select(Facts(db)).ToListAsync(ct)), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async Task<IReadOnlyList<InternshipRow>> AllAsync(Actor actor, InternshipFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return Rows(await Sorted(Placements(db, Filtered(db, actor, filter)), order ?? new()).Select(Facts(db)).ToListAsync(ct));
    }

    /// <summary>How many internships of the filter stand in each state, whatever state the filter asks for; one query.</summary>
    public async Task<IReadOnlyDictionary<InternshipState, int>> CountsAsync(Actor actor, InternshipFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var dates = await Filtered(db, actor, filter with { State = null })
            .GroupBy(x => new { x.Status, x.From, x.To }).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct);
        return dates.GroupBy(x => InternshipRules.StateOf(x.Key.Status, x.Key.From, x.Key.To, clock.Today)).ToDictionary(x => x.Key, x => x.Sum(y => y.Count));
    }

    /// <summary>A person's internships, the latest first; of the centers that the actor may look into.</summary>
    public async Task<IReadOnlyList<InternshipRow>> OfPersonAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return Rows(await Sorted(Placements(db, db.Set<Internship>().VisibleTo(actor).Where(x => x.PersonId == personId)), new PageRequest()).Select(Facts(db)).ToListAsync(ct));
    }

    /// <summary>One internship; null for what the actor may not see. One query.</summary>
    public async Task<InternshipDetails?> DetailsAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var row = await (
            from x in db.Set<Internship>().VisibleTo(actor)
            join person in db.Set<Person>() on x.PersonId equals person.Id
            join center in db.Set<Center>() on x.CenterId equals center.Id
            join host in db.Set<School>() on x.HostSchoolId equals host.Id
            join municipality in db.Set<Municipality>() on host.MunicipalityId equals municipality.Id
            where x.Id == id
            select new
            {
                Of = x, person.PublicKey, person.FamilyName, person.GivenName, person.Patronymic, Center = center.ShortName, Host = host.Name, Municipality = municipality.ShortName,
                School = db.Set<School>().Where(s => s.Id == x.SchoolId).Select(s => s.Name).FirstOrDefault(),
                Event = db.Set<TrainingEvent>().Where(e => e.Id == x.EventId).Select(e => e.Title).FirstOrDefault(),
                HasDocument = db.Set<Certificate>().Where(Certificate.Live).Any(c => c.InternshipId == x.Id),
            }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var of = row.Of;
        return new InternshipDetails(
            of.Id, of.Version, of.CenterId, row.Center, of.PersonId, row.PublicKey, new PersonName(row.FamilyName, row.GivenName, row.Patronymic), of.Position, row.School, of.HostSchoolId, row.Host,
            row.Municipality, of.SupervisorName, of.SupervisorPost, of.From, of.To, of.Hours, of.Plan, of.Review, of.ReportReceivedOn,
            InternshipRules.StateOf(of.Status, of.From, of.To, clock.Today), of.Result, of.CompletedOn, of.CancelledOn, of.CancelReason, of.EventId, row.Event, row.HasDocument);
    }

    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        if (!await db.Set<Internship>().VisibleTo(actor).AnyAsync(x => x.Id == id, ct)) return [];
        return await db.HistoryOfAsync(nameof(Internship), id, clock, ct: ct);
    }

    /// <summary>
    /// The person's sessions that fall into a period: a warning, since one may be excused for a day. An event of a center that the actor
    /// does not see is named by its center. One query.
    /// </summary>
    /// <param name="ownEventId">The event that groups the internship: its sessions belong together.</param>
    public async Task<IReadOnlyList<InternshipClash>> ClashesAsync(Actor actor, Guid personKey, DateOnly first, DateOnly last, int? ownEventId, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewMentoring)) return [];
        await using var db = await store.ReadAsync(ct);
        // Who plans an internship may choose somebody of the whole network; who only reads asks about people they see.
        var people = actor.CanSomewhere(Permission.ManageMentoring) ? db.Set<Person>() : db.Set<Person>().VisibleTo(actor, db);
        var busy = await (
            from person in people
            join enrollment in db.Set<Enrollment>() on person.Id equals enrollment.PersonId
            join of in db.Set<TrainingEvent>() on enrollment.EventId equals of.Id
            join session in db.Set<Session>() on of.Id equals session.EventId
            join center in db.Set<Center>() on of.CenterId equals center.Id
            where person.PublicKey == personKey && session.Date >= first && session.Date <= last && of.Status != EventStatus.Cancelled && of.Id != ownEventId
                && (enrollment.Status == EnrollmentStatus.Enrolled || enrollment.Status == EnrollmentStatus.Admitted || enrollment.Status == EnrollmentStatus.Completed)
            select new { of.Id, of.Title, of.CenterId, Center = center.ShortName, session.Date }).ToListAsync(ct);
        return InternshipRules.Clashes(
            busy.Select(x => actor.Can(Permission.ViewEvents, x.CenterId) ? new BusyDay(x.Id, x.Title, false, x.Date) : new BusyDay(x.Id, x.Center, true, x.Date)), first, last);
    }

    private IReadOnlyList<InternshipRow> Rows(IEnumerable<RowFacts> facts) =>
    [
        .. facts.Select(x => new InternshipRow(
            x.Id, x.PublicKey, new PersonName(x.FamilyName, x.GivenName, x.Patronymic), x.Position, x.School, x.Host, x.Supervisor, x.Center, x.From, x.To, x.Hours,
            InternshipRules.StateOf(x.Status, x.From, x.To, clock.Today), x.Result, x.ReportReceivedOn)),
    ];

    private static Expression<Func<Placement, RowFacts>> Facts(AppDb db) => x => new RowFacts(
        x.Of.Id, x.Person.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic, x.Of.Position, db.Set<School>().Where(s => s.Id == x.Of.SchoolId).Select(s => s.Name).FirstOrDefault(),
        x.Host.Name, x.Of.SupervisorName, x.Center.ShortName, x.Of.From, x.Of.To, x.Of.Hours, x.Of.Status, x.Of.Result, x.Of.ReportReceivedOn);

    private static IQueryable<Placement> Placements(AppDb db, IQueryable<Internship> rows) =>
        from x in rows
        join person in db.Set<Person>() on x.PersonId equals person.Id
        join host in db.Set<School>() on x.HostSchoolId equals host.Id
        join center in db.Set<Center>() on x.CenterId equals center.Id
        select new Placement { Of = x, Person = person, Host = host, Center = center };

    private IQueryable<Internship> Filtered(AppDb db, Actor actor, InternshipFilter filter)
    {
        var (rows, today) = (db.Set<Internship>().VisibleTo(actor), clock.Today);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        if (filter.Host is { } host) rows = rows.Where(x => x.HostSchoolId == host);
        if (Typed.OrNull(filter.Text) is { } text)
        {
            var people = db.Set<Person>().Named(db, text).Select(x => x.Id);
            rows = rows.Where(x => people.Contains(x.PersonId));
        }
        return filter.State switch
        {
            InternshipState.Planned => rows.Where(x => x.Status == InternshipStatus.Planned && x.From > today),
            InternshipState.Running => rows.Where(x => x.Status == InternshipStatus.Planned && x.From <= today && x.To >= today),
            InternshipState.Over => rows.Where(x => x.Status == InternshipStatus.Planned && x.To < today),
            InternshipState.Completed => rows.Where(x => x.Status == InternshipStatus.Completed),
            InternshipState.Cancelled => rows.Where(x => x.Status == InternshipStatus.Cancelled),
            _ => rows,
        };
    }

    private static IQueryable<Placement> Sorted(IQueryable<Placement> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        (nameof(InternshipRow.Person), false) => rows.OrderBy(x => x.Person.SearchText).ThenBy(x => x.Of.Id),
        (nameof(InternshipRow.Person), true) => rows.OrderByDescending(x => x.Person.SearchText).ThenByDescending(x => x.Of.Id),
        (nameof(InternshipRow.Host), false) => rows.OrderBy(x => x.Host.SearchText).ThenBy(x => x.Of.Id),
        (nameof(InternshipRow.Host), true) => rows.OrderByDescending(x => x.Host.SearchText).ThenByDescending(x => x.Of.Id),
        (nameof(InternshipRow.Hours), false) => rows.OrderBy(x => x.Of.Hours).ThenBy(x => x.Of.Id),
        (nameof(InternshipRow.Hours), true) => rows.OrderByDescending(x => x.Of.Hours).ThenByDescending(x => x.Of.Id),
        (nameof(InternshipRow.From), false) => rows.OrderBy(x => x.Of.From).ThenBy(x => x.Of.Id),
        _ => rows.OrderByDescending(x => x.Of.From).ThenByDescending(x => x.Of.Id),
    };

    private sealed class Placement
    {
        public required Internship Of { get; init; }

        public required Person Person { get; init; }

        public required School Host { get; init; }

        public required Center Center { get; init; }
    }

    private sealed record RowFacts(
        int Id, Guid PublicKey, string FamilyName, string GivenName, string? Patronymic, string? Position, string? School, string Host, string Supervisor, string Center,
        DateOnly From, DateOnly To, int Hours, InternshipStatus Status, InternshipResult? Result, DateOnly? ReportReceivedOn);
}
