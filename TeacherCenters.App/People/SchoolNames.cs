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
