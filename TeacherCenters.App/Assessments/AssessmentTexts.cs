using System.Globalization;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Assessments;

/// <summary>How states, levels, points and times of assessment are said in the reader's language.</summary>
public static class AssessmentTexts
{
    public static string Of(AssessmentStatus status) => Word(status);

    public static string Of(AssessmentSessionStatus status) => Word(status);

    public static string Of(AssessmentLevel level) => Word(level);

    public static string Of(AssessmentTool tool) => Word(tool);

    public static StatusTone Tone(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Applied => StatusTone.Draft,
        AssessmentStatus.Checked => StatusTone.Announced,
        AssessmentStatus.Booked => StatusTone.Open,
        AssessmentStatus.TookPlace => StatusTone.Running,
        AssessmentStatus.Scored => StatusTone.Waiting,
        AssessmentStatus.Completed => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    public static StatusTone Tone(AssessmentSessionStatus status) => status switch
    {
        AssessmentSessionStatus.Draft => StatusTone.Draft,
        AssessmentSessionStatus.Open => StatusTone.Open,
        _ => StatusTone.Completed,
    };

    /// <summary>«23.11.2026, 09:00», or an empty text without a slot.</summary>
    public static string Slot(DateOnly? date, TimeOnly? starts) => date is { } day && starts is { } time ? $"{DayText.Of(day)}, {AssessmentRules.Time(time)}" : "";

    /// <summary>«40,5 из 60 (67,5 %)».</summary>
    public static string Points(decimal points, int most, decimal percent) => Phrase.Of(AssessmentsText.Result_Points, Number(points), most, Number(percent));

    public static string Number(decimal value) => value.ToString("0.#", CultureInfo.CurrentCulture);

    private static string Word(Enum value) => ProblemTexts.Find($"{value.GetType().Name}_{value}") ?? value.ToString();
}
