using TeacherCenters.Assessments;
using TeacherCenters.Certificates;
using TeacherCenters.Courses;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Certificates;

public sealed class SubjectRulesTests
{
    private static readonly RecipientFacts Recipient = new() { Name = new PersonName("Иванова", "Мария", "Петровна"), Sex = Sex.Female };

    [Fact]
    public void Card_paper_and_settings_call_a_level_by_one_word()
    {
        using var spoken = new Spoken(AppCultures.Russian);
        foreach (var level in Enum.GetValues<AssessmentLevel>()) Assert.Equal(SubjectRules.LevelWord(level), AssessmentTexts.Of(level), ignoreCase: true);
        foreach (var (level, setting) in new[] { (AssessmentLevel.Basic, SettingsText.LevelBasic), (AssessmentLevel.Advanced, SettingsText.LevelAdvanced), (AssessmentLevel.High, SettingsText.LevelHigh) })
        {
            Assert.StartsWith(AssessmentTexts.Of(level), setting, StringComparison.Ordinal);
            Assert.Contains(SubjectRules.LevelWord(level), SettingsText.Entity_SettingsEdition_AssessmentLevels, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(InternshipStatus.Completed, InternshipResult.Passed, null)]
    [InlineData(InternshipStatus.Completed, InternshipResult.Failed, "InternshipFailed")]
    [InlineData(InternshipStatus.Planned, null, "InternshipNotCompleted")]
    [InlineData(InternshipStatus.Cancelled, null, "InternshipCancelled")]
    public void Only_a_passed_internship_earns_a_certificate(InternshipStatus status, InternshipResult? result, string? key) =>
        Assert.Equal(key, SubjectRules.NotDue(status, result)?.Key);

    [Fact]
    public void Only_a_completed_assessment_earns_a_certificate()
    {
        foreach (var status in Enum.GetValues<AssessmentStatus>())
            Assert.Equal(status == AssessmentStatus.Completed ? null : "AssessmentNotCompleted", SubjectRules.NotDue(status)?.Key);
    }

    [Theory]
    [InlineData(MentorshipStatus.Completed, null)]
    [InlineData(MentorshipStatus.EndedEarly, "MentorshipEndedEarly")]
    [InlineData(MentorshipStatus.Cancelled, "MentorshipCancelled")]
    [InlineData(MentorshipStatus.Active, "MentorshipNotClosed")]
    [InlineData(MentorshipStatus.Waiting, "MentorshipNotClosed")]
    public void Only_a_mentorship_that_came_to_its_end_earns_thanks(MentorshipStatus status, string? key) =>
        Assert.Equal(key, SubjectRules.NotDue(status)?.Key);

    [Fact]
    public void A_document_that_holds_is_named_before_any_other_reason_and_a_name_must_be_whole()
    {
        var notDue = new Problem("InternshipFailed");
        static Problem? WhyNot(Problem? notDue, RecipientFacts recipient) => CertificateRules.Decide(DocumentKind.InternshipCertificate, notDue, recipient).WhyNot;

        Assert.Null(WhyNot(null, Recipient));
        Assert.Equal(notDue, WhyNot(notDue, Recipient));
        Assert.Equal("NameIncomplete", WhyNot(null, Recipient with { Name = new("Иванова", " ", null) })?.Key);
        Assert.Equal(new Problem("AlreadyIssued", "ЦВ-Т-2026/00001"), WhyNot(notDue, Recipient with { LiveNumber = "ЦВ-Т-2026/00001" }));
    }

    [Theory]
    [InlineData(DocumentKind.InternshipCertificate, true)]
    [InlineData(DocumentKind.MentorAcknowledgement, true)]
    [InlineData(DocumentKind.AssessmentCertificate, false)]
    public void A_doubtful_dative_is_a_warning_where_the_paper_has_the_dative(DocumentKind kind, bool warns)
    {
        var due = CertificateRules.Decide(kind, null, Recipient with { Name = new("Кравец-Соловей", "Мария", "Петровна") });

        Assert.True(due.IsEligible);
        Assert.Equal(warns, due.Warnings.Any(x => x.Key == "WarnDoubtfulDative"));
        Assert.DoesNotContain(due.Warnings, x => x.Key == "WarnNoSnils");
    }

    [Fact]
    public void Every_level_and_direction_has_its_word_and_every_subject_a_document_of_its_own()
    {
        Assert.Equal(4, Enum.GetValues<AssessmentLevel>().Select(SubjectRules.LevelWord).Distinct().Count());
        Assert.Equal(5, Enum.GetValues<MentoringDirection>().Select(SubjectRules.DirectionWord).Distinct().Count());
        Assert.Equal(3, Enum.GetValues<CertificateSubject>().Where(x => x != CertificateSubject.Enrollment).Select(SubjectRules.KindOf).Distinct().Count());
    }

    [Fact]
    public void The_title_of_an_internship_is_its_programme_or_its_place_and_fits_the_register()
    {
        Assert.Equal("Современный урок", SubjectRules.InternshipTitle("Современный урок", "МБОУ «Лицей № 1»"));
        Assert.Equal("Стажировка: МБОУ «Лицей № 1»", SubjectRules.InternshipTitle(null, "МБОУ «Лицей № 1»"));
        Assert.Equal(SubjectRules.TitleLength, SubjectRules.InternshipTitle(null, new string('ш', 300)).Length);
    }

    [Fact]
    public void The_mentee_stands_in_the_genitive_or_as_the_person_wants_it()
    {
        Assert.Equal(("Сидоровой Анны Ивановны", null), SubjectRules.Mentee(new("Сидорова", "Анна", "Ивановна"), Sex.Female, null));
        Assert.Equal(("Кравец-Соловей Анны Ивановны", null), SubjectRules.Mentee(new("Кравец-Соловей", "Анна", "Ивановна"), Sex.Female, "Кравец-Соловей Анны Ивановны"));
        Assert.Equal("WarnDoubtfulMentee", SubjectRules.Mentee(new("Кравец-Соловей", "Анна", "Ивановна"), Sex.Female, null).Warning?.Key);
    }

    [Theory]
    [InlineData(Sex.Female, "она прошла стажировку")]
    [InlineData(Sex.Male, "он прошёл стажировку")]
    [InlineData(null, "он прошёл (она прошла) стажировку")]
    public void The_deed_follows_the_sex(Sex? sex, string deed)
    {
        var sheet = CertificateSheets.Of(CertificatePdfsTests.Snapshot() with { Kind = DocumentKind.InternshipCertificate, IsFemale = sex is null ? null : sex == Sex.Female, Place = "МБОУ «Лицей № 1»" });

        Assert.Equal($"в том, что {deed}", sheet.Deed);
        Assert.Equal("Ивановой Марии Петровне", sheet.Person);
        Assert.Equal("МБОУ «Лицей № 1»", sheet.Course);
    }
}
