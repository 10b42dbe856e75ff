using System.Buffers;
using System.Text;
using System.Xml;

namespace TeacherCenters.Documents;

/// <summary>
/// Texts on their way into a spreadsheet. A text cell does not run, but once it is edited there, or saved as CSV and opened
/// again, a text that begins like a formula would.
/// </summary>
public static class InertText
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789 ()-.,");

    /// <summary>Whether a spreadsheet might take the text for a formula. Telephone numbers and negative numbers, which only look like one, are not.</summary>
    public static bool IsRisky(string text)
    {
        if (text.Length == 0) return false;
        return text[0] switch
        {
            '=' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠' => true,
            '+' or '-' => text.Length > 1 && text.AsSpan(1).ContainsAnyExcept(OfNumbers),
            _ => false,
        };
    }

    /// <summary>For writers without the «text» mark on a cell: an apostrophe before a risky text, what cannot stand in XML left out.</summary>
    public static string Guard(string text)
    {
        if (text.Length == 0) return text;
        // First the guard, then the cleaning: a NUL before an equals sign must not uncover it.
        var clean = Clean(text);
        return IsRisky(clean) || IsRisky(text) ? "'" + clean : clean;
    }

    /// <summary>Without characters that XML cannot hold, and no longer than a cell can be.</summary>
    public static string Clean(string text)
    {
        const int longest = 32_767;
        if (text.Length > longest - 1) text = text[..(longest - 1)];
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF')) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
        }
        return clean.ToString();
    }
}
