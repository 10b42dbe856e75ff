using TeacherCenters.Assessments;

namespace TeacherCenters.Tests.Assessments;

public sealed class AssessmentRulesTests
{
    private static readonly Dictionary<AssessmentStatus, AssessmentStatus[]> Chain = new()
    {
        [AssessmentStatus.Applied] = [AssessmentStatus.Checked, AssessmentStatus.Withdrawn],
        [AssessmentStatus.Checked] = [AssessmentStatus.Booked, AssessmentStatus.Withdrawn],
        [AssessmentStatus.Booked] = [AssessmentStatus.Checked, AssessmentStatus.TookPlace, AssessmentStatus.NoShow, AssessmentStatus.Withdrawn],
        [AssessmentStatus.TookPlace] = [AssessmentStatus.Booked, AssessmentStatus.Scored, AssessmentStatus.Withdrawn],
        [AssessmentStatus.NoShow] = [AssessmentStatus.Checked, AssessmentStatus.Booked, AssessmentStatus.Withdrawn],
        [AssessmentStatus.Scored] = [AssessmentStatus.Completed, AssessmentStatus.Withdrawn],
        [AssessmentStatus.Completed] = [],
        [AssessmentStatus.Withdrawn] = [],
    };

    [Fact]
    public void The_chain_of_a_candidate_has_these_steps_and_no_others()
    {
        foreach (var from in Enum.GetValues<AssessmentStatus>())
            Assert.Equal(Chain[from].Order(), Enum.GetValues<AssessmentStatus>().Where(to => AssessmentRules.Allows(from, to)));
    }

    [Theory]
    [InlineData(1, 0, 1, null)]
    [InlineData(2, 3, 5, null)]
    [InlineData(3, 3, 5, "SlotHasFewSeats")]
    [InlineData(1, 5, 5, "SlotIsFull")]
    [InlineData(1, 6, 5, "SlotIsFull")]
    public void A_slot_gives_no_more_seats_than_it_has(int wanted, int taken, int seats, string? refusal) =>
        Assert.Equal(refusal, AssessmentRules.Seats(new(9, 0), wanted, taken, seats).Problem?.Key);

    [Theory]
    [InlineData("09:00", "12:00", 60, "09:00-10:00 10:00-11:00 11:00-12:00")]
    [InlineData("09:00", "10:30", 60, "09:00-10:00 10:00-10:30")]
    [InlineData("09:00", "10:20", 60, "09:00-10:00")]
    [InlineData("09:00", "09:20", 60, "09:00-09:20")]
    [InlineData("09:00", "12:00", 0, "")]
    [InlineData("12:00", "09:00", 60, "")]
    [InlineData("22:00", "23:59", 60, "22:00-23:00 23:00-23:59")]
    public void A_session_is_cut_into_slots(string starts, string ends, int minutes, string slots) =>
        Assert.Equal(slots, string.Join(' ', AssessmentRules.Slots(Time(starts), Time(ends), minutes).Select(x => $"{x.Starts:HH\\:mm}-{x.Ends:HH\\:mm}")));

    [Theory]
    [InlineData("2026-11-22", "14:00", false)]
    [InlineData("2026-11-23", "08:59", false)]
    [InlineData("2026-11-23", "09:00", false)]
    [InlineData("2026-11-23", "09:01", true)]
    [InlineData("2026-11-24", "08:00", true)]
    public void A_session_is_ahead_until_it_begins(string day, string starts, bool isAhead) =>
        Assert.Equal(isAhead, AssessmentRules.IsAhead(Day(day), Time(starts), new(2026, 11, 23, 9, 0, 0)));

    [Theory]
    [InlineData("2026-11-23", 3, "2029-11-23")]
    [InlineData("2026-04-30", 3, "2029-04-30")]
    [InlineData("2028-02-29", 3, "2031-02-28")]
    [InlineData("2028-02-29", 4, "2032-02-29")]
    public void A_result_counts_to_the_same_day_of_its_last_year(string completed, int years, string last) =>
        Assert.Equal(Day(last), AssessmentRules.ValidTo(Day(completed), years));

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
