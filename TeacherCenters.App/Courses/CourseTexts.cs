using TeacherCenters.Ui;

namespace TeacherCenters.Courses;

/// <summary>How kinds, forms, papers and hours are said in the reader's language.</summary>
public static class CourseTexts
{
    public static string Of(EventKind kind) => ProblemTexts.Find($"EventKind_{kind}") ?? kind.ToString();

    public static string Of(StudyForm form) => ProblemTexts.Find($"StudyForm_{form}") ?? form.ToString();

    public static string Of(DocumentKind kind) => ProblemTexts.Find($"DocumentKind_{kind}") ?? kind.ToString();

    /// <summary>«36 часов».</summary>
    public static string Hours(int hours) => Phrase.Counted(hours, CoursesText.Hours_One, CoursesText.Hours_Few, CoursesText.Hours_Many);
}
