using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.People;

/// <summary>Where people work. What has been counted keeps the workplace of its day, so a row may be corrected at any time.</summary>
public sealed class EmploymentCommands(Store store)
{
    /// <summary>Adds or changes a workplace. A new main one takes the place of the others of the same time.</summary>
    /// <returns>The row's id, <c>NotFound</c>, <c>SchoolMissing</c>, or <c>EmploymentDates</c>.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, EmploymentForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "employments.create" : "employments.change", async unit =>
    {
        if (!await unit.Db.Set<Person>().VisibleTo(actor, unit.Db).AnyAsync(x => x.Id == form.PersonId, ct)) return new Problem("NotFound");
        unit.CenterId = await PeopleCommands.DemandAsync(unit, Permission.EditPeople, form.PersonId, ct);
        var written = form.SchoolId is null ? SchoolNames.Written(form.SchoolWritten) : null;
        if (written is null && !await unit.Db.Set<School>().AnyAsync(x => x.Id == form.SchoolId, ct)) return new Problem("SchoolMissing").At(nameof(form.SchoolId));
        var (from, to) = (PeopleCommands.Day(form.From), PeopleCommands.Day(form.To));
        if (PersonRules.Employment(from, to) is { } problem) return problem;
        var all = await unit.Db.Set<Employment>().Where(x => x.PersonId == form.PersonId).ToListAsync(ct);
        Employment? job;
        if (form.Id is { } id)
        {
            job = all.SingleOrDefault(x => x.Id == id);
            if (job is null) return new Problem("NotFound");
            unit.Expect(job, form.Version);
        }
        else
        {
            job = new Employment { PersonId = form.PersonId, SchoolId = form.SchoolId, Position = "", Category = form.Category };
            unit.Db.Add(job);
        }
        (job.SchoolId, job.SchoolWritten) = (form.SchoolId, written);
        (job.Position, job.Category, job.Subject) = (form.Position.Trim(), form.Category, Typed.OrNull(form.Subject));
        (job.IsMain, job.From, job.To) = (form.IsMain, from, to);
        if (job.IsMain)
        {
            foreach (var other in all.Where(x => x != job && x.IsMain && new DateRange(x.From, x.To).Overlaps(new DateRange(from, to)))) other.IsMain = false;
        }
        await unit.FlushAsync(ct);
        return job.Id;
    }, ct);

    /// <summary>Ends a workplace on a day, the last one worked.</summary>
    /// <returns><c>NotFound</c>, or <c>EmploymentDates</c> for a day before the start.</returns>
    public Task<Result> EndAsync(Actor actor, int personId, int id, DateOnly day, CancellationToken ct = default) => store.WriteAsync(actor, "employments.end", async unit =>
    {
        if (!await unit.Db.Set<Person>().VisibleTo(actor, unit.Db).AnyAsync(x => x.Id == personId, ct)) return new Problem("NotFound");
        unit.CenterId = await PeopleCommands.DemandAsync(unit, Permission.EditPeople, personId, ct);
        var job = await unit.Db.Set<Employment>().SingleOrDefaultAsync(x => x.Id == id && x.PersonId == personId, ct);
        if (job is null) return new Problem("NotFound");
        if (PersonRules.Employment(job.From, day) is { } problem) return problem;
        job.To = day;
        return Result.Done;
    }, ct);
}
