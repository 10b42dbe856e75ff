using TeacherCenters.Attendance;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Completion;

public sealed class CompletionRulesTests
{
    private static readonly NetworkSettings Settings = new();
    private static readonly DocumentTerms Course36 = new(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate);

    [Theory]
    // Professional development.
    [InlineData(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Completed, FinalResult.Passed, DocumentKind.ProfessionalDevelopmentCertificate)]
    [InlineData(EventKind.ProfessionalDevelopment, 16, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Completed, FinalResult.Satisfactory, DocumentKind.ProfessionalDevelopmentCertificate)]
    [InlineData(EventKind.ProfessionalDevelopment, 15, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Completed, FinalResult.Passed, DocumentKind.ParticipantCertificate)]
    [InlineData(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Completed, null, DocumentKind.ParticipantCertificate)]
    [InlineData(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Completed, FinalResult.Failed, DocumentKind.StudyStatement)]
    [InlineData(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Completed, FinalResult.Unsatisfactory, DocumentKind.StudyStatement)]
    [InlineData(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Expelled, null, DocumentKind.StudyStatement)]
    [InlineData(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Enrolled, null, DocumentKind.None)]
    [InlineData(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Admitted, FinalResult.Passed, DocumentKind.None)]
    [InlineData(EventKind.ProfessionalDevelopment, 36, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Withdrawn, null, DocumentKind.None)]
    // An internship may be run as professional development.
    [InlineData(EventKind.Internship, 36, DocumentKind.ProfessionalDevelopmentCertificate, EnrollmentStatus.Completed, FinalResult.Passed, DocumentKind.ProfessionalDevelopmentCertificate)]
    [InlineData(EventKind.Internship, 36, DocumentKind.InternshipCertificate, EnrollmentStatus.Completed, null, DocumentKind.None)]
    // Retraining.
    [InlineData(EventKind.Retraining, 250, DocumentKind.RetrainingDiploma, EnrollmentStatus.Completed, FinalResult.Good, DocumentKind.RetrainingDiploma)]
    [InlineData(EventKind.Retraining, 249, DocumentKind.RetrainingDiploma, EnrollmentStatus.Completed, FinalResult.Good, DocumentKind.ParticipantCertificate)]
    [InlineData(EventKind.Retraining, 250, DocumentKind.RetrainingDiploma, EnrollmentStatus.Expelled, null, DocumentKind.StudyStatement)]
    // Everything else.
    [InlineData(EventKind.Seminar, 8, DocumentKind.ParticipantCertificate, EnrollmentStatus.Completed, null, DocumentKind.ParticipantCertificate)]
    [InlineData(EventKind.Seminar, 8, DocumentKind.ParticipantCertificate, EnrollmentStatus.Completed, FinalResult.Passed, DocumentKind.ParticipantCertificate)]
    [InlineData(EventKind.Seminar, 8, DocumentKind.ParticipantCertificate, EnrollmentStatus.Expelled, null, DocumentKind.None)]
    [InlineData(EventKind.Consultation, 2, DocumentKind.None, EnrollmentStatus.Completed, null, DocumentKind.None)]
    public void The_document_follows_from_the_hours_and_the_result(
        EventKind kind, int hours, DocumentKind announced, EnrollmentStatus status, FinalResult? result, DocumentKind earned) =>
        Assert.Equal(earned, CompletionRules.DocumentFor(new(kind, hours, announced), status, result, 8, Settings));

    [Theory]
    [InlineData(0, EnrollmentStatus.Expelled, null, DocumentKind.None)]
    [InlineData(0, EnrollmentStatus.Completed, FinalResult.Failed, DocumentKind.None)]
    [InlineData(0.5, EnrollmentStatus.Expelled, null, DocumentKind.StudyStatement)]
    [InlineData(36, EnrollmentStatus.Completed, FinalResult.Failed, DocumentKind.StudyStatement)]
    public void Without_a_credited_hour_there_is_nothing_to_state(double credited, EnrollmentStatus status, FinalResult? result, DocumentKind earned) =>
        Assert.Equal(earned, CompletionRules.DocumentFor(Course36, status, result, (decimal)credited, Settings));

    [Fact]
    public void Who_never_came_is_expelled_without_a_document() =>
        Assert.Equal((EnrollmentStatus.Expelled, DocumentKind.None), CompletionRules.OutcomeOf(Person(0), Row(false, null, null), ResultScale.PassFail, Course36, Settings).Require() switch { var x => (x.Status, x.Document) });

    [Fact]
    public void Who_earns_a_document_is_the_same_in_the_store_and_in_memory()
    {
        var earns = CompletionRules.EarnsDocument.Compile();
        var differing =
            from kind in Enum.GetValues<EventKind>()
            from document in Enum.GetValues<DocumentKind>()
            from status in new[] { EnrollmentStatus.Applied, EnrollmentStatus.Enrolled, EnrollmentStatus.Completed, EnrollmentStatus.Expelled }
            from result in Enum.GetValues<FinalResult>().Select(x => (FinalResult?)x).Append(null)
            where earns(Learner(kind, document, status, result)) != (CompletionRules.DocumentFor(new(kind, 36, document), status, result, 8, Settings) != DocumentKind.None)
            select (kind, document, status, result);
        Assert.Equal([], differing.ToList());
    }

    [Theory]
    // credited of 36, decided, reason, result, expected problem or status
    [InlineData(27, true, null, FinalResult.Passed, null, EnrollmentStatus.Completed)]
    [InlineData(26, true, null, FinalResult.Passed, "AdmissionReasonMissing", null)]
    [InlineData(26, true, " ", FinalResult.Passed, "AdmissionReasonMissing", null)]
    [InlineData(26, true, "Сдала задолженность", FinalResult.Passed, null, EnrollmentStatus.Completed)]
    [InlineData(26, false, null, null, null, EnrollmentStatus.Expelled)]
    [InlineData(36, false, null, null, "AdmissionReasonMissing", null)]
    [InlineData(36, false, "Не сдала проект", null, null, EnrollmentStatus.Expelled)]
    [InlineData(26, false, null, FinalResult.Passed, "ResultOfNotAdmitted", null)]
    [InlineData(36, true, null, null, "ResultMissing", null)]
    [InlineData(36, true, null, FinalResult.Good, "ResultNotOnScale", null)]
    [InlineData(36, true, null, FinalResult.Failed, null, EnrollmentStatus.Completed)]
    public void A_row_leads_to_completion_or_expulsion(int credited, bool admitted, string? reason, FinalResult? result, string? problem, EnrollmentStatus? status)
    {
        var outcome = CompletionRules.OutcomeOf(Person(credited), Row(admitted, reason, result), ResultScale.PassFail, Course36, Settings);

        Assert.Equal((problem, status), (outcome.Problem?.Key, outcome.Value?.Status));
    }

    [Theory]
    [InlineData(27, EnrollmentStatus.Enrolled, null, true)]
    [InlineData(26, EnrollmentStatus.Enrolled, null, false)]
    // What was decided before a reopening, also when the hours were corrected since.
    [InlineData(26, EnrollmentStatus.Admitted, "Сдала задолженность", true)]
    [InlineData(36, EnrollmentStatus.Admitted, "Сдала задолженность", true)]
    [InlineData(36, EnrollmentStatus.Enrolled, "Не сдала проект", false)]
    [InlineData(26, EnrollmentStatus.Enrolled, "Не сдала проект", false)]
    public void Admission_is_proposed_by_the_threshold_or_as_it_was_decided(int credited, EnrollmentStatus status, string? reason, bool admitted) =>
        Assert.Equal(admitted, CompletionRules.IsProposed(status, reason, Person(credited).Totals, Settings));

    [Fact]
    public void Without_a_final_assessment_a_row_has_no_result()
    {
        Assert.Equal("ResultNotOnScale", CompletionRules.OutcomeOf(Person(36), Row(true, null, FinalResult.Passed), ResultScale.None, Course36, Settings).Problem?.Key);
        Assert.Equal(DocumentKind.ParticipantCertificate, CompletionRules.OutcomeOf(Person(36), Row(true, null, null), ResultScale.None, Course36, Settings).Require().Document);
    }

    [Theory]
    [InlineData(EventStatus.Open, 0, 36, null)]
    [InlineData(EventStatus.Closed, -10, 36, null)]
    [InlineData(EventStatus.Open, 1, 36, "EventNotOver")]
    [InlineData(EventStatus.Announced, -1, 36, "CompletionWrongStatus")]
    [InlineData(EventStatus.Completed, -1, 36, "CompletionWrongStatus")]
    [InlineData(EventStatus.Open, -1, 0, "NoSessions")]
    public void An_event_is_completed_on_its_last_day_or_later(EventStatus status, int endsIn, int hours, string? problem) =>
        Assert.Equal(problem, CompletionRules.MayComplete(status, A.Today.AddDays(endsIn), A.Today, [Person(hours, total: hours)]).Problem?.Key);

    [Fact]
    public void An_event_without_people_or_without_any_mark_is_not_completed()
    {
        Assert.Equal("NobodyToComplete", CompletionRules.MayComplete(EventStatus.Open, A.Today, A.Today, []).Problem?.Key);
        Candidate blank = new(1, "Иванова М. П.", EnrollmentStatus.Enrolled, new(0, 36, 0, 0, 0, 0, 0, 6));
        Assert.Equal("RegisterIsEmpty", CompletionRules.MayComplete(EventStatus.Open, A.Today, A.Today, [blank]).Problem?.Key);
    }

    [Theory]
    [InlineData("12", 0, "15-од", 0, "")]
    [InlineData("12", 1, "15-од", 2, "")]
    [InlineData(" ", 0, "15", 0, "ProtocolNumberMissing@ProtocolNumber")]
    [InlineData("12", null, "15", 0, "ProtocolDateMissing@ProtocolDate")]
    [InlineData("12", -1, "15", 0, "PaperBeforeEnd@ProtocolDate")]
    [InlineData("12", 0, "15", 4, "PaperInFuture@OrderDate")]
    [InlineData("12", 2, "15", 1, "OrderBeforeProtocol@OrderDate")]
    [InlineData("12", 0, null, null, "OrderNumberMissing@OrderNumber OrderDateMissing@OrderDate")]
    public void Papers_bear_numbers_and_dates_between_the_last_day_and_today(string? protocol, int? protocolDay, string? order, int? orderDay, string problems)
    {
        var ends = A.Today.AddDays(-3);
        DateOnly? Day(int? offset) => offset is { } days ? ends.AddDays(days) : null;
        var form = new CompletionForm { Version = 1, ProtocolNumber = protocol, ProtocolDate = Day(protocolDay), OrderNumber = order, OrderDate = Day(orderDay) };

        Assert.Equal(problems, string.Join(' ', CompletionRules.PaperProblems(form, ends, A.Today).Select(x => $"{x.Key}@{x.Field}")));
    }

    [Fact]
    public void Without_a_final_assessment_no_protocol_is_asked_for()
    {
        var form = new CompletionForm { Version = 1, Scale = ResultScale.None, OrderNumber = "7", OrderDate = A.Today };

        Assert.Empty(CompletionRules.PaperProblems(form, A.Today, A.Today));
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("3", "4")]
    [InlineData("9;10;2", "11")]
    [InlineData("14-ИА;3-ИА", "15-ИА")]
    [InlineData("б/н;5", "6")]
    [InlineData("99999999999999999999", "1")]
    public void The_next_number_follows_the_highest_and_keeps_its_tail(string used, string next) =>
        Assert.Equal(next, CompletionRules.NextNumber(used.Split(';', StringSplitOptions.RemoveEmptyEntries)));

    private static Candidate Person(int credited, int total = 36) =>
        new(1, "Иванова М. П.", EnrollmentStatus.Enrolled, new(credited, total, 4, 2, 0, 0, 0, 0));

    private static Enrollment Learner(EventKind kind, DocumentKind document, EnrollmentStatus status, FinalResult? result)
    {
        var of = A.Event(A.Center());
        (of.Kind, of.Document) = (kind, document);
        var learner = new Enrollment { CenterId = of.CenterId, Event = of, AppliedAt = default, StatusAt = default, Funding = of.Funding, Result = result };
        EnrollmentStatus[] path = status switch
        {
            EnrollmentStatus.Applied => [],
            EnrollmentStatus.Completed => [EnrollmentStatus.Enrolled, EnrollmentStatus.Admitted, EnrollmentStatus.Completed],
            EnrollmentStatus.Expelled => [EnrollmentStatus.Enrolled, EnrollmentStatus.Expelled],
            _ => [status],
        };
        foreach (var step in path) learner.MoveTo(step, default).ShouldSucceed();
        return learner;
    }

    private static CompletionRow Row(bool admitted, string? reason, FinalResult? result) =>
        new() { EnrollmentId = 1, IsAdmitted = admitted, Reason = reason, Result = result };
}
