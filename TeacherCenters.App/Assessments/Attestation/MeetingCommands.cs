using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>Verbs on meetings of the commission: plan, write the protocol with its decisions down, cancel.</summary>
public sealed class MeetingCommands(Store store)
{
    /// <summary>Plans or changes a meeting; who stands on its list follows it to another day, and so do the terms that it gave.</summary>
    /// <returns>The meeting's id; or <c>NotFound</c>, <c>Required</c>, <c>MeetingIsCancelled</c>, a problem of <see cref="AttestationRules.CheckRoles"/>, of <see cref="AttestationRules.CheckProtocol"/> for a meeting that was held.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, MeetingForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "attestation.meeting-create" : "attestation.meeting-change", async unit =>
    {
        var stored = form.Id is { } id ? await unit.Db.Set<AttestationMeeting>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) : null;
        if (form.Id is not null && stored is null) return new Problem("NotFound");
        if (stored is null && form.CenterId is null) return new Problem("Required").At(nameof(form.CenterId));
        if (form.HeldOn is not { } heldOn) return new Problem("Required").At(nameof(form.HeldOn));
        if (AttestationRules.CheckRoles(form.Chair, form.Secretary) is { } same) return same;
        var center = stored?.CenterId ?? form.CenterId!.Value;
        unit.CenterId = center;
        actor.Demand(Permission.ManageAttestation, center);
        if (stored is { Status: MeetingStatus.Cancelled }) return new Problem("MeetingIsCancelled");
        if (stored is { ProtocolDate: { } protocol } && AttestationRules.CheckProtocol(heldOn, protocol, unit.Today) is { } wrong) return wrong.At(nameof(form.HeldOn));
        if (stored is null)
        {
            if (!await unit.Db.Set<Center>().AnyAsync(x => x.Id == center, ct)) return new Problem("NotFound").At(nameof(form.CenterId));
            unit.Db.Add(stored = new AttestationMeeting { CenterId = center, HeldOn = heldOn });
        }
        else
        {
            unit.Expect(stored, form.Version);
            var moves = stored.HeldOn != heldOn;
            stored.HeldOn = heldOn;
            if (moves) await FollowAsync(unit, stored, ct);
        }
        (stored.Place, stored.Chair, stored.Secretary) = (Typed.OrNull(form.Place), Typed.OrNull(form.Chair), Typed.OrNull(form.Secretary));
        await unit.FlushAsync(ct);
        return stored.Id;
    }, ct);

    /// <summary>Writes the protocol down with what was decided of each on the list, or writes a mistyped one again; who was not considered waits for the next meeting.</summary>
    /// <returns>
    /// <c>NotFound</c>, <c>MeetingIsCancelled</c>, <c>Required</c> for number and date, a problem of <see cref="AttestationRules.CheckProtocol"/>, <c>AgendaIsEmpty</c>,
    /// <c>AgendaHasChanged</c> when the form does not hold exactly who stands on the list, <c>DecisionMissing</c> (name), <c>DecidedIsNotPostponed</c> (name),
    /// <c>NothingDecided</c>, or a problem of <see cref="AttestationRules.CheckDecision"/>.
    /// </returns>
    public Task<Result> HoldAsync(Actor actor, int id, ProtocolForm form, CancellationToken ct = default) => ChangeAsync(actor, "attestation.meeting-hold", id, async (unit, meeting) =>
    {
        if (meeting.Status == MeetingStatus.Cancelled) return new Problem("MeetingIsCancelled");
        if (Typed.OrNull(form.Number) is not { } number) return new Problem("Required").At(nameof(form.Number));
        if (form.Date is not { } date) return new Problem("Required").At(nameof(form.Date));
        if (AttestationRules.CheckProtocol(meeting.HeldOn, date, unit.Today) is { } wrong) return wrong.At(nameof(form.Date));
        unit.Expect(meeting, form.Version);
        var agenda = await AgendaAsync(unit, id, ct);
        if (agenda.Count == 0) return new Problem("AgendaIsEmpty");
        if (!agenda.Select(x => x.Id).Order().SequenceEqual(form.Decisions.Select(x => x.Id).Order())) return new Problem("AgendaHasChanged");
        if (form.Decisions.TrueForAll(x => x.Postponed)) return new Problem("NothingDecided");
        var years = (await unit.Db.SettingsAsOfAsync(meeting.HeldOn, ct)).AttestationYears;
        foreach (var of in agenda)
        {
            var line = form.Decisions.Single(x => x.Id == of.Id);
            unit.Expect(of, line.Version);
            if (line.Postponed)
            {
                if (of.Status == AttestationStatus.Decided) return new Problem("DecidedIsNotPostponed", of.Person!.Name.Short);
                of.Unplan();
                continue;
            }
            if (line.Decision is not { } decision) return new Problem("DecisionMissing", of.Person!.Name.Short);
            if (AttestationRules.CheckDecision(of.Person!.Name.Short, of.Kind, decision, line.Note) is { } refused) return refused;
            if (of.Decide(decision, Typed.OrNull(line.Note), AttestationRules.ValidTo(decision, meeting.HeldOn, years)) is { Problem: { } ended }) return ended;
        }
        unit.Note = $"№ {number}";
        return meeting.Hold(number, date);
    }, ct);

    /// <summary>Calls a planned meeting off; who stood on its list waits for the next one.</summary>
    /// <returns><c>NotFound</c>, <c>ReasonMissing</c>, <c>MeetingIsNotPlanned</c>.</returns>
    public Task<Result> CancelAsync(Actor actor, int id, string? reason, CancellationToken ct = default) => ChangeAsync(actor, "attestation.meeting-cancel", id, async (unit, meeting) =>
    {
        if (Typed.OrNull(reason) is not { } why) return new Problem("ReasonMissing");
        unit.Note = why;
        foreach (var of in await AgendaAsync(unit, id, ct)) of.Unplan();
        return meeting.Cancel(why);
    }, ct);

    private Task<Result> ChangeAsync(Actor actor, string verb, int id, Func<WriteUnit, AttestationMeeting, Task<Result>> change, CancellationToken ct) => store.WriteAsync(actor, verb, async unit =>
    {
        if (await unit.Db.Set<AttestationMeeting>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } meeting) return new Problem("NotFound");
        unit.CenterId = meeting.CenterId;
        actor.Demand(Permission.ManageAttestation, meeting.CenterId);
        return await change(unit, meeting);
    }, ct);

    private static async Task FollowAsync(WriteUnit unit, AttestationMeeting meeting, CancellationToken ct)
    {
        var years = (await unit.Db.SettingsAsOfAsync(meeting.HeldOn, ct)).AttestationYears;
        foreach (var of in await AgendaAsync(unit, meeting.Id, ct)) of.Follow(meeting, of.Decision is { } decision ? AttestationRules.ValidTo(decision, meeting.HeldOn, years) : null);
    }

    private static Task<List<HeadAttestation>> AgendaAsync(WriteUnit unit, int meetingId, CancellationToken ct) =>
        unit.Db.Set<HeadAttestation>().Include(x => x.Person).Where(x => x.MeetingId == meetingId).OrderBy(x => x.Id).ToListAsync(ct);
}
