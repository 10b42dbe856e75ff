using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;

namespace TeacherCenters.Reports;

/// <summary>The address of the index of reports.</summary>
public sealed record ReportFilter
{
    /// <summary>Whose tables are offered.</summary>
    public int? Event { get; init; }
}

/// <summary>By what the chosen figure is broken down.</summary>
public enum TargetView
{
    Municipalities,
    Groups,
    Years,
    Centers,
}

/// <summary>What the page of targets shows; its address, its query and its workbook.</summary>
public sealed record TargetFilter
{
    public TargetFigure Figure { get; init; }

    /// <summary>Null is the year of <see cref="AsOf"/>.</summary>
    public int? Year { get; init; }

    /// <summary>What had happened by the end of this day; null is today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Null is the group that the figure counts.</summary>
    public StaffGroup? Group { get; init; }

    /// <summary>People of all groups, whatever <see cref="Group"/> says.</summary>
    public bool Everybody { get; init; }

    public int? Center { get; init; }

    public TargetView By { get; init; }

    /// <summary>Whom the numbers count; null is everybody.</summary>
    public StaffGroup? Counted => Everybody ? null : Group ?? TargetRules.Counts(Figure);
}

/// <summary>The people behind a number of the page.</summary>
public sealed record TargetPeopleFilter
{
    /// <summary>Beginnings of words in the name.</summary>
    public string? Text { get; init; }

    public TargetFigure Figure { get; init; }

    /// <inheritdoc cref="TargetFilter.Year"/>
    public int? Year { get; init; }

    /// <summary>The year alone, also of a figure that adds up over years.</summary>
    public bool Alone { get; init; }

    /// <inheritdoc cref="TargetFilter.AsOf"/>
    public DateOnly? AsOf { get; init; }

    /// <inheritdoc cref="TargetFilter.Group"/>
    public StaffGroup? Group { get; init; }

    /// <inheritdoc cref="TargetFilter.Everybody"/>
    public bool Everybody { get; init; }

    public int? Municipality { get; init; }

    /// <summary>People whose municipality was not known on the day, whatever <see cref="Municipality"/> says.</summary>
    public bool Nowhere { get; init; }

    public int? Center { get; init; }

    /// <summary>A row for each participation instead of each person.</summary>
    public bool Participations { get; init; }

    /// <inheritdoc cref="TargetFilter.Counted"/>
    public StaffGroup? Counted => Everybody ? null : Group ?? TargetRules.Counts(Figure);
}

/// <summary>A line of numbers, with the filter that opens the people behind it.</summary>
/// <param name="Name">Of the municipality or center, or of the figure as the order calls it; null where the filter says it.</param>
/// <param name="Period">The days that count, whatever the day as of which is counted.</param>
/// <param name="Plan">Null where none is set: by center.</param>
/// <param name="Denominator">Null when it is not known.</param>
public sealed record TargetRow(TargetPeopleFilter People, string? Name, DateRange Period, TargetPlan? Plan, TargetCount Count, int? Denominator)
{
    /// <summary>In the unit of the plan; null where it can't be said.</summary>
    public decimal? Fact => Plan is { } plan ? TargetRules.Fact(plan.Unit, Count.People, Denominator) : null;

    public bool? IsMet => Plan is { } plan ? TargetRules.IsMet(plan, Count.People, Denominator) : null;

    public decimal? Share => TargetRules.Share(Count.People, Denominator);

    /// <summary>How many people the plan means.</summary>
    public int? PlannedPeople => Plan is { } plan ? TargetRules.PlannedPeople(plan, Denominator) : null;

    /// <summary>How many people are wanting yet; null when the plan is met or can't be compared.</summary>
    public int? Wanting => IsMet == false && PlannedPeople is { } planned ? Math.Max(1, planned - Count.People + (Plan!.Figure == TargetFigure.Assessed ? 1 : 0)) : null;
}

/// <summary>A year with what counts up to it, and the year alone.</summary>
public sealed record TargetYear(int Year, TargetRow Total, TargetRow Alone);

/// <summary>A point of the way: by the end of a year or month.</summary>
/// <param name="Plan">Null where there is none to compare with.</param>
/// <param name="Fact">Null for what is to come, and where the headcount is not known.</param>
public sealed record TargetPoint(DateOnly Day, decimal? Plan, decimal? Fact);

/// <summary>The fact as it adds up, against the way to the plan.</summary>
/// <param name="Unit">Per cent where both plan and headcount are known, else people.</param>
/// <param name="ByMonth">Months of one year; else years.</param>
public sealed record TargetWay(TargetUnit Unit, bool ByMonth, IReadOnlyList<TargetPoint> Points);

/// <summary>All that the page of targets shows.</summary>
/// <param name="IsWhole">The whole network is counted, so that it can be compared with its plan.</param>
/// <param name="Figures">Of the year, each over the group that it counts.</param>
/// <param name="Group">Of whom the chosen figure is broken down; null for everybody.</param>
/// <param name="SupportMonths">Whole months of support that count, by the settings of the day that <paramref name="Terms"/> name.</param>
/// <param name="Terms">Who is young by the same settings.</param>
/// <param name="Years">From the beginning of the network to the last year of a plan.</param>
/// <param name="MissingHeadcounts">Municipalities without the headcount that the chosen share needs.</param>
public sealed record TargetBoard(
    TargetFigure Figure, int Year, DateOnly AsOf, DateOnly Today, bool IsWhole, StaffGroup? Group, int SupportMonths, YoungTeacherTerms Terms, IReadOnlyList<TargetRow> Figures, TargetRow Total,
    IReadOnlyList<TargetRow> Municipalities, IReadOnlyList<TargetRow> Groups, IReadOnlyList<TargetRow> Centers, IReadOnlyList<TargetYear> Years, TargetWay Way,
    IReadOnlyList<string> MissingHeadcounts)
{
    /// <summary>Of a year that has not begun by the day: its plan is known, nothing has happened.</summary>
    public bool IsToCome(TargetRow row) => row.People.Year > AsOf.Year;
}

/// <summary>A person behind a number with the last of what counts, or one of their participations.</summary>
/// <param name="Times">How many participations the row stands for.</param>
/// <param name="Title">Of the event; null for other kinds.</param>
public sealed record TargetPersonRow(
    Guid PublicKey, PersonName Name, int Times, DateOnly Day, TargetFactKind Kind, string? Title, string? School, string? Municipality, string? Position, WorkerCategory? Category, string Center);

/// <summary>What the list of people is about, for its heading.</summary>
/// <param name="Place">Municipality or center; null for all.</param>
/// <param name="Period">What is counted, up to the day as of which.</param>
public sealed record TargetPeopleHead(TargetFigure Figure, string? FigureName, int Year, StaffGroup? Group, string? Place, DateRange Period);

/// <summary>The people or participations behind a number, or a page of them.</summary>
/// <param name="Count">Of the whole list, both ways: it has as many rows as the one that its filter asks for.</param>
public sealed record TargetPeople(TargetPeopleHead Head, TargetCount Count, IReadOnlyList<TargetPersonRow> Items);
