using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Assessments;

/// <summary>Verbs on sessions of assessment: plan, assessors, open, close. None of them shows or needs points.</summary>
public sealed class AssessmentSessionCommands(Store store)
{
    /// <summary>Plans or changes a session; its slots are made anew as long as nobody has one.</summary>
    /// <returns>
    /// The session's id, <c>NotFound</c>, <c>SessionIsClosed</c>, <c>SessionHasPeople</c> (how many), <c>NotAnAssessmentCenter</c>, <c>RoomTaken</c> and its
    /// kind, or a problem of <see cref="SessionRules.Check(AssessmentSessionForm, int?)"/>.
    /// </returns>
    public Task<Result<int>> SaveAsync(Actor actor, AssessmentSessionForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "assessments.session-create" : "assessments.session-change", async unit =>
    {
        var row = form.Id is { } id ? await unit.Db.Set<AssessmentSession>().VisibleTo(actor).Include(x => x.Slots).SingleOrDefaultAsync(x => x.Id == id, ct) : null;
        if (form.Id is not null && row is null) return new Problem("NotFound");
        var room = form.RoomId is { } roomId ? await unit.Db.Set<Room>().SingleOrDefaultAsync(x => x.Id == roomId && !x.IsClosed, ct) : null;
        if (form.RoomId is not null && room is null) return new Problem("NotFound").At(nameof(form.RoomId));
        if (SessionRules.Check(form, room?.Capacity) is { } wrong) return wrong;
        unit.CenterId = row?.CenterId ?? form.CenterId;
        actor.Demand(Permission.ManageAssessments, unit.CenterId);
        if (!await unit.Db.Set<Center>().AnyAsync(x => x.Id == unit.CenterId && x.Kind == CenterKind.Assessment && !x.IsClosed, ct)) return new Problem("NotAnAssessmentCenter").At(nameof(form.CenterId));
        if (!await unit.Db.Set<AssessmentProcedure>().AnyAsync(x => x.Id == form.ProcedureId && x.CenterId == unit.CenterId && (!x.IsArchived || (row != null && row.ProcedureId == x.Id)), ct)) return new Problem("ProcedureMissing").At(nameof(form.ProcedureId));
        PlannedSession wanted = new(form.Date!.Value, form.Starts!.Value, form.Ends!.Value, 0);
        if (room is not null && await BookingQueries.RoomConflictsAsync(unit.Db, actor, room.Id, [wanted], null, form.Id, ct) is [var taken, ..]) return taken.At(nameof(form.RoomId));
        var changed = row is null || PlanOf(row) != (form.ProcedureId!.Value, form.Date!.Value, form.Starts!.Value, form.Ends!.Value, form.SlotMinutes!.Value, form.SeatsPerSlot!.Value);
        if (row is null)
        {
            row = new AssessmentSession
            {
                CenterId = unit.CenterId!.Value, ProcedureId = form.ProcedureId!.Value, Date = form.Date!.Value, Starts = form.Starts!.Value, Ends = form.Ends!.Value,
                SlotMinutes = form.SlotMinutes!.Value, SeatsPerSlot = form.SeatsPerSlot!.Value,
            };
            unit.Db.Add(row);
        }
        else
        {
            unit.Expect(row, form.Version);
            if (row.Status == AssessmentSessionStatus.Closed) return new Problem("SessionIsClosed");
            if (changed && await HoldersAsync(unit, row.Id, ct) is var people and > 0) return new Problem("SessionHasPeople", people);
            // An open session has its sheet already: another procedure needs the draft.
            if (row.Status == AssessmentSessionStatus.Open && row.ProcedureId != form.ProcedureId) return new Problem("SessionProcedureFrozen").At(nameof(form.ProcedureId));
            (row.ProcedureId, row.Date, row.Starts, row.Ends) = (form.ProcedureId!.Value, form.Date!.Value, form.Starts!.Value, form.Ends!.Value);
            (row.SlotMinutes, row.SeatsPerSlot) = (form.SlotMinutes!.Value, form.SeatsPerSlot!.Value);
        }
        row.RoomId = form.RoomId;
        if (changed) await SlotsAsync(unit, row, ct);
        await unit.FlushAsync(ct);
        return row.Id;
    }, ct);

    /// <summary>Gives the session an assessor.</summary>
    /// <returns><c>NotFound</c>, <c>SessionIsClosed</c>, <c>AssessorMissing</c>, <c>AssessorTwice</c> (name), <c>AssessorWithoutPerson</c> (name), <c>AssessorIsTied</c> (assessor, candidate, ground).</returns>
    public Task<Result> AssignAsync(Actor actor, int sessionId, int accountId, CancellationToken ct = default) => OnAsync(actor, "assessments.assessor-assign", sessionId, async (unit, session) =>
    {
        var center = session.CenterId;
        var account = await unit.Db.Users.Where(x => x.Id == accountId && !x.IsDisabled && x.Grants.Any(g => g.Role == Role.Assessor && (g.CenterId == center || g.CenterId == null)))
            .Select(x => new { x.FullName, x.PersonId }).SingleOrDefaultAsync(ct);
        if (account is null) return new Problem("AssessorMissing");
        if (session.Assessors.Exists(x => x.AccountId == accountId)) return new Problem("AssessorTwice", account.FullName);
        if (account.PersonId is not { } person) return new Problem("AssessorWithoutPerson", account.FullName);
        var name = await unit.Db.Set<Person>().Where(x => x.Id == person).SingleAsync(ct);
        if (session.Assessors.Count > 0 && (await TieQueries.AssessorsAsync(unit.Db, sessionId, ct)).Any(x => x.PersonId == person)) return new Problem("AssessorTwice", name.Name.Short);
        var candidates = await unit.Db.Set<Assessment>().Where(x => x.Slot!.SessionId == sessionId && x.Status != AssessmentStatus.Withdrawn).Select(x => x.Person!).ToListAsync(ct);
        if (await TieQueries.CheckAsync(unit.Db, [new(person, name.Name.Short)], candidates.ConvertAll(x => new TiedPerson(x.Id, x.Name.Short)), session.Date, ct) is { } tied) return tied;
        unit.Db.Add(new SessionAssessor { SessionId = sessionId, AccountId = accountId });
        return Result.Done;
    }, ct);

    /// <summary>Takes an assessor out of the session, and what the assessor has not finished with it: somebody else may then score those candidates.</summary>
    /// <param name="drafts">How many unfinished scores are known to be lost by it.</param>
    /// <returns>
    /// <c>NotFound</c>, <c>SessionIsClosed</c>, <c>AssessorHasScored</c>, <c>TwoAssessorsNeeded</c> for an open session, <c>AssessorHasDrafts</c> (how many) when they are others than were known.
    /// </returns>
    public Task<Result> UnassignAsync(Actor actor, int sessionId, int accountId, int drafts = 0, CancellationToken ct = default) => OnAsync(actor, "assessments.assessor-unassign", sessionId, async (unit, session) =>
    {
        if (session.Assessors.Find(x => x.AccountId == accountId) is not { } row) return new Problem("NotFound");
        var scores = await ScoresAsync(unit, sessionId, accountId, ct);
        if (scores.Exists(x => x.IsFinal)) return new Problem("AssessorHasScored");
        if (session.Status == AssessmentSessionStatus.Open && session.Assessors.Count <= ScoringRules.Assessors) return new Problem("TwoAssessorsNeeded");
        unit.Db.Remove(row);
        return await DiscardAsync(unit, scores, drafts, ct);
    }, ct);

    /// <summary>Deletes what an assessor has begun and not finished, when final points of other candidates keep the assessor in the session.</summary>
    /// <param name="drafts">How many unfinished scores are known to be lost by it.</param>
    /// <returns><c>NotFound</c>, <c>SessionIsClosed</c>, <c>AssessorHasDrafts</c> (how many) when they are others than were known.</returns>
    public Task<Result> DiscardDraftsAsync(Actor actor, int sessionId, int accountId, int drafts, CancellationToken ct = default) => OnAsync(actor, "assessments.drafts-discard", sessionId, async (unit, session) =>
        session.Assessors.Exists(x => x.AccountId == accountId) ? await DiscardAsync(unit, await ScoresAsync(unit, sessionId, accountId, ct), drafts, ct) : new Problem("NotFound"), ct);

    /// <summary>Opens booking and freezes procedure, levels and divergence as of the session's day.</summary>
    /// <returns><c>NotFound</c>, <c>SessionStatusChange</c>, <c>TwoAssessorsNeeded</c>, <c>CriteriaMissing</c>.</returns>
    public Task<Result> OpenAsync(Actor actor, int sessionId, CancellationToken ct = default) => OnAsync(actor, "assessments.session-open", sessionId, async (unit, session) =>
    {
        if (session.Assessors.Count < ScoringRules.Assessors) return new Problem("TwoAssessorsNeeded");
        var procedure = await unit.Db.Set<AssessmentProcedure>().Include(x => x.Criteria).SingleAsync(x => x.Id == session.ProcedureId, ct);
        if (procedure.Criteria.Count == 0) return new Problem("CriteriaMissing");
        return session.Open(SheetOf(procedure, await unit.Db.SettingsAsOfAsync(session.Date, ct)));
    }, ct);

    /// <summary>Takes opening back while nobody is booked.</summary>
    /// <returns><c>NotFound</c>, <c>SessionStatusChange</c>, <c>SessionHasPeople</c> (how many).</returns>
    public Task<Result> BackToDraftAsync(Actor actor, int sessionId, CancellationToken ct = default) => OnAsync(actor, "assessments.session-draft", sessionId, async (unit, session) =>
        await HoldersAsync(unit, sessionId, ct) is var people and > 0 ? new Problem("SessionHasPeople", people) : session.BackToDraft(), ct);

    /// <summary>Deletes a draft; an open session is taken back first.</summary>
    /// <returns><c>NotFound</c>, <c>OnlyDraftSessionsAreDeleted</c>.</returns>
    public Task<Result> DeleteAsync(Actor actor, int sessionId, CancellationToken ct = default) => OnAsync(actor, "assessments.session-delete", sessionId, async (unit, session) =>
    {
        if (session.Status != AssessmentSessionStatus.Draft) return new Problem("OnlyDraftSessionsAreDeleted");
        unit.Db.RemoveRange(session.Assessors);
        unit.Db.RemoveRange(await unit.Db.Set<AssessmentSlot>().Where(x => x.SessionId == sessionId).ToListAsync(ct));
        await unit.FlushAsync(ct);
        unit.Db.Remove(session);
        return Result.Done;
    }, ct);

    /// <summary>Makes scored assessments results, with their validity; the others go on.</summary>
    /// <returns>How many; or <c>NotFound</c>, <c>SessionNotOpen</c>, <c>NothingScored</c>.</returns>
    public Task<Result<int>> CompleteAsync(Actor actor, int sessionId, CancellationToken ct = default) => store.WriteAsync<int>(actor, "assessments.complete", async unit =>
    {
        var loaded = await SessionAsync(unit, sessionId, ct);
        if (loaded.Problem is { } refused) return refused;
        if (loaded.Require().Status != AssessmentSessionStatus.Open) return new Problem("SessionNotOpen");
        var done = await CompleteScoredAsync(unit, loaded.Require(), ct);
        return done == 0 ? new Problem("NothingScored") : done;
    }, ct);

    /// <summary>Closes the session when everybody was marked and whoever came is scored; what is scored becomes a result.</summary>
    /// <returns><c>NotFound</c>, <c>SessionStatusChange</c>, <c>SessionUnmarked</c> (how many), <c>SessionUnscored</c> (how many).</returns>
    public Task<Result> CloseAsync(Actor actor, int sessionId, CancellationToken ct = default) => OnAsync(actor, "assessments.session-close", sessionId, async (unit, session) =>
    {
        var unmarked = await unit.Db.Set<Assessment>().CountAsync(x => x.Slot!.SessionId == sessionId && x.Status == AssessmentStatus.Booked, ct);
        if (unmarked > 0) return new Problem("SessionUnmarked", unmarked);
        var unscored = await unit.Db.Set<Assessment>().CountAsync(x => x.Slot!.SessionId == sessionId && x.Status == AssessmentStatus.TookPlace, ct);
        if (unscored > 0) return new Problem("SessionUnscored", unscored);
        await CompleteScoredAsync(unit, session, ct);
        return session.Close();
    }, ct);

    /// <summary>The sheet that a session freezes.</summary>
    internal static ScoreSheet SheetOf(AssessmentProcedure procedure, NetworkSettings settings) => new(
        procedure.Title, [.. procedure.Criteria.OrderBy(x => x.Order).Select(x => new SheetCriterion(x.Tool, x.Title, x.MaxPoints))], settings.AssessmentLevels, settings.AssessorDivergencePercent);

    private static Task<List<AssessorScore>> ScoresAsync(WriteUnit unit, int sessionId, int accountId, CancellationToken ct) =>
        unit.Db.Set<AssessorScore>().Where(x => x.AccountId == accountId && unit.Db.Set<Assessment>().Any(a => a.Id == x.AssessmentId && a.Slot!.SessionId == sessionId)).ToListAsync(ct);

    private static async Task<Result> DiscardAsync(WriteUnit unit, List<AssessorScore> scores, int known, CancellationToken ct)
    {
        var drafts = scores.Where(x => !x.IsFinal).ToList();
        if (drafts.Count != known) return new Problem("AssessorHasDrafts", drafts.Count);
        unit.Db.RemoveRange(drafts);
        var ids = drafts.ConvertAll(x => x.AssessmentId);
        // It belongs to the candidates' history: they are touched.
        foreach (var row in await unit.Db.Set<Assessment>().Where(x => ids.Contains(x.Id)).ToListAsync(ct)) unit.Db.Entry(row).Property(x => x.StatusAt).IsModified = true;
        return Result.Done;
    }

    private static async Task<int> CompleteScoredAsync(WriteUnit unit, AssessmentSession session, CancellationToken ct)
    {
        var validTo = AssessmentRules.ValidTo(session.Date, (await unit.Db.SettingsAsOfAsync(session.Date, ct)).AssessmentValidYears);
        var scored = await unit.Db.Set<Assessment>().Where(x => x.Slot!.SessionId == session.Id && x.Status == AssessmentStatus.Scored).ToListAsync(ct);
        foreach (var row in scored) _ = row.Complete(unit.Today, validTo, unit.Now);
        return scored.Count;
    }

    private static async Task<Result<AssessmentSession>> SessionAsync(WriteUnit unit, int sessionId, CancellationToken ct)
    {
        var session = await unit.Db.Set<AssessmentSession>().VisibleTo(unit.Actor).Include(x => x.Assessors).SingleOrDefaultAsync(x => x.Id == sessionId, ct);
        if (session is null) return new Problem("NotFound");
        unit.CenterId = session.CenterId;
        unit.Actor.Demand(Permission.ManageAssessments, session.CenterId);
        return session;
    }

    private Task<Result> OnAsync(Actor actor, string verb, int sessionId, Func<WriteUnit, AssessmentSession, Task<Result>> act, CancellationToken ct) => store.WriteAsync(actor, verb, async unit =>
    {
        var loaded = await SessionAsync(unit, sessionId, ct);
        if (loaded.Problem is { } refused) return refused;
        return loaded.Require().Status == AssessmentSessionStatus.Closed ? new Problem("SessionIsClosed") : await act(unit, loaded.Require());
    }, ct);

    private static (int Procedure, DateOnly Date, TimeOnly Starts, TimeOnly Ends, int Minutes, int Seats) PlanOf(AssessmentSession x) => (x.ProcedureId, x.Date, x.Starts, x.Ends, x.SlotMinutes, x.SeatsPerSlot);

    private static Task<int> HoldersAsync(WriteUnit unit, int sessionId, CancellationToken ct) => unit.Db.Set<Assessment>().CountAsync(x => x.Slot!.SessionId == sessionId, ct);

    private static async Task SlotsAsync(WriteUnit unit, AssessmentSession row, CancellationToken ct)
    {
        unit.Db.RemoveRange(row.Slots);
        // The old ones go first: the new ones may begin at the same times.
        await unit.FlushAsync(ct);
        foreach (var (starts, ends) in AssessmentRules.Slots(row.Starts, row.Ends, row.SlotMinutes))
            unit.Db.Add(new AssessmentSlot { CenterId = row.CenterId, SessionId = row.Id, Starts = starts, Ends = ends, Seats = row.SeatsPerSlot });
    }
}
