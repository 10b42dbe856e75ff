using System.Text;

namespace TeacherCenters.Kernel;

/// <summary>The letters of names: spacing, capitals, and what may not stand in them.</summary>
public static class NameText
{
    private static readonly HashSet<string> PatronymicWords = ["оглы", "оглу", "улы", "уулу", "кызы", "кзы", "гызы", "кизи"];

    private static readonly HashSet<string> Particles = ["фон", "де", "ван", "дер", "ден", "ди", "да", "дю", "ла", "ле", "аль", "эль", "ибн", "бен"];

    /// <summary>Words of a patronymic that follow the father's name: оглы, кызы…</summary>
    public static bool IsPatronymicWord(string word) => PatronymicWords.Contains(word.ToLowerInvariant());

    /// <summary>Words before a family name: фон, де, аль…</summary>
    public static bool IsParticle(string word) => Particles.Contains(word.ToLowerInvariant());

    /// <summary>«М.», «М.П.», «А.-М.», «М»: letters that stand for a name.</summary>
    public static bool IsInitials(string word)
    {
        var letters = word.Count(char.IsLetter);
        return letters > 0 && (letters == 1 || word.Split('.', '-').All(piece => piece.Count(char.IsLetter) <= 1));
    }

    /// <summary>The words of a name: single spaces, plain hyphens without spaces around them, a straight apostrophe.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in text ?? "")
        {
            plain.Append(c switch
            {
                '\u200B' or '\uFEFF' or '\u00AD' => "",
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => "-",
                '\u2019' or '\u02BC' or '`' or '\u2018' => "'",
                _ when char.IsWhiteSpace(c) => " ",
                _ => c.ToString(),
            });
        }
        var spaced = string.Join(' ', plain.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return spaced.Replace(" -", "-", StringComparison.Ordinal).Replace("- ", "-", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>
    /// One part of a name: spacing as in <see cref="Words"/>; ALL CAPITALS and all small letters become «Первая
    /// Заглавная», a mixed word stays as its bearer writes it; particles and оглы, кызы are small.
    /// </summary>
    public static string Tidy(string? part) => string.Join(' ', Words(part).Select((word, index) => TidyWord(word, index)));

    /// <summary>The Latin letters in a name, each once: they look like Cyrillic ones and break search and the federal register.</summary>
    public static string LatinLetters(string part) => string.Concat(part.Where(IsLatin).Distinct());

    /// <summary>What is neither a letter of Latin or Cyrillic nor space, hyphen, dot, apostrophe, parenthesis.</summary>
    public static string StrangeCharacters(string part) =>
        string.Concat(part.Where(c => !IsLatin(c) && !IsCyrillic(c) && c is not (' ' or '-' or '.' or '\'' or '(' or ')')).Distinct());

    private static bool IsLatin(char c) => char.IsLetter(c) && c < '\u0250';

    private static bool IsCyrillic(char c) => char.IsLetter(c) && c is >= '\u0400' and <= '\u052F';

    private static string TidyWord(string word, int index)
    {
        if (IsPatronymicWord(word) && index > 0) return word.ToLowerInvariant();
        if (IsParticle(word)) return word.All(char.IsUpper) ? word.ToLowerInvariant() : word;
        var letters = word.Where(char.IsLetter).ToList();
        var oneCase = letters.All(char.IsUpper) || letters.All(char.IsLower);
        return oneCase ? Titled(word) : word;
    }

    private static string Titled(string word)
    {
        var text = new StringBuilder(word.Length);
        var first = true;
        foreach (var piece in word.Split('-'))
        {
            if (!first) text.Append('-');
            if (!first && IsPatronymicWord(piece))
            {
                text.Append(piece.ToLowerInvariant());
                continue;
            }
            first = false;
            var start = true;
            for (var i = 0; i < piece.Length; i++)
            {
                text.Append(start ? char.ToUpperInvariant(piece[i]) : char.ToLowerInvariant(piece[i]));
                // О'Коннор, Д'Арк; but Лук'янов: an apostrophe deep in a word is the Ukrainian sign.
                start = piece[i] is '(' or '.' || (piece[i] == '\'' && i == 1);
            }
        }
        return text.ToString();
    }
}
