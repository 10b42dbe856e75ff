using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>Verbs on attestations from the application to the list of a meeting. A verb on several people does all of them or none.</summary>
public sealed class AttestationCommands(Store store)
{
    /// <summary>Takes an application, or changes one that is not ended. School and position of an acting head follow from the employment; the person is linked to the center.</summary>
    /// <returns>
    /// The attestation's id; or <c>NotFound</c>, a problem of <see cref="AttestationRules.Check"/>, <c>AttestationIsEnded</c>, <c>AttestationUnderWay</c> (name),
    /// <c>NotLeading</c> (name, day), <c>HeadSchoolUnlisted</c> (name, the organisation as written).
    /// </returns>
    public Task<Result<int>> ApplyAsync(Actor actor, HeadApplicationForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "attestation.apply" : "attestation.change", async unit =>
    {
        var stored = form.Id is { } id ? await unit.Db.Set<HeadAttestation>().VisibleTo(actor).Include(x => x.Person).SingleOrDefaultAsync(x => x.Id == id, ct) : null;
        if (form.Id is not null && stored is null) return new Problem("NotFound");
        if (stored is not null) form = form with { CenterId = stored.CenterId, PersonKey = stored.Person!.PublicKey, Kind = stored.Kind };
        if (AttestationRules.Check(form, unit.Today) is { } wrong) return wrong;
        unit.CenterId = form.CenterId;
        actor.Demand(Permission.ManageAttestation, form.CenterId);
        if (stored is { IsOpen: false }) return new Problem("AttestationIsEnded");
        var person = stored?.Person ?? await unit.Db.Set<Person>().SingleOrDefaultAsync(x => x.PublicKey == form.PersonKey, ct);
        if (person is null) return new Problem("NotFound").At(nameof(form.PersonKey));
        var (school, position) = (form.SchoolId, Typed.OrNull(form.Position));
        if (form.Kind == AttestationKind.Acting)
        {
            var day = stored?.MeetingOn ?? form.AppliedOn ?? unit.Today;
            var jobs = await unit.Db.Set<Employment>().Where(x => x.PersonId == person.Id).ToListAsync(ct);
            if (AttestationRules.HeadJobOn(jobs, day) is not { } job) return new Problem("NotLeading", person.Name.Short, day).At(nameof(form.PersonKey));
            if (job.SchoolWritten is { } written) return new Problem("HeadSchoolUnlisted", person.Name.Short, written).At(nameof(form.PersonKey));
            (school, position) = (job.SchoolId, job.Position);
        }
        if (await EnrollmentWrites.MunicipalityOfAsync(unit, school, ct) is not { } municipality) return new Problem("NotFound").At(nameof(form.SchoolId));
        if (stored is null)
        {
            if (await unit.Db.Set<HeadAttestation>().AnyAsync(x => x.PersonId == person.Id && (x.Status == AttestationStatus.Applied || x.Status == AttestationStatus.Planned), ct))
                return new Problem("AttestationUnderWay", person.Name.Short).At(nameof(form.PersonKey));
            stored = New(form.CenterId!.Value, person.Id, form.Kind, school!.Value, municipality, position!);
            await CopyWorkplacesAsync(unit, [stored], ct);
            unit.Db.Add(stored);
            await PeopleCommands.EnsureLinkAsync(unit, person.Id, stored.CenterId, ct);
        }
        else
        {
            unit.Expect(stored, form.Version);
        }
        (stored.AppliedOn, stored.SchoolId, stored.MunicipalityId, stored.Position) = (form.AppliedOn, school!.Value, municipality, position!);
        await unit.FlushAsync(ct);
        return stored.Id;
    }, ct);

    /// <summary>
    /// Puts people on the list of a meeting: whose application waits, or who stands on another list of the center, moves there; an acting head
    /// without an application is called by the center. One who was forgotten may be added to a meeting that was held: its protocol is then written again.
    /// </summary>
    /// <returns>
    /// How many; or <c>NotFound</c>, <c>NothingChosen</c>, <c>MeetingIsCancelled</c>, <c>AlreadyOnAgenda</c> (name), <c>AttestationUnderWay</c> (name),
    /// <c>NotLeading</c> (name, day of the meeting), <c>HeadSchoolUnlisted</c> (name, the organisation as written).
    /// </returns>
    public Task<Result<int>> PutOnAgendaAsync(Actor actor, int meetingId, IReadOnlyCollection<Guid> people, CancellationToken ct = default) => store.WriteAsync<int>(actor, "attestation.agenda", async unit =>
    {
        if (await unit.Db.Set<AttestationMeeting>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == meetingId, ct) is not { } meeting) return new Problem("NotFound");
        unit.CenterId = meeting.CenterId;
        actor.Demand(Permission.ManageAttestation, meeting.CenterId);
        if (meeting.Status == MeetingStatus.Cancelled) return new Problem("MeetingIsCancelled");
        if (people.Count == 0) return new Problem("NothingChosen");
        var keys = people.Distinct().ToList();
        var chosen = await unit.Db.Set<Person>().Where(x => keys.Contains(x.PublicKey)).OrderBy(x => x.SearchText).ThenBy(x => x.Id).ToListAsync(ct);
        if (chosen.Count != keys.Count) return new Problem("NotFound");
        var ids = chosen.ConvertAll(x => x.Id);
        var known = await unit.Db.Set<HeadAttestation>().Where(x => ids.Contains(x.PersonId) && (x.MeetingId == meetingId || x.Status == AttestationStatus.Applied || x.Status == AttestationStatus.Planned)).ToListAsync(ct);
        var jobs = await unit.Db.Set<Employment>().Where(x => ids.Contains(x.PersonId)).ToListAsync(ct);
        var schools = jobs.Select(x => x.SchoolId).OfType<int>().Distinct().ToList();
        var municipalities = await unit.Db.Set<School>().Where(x => schools.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.MunicipalityId, ct);
        var called = new List<HeadAttestation>();
        foreach (var person in chosen)
        {
            if (known.Exists(x => x.PersonId == person.Id && x.MeetingId == meetingId)) return new Problem("AlreadyOnAgenda", person.Name.Short);
            if (known.Find(x => x.PersonId == person.Id) is { } open)
            {
                if (open.CenterId != meeting.CenterId) return new Problem("AttestationUnderWay", person.Name.Short);
                if (open.PlanFor(meeting) is { Problem: { } ended }) return ended;
                continue;
            }
            if (AttestationRules.HeadJobOn(jobs.Where(x => x.PersonId == person.Id), meeting.HeldOn) is not { } job) return new Problem("NotLeading", person.Name.Short, meeting.HeldOn);
            if (job.SchoolId is not { } school) return new Problem("HeadSchoolUnlisted", person.Name.Short, job.SchoolWritten);
            var made = New(meeting.CenterId, person.Id, AttestationKind.Acting, school, municipalities[school], job.Position);
            made.PlanFor(meeting);
            called.Add(made);
            await PeopleCommands.EnsureLinkAsync(unit, person.Id, meeting.CenterId, ct);
        }
        await CopyWorkplacesAsync(unit, called, ct);
        unit.Db.AddRange(called);
        return chosen.Count;
    }, ct);

    /// <summary>Takes a person off the list of a meeting; the attestation waits for the next one.</summary>
    /// <returns><c>NotFound</c>, <c>NotOnAgenda</c> for what is not planned.</returns>
    public Task<Result> UnplanAsync(Actor actor, int id, CancellationToken ct = default) => ChangeAsync(actor, "attestation.unplan", id, (_, of) =>
    {
        if (of.Status != AttestationStatus.Planned) return new Problem("NotOnAgenda");
        of.Unplan();
        return Result.Done;
    }, ct);

    /// <returns><c>NotFound</c>, <c>ReasonMissing</c>, <c>AttestationIsEnded</c>.</returns>
    public Task<Result> WithdrawAsync(Actor actor, int id, string? reason, CancellationToken ct = default) => ChangeAsync(actor, "attestation.withdraw", id, (unit, of) =>
    {
        if (Typed.OrNull(reason) is not { } why) return new Problem("ReasonMissing");
        unit.Note = why;
        return of.Withdraw(why);
    }, ct);

    private Task<Result> ChangeAsync(Actor actor, string verb, int id, Func<WriteUnit, HeadAttestation, Result> change, CancellationToken ct) => store.WriteAsync(actor, verb, async unit =>
    {
        if (await unit.Db.Set<HeadAttestation>().VisibleTo(actor).Include(x => x.Meeting).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } of) return new Problem("NotFound");
        actor.Demand(Permission.ManageAttestation, of.CenterId);
        unit.CenterId = of.CenterId;
        return change(unit, of);
    }, ct);

    private static HeadAttestation New(int center, int person, AttestationKind kind, int school, int municipality, string position) =>
        new() { CenterId = center, PersonId = person, Kind = kind, SchoolId = school, MunicipalityId = municipality, Position = position };

    private static async Task CopyWorkplacesAsync(WriteUnit unit, IReadOnlyCollection<HeadAttestation> rows, CancellationToken ct)
    {
        var work = await EnrollmentWrites.WorkplacesAsync(unit, [.. rows.Select(x => x.PersonId)], ct);
        foreach (var row in rows)
        {
            if (work.TryGetValue(row.PersonId, out var at)) (row.WorkSchoolId, row.WorkPosition, row.WorkCategory) = (at.Job.SchoolId, at.Job.Position, at.Job.Category);
        }
    }
}
