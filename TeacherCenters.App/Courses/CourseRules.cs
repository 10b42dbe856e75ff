using TeacherCenters.Kernel;

namespace TeacherCenters.Courses;

/// <summary>Which paper a programme may lead to (Federal Law 273-FZ, art. 76; the hours are in the settings).</summary>
public static class CourseRules
{
    /// <summary>
    /// The hours gates: professional development from 16 and under 250 hours, retraining from 250; what falls short of its
    /// gate leads to a participant's certificate only.
    /// </summary>
    /// <param name="hours">Academic hours.</param>
    /// <param name="developmentMin">Least hours of professional development (16).</param>
    /// <param name="retrainingMin">Least hours of retraining, and the open end of professional development (250).</param>
    /// <returns>
    /// <c>CourseHoursMissing</c>, <c>DevelopmentTooShort</c> (the least), <c>DevelopmentTooLong</c> (from which it is retraining),
    /// <c>RetrainingTooShort</c> (the least), or <c>DocumentOfOtherKind</c>.
    /// </returns>
    public static Problem? Check(EventKind kind, int hours, DocumentKind document, int developmentMin, int retrainingMin)
    {
        if (hours < 1) return new Problem("CourseHoursMissing").At(nameof(CourseForm.Hours));
        if (!DocumentsFor(kind).Contains(document)) return new Problem("DocumentOfOtherKind").At(nameof(CourseForm.Document));
        return document switch
        {
            DocumentKind.ProfessionalDevelopmentCertificate when hours < developmentMin => new Problem("DevelopmentTooShort", developmentMin).At(nameof(CourseForm.Hours)),
            DocumentKind.ProfessionalDevelopmentCertificate when hours >= retrainingMin => new Problem("DevelopmentTooLong", retrainingMin).At(nameof(CourseForm.Hours)),
            DocumentKind.RetrainingDiploma when hours < retrainingMin => new Problem("RetrainingTooShort", retrainingMin).At(nameof(CourseForm.Hours)),
            _ => null,
        };
    }

    /// <summary>The papers that a kind of event may lead to, the usual one first.</summary>
    public static IReadOnlyList<DocumentKind> DocumentsFor(EventKind kind) => kind switch
    {
        EventKind.ProfessionalDevelopment => [DocumentKind.ProfessionalDevelopmentCertificate, DocumentKind.ParticipantCertificate, DocumentKind.None],
        EventKind.Retraining => [DocumentKind.RetrainingDiploma, DocumentKind.ParticipantCertificate, DocumentKind.None],
        EventKind.Internship => [DocumentKind.InternshipCertificate, DocumentKind.ProfessionalDevelopmentCertificate, DocumentKind.ParticipantCertificate, DocumentKind.None],
        EventKind.Consultation or EventKind.Diagnostics => [DocumentKind.None, DocumentKind.ParticipantCertificate],
        _ => [DocumentKind.ParticipantCertificate, DocumentKind.None],
    };
}
