using TeacherCenters.Certificates;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Tests.Certificates;

public sealed class CertificateRulesTests
{
    private static readonly DateOnly End = new(2026, 11, 20);
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CertificateFacts Facts() => new()
    {
        EventStatus = EventStatus.Completed,
        Terms = new DocumentTerms(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate),
        Status = EnrollmentStatus.Completed,
        Result = FinalResult.Passed,
        Credited = 36,
        Name = new PersonName("Иванова", "Мария", "Петровна"),
        Sex = Sex.Female,
        Snils = "11223344595",
    };

    private static Eligibility Decide(CertificateFacts facts) => CertificateRules.Decide(facts, new NetworkSettings());

    [Fact]
    public void Who_completed_a_completed_course_gets_the_document_of_the_course()
    {
        var due = Decide(Facts());

        Assert.True(due.IsEligible);
        Assert.Equal(DocumentKind.ProfessionalDevelopmentCertificate, due.Kind);
        Assert.Empty(due.Warnings);
    }

    [Theory]
    [InlineData(EventStatus.Open, EnrollmentStatus.Enrolled, "EventNotCompleted")]
    [InlineData(EventStatus.Closed, EnrollmentStatus.Completed, "EventNotCompleted")]
    [InlineData(EventStatus.Cancelled, EnrollmentStatus.Completed, "EventNotCompleted")]
    [InlineData(EventStatus.Completed, EnrollmentStatus.Applied, "NotCompleted")]
    [InlineData(EventStatus.Completed, EnrollmentStatus.WaitListed, "NotCompleted")]
    [InlineData(EventStatus.Completed, EnrollmentStatus.Enrolled, "NotCompleted")]
    [InlineData(EventStatus.Completed, EnrollmentStatus.Withdrawn, "NotCompleted")]
    public void Who_has_not_completed_gets_nothing_and_the_reason_is_named(EventStatus of, EnrollmentStatus status, string key) =>
        Assert.Equal(key, Decide(Facts() with { EventStatus = of, Status = status, Result = null }).WhyNot?.Key);

    [Fact]
    public void A_document_that_holds_bars_a_second_and_its_number_is_named() =>
        Assert.Equal(new Problem("AlreadyIssued", "ЦВ-У-2026/00007"), Decide(Facts() with { LiveNumber = "ЦВ-У-2026/00007" }).WhyNot);

    [Fact]
    public void An_event_without_a_document_issues_none() =>
        Assert.Equal("EventGivesNoDocument", Decide(Facts() with { Terms = new(EventKind.Consultation, 2, DocumentKind.None) }).WhyNot?.Key);

    [Theory]
    [InlineData(EnrollmentStatus.Completed, FinalResult.Failed, DocumentKind.StudyStatement, false)]
    [InlineData(EnrollmentStatus.Expelled, null, DocumentKind.StudyStatement, false)]
    [InlineData(EnrollmentStatus.Completed, null, DocumentKind.ParticipantCertificate, true)]
    public void Another_document_than_the_course_promised_has_a_warning_unless_the_rules_give_it(EnrollmentStatus status, FinalResult? result, DocumentKind kind, bool warned)
    {
        var due = Decide(Facts() with { Status = status, Result = result, Credited = 16 });

        Assert.True(due.IsEligible);
        Assert.Equal(kind, due.Kind);
        Assert.Equal(warned, due.Warnings.Any(x => x.Key == "WarnOtherKind"));
    }

    [Theory]
    [InlineData(EnrollmentStatus.Expelled, null)]
    [InlineData(EnrollmentStatus.Completed, FinalResult.Failed)]
    public void Without_credited_hours_no_statement_is_given_and_the_reason_is_named(EnrollmentStatus status, FinalResult? result)
    {
        var due = Decide(Facts() with { Status = status, Result = result, Credited = 0 });

        Assert.Equal((DocumentKind.None, "NoHoursCredited"), (due.Kind, due.WhyNot?.Key));
        Assert.Equal("Зачтённых часов нет: справка об обучении не выдаётся.", TeacherCenters.Ui.ProblemTexts.Say(due.WhyNot!));
    }

    [Fact]
    public void The_preview_warns_of_what_somebody_should_look_at()
    {
        Assert.Equal(["WarnNoSex"], Keys(Facts() with { Sex = null }));
        Assert.Equal(["WarnSexAgainstPatronymic"], Keys(Facts() with { Sex = Sex.Male }));
        Assert.Equal(["WarnNoSnils"], Keys(Facts() with { Snils = null }));
        Assert.Empty(Keys(Facts() with { Snils = null, Citizenship = "112" }));
        Assert.Equal(["WarnNoPatronymic"], Keys(Facts() with { Name = new("Ким", "Мария", null) }));
        Assert.Equal(["WarnLongName"], Keys(Facts() with { Name = new("Константинопольская-Преображенская", "Александрина", "Константиновна") }));
        var statement = Facts() with { Status = EnrollmentStatus.Expelled, Result = null, Name = new("Заяц", "Мария", "Петровна"), };
        Assert.DoesNotContain("WarnDoubtfulDative", Keys(statement with { HasDativeOverride = true }));

        static IEnumerable<string> Keys(CertificateFacts facts) => Decide(facts).Warnings.Select(x => x.Key);
    }

    [Theory]
    [InlineData("2026-11-19", "IssuedBeforeEnd")]
    [InlineData("2026-11-20", "IssuedBeforeProtocol")]
    [InlineData("2026-11-21", null)]
    [InlineData("2026-11-23", null)]
    [InlineData("2026-11-24", "IssuedInFuture")]
    public void The_day_of_issue_lies_between_the_protocol_and_today(string day, string? key) =>
        Assert.Equal(key, CertificateRules.CheckIssueDate(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Today, End, new DateOnly(2026, 11, 21))?.Key);

    [Theory]
    [InlineData("ВЛГ", DocumentKind.ProfessionalDevelopmentCertificate, 1, "ВЛГ-У-2026/00001")]
    [InlineData("ВЛГ", DocumentKind.ParticipantCertificate, 12345, "ВЛГ-С-2026/12345")]
    [InlineData("ЦНППМПР-10", DocumentKind.RetrainingDiploma, 1234567, "ЦНППМПР-10-Д-2026/1234567")]
    public void A_number_names_center_kind_and_year_and_keeps_its_zeros(string code, DocumentKind kind, int sequence, string expected)
    {
        var number = CertificateRules.NumberText(code, kind, 2026, sequence);

        Assert.Equal(expected, number);
        Assert.True(number.Length <= 30);
    }

    [Fact]
    public void Every_kind_has_a_letter_of_its_own()
    {
        var letters = Enum.GetValues<DocumentKind>().Where(x => x != DocumentKind.None).Select(CertificateRules.Letter).ToList();
        Assert.Equal(letters.Count, letters.Distinct().Count());
    }

    [Theory]
    [InlineData("Иванова", "Мария", "Петровна", "И***а М. П.")]
    [InlineData("Ли", "Анна", null, "Л*** А.")]
    [InlineData("Петрова-Водкина", "Анна-Мария", "Ивановна", "П***а А.-М. И.")]
    public void The_public_page_shows_a_masked_name(string family, string given, string? patronymic, string expected) =>
        Assert.Equal(expected, CertificateRules.MaskedName(new PersonName(family, given, patronymic)));
}
