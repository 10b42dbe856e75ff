using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Assessments;

/// <summary>Sessions and procedures: seats, slots, assessors; never points.</summary>
public sealed class AssessmentSessionQueries(Store store, NetworkClock clock)
{
    /// <summary>A page of sessions, the latest first; two queries whatever the size.</summary>
    public async Task<Page<AssessmentSessionRow>> ListAsync(Actor actor, AssessmentSessionFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = Filtered(db, actor, filter);
        return new(await Rows(db, Sorted(rows, page).Skip(page.Skip).Take(page.Take)).ToListAsync(ct), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter, for the export and for pickers.</summary>
    public async Task<IReadOnlyList<AssessmentSessionRow>> AllAsync(Actor actor, AssessmentSessionFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Rows(db, Sorted(Filtered(db, actor, filter), order ?? new())).ToListAsync(ct);
    }

    /// <summary>A session with slots, assessors and candidates; null for what the actor may not see. Four queries.</summary>
    public async Task<AssessmentSessionDetails?> DetailsAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var of = await db.Set<AssessmentSession>().VisibleTo(actor).Where(x => x.Id == id).Select(x => new
        {
            x.Version, x.CenterId, x.ProcedureId, x.Procedure!.Title, x.Date, x.Starts, x.Ends, x.SlotMinutes, x.SeatsPerSlot, x.RoomId, x.Status,
            Center = db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(),
            Room = db.Set<Room>().Where(r => r.Id == x.RoomId).Select(r => r.Name).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct);
        if (of is null) return null;
        var slots = await db.Set<AssessmentSlot>().Where(x => x.SessionId == id).OrderBy(x => x.Starts).Select(x => new SlotRow(x.Id, x.Starts, x.Ends, x.Seats, x.SeatsTaken)).ToListAsync(ct);
        var assessors = await db.Set<SessionAssessor>().Where(x => x.SessionId == id).OrderBy(x => x.Id)
            .Join(db.Users, x => x.AccountId, x => x.Id, (_, account) => new AssessorRow(
                account.Id, account.FullName, account.PersonId != null,
                db.Set<AssessorScore>().Count(s => s.AccountId == account.Id && !s.IsFinal && db.Set<Assessment>().Any(a => a.Id == s.AssessmentId && a.Slot!.SessionId == id)),
                db.Set<AssessorScore>().Count(s => s.AccountId == account.Id && s.IsFinal && db.Set<Assessment>().Any(a => a.Id == s.AssessmentId && a.Slot!.SessionId == id)))).ToListAsync(ct);
        var candidates = await db.Set<Assessment>().Where(x => x.Slot!.SessionId == id)
            .OrderBy(x => x.Slot!.Starts).ThenBy(x => x.Person!.SearchText).ThenBy(x => x.Id)
            .Select(AssessmentQueries.Row(db, actor)).ToListAsync(ct);
        return new(id, of.Version, of.CenterId, of.Center, of.ProcedureId, of.Title, of.Date, of.Starts, of.Ends, of.SlotMinutes, of.SeatsPerSlot, of.RoomId, of.Room, of.Status, slots, assessors, candidates);
    }

    /// <summary>The accounts that may score in a center, by name; for who keeps its sessions.</summary>
    public async Task<IReadOnlyList<AssessorRow>> AssessorsAsync(Actor actor, int centerId, CancellationToken ct = default)
    {
        if (!actor.Can(Permission.ManageAssessments, centerId)) return [];
        await using var db = await store.ReadAsync(ct);
        return await db.Users.Where(x => !x.IsDisabled && x.Grants.Any(g => g.Role == Role.Assessor && (g.CenterId == centerId || g.CenterId == null)))
            .OrderBy(x => x.FullName).ThenBy(x => x.Id).Select(x => new AssessorRow(x.Id, x.FullName, x.PersonId != null, 0, 0)).ToListAsync(ct);
    }

    public async Task<Page<ProcedureRow>> ProceduresAsync(Actor actor, ProcedureFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = Procedures(db, actor, filter);
        return new(await ProcedureRows(db, ByTitle(rows, page).Skip(page.Skip).Take(page.Take)).ToListAsync(ct), await rows.CountAsync(ct));
    }

    public async Task<IReadOnlyList<ProcedureRow>> AllProceduresAsync(Actor actor, ProcedureFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await ProcedureRows(db, ByTitle(Procedures(db, actor, filter), order ?? new())).ToListAsync(ct);
    }

    private static IOrderedQueryable<AssessmentProcedure> ByTitle(IQueryable<AssessmentProcedure> rows, PageRequest page) =>
        page.Descending ? rows.OrderByDescending(x => x.SearchText).ThenBy(x => x.Id) : rows.OrderBy(x => x.SearchText).ThenBy(x => x.Id);

    /// <summary>Procedures to choose from, by title; archived ones only for filters of what has run.</summary>
    public async Task<IReadOnlyList<ProcedureChoice>> ChoicesAsync(Actor actor, bool withArchived = false, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.Set<AssessmentProcedure>().VisibleTo(actor).Where(x => withArchived || !x.IsArchived).OrderBy(x => x.SearchText).ThenBy(x => x.Id)
            .Select(x => new ProcedureChoice(x.Id, x.CenterId, x.Title)).ToListAsync(ct);
    }

    /// <summary>The procedure as its sheet edits it; null for what the actor may not see.</summary>
    public async Task<ProcedureForm?> FormAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var row = await db.Set<AssessmentProcedure>().VisibleTo(actor).Include(x => x.Criteria).SingleOrDefaultAsync(x => x.Id == id, ct);
        return row is null ? null : new ProcedureForm
        {
            Id = row.Id, Version = row.Version, CenterId = row.CenterId, Title = row.Title, Summary = row.Summary,
            Criteria = [.. row.Criteria.OrderBy(x => x.Order).Select(x => new CriterionForm { Id = x.Id, Tool = x.Tool, Title = x.Title, MaxPoints = x.MaxPoints })],
        };
    }

    private IQueryable<AssessmentSession> Filtered(AppDb db, Actor actor, AssessmentSessionFilter filter)
    {
        var rows = db.Set<AssessmentSession>().VisibleTo(actor);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        if (filter.Status is { } status) rows = rows.Where(x => x.Status == status);
        if (filter.Procedure is { } procedure) rows = rows.Where(x => x.ProcedureId == procedure);
        if (filter.Unstaffed) rows = rows.Unstaffed();
        var today = clock.Today;
        if (filter.Over) rows = rows.Over(today);
        return filter.Ahead ? rows.Where(x => x.Date >= today) : rows;
    }

    private static IQueryable<AssessmentSession> Sorted(IQueryable<AssessmentSession> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        (nameof(AssessmentSessionRow.Date), false) => rows.OrderBy(x => x.Date).ThenBy(x => x.Starts).ThenBy(x => x.Id),
        _ => rows.OrderByDescending(x => x.Date).ThenByDescending(x => x.Starts).ThenByDescending(x => x.Id),
    };

    private static IQueryable<AssessmentSessionRow> Rows(AppDb db, IQueryable<AssessmentSession> rows) => rows.Select(x => new AssessmentSessionRow(
        x.Id, x.CenterId, db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(), x.Procedure!.Title, x.Date, x.Starts, x.Ends,
        db.Set<Room>().Where(r => r.Id == x.RoomId).Select(r => r.Name).FirstOrDefault(), x.Status, x.Slots.Sum(s => s.Seats), x.Slots.Sum(s => s.SeatsTaken), x.Assessors.Count));

    private static IQueryable<AssessmentProcedure> Procedures(AppDb db, Actor actor, ProcedureFilter filter)
    {
        var rows = db.Set<AssessmentProcedure>().VisibleTo(actor).Where(x => x.IsArchived == filter.Archived);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        foreach (var word in SearchName.Of(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)) rows = rows.Where(x => x.SearchText.Contains(word));
        return rows;
    }

    private static IQueryable<ProcedureRow> ProcedureRows(AppDb db, IQueryable<AssessmentProcedure> rows) => rows.Select(x => new ProcedureRow(
        x.Id, x.CenterId, x.Title, db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(), x.Criteria.Count, x.Criteria.Sum(c => c.MaxPoints),
        db.Set<Assessment>().Count(a => a.ProcedureId == x.Id), x.IsArchived));
}
