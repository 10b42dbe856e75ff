using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Centers;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Practices;
using TeacherCenters.Security;

namespace TeacherCenters.Reports;

/// <summary>What the network did in a year, or in all of them: then everybody counts once.</summary>
/// <param name="Year">Null for all years since the network began.</param>
/// <param name="Events">Completed, by the last day.</param>
/// <param name="Trained">Everybody who completed an event that teaches, or a route.</param>
/// <param name="Assessed">Everybody who came through an independent assessment.</param>
public sealed record NetworkYear(int? Year, int Events, TargetRow Trained, TargetRow Assessed);

public enum NetworkFigure
{
    TrainingCenters,
    AssessmentCenters,
    Pairs,
    Routes,
    Internships,
    HeadsValid,
    HeadsRunningOut,
    Practices,
}

/// <summary>A number of today, and the list that shows as many rows.</summary>
public sealed record NetworkNumber(NetworkFigure Figure, int Count, string Href);

/// <summary>The network in figures: what the founding document promises, where it stands.</summary>
/// <param name="Center">The one center whose figures these are, chosen or the only one that the actor may see; null for several.</param>
/// <param name="IsWhole">All centers are counted.</param>
/// <param name="Years">All years together, then the latest first.</param>
public sealed record NetworkFigures(int? Center, bool IsWhole, IReadOnlyList<NetworkYear> Years, IReadOnlyList<NetworkNumber> Today);

/// <summary>The network in figures, each as the list behind it counts: of what the actor may see.</summary>
public sealed class NetworkQueries(
    TargetQueries targets, CenterQueries centers, MentorshipQueries pairs, RouteQueries routes, InternshipQueries internships, HeadQueries heads, PracticeQueries practices)
{
    /// <param name="center">Of one center only; null for all that the actor may see.</param>
    /// <returns>Seventeen queries at most, whatever the size.</returns>
    public async Task<NetworkFigures> ReadAsync(Actor actor, int? center, CancellationToken ct = default)
    {
        var seen = actor.CentersFor(Permission.ViewReports);
        center ??= seen is [var only] ? only : null;
        var today = new List<NetworkNumber>();
        void Add(NetworkFigure figure, int count, string href) => today.Add(new(figure, count, href + (center is { } id ? $"{(href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}center={id}" : "")));
        if (seen is null && center is null && actor.CanSomewhere(Permission.ViewEvents))
        {
            var open = await centers.ChoicesAsync(actor, ct: ct);
            today.Add(new(NetworkFigure.TrainingCenters, open.Count(x => x.Kind == CenterKind.Training), "/centers"));
            today.Add(new(NetworkFigure.AssessmentCenters, open.Count(x => x.Kind == CenterKind.Assessment), "/centers"));
        }
        if (actor.CanSomewhere(Permission.ViewMentoring))
        {
            Add(NetworkFigure.Pairs, (await pairs.CountsAsync(actor, new() { Center = center }, ct)).GetValueOrDefault(MentorshipStatus.Active), "/mentoring?status=Active");
            Add(NetworkFigure.Routes, (await routes.CountsAsync(actor, new() { Center = center }, ct)).ByStatus.GetValueOrDefault(RouteStatus.Active), "/tutoring?status=Active");
            Add(NetworkFigure.Internships, (await internships.CountsAsync(actor, new() { Center = center }, ct)).GetValueOrDefault(InternshipState.Completed), "/internships?state=Completed");
        }
        if (actor.CanSomewhere(Permission.ViewAttestation))
        {
            var states = (await heads.CountsAsync(actor, new() { Center = center }, ct)).States;
            Add(NetworkFigure.HeadsValid, states.GetValueOrDefault(TermState.Valid) + states.GetValueOrDefault(TermState.Due), "/attestation?inForce=true");
            Add(NetworkFigure.HeadsRunningOut, states.GetValueOrDefault(TermState.Due), "/attestation?state=Due");
        }
        if (actor.CanSomewhere(Permission.ViewEvents))
            Add(NetworkFigure.Practices, (await practices.CountsAsync(actor, new() { Center = center }, ct)).GetValueOrDefault(PracticeStatus.Published), "/practices?status=Published");
        return new(center, seen is null && center is null, await targets.YearsAsync(actor, center, ct), today);
    }
}
