using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.People;

/// <summary>The search as one types, and the list of people. The card is read by <see cref="PersonCardQueries"/>.</summary>
public sealed class PeopleQueries(Store store, NetworkClock clock)
{
    /// <summary>The most people that the list counts one by one: the page of half a million must not wait for its own number.</summary>
    public const int CountLimit = 10_000;

    /// <summary>
    /// The people visible to the actor in whose names every typed word begins a word; ё = е and capitals do not matter. Digits search
    /// the insurance number by its beginning, for those who may see it. Three short queries, no count; five for a center with very few of many people.
    /// </summary>
    public async Task<IReadOnlyList<PersonHit>> SearchAsync(Actor actor, string? text, int take = 20, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewPeople)) return [];
        take = Math.Clamp(take, 1, 100);
        await using var db = await store.ReadAsync(ct);
        var ids = await OwnIdsAsync(db, actor, text ?? "", take, ct);
        return await HitsAsync(db, ids, foreign: false, ct);
    }

    /// <summary>
    /// As <see cref="SearchAsync"/>, and after the actor's own people those of other centers, of whom only name and school are told:
    /// for choosing somebody to enroll or to link. By digits only a whole insurance number finds a person of another center.
    /// </summary>
    public async Task<IReadOnlyList<PersonHit>> SearchNetworkAsync(Actor actor, string? text, int take = 20, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewPeople)) return [];
        take = Math.Clamp(take, 1, 100);
        await using var db = await store.ReadAsync(ct);
        var own = await OwnIdsAsync(db, actor, text ?? "", take, ct);
        var hits = await HitsAsync(db, own, foreign: false, ct);
        if (own.Count == take || actor.CentersFor(Permission.ViewPeople) is null) return hits;
        IReadOnlyList<int> all = Digits(text ?? "") switch
        {
            { Length: 11 } snils when actor.CanSomewhere(Permission.RevealSnils) => await db.Set<Person>().Where(x => x.Snils == snils).Select(x => x.Id).ToListAsync(ct),
            not null => [],
            null => await PersonSearch.IdsAsync(db, PersonSearch.WordsOf(text ?? ""), null, take + own.Count, ct),
        };
        var others = all.Except(own).Take(take - own.Count).ToList();
        // Own people that lie beyond the page must not turn up as somebody else's.
        var visible = await db.Set<Person>().VisibleTo(actor, db).Where(x => others.Contains(x.Id)).Select(x => x.Id).ToListAsync(ct);
        return [.. hits, .. await HitsAsync(db, [.. others.Except(visible)], foreign: true, ct)];
    }

    /// <summary>A page of the list; <see cref="Page{T}.Total"/> stops at <see cref="CountLimit"/> + 1 where the filter has more.</summary>
    public async Task<Page<PersonRow>> ListAsync(Actor actor, PersonFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = Filtered(db, actor, filter);
        var ids = await Sorted(rows, page).Skip(page.Skip).Take(page.Take).Select(x => x.Id).ToListAsync(ct);
        var total = ids.Count < page.Take && (ids.Count > 0 || page.Index == 0) ? page.Skip + ids.Count : await rows.OrderBy(x => x.Id).Select(x => x.Id).Take(CountLimit + 1).CountAsync(ct);
        return new(await RowsAsync(db, ids, ct), ids.Count == 0 ? total : Math.Max(total, page.Skip + ids.Count));
    }

    /// <summary>All rows of the filter in the list's order, a block at a time, so that a large export needs little memory.</summary>
    public async IAsyncEnumerable<PersonRow> AllAsync(Actor actor, PersonFilter filter, PageRequest? order = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var ids = await Sorted(Filtered(db, actor, filter), order ?? new()).Select(x => x.Id).ToListAsync(ct);
        foreach (var block in ids.Chunk(1000))
        {
            foreach (var row in await RowsAsync(db, block, ct)) yield return row;
        }
    }

    private static async Task<IReadOnlyList<int>> OwnIdsAsync(AppDb db, Actor actor, string text, int take, CancellationToken ct)
    {
        if (Digits(text) is not { } digits) return await PersonSearch.IdsAsync(db, PersonSearch.WordsOf(text), actor.CentersFor(Permission.ViewPeople), take, ct);
        if (digits.Length < 3 || !actor.CanSomewhere(Permission.RevealSnils)) return [];
        var end = SearchName.EndOfPrefix(digits);
        var people = db.Set<Person>().Where(x => string.Compare(x.Snils, digits) >= 0 && string.Compare(x.Snils, end) < 0);
        if (actor.CentersFor(Permission.RevealSnils) is { } centers) people = people.LinkedTo(centers, db);
        return await people.OrderBy(x => x.Snils).Take(take).Select(x => x.Id).ToListAsync(ct);
    }

    /// <summary>The digits of a text that is written like an insurance number; null for any other.</summary>
    private static string? Digits(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > 0 && trimmed.All(c => char.IsAsciiDigit(c) || c is '-' or ' ') && trimmed.Any(char.IsAsciiDigit) ? string.Concat(trimmed.Where(char.IsAsciiDigit)) : null;
    }

    private async Task<IReadOnlyList<PersonHit>> HitsAsync(AppDb db, IReadOnlyList<int> ids, bool foreign, CancellationToken ct) =>
        [.. (await RowsAsync(db, ids, ct)).Select(x => new PersonHit(x.Id, x.PublicKey, x.FamilyName, x.GivenName, x.Patronymic, foreign ? null : x.BirthDate,
            foreign && x.Work is not null ? x.Work with { Position = "" } : x.Work, foreign))];

    /// <summary>The rows of the given people in the given order: one query for the people, one for where they work.</summary>
    private async Task<IReadOnlyList<PersonRow>> RowsAsync(AppDb db, IReadOnlyList<int> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var today = clock.Today;
        var people = await db.Set<Person>().Where(x => EF.Parameter(ids).Contains(x.Id))
            .Select(x => new { x.Id, x.PublicKey, x.FamilyName, x.GivenName, x.Patronymic, x.BirthDate, x.Snils, x.Phone, x.Email }).ToDictionaryAsync(x => x.Id, ct);
        var works = (await (
            from job in db.Set<Employment>()
            join s in db.Set<School>() on job.SchoolId equals (int?)s.Id into schools
            from school in schools.DefaultIfEmpty()
            join m in db.Set<Municipality>() on school.MunicipalityId equals m.Id into municipalities
            from municipality in municipalities.DefaultIfEmpty()
            where EF.Parameter(ids).Contains(job.PersonId) && (job.From == null || job.From <= today) && (job.To == null || job.To >= today)
            orderby job.IsMain descending, job.From descending, job.Id descending
            select new { job.PersonId, Work = new Workplace(job.SchoolWritten ?? school.Name, municipality.ShortName, job.Position, job.Category) }).ToListAsync(ct)).ToLookup(x => x.PersonId, x => x.Work);
        return [.. ids.Where(people.ContainsKey).Select(id => people[id]).Select(x => new PersonRow(x.Id, x.PublicKey, x.FamilyName, x.GivenName, x.Patronymic, x.BirthDate,
            x.Snils is null ? null : Snils.Mask(x.Snils), x.Phone, x.Email, works[x.Id].FirstOrDefault()))];
    }

    private IQueryable<Person> Filtered(AppDb db, Actor actor, PersonFilter filter)
    {
        var (people, centers) = (db.Set<Person>().AsQueryable(), actor.CentersFor(Permission.ViewPeople));
        if (filter.Center is { } center) centers = centers is null || centers.Contains(center) ? [center] : [];
        if (centers is []) return people.Where(_ => false);
        if (centers is not null) people = people.LinkedTo(centers, db);
        people = people.Named(db, filter.Text);
        if (!filter.AsksWorkplace()) return people;
        var jobs = PresentJobs(db, filter);
        return people.Where(x => jobs.Select(j => j.PersonId).Contains(x.Id));
    }

    private IQueryable<Employment> PresentJobs(AppDb db, PersonFilter filter)
    {
        var today = clock.Today;
        var jobs = db.Set<Employment>().Where(j => (j.From == null || j.From <= today) && (j.To == null || j.To >= today));
        if (filter.School is { } school) jobs = jobs.Where(j => j.SchoolId == school);
        if (filter.Municipality is { } municipality) jobs = jobs.Where(j => db.Set<School>().Where(s => s.MunicipalityId == municipality).Select(s => (int?)s.Id).Contains(j.SchoolId));
        if (filter.Category is { } category) jobs = jobs.Where(j => j.Category == category);
        if (Typed.OrNull(filter.Position) is { } position)
        {
            // SQLite's LIKE knows capitals of ASCII only, and a position is written in two ways: small, or with a capital first letter.
            var (small, large) = (Recased(position, char.ToLowerInvariant), Recased(position, char.ToUpperInvariant));
            jobs = jobs.Where(j => j.Position.Contains(small) || j.Position.Contains(large));
        }
        return jobs;
    }

    private static string Recased(string text, Func<char, char> first) => first(text[0]) + text[1..].ToLowerInvariant();

    /// <summary>By name only: another order would have to read all people before it could show the first.</summary>
    private static IQueryable<Person> Sorted(IQueryable<Person> rows, PageRequest page) => page.Descending
        ? rows.OrderByDescending(x => x.SearchText).ThenByDescending(x => x.BirthDate).ThenByDescending(x => x.Id)
        : rows.OrderBy(x => x.SearchText).ThenBy(x => x.BirthDate).ThenBy(x => x.Id);
}
