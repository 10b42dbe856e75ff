using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring.Internships;

/// <summary>How states, results and clashes of internships are said in the reader's language.</summary>
public static class InternshipTexts
{
    public static string Of(InternshipState state) => ProblemTexts.Find($"InternshipState_{state}") ?? state.ToString();

    public static string Of(InternshipResult result) => ProblemTexts.Find($"InternshipResult_{result}") ?? result.ToString();

    public static StatusTone Tone(InternshipState state) => state switch
    {
        InternshipState.Planned => StatusTone.Announced,
        InternshipState.Running => StatusTone.Running,
        InternshipState.Over => StatusTone.Waiting,
        InternshipState.Completed => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    /// <summary>«Читательская грамотность: 24.11.2026, 25.11.2026».</summary>
    public static string Of(InternshipClash clash) => Phrase.Of(clash.IsElsewhere ? InternshipsText.Clash_Elsewhere : InternshipsText.Clash_Of, clash.By, string.Join(", ", clash.Days.Select(DayText.Of)));
}
