using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Assessments;

/// <summary>What the verbs on candidates share: all of it runs inside an open unit.</summary>
internal static class AssessmentWrites
{
    /// <summary>The chosen candidates of one center with person, slot and session, in the order of application.</summary>
    /// <returns><c>NothingChosen</c>, or <c>NotFound</c> when one of them is not there or lies in another center than the rest.</returns>
    public static async Task<Result<List<Assessment>>> ChosenAsync(WriteUnit unit, IReadOnlyCollection<int> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return new Problem("NothingChosen");
        var wanted = ids.Distinct().ToList();
        var rows = await unit.Db.Set<Assessment>().VisibleTo(unit.Actor).Include(x => x.Person).Include(x => x.Slot).ThenInclude(x => x!.Session)
            .Where(x => wanted.Contains(x.Id))
            .OrderBy(x => x.AppliedOn).ThenBy(x => x.Id)
            .ToListAsync(ct);
        if (rows.Count != wanted.Count || rows.Exists(x => x.CenterId != rows[0].CenterId)) return new Problem("NotFound");
        unit.CenterId = rows[0].CenterId;
        unit.Actor.Demand(Permission.ManageAssessments, rows[0].CenterId);
        return rows;
    }

    /// <returns><c>CandidateStatusChange</c> (name, from, to).</returns>
    public static Result Move(WriteUnit unit, Assessment row, AssessmentStatus next)
    {
        var before = row.Status;
        return row.MoveTo(next, unit.Now).Succeeded ? Result.Done : new Problem("CandidateStatusChange", row.Person!.Name.Short, before, next);
    }

    /// <summary>Frees the seat and moves on.</summary>
    /// <returns><c>CandidateStatusChange</c> (name, from, to).</returns>
    public static async Task<Result> ReleaseAsync(WriteUnit unit, Assessment row, AssessmentStatus next, CancellationToken ct)
    {
        var before = row.Status;
        if (row.SlotId is null) return new Problem("CandidateStatusChange", row.Person!.Name.Short, before, next);
        var slot = row.Slot ?? await unit.Db.Set<AssessmentSlot>().SingleAsync(x => x.Id == row.SlotId, ct);
        return row.Release(slot, next, unit.Now).Succeeded ? Result.Done : new Problem("CandidateStatusChange", row.Person!.Name.Short, before, next);
    }

    /// <summary>Copies the workplaces of a day; a person without one keeps what stands there.</summary>
    public static async Task CopyWorkplacesAsync(WriteUnit unit, IReadOnlyCollection<Assessment> rows, DateOnly day, CancellationToken ct)
    {
        var people = rows.Select(x => x.PersonId).ToList();
        var jobs = await unit.Db.Set<People.Employment>().Where(x => people.Contains(x.PersonId)).ToListAsync(ct);
        var schools = jobs.Select(x => x.SchoolId).OfType<int>().Distinct().ToList();
        var municipalities = await unit.Db.Set<People.School>().Where(x => schools.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.MunicipalityId, ct);
        foreach (var row in rows)
        {
            if (EnrollmentRules.WorkplaceOn(jobs.Where(x => x.PersonId == row.PersonId), day) is not { } job) continue;
            (row.SchoolId, row.MunicipalityId, row.Position, row.Category) = (job.SchoolId, job.SchoolId is { } school ? municipalities[school] : null, job.Position, job.Category);
        }
    }
}
