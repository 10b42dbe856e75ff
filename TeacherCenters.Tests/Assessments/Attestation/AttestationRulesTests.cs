using System.Globalization;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.People;

namespace TeacherCenters.Tests.Assessments.Attestation;

public sealed class AttestationRulesTests
{
    [Theory]
    [InlineData(AttestationDecision.Suitable, "2021-11-25", 5, "2026-11-25")]
    [InlineData(AttestationDecision.SuitableWithAdvice, "2021-11-25", 5, "2026-11-25")]
    [InlineData(AttestationDecision.Recommended, "2021-11-25", 3, "2024-11-25")]
    [InlineData(AttestationDecision.Suitable, "2024-02-29", 5, "2029-02-28")]
    [InlineData(AttestationDecision.Suitable, "2024-02-29", 4, "2028-02-29")]
    [InlineData(AttestationDecision.Suitable, "2024-02-28", 4, "2028-02-28")]
    [InlineData(AttestationDecision.Suitable, "2020-12-31", 5, "2025-12-31")]
    [InlineData(AttestationDecision.Unsuitable, "2021-11-25", 5, null)]
    [InlineData(AttestationDecision.NotRecommended, "2021-11-25", 5, null)]
    public void The_term_ends_on_the_day_and_month_of_the_meeting_or_on_the_months_last_day(AttestationDecision decision, string meeting, int years, string? last) =>
        Assert.Equal(last is null ? null : Day(last), AttestationRules.ValidTo(decision, Day(meeting), years));

    [Theory]
    [InlineData(null, null, "2026-11-23", TermState.Never)]
    [InlineData(AttestationDecision.Unsuitable, null, "2026-11-23", TermState.Unsuitable)]
    [InlineData(AttestationDecision.NotRecommended, null, "2026-11-23", TermState.Unsuitable)]
    [InlineData(AttestationDecision.Suitable, "2026-11-22", "2026-11-23", TermState.Lapsed)]
    [InlineData(AttestationDecision.Suitable, "2026-11-23", "2026-11-23", TermState.Due)]
    [InlineData(AttestationDecision.Suitable, "2027-05-23", "2026-11-23", TermState.Due)]
    [InlineData(AttestationDecision.Suitable, "2027-05-24", "2026-11-23", TermState.Valid)]
    [InlineData(AttestationDecision.Suitable, "2027-02-28", "2026-08-31", TermState.Due)]
    [InlineData(AttestationDecision.Suitable, "2027-03-01", "2026-08-31", TermState.Valid)]
    [InlineData(AttestationDecision.Suitable, "2028-02-29", "2027-08-31", TermState.Due)]
    public void A_head_is_due_from_six_months_before_the_last_day_and_lapsed_the_day_after_it(AttestationDecision? latest, string? last, string day, TermState state) =>
        Assert.Equal(state, AttestationRules.StateOf(latest, last is null ? null : Day(last), Day(day), 6));

    [Theory]
    [InlineData(0, "2026-11-23", TermState.Due)]
    [InlineData(0, "2026-11-24", TermState.Valid)]
    [InlineData(12, "2027-11-23", TermState.Due)]
    [InlineData(12, "2027-11-24", TermState.Valid)]
    public void The_reminder_period_is_a_setting(int months, string last, TermState state) =>
        Assert.Equal(state, AttestationRules.StateOf(AttestationDecision.Suitable, Day(last), Day("2026-11-23"), months));

    [Fact]
    public void Each_decision_belongs_to_one_kind()
    {
        var acting = AttestationRules.DecisionsFor(AttestationKind.Acting);
        var candidate = AttestationRules.DecisionsFor(AttestationKind.Candidate);

        Assert.Empty(acting.Intersect(candidate));
        Assert.Equal(Enum.GetValues<AttestationDecision>().Order(), acting.Concat(candidate).Order());
    }

    [Theory]
    [InlineData(AttestationKind.Acting, AttestationDecision.Recommended, null, "DecisionOfOtherKind")]
    [InlineData(AttestationKind.Candidate, AttestationDecision.Suitable, null, "DecisionOfOtherKind")]
    [InlineData(AttestationKind.Acting, AttestationDecision.SuitableWithAdvice, " ", "AttestationAdviceMissing")]
    [InlineData(AttestationKind.Acting, AttestationDecision.SuitableWithAdvice, "Обновить программу развития", null)]
    [InlineData(AttestationKind.Acting, AttestationDecision.Unsuitable, null, null)]
    [InlineData(AttestationKind.Candidate, AttestationDecision.NotRecommended, null, null)]
    public void A_decision_fits_the_kind_and_advice_is_written_down(AttestationKind kind, AttestationDecision decision, string? note, string? key) =>
        Assert.Equal(key, AttestationRules.CheckDecision("Иванова М. П.", kind, decision, note)?.Key);

    [Theory]
    [InlineData("2026-11-24", "2026-11-24", "MeetingIsAhead")]
    [InlineData("2026-11-20", "2026-11-19", "ProtocolBeforeMeeting")]
    [InlineData("2026-11-20", "2026-11-24", "ProtocolIsAhead")]
    [InlineData("2026-11-20", "2026-11-20", null)]
    [InlineData("2026-11-23", "2026-11-23", null)]
    public void A_protocol_is_dated_from_the_meeting_to_today(string held, string protocol, string? key) =>
        Assert.Equal(key, AttestationRules.CheckProtocol(Day(held), Day(protocol), Day("2026-11-23"))?.Key);

    [Theory]
    [InlineData("2026-11-24", true, MeetingState.Ahead)]
    [InlineData("2026-11-23", false, MeetingState.Ahead)]
    [InlineData("2026-11-23", true, MeetingState.Over)]
    [InlineData("2026-11-22", false, MeetingState.Over)]
    public void A_meeting_of_today_waits_for_its_protocol_when_somebody_stands_on_its_list(string held, bool hasAgenda, MeetingState state) =>
        Assert.Equal(state, AttestationRules.StateOf(MeetingStatus.Planned, Day(held), hasAgenda, Day("2026-11-23")));

    [Theory]
    [InlineData("Иванова Мария Петровна", "иванова  Мария Петровна", "ChairIsSecretary")]
    [InlineData("Иванова Мария Петровна", "Белова Ольга Павловна", null)]
    [InlineData("Иванова Мария Петровна", " ", null)]
    [InlineData(null, "Белова Ольга Павловна", null)]
    public void The_chair_is_not_the_secretary(string? chair, string? secretary, string? key) => Assert.Equal(key, AttestationRules.CheckRoles(chair, secretary)?.Key);

    [Fact]
    public void A_head_is_who_leads_by_the_main_employment_of_the_day()
    {
        var former = Job(WorkerCategory.Head, to: "2026-08-31");
        var beside = Job(WorkerCategory.Head, main: false);
        var teacher = Job(WorkerCategory.Teacher);
        var head = Job(WorkerCategory.Head, from: "2026-09-01");

        Assert.Same(head, AttestationRules.HeadJobOn([former, beside, teacher, head], Day("2026-11-23")));
        Assert.Same(former, AttestationRules.HeadJobOn([former, beside, teacher, head], Day("2026-08-31")));
        Assert.Null(AttestationRules.HeadJobOn([beside, teacher], Day("2026-11-23")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Employment Job(WorkerCategory category, bool main = true, string? from = null, string? to = null) => new()
    {
        SchoolId = 1, Position = "директор", Category = category, IsMain = main, From = from is null ? null : Day(from), To = to is null ? null : Day(to),
    };
}
