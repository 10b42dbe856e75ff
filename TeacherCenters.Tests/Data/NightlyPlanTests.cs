using System.Globalization;
using TeacherCenters.Data;

namespace TeacherCenters.Tests.Data;

public sealed class NightlyPlanTests
{
    [Theory]
    [InlineData(null, "02:30")]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("23:05", "23:05")]
    [InlineData("4:00", "04:00")]
    public void The_hour_is_half_past_two_unless_another_or_none_is_set(string? text, string? hour) => Assert.Equal(hour, NightlyPlan.Hour(text)?.ToString("HH:mm", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("ночью")]
    [InlineData("25:00")]
    [InlineData("2.30")]
    public void What_is_no_time_of_day_stops_the_start(string text) => Assert.Equal(2, Assert.Throws<StoreRefusedException>(() => NightlyPlan.Hour(text)).ExitCode);

    [Theory]
    [InlineData("2026-11-23T12:00", "2026-11-24T02:30")]
    [InlineData("2026-11-24T02:29:59", "2026-11-24T02:30")]
    [InlineData("2026-11-24T02:30", "2026-11-25T02:30")]
    [InlineData("2026-12-31T23:00", "2027-01-01T02:30")]
    public void The_hour_strikes_once_a_day(string now, string next) => Assert.Equal(Moment(next), NightlyPlan.Next(Moment(now), new TimeOnly(2, 30)));

    [Fact]
    public void A_night_every_day_for_two_years_leaves_fourteen_days_eight_weeks_and_twelve_months()
    {
        // From Monday 25.11.2024 to Sunday 22.11.2026.
        var nights = Nights(new DateTime(2024, 11, 25), new DateTime(2026, 11, 22));

        var kept = Kept(nights);

        Assert.Equal(
        [
            // The last of each month, up to twelve.
            "20251231", "20260131", "20260228", "20260331", "20260430", "20260531", "20260630", "20260731", "20260831", "20260930",
            // Sundays, up to eight of them, and the last of October.
            "20261004", "20261011", "20261018", "20261025", "20261031", "20261101", "20261108",
            // Fourteen days; two of the Sundays, and the last of November so far, are among them.
            "20261109", "20261110", "20261111", "20261112", "20261113", "20261114", "20261115", "20261116", "20261117", "20261118", "20261119", "20261120", "20261121", "20261122",
        ], kept);
    }

    [Fact]
    public void A_fresh_program_keeps_what_it_has() => Assert.Empty(NightlyPlan.Superfluous(Nights(new DateTime(2026, 11, 9), new DateTime(2026, 11, 22))));

    [Fact]
    public void Of_several_in_one_night_the_last_is_kept() =>
        Assert.Equal(["teachercenters-nightly-20261122-023000.zip"], NightlyPlan.Superfluous(["teachercenters-nightly-20261122-023000.zip", "teachercenters-nightly-20261122-081500.zip"]));

    [Fact]
    public void Copies_do_not_run_out_while_the_program_is_not_running() =>
        // Not days of the calendar are counted, but days that have a copy.
        Assert.Empty(NightlyPlan.Superfluous(Enumerable.Range(0, 14).Select(x => NightlyPlan.NameOf(new DateTime(2024, 1, 1, 2, 30, 0).AddDays(30 * x)))));

    [Fact]
    public void The_week_that_spans_the_turn_of_the_year_is_one()
    {
        var kept = Kept(Nights(new DateTime(2026, 12, 21), new DateTime(2027, 1, 31)));

        // Thursday 31.12.2026 stays as the last of its month, and Sunday 03.01.2027 for its week; nothing else of that week does.
        Assert.Equal(["20261227", "20261231", "20270103", "20270110", "20270117"], kept.Take(5));
    }

    [Fact]
    public void Nothing_is_deleted_that_the_nightly_work_has_not_named()
    {
        string[] others =
        [
            "teachercenters-20200101-023000.zip", "before-20261125015312_Targets-20200101023000.db", "last.txt", "teachercenters-nightly-.zip", "teachercenters-nightly-20200101.zip", "teachercenters-nightly-20209901-023000.zip",
            "teachercenters-nightly-20200101-023000.zip.part", "teachercenters-nightly-20200101-023000.zip.txt", "my-teachercenters-nightly-20200101-023000.zip", "teachercenters-nightly-20200101-023000 (1).zip", "TEACHERCENTERS-NIGHTLY-20200101-023000.ZIP",
        ];

        Assert.Empty(NightlyPlan.Superfluous([.. others, .. Nights(new DateTime(2026, 11, 9), new DateTime(2026, 11, 22))]));
    }

    private static DateTime Moment(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Nights(DateTime from, DateTime to) => [.. Enumerable.Range(0, (to - from).Days + 1).Select(x => NightlyPlan.NameOf(from.AddDays(x).AddMinutes(150)))];

    private static string[] Kept(string[] names) => [.. names.Except(NightlyPlan.Superfluous(names)).Select(x => x["teachercenters-nightly-".Length..][..8]).Order(StringComparer.Ordinal)];
}
