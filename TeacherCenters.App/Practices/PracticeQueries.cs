using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Practices;

public static class PracticeVisibility
{
    /// <summary>What is published, for whoever sees events of any center; the rest for those of its own center.</summary>
    public static IQueryable<Practice> VisibleTo(this IQueryable<Practice> practices, Actor actor) => actor.CentersFor(Permission.ViewEvents) switch
    {
        null => practices,
        [] => practices.Where(x => false),
        var centers => practices.Where(x => x.Status == PracticeStatus.Published || centers.Contains(x.CenterId)),
    };
}

public sealed class PracticeQueries(Store store, NetworkClock clock)
{
    /// <summary>A page of practices; two queries whatever the size.</summary>
    public async Task<Page<PracticeRow>> ListAsync(Actor actor, PracticeFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = Filtered(db, actor, filter);
        return new(await Sorted(rows, page).Skip(page.Skip).Take(page.Take).Select(Row(db)).ToListAsync(ct), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async Task<IReadOnlyList<PracticeRow>> AllAsync(Actor actor, PracticeFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Sorted(Filtered(db, actor, filter), order ?? new()).Select(Row(db)).ToListAsync(ct);
    }

    /// <summary>How many practices of the filter stand in each status, whatever status the filter asks for; one query.</summary>
    public async Task<IReadOnlyDictionary<PracticeStatus, int>> CountsAsync(Actor actor, PracticeFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Filtered(db, actor, filter with { Status = null }).GroupBy(x => x.Status).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
    }

    public async Task<PracticeChoices> ChoicesAsync(Actor actor, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var seen = db.Set<Practice>().VisibleTo(actor);
        var subjects = await seen.Where(x => x.Subject != null).Select(x => x.Subject!).Distinct().ToListAsync(ct);
        var centers = await db.Set<Center>().Where(c => seen.Any(x => x.CenterId == c.Id)).OrderByDescending(x => x.Kind).ThenBy(x => x.Id).Select(x => new PracticeCenter(x.Id, x.ShortName)).ToListAsync(ct);
        return new([.. subjects.OrderBy(x => SearchName.Of(x), StringComparer.Ordinal)], centers);
    }

    /// <summary>One practice with all that hangs on it; null for what the actor may not see. Four queries.</summary>
    public async Task<PracticeDetails?> DetailsAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var found = await (
            from x in db.Set<Practice>().VisibleTo(actor)
            join center in db.Set<Center>() on x.CenterId equals center.Id
            where x.Id == id
            select new PracticeDetails(x.Id, x.Version, x.CenterId, center.ShortName, center.FullName, x.Kind, x.Title, x.Summary, x.Subject, x.Status, x.Reason, x.ProposedOn, x.ProposedBy, x.PublishedOn))
            .SingleOrDefaultAsync(ct);
        return found is null ? null : found with { Authors = await AuthorsAsync(db, actor, id, ct), Showings = await ShowingsAsync(db, actor, id, ct), Files = await FilesAsync(db, id, ct) };
    }

    /// <summary>What happened to the practice, for those of its own center: how it came into the bank is none of the readers' business.</summary>
    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var center = await db.Set<Practice>().VisibleTo(actor).Where(x => x.Id == id).Select(x => (int?)x.CenterId).SingleOrDefaultAsync(ct);
        if (center is null || !actor.Can(Permission.ViewEvents, center)) return [];
        // A verb changes one practice: the authors in its act are those of the practice. Whom it began with, its card says.
        var sets = db.ChangeRows.Where(x => x.Kind == nameof(Practice) && x.Key == id && x.Before != null).Select(x => x.ChangeSetId);
        return await db.HistoryOfAsync(db.ChangeRows.Where(x => (x.Kind == nameof(Practice) && x.Key == id) || (x.Kind == nameof(PracticeAuthor) && sets.Contains(x.ChangeSetId))), null, clock, ct: ct);
    }

    /// <summary>A file of a practice that the actor may see; null for any other.</summary>
    public async Task<PracticeFileContent?> FileAsync(Actor actor, int id, int fileId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.FilesOf(id).Where(x => x.Id == fileId && db.Set<Practice>().VisibleTo(actor).Any(p => p.Id == id)).Select(x => new PracticeFileContent(x.Name, x.Hash)).SingleOrDefaultAsync(ct);
    }

    /// <summary>The practices that a person is an author of, by title.</summary>
    public async Task<IReadOnlyList<PracticeLink>> OfPersonAsync(Actor actor, int personId, CancellationToken ct = default) => await LinksAsync(actor, x => x.Authors.Any(a => a.PersonId == personId), ct);

    /// <summary>The practices that were shown at an event, by title.</summary>
    public async Task<IReadOnlyList<PracticeLink>> OfEventAsync(Actor actor, int eventId, CancellationToken ct = default) => await LinksAsync(actor, x => x.Showings.Any(s => s.EventId == eventId), ct);

    private async Task<List<PracticeLink>> LinksAsync(Actor actor, Expression<Func<Practice, bool>> which, CancellationToken ct)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Practice>().VisibleTo(actor).Where(which).OrderBy(x => x.SortText).ThenBy(x => x.Id)
            .Select(x => new PracticeLink(x.Id, x.Title, x.Kind, x.Subject, db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(), x.Status)).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<PracticeAuthorRow>> AuthorsAsync(AppDb db, Actor actor, int id, CancellationToken ct)
    {
        var today = clock.Today;
        var rows = await db.Set<PracticeAuthor>().Where(x => x.PracticeId == id).OrderBy(x => x.Order).Select(x => new
        {
            x.Person!.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic,
            IsVisible = db.Set<Person>().VisibleTo(actor, db).Any(p => p.Id == x.PersonId),
            Job = db.Set<Employment>().Where(j => j.PersonId == x.PersonId && (j.From == null || j.From <= today) && (j.To == null || j.To >= today))
                .OrderByDescending(j => j.IsMain).ThenByDescending(j => j.From).ThenByDescending(j => j.Id)
                .Select(j => new { j.Position, School = j.SchoolWritten ?? db.Set<School>().Where(s => s.Id == j.SchoolId).Select(s => s.Name).First() }).FirstOrDefault(),
        }).ToListAsync(ct);
        return rows.ConvertAll(x => new PracticeAuthorRow(
            x.PublicKey, new PersonName(x.FamilyName, x.GivenName, x.Patronymic), x.Job is null ? null : string.Join(", ", new[] { x.Job.Position, x.Job.School }.Where(part => !string.IsNullOrEmpty(part))), x.IsVisible));
    }

    private static async Task<IReadOnlyList<PracticeShowingRow>> ShowingsAsync(AppDb db, Actor actor, int id, CancellationToken ct)
    {
        var rows = await (
            from x in db.Set<PracticeShowing>()
            join of in db.Set<TrainingEvent>() on x.EventId equals of.Id
            join center in db.Set<Center>() on of.CenterId equals center.Id
            where x.PracticeId == id
            orderby of.StartsOn descending, x.Id descending
            select new PracticeShowingRow(x.Id, of.Id, of.Title, center.ShortName, of.CenterId, of.StartsOn, of.EndsOn)).ToListAsync(ct);
        return rows.ConvertAll(x => actor.Can(Permission.ViewEvents, x.CenterId) ? x : x with { Title = null });
    }

    private async Task<IReadOnlyList<PracticeFileRow>> FilesAsync(AppDb db, int id, CancellationToken ct)
    {
        var rows = await db.FilesOf(id).OrderBy(x => x.Id).Select(x => new PracticeFileRow(x.Id, x.Name, x.Size, x.AddedAt, x.AddedBy)).ToListAsync(ct);
        return rows.ConvertAll(x => x with { AddedAt = clock.ToLocal(x.AddedAt) });
    }

    private static Expression<Func<Practice, PracticeRow>> Row(AppDb db) => x => new PracticeRow(
        x.Id, x.Title, x.Kind, x.Subject, db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(), x.Status, x.ProposedOn, x.PublishedOn,
        x.Authors.OrderBy(a => a.Order).Select(a => new PersonName(a.Person!.FamilyName, a.Person.GivenName, a.Person.Patronymic)).ToList(),
        db.Set<AttachedFile>().Count(f => f.OwnerKind == nameof(Practice) && f.OwnerId == x.Id), x.Showings.Count);

    private static IQueryable<Practice> Filtered(AppDb db, Actor actor, PracticeFilter filter)
    {
        var rows = db.Set<Practice>().VisibleTo(actor);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        if (filter.Kind is { } kind) rows = rows.Where(x => x.Kind == kind);
        if (filter.Status is { } status) rows = rows.Where(x => x.Status == status);
        if (Typed.OrNull(filter.Subject) is { } subject) rows = rows.Where(x => x.Subject == subject);
        foreach (var word in SearchName.Of(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            rows = rows.Where(x => x.SearchText.Contains(word) || x.Authors.Any(a => a.Person!.SearchText.Contains(word)));
        return rows;
    }

    private static readonly Expression<Func<Practice, int>> Place = Chain.Place<Practice, PracticeStatus>(x => x.Status);

    private static IQueryable<Practice> Sorted(IQueryable<Practice> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        (nameof(PracticeRow.Title), false) => rows.OrderBy(x => x.SortText).ThenBy(x => x.Id),
        (nameof(PracticeRow.Title), true) => rows.OrderByDescending(x => x.SortText).ThenByDescending(x => x.Id),
        (nameof(PracticeRow.Subject), false) => rows.OrderBy(x => x.Subject).ThenBy(x => x.SortText).ThenBy(x => x.Id),
        (nameof(PracticeRow.Subject), true) => rows.OrderByDescending(x => x.Subject).ThenBy(x => x.SortText).ThenBy(x => x.Id),
        (nameof(PracticeRow.Status), false) => rows.OrderBy(Place).ThenBy(x => x.SortText).ThenBy(x => x.Id),
        (nameof(PracticeRow.Status), true) => rows.OrderByDescending(Place).ThenBy(x => x.SortText).ThenBy(x => x.Id),
        (nameof(PracticeRow.ProposedOn), false) => rows.OrderBy(x => x.ProposedOn).ThenBy(x => x.Id),
        _ => rows.OrderByDescending(x => x.ProposedOn).ThenByDescending(x => x.Id),
    };
}
