using System.Text.RegularExpressions;
using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>What the written name of a school tells of it.</summary>
public static partial class SchoolNames
{
    private static readonly (string Word, EducationLevel Level)[] Telling =
    [
        ("САД", EducationLevel.Preschool), ("ЯСЛИ", EducationLevel.Preschool), ("КОЛЛЕДЖ", EducationLevel.Vocational), ("ТЕХНИКУМ", EducationLevel.Vocational), ("УЧИЛИЩЕ", EducationLevel.Vocational),
        ("ТВОРЧЕСТВА", EducationLevel.Supplementary), ("ДОПОЛНИТЕЛЬНОГО", EducationLevel.Supplementary), ("СПОРТИВНАЯ", EducationLevel.Supplementary), ("ИСКУССТВ", EducationLevel.Supplementary),
        ("УНИВЕРСИТЕТ", EducationLevel.Higher), ("ИНСТИТУТ", EducationLevel.Higher), ("АКАДЕМИЯ", EducationLevel.Higher),
    ];

    /// <summary>Longest name of an organisation that is not in the list, in characters.</summary>
    public const int MaxWritten = 300;

    /// <summary>A name as it stands in a list, with the municipality beside it, without which a «Школа № 1» is anybody's; null when nothing is written.</summary>
    public static string? Written(string? school, string? municipality = null)
    {
        if (string.IsNullOrWhiteSpace(school)) return null;
        var whole = Tidy(string.IsNullOrWhiteSpace(municipality) ? school : $"{school.Trim()}, {municipality}");
        return whole.Length <= MaxWritten ? whole : whole[..MaxWritten].TrimEnd();
    }

    /// <summary>Whether two written names are one spelling: capitals, ё and е, the kind of quotation marks do not matter.</summary>
    public static bool Same(string? one, string? other) => one is not null && other is not null && Key(one) == Key(other);

    /// <summary>By it spellings are compared.</summary>
    public static string Key(string written) => SearchName.Of(Tidy(written));

    /// <summary>As it is stored: one space between words, quotation marks as they are printed.</summary>
    public static string Tidy(string written) => Quoted().Replace(Spaces().Replace(written.Trim(), " "), "«$1»");

    /// <summary>The level by the words of the name; a school where none tells another.</summary>
    public static EducationLevel LevelOf(string written)
    {
        var words = SchoolMatching.Words(SearchName.Of(written));
        return Telling.Where(x => words.Contains(x.Word)).Select(x => (EducationLevel?)x.Level).FirstOrDefault() ?? EducationLevel.General;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[\"“„]([^\"“”„]*)[\"”“]")]
    private static partial Regex Quoted();
}
