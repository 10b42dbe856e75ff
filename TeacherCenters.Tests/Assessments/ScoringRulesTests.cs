using TeacherCenters.Assessments;
using TeacherCenters.Settings;

namespace TeacherCenters.Tests.Assessments;

public sealed class ScoringRulesTests
{
    private static readonly LevelScale Scale = new(50, 70, 85);

    [Theory]
    [InlineData(0, 100, AssessmentLevel.BelowBasic)]
    [InlineData(49.5, 100, AssessmentLevel.BelowBasic)]
    [InlineData(50, 100, AssessmentLevel.Basic)]
    [InlineData(69.5, 100, AssessmentLevel.Basic)]
    [InlineData(70, 100, AssessmentLevel.Advanced)]
    [InlineData(84.5, 100, AssessmentLevel.Advanced)]
    [InlineData(85, 100, AssessmentLevel.High)]
    [InlineData(100, 100, AssessmentLevel.High)]
    [InlineData(3, 6, AssessmentLevel.Basic)]
    [InlineData(4.5, 6, AssessmentLevel.Advanced)]
    [InlineData(41.5, 60, AssessmentLevel.Basic)]
    [InlineData(42, 60, AssessmentLevel.Advanced)]
    public void A_threshold_belongs_to_the_level_above_it(double points, int most, AssessmentLevel level) =>
        Assert.Equal(level, ScoringRules.Level((decimal)points, most, Scale));

    [Theory]
    [InlineData(10, 30, 100, false)]
    [InlineData(10, 31, 100, true)]
    [InlineData(31, 10, 100, true)]
    [InlineData(0, 12, 60, false)]
    [InlineData(0, 13, 60, true)]
    [InlineData(5, 5, 60, false)]
    public void A_third_is_called_only_beyond_the_threshold(int first, int second, int most, bool diverge) =>
        Assert.Equal(diverge, ScoringRules.Diverge(first, second, most, 20));

    [Theory]
    [InlineData(new[] { 40, 41 }, 40.5)]
    [InlineData(new[] { 40, 40 }, 40)]
    [InlineData(new[] { 10, 40, 36 }, 38)]
    [InlineData(new[] { 40, 10, 15 }, 12.5)]
    [InlineData(new[] { 10, 30, 20 }, 20)]
    [InlineData(new[] { 10, 40, 40 }, 40)]
    [InlineData(new[] { 10, 40, 10 }, 10)]
    public void Final_points_are_the_mean_of_two_or_of_the_two_nearest_of_three(int[] totals, double points) =>
        Assert.Equal((decimal)points, ScoringRules.Points(totals));

    [Fact]
    public void The_order_of_the_assessors_does_not_matter()
    {
        int[] totals = [12, 37, 30];
        int[][] orders = [[12, 37, 30], [12, 30, 37], [37, 12, 30], [37, 30, 12], [30, 12, 37], [30, 37, 12]];

        Assert.All(orders, x => Assert.Equal(ScoringRules.Points(totals), ScoringRules.Points(x)));
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 30 }, null)]
    [InlineData(new[] { 30, 43 }, null)]
    [InlineData(new[] { 30, 42 }, AssessmentLevel.Basic)]
    [InlineData(new[] { 30, 43, 44 }, AssessmentLevel.Advanced)]
    public void There_is_a_result_with_two_near_scores_or_with_three(int[] totals, AssessmentLevel? level) =>
        Assert.Equal(level, ScoringRules.Result(Sheet(), totals)?.Level);

    [Fact]
    public void A_percentage_is_cut_and_never_shown_above_the_level_it_reached()
    {
        var result = ScoringRules.Result(new("П", [new(AssessmentTool.Test, "К", 1000)], Scale, 20), [699, 700])!;

        Assert.Equal((69.9m, AssessmentLevel.Basic), (result.Percent, result.Level));
    }

    [Theory]
    [InlineData(new[] { 10, 50 }, true, null)]
    [InlineData(new[] { 0, 0 }, true, null)]
    [InlineData(new[] { 11, 5 }, false, "PointsRange")]
    [InlineData(new[] { -1, 5 }, false, "PointsRange")]
    [InlineData(new[] { 5 }, false, "PointsCount")]
    public void Points_keep_to_their_criterion(int[] points, bool final, string? refusal) =>
        Assert.Equal(refusal, ScoringRules.Check(Sheet(), [.. points.Select(x => (int?)x)], final)?.Key);

    [Fact]
    public void A_draft_may_have_gaps_and_a_final_score_may_not()
    {
        Assert.Null(ScoringRules.Check(Sheet(), [null, 50], final: false));
        Assert.Equal("PointsMissing", ScoringRules.Check(Sheet(), [null, 50], final: true)?.Key);
    }

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(1, false, true)]
    [InlineData(2, false, false)]
    [InlineData(2, true, true)]
    [InlineData(3, true, false)]
    public void Two_assessors_score_and_a_third_only_when_called(int scores, bool needsThird, bool may) =>
        Assert.Equal(may, ScoringRules.MayBegin(scores, needsThird));

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void Points_of_the_other_show_when_both_are_final(bool own, bool other, bool sees) =>
        Assert.Equal(sees, ScoringRules.SeesOther(own, other));

    private static ScoreSheet Sheet() => new("Процедура", [new(AssessmentTool.Test, "Тест", 10), new(AssessmentTool.Case, "Кейс", 50)], Scale, 20);
}
