using TeacherCenters.Kernel.Russian;
using TeacherCenters.Ui;

namespace TeacherCenters.Courses;

/// <summary>How kinds, forms, papers and hours are said in the reader's language.</summary>
public static class CourseTexts
{
    public static string Of(EventKind kind) => ProblemTexts.Find($"EventKind_{kind}") ?? kind.ToString();

    public static string Of(StudyForm form) => ProblemTexts.Find($"StudyForm_{form}") ?? form.ToString();

    public static string Of(DocumentKind kind) => ProblemTexts.Find($"DocumentKind_{kind}") ?? kind.ToString();

    /// <summary>«36 часов».</summary>
    public static string Hours(int hours) =>
        System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? Plural.Hours(hours) : hours == 1 ? "1 hour" : $"{hours} hours";
}
