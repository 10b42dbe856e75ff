using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.People;

/// <summary>One record for the address of the list of schools, its query and its export.</summary>
public sealed record SchoolFilter
{
    public string? Text { get; init; }

    public int? Municipality { get; init; }

    public EducationLevel? Level { get; init; }

    public bool Closed { get; init; }
}

public sealed record SchoolRow(int Id, int Version, string Name, int MunicipalityId, string Municipality, EducationLevel Level, bool IsClosed);

public sealed record SchoolChoice(int Id, string Name, string Municipality);

/// <summary>An organisation that is not in the list, as it was written, with the people who carry the spelling and what it may mean.</summary>
public sealed record UnlistedSchool(string Written, int People, IReadOnlyList<SchoolChoice> Suggestions);

public sealed record MunicipalityChoice(int Id, string Name);

/// <summary>Schools belong to the network: whoever sees people sees them all.</summary>
public sealed class SchoolQueries(Store store)
{
    public async Task<Page<SchoolRow>> ListAsync(Actor actor, SchoolFilter filter, PageRequest page, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewPeople)) return new([], 0);
        await using var db = await store.ReadAsync(ct);
        var schools = Filtered(db, filter);
        return new(await Sorted(Rows(db, schools), page, filter.Text).Skip(page.Skip).Take(page.Take).Select(Row).ToListAsync(ct), await schools.CountAsync(ct));
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async Task<IReadOnlyList<SchoolRow>> AllAsync(Actor actor, SchoolFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewPeople)) return [];
        await using var db = await store.ReadAsync(ct);
        return await Sorted(Rows(db, Filtered(db, filter)), order ?? new(), filter.Text).Select(Row).ToListAsync(ct);
    }

    /// <summary>Open schools in whose name or municipality all typed words stand, for the picker.</summary>
    public async Task<IReadOnlyList<SchoolChoice>> SearchAsync(Actor actor, string? text, int take = 20, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewPeople)) return [];
        await using var db = await store.ReadAsync(ct);
        return await Sorted(Rows(db, Filtered(db, new SchoolFilter { Text = text })), new(), text).Take(take)
            .Select(x => new SchoolChoice(x.School.Id, x.School.Name, x.Municipality.ShortName)).ToListAsync(ct);
    }

    public async Task<SchoolChoice?> ChoiceAsync(Actor actor, int id, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewPeople)) return null;
        await using var db = await store.ReadAsync(ct);
        return await Rows(db, db.Set<School>().Where(x => x.Id == id)).Select(x => new SchoolChoice(x.School.Id, x.School.Name, x.Municipality.ShortName)).SingleOrDefaultAsync(ct);
    }

    /// <summary>All open schools, to match names of an import against: <see cref="SchoolMatching"/>.</summary>
    public async Task<IReadOnlyList<SchoolChoice>> CandidatesAsync(Actor actor, CancellationToken ct = default) => await SearchAsync(actor, null, int.MaxValue, ct);

    /// <summary>What the workplaces of people whom the actor may change name and the list does not have, the most frequent spelling first.</summary>
    /// <param name="written">Only this spelling, with what it may mean.</param>
    public async Task<IReadOnlyList<UnlistedSchool>> UnlistedAsync(Actor actor, string? written = null, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.EditPeople)) return [];
        await using var db = await store.ReadAsync(ct);
        var jobs = await db.Set<Employment>().Where(x => x.SchoolWritten != null).EditableBy(actor, db).Select(x => new { Written = x.SchoolWritten!, x.PersonId }).Distinct().ToListAsync(ct);
        var found = jobs.GroupBy(x => SchoolNames.Key(x.Written)).Where(x => written is null || x.Key == SchoolNames.Key(written))
            .Select(x => new UnlistedSchool(x.GroupBy(y => y.Written).OrderByDescending(y => y.Count()).ThenBy(y => y.Key, StringComparer.Ordinal).First().Key, x.Select(y => y.PersonId).Distinct().Count(), []))
            .OrderByDescending(x => x.People).ThenBy(x => x.Written, StringComparer.Ordinal).ToList();
        if (written is null || found.Count == 0) return found;
        var schools = await CandidatesAsync(actor, ct);
        return found.ConvertAll(x => x with { Suggestions = [.. SchoolMatching.Find(x.Written, schools, take: 3).Select(y => y.School)] });
    }

    /// <summary>The municipalities in the order of the reports.</summary>
    public async Task<IReadOnlyList<MunicipalityChoice>> MunicipalitiesAsync(Actor actor, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewPeople)) return [];
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Municipality>().OrderBy(x => x.Order).ThenBy(x => x.Id).Select(x => new MunicipalityChoice(x.Id, x.ShortName)).ToListAsync(ct);
    }

    private sealed class Joined
    {
        public required School School { get; init; }

        public required Municipality Municipality { get; init; }
    }

    private static readonly System.Linq.Expressions.Expression<Func<Joined, SchoolRow>> Row =
        x => new SchoolRow(x.School.Id, x.School.Version, x.School.Name, x.Municipality.Id, x.Municipality.ShortName, x.School.Level, x.School.IsClosed);

    private static IQueryable<Joined> Rows(AppDb db, IQueryable<School> schools) =>
        schools.Join(db.Set<Municipality>(), s => s.MunicipalityId, m => m.Id, (s, m) => new Joined { School = s, Municipality = m });

    private static IOrderedQueryable<Joined> Sorted(IQueryable<Joined> rows, PageRequest page, string? text) => (page.Sort, page.Descending) switch
    {
        // «№ 1» is found in «№ 10» too: what bears the very number comes first.
        (null, _) when Words(text).FirstOrDefault(x => x.All(char.IsAsciiDigit)) is { } number => rows
            .OrderByDescending(x => (" " + x.School.SearchText.Replace("№", " ").Replace("»", " ").Replace("\"", " ").Replace(",", " ") + " ").Contains(" " + number + " "))
            .ThenBy(x => x.School.SearchText).ThenBy(x => x.School.Id),
        (nameof(SchoolRow.Municipality), false) => rows.OrderBy(x => x.Municipality.Order).ThenBy(x => x.School.SearchText).ThenBy(x => x.School.Id),
        (nameof(SchoolRow.Municipality), true) => rows.OrderByDescending(x => x.Municipality.Order).ThenBy(x => x.School.SearchText).ThenBy(x => x.School.Id),
        (_, true) => rows.OrderByDescending(x => x.School.SearchText).ThenByDescending(x => x.School.Id),
        _ => rows.OrderBy(x => x.School.SearchText).ThenBy(x => x.School.Id),
    };

    private static string[] Words(string? text) => SearchName.Of(text).Split([' ', '«', '»', '"', ',', '№'], StringSplitOptions.RemoveEmptyEntries);

    private static IQueryable<School> Filtered(AppDb db, SchoolFilter filter)
    {
        var rows = db.Set<School>().Where(x => x.IsClosed == filter.Closed);
        if (filter.Municipality is { } municipality) rows = rows.Where(x => x.MunicipalityId == municipality);
        if (filter.Level is { } level) rows = rows.Where(x => x.Level == level);
        foreach (var word in Words(filter.Text)) rows = rows.Where(x => x.SearchText.Contains(word));
        return rows;
    }
}
