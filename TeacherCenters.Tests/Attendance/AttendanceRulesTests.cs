using TeacherCenters.Attendance;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Settings;

namespace TeacherCenters.Tests.Attendance;

public sealed class AttendanceRulesTests
{
    [Theory]
    [InlineData("+", Mark.Present)]
    [InlineData("=", Mark.Present)]
    [InlineData(" ", Mark.Present)]
    [InlineData("1", Mark.Present)]
    [InlineData("-", Mark.Absent)]
    [InlineData("н", Mark.Absent)]
    [InlineData("Н", Mark.Absent)]
    [InlineData("y", Mark.Absent)]
    [InlineData("у", Mark.Excused)]
    [InlineData("E", Mark.Excused)]
    [InlineData("О", Mark.Late)]
    [InlineData("j", Mark.Late)]
    [InlineData("д", Mark.Remote)]
    [InlineData("l", Mark.Remote)]
    public void A_key_means_its_mark_in_either_layout_and_case(string key, Mark expected) =>
        Assert.Equal(expected, AttendanceRules.MarkOf(key));

    [Theory]
    [InlineData("ф")]
    [InlineData("")]
    [InlineData("нет")]
    [InlineData(null)]
    public void Any_other_key_means_nothing(string? key) => Assert.Null(AttendanceRules.MarkOf(key));

    [Fact]
    public void Every_mark_has_a_letter_that_reads_back_as_the_same_mark() =>
        Assert.All(Enum.GetValues<Mark>(), mark => Assert.Equal(mark, AttendanceRules.MarkOf(AttendanceRules.Letter(mark))));

    [Fact]
    public void Hours_are_credited_by_the_mark_and_the_per_cent_is_of_all_sessions()
    {
        SessionFacts[] sessions = [new(1, A.Today, 6), new(2, A.Today, 6), new(3, A.Today, 4), new(4, A.Today, 4), new(5, A.Today, 4)];
        var marks = new Dictionary<int, Mark> { [1] = Mark.Present, [2] = Mark.Absent, [3] = Mark.Late, [4] = Mark.Excused };

        var totals = AttendanceRules.Totals(sessions, marks, new NetworkSettings());

        Assert.Equal(new AttendanceTotals(10, 24, 1, 1, 1, 1, 0, 1), totals);
        Assert.Equal(41.7m, totals.Percent(75));
    }

    [Fact]
    public void A_late_mark_may_credit_half_of_an_odd_session()
    {
        var settings = new NetworkSettings { CreditPercent = new Dictionary<Mark, int> { [Mark.Present] = 100, [Mark.Late] = 50 } };

        Assert.Equal(1.5m, AttendanceRules.CreditedHours(3, Mark.Late, settings));
        Assert.Equal(0, AttendanceRules.CreditedHours(3, Mark.Remote, settings));
        Assert.Equal(0, AttendanceRules.CreditedHours(3, null, settings));
    }

    [Theory]
    [InlineData(27, 36, true, 75)]
    [InlineData(26.9, 36, false, 74.7)]
    [InlineData(20, 22, true, 90.9)]
    [InlineData(16, 24, false, 66.7)]
    [InlineData(1, 16, false, 6.3)]
    // Never shown as 75: that would contradict the refusal.
    [InlineData(74.96, 100, false, 74.9)]
    [InlineData(74.99, 100, false, 74.9)]
    [InlineData(36, 36, true, 100)]
    [InlineData(0, 36, false, 0)]
    [InlineData(0, 0, false, 0)]
    public void The_threshold_itself_is_enough_and_the_per_cent_is_rounded_but_never_up_to_it(double credited, int total, bool reaches, double percent)
    {
        var totals = new AttendanceTotals((decimal)credited, total, 0, 0, 0, 0, 0, 0);

        Assert.Equal((reaches, (decimal)percent), (totals.Reaches(75), totals.Percent(75)));
    }

    [Theory]
    [InlineData(EventStatus.Draft, "RegisterNotStarted")]
    [InlineData(EventStatus.Announced, "RegisterNotStarted")]
    [InlineData(EventStatus.Open, null)]
    [InlineData(EventStatus.Closed, null)]
    [InlineData(EventStatus.Completed, "RegisterIsClosed")]
    [InlineData(EventStatus.Cancelled, "RegisterIsClosed")]
    public void The_register_is_kept_while_the_event_is_open_or_closed(EventStatus status, string? problem) =>
        Assert.Equal(problem, AttendanceRules.MayKeep(status).Problem?.Key);

    [Theory]
    [InlineData(EnrollmentStatus.Enrolled, 0, null)]
    [InlineData(EnrollmentStatus.Admitted, -3, null)]
    [InlineData(EnrollmentStatus.Enrolled, 1, "SessionInFuture")]
    [InlineData(EnrollmentStatus.Expelled, 0, "RowIsClosed")]
    [InlineData(EnrollmentStatus.Applied, 0, "RowIsClosed")]
    public void A_cell_of_today_or_earlier_is_open_for_participants(EnrollmentStatus status, int days, string? problem) =>
        Assert.Equal(problem, AttendanceRules.MayMark(status, A.Today.AddDays(days), A.Today).Problem?.Key);
}
