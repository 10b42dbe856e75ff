using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;

namespace TeacherCenters.Tests.Mentoring.Internships;

public sealed class InternshipRulesTests
{
    [Theory]
    [InlineData("2026-11-24", "2026-11-30", InternshipState.Planned)]
    [InlineData("2026-11-23", "2026-11-30", InternshipState.Running)]
    [InlineData("2026-11-10", "2026-11-23", InternshipState.Running)]
    [InlineData("2026-11-23", "2026-11-23", InternshipState.Running)]
    [InlineData("2026-11-10", "2026-11-22", InternshipState.Over)]
    public void Running_and_over_follow_from_the_dates(string from, string to, InternshipState state) =>
        Assert.Equal(state, InternshipRules.StateOf(InternshipStatus.Planned, Day(from), Day(to), A.Today));

    [Theory]
    [InlineData(InternshipStatus.Completed, InternshipState.Completed)]
    [InlineData(InternshipStatus.Cancelled, InternshipState.Cancelled)]
    public void What_has_ended_does_not_ask_the_dates(InternshipStatus status, InternshipState state) =>
        Assert.Equal(state, InternshipRules.StateOf(status, A.Today.AddDays(5), A.Today.AddDays(9), A.Today));

    public static TheoryData<string, Action<InternshipForm>, string, string> Wrong => new()
    {
        { "no center", x => x.CenterId = null, "Required", nameof(InternshipForm.CenterId) },
        { "nobody", x => x.PersonKey = null, "Required", nameof(InternshipForm.PersonKey) },
        { "no school", x => x.HostSchoolId = null, "Required", nameof(InternshipForm.HostSchoolId) },
        { "no supervisor", x => x.SupervisorName = " ", "Required", nameof(InternshipForm.SupervisorName) },
        { "no start", x => x.From = null, "Required", nameof(InternshipForm.From) },
        { "no end", x => x.To = null, "Required", nameof(InternshipForm.To) },
        { "ends first", x => x.To = x.From!.Value.AddDays(-1), "InternshipEndsBeforeStart", nameof(InternshipForm.To) },
        { "no hours", x => x.Hours = 0, "InternshipHoursWrong", nameof(InternshipForm.Hours) },
        { "report tomorrow", x => x.ReportReceivedOn = A.Today.AddDays(1), "InternshipDayInFuture", nameof(InternshipForm.ReportReceivedOn) },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_form_is_refused_at_the_field_that_is_wrong(string what, Action<InternshipForm> spoil, string key, string field)
    {
        var form = Form();
        Assert.Null(InternshipRules.Check(form, A.Today));

        spoil(form);

        var problem = InternshipRules.Check(form, A.Today);
        Assert.True((key, field) == (problem?.Key, problem?.Field), what);
    }

    [Theory]
    [InlineData(InternshipResult.Passed, "2026-11-20", "Хорошо", "2026-11-21", null)]
    [InlineData(InternshipResult.Failed, "2026-11-20", null, null, null)]
    [InlineData(InternshipResult.Passed, "2026-11-19", "Хорошо", "2026-11-21", "InternshipNotOver")]
    [InlineData(InternshipResult.Passed, "2026-11-24", "Хорошо", "2026-11-21", "InternshipDayInFuture")]
    [InlineData(InternshipResult.Passed, "2026-11-20", " ", "2026-11-21", "InternshipReviewMissing")]
    [InlineData(InternshipResult.Passed, "2026-11-20", "Хорошо", null, "InternshipReportMissing")]
    [InlineData(InternshipResult.Passed, "2026-11-20", "Хорошо", "2026-11-24", "InternshipDayInFuture")]
    [InlineData(null, "2026-11-20", "Хорошо", "2026-11-21", "Required")]
    [InlineData(InternshipResult.Passed, null, "Хорошо", "2026-11-21", "Required")]
    public void A_passed_internship_is_over_and_has_its_review_and_report(InternshipResult? result, string? on, string? review, string? report, string? refused) =>
        Assert.Equal(refused, InternshipRules.MayComplete(
            new() { Result = result, CompletedOn = on is null ? null : Day(on), Review = review, ReportReceivedOn = report is null ? null : Day(report) }, Day("2026-11-20"), A.Today)?.Key);

    [Theory]
    [InlineData("2026-11-01", "2026-11-09", false)]
    [InlineData("2026-11-01", "2026-11-10", true)]
    [InlineData("2026-11-12", "2026-11-13", true)]
    [InlineData("2026-11-20", "2026-11-25", true)]
    [InlineData("2026-11-21", "2026-11-25", false)]
    public void Two_internships_of_a_person_share_no_day(string from, string to, bool refused)
    {
        var problem = InternshipRules.Overlap("Иванова М. П.", new DateRange(Day("2026-11-10"), Day("2026-11-20")), [new DateRange(Day(from), Day(to))]);

        Assert.Equal(refused ? new Problem("InternshipOverlaps", "Иванова М. П.", Day(from), Day(to)).At(nameof(InternshipForm.From)) : null, problem);
    }

    [Fact]
    public void Clashes_name_each_event_once_with_its_days_in_the_period()
    {
        BusyDay[] busy =
        [
            new(7, "Оценивание", false, Day("2026-11-12")), new(5, "Центр", true, Day("2026-11-11")), new(7, "Оценивание", false, Day("2026-11-11")), new(7, "Оценивание", false, Day("2026-11-12")),
            new(7, "Оценивание", false, Day("2026-11-21")), new(9, "Раньше", false, Day("2026-11-09")),
        ];

        var clashes = InternshipRules.Clashes(busy, Day("2026-11-10"), Day("2026-11-20"));

        Assert.Equal([(5, true), (7, false)], clashes.Select(x => (x.EventId, x.IsElsewhere)));
        Assert.Equal([Day("2026-11-11"), Day("2026-11-12")], clashes[1].Days);
    }

    internal static InternshipForm Form() => new()
    {
        CenterId = 1, PersonKey = Guid.NewGuid(), HostSchoolId = 1, SupervisorName = "Белова Ольга Павловна", From = A.Today.AddDays(7), To = A.Today.AddDays(11), Hours = 36,
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
