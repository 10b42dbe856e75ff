using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring;

/// <summary>How states, directions, loads and reasons are said in the reader's language.</summary>
public static class MentoringTexts
{
    public static string Of(MentorshipStatus status) => ProblemTexts.Find($"MentorshipStatus_{status}") ?? status.ToString();

    public static string Of(MentoringDirection direction) => ProblemTexts.Find($"MentoringDirection_{direction}") ?? direction.ToString();

    public static string Of(MentoringForm form) => ProblemTexts.Find($"MentoringForm_{form}") ?? form.ToString();

    public static string Of(MentorshipEnd reason) => ProblemTexts.Find($"MentorshipEnd_{reason}") ?? reason.ToString();

    public static StatusTone Tone(MentorshipStatus status) => status switch
    {
        MentorshipStatus.Waiting => StatusTone.Waiting,
        MentorshipStatus.Active => StatusTone.Running,
        MentorshipStatus.Completed => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    /// <summary>«01.09.2026 – 31.05.2027».</summary>
    public static string Days(DateOnly from, DateOnly to) => DayText.Span(from, to);

    /// <summary>«№ 12-н от 01.09.2026», or the part that is known; null when nothing is.</summary>
    public static string? Order(string? number, DateOnly? date) => number is null && date is null ? null : Enrollments.EnrollmentTexts.Order(number, date);

    /// <summary>«учитель, математика, Средняя школа № 5, Вологодский МО»; a school whose name says the municipality does not say it twice.</summary>
    public static string Work(string? position, string? subject, string? school, string? municipality)
    {
        if (municipality is not null && school?.Contains(municipality, StringComparison.OrdinalIgnoreCase) == true) municipality = null;
        return string.Join(", ", new[] { position, subject, school, municipality }.Where(x => x is not null)) is { Length: > 0 } known ? known : MentoringText.Board_NoJob;
    }

    /// <summary>What is missing for the pair to begin; null when nothing is.</summary>
    public static string? Missing(MentorshipRow row)
    {
        if (row.Status != MentorshipStatus.Waiting) return null;
        var missing = new List<string>();
        if (row.OrderNumber is null || row.OrderDate is null) missing.Add(MentoringText.Missing_Order);
        if (row.MentorConsentOn is null) missing.Add(MentoringText.Missing_MentorConsent);
        if (row.MenteeConsentOn is null) missing.Add(MentoringText.Missing_MenteeConsent);
        return Phrase.Of(MentoringText.Missing, string.Join(", ", missing));
    }

    /// <summary>«тот же предмет: математика · Вологодский МО · есть место: 1 из 3».</summary>
    public static string Reasons(BoardMentor mentor, int limit) => string.Join(" · ", mentor.Reasons.Select(reason => reason switch
    {
        SuggestionReason.SameSubject => Phrase.Of(MentoringText.Reason_SameSubject, mentor.Job?.Subject),
        SuggestionReason.SameSchool => MentoringText.Reason_SameSchool,
        SuggestionReason.SameMunicipality => Phrase.Of(MentoringText.Reason_SameMunicipality, mentor.Job?.Municipality),
        SuggestionReason.NoPairs => MentoringText.Reason_NoPairs,
        SuggestionReason.HasRoom => Phrase.Of(MentoringText.Reason_HasRoom, mentor.Pairs, limit),
        _ => Phrase.Of(MentoringText.Reason_IsFull, mentor.Pairs, limit),
    }));

    /// <summary>«Младше 35 лет и первые 3 года преподавания».</summary>
    public static string Terms(YoungTeacherTerms terms) => Phrase.Of(terms.Inclusive ? MentoringText.Board_TermsInclusive : MentoringText.Board_Terms, terms.Age,
        Phrase.Counted(terms.Years, MentoringText.Board_YearOne, MentoringText.Board_YearFew, MentoringText.Board_YearMany));

    /// <summary>«5 встреч, всего 6 ч 15 мин».</summary>
    public static string Meetings(IReadOnlyList<MentorMeetingRow> meetings)
    {
        var minutes = meetings.Sum(x => x.Minutes);
        return Phrase.Of(MentoringText.Meeting_Sum, Phrase.Counted(meetings.Count, MentoringText.Meeting_One, MentoringText.Meeting_Few, MentoringText.Meeting_Many), minutes / 60, minutes % 60);
    }
}
