using TeacherCenters.Courses;

namespace TeacherCenters.Tests.Courses;

public sealed class CourseRulesTests
{
    [Theory]
    [InlineData(EventKind.ProfessionalDevelopment, 16, DocumentKind.ProfessionalDevelopmentCertificate, null)]
    [InlineData(EventKind.ProfessionalDevelopment, 249, DocumentKind.ProfessionalDevelopmentCertificate, null)]
    [InlineData(EventKind.ProfessionalDevelopment, 15, DocumentKind.ProfessionalDevelopmentCertificate, "DevelopmentTooShort")]
    [InlineData(EventKind.ProfessionalDevelopment, 250, DocumentKind.ProfessionalDevelopmentCertificate, "DevelopmentTooLong")]
    [InlineData(EventKind.ProfessionalDevelopment, 8, DocumentKind.ParticipantCertificate, null)]
    [InlineData(EventKind.ProfessionalDevelopment, 300, DocumentKind.RetrainingDiploma, "DocumentOfOtherKind")]
    [InlineData(EventKind.Retraining, 250, DocumentKind.RetrainingDiploma, null)]
    [InlineData(EventKind.Retraining, 249, DocumentKind.RetrainingDiploma, "RetrainingTooShort")]
    [InlineData(EventKind.Retraining, 72, DocumentKind.ParticipantCertificate, null)]
    [InlineData(EventKind.Retraining, 72, DocumentKind.ProfessionalDevelopmentCertificate, "DocumentOfOtherKind")]
    [InlineData(EventKind.Seminar, 4, DocumentKind.ParticipantCertificate, null)]
    [InlineData(EventKind.Seminar, 36, DocumentKind.ProfessionalDevelopmentCertificate, "DocumentOfOtherKind")]
    [InlineData(EventKind.Internship, 36, DocumentKind.InternshipCertificate, null)]
    [InlineData(EventKind.Internship, 8, DocumentKind.ProfessionalDevelopmentCertificate, "DevelopmentTooShort")]
    [InlineData(EventKind.Consultation, 2, DocumentKind.None, null)]
    [InlineData(EventKind.Consultation, 0, DocumentKind.None, "CourseHoursMissing")]
    public void Hours_open_and_close_the_way_to_a_document(EventKind kind, int hours, DocumentKind document, string? refusal) =>
        Assert.Equal(refusal, CourseRules.Check(kind, hours, document, 16, 250)?.Key);

    [Fact]
    public void Every_kind_leads_somewhere() =>
        Assert.All(Enum.GetValues<EventKind>(), kind => Assert.NotEmpty(CourseRules.DocumentsFor(kind)));
}
