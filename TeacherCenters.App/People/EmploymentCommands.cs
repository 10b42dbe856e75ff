using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.People;

/// <summary>Where people work. What has been counted keeps the workplace of its day, so a row may be corrected at any time.</summary>
public sealed class EmploymentCommands(Store store, IEnumerable<WorkplaceTied> followers)
{
    /// <summary>Adds or changes a workplace. A new main one takes the place of the others of the same time.</summary>
    /// <returns>The row's id, <c>NotFound</c>, <c>SchoolMissing</c>, or <c>EmploymentDates</c>.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, EmploymentForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "employments.create" : "employments.change", async unit =>
    {
        if (!await unit.Db.Set<Person>().VisibleTo(actor, unit.Db).AnyAsync(x => x.Id == form.PersonId, ct)) return new Problem("NotFound");
        unit.CenterId = await PeopleCommands.DemandAsync(unit, Permission.EditPeople, form.PersonId, ct);
        var written = form.SchoolId is null ? SchoolNames.Written(form.SchoolWritten) : null;
        if (written is null && !await unit.Db.Set<School>().AnyAsync(x => x.Id == form.SchoolId, ct)) return new Problem("SchoolMissing").At(nameof(form.SchoolId));
        var (from, to) = (form.From, form.To);
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
        if (job.SchoolWritten is { } before && form.SchoolId is { } chosen) await FollowAsync(unit, [form.PersonId], before, chosen, ct);
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

    /// <summary>A written organisation is one of the list: the workplaces of that spelling name it, and what was copied from them follows. Positions and days stay.</summary>
    /// <returns>How many people; or <c>SchoolMissing</c>, <c>NotFound</c> also when nobody carries the spelling.</returns>
    public Task<Result<int>> TieAsync(Actor actor, TieForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, "employments.tie", async unit =>
    {
        var jobs = unit.Db.Set<Employment>().Where(x => x.SchoolWritten != null);
        if (form.PersonId is { } person)
        {
            if (!await unit.Db.Set<Person>().VisibleTo(actor, unit.Db).AnyAsync(x => x.Id == person, ct)) return new Problem("NotFound");
            unit.CenterId = await PeopleCommands.DemandAsync(unit, Permission.EditPeople, person, ct);
        }
        else
        {
            actor.DemandSomewhere(Permission.EditPeople);
        }
        jobs = form is { PersonId: { } one, Others: false } ? jobs.Where(x => x.PersonId == one) : jobs.EditableBy(actor, unit.Db);
        if (form.SchoolId is not { } school || !await unit.Db.Set<School>().AnyAsync(x => x.Id == school, ct)) return new Problem("SchoolMissing").At(nameof(form.SchoolId));
        var spellings = (await jobs.Select(x => x.SchoolWritten!).Distinct().ToListAsync(ct)).Where(x => SchoolNames.Same(x, form.Written)).ToList();
        var tied = await jobs.Where(x => spellings.Contains(x.SchoolWritten!)).ToListAsync(ct);
        if (tied.Count == 0) return new Problem("NotFound");
        foreach (var job in tied) job.Tie(school);
        int[] people = [.. tied.Select(x => x.PersonId).Distinct()];
        await FollowAsync(unit, people, form.Written, school, ct);
        return people.Length;
    }, ct);

    private async Task FollowAsync(WriteUnit unit, int[] people, string written, int school, CancellationToken ct)
    {
        foreach (var follow in followers) await follow(unit, people, written, school, ct);
    }

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
