using static TeacherCenters.Kernel.Russian.FamilyNameLists;

namespace TeacherCenters.Kernel.Russian;

/// <summary>Family names in a case: the first rule of the sex's table whose ending fits, after the exception lists.</summary>
internal static class FamilyNames
{
    private static readonly EndingRule[] FemaleRules =
    [
        EndingRule.Unchanged("ых"), EndingRule.Unchanged("их"),
        new("ова", 1, "ой", "ой"), new("ева", 1, "ой", "ой"), new("ёва", 1, "ой", "ой"),
        new("ина", 1, "ой", "ой", Doubtful: true), new("ына", 1, "ой", "ой"),
        new("ская", 2, "ой", "ой"), new("цкая", 2, "ой", "ой"), new("ая", 2, "ой", "ой"), new("яя", 2, "ей", "ей"),
    ];

    private static readonly EndingRule[] MaleRules =
    [
        new("ский", 2, "ого", "ому"), new("цкий", 2, "ого", "ому"),
        new("кий", 2, "ого", "ому"), new("гий", 2, "ого", "ому"), new("хий", 2, "ого", "ому"),
        new("жий", 2, "его", "ему"), new("ший", 2, "его", "ему"), new("чий", 2, "его", "ему"), new("щий", 2, "его", "ему"), new("ний", 2, "его", "ему"),
        new("ый", 2, "ого", "ому"),
    ];

    /// <summary>Masculine -ой before which stands a letter that adjectives have there: Толстой, Броневой, Лановой.</summary>
    private const string BeforeAdjectiveOy = "вгдкклмнстхшж";

    /// <summary>Masculine plural adjectives: Долгих, Старших, Нижних.</summary>
    private const string BeforePluralIkh = "гкхжчшщн";

    /// <summary>Consonants before -а in ordinary Slavic nouns: Сковорода, Глинка, Щерба. Others may be foreign.</summary>
    private const string BeforeOrdinaryA = "бгджзклрхчш";

    /// <summary>One word of a family name, without hyphens.</summary>
    public static Declined Word(string word, Sex sex, NameCase nameCase)
    {
        var lower = word.ToLowerInvariant();
        var rule = Rule(lower, lower.Replace('ё', 'е'), sex);
        return new(rule.Apply(word, nameCase), rule.Doubtful);
    }

    /// <summary>Whether the first part of a compound stays as it is: Тер-, Кара-.</summary>
    public static bool StaysInFront(string part) => FirstParts.Contains(part.ToLowerInvariant().Replace('ё', 'е'));

    private static EndingRule Rule(string lower, string plain, Sex sex)
    {
        if (StressedFrench.Contains(plain)) return EndingRule.Unchanged("");
        return (sex == Sex.Female ? FemaleEnding(lower, plain) : MaleEnding(lower, plain)) ?? Vowel(lower) ?? EndingRule.Unchanged("");
    }

    private static EndingRule? FemaleEnding(string lower, string plain)
    {
        if (plain.EndsWith("ина", StringComparison.Ordinal) && OrdinaryIn.Contains(plain[..^1])) return new("ина", 1, "ой", "ой");
        return Array.Find(FemaleRules, rule => lower.EndsWith(rule.Ending, StringComparison.Ordinal));
    }

    private static EndingRule? MaleEnding(string lower, string plain)
    {
        var several = Letters.Syllables(lower) > 1;
        if (plain.EndsWith("ых", StringComparison.Ordinal)) return EndingRule.Unchanged("ых");
        if (plain.EndsWith("их", StringComparison.Ordinal)) return Ikh(plain, several);
        if (plain.EndsWith("ец", StringComparison.Ordinal) && several) return Ets(plain);
        if (plain.EndsWith("ой", StringComparison.Ordinal)) return Oy(plain, several);
        if (several && !NounsInIy.Contains(plain)
            && Array.Find(MaleRules, rule => lower.EndsWith(rule.Ending, StringComparison.Ordinal)) is { } adjective) return adjective;

        var doubtful = Fleeting.Contains(plain) || (several && (plain.EndsWith("ок", StringComparison.Ordinal) || plain.EndsWith("ек", StringComparison.Ordinal)))
            || plain.EndsWith("ей", StringComparison.Ordinal);
        if (lower[^1] is 'й' or 'ь') return new("", 1, "я", "ю", doubtful);
        return Letters.IsConsonant(lower[^1]) ? new("", 0, "а", "у", doubtful) : null;
    }

    private static EndingRule Ikh(string plain, bool several)
    {
        if (SingularIkh.Contains(plain) || !several) return new("их", 0, "а", "у");
        return EndingRule.Unchanged("их", doubtful: plain.Length < 3 || !BeforePluralIkh.Contains(plain[^3]));
    }

    /// <summary>All but the listed ones are flagged: whether the vowel falls out, the family knows.</summary>
    private static EndingRule Ets(string plain)
    {
        if (KeepingEts.Contains(plain)) return new("ец", 0, "а", "у");
        var before = plain.Length > 2 ? plain[^3] : ' ';
        if (before == 'л') return new("лец", 2, "ьца", "ьцу", Doubtful: true);
        return Letters.IsVowel(before) ? new("ец", 2, "йца", "йцу", Doubtful: true) : new("ец", 2, "ца", "цу", Doubtful: true);
    }

    private static EndingRule Oy(string plain, bool several)
    {
        if (!several || NounsInOy.Contains(plain)) return new("ой", 1, "я", "ю");
        return new("ой", 2, "ого", "ому", Doubtful: !BeforeAdjectiveOy.Contains(plain[^3]));
    }

    /// <summary>What ends in a vowel and is no possessive or adjective: the same for both sexes.</summary>
    private static EndingRule? Vowel(string lower)
    {
        if (lower.Length < 2 || lower[^1] is not ('а' or 'я')) return null;
        var before = lower[^2];
        if (lower[^1] == 'я')
        {
            if (before == 'и') return new("ия", 1, "и", "и");
            // Гамалея, Шая; Заря, Куция: declined alike, but a foreign name in a stressed -я is not.
            return new("я", 1, "и", "е", Doubtful: before != 'ь' && !lower.EndsWith("ря", StringComparison.Ordinal));
        }
        if (Letters.IsVowel(before)) return EndingRule.Unchanged("а", doubtful: true);
        var ordinary = BeforeOrdinaryA.Contains(before) || lower.EndsWith("ава", StringComparison.Ordinal);
        return new("а", 1, Letters.GenitiveOfA(before), "е", Doubtful: !ordinary);
    }
}
