using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Enrollments;

public sealed class EnrollmentQueries(Store store, NetworkClock clock)
{
    /// <summary>Event, seats and counts by status; null when the actor does not see the event.</summary>
    public async Task<ParticipantsHead?> HeadAsync(Actor actor, int eventId, CancellationToken ct = default)
    {
        var visible = actor.CentersFor(Permission.ViewEvents);
        await using var db = await store.ReadAsync(ct);
        var of = await db.Set<TrainingEvent>()
            .Where(x => x.Id == eventId && (visible == null || visible.Contains(x.CenterId)))
            .Select(x => new { x.CenterId, x.Title, x.Status, x.StartsOn, x.Capacity, x.SeatsTaken, x.Funding })
            .SingleOrDefaultAsync(ct);
        if (of is null) return null;
        var counts = await db.Set<Enrollment>().Where(x => x.EventId == eventId).GroupBy(x => x.Status).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var approvedHolds = (await db.SettingsAsOfAsync(clock.Today, ct)).ApprovedHoldsSeat;
        var free = EnrollmentRules.FreeSeats(of.Capacity, of.SeatsTaken, approvedHolds ? counts.GetValueOrDefault(EnrollmentStatus.Approved) : 0);
        return new(eventId, of.CenterId, of.Title, of.Status, of.StartsOn, of.Capacity, of.SeatsTaken, free, of.Funding, counts)
        {
            Failed = of.Status != EventStatus.Completed ? 0
                : await db.Set<Enrollment>().CountAsync(x => x.EventId == eventId && x.Status == EnrollmentStatus.Completed && (x.Result == FinalResult.Failed || x.Result == FinalResult.Unsatisfactory), ct),
        };
    }

    /// <summary>Sort: <c>Name</c> (the default), <c>School</c>, <c>Position</c>, <c>Status</c>, <c>Order</c>, <c>Applied</c>.</summary>
    public async Task<Page<ParticipantRow>> PageAsync(Actor actor, int eventId, EnrollmentFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var filtered = Filtered(db, actor, eventId, filter);
        var total = await filtered.CountAsync(ct);
        var rows = await Rows(db, Sorted(db, filtered, page.Sort, page.Descending).Skip(page.Skip).Take(page.Take)).ToListAsync(ct);
        return new(rows, total);
    }

    /// <summary>All rows of a filter, by default in the order of names, for the export and for choosing all.</summary>
    public async Task<IReadOnlyList<ParticipantRow>> AllAsync(Actor actor, int eventId, EnrollmentFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Rows(db, Sorted(db, Filtered(db, actor, eventId, filter), order?.Sort, order?.Descending == true)).ToListAsync(ct);
    }

    /// <summary>A person's participations in the centers that the actor sees, the latest first.</summary>
    public async Task<IReadOnlyList<PersonEnrollmentRow>> OfPersonAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await (
            from row in db.Set<Enrollment>().VisibleTo(actor)
            where row.PersonId == personId
            join center in db.Set<Center>() on row.CenterId equals center.Id
            join school in db.Set<School>() on row.SchoolId equals (int?)school.Id into schools
            from school in schools.DefaultIfEmpty()
            orderby row.Event!.StartsOn descending, row.Id descending
            select new PersonEnrollmentRow(row.Id, row.EventId, row.Event!.Title, row.Event.Kind, row.Event.Hours, row.Event.StartsOn, row.Event.EndsOn, row.Status, row.Result, center.ShortName, row.SchoolWritten ?? school.Name, row.Position)).ToListAsync(ct);
    }

    /// <summary>Which of the participations have a mark in the register: asked by the inverse of enrolling.</summary>
    internal static async Task<HashSet<int>> WithMarksAsync(AppDb db, IReadOnlyCollection<int> ids, CancellationToken ct) =>
        [.. await db.Set<AttendanceMark>().Where(x => ids.Contains(x.EnrollmentId)).Select(x => x.EnrollmentId).Distinct().ToListAsync(ct)];

    /// <summary>The first session after the day in which one of the participations has one of the marks: asked by expulsion.</summary>
    internal static async Task<(int EnrollmentId, DateOnly Date)?> MarkedAfterAsync(AppDb db, IReadOnlyCollection<int> ids, IReadOnlyCollection<Mark> marks, DateOnly day, CancellationToken ct) =>
        await db.Set<AttendanceMark>().Where(x => ids.Contains(x.EnrollmentId) && marks.Contains(x.Mark))
            .Join(db.Set<Session>().Where(x => x.Date > day), x => x.SessionId, x => x.Id, (mark, session) => new { mark.EnrollmentId, session.Date })
            .OrderBy(x => x.Date).ThenBy(x => x.EnrollmentId)
            .FirstOrDefaultAsync(ct) is { } found ? (found.EnrollmentId, found.Date) : default((int, DateOnly)?);

    /// <summary>Which of the participations a valid document rests on.</summary>
    internal static async Task<HashSet<int>> WithDocumentsAsync(AppDb db, IReadOnlyCollection<int> ids, CancellationToken ct) =>
        [.. await db.Set<Certificate>().Where(Certificate.Live).Where(x => x.EnrollmentId != null && ids.Contains(x.EnrollmentId.Value))
            .Select(x => x.EnrollmentId!.Value).Distinct().ToListAsync(ct)];

    private static IQueryable<Enrollment> Filtered(AppDb db, Actor actor, int eventId, EnrollmentFilter filter)
    {
        var rows = db.Set<Enrollment>().VisibleTo(actor).Where(x => x.EventId == eventId);
        if (filter.Status is { } status) rows = rows.Where(x => x.Status == status);
        foreach (var word in SearchName.Of(filter.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            rows = rows.Where(x => x.Person!.SearchText.Contains(word) || db.Set<School>().Any(s => s.Id == x.SchoolId && s.SearchText.Contains(word)));
        return rows;
    }

    private static IQueryable<Enrollment> Sorted(AppDb db, IQueryable<Enrollment> rows, string? sort, bool descending)
    {
        IOrderedQueryable<Enrollment> By<TKey>(System.Linq.Expressions.Expression<Func<Enrollment, TKey>> key) => descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
        var sorted = sort switch
        {
            "School" => By(x => db.Set<School>().Where(s => s.Id == x.SchoolId).Select(s => s.SearchText).FirstOrDefault() ?? x.SchoolWritten),
            "Position" => By(x => x.Position),
            "Status" => By(Chain.Place<Enrollment, EnrollmentStatus>(x => x.Status)),
            "Order" => By(x => x.OrderNumber),
            "Applied" => By(x => x.AppliedAt),
            _ => By(x => x.Person!.SearchText),
        };
        return sorted.ThenBy(x => x.Person!.SearchText).ThenBy(x => x.Id);
    }

    private static IQueryable<ParticipantRow> Rows(AppDb db, IQueryable<Enrollment> rows) => rows.Select(x => new ParticipantRow(
        x.Id, x.Version, x.PersonId, x.Person!.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic, x.SchoolId, x.SchoolWritten,
        db.Set<School>().Where(s => s.Id == x.SchoolId).Select(s => s.Name).FirstOrDefault() ?? x.SchoolWritten,
        db.Set<Municipality>().Where(m => m.Id == x.MunicipalityId).Select(m => m.ShortName).FirstOrDefault(),
        x.Position, x.Status, x.StatusAt, x.AppliedAt, x.OrderNumber, x.OrderDate, x.Funding, x.IsUniversityStudent, x.Result, x.Reason)
        {
            ExpulsionOrderNumber = x.ExpulsionOrderNumber,
            ExpulsionOrderDate = x.ExpulsionOrderDate,
        });
}

public static class EnrollmentVisibility
{
    /// <summary>Participations in events of the centers that the actor sees.</summary>
    public static IQueryable<Enrollment> VisibleTo(this IQueryable<Enrollment> rows, Actor actor)
    {
        var centers = actor.CentersFor(Permission.ViewEvents);
        return centers is null ? rows : rows.Where(x => centers.Contains(x.CenterId));
    }
}
