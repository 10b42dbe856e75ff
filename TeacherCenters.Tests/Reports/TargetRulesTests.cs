using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Reports;
using TeacherCenters.Settings;

namespace TeacherCenters.Tests.Reports;

public sealed class TargetRulesTests
{
    private static readonly NetworkSettings Settings = new();

    [Theory]
    [InlineData(TargetFigure.Covered, 2019, 0)]
    [InlineData(TargetFigure.Covered, 2020, 10)]
    [InlineData(TargetFigure.Covered, 2022, 30)]
    [InlineData(TargetFigure.Covered, 2024, 50)]
    [InlineData(TargetFigure.Covered, 2026, 50)]
    [InlineData(TargetFigure.Assessed, 2021, 800)]
    [InlineData(TargetFigure.Assessed, 2026, 2000)]
    [InlineData(TargetFigure.YoungSupported, 2026, 70)]
    [InlineData(TargetFigure.OnRoute, 2018, 10)]
    public void Until_the_network_enters_its_own_the_plans_of_the_regional_project_hold(TargetFigure figure, int year, decimal value) =>
        Assert.Equal(value, TargetRules.PlanFor([], figure, year).Value);

    [Fact]
    public void Between_two_rows_the_way_is_straight_and_name_and_unit_come_from_the_row_before()
    {
        TargetPlan[] rows = [new(TargetFigure.OnRoute, 2024, TargetUnit.Percent, 10, Name: "Старое"), new(TargetFigure.OnRoute, 2027, TargetUnit.Percent, 20, Name: "Новое"), new(TargetFigure.OnRoute, 2030, TargetUnit.People, 900)];

        Assert.Equal((13.3m, "Старое"), (TargetRules.PlanFor(rows, TargetFigure.OnRoute, 2025) is var plan ? (plan.Value, plan.Name) : default));
        // From per cent to people there is no straight way: the last row holds.
        Assert.Equal(20, TargetRules.PlanFor(rows, TargetFigure.OnRoute, 2029).Value);
        Assert.Equal(10, TargetRules.PlanFor(rows, TargetFigure.OnRoute, 2020).Value);
        Assert.Equal(70, TargetRules.PlanFor(rows, TargetFigure.YoungSupported, 2026).Value);
    }

    [Theory]
    [InlineData("2026-01-15", "2026-04-14", true)]
    [InlineData("2026-01-15", "2026-04-13", false)]
    [InlineData("2025-10-01", "2026-03-31", true)]
    [InlineData("2025-10-01", "2026-03-30", false)]
    [InlineData("2026-10-02", "2027-05-31", false)]
    [InlineData("2026-10-01", "2027-05-31", true)]
    [InlineData("2026-11-30", "2027-02-28", false)]
    public void Support_counts_from_three_whole_months_within_the_year(string from, string to, bool counts) =>
        Assert.Equal(counts, TargetRules.LongEnough(new(Day(from), Day(to)), Year(2026), 3));

    [Theory]
    [InlineData("1991-11-23", "2026-11-22", true)]
    [InlineData("1991-11-23", "2026-11-23", false)]
    [InlineData("1992-02-29", "2027-02-28", true)]
    [InlineData("1992-02-29", "2027-03-01", false)]
    [InlineData(null, "2026-11-22", false)]
    public void Young_is_who_has_not_reached_the_age_on_the_day(string? born, string day, bool isYoung)
    {
        var fact = Fact(TargetFactKind.Event) with { Birth = born is null ? null : Day(born) };
        Assert.Equal(isYoung, TargetRules.Belongs(fact, StaffGroup.Young, Settings.Terms(Day(day))));
    }

    [Fact]
    public void Whether_the_age_itself_counts_and_how_many_years_are_the_first_say_the_settings()
    {
        var day = new DateOnly(2026, 11, 23);
        var fact = Fact(TargetFactKind.Pair) with { Birth = day.AddYears(-35), TeachingSince = day.AddYears(-4) };
        var wider = Settings with { YoungTeacherAgeInclusive = true, YoungTeacherYears = 5 };

        Assert.False(TargetRules.Belongs(fact, StaffGroup.FirstYears, Settings.Terms(day)));
        Assert.True(TargetRules.Belongs(fact, StaffGroup.FirstYears, wider.Terms(day)));
    }

    [Theory]
    [InlineData(WorkerCategory.Teacher, StaffGroup.Teachers)]
    [InlineData(WorkerCategory.Head, StaffGroup.Heads)]
    [InlineData(WorkerCategory.DeputyHead, StaffGroup.Heads)]
    [InlineData(WorkerCategory.Specialist, StaffGroup.Others)]
    [InlineData(null, StaffGroup.Others)]
    public void Every_category_belongs_to_one_of_three_groups_and_a_young_head_is_no_young_teacher(WorkerCategory? category, StaffGroup group)
    {
        var fact = Fact(TargetFactKind.Event) with { Category = category, Birth = new(2000, 1, 1), TeachingSince = new(2025, 9, 1) };
        var terms = Settings.Terms(new(2026, 5, 1));
        StaffGroup[] expected = group == StaffGroup.Teachers ? [group, StaffGroup.Young, StaffGroup.FirstYears] : [group];

        Assert.Equal(expected, Enum.GetValues<StaffGroup>().Where(x => TargetRules.Belongs(fact, x, terms)));
        Assert.True(TargetRules.Belongs(fact, null, terms));
    }

    [Theory]
    [InlineData(TargetFigure.Covered, TargetFactKind.Event, "2026-06-10")]
    [InlineData(TargetFigure.Covered, TargetFactKind.Route, "2026-06-10")]
    [InlineData(TargetFigure.Covered, TargetFactKind.Pair, null)]
    [InlineData(TargetFigure.Covered, TargetFactKind.Assessment, null)]
    [InlineData(TargetFigure.Assessed, TargetFactKind.Assessment, "2026-06-10")]
    [InlineData(TargetFigure.Assessed, TargetFactKind.Event, null)]
    [InlineData(TargetFigure.YoungSupported, TargetFactKind.Pair, "2026-01-01")]
    [InlineData(TargetFigure.YoungSupported, TargetFactKind.Route, "2026-01-01")]
    [InlineData(TargetFigure.YoungSupported, TargetFactKind.Event, null)]
    [InlineData(TargetFigure.OnRoute, TargetFactKind.Route, "2026-01-01")]
    [InlineData(TargetFigure.OnRoute, TargetFactKind.Pair, null)]
    public void A_figure_counts_what_it_is_about_on_the_day_when_it_begins_to_count(TargetFigure figure, TargetFactKind kind, string? day) =>
        Assert.Equal(day is null ? null : Day(day), TargetRules.CountsOn(figure, Fact(kind), Year(2026), 3));

    [Fact]
    public void A_route_that_was_stopped_supported_meanwhile_but_nobody_is_on_it_or_covered_by_it()
    {
        var stopped = Fact(TargetFactKind.Route) with { DoneOn = null, IsCancelled = true };

        Assert.Null(TargetRules.CountsOn(TargetFigure.Covered, stopped, Year(2026), 3));
        Assert.Null(TargetRules.CountsOn(TargetFigure.OnRoute, stopped, Year(2026), 3));
        Assert.Equal(new DateOnly(2026, 1, 1), TargetRules.CountsOn(TargetFigure.YoungSupported, stopped, Year(2026), 3));
    }

    [Theory]
    [InlineData(FinalResult.Failed, false)]
    [InlineData(FinalResult.Unsatisfactory, false)]
    [InlineData(FinalResult.Satisfactory, true)]
    [InlineData(FinalResult.Passed, true)]
    [InlineData(null, true)]
    public void Who_failed_the_final_assessment_is_not_covered(FinalResult? result, bool counts)
    {
        var enrollment = A.Enrollment(A.Event(A.Center()), A.Person(), EnrollmentStatus.Completed);
        enrollment.Result = result;
        Assert.Equal(counts, TargetRules.Passed.Compile()(enrollment));
    }

    [Theory]
    [InlineData(TargetFigure.Assessed, 2000, null, false)]
    [InlineData(TargetFigure.Assessed, 2001, null, true)]
    [InlineData(TargetFigure.Covered, 5000, 10_000, true)]
    [InlineData(TargetFigure.Covered, 4999, 10_000, false)]
    [InlineData(TargetFigure.Covered, 4996, 10_000, false)] // shown as 50 %
    [InlineData(TargetFigure.Covered, 5, 0, null)]
    public void Assessed_must_be_more_than_the_plan_and_the_others_at_least_it(TargetFigure figure, int people, int? denominator, bool? isMet) =>
        Assert.Equal(isMet, TargetRules.IsMet(TargetRules.PlanFor([], figure, 2024), people, denominator));

    [Theory]
    [InlineData(TargetFigure.Covered, StaffGroup.Teachers, 2019, true)]
    [InlineData(TargetFigure.Covered, StaffGroup.Heads, 2019, true)]
    [InlineData(TargetFigure.Covered, StaffGroup.Young, 2019, false)]
    [InlineData(TargetFigure.Covered, StaffGroup.FirstYears, 2026, true)]
    [InlineData(TargetFigure.Covered, StaffGroup.Others, 2026, false)]
    [InlineData(TargetFigure.Covered, null, 2026, false)]
    [InlineData(TargetFigure.Assessed, null, 2019, true)]
    [InlineData(TargetFigure.YoungSupported, StaffGroup.FirstYears, 2026, true)]
    public void A_group_is_compared_with_a_headcount_of_the_same_people_only(TargetFigure figure, StaffGroup? group, int from, bool isCompared) =>
        Assert.Equal(isCompared, TargetRules.IsCompared(figure, group, new(new DateOnly(from, 1, 1), new DateOnly(2026, 12, 31))));

    [Fact]
    public void Without_a_headcount_there_is_no_share_no_plan_in_people_and_no_judgement()
    {
        var plan = TargetRules.PlanFor([], TargetFigure.Covered, 2024);

        Assert.Null(TargetRules.Share(5, null));
        Assert.Null(TargetRules.Share(5, 0));
        Assert.Null(TargetRules.IsMet(plan, 5, null));
        Assert.Null(TargetRules.PlannedPeople(plan, null));
        Assert.Equal((33.3m, 8), (TargetRules.Share(5, 15), TargetRules.PlannedPeople(plan, 15)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateRange Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static TargetFact Fact(TargetFactKind kind) => new(kind, 1, 1, 1, null, null, null, WorkerCategory.Teacher, new(1999, 3, 1), new(2024, 9, 1), new(2025, 11, 1), new(2026, 6, 10), new(2026, 6, 10));
}
