using Microsoft.EntityFrameworkCore;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Mentoring.Internships;

/// <summary>Verbs on internships. Sessions that fall into one are a warning of the screen, another internship at the same time is refused here.</summary>
public sealed class InternshipCommands(Store store)
{
    /// <summary>Plans an internship, or changes one that is not over. A new one copies the workplace of the day and links the person to the center.</summary>
    /// <returns>
    /// The internship's id; or <c>NotFound</c>, a problem of <see cref="InternshipRules.Check"/> or <see cref="InternshipRules.Overlap"/>,
    /// <c>InternshipIsOver</c> (its status), <c>InternshipEventOther</c>.
    /// </returns>
    public Task<Result<int>> SaveAsync(Actor actor, InternshipForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "internships.create" : "internships.change", async unit =>
    {
        var stored = form.Id is { } id ? await unit.Db.Set<Internship>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) : null;
        if (form.Id is not null && stored is null) return new Problem("NotFound");
        if (InternshipRules.Check(form, unit.Today) is { } wrong) return wrong;
        var centerId = stored?.CenterId ?? form.CenterId!.Value;
        actor.Demand(Permission.ManageMentoring, centerId);
        unit.CenterId = centerId;
        if (stored is not null && stored.Status != InternshipStatus.Planned) return new Problem("InternshipIsOver", stored.Status);

        var person = await unit.Db.Set<Person>().SingleOrDefaultAsync(x => stored == null ? x.PublicKey == form.PersonKey : x.Id == stored.PersonId, ct);
        if (person is null) return new Problem("NotFound").At(nameof(form.PersonKey));
        var (from, to) = (form.From!.Value, form.To!.Value);
        var others = await unit.Db.Set<Internship>().Where(x => x.PersonId == person.Id && x.Status != InternshipStatus.Cancelled && x.Id != form.Id)
            .Select(x => new DateRange(x.From, x.To)).ToListAsync(ct);
        if (InternshipRules.Overlap(person.Name.Short, new DateRange(from, to), others) is { } overlap) return overlap;
        if (!await unit.Db.Set<School>().AnyAsync(x => x.Id == form.HostSchoolId, ct)) return new Problem("NotFound").At(nameof(form.HostSchoolId));
        if (form.EventId is { } eventId && !await unit.Db.Set<TrainingEvent>().AnyAsync(x => x.Id == eventId && x.CenterId == centerId && x.Kind == EventKind.Internship && x.Status != EventStatus.Cancelled, ct))
            return new Problem("InternshipEventOther").At(nameof(form.EventId));

        if (stored is null)
        {
            stored = new Internship { CenterId = centerId, PersonId = person.Id, HostSchoolId = form.HostSchoolId!.Value, SupervisorName = "", From = from, To = to, Hours = form.Hours!.Value };
            if ((await EnrollmentWrites.WorkplacesAsync(unit, [person.Id], ct)).TryGetValue(person.Id, out var work))
                (stored.SchoolId, stored.MunicipalityId, stored.Position, stored.Category) = (work.Job.SchoolId, work.Municipality, work.Job.Position, work.Job.Category);
            unit.Db.Add(stored);
            await PeopleCommands.EnsureLinkAsync(unit, person.Id, centerId, ct);
        }
        else
        {
            unit.Expect(stored, form.Version);
        }
        (stored.HostSchoolId, stored.From, stored.To, stored.Hours, stored.EventId) = (form.HostSchoolId!.Value, from, to, form.Hours!.Value, form.EventId);
        (stored.SupervisorName, stored.SupervisorPost, stored.Plan) = (form.SupervisorName.Trim(), Typed.OrNull(form.SupervisorPost), Typed.OrNull(form.Plan));
        (stored.Review, stored.ReportReceivedOn) = (Typed.OrNull(form.Review), form.ReportReceivedOn);
        await unit.FlushAsync(ct);
        return stored.Id;
    }, ct);

    /// <returns><c>NotFound</c>, <c>InternshipIsOver</c> (its status), or a problem of <see cref="InternshipRules.MayComplete"/>.</returns>
    public Task<Result> CompleteAsync(Actor actor, int id, InternshipCompletionForm form, CancellationToken ct = default) => ChangeAsync(actor, "internships.complete", id, (unit, of) =>
    {
        if (of.Status != InternshipStatus.Planned) return new Problem("InternshipIsOver", of.Status);
        if (InternshipRules.MayComplete(form, of.To, unit.Today) is { } problem) return problem;
        unit.Expect(of, form.Version);
        (of.Review, of.ReportReceivedOn) = (Typed.OrNull(form.Review), form.ReportReceivedOn);
        return of.Complete(form.Result!.Value, form.CompletedOn!.Value);
    }, ct);

    /// <returns><c>NotFound</c>, <c>ReasonMissing</c>, <c>InternshipIsOver</c> (its status).</returns>
    public Task<Result> CancelAsync(Actor actor, int id, string? reason, CancellationToken ct = default) => ChangeAsync(actor, "internships.cancel", id, (unit, of) =>
    {
        if (Typed.OrNull(reason) is not { } why) return new Problem("ReasonMissing");
        unit.Note = why;
        return of.Cancel(why, unit.Today);
    }, ct);

    private Task<Result> ChangeAsync(Actor actor, string verb, int id, Func<WriteUnit, Internship, Result> change, CancellationToken ct) => store.WriteAsync(actor, verb, async unit =>
    {
        if (await unit.Db.Set<Internship>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } of) return new Problem("NotFound");
        actor.Demand(Permission.ManageMentoring, of.CenterId);
        unit.CenterId = of.CenterId;
        return change(unit, of);
    }, ct);
}
