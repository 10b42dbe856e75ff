using System.Globalization;
using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.People;
using TeacherCenters.Ui;

namespace TeacherCenters.Enrollments;

/// <summary>How states, orders and counts of participants are said in the reader's language.</summary>
public static class EnrollmentTexts
{
    public static string Of(EnrollmentStatus status) => ProblemTexts.Find($"EnrollmentStatus_{status}") ?? status.ToString();

    public static StatusTone Tone(EnrollmentStatus status) => status switch
    {
        EnrollmentStatus.Applied => StatusTone.Announced,
        EnrollmentStatus.Approved => StatusTone.Announced,
        EnrollmentStatus.WaitListed => StatusTone.Waiting,
        EnrollmentStatus.Enrolled => StatusTone.Open,
        EnrollmentStatus.Admitted => StatusTone.Running,
        EnrollmentStatus.Completed => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    /// <summary>«12 человек».</summary>
    public static string People(int count) => PeopleTexts.People(count);

    /// <summary>The text with the count of people in it.</summary>
    public static string WithPeople(string text, int count) => string.Format(CultureInfo.CurrentCulture, text, People(count));

    /// <summary>«№ 15-к от 20.11.2026», or the part that is known.</summary>
    public static string Order(string? number, DateOnly? date) => (number, date) switch
    {
        (null, null) => "",
        (null, { } day) => Phrase.Of(EnrollmentsText.Order_Date, DayText.Of(day)),
        (_, null) => Phrase.Of(EnrollmentsText.Order_Number, number),
        (_, { } day) => Phrase.Of(EnrollmentsText.Order_Of, number, DayText.Of(day)),
    };

    /// <summary>«Приказ № 42-в от 26.11.2026», or nothing while it is not known.</summary>
    public static string Expulsion(ParticipantRow row) =>
        Order(row.ExpulsionOrderNumber, row.ExpulsionOrderDate) is { Length: > 0 } order ? Phrase.Of(EnrollmentsText.Expulsion_By, order) : "";

    /// <summary>Why a participation ended; who was expelled for the hours alone has no reason written.</summary>
    public static string? Reason(ParticipantRow row) => row.Reason ?? (row.Status == EnrollmentStatus.Expelled ? EnrollmentsText.Reason_Programme : null);

    /// <inheritdoc cref="PeopleTexts.School"/>
    public static string? School(string? name, string? municipality) => PeopleTexts.School(name, municipality);
}
