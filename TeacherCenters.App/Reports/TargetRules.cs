using System.Linq.Expressions;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;

namespace TeacherCenters.Reports;

/// <summary>What a figure is to reach in a year.</summary>
/// <param name="Name">As the order calls it; null for the usual name.</param>
/// <param name="Value">Per cent or people, by the unit.</param>
/// <param name="CountedFrom">First year that counts; null for the year alone.</param>
public sealed record TargetPlan(TargetFigure Figure, int Year, TargetUnit Unit, decimal Value, int? CountedFrom = null, string? Name = null)
{
    /// <summary>The days that count, both included.</summary>
    public DateRange Period => new(new DateOnly(CountedFrom ?? Year, 1, 1), new DateOnly(Year, 12, 31));
}

/// <summary>How figures are counted and compared with their plan. Pure: facts and dates come in, decisions go out.</summary>
public static class TargetRules
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    /// <summary>Year of the network's beginning; earlier years are not drawn.</summary>
    public const int NetworkYear = 2019;

    /// <summary>
    /// What holds until the network enters its own: every second teacher by 2024 and more than 2,000 assessed by 2024, both counted
    /// since 2019; of young teachers 70 % and of teachers with a route 10 % in each year. Source: the regional project of 2020.
    /// </summary>
    public static IReadOnlyList<TargetPlan> Standard { get; } =
    [
        new(TargetFigure.Covered, 2019, TargetUnit.Percent, 0, NetworkYear),
        new(TargetFigure.Covered, 2024, TargetUnit.Percent, 50, NetworkYear),
        new(TargetFigure.Assessed, 2019, TargetUnit.People, 0, NetworkYear),
        new(TargetFigure.Assessed, 2024, TargetUnit.People, 2_000, NetworkYear),
        new(TargetFigure.YoungSupported, 2019, TargetUnit.Percent, 70),
        new(TargetFigure.OnRoute, 2019, TargetUnit.Percent, 10),
    ];

    /// <summary>
    /// The plan of a year: its own row, else a straight way between the rows before and after it, else the nearest one.
    /// Name, unit and beginning come from the last row up to the year.
    /// </summary>
    /// <param name="rows">Of any figures and in any order; a figure without rows takes those of <see cref="Standard"/>.</param>
    public static TargetPlan PlanFor(IEnumerable<TargetPlan> rows, TargetFigure figure, int year)
    {
        var own = rows.Where(x => x.Figure == figure).OrderBy(x => x.Year).ToList();
        if (own.Count == 0) own = [.. Standard.Where(x => x.Figure == figure)];
        var before = own.LastOrDefault(x => x.Year <= year);
        var after = own.FirstOrDefault(x => x.Year > year);
        var basis = before ?? after!;
        var value = basis.Value;
        if (before is not null && after is not null && before.Unit == after.Unit)
        {
            value = before.Value + ((after.Value - before.Value) * (year - before.Year) / (after.Year - before.Year));
            value = decimal.Round(value, before.Unit == TargetUnit.Percent ? 1 : 0, MidpointRounding.AwayFromZero);
        }
        return basis with { Year = year, Value = value, CountedFrom = basis.CountedFrom is { } from ? Math.Min(from, year) : null };
    }

    /// <summary>The days that count for a year: those of its plan, or the year alone.</summary>
    public static DateRange PeriodOf(IEnumerable<TargetPlan> plans, TargetFigure figure, int year, bool alone)
    {
        var period = PlanFor(plans, figure, year).Period;
        return alone ? period with { From = new DateOnly(year, 1, 1) } : period;
    }

    /// <summary>Whether a plan may be entered so.</summary>
    /// <returns><c>Required</c>, <c>TargetYearRange</c>, <c>TargetPercentRange</c>, <c>TargetPeopleRange</c>, <c>TargetCountedFromRange</c>, each at its field; or null.</returns>
    public static Problem? Check(TargetForm form)
    {
        if (form.Year is not { } year) return new Problem("Required").At(nameof(form.Year));
        if (year is < FirstYear or > LastYear) return new Problem("TargetYearRange", FirstYear, LastYear).At(nameof(form.Year));
        if (form.Value is not { } value) return new Problem("Required").At(nameof(form.Value));
        if (form.Unit == TargetUnit.Percent && value is (< 0 or > 100)) return new Problem("TargetPercentRange").At(nameof(form.Value));
        if (form.Unit == TargetUnit.People && (value is < 0 or > MostPeople || value != decimal.Truncate(value))) return new Problem("TargetPeopleRange", MostPeople).At(nameof(form.Value));
        if (form.CountedFrom is { } from && (from < FirstYear || from > year)) return new Problem("TargetCountedFromRange", FirstYear, year).At(nameof(form.CountedFrom));
        return null;
    }

    private const int MostPeople = 1_000_000;

    /// <summary>The group that the figure counts; null for everybody.</summary>
    public static StaffGroup? Counts(TargetFigure figure) => figure switch
    {
        TargetFigure.Covered or TargetFigure.OnRoute => StaffGroup.Teachers,
        TargetFigure.YoungSupported => StaffGroup.FirstYears,
        _ => null,
    };

    /// <summary>
    /// Whether a group can be set against its headcount: statistics know none of others, nor of everybody together when the figure is about some; and
    /// over several years those who were young at the time are more than are young in any one year.
    /// </summary>
    public static bool IsCompared(TargetFigure figure, StaffGroup? group, DateRange period) => group switch
    {
        null => Counts(figure) is null,
        StaffGroup.Others => false,
        StaffGroup.Young or StaffGroup.FirstYears => period.From?.Year == period.To?.Year,
        _ => true,
    };

    /// <summary>Share of the denominator in per cent, to a tenth; null when the denominator is not known or nobody.</summary>
    public static decimal? Share(int people, int? denominator) =>
        denominator is > 0 ? decimal.Round(100m * people / denominator.Value, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>What is compared with the plan: the share, or the people themselves; null where it cannot be said.</summary>
    public static decimal? Fact(TargetUnit unit, int people, int? denominator) => unit == TargetUnit.People ? people : Share(people, denominator);

    /// <summary>
    /// Assessed must be more than the plan («более 2 000»), the others at least it; null where it can't be said. People are compared, not the share: that is rounded for the eye.
    /// </summary>
    public static bool? IsMet(TargetPlan plan, int people, int? denominator)
    {
        if (plan.Unit == TargetUnit.Percent && denominator is not > 0) return null;
        var (fact, needed) = plan.Unit == TargetUnit.Percent ? (100m * people, plan.Value * denominator!.Value) : (people, plan.Value);
        return plan.Figure == TargetFigure.Assessed ? fact > needed : fact >= needed;
    }

    /// <summary>A failed final assessment is stored as completed, too: only what was passed, or had none, counts.</summary>
    public static Expression<Func<Enrollment, bool>> Passed { get; } = x => x.Status == EnrollmentStatus.Completed && x.Result != FinalResult.Failed && x.Result != FinalResult.Unsatisfactory;

    /// <summary>Consultations, diagnostics and competitions teach nobody a programme: they cover no one.</summary>
    public static Expression<Func<TrainingEvent, bool>> Teaches { get; } = x => x.Kind != EventKind.Consultation && x.Kind != EventKind.Diagnostics && x.Kind != EventKind.Competition;

    /// <summary>Which of the three apart groups a category belongs to.</summary>
    public static StaffGroup GroupOf(WorkerCategory? category) => category switch
    {
        WorkerCategory.Teacher => StaffGroup.Teachers,
        WorkerCategory.Head or WorkerCategory.DeputyHead => StaffGroup.Heads,
        _ => StaffGroup.Others,
    };

    /// <summary>The share of the plan's people: per cent of the denominator, rounded up, or the people themselves; null where the denominator is not known.</summary>
    public static int? PlannedPeople(TargetPlan plan, int? denominator) =>
        plan.Unit == TargetUnit.People ? (int)plan.Value : denominator is { } all ? (int)decimal.Ceiling(all * plan.Value / 100m) : null;

    /// <summary>
    /// The day on which a fact begins to count for a figure within a period; null when it does not. What ended counts on its day, what lasts
    /// from its beginning or from the period's: on that day it is asked how old the person is.
    /// </summary>
    /// <param name="period">From the first day that counts to the last, or to the day as of which it is counted.</param>
    /// <param name="supportMonths">Whole months of support that count, from the settings.</param>
    public static DateOnly? CountsOn(TargetFigure figure, TargetFact fact, DateRange period, int supportMonths) => (figure, fact.Kind) switch
    {
        (TargetFigure.Covered, TargetFactKind.Event) or (TargetFigure.Covered, TargetFactKind.Route) or (TargetFigure.Assessed, TargetFactKind.Assessment) =>
            fact.DoneOn is { } day && period.Contains(day) ? day : null,
        (TargetFigure.YoungSupported, TargetFactKind.Pair) or (TargetFigure.YoungSupported, TargetFactKind.Route) =>
            LongEnough(new(fact.From, fact.To), period, supportMonths) ? Later(fact.From, period.From) : null,
        (TargetFigure.OnRoute, TargetFactKind.Route) => !fact.IsCancelled && new DateRange(fact.From, fact.To).Overlaps(period) ? Later(fact.From, period.From) : null,
        _ => null,
    };

    /// <summary>Whether the person of a fact belongs to a group on the day of the terms; null is everybody.</summary>
    public static bool Belongs(TargetFact fact, StaffGroup? group, YoungTeacherTerms terms) => group switch
    {
        null => true,
        StaffGroup.Young => GroupOf(fact.Category) == StaffGroup.Teachers && YoungTeacherRules.IsUnderAge(fact.Birth, terms),
        StaffGroup.FirstYears => GroupOf(fact.Category) == StaffGroup.Teachers && YoungTeacherRules.IsYoung(fact.Birth, fact.TeachingSince, terms),
        _ => GroupOf(fact.Category) == group,
    };

    /// <summary>The kinds of facts that may count for a figure; <see cref="CountsOn"/> says which of them do.</summary>
    public static IReadOnlyList<TargetFactKind> Kinds(TargetFigure figure) => figure switch
    {
        TargetFigure.Covered => [TargetFactKind.Event, TargetFactKind.Route],
        TargetFigure.Assessed => [TargetFactKind.Assessment],
        TargetFigure.YoungSupported => [TargetFactKind.Pair, TargetFactKind.Route],
        _ => [TargetFactKind.Route],
    };

    /// <summary>Whether support covered at least so many whole months within a period: from the 15th to the 14th is one.</summary>
    /// <param name="support">First and last day of the pair or route; an open end lasts.</param>
    public static bool LongEnough(DateRange support, DateRange period, int months)
    {
        var from = Later(support.From, period.From) ?? DateOnly.MinValue;
        var to = Earlier(support.To, period.To) ?? DateOnly.MaxValue;
        return from <= to && (to == DateOnly.MaxValue || from.AddMonths(months) <= to.AddDays(1));
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
