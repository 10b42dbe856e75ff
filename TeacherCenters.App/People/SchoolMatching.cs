using System.Text;
using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>A school that a written name may mean, the likeliest first.</summary>
/// <param name="IsCertain">No other candidate fits as well, and nothing in the written name speaks against it.</param>
public sealed record SchoolMatch(SchoolChoice School, int Score, bool IsCertain);

/// <summary>
/// Which school is meant by a name written by hand: «МБОУ СОШ №5 г.Вологды», «Средняя школа 5». Legal forms tell nothing, abbreviations
/// are spelled out, the number must agree, the place may stand in the name or be the municipality.
/// </summary>
public static class SchoolMatching
{
    private const int Exact = 1000;

    /// <summary>From this score on nothing in the written name speaks against a school.</summary>
    internal const int Likely = 100;

    private static readonly string[] LegalForms =
    [
        "МБОУ", "МОУ", "МАОУ", "МКОУ", "БОУ", "АОУ", "КОУ", "ГБОУ", "ГОУ", "ОБОУ", "БПОУ", "АПОУ", "ГПОУ", "МБОУДО", "МБУ", "МАУ", "МУ", "БУ", "АУ", "ДО", "ВО", "РМР",
        "МУНИЦИПАЛЬНОЕ", "БЮДЖЕТНОЕ", "АВТОНОМНОЕ", "КАЗЕННОЕ", "ОБЩЕОБРАЗОВАТЕЛЬНОЕ", "ОБРАЗОВАТЕЛЬНОЕ", "УЧРЕЖДЕНИЕ", "ОБЩЕОБРАЗОВАТЕЛЬНАЯ", "ГОСУДАРСТВЕННОЕ", "ДОШКОЛЬНОЕ",
        "Г", "С", "П", "Д", "ГОРОДА", "ГОРОД", "СЕЛА", "ПОСЕЛКА", "РАЙОНА", "РАЙОН", "ОКРУГА", "ОКРУГ", "МУНИЦИПАЛЬНОГО", "МУНИЦИПАЛЬНЫЙ", "МО", "МР", "МРН", "ИМЕНИ", "ИМ", "ОБЛАСТИ", "ВОЛОГОДСКОЙ", "Я", "АЯ",
    ];

    private static readonly Dictionary<string, string[]> Spelled = new()
    {
        ["СОШ"] = ["СРЕДНЯЯ", "ШКОЛА"], ["СШ"] = ["СРЕДНЯЯ", "ШКОЛА"], ["ООШ"] = ["ОСНОВНАЯ", "ШКОЛА"], ["ОШ"] = ["ОСНОВНАЯ", "ШКОЛА"], ["НОШ"] = ["НАЧАЛЬНАЯ", "ШКОЛА"],
        ["ШК"] = ["ШКОЛА"], ["ШКОЛЫ"] = ["ШКОЛА"], ["МДОУ"] = ["ДЕТСКИЙ", "САД"], ["МБДОУ"] = ["ДЕТСКИЙ", "САД"], ["МАДОУ"] = ["ДЕТСКИЙ", "САД"], ["МКДОУ"] = ["ДЕТСКИЙ", "САД"],
        ["ДОУ"] = ["ДЕТСКИЙ", "САД"], ["ДС"] = ["ДЕТСКИЙ", "САД"], ["САДИК"] = ["ДЕТСКИЙ", "САД"], ["ЦРР"] = ["ЦЕНТР", "РАЗВИТИЯ", "РЕБЕНКА"], ["ДДТ"] = ["ДОМ", "ДЕТСКОГО", "ТВОРЧЕСТВА"],
    };

    /// <summary>Kinds that exclude each other; a written name may leave the kind out.</summary>
    private static readonly string[] Kinds = ["СРЕДНЯЯ", "ОСНОВНАЯ", "НАЧАЛЬНАЯ", "ГИМНАЗИЯ", "ЛИЦЕЙ", "САД", "КОЛЛЕДЖ", "ТЕХНИКУМ", "ИНТЕРНАТ", "ДОМ", "ЦЕНТР"];

    /// <summary>The schools that may be meant.</summary>
    /// <param name="written">As it stands in the list.</param>
    /// <param name="municipality">The municipality written beside it, if there is such a column.</param>
    public static IReadOnlyList<SchoolMatch> Find(string? written, IEnumerable<SchoolChoice> schools, string? municipality = null, int take = 5)
    {
        var search = SearchName.Of(written);
        if (search.Length == 0) return [];
        var words = Words(search);
        var place = Words(SearchName.Of(municipality)).Select(Stem).ToHashSet();
        var found = schools.Select(s => (School: s, Score: SearchName.Of(s.Name) == search ? Exact : Score(words, place, s))).Where(x => x.Score > 0)
            .OrderByDescending(x => x.Score).ThenBy(x => x.School.Name, StringComparer.Ordinal).ThenBy(x => x.School.Id).Take(take).ToList();
        return [.. found.Select((x, i) => new SchoolMatch(x.School, x.Score, i == 0 && x.Score >= Likely && (found.Count == 1 || found[1].Score < x.Score)))];
    }

    /// <summary>Nothing in the written name speaks against the school.</summary>
    public static bool Fits(string written, SchoolChoice school) => Find(written, [school]) is [{ IsCertain: true }];

    /// <summary>The municipality that a written name or place speaks of: «г. Череповец», «Кадуйская СОШ № 1»; null when none or several do.</summary>
    public static MunicipalityChoice? PlaceOf(string? written, string? municipality, IEnumerable<MunicipalityChoice> municipalities)
    {
        var words = Words(SearchName.Of(string.IsNullOrWhiteSpace(municipality) ? written : municipality)).Select(Stem).ToHashSet();
        var found = municipalities.Where(x => Words(SearchName.Of(x.Name)).Select(Stem).Any(words.Contains)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Whether a written name says what kind of school it is: «СОШ № 12» does, «12-я школа» does not.</summary>
    internal static bool SaysKind(string written) => Words(SearchName.Of(written)).Any(Kinds.Contains);

    /// <summary>The telling words of a name, spelled out, without legal forms and signs; numbers stand alone.</summary>
    internal static IReadOnlyList<string> Words(string search)
    {
        // «Д/С» is one word, and a number sticks to what precedes it: «СОШ№5», «СОШ-5».
        var text = new StringBuilder();
        foreach (var c in search.Replace("Д/С", "ДС", StringComparison.Ordinal))
        {
            if (text.Length > 0 && char.IsAsciiDigit(c) != char.IsAsciiDigit(text[^1])) text.Append(' ');
            text.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }
        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(w => Spelled.TryGetValue(w, out var spelled) ? spelled : [w])
            .Where(w => !LegalForms.Contains(w)).Select(w => w.All(char.IsAsciiDigit) ? w.TrimStart('0') : w).Where(w => w.Length > 0).Distinct()];
    }

    /// <summary>0 when it cannot be this school; from 100 on nothing speaks against it.</summary>
    private static int Score(IReadOnlyList<string> written, HashSet<string> place, SchoolChoice school)
    {
        var own = Words(SearchName.Of(school.Name));
        if (!Numbers(written).SetEquals(Numbers(own))) return 0;
        if (Kinds.Intersect(written).ToList() is { Count: > 0 } kinds && Kinds.Intersect(own).ToList() is { Count: > 0 } ownKinds && !kinds.Intersect(ownKinds).Any()) return 0;
        var ownStems = own.Select(Stem).ToHashSet();
        var places = Words(SearchName.Of(school.Municipality)).Select(Stem).ToHashSet();
        var hits = written.Count(w => ownStems.Contains(Stem(w)));
        var inPlace = written.Count(w => !ownStems.Contains(Stem(w)) && places.Contains(Stem(w)));
        var strange = written.Count - hits - inPlace;
        if (hits == 0 || (hits < 2 && Numbers(own).Count == 0 && own.Count > 1 && strange > 0)) return 0;
        // Names without a number tell schools apart by a word of their own: «Кадниковская СОШ» is not «Сокольская СОШ», wherever they stand.
        var ownWords = own.Where(IsTelling).Select(Stem).ToHashSet();
        var isOther = strange > 0 && Numbers(own).Count == 0 && ownWords.Count > 0 && !written.Any(w => ownWords.Contains(Stem(w)));
        var samePlace = place.Count == 0 ? 0 : place.Overlaps(places) || place.Overlaps(ownStems) ? 30 : -40;
        var score = Math.Max(1, Likely + 10 * hits + 10 * inPlace + samePlace - 40 * strange - 3 * ownStems.Count(w => !written.Any(x => Stem(x) == w) && !places.Contains(w)));
        return isOther ? Math.Min(score, Likely - 1) : score;
    }

    private static bool IsTelling(string word) => !Kinds.Contains(word) && word is not ("ШКОЛА" or "ДЕТСКИЙ" or "ДЕТСКОГО" or "ТВОРЧЕСТВА" or "РАЗВИТИЯ" or "РЕБЕНКА");

    private static HashSet<string> Numbers(IEnumerable<string> words) => [.. words.Where(w => w.All(char.IsAsciiDigit))];

    /// <summary>A word without its ending: ВОЛОГДЫ and ВОЛОГДА, ВОЛОГОДСКОГО and ВОЛОГОДСКИЙ are one.</summary>
    private static string Stem(string word)
    {
        string[] endings = ["СКОГО", "СКИЙ", "СКАЯ", "СКОЙ", "СКОЕ", "СКОМУ"];
        foreach (var ending in endings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length] + "СК";
        }
        var end = word.Length;
        while (end > 4 && "АЕИОУЫЭЮЯЙЬ".Contains(word[end - 1])) end--;
        // Череповец, Череповца: the vowel of -ец is fleeting.
        return word[..end] is var stem && stem.Length > 4 && stem.EndsWith("ЕЦ", StringComparison.Ordinal) ? stem[..^2] + "Ц" : word[..end];
    }
}
