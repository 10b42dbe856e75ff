using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Assessments;

/// <param name="Came">Who was assessed.</param>
/// <param name="Final">Own scores that are final.</param>
/// <param name="ToScore">Candidates who wait for the actor: begun and not final, or free to begin.</param>
public sealed record MySession(int Id, string Procedure, DateOnly Date, TimeOnly Starts, TimeOnly Ends, string? Room, AssessmentSessionStatus Status, int Came, int Final, int ToScore);

/// <param name="Own">The actor's own score; null before it was begun.</param>
/// <param name="Others">Others' scores: empty until both are final.</param>
/// <param name="MayBegin">There is room for the actor's score.</param>
/// <param name="Result">Points and level, for who has scored to the end.</param>
public sealed record ScoringCandidate(
    int AssessmentId, PersonName Name, TimeOnly Slot, AssessmentStatus Status, ShownScore? Own, IReadOnlyList<ShownScore> Others, bool MayBegin, bool NeedsThird, FinalScore? Result);

public sealed record ScoringSession(MySession Session, ScoreSheet Sheet, IReadOnlyList<ScoringCandidate> Candidates);

/// <summary>What an assessor sees: the sessions assigned to the account, its own points, and others' once both are final.</summary>
public sealed class ScoringQueries(Store store)
{
    /// <summary>The actor's sessions, the latest first; drafts are left out. One query.</summary>
    public async Task<IReadOnlyList<MySession>> MineAsync(Actor actor, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Rows(db, Mine(db, actor).OrderByDescending(x => x.Date).ThenByDescending(x => x.Starts).ThenByDescending(x => x.Id), actor.AccountId).ToListAsync(ct);
    }

    /// <summary>One of the actor's sessions with its candidates; null for any other. Four queries.</summary>
    public async Task<ScoringSession?> SessionAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var sessions = Mine(db, actor).Where(x => x.Id == id);
        if (await Rows(db, sessions, actor.AccountId).SingleOrDefaultAsync(ct) is not { } session) return null;
        var sheet = ScoreSheet.Parse((await sessions.Select(x => x.Sheet).SingleAsync(ct))!);
        var account = actor.AccountId;
        var rows = await db.Set<Assessment>()
            .Where(x => x.Slot!.SessionId == id && x.Status != AssessmentStatus.NoShow && x.Status != AssessmentStatus.Withdrawn)
            .OrderBy(x => x.Slot!.Starts).ThenBy(x => x.Person!.SearchText).ThenBy(x => x.Id)
            .Select(x => new
            {
                x.Id, x.Person!.FamilyName, x.Person.GivenName, x.Person.Patronymic, x.Slot!.Starts, x.Status, x.NeedsThird,
                Begun = db.Set<AssessorScore>().Count(s => s.AssessmentId == x.Id),
                // The result shows to who has scored to the end; to nobody else on this page.
                IsDone = db.Set<AssessorScore>().Any(s => s.AssessmentId == x.Id && s.AccountId == account && s.IsFinal),
                x.Points, x.MaxPoints, x.Percent, x.LevelReached,
            }).ToListAsync(ct);
        var ids = rows.ConvertAll(x => x.Id);
        var scores = (await ShownAsync(db, VisibleScores(db, account).Where(x => ids.Contains(x.AssessmentId)), ct)).ToLookup(x => x.AssessmentId);
        return new(session, sheet, rows.ConvertAll(x =>
        {
            var own = scores[x.Id].FirstOrDefault(s => s.AccountId == account);
            var result = x is { IsDone: true, Points: { } points, MaxPoints: { } most, Percent: { } percent, LevelReached: { } level } ? new FinalScore(points, most, percent, level) : null;
            return new ScoringCandidate(x.Id, new PersonName(x.FamilyName, x.GivenName, x.Patronymic), x.Starts, x.Status, own, [.. scores[x.Id].Where(s => s != own)],
                x.Status == AssessmentStatus.TookPlace && own is null && ScoringRules.MayBegin(x.Begun, x.NeedsThird), x.NeedsThird, result);
        }));
    }

    /// <summary>Own scores, and others' where both own and the other's are final (<see cref="ScoringRules.SeesOther"/> in the store's words).</summary>
    public static IQueryable<AssessorScore> VisibleScores(AppDb db, int? account) => db.Set<AssessorScore>().Where(x => x.AccountId == account
        || (x.IsFinal && db.Set<AssessorScore>().Any(own => own.AssessmentId == x.AssessmentId && own.AccountId == account && own.IsFinal)));

    internal static async Task<IReadOnlyList<ShownScore>> ShownAsync(AppDb db, IQueryable<AssessorScore> scores, CancellationToken ct) =>
        (await scores.OrderBy(x => x.AssessmentId).ThenBy(x => x.Number)
            .Join(db.Users, x => x.AccountId, x => x.Id, (x, account) => new { x.AssessmentId, x.AccountId, account.FullName, x.Number, x.Points, x.Total, x.IsFinal }).ToListAsync(ct))
        .ConvertAll(x => new ShownScore(x.AssessmentId, x.AccountId, x.FullName, x.Number, x.Points, x.Total, x.IsFinal));

    private static IQueryable<AssessmentSession> Mine(AppDb db, Actor actor)
    {
        var (centers, account) = (actor.CentersFor(Permission.ScoreAssessments), actor.AccountId);
        return db.Set<AssessmentSession>().Where(x => x.Status != AssessmentSessionStatus.Draft && (centers == null || centers.Contains(x.CenterId)) && x.Assessors.Any(a => a.AccountId == account));
    }

    private static IQueryable<MySession> Rows(AppDb db, IQueryable<AssessmentSession> rows, int? account) => rows.Select(x => new MySession(
        x.Id, x.Procedure!.Title, x.Date, x.Starts, x.Ends, db.Set<Centers.Room>().Where(r => r.Id == x.RoomId).Select(r => r.Name).FirstOrDefault(), x.Status,
        db.Set<Assessment>().Count(a => a.Slot!.SessionId == x.Id && (a.Status == AssessmentStatus.TookPlace || a.Status == AssessmentStatus.Scored || a.Status == AssessmentStatus.Completed)),
        db.Set<AssessorScore>().Count(s => s.AccountId == account && s.IsFinal && db.Set<Assessment>().Any(a => a.Id == s.AssessmentId && a.Slot!.SessionId == x.Id)),
        db.Set<Assessment>().Count(a => a.Slot!.SessionId == x.Id && a.Status == AssessmentStatus.TookPlace
            && (db.Set<AssessorScore>().Any(s => s.AssessmentId == a.Id && s.AccountId == account && !s.IsFinal)
                || (!db.Set<AssessorScore>().Any(s => s.AssessmentId == a.Id && s.AccountId == account)
                    && db.Set<AssessorScore>().Count(s => s.AssessmentId == a.Id) < (a.NeedsThird ? ScoringRules.Assessors + 1 : ScoringRules.Assessors))))));
}
