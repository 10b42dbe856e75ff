using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Settings;

namespace TeacherCenters.Reports;

public enum TargetFactKind
{
    /// <summary>Completed and passed, of a kind that teaches.</summary>
    Event,
    Route,
    Assessment,

    /// <summary>A mentorship that was active.</summary>
    Pair,
}

/// <summary>What happened with a person and may count for a figure. Workplace and category are those of its day.</summary>
/// <param name="SourceId">The event, route, assessment or pair.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day: the real one, or the planned one while it lasts.</param>
/// <param name="DoneOn">Day on which it came to its good end; null when it did not.</param>
public sealed record TargetFact(
    TargetFactKind Kind, int SourceId, int CenterId, int PersonId, int? SchoolId, int? MunicipalityId, string? Position, WorkerCategory? Category,
    DateOnly? Birth, DateOnly? TeachingSince, DateOnly From, DateOnly To, DateOnly? DoneOn, bool IsCancelled = false);

/// <summary>A fact that counts, on its day.</summary>
public sealed record CountedFact(TargetFact Fact, DateOnly Day);

/// <summary>Unique people, and participations («человеко-участия»).</summary>
public readonly record struct TargetCount(int People, int Participations)
{
    public static TargetCount Of(IEnumerable<CountedFact> facts)
    {
        var people = new HashSet<int>();
        var participations = 0;
        foreach (var counted in facts)
        {
            people.Add(counted.Fact.PersonId);
            participations++;
        }
        return new(people.Count, participations);
    }
}

/// <summary>How facts are counted for a figure: its period, cut at the day as of which it is asked, and the settings of that day.</summary>
public sealed class TargetCounting(TargetFigure figure, DateRange period, DateOnly asOf, SettingsTimeline settings)
{
    private readonly DateRange period = period with { To = period.To is { } last && last < asOf ? last : asOf };

    /// <summary>What counts of the facts, of the people of a group; null is everybody.</summary>
    public IEnumerable<CountedFact> Count(IEnumerable<TargetFact> facts, StaffGroup? group)
    {
        if (period.From > period.To) yield break;
        var terms = settings.On(period.To!.Value);
        foreach (var fact in facts)
        {
            if (TargetRules.CountsOn(figure, fact, period, terms.SupportMonths) is { } day && TargetRules.Belongs(fact, group, terms.Terms(day))) yield return new(fact, day);
        }
    }
}
