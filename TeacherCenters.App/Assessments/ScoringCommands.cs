using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Assessments;

/// <summary>Points of an assessor. Only who is assigned to the session gets in, and only to the own score.</summary>
public sealed class ScoringCommands(Store store)
{
    /// <summary>Stores the points of the actor as a draft, or as final: then they do not change, and the second final score makes the result.</summary>
    /// <param name="points">In the order of the sheet; null where none are given yet.</param>
    /// <returns>
    /// The score's version; or <c>NotFound</c>, <c>SessionNotOpen</c>, <c>CandidateNotHere</c> (name, status), <c>ScoreIsFinal</c>, <c>TwoScoreAlready</c>,
    /// <c>AssessorWithoutPerson</c> (name) and <c>ScorerIsTied</c> (candidate, ground) for the first points and for final ones, or a problem of <see cref="ScoringRules.Check"/>.
    /// </returns>
    public Task<Result<int>> SaveAsync(Actor actor, int assessmentId, IReadOnlyList<int?> points, bool final, CancellationToken ct = default) =>
        store.WriteAsync<int>(actor, final ? "assessments.score-final" : "assessments.score", async unit =>
        {
            var loaded = await CandidateAsync(unit, assessmentId, ct);
            if (loaded.Problem is { } refused) return refused;
            var row = loaded.Require();
            if (row.Status != AssessmentStatus.TookPlace) return new Problem("CandidateNotHere", row.Person!.Name.Short, row.Status);
            var sheet = ScoreSheet.Parse(row.Slot!.Session!.Sheet!);
            if (ScoringRules.Check(sheet, points, final) is { } wrong) return wrong;
            var scores = await unit.Db.Set<AssessorScore>().Where(x => x.AssessmentId == assessmentId).OrderBy(x => x.Number).ToListAsync(ct);
            var own = scores.Find(x => x.AccountId == actor.AccountId);
            if (own is { IsFinal: true }) return new Problem("ScoreIsFinal");
            // Asked at the booking too: since then a pair, a lesson or a workplace may have been added, and the account may have been given another person.
            if ((own is null || final) && await TieAsync(unit, row, ct) is { } tied) return tied;
            if (own is null)
            {
                if (!ScoringRules.MayBegin(scores.Count, row.NeedsThird)) return new Problem("TwoScoreAlready");
                own = new AssessorScore { AssessmentId = assessmentId, AccountId = actor.AccountId!.Value, Number = ScoringRules.NextNumber(scores.ConvertAll(x => x.Number)) };
                unit.Db.Add(own);
                scores.Add(own);
            }
            (own.Points, own.Total, own.IsFinal) = ([.. points], points.Sum() ?? 0, final);
            if (final && Settle(unit, row, sheet, scores) is { Problem: { } step }) return step;
            await unit.FlushAsync(ct);
            return own.Version;
        }, ct);

    /// <summary>Makes the own final score a draft again, as long as no other one is final: nobody has seen it.</summary>
    /// <returns><c>NotFound</c>, <c>SessionNotOpen</c>, <c>OtherIsFinal</c>.</returns>
    public Task<Result> ReopenAsync(Actor actor, int assessmentId, CancellationToken ct = default) => store.WriteAsync(actor, "assessments.score-reopen", async unit =>
    {
        var loaded = await CandidateAsync(unit, assessmentId, ct);
        if (loaded.Problem is { } refused) return refused;
        var scores = await unit.Db.Set<AssessorScore>().Where(x => x.AssessmentId == assessmentId).ToListAsync(ct);
        if (scores.Find(x => x.AccountId == actor.AccountId) is not { IsFinal: true } own) return new Problem("NotFound");
        if (scores.Exists(x => x != own && x.IsFinal)) return new Problem("OtherIsFinal");
        own.IsFinal = false;
        return Result.Done;
    }, ct);

    private static async Task<Result<Assessment>> CandidateAsync(WriteUnit unit, int assessmentId, CancellationToken ct)
    {
        var account = unit.Actor.AccountId;
        var row = await unit.Db.Set<Assessment>().Include(x => x.Person).Include(x => x.Slot).ThenInclude(x => x!.Session)
            .SingleOrDefaultAsync(x => x.Id == assessmentId && x.Slot != null && unit.Db.Set<SessionAssessor>().Any(a => a.SessionId == x.Slot.SessionId && a.AccountId == account), ct);
        if (row is null || account is null) return new Problem("NotFound");
        unit.CenterId = row.CenterId;
        unit.Actor.Demand(Permission.ScoreAssessments, row.CenterId);
        return row.Slot!.Session!.Status == AssessmentSessionStatus.Open ? row : new Problem("SessionNotOpen");
    }

    private static async Task<Problem?> TieAsync(WriteUnit unit, Assessment row, CancellationToken ct)
    {
        var account = unit.Actor.AccountId;
        if (await unit.Db.Users.Where(x => x.Id == account).Select(x => x.PersonId).SingleAsync(ct) is not { } person) return new Problem("AssessorWithoutPerson", unit.Actor.Name);
        var tied = await TieQueries.CheckAsync(unit.Db, [new(person, unit.Actor.Name)], [new(row.PersonId, row.Person!.Name.Short)], row.Slot!.Session!.Date, ct);
        // Who scores can neither assign nor book: the refusal says whom to ask.
        return tied is { Args: [_, var candidate, var ground] } ? new Problem("ScorerIsTied", candidate, ground) : null;
    }

    private static Result Settle(WriteUnit unit, Assessment row, ScoreSheet sheet, List<AssessorScore> scores)
    {
        int[] totals = [.. scores.Where(x => x.IsFinal).Select(x => x.Total)];
        row.NeedsThird = ScoringRules.WantsThird(sheet, totals);
        return ScoringRules.Result(sheet, totals) is { } result ? row.Score(result, unit.Now) : Result.Done;
    }
}
