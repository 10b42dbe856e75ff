using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>
/// The look-up by beginnings of words. It reads an index in its own order and stops after the first hits, so that its time depends on
/// what is shown and on how many different words there are, not on how many people: one word in the index of words, two and more in
/// the index of pairs, where two common names that nobody bears together are not there to be looked at.
/// </summary>
internal static class PersonSearch
{
    /// <summary>More words than a name has tell nothing; they only cost.</summary>
    private const int MaxWords = 5;

    /// <summary>How many rows are looked at first for people of the centers: a page is found among them wherever one in a hundred belongs there.</summary>
    private const int Reach = 2_000;

    /// <summary>Centers with fewer people than this are searched person by person where the first rows did not fill the page.</summary>
    private const int FewPeople = 2_000;

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
    /// <returns>At most <paramref name="take"/> ids, in the order in which they are shown. One query; three where few of the bearers belong to the centers.</returns>
    public static async Task<IReadOnlyList<int>> IdsAsync(AppDb db, IReadOnlyList<string> words, int[]? centers, int take, CancellationToken ct)
    {
        if (words.Count == 0 || centers is []) return [];
        // The longest are the rarest, as a rule: they are looked up, the others only looked at.
        words = [.. words.OrderByDescending(w => w.Length)];
        var limit = take * RowsPerPerson;
        var rows = centers is null ? await Rows(db, words, null, limit).ToListAsync(ct) : await NearAsync(db, words, centers, take, ct) ?? await FarAsync(db, words, centers, limit, ct);
        var people = rows.DistinctBy(x => x.PersonId).Take(take);
        return [.. (words.Count == 1 ? people : people.OrderBy(x => x.SearchText, StringComparer.Ordinal).ThenBy(x => x.PersonId)).Select(x => x.PersonId)];
    }

    /// <summary>Looks at the first bearers of the words, whatever their center. Null when there are more of them and the page is not filled.</summary>
    private static async Task<IReadOnlyList<Found>?> NearAsync(AppDb db, IReadOnlyList<string> words, int[] centers, int take, CancellationToken ct)
    {
        var links = Links(db, centers);
        var (found, people, seen) = (new List<Found>(), new HashSet<int>(), 0);
        // Row by row: whoever fills the page early ends the reading.
        await foreach (var row in Rows(db, words, null, Reach).Select(x => new { Found = x, IsLinked = links.Any(l => l.PersonId == x.PersonId) }).AsAsyncEnumerable().WithCancellation(ct))
        {
            seen++;
            if (!row.IsLinked) continue;
            found.Add(row.Found);
            if (people.Add(row.Found.PersonId) && people.Count == take) return found;
        }
        return seen < Reach ? found : null;
    }

    private static async Task<IReadOnlyList<Found>> FarAsync(AppDb db, IReadOnlyList<string> words, int[] centers, int limit, CancellationToken ct)
    {
        var links = Links(db, centers);
        if (await links.OrderBy(l => l.CenterId).ThenBy(l => l.PersonId).Take(FewPeople).CountAsync(ct) == FewPeople) return await Rows(db, words, centers, limit).ToListAsync(ct);
        var matching = Fitting(InOrder(db, words[0]), words.Skip(1));
        return await links.Select(l => l.PersonId).Distinct().SelectMany(id => matching.Where(x => x.PersonId == id)).OrderBy(x => x.Word).ThenBy(x => x.SearchText).ThenBy(x => x.PersonId).Take(limit).ToListAsync(ct);
    }

    /// <summary>The first rows of the index that fit, up to the limit: of two words in either order up to the limit each.</summary>
    private static IQueryable<Found> Rows(AppDb db, IReadOnlyList<string> words, int[]? centers, int limit)
    {
        if (words.Count == 1) return First(InOrder(db, words[0]));
        return First(InOrder(db, words[0], words[1])).Concat(First(InOrder(db, words[1], words[0])));

        IQueryable<Found> First(IQueryable<Found> rows)
        {
            rows = Fitting(rows, words.Skip(2));
            if (centers is null) return rows.Take(limit);
            var links = Links(db, centers);
            return rows.Where(x => links.Any(l => l.PersonId == x.PersonId)).Take(limit);
        }
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

    private static IQueryable<Found> InOrder(AppDb db, string prefix)
    {
        var end = SearchName.EndOfPrefix(prefix);
        return db.Set<PersonWord>().Where(w => string.Compare(w.Word, prefix) >= 0 && string.Compare(w.Word, end) < 0)
            .OrderBy(w => w.Word).ThenBy(w => w.SearchText).ThenBy(w => w.PersonId).Select(w => new Found { Word = w.Word, SearchText = w.SearchText, PersonId = w.PersonId });
    }

    /// <summary>Every word that begins with the one is looked up as the first of a pair whose second begins with the other.</summary>
    private static IQueryable<Found> InOrder(AppDb db, string one, string other)
    {
        var (oneEnd, otherEnd) = (SearchName.EndOfPrefix(one), SearchName.EndOfPrefix(other));
        return
            from word in db.Set<NameWord>()
            from pair in db.Set<NamePair>()
            where string.Compare(word.Word, one) >= 0 && string.Compare(word.Word, oneEnd) < 0
            where pair.First == word.Word && string.Compare(pair.Second, other) >= 0 && string.Compare(pair.Second, otherEnd) < 0
            orderby word.Word, pair.Second, pair.SearchText, pair.PersonId
            select new Found { Word = word.Word, SearchText = pair.SearchText, PersonId = pair.PersonId };
    }

    /// <summary>Of the rows those whose person has the other words too: every row has all words of its person beside it.</summary>
    private static IQueryable<Found> Fitting(IQueryable<Found> rows, IEnumerable<string> others) =>
        others.Select(x => " " + x).Aggregate(rows, (all, begin) => all.Where(x => (" " + x.SearchText).Contains(begin)));

    // One center is by far the usual case, and an equality reads the index where a list would not.
    private static IQueryable<PersonLink> Links(AppDb db, int[] centers) =>
        centers is [var center] ? db.Set<PersonLink>().Where(l => l.CenterId == center) : db.Set<PersonLink>().Where(l => centers.Contains(l.CenterId));

    private sealed class Found
    {
        public required string Word { get; init; }

        public required string SearchText { get; init; }

        public required int PersonId { get; init; }
    }
}
