using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>
/// The look-up by beginnings of words. It reads the index of words in its own order and stops after the first hits, so that its
/// time depends on what is shown, not on how many people there are.
/// </summary>
internal static class PersonSearch
{
    /// <summary>More words than a name has tell nothing; they only cost.</summary>
    private const int MaxWords = 5;

    /// <summary>Where counting a word's rows stops: beyond, all words are equally common. Counting so many takes about a millisecond.</summary>
    private const int ProbeLimit = 20_000;

    /// <summary>Centers with fewer people than this are searched person by person.</summary>
    private const int FewPeople = 2000;

    /// <summary>A person may be hit by several words (Иванов Иван Иванович): so many rows yield enough people.</summary>
    private const int RowsPerPerson = 4;

    /// <summary>The words of a query, each once, a word that begins another one left out.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        var words = SearchName.Of(text).Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return [.. words.Where(w => !words.Any(other => other != w && other.StartsWith(w, StringComparison.Ordinal))).Take(MaxWords)];
    }

    /// <summary>Ids of the first people in whose names every word begins a word.</summary>
    /// <param name="centers">Only people linked to one of these; null for all.</param>
    /// <returns>At most <paramref name="take"/> ids, in the order in which they are shown. One query, two when there are several words or centers.</returns>
    public static async Task<IReadOnlyList<int>> IdsAsync(AppDb db, IReadOnlyList<string> words, int[]? centers, int take, CancellationToken ct)
    {
        if (words.Count == 0 || centers is []) return [];
        var driver = words[0];
        var linkedAreFew = false;
        if (words.Count > 1 || centers is not null)
        {
            var counts = await ProbeAsync(db, words, centers, ct);
            var best = Enumerable.Range(0, words.Count).OrderBy(i => counts[i]).ThenByDescending(i => words[i].Length).First();
            driver = words[best];
            linkedAreFew = centers is not null && counts[words.Count] < FewPeople && counts[words.Count] < counts[best];
        }
        var rows = Range(db, driver);
        foreach (var word in words.Where(w => w != driver))
        {
            var end = SearchName.EndOfPrefix(word);
            rows = rows.Where(w => db.Set<PersonWord>().Any(o => o.PersonId == w.PersonId && string.Compare(o.Word, word) >= 0 && string.Compare(o.Word, end) < 0));
        }
        if (centers is not null)
        {
            var links = db.Set<PersonLink>().AsQueryable();
            links = centers is [var center] ? links.Where(l => l.CenterId == center) : links.Where(l => centers.Contains(l.CenterId));
            var matching = rows;
            rows = linkedAreFew
                ? links.Select(l => l.PersonId).Distinct().SelectMany(id => matching.Where(w => w.PersonId == id))
                : matching.Where(w => links.Any(l => l.PersonId == w.PersonId));
        }
        var ids = await rows.OrderBy(w => w.Word).ThenBy(w => w.SearchText).ThenBy(w => w.PersonId).Select(w => w.PersonId).Take(take * RowsPerPerson).ToListAsync(ct);
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

    private static IQueryable<PersonWord> Range(AppDb db, string prefix)
    {
        var end = SearchName.EndOfPrefix(prefix);
        return db.Set<PersonWord>().Where(w => string.Compare(w.Word, prefix) >= 0 && string.Compare(w.Word, end) < 0);
    }

    /// <summary>How many rows each word has, and last how many people the centers have, each counted up to its limit.</summary>
    private static async Task<int[]> ProbeAsync(AppDb db, IReadOnlyList<string> words, int[]? centers, CancellationToken ct)
    {
        var counts = words.Select((word, i) => Range(db, word).Take(ProbeLimit).GroupBy(_ => 1).Select(g => new { Part = i, Count = g.Count() })).ToList();
        if (centers is not null)
        {
            var last = words.Count;
            var links = db.Set<PersonLink>().AsQueryable();
            links = centers is [var center] ? links.Where(l => l.CenterId == center) : links.Where(l => centers.Contains(l.CenterId));
            counts.Add(links.Take(FewPeople).GroupBy(_ => 1).Select(g => new { Part = last, Count = g.Count() }));
        }
        var found = await counts.Aggregate((a, b) => a.Concat(b)).ToDictionaryAsync(x => x.Part, x => x.Count, ct);
        return [.. Enumerable.Range(0, words.Count + 1).Select(i => found.GetValueOrDefault(i))];
    }
}
