using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Mentoring;

/// <summary>Verbs on the goals and the meetings of a pair.</summary>
public sealed class MentorLogCommands(Store store)
{
    /// <returns><c>NotFound</c>, <c>MentorshipIsOver</c> (its status).</returns>
    public Task<Result> SaveGoalAsync(Actor actor, int pairId, MentorGoalForm form, CancellationToken ct = default) => OnPairAsync(actor, "mentoring.goal", pairId, async (unit, pair) =>
    {
        if (!pair.HoldsPlace) return new Problem("MentorshipIsOver", pair.Status);
        if (form.Id is null)
        {
            unit.Db.Add(new MentorGoal { MentorshipId = pairId, Text = form.Text.Trim(), DueOn = form.DueOn });
            return Result.Done;
        }
        if (await unit.Db.Set<MentorGoal>().SingleOrDefaultAsync(x => x.Id == form.Id && x.MentorshipId == pairId, ct) is not { } goal) return new Problem("NotFound");
        unit.Expect(goal, form.Version);
        (goal.Text, goal.DueOn) = (form.Text.Trim(), form.DueOn);
        return Result.Done;
    }, ct);

    /// <summary>Marks a goal as reached today, or takes the mark back.</summary>
    /// <returns><c>NotFound</c>, <c>MentorshipIsOver</c> (its status).</returns>
    public Task<Result> MarkGoalAsync(Actor actor, int pairId, int goalId, bool done, CancellationToken ct = default) => OnPairAsync(actor, "mentoring.goal-done", pairId, async (unit, pair) =>
    {
        if (!pair.HoldsPlace) return new Problem("MentorshipIsOver", pair.Status);
        if (await unit.Db.Set<MentorGoal>().SingleOrDefaultAsync(x => x.Id == goalId && x.MentorshipId == pairId, ct) is not { } goal) return new Problem("NotFound");
        goal.DoneOn = done ? goal.DoneOn ?? unit.Today : null;
        return Result.Done;
    }, ct);

    /// <returns><c>NotFound</c>, <c>MentorshipIsOver</c> (its status).</returns>
    public Task<Result> DeleteGoalAsync(Actor actor, int pairId, int goalId, CancellationToken ct = default) => OnPairAsync(actor, "mentoring.goal-delete", pairId, async (unit, pair) =>
    {
        if (!pair.HoldsPlace) return new Problem("MentorshipIsOver", pair.Status);
        if (await unit.Db.Set<MentorGoal>().SingleOrDefaultAsync(x => x.Id == goalId && x.MentorshipId == pairId, ct) is not { } goal) return new Problem("NotFound");
        unit.Db.Remove(goal);
        return Result.Done;
    }, ct);

    /// <summary>Writes a meeting down. Also after the end: the log comes from the school on paper, and late.</summary>
    /// <returns><c>NotFound</c>, <c>MentorshipIsOver</c> (for one that was taken back), or a problem of <see cref="MentorshipRules.CheckMeeting"/>.</returns>
    public Task<Result> SaveMeetingAsync(Actor actor, int pairId, MentorMeetingForm form, CancellationToken ct = default) => OnPairAsync(actor, "mentoring.meeting", pairId, async (unit, pair) =>
    {
        if (pair.Status == MentorshipStatus.Cancelled) return new Problem("MentorshipIsOver", pair.Status);
        if (MentorshipRules.CheckMeeting(form, pair.From, pair.EndedOn, unit.Today) is { } wrong) return wrong;
        if (form.Id is null)
        {
            unit.Db.Add(new MentorMeeting { MentorshipId = pairId, Date = form.Date!.Value, Topic = form.Topic.Trim(), Minutes = form.Minutes!.Value, Note = Typed.OrNull(form.Note) });
            return Result.Done;
        }
        if (await unit.Db.Set<MentorMeeting>().SingleOrDefaultAsync(x => x.Id == form.Id && x.MentorshipId == pairId, ct) is not { } meeting) return new Problem("NotFound");
        unit.Expect(meeting, form.Version);
        (meeting.Date, meeting.Topic, meeting.Minutes, meeting.Note) = (form.Date!.Value, form.Topic.Trim(), form.Minutes!.Value, Typed.OrNull(form.Note));
        return Result.Done;
    }, ct);

    /// <returns><c>NotFound</c>.</returns>
    public Task<Result> DeleteMeetingAsync(Actor actor, int pairId, int meetingId, CancellationToken ct = default) => OnPairAsync(actor, "mentoring.meeting-delete", pairId, async (unit, _) =>
    {
        if (await unit.Db.Set<MentorMeeting>().SingleOrDefaultAsync(x => x.Id == meetingId && x.MentorshipId == pairId, ct) is not { } meeting) return new Problem("NotFound");
        unit.Note = $"{DayText.Of(meeting.Date)} {meeting.Topic}";
        unit.Db.Remove(meeting);
        return Result.Done;
    }, ct);

    /// <summary>The pair counts as changed with what hangs on it, so that its history tells all and an open page hears of it.</summary>
    private Task<Result> OnPairAsync(Actor actor, string verb, int pairId, Func<WriteUnit, Mentorship, Task<Result>> change, CancellationToken ct) =>
        MentorshipCommands.OnPairAsync(store, actor, verb, pairId, async (unit, pair) =>
        {
            var changed = await change(unit, pair);
            if (unit.HasChanges) unit.Touch(pair);
            return changed;
        }, ct);
}
