using System.Globalization;
using TeacherCenters.Courses;
using TeacherCenters.Ui;

namespace TeacherCenters.Certificates;

/// <summary>Words of documents on the screen.</summary>
public static class CertificateTexts
{
    /// <summary>The short name for lists: «Удостоверение».</summary>
    public static string Of(DocumentKind kind) => CertificatesText.ResourceManager.GetString($"Kind_{kind}", CultureInfo.CurrentUICulture) ?? kind.ToString();

    /// <summary>The name as the books write it: «Удостоверение о повышении квалификации».</summary>
    public static string FullNameOf(DocumentKind kind) => CertificatesText.ResourceManager.GetString($"Full_{kind}", CultureInfo.CurrentUICulture) ?? Of(kind);

    public static string Of(ToIssueSubject subject) => subject switch
    {
        ToIssueSubject.Internships => CertificatesText.ToIssue_Internships,
        ToIssueSubject.Assessments => CertificatesText.ToIssue_Assessments,
        _ => CertificatesText.ToIssue_Mentorships,
    };

    /// <summary>What the title of a document names: the programme, the internship, the procedure, the mentorship.</summary>
    public static string TitleLabelOf(DocumentKind kind) => kind switch
    {
        DocumentKind.InternshipCertificate => CertificatesText.Subject_Internship,
        DocumentKind.AssessmentCertificate => CertificatesText.Subject_Assessment,
        DocumentKind.MentorAcknowledgement => CertificatesText.Subject_Mentorship,
        _ => CertificatesText.Course,
    };

    /// <summary>Where a document's subject has its page; null for an enrollment, which stands on its event's.</summary>
    public static string? HrefOf(SubjectKey subject) => subject.Kind switch
    {
        CertificateSubject.Internship => $"/internships/{subject.Id}",
        CertificateSubject.Assessment => $"/assessments/{subject.Id}",
        CertificateSubject.Mentorship => $"/mentoring/{subject.Id}",
        _ => null,
    };

    public static string Of(CertificateStatus status) => CertificatesText.ResourceManager.GetString($"CertificateStatus_{status}", CultureInfo.CurrentUICulture) ?? status.ToString();

    public static string Of(HandOverWay way) => CertificatesText.ResourceManager.GetString($"HandOverWay_{way}", CultureInfo.CurrentUICulture) ?? way.ToString();

    public static string Of(DuplicateGround ground) => CertificatesText.ResourceManager.GetString($"DuplicateGround_{ground}", CultureInfo.CurrentUICulture) ?? ground.ToString();

    /// <summary>«1 документ», «2 документа», «5 документов».</summary>
    public static string Documents(int count) => Phrase.Counted(count, CertificatesText.Documents_One, CertificatesText.Documents_Few, CertificatesText.Documents_Many);

    public static StatusTone ToneOf(CertificateStatus status) => status switch
    {
        CertificateStatus.Registered => StatusTone.Announced,
        CertificateStatus.Printed => StatusTone.Open,
        CertificateStatus.HandedOver => StatusTone.Completed,
        CertificateStatus.Annulled => StatusTone.Cancelled,
        _ => StatusTone.Draft,
    };

    public static string IconOf(CertificateStatus status) => status switch
    {
        CertificateStatus.Registered => MudBlazor.Icons.Material.Outlined.Numbers,
        CertificateStatus.Printed => MudBlazor.Icons.Material.Outlined.Print,
        CertificateStatus.HandedOver => MudBlazor.Icons.Material.Outlined.HowToReg,
        CertificateStatus.Annulled => MudBlazor.Icons.Material.Outlined.Cancel,
        _ => MudBlazor.Icons.Material.Outlined.ContentCopy,
    };
}
