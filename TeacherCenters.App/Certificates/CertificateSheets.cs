using System.Globalization;
using TeacherCenters.Courses;
using TeacherCenters.Documents;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.Kernel;

namespace TeacherCenters.Certificates;

/// <summary>
/// The words of each document. They are Russian whatever the language of the screen: the paper is an official one. Everything
/// comes from the snapshot, so that the same row prints the same sheet for ever; other words need a new template version.
/// </summary>
public static class CertificateSheets
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    private sealed record Wording(CertificateLayout Layout, string Title, string? Subtitle, string? Kind, string Lead, string CourseLead);

    /// <param name="ceased">Annulled or replaced: the sheet says that it holds no longer.</param>
    public static CertificateSheet Of(CertificateSnapshot snapshot, CertificateStatus? ceased = null)
    {
        var words = WordingOf(snapshot.Kind);
        return new CertificateSheet
        {
            Layout = words.Layout,
            Organisation = snapshot.Organisation,
            Title = words.Title,
            Subtitle = words.Subtitle,
            Kind = words.Kind,
            Mark = ceased switch
            {
                CertificateStatus.Annulled => "ДОКУМЕНТ АННУЛИРОВАН",
                CertificateStatus.Replaced => "ДОКУМЕНТ ЗАМЕНЁН ДУБЛИКАТОМ",
                _ => snapshot.DuplicateOf is null ? null : "ДУБЛИКАТ",
            },
            Number = snapshot.Number,
            City = snapshot.City,
            IssuedOn = DatesInWords.Day(snapshot.IssuedOn),
            Lead = words.Lead,
            Person = CertificateRules.NeedsDative(snapshot.Kind) ? snapshot.DativeName ?? snapshot.Name.Full : snapshot.Name.Full,
            Period = snapshot.Kind == DocumentKind.AssessmentCertificate ? $"Дата оценки: {DatesInWords.Day(snapshot.To)}" : DatesInWords.Period(snapshot.From, snapshot.To),
            Deed = Deed(snapshot),
            CourseLead = words.CourseLead,
            Course = CourseOf(snapshot),
            Hours = HoursOf(snapshot),
            Result = ResultOf(snapshot),
            Note = NoteOf(snapshot),
            Signatures = snapshot.SecretaryName is null
                ? [new(snapshot.HeadPost, snapshot.HeadName)]
                : [new(snapshot.HeadPost, snapshot.HeadName), new(snapshot.SecretaryPost ?? "Секретарь", snapshot.SecretaryName)],
            LegalBasis = Basis(snapshot),
            QrPayload = snapshot.VerifyAddress,
            QrCaption = snapshot.VerifyAddress is null ? null : "Проверить документ",
        };
    }

    private static Wording WordingOf(DocumentKind kind) => kind switch
    {
        DocumentKind.ProfessionalDevelopmentCertificate => new(CertificateLayout.Spread, "УДОСТОВЕРЕНИЕ", "о повышении квалификации", "Документ о квалификации",
            "Настоящее удостоверение свидетельствует о том, что", "по дополнительной профессиональной программе"),
        DocumentKind.RetrainingDiploma => new(CertificateLayout.Spread, "ДИПЛОМ", "о профессиональной переподготовке", "Документ о квалификации",
            "Настоящий диплом свидетельствует о том, что", "по дополнительной профессиональной программе"),
        DocumentKind.StudyStatement => new(CertificateLayout.Single, "СПРАВКА", "об обучении", null, "Настоящая справка выдана", "по дополнительной профессиональной программе"),
        DocumentKind.MentorAcknowledgement => new(CertificateLayout.Single, "БЛАГОДАРНОСТЬ", null, null, "выражается", "за наставничество и профессиональную поддержку педагога"),
        DocumentKind.InternshipCertificate => new(CertificateLayout.Single, "СЕРТИФИКАТ", "о стажировке", null, "Настоящий сертификат выдан", "на базе образовательной организации"),
        DocumentKind.AssessmentCertificate => new(CertificateLayout.Single, "СЕРТИФИКАТ", "о прохождении независимой оценки", null, "Настоящий сертификат подтверждает, что", "по процедуре"),
        _ => new(CertificateLayout.Single, "СЕРТИФИКАТ", "участника", null, "Настоящий сертификат подтверждает, что", "в мероприятии"),
    };

    private static string? Deed(CertificateSnapshot snapshot) => snapshot.Kind switch
    {
        DocumentKind.ProfessionalDevelopmentCertificate => $"{Gendered.Passed(snapshot.Sex)} повышение квалификации",
        DocumentKind.RetrainingDiploma => $"{Gendered.Passed(snapshot.Sex)} профессиональную переподготовку",
        DocumentKind.StudyStatement => $"в том, что {Gendered.Of(snapshot.Sex, "он обучался", "она обучалась")}",
        DocumentKind.ParticipantCertificate => Gendered.TookPart(snapshot.Sex),
        DocumentKind.InternshipCertificate => $"в том, что {Gendered.Of(snapshot.Sex, "он прошёл", "она прошла")} стажировку",
        DocumentKind.AssessmentCertificate => $"{Gendered.Passed(snapshot.Sex)} независимую оценку квалификации",
        _ => null,
    };

    private static string CourseOf(CertificateSnapshot snapshot) => snapshot.Kind switch
    {
        // Names of schools and people bring their own marks, or none.
        DocumentKind.InternshipCertificate => snapshot.Place ?? snapshot.Title,
        DocumentKind.MentorAcknowledgement => snapshot.Mentee ?? snapshot.Title,
        _ => Quotes.Around(snapshot.Title),
    };

    private static string? ResultOf(CertificateSnapshot snapshot) => snapshot switch
    {
        { Level: not null } => $"Достигнутый уровень: {snapshot.Level}",
        { Programme: not null } => $"Программа стажировки: {Quotes.Around(snapshot.Programme)}",
        _ => snapshot.ResultLine,
    };

    private static string? NoteOf(CertificateSnapshot snapshot) => snapshot switch
    {
        { ValidTo: { } day } => $"Сертификат действителен до {DatesInWords.Day(day)} включительно",
        { Supervisor: not null } => $"Руководитель стажировки: {snapshot.Supervisor}",
        _ => null,
    };

    private static string? HoursOf(CertificateSnapshot snapshot)
    {
        if (snapshot.Hours == 0) return null;
        var hours = $"{snapshot.Hours} {Plural.Form(snapshot.Hours, "академического часа", "академических часов", "академических часов")}";
        return snapshot.Credited is { } credited ? $"освоено {credited.ToString("0.##", Russian)} из {hours}" : $"в объёме {hours}";
    }

    private static string? Basis(CertificateSnapshot snapshot)
    {
        var lines = new List<string>();
        if (snapshot.DuplicateOf is not null) lines.Add($"Дубликат документа № {snapshot.DuplicateOf}");
        if (CertificateRules.IsQualification(snapshot.Kind) && snapshot is { ProtocolNumber: not null, ProtocolDate: { } day })
            lines.Add($"Протокол № {snapshot.ProtocolNumber} от {DayText.Of(day)}");
        if (snapshot.LegalBasis is not null) lines.Add(snapshot.LegalBasis);
        return lines.Count == 0 ? null : string.Join(". ", lines);
    }
}
