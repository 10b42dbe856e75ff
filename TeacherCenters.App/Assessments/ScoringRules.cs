using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Assessments;

/// <param name="Percent">Of the most points, cut to one decimal place: 69.96 is not shown as 70.</param>
public sealed record FinalScore(decimal Points, int MaxPoints, decimal Percent, AssessmentLevel Level);

/// <summary>How points become a result, and who sees whose points: pure functions.</summary>
public static class ScoringRules
{
    public const int Assessors = 2;

    /// <summary>Points of one assessor as they may be stored.</summary>
    /// <returns><c>PointsCount</c>, <c>PointsRange</c> (criterion, its most points), and for a final score <c>PointsMissing</c> (criterion).</returns>
    public static Problem? Check(ScoreSheet sheet, IReadOnlyList<int?> points, bool final)
    {
        if (points.Count != sheet.Criteria.Count) return new Problem("PointsCount");
        for (var i = 0; i < points.Count; i++)
        {
            var criterion = sheet.Criteria[i];
            if (points[i] is < 0 || points[i] > criterion.MaxPoints) return new Problem("PointsRange", criterion.Title, criterion.MaxPoints);
            if (final && points[i] is null) return new Problem("PointsMissing", criterion.Title);
        }
        return null;
    }

    /// <summary>Two totals lie further apart than the share of the most points that calls a third assessor.</summary>
    public static bool Diverge(int first, int second, int maxPoints, int percent) => Math.Abs(first - second) * 100 > percent * maxPoints;

    /// <summary>
    /// The final points: the mean of two totals; with three, the mean of the two nearest, and where both pairs are equally near, the middle one.
    /// </summary>
    /// <param name="totals">Totals of final scores: two or three.</param>
    public static decimal Points(IReadOnlyList<int> totals)
    {
        if (totals.Count == 2) return (totals[0] + totals[1]) / 2m;
        if (totals.Count != 3) throw new ArgumentOutOfRangeException(nameof(totals), totals.Count, "Two or three assessors score.");
        var sorted = totals.Order().ToArray();
        var (lower, upper) = (sorted[1] - sorted[0], sorted[2] - sorted[1]);
        if (lower == upper) return sorted[1];
        return lower < upper ? (sorted[0] + sorted[1]) / 2m : (sorted[1] + sorted[2]) / 2m;
    }

    /// <summary>The result, once there are enough final scores; null while one is missing or a third is wanted.</summary>
    public static FinalScore? Result(ScoreSheet sheet, IReadOnlyList<int> finalTotals)
    {
        if (finalTotals.Count < Assessors || WantsThird(sheet, finalTotals)) return null;
        var points = Points(finalTotals);
        return new(points, sheet.MaxPoints, Math.Floor(points * 1000 / sheet.MaxPoints) / 10, Level(points, sheet.MaxPoints, sheet.Levels));
    }

    /// <summary>Two are final, lie too far apart, and no third has scored.</summary>
    public static bool WantsThird(ScoreSheet sheet, IReadOnlyList<int> finalTotals) =>
        finalTotals.Count == Assessors && Diverge(finalTotals[0], finalTotals[1], sheet.MaxPoints, sheet.DivergencePercent);

    /// <summary>The level by the share of the points; each threshold belongs to the level above it.</summary>
    public static AssessmentLevel Level(decimal points, int maxPoints, LevelScale scale)
    {
        var hundredfold = points * 100;
        if (hundredfold >= (decimal)scale.High * maxPoints) return AssessmentLevel.High;
        if (hundredfold >= (decimal)scale.Advanced * maxPoints) return AssessmentLevel.Advanced;
        return hundredfold >= (decimal)scale.Basic * maxPoints ? AssessmentLevel.Basic : AssessmentLevel.BelowBasic;
    }

    /// <summary>Whether somebody who has not begun may score this candidate: there is room for two, and for a third on divergence.</summary>
    /// <param name="scores">How many assessors have begun.</param>
    public static bool MayBegin(int scores, bool needsThird) => scores < Assessors || (scores == Assessors && needsThird);

    /// <summary>The number of who begins now: the first that nobody has, a discarded draft leaves its own free.</summary>
    public static int NextNumber(IReadOnlyCollection<int> taken)
    {
        var number = 1;
        while (taken.Contains(number)) number++;
        return number;
    }

    /// <summary>An assessor sees another's points once both own and the other's are final: nobody is swayed.</summary>
    public static bool SeesOther(bool ownIsFinal, bool otherIsFinal) => ownIsFinal && otherIsFinal;
}
