using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Reports;

/// <summary>A municipality, and the days on which it is one.</summary>
internal sealed record TargetPlace(int Id, string Name, DateRange Valid);

/// <summary>The headcounts that were entered. A sum is known only when no municipality of the whole year is left out of it: a share of some of them would say more than is true.</summary>
internal sealed class Headcounts(IReadOnlyCollection<Denominator> rows, IReadOnlyList<TargetPlace> places)
{
    private readonly Dictionary<(int Year, int Place, StaffGroup Group), int> _people = rows.ToDictionary(x => (x.Year, x.MunicipalityId, x.Group), x => x.People);
    private readonly ILookup<(int Year, StaffGroup Group), int> _sums = rows.ToLookup(x => (x.Year, x.Group), x => x.People);

    /// <summary>People of a group in a year; null when it is not known.</summary>
    /// <param name="municipality">Null for the network.</param>
    /// <param name="group">Null for teachers and heads together.</param>
    public int? Of(int year, int? municipality, StaffGroup? group)
    {
        if (group is null) return Of(year, municipality, StaffGroup.Teachers) + Of(year, municipality, StaffGroup.Heads);
        if (municipality is { } place) return _people.TryGetValue((year, place, group.Value), out var people) ? people : null;
        return _sums.Contains((year, group.Value)) && Missing(year, group).Count == 0 ? _sums[(year, group.Value)].Sum() : null;
    }

    /// <summary>Municipalities that stand the whole year and whose headcount is not known, in the order of reports.</summary>
    public IReadOnlyList<string> Missing(int year, StaffGroup? group)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return [.. places.Where(x => x.Valid.Contains(first) && x.Valid.Contains(last) && Of(year, x.Id, group) is null).Select(x => x.Name)];
    }
}

/// <summary>What was read for a board, and its sums.</summary>
/// <param name="isWhole">All centers are counted.</param>
internal sealed class TargetSums(TargetFilter filter, bool isWhole, DateOnly asOf, SettingsTimeline settings, IReadOnlyList<TargetPlan> plans, Headcounts headcounts, IReadOnlyCollection<TargetFact> facts)
{
    private readonly ILookup<TargetFactKind, TargetFact> _facts = facts.ToLookup(x => x.Kind);

    public string? NameOf(TargetFigure figure, int year) => TargetRules.PlanFor(plans, figure, year).Name;

    /// <summary>What counts for a figure within the period of a year, or within the year alone.</summary>
    public IEnumerable<CountedFact> Counted(TargetFigure figure, int year, StaffGroup? group, bool alone = false) =>
        Counted(figure, TargetRules.PeriodOf(plans, figure, year, alone), asOf, group);

    public IEnumerable<CountedFact> Counted(TargetFigure figure, DateRange period, DateOnly until, StaffGroup? group) =>
        new TargetCounting(figure, period, until, settings).Count(TargetRules.Kinds(figure).SelectMany(x => _facts[x]), group);

    /// <summary>The line of a figure over the group that it counts.</summary>
    public TargetRow Figure(TargetFigure figure, int year) =>
        Row(figure, year, TargetRules.Counts(figure), Counted(figure, year, TargetRules.Counts(figure)), NameOf(figure, year));

    public TargetRow Row(TargetFigure figure, int year, StaffGroup? group, IEnumerable<CountedFact> counted, string? name = null, int? municipality = null, int? center = null, bool nowhere = false, bool alone = false)
    {
        var plan = TargetRules.PlanFor(plans, figure, year);
        var usual = TargetRules.Counts(figure);
        var people = new TargetPeopleFilter
        {
            Figure = figure, Year = year, Alone = alone, AsOf = filter.AsOf, Group = group == usual ? null : group, Everybody = group is null && usual is not null,
            Municipality = municipality, Nowhere = nowhere, Center = center ?? filter.Center,
        };
        var period = TargetRules.PeriodOf(plans, figure, year, alone);
        var isCompared = isWhole && center is null && !nowhere && TargetRules.IsCompared(figure, group, period);
        // A plan in people is the network's and everybody's; one in per cent holds for every part whose headcount is known.
        var isPlanned = isCompared && !alone && (plan.Unit == TargetUnit.Percent || (municipality is null && group == usual));
        return new(people, name, period, isPlanned ? plan : null, TargetCount.Of(counted), isCompared ? headcounts.Of(year, municipality, group) : null);
    }
}
