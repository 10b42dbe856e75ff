using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Assessments;

/// <summary>
/// Verbs on candidates from the application to the day itself; none of them shows or needs points. Who books counts the seats inside the
/// transaction, on the row of the slot; the store's check constraint stands behind. A verb on several people does all of them or none.
/// </summary>
public sealed class AssessmentCommands(Store store)
{
    /// <summary>Takes an application with its consent; the person is linked to the center.</summary>
    /// <returns>The assessment's id, <c>NotFound</c>, <c>ProcedureMissing</c>, <c>AlreadyAssessing</c> (name, status), or a problem of <see cref="SessionRules.Check(ApplicationForm, DateOnly)"/>.</returns>
    public Task<Result<int>> ApplyAsync(Actor actor, ApplicationForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, "assessments.apply", async unit =>
    {
        if (SessionRules.Check(form, unit.Today) is { } wrong) return wrong;
        unit.CenterId = form.CenterId;
        actor.Demand(Permission.ManageAssessments, form.CenterId);
        if (!await unit.Db.Set<AssessmentProcedure>().AnyAsync(x => x.Id == form.ProcedureId && x.CenterId == form.CenterId && !x.IsArchived, ct)) return new Problem("ProcedureMissing").At(nameof(form.ProcedureId));
        var person = await unit.Db.Set<Person>().SingleOrDefaultAsync(x => x.PublicKey == form.PersonKey, ct);
        if (person is null) return new Problem("NotFound").At(nameof(form.PersonKey));
        if (await UnderWayAsync(unit, person, form.ProcedureId!.Value, null, ct) is { } already) return already.At(nameof(form.PersonKey));
        var row = new Assessment
        {
            CenterId = form.CenterId!.Value, ProcedureId = form.ProcedureId.Value, PersonId = person.Id, StatusAt = unit.Now, AppliedOn = form.AppliedOn!.Value, ConsentOn = form.ConsentOn!.Value,
        };
        await AssessmentWrites.CopyWorkplacesAsync(unit, [row], row.AppliedOn, ct);
        unit.Db.Add(row);
        await PeopleCommands.EnsureLinkAsync(unit, person.Id, row.CenterId, ct);
        await unit.FlushAsync(ct);
        return row.Id;
    }, ct);

    /// <summary>The application and its papers are in order: the candidate may be booked.</summary>
    /// <returns>How many; or <c>NotFound</c>, <c>NothingChosen</c>, <c>CandidateStatusChange</c> (name, from, to).</returns>
    public Task<Result<int>> CheckAsync(Actor actor, IReadOnlyCollection<int> ids, CancellationToken ct = default) =>
        EachAsync(actor, "assessments.check", ids, (unit, row) => AssessmentWrites.Move(unit, row, AssessmentStatus.Checked), ct);

    /// <summary>Gives seats of a slot to checked candidates.</summary>
    /// <returns>
    /// How many; or <c>NotFound</c>, <c>NothingChosen</c>, <c>SessionNotOpen</c>, <c>CandidateOfOtherProcedure</c> (name), <c>CandidateStatusChange</c> (name, from, to),
    /// <c>SlotIsFull</c>, <c>SlotHasFewSeats</c>, <c>AssessorIsTied</c> (assessor, candidate, ground).
    /// </returns>
    public Task<Result<int>> BookAsync(Actor actor, int slotId, IReadOnlyCollection<int> ids, CancellationToken ct = default) => store.WriteAsync<int>(actor, "assessments.book", async unit =>
    {
        var centers = actor.CentersFor(Permission.ViewAssessments);
        var slot = await unit.Db.Set<AssessmentSlot>().Include(x => x.Session).SingleOrDefaultAsync(x => x.Id == slotId && (centers == null || centers.Contains(x.CenterId)), ct);
        if (slot is null) return new Problem("NotFound");
        unit.CenterId = slot.CenterId;
        actor.Demand(Permission.ManageAssessments, slot.CenterId);
        if (slot.Session!.Status != AssessmentSessionStatus.Open) return new Problem("SessionNotOpen");
        var chosen = await AssessmentWrites.ChosenAsync(unit, ids, ct);
        if (chosen.Problem is { } missing) return missing;
        var rows = chosen.Require();
        if (rows.Find(x => x.ProcedureId != slot.Session.ProcedureId) is { } other) return new Problem("CandidateOfOtherProcedure", other.Person!.Name.Short);
        if (AssessmentRules.Seats(slot.Starts, rows.Count, slot.SeatsTaken, slot.Seats) is { Problem: { } full }) return full;
        var assessors = await TieQueries.AssessorsAsync(unit.Db, slot.SessionId, ct);
        if (await TieQueries.CheckAsync(unit.Db, assessors, rows.ConvertAll(x => new TiedPerson(x.PersonId, x.Person!.Name.Short)), slot.Session.Date, ct) is { } tied) return tied;
        foreach (var row in rows)
        {
            var before = row.Status;
            if (!row.Book(slot, unit.Now).Succeeded) return new Problem("CandidateStatusChange", row.Person!.Name.Short, before, AssessmentStatus.Booked);
        }
        return rows.Count;
    }, ct);

    /// <summary>Takes booked candidates, and those who did not appear, back among those who wait for a slot; the seats become free.</summary>
    /// <returns>How many; or <c>NotFound</c>, <c>NothingChosen</c>, <c>CandidateStatusChange</c> (name, from, to), <c>AlreadyAssessing</c> (name, status).</returns>
    public Task<Result<int>> UnbookAsync(Actor actor, IReadOnlyCollection<int> ids, CancellationToken ct = default) => EachAsync(actor, "assessments.unbook", ids, async (unit, row) =>
    {
        if (row.Status == AssessmentStatus.NoShow && await UnderWayAsync(unit, row.Person!, row.ProcedureId, row.Id, ct) is { } already) return already;
        return await AssessmentWrites.ReleaseAsync(unit, row, AssessmentStatus.Checked, ct);
    }, ct);

    /// <summary>Marks on the day who was assessed and who did not appear; the workplace of the day is copied.</summary>
    /// <returns>How many; or <c>NotFound</c>, <c>NothingChosen</c>, <c>SessionNotYet</c> (its day and beginning), <c>CandidateStatusChange</c> (name, from, to).</returns>
    public Task<Result<int>> MarkAsync(Actor actor, IReadOnlyCollection<int> ids, bool appeared, CancellationToken ct = default) =>
        AllAsync(actor, appeared ? "assessments.took-place" : "assessments.no-show", ids, async (unit, rows) =>
        {
            foreach (var row in rows)
            {
                if (row.Slot is { Session: { } session } && AssessmentRules.IsAhead(session.Date, session.Starts, unit.LocalNow)) return new Problem("SessionNotYet", session.Date, AssessmentRules.Time(session.Starts));
                if (AssessmentWrites.Move(unit, row, appeared ? AssessmentStatus.TookPlace : AssessmentStatus.NoShow) is { Problem: { } step }) return step;
            }
            foreach (var day in rows.GroupBy(x => x.Slot!.Session!.Date)) await AssessmentWrites.CopyWorkplacesAsync(unit, [.. day], day.Key, ct);
            return Result.Done;
        }, ct);

    /// <summary>The inverse of marking, as long as nobody has begun to score.</summary>
    /// <returns>How many; or <c>NotFound</c>, <c>NothingChosen</c>, <c>ScoringHasBegun</c> (name), <c>SessionNotOpen</c>, <c>CandidateStatusChange</c> (name, from, to).</returns>
    public Task<Result<int>> UnmarkAsync(Actor actor, IReadOnlyCollection<int> ids, CancellationToken ct = default) => AllAsync(actor, "assessments.unmark", ids, async (unit, rows) =>
    {
        var begun = await unit.Db.Set<AssessorScore>().Where(x => ids.Contains(x.AssessmentId)).Select(x => x.AssessmentId).Distinct().ToListAsync(ct);
        foreach (var row in rows)
        {
            if (row.Slot is { Session.Status: not AssessmentSessionStatus.Open }) return new Problem("SessionNotOpen");
            if (begun.Contains(row.Id)) return new Problem("ScoringHasBegun", row.Person!.Name.Short);
            if (AssessmentWrites.Move(unit, row, AssessmentStatus.Booked) is { Problem: { } step }) return step;
        }
        return Result.Done;
    }, ct);

    /// <summary>The candidate takes the consent back: a booked seat becomes free, and what was scored is no result.</summary>
    /// <returns>How many; or <c>NotFound</c>, <c>NothingChosen</c>, <c>ReasonMissing</c>, <c>CandidateStatusChange</c> (name, from, to).</returns>
    public Task<Result<int>> WithdrawAsync(Actor actor, IReadOnlyCollection<int> ids, string? reason, CancellationToken ct = default)
    {
        var why = Typed.OrNull(reason);
        return EachAsync(actor, "assessments.withdraw", ids, async (unit, row) =>
        {
            if (why is null) return new Problem("ReasonMissing").At(nameof(WithdrawalForm.Reason));
            var moved = row.Status == AssessmentStatus.Booked ? await AssessmentWrites.ReleaseAsync(unit, row, AssessmentStatus.Withdrawn, ct) : AssessmentWrites.Move(unit, row, AssessmentStatus.Withdrawn);
            if (moved.Succeeded) row.Forget(why);
            return moved;
        }, ct);
    }

    private static async Task<Problem?> UnderWayAsync(WriteUnit unit, Person person, int procedureId, int? except, CancellationToken ct)
    {
        var others = await unit.Db.Set<Assessment>().Where(x => x.PersonId == person.Id && x.ProcedureId == procedureId && x.Id != except).Select(x => x.Status).ToListAsync(ct);
        return others.Any(AssessmentRules.IsUnderWay) ? new Problem("AlreadyAssessing", person.Name.Short, others.First(AssessmentRules.IsUnderWay)) : null;
    }

    private Task<Result<int>> EachAsync(Actor actor, string verb, IReadOnlyCollection<int> ids, Func<WriteUnit, Assessment, Result> act, CancellationToken ct) =>
        EachAsync(actor, verb, ids, (unit, row) => Task.FromResult(act(unit, row)), ct);

    private Task<Result<int>> EachAsync(Actor actor, string verb, IReadOnlyCollection<int> ids, Func<WriteUnit, Assessment, Task<Result>> act, CancellationToken ct) => AllAsync(actor, verb, ids, async (unit, rows) =>
    {
        foreach (var row in rows)
        {
            if (await act(unit, row) is { Problem: { } problem }) return problem;
        }
        return Result.Done;
    }, ct);

    private Task<Result<int>> AllAsync(Actor actor, string verb, IReadOnlyCollection<int> ids, Func<WriteUnit, List<Assessment>, Task<Result>> act, CancellationToken ct) => store.WriteAsync<int>(actor, verb, async unit =>
    {
        var chosen = await AssessmentWrites.ChosenAsync(unit, ids, ct);
        if (chosen.Problem is { } missing) return missing;
        return await act(unit, chosen.Require()) is { Problem: { } problem } ? problem : chosen.Require().Count;
    }, ct);
}
