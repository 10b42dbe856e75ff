using TeacherCenters.Assessments;
using TeacherCenters.Courses;
using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;

namespace TeacherCenters.Certificates;

/// <summary>What internships, assessments and mentorships earn, and what their documents say of them: pure functions.</summary>
public static class SubjectRules
{
    /// <summary>Length of a title in the register; the paper has the whole text.</summary>
    public const int TitleLength = 255;

    /// <exception cref="ArgumentOutOfRangeException">A participation earns what its event decides.</exception>
    public static DocumentKind KindOf(CertificateSubject subject) => subject switch
    {
        CertificateSubject.Internship => DocumentKind.InternshipCertificate,
        CertificateSubject.Assessment => DocumentKind.AssessmentCertificate,
        CertificateSubject.Mentorship => DocumentKind.MentorAcknowledgement,
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "The event decides about its documents."),
    };

    /// <summary>A document that says how a teacher was assessed: for them, and for who may see results.</summary>
    public static bool TellsResult(DocumentKind kind) => kind == DocumentKind.AssessmentCertificate;

    /// <returns>Null for a passed one; <c>InternshipNotCompleted</c>, <c>InternshipCancelled</c>, <c>InternshipFailed</c>.</returns>
    public static Problem? NotDue(InternshipStatus status, InternshipResult? result) => (status, result) switch
    {
        (InternshipStatus.Completed, InternshipResult.Passed) => null,
        (InternshipStatus.Completed, _) => new Problem("InternshipFailed"),
        (InternshipStatus.Cancelled, _) => new Problem("InternshipCancelled"),
        _ => new Problem("InternshipNotCompleted"),
    };

    /// <summary>Taking part counts, not the level, also below the basic one: who may not see results reads the register and the verification page, and would learn the level from a document or a term that is not there.</summary>
    /// <returns>Null for a completed one, <c>AssessmentNotCompleted</c>.</returns>
    public static Problem? NotDue(AssessmentStatus status) => status == AssessmentStatus.Completed ? null : new Problem("AssessmentNotCompleted");

    /// <summary>Thanks are given for a mentorship that came to its end, not for one that broke off.</summary>
    /// <returns>Null for a completed one; <c>MentorshipNotClosed</c>, <c>MentorshipEndedEarly</c>, <c>MentorshipCancelled</c>.</returns>
    public static Problem? NotDue(MentorshipStatus status) => status switch
    {
        MentorshipStatus.Completed => null,
        MentorshipStatus.EndedEarly => new Problem("MentorshipEndedEarly"),
        MentorshipStatus.Cancelled => new Problem("MentorshipCancelled"),
        _ => new Problem("MentorshipNotClosed"),
    };

    /// <summary>«повышенный», as the paper says it.</summary>
    public static string LevelWord(AssessmentLevel level) => level switch
    {
        AssessmentLevel.BelowBasic => "ниже базового",
        AssessmentLevel.Basic => "базовый",
        AssessmentLevel.Advanced => "повышенный",
        AssessmentLevel.High => "высокий",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such level."),
    };

    /// <summary>«предметное», of a direction of mentoring.</summary>
    public static string DirectionWord(MentoringDirection direction) => direction switch
    {
        MentoringDirection.Subject => "предметное",
        MentoringDirection.Methodical => "методическое",
        MentoringDirection.PsychologicalPedagogical => "психолого-педагогическое",
        MentoringDirection.Communicative => "коммуникативное",
        MentoringDirection.Digital => "цифровое",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "No such direction."),
    };

    /// <summary>The programme when the internship belongs to one, else the host school.</summary>
    public static string InternshipTitle(string? programme, string place) => Cut(programme ?? $"Стажировка: {place}");

    /// <summary>Names nobody: the register and the public page show it.</summary>
    public static string MentorshipTitle(MentoringDirection direction) => $"Наставничество, {DirectionWord(direction)} направление";

    /// <summary>«заместитель директора И. И. Петров»; the name alone without a post.</summary>
    public static string Supervisor(string name, string? post) => string.IsNullOrWhiteSpace(post) ? name : $"{post.Trim()} {name}";

    /// <summary>The mentee as the letter of thanks names them, and whether somebody should look at the case.</summary>
    public static (string Genitive, Problem? Warning) Mentee(PersonName name, Sex? sex, string? genitiveOverride)
    {
        if (!string.IsNullOrWhiteSpace(genitiveOverride)) return (genitiveOverride.Trim(), null);
        var genitive = NameCases.Genitive(name, sex);
        return (genitive.Text, genitive.Doubtful ? new Problem("WarnDoubtfulMentee", genitive.Text) : null);
    }

    private static string Cut(string title) => title.Length <= TitleLength ? title : title[..(TitleLength - 1)].TrimEnd() + "…";
}
