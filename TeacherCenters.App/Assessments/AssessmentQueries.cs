using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Assessments;

/// <summary>Candidates. Points and level leave the store only for centers where the actor may see results, and only of what is completed.</summary>
public sealed class AssessmentQueries(Store store, NetworkClock clock)
{
    /// <summary>A page of candidates; two queries whatever the size.</summary>
    public async Task<Page<AssessmentRow>> ListAsync(Actor actor, AssessmentFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = Filtered(db, actor, clock.Today, filter);
        return new(await Sorted(rows, page).Skip(page.Skip).Take(page.Take).Select(Row(db, actor)).ToListAsync(ct), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter in the order of names, for the export.</summary>
    public async Task<IReadOnlyList<AssessmentRow>> AllAsync(Actor actor, AssessmentFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Sorted(Filtered(db, actor, clock.Today, filter), order ?? new()).Select(Row(db, actor)).ToListAsync(ct);
    }

    /// <summary>How many candidates of the filter stand in each status, whatever status the filter asks for; one query.</summary>
    public async Task<IReadOnlyDictionary<AssessmentStatus, int>> CountsAsync(Actor actor, AssessmentFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Filtered(db, actor, clock.Today, filter with { Status = null }).GroupBy(x => x.Status).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
    }

    /// <summary>One candidate; null for what the actor may not see.</summary>
    public async Task<AssessmentRow?> FindAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Assessment>().VisibleTo(actor).Where(x => x.Id == id).Select(Row(db, actor)).SingleOrDefaultAsync(ct);
    }

    /// <summary>The assessments of one person in the centers where the actor sees assessments, the latest first; one query.</summary>
    public async Task<IReadOnlyList<AssessmentRow>> OfPersonAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Sorted(db.Set<Assessment>().VisibleTo(actor).Where(x => x.PersonId == personId), new()).Select(Row(db, actor)).ToListAsync(ct);
    }

    /// <summary>Candidates of a procedure who wait for a slot, by name.</summary>
    public async Task<IReadOnlyList<AssessmentRow>> WaitingAsync(Actor actor, int procedureId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Assessment>().VisibleTo(actor).Where(x => x.ProcedureId == procedureId && x.Status == AssessmentStatus.Checked)
            .OrderBy(x => x.Person!.SearchText).ThenBy(x => x.Id).Select(Row(db, actor)).ToListAsync(ct);
    }

    /// <summary>The sheet and the final scores of a completed assessment; null for whoever may not see results there.</summary>
    public async Task<(ScoreSheet Sheet, IReadOnlyList<ShownScore> Scores)?> ScoresAsync(Actor actor, int id, CancellationToken ct = default)
    {
        var results = actor.CentersFor(Permission.ViewAssessmentResults);
        await using var db = await store.ReadAsync(ct);
        var sheet = await db.Set<Assessment>()
            .Where(x => x.Id == id && x.Status == AssessmentStatus.Completed && (results == null || results.Contains(x.CenterId)))
            .Select(x => x.Slot!.Session!.Sheet).SingleOrDefaultAsync(ct);
        if (sheet is null) return null;
        return (ScoreSheet.Parse(sheet), await ScoringQueries.ShownAsync(db, db.Set<AssessorScore>().Where(x => x.AssessmentId == id && x.IsFinal), ct));
    }

    /// <summary>Who did what with the candidate, the latest first; at most <paramref name="take"/>. Results are masked where it is read.</summary>
    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int id, int take = 50, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        if (!await db.Set<Assessment>().VisibleTo(actor).AnyAsync(x => x.Id == id, ct)) return [];
        return await db.HistoryOfAsync(nameof(Assessment), id, clock, take, ct);
    }

    /// <summary>A candidate as a row; what the actor may not see is null in the store's answer already.</summary>
    internal static Expression<Func<Assessment, AssessmentRow>> Row(AppDb db, Actor actor)
    {
        var results = actor.CentersFor(Permission.ViewAssessmentResults);
        return x => new AssessmentRow(
            x.Id, x.Version, x.CenterId, x.PersonId, x.Person!.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic,
            db.Set<School>().Where(s => s.Id == x.SchoolId).Select(s => s.Name).FirstOrDefault(),
            db.Set<Municipality>().Where(m => m.Id == x.MunicipalityId).Select(m => m.ShortName).FirstOrDefault(),
            x.Position, x.ProcedureId, x.Procedure!.Title, x.Status, x.StatusAt, x.AppliedOn, x.ConsentOn,
            x.Slot == null ? null : x.Slot.SessionId, x.Slot == null ? null : x.Slot.Session!.Date, x.Slot == null ? null : x.Slot.Starts, x.SlotId,
            x.NeedsThird, x.Reason, x.CompletedOn, x.ValidTo,
            x.Status == AssessmentStatus.Completed && (results == null || results.Contains(x.CenterId)) ? x.Points : null,
            x.Status == AssessmentStatus.Completed && (results == null || results.Contains(x.CenterId)) ? x.MaxPoints : null,
            x.Status == AssessmentStatus.Completed && (results == null || results.Contains(x.CenterId)) ? x.Percent : null,
            x.Status == AssessmentStatus.Completed && (results == null || results.Contains(x.CenterId)) ? x.LevelReached : null);
    }

    private static IQueryable<Assessment> Filtered(AppDb db, Actor actor, DateOnly today, AssessmentFilter filter)
    {
        var rows = db.Set<Assessment>().VisibleTo(actor);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        if (filter.Status is { } status) rows = rows.Where(x => x.Status == status);
        if (filter.Expiring) rows = rows.Expiring(db, today);
        if (filter.Session is { } session) rows = rows.Where(x => x.Slot!.SessionId == session);
        if (filter.Procedure is { } procedure) rows = rows.Where(x => x.ProcedureId == procedure);
        if (filter.Municipality is { } municipality) rows = rows.Where(x => x.MunicipalityId == municipality);
        foreach (var word in SearchName.Of(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            rows = rows.Where(x => x.Person!.SearchText.Contains(word) || db.Set<School>().Any(s => s.Id == x.SchoolId && s.SearchText.Contains(word)));
        return rows;
    }

    // No order by points or level: the order of a list tells as much as a column.
    private static IQueryable<Assessment> Sorted(IQueryable<Assessment> rows, PageRequest page)
    {
        IOrderedQueryable<Assessment> By<TKey>(Expression<Func<Assessment, TKey>> key) => page.Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
        return page.Sort switch
        {
            nameof(AssessmentRow.Name) => By(x => x.Person!.SearchText).ThenBy(x => x.Id),
            nameof(AssessmentRow.Status) => By(Chain.Place<Assessment, AssessmentStatus>(x => x.Status)).ThenBy(x => x.Person!.SearchText).ThenBy(x => x.Id),
            nameof(AssessmentRow.SessionDate) => By(x => x.Slot!.Session!.Date).ThenBy(x => x.Slot!.Starts).ThenBy(x => x.Id),
            nameof(AssessmentRow.AppliedOn) => By(x => x.AppliedOn).ThenBy(x => x.Id),
            _ => rows.OrderByDescending(x => x.AppliedOn).ThenByDescending(x => x.Id),
        };
    }
}
