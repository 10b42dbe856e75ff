using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>
/// The look-up by beginnings of words. It reads the index of words in its own order and stops after the first hits, so that its
/// time depends on what is shown, not on how many people there are. Every row of the index has all words of its person beside it:
/// whether the other typed words fit is seen without looking up anything else.
/// </summary>
internal static class PersonSearch
{
    /// <summary>More words than a name has tell nothing; they only cost.</summary>
    private const int MaxWords = 5;

    /// <summary>How many rows of each word are looked at first: a page is found among them wherever one row in a hundred fits.</summary>
    private const int Reach = 2_000;

    /// <summary>Where counting a word's rows stops: beyond, all words are equally common. Counting so many takes about a millisecond.</summary>
    private const int ProbeLimit = 20_000;

    /// <summary>Centers with fewer people than this are searched person by person.</summary>
    private const int FewPeople = 2000;

    /// <summary>A person may be hit by several words (Иванов Иван Иванович): so many rows yield enough people.</summary>
    private const int RowsPerPerson = 4;

    /// <summary>Stands for a person where a word has more rows than were looked at.</summary>
    private const int More = 0;

    /// <summary>The words of a query, each once, a word that begins another one left out.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        var words = SearchName.Of(text).Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return [.. words.Where(w => !words.Any(other => other != w && other.StartsWith(w, StringComparison.Ordinal))).Take(MaxWords)];
    }

    /// <summary>Ids of the first people in whose names every word begins a word.</summary>
    /// <param name="centers">Only people linked to one of these; null for all.</param>
    /// <returns>At most <paramref name="take"/> ids, in the order in which they are shown. One query; three for common words that seldom meet.</returns>
    public static async Task<IReadOnlyList<int>> IdsAsync(AppDb db, IReadOnlyList<string> words, int[]? centers, int take, CancellationToken ct)
    {
        if (words.Count == 0 || centers is []) return [];
        if (words.Count == 1 && centers is null) return await FirstAsync(Range(db, words[0]), take, ct);
        return await NearAsync(db, words, centers, take, ct) ?? await FarAsync(db, words, centers, take, ct);
    }

    /// <summary>Looks at the first rows of every word at once. Null when none of them was read to its end and none filled the page.</summary>
    private static async Task<IReadOnlyList<int>?> NearAsync(AppDb db, IReadOnlyList<string> words, int[]? centers, int take, CancellationToken ct)
    {
        var looks = words.Select((word, i) => Fitting(db, InOrder(Range(db, word)).Take(Reach), words, word, centers)
            .OrderBy(w => w.Word).ThenBy(w => w.SearchText).ThenBy(w => w.PersonId).Take(take * RowsPerPerson).Select(w => new { Part = i, w.Word, w.SearchText, w.PersonId }));
        var ends = words.Select((word, i) => InOrder(Range(db, word)).Skip(Reach).Take(1).Select(w => new { Part = i, w.Word, w.SearchText, PersonId = More }));
        var rows = await looks.Concat(ends).Aggregate((a, b) => a.Concat(b)).ToListAsync(ct);
        for (var i = 0; i < words.Count; i++)
        {
            // A union promises no order.
            var ids = rows.Where(r => r.Part == i && r.PersonId != More).OrderBy(r => r.Word, StringComparer.Ordinal).ThenBy(r => r.SearchText, StringComparer.Ordinal).ThenBy(r => r.PersonId)
                .Select(r => r.PersonId).Distinct().Take(take).ToList();
            if (ids.Count == take || !rows.Exists(r => r.Part == i && r.PersonId == More)) return ids;
        }
        return null;
    }

    /// <summary>Walks the rarest word to its end.</summary>
    private static async Task<IReadOnlyList<int>> FarAsync(AppDb db, IReadOnlyList<string> words, int[]? centers, int take, CancellationToken ct)
    {
        var counts = await ProbeAsync(db, words, centers, ct);
        var best = Enumerable.Range(0, words.Count).OrderBy(i => counts[i]).ThenByDescending(i => words[i].Length).First();
        var driver = words[best];
        if (centers is null || counts[words.Count] >= FewPeople || counts[words.Count] >= counts[best])
            return await FirstAsync(Fitting(db, Range(db, driver), words, driver, centers), take, ct);
        var matching = Fitting(db, Range(db, driver), words, driver, null);
        return await FirstAsync(Links(db, centers).Select(l => l.PersonId).Distinct().SelectMany(id => matching.Where(w => w.PersonId == id)), take, ct);
    }

    private static async Task<IReadOnlyList<int>> FirstAsync(IQueryable<PersonWord> rows, int take, CancellationToken ct)
    {
        var ids = await InOrder(rows).Select(w => w.PersonId).Take(take * RowsPerPerson).ToListAsync(ct);
        return [.. ids.Distinct().Take(take)];
    }

    /// <summary>The people in whose names every word of the text begins a word: a filter for lists of things that hang on people.</summary>
    public static IQueryable<Person> Named(this IQueryable<Person> people, AppDb db, string? text)
    {
        foreach (var word in WordsOf(text ?? ""))
        {
            var end = SearchName.EndOfPrefix(word);
            people = people.Where(x => db.Set<PersonWord>().Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, end) < 0).Select(w => w.PersonId).Contains(x.Id));
        }
        return people;
    }

    private static IQueryable<PersonWord> InOrder(IQueryable<PersonWord> rows) => rows.OrderBy(w => w.Word).ThenBy(w => w.SearchText).ThenBy(w => w.PersonId);

    private static IQueryable<PersonWord> Range(AppDb db, string prefix)
    {
        var end = SearchName.EndOfPrefix(prefix);
        return db.Set<PersonWord>().Where(w => string.Compare(w.Word, prefix) >= 0 && string.Compare(w.Word, end) < 0);
    }

    /// <summary>Of the rows of one word those whose person has the other words too and is linked to one of the centers.</summary>
    private static IQueryable<PersonWord> Fitting(AppDb db, IQueryable<PersonWord> rows, IReadOnlyList<string> words, string driver, int[]? centers)
    {
        foreach (var word in words.Where(w => w != driver))
        {
            var begin = " " + word;
            rows = rows.Where(w => (" " + w.SearchText).Contains(begin));
        }
        if (centers is null) return rows;
        var links = Links(db, centers);
        return rows.Where(w => links.Any(l => l.PersonId == w.PersonId));
    }

    // One center is by far the usual case, and an equality reads the index where a list would not.
    private static IQueryable<PersonLink> Links(AppDb db, int[] centers) =>
        centers is [var center] ? db.Set<PersonLink>().Where(l => l.CenterId == center) : db.Set<PersonLink>().Where(l => centers.Contains(l.CenterId));

    /// <summary>How many rows each word has, and last how many people the centers have, each counted up to its limit.</summary>
    private static async Task<int[]> ProbeAsync(AppDb db, IReadOnlyList<string> words, int[]? centers, CancellationToken ct)
    {
        var counts = words.Select((word, i) => InOrder(Range(db, word)).Take(ProbeLimit).GroupBy(_ => 1).Select(g => new { Part = i, Count = g.Count() })).ToList();
        if (centers is not null)
        {
            var last = words.Count;
            counts.Add(Links(db, centers).OrderBy(l => l.CenterId).ThenBy(l => l.PersonId).Take(FewPeople).GroupBy(_ => 1).Select(g => new { Part = last, Count = g.Count() }));
        }
        var found = await counts.Aggregate((a, b) => a.Concat(b)).ToDictionaryAsync(x => x.Part, x => x.Count, ct);
        return [.. Enumerable.Range(0, words.Count + 1).Select(i => found.GetValueOrDefault(i))];
    }
}
