using System.Text;

namespace TeacherCenters.Kernel;

/// <summary>
/// Family name, given name and patronymic in the nominative. What may stand in a name is what the federal register of
/// documents takes: Cyrillic letters, space, hyphen, dot, apostrophe and parentheses, at most 50 characters a part.
/// </summary>
public sealed record PersonName(string Family, string Given, string? Patronymic = null)
{
    public const int MaxLength = 50;

    /// <summary>«Иванова Мария Петровна».</summary>
    public string Full => Patronymic is null ? $"{Family} {Given}" : $"{Family} {Given} {Patronymic}";

    /// <summary>«Иванова М. П.»; a double given name keeps both initials: «Иванова А.-М. П.».</summary>
    public string Short => $"{Family} {Initials}";

    /// <summary>«М. П.»; оглы and кызы give no initial.</summary>
    public string Initials => Patronymic is null ? Initial(Given) : $"{Initial(Given)} {Initial(Patronymic.Split(' ')[0])}";

    public override string ToString() => Full;

    /// <summary>A name from the three fields of a form, tidied and checked.</summary>
    /// <returns>The name, or the first problem of <see cref="Problems"/>, with its field.</returns>
    public static Result<PersonName> Of(string? family, string? given, string? patronymic)
    {
        var tidied = NameText.Tidy(patronymic);
        var name = new PersonName(NameText.Tidy(family), NameText.Tidy(given), tidied.Length == 0 ? null : tidied);
        return name.Problems().FirstOrDefault() is { } problem ? problem : name;
    }

    /// <summary>A name from one cell: «Иванова Мария Петровна» in any spacing and capitals.</summary>
    /// <returns>
    /// The name, or <c>NameParts</c> (how many words there were), <c>NameInitials</c> (the text), or a problem of
    /// <see cref="Problems"/>.
    /// </returns>
    public static Result<PersonName> Parse(string? text)
    {
        var words = NameText.Words(text);
        if (words.Any(NameText.IsInitials)) return new Problem("NameInitials", string.Join(' ', words));

        var family = 1;
        while (family < words.Count && NameText.IsParticle(words[family - 1])) family++;
        while (family < words.Count && words[family].StartsWith('(')) family++;
        var patronymic = family + 1;
        var end = words.Count;
        var rest = end - patronymic;
        var fits = words.Count >= family + 1 && (rest <= 1 || (rest == 2 && NameText.IsPatronymicWord(words[^1])));
        if (!fits) return new Problem("NameParts", words.Count);
        return Of(string.Join(' ', words.Take(family)), words[family], rest == 0 ? null : string.Join(' ', words.Skip(patronymic)));
    }

    /// <summary>
    /// All that is wrong with the name, each with the field it belongs to: <c>NameMissing</c>, <c>NameTooLong</c> (the
    /// limit), <c>NameInitials</c>, <c>NameLatinLetters</c> (the letters), <c>NameCharacters</c> (the characters).
    /// </summary>
    public IEnumerable<Problem> Problems()
    {
        foreach (var (field, part) in new[] { (nameof(Family), Family), (nameof(Given), Given), (nameof(Patronymic), Patronymic) })
        {
            if (string.IsNullOrWhiteSpace(part))
            {
                if (field != nameof(Patronymic)) yield return new Problem("NameMissing").At(field);
                continue;
            }
            if (part.Length > MaxLength) yield return new Problem("NameTooLong", MaxLength).At(field);
            var latin = NameText.LatinLetters(part);
            if (latin.Length > 0) yield return new Problem("NameLatinLetters", latin).At(field);
            var strange = NameText.StrangeCharacters(part);
            if (strange.Length > 0) yield return new Problem("NameCharacters", strange).At(field);
            if (latin.Length == 0 && part.Split(' ').Any(NameText.IsInitials)) yield return new Problem("NameInitials", part).At(field);
        }
    }

    private static string Initial(string part)
    {
        var text = new StringBuilder();
        foreach (var piece in part.Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Length > 0) text.Append('-');
            text.Append(piece[0]).Append('.');
        }
        return text.ToString();
    }
}
