namespace TeacherCenters.Kernel.Russian;

/// <summary>Given names and patronymics in a case; the rules hold for 99 % of them.</summary>
internal static class GivenNames
{
    /// <summary>Masculine names whose stem changes.</summary>
    private static readonly Dictionary<string, (string Genitive, string Dative)> MaleExceptions = new()
    {
        ["павел"] = ("Павла", "Павлу"),
        ["лев"] = ("Льва", "Льву"),
        ["пётр"] = ("Петра", "Петру"),
        ["петр"] = ("Петра", "Петру"),
    };

    /// <summary>Feminine names in -ь that are declined; foreign ones in -ь are not.</summary>
    private static readonly HashSet<string> FemaleSoft =
        ["любовь", "нинель", "рахиль", "рашель", "юдифь", "эсфирь", "руфь", "адель", "ассоль", "агидель", "жизель"];

    public static Declined Given(string name, Sex sex, NameCase nameCase) => Each(name, word => sex == Sex.Male ? Male(word, nameCase) : Female(word, nameCase));

    public static Declined Patronymic(string patronymic, Sex sex, NameCase nameCase)
    {
        // «Гусейн оглы», «Али-кызы»: neither the word nor the name before it changes.
        if (patronymic.Split(' ', '-').Any(NameText.IsPatronymicWord)) return new(patronymic, false);
        var lower = patronymic.ToLowerInvariant();
        if (sex == Sex.Male && lower.EndsWith("ич", StringComparison.Ordinal))
            return new(new EndingRule("ич", 0, "а", "у").Apply(patronymic, nameCase), false);
        if (sex == Sex.Female && lower.EndsWith("на", StringComparison.Ordinal))
            return new(new EndingRule("на", 1, "ы", "е").Apply(patronymic, nameCase), false);
        return new(patronymic, true);
    }

    private static Declined Male(string word, NameCase nameCase)
    {
        var lower = word.ToLowerInvariant();
        if (MaleExceptions.TryGetValue(lower, out var forms))
        {
            var form = nameCase == NameCase.Genitive ? forms.Genitive : forms.Dative;
            return new(char.IsUpper(word[^1]) ? form.ToUpperInvariant() : form, false);
        }
        var rule = VowelEnding(lower) ?? lower[^1] switch
        {
            'й' or 'ь' => new EndingRule("", 1, "я", "ю"),
            var last when Letters.IsConsonant(last) => new EndingRule("", 0, "а", "у"),
            _ => EndingRule.Unchanged(""),
        };
        return new(rule.Apply(word, nameCase), rule.Doubtful);
    }

    private static Declined Female(string word, NameCase nameCase)
    {
        var lower = word.ToLowerInvariant();
        var rule = VowelEnding(lower) ?? lower[^1] switch
        {
            'ь' when FemaleSoft.Contains(lower) => new EndingRule("", 1, "и", "и"),
            // Айгуль, Николь: custom wavers.
            'ь' => EndingRule.Unchanged("", doubtful: true),
            _ => EndingRule.Unchanged(""),
        };
        return new(rule.Apply(word, nameCase), rule.Doubtful);
    }

    private static EndingRule? VowelEnding(string lower)
    {
        if (lower.EndsWith("ия", StringComparison.Ordinal)) return new("ия", 1, "и", "и");
        if (lower[^1] == 'я') return new("я", 1, "и", "е");
        if (lower[^1] != 'а') return null;
        return new("а", 1, lower.Length > 1 ? Letters.GenitiveOfA(lower[^2]) : "ы", "е");
    }

    /// <summary>Each word of a double name: Анна-Мария.</summary>
    private static Declined Each(string name, Func<string, Declined> decline)
    {
        var doubtful = false;
        var words = name.Split(' ').Select(part => string.Join('-', part.Split('-').Select((piece, index) =>
        {
            // «Жан-Полю»: the French first part stays.
            var stays = index == 0 && piece.Length < part.Length && piece.Equals("Жан", StringComparison.OrdinalIgnoreCase);
            if (stays || piece.Length == 0 || !char.IsLetter(piece[^1])) return piece;
            var declined = decline(piece);
            doubtful |= declined.Doubtful;
            return declined.Text;
        })));
        return new(string.Join(' ', words), doubtful);
    }
}
