using System.Text;

namespace TeacherCenters.Kernel;

/// <summary>
/// The form in which names are compared, searched and sorted: upper case, ё = е, single spaces.
/// SQLite's LIKE, lower() and default order know ASCII only, so the form is stored beside the name.
/// </summary>
public static class SearchName
{
    public static string Of(params string?[] parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part is null) continue;
            var space = text.Length > 0;
            foreach (var c in part)
            {
                if (char.IsWhiteSpace(c) || c == '\u00A0') { space = text.Length > 0; continue; }
                if (space) text.Append(' ');
                space = false;
                text.Append(char.ToUpperInvariant(c) switch { 'Ё' => 'Е', var upper => upper });
            }
        }
        return text.ToString();
    }

    /// <summary>The words of a typed query or of a name, each in the search form; hyphenated names yield their parts as well as the whole.</summary>
    public static IReadOnlyList<string> Words(params string?[] parts)
    {
        var words = new List<string>();
        foreach (var word in Of(parts).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add(word);
            var pieces = word.Split('-', StringSplitOptions.RemoveEmptyEntries);
            if (pieces.Length > 1) words.AddRange(pieces.Skip(1));
        }
        return words.Distinct().ToList();
    }

    /// <summary>The smallest text greater than every text that begins with <paramref name="prefix"/>: the open end of an index range.</summary>
    public static string EndOfPrefix(string prefix) => prefix + '\uFFFF';
}
