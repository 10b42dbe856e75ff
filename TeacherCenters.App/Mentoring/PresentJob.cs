using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring;

/// <summary>Where a person works on a day, with the keys that matching needs.</summary>
public sealed record PresentJob(int? SchoolId, string School, int? MunicipalityId, string? Municipality, string Position, WorkerCategory Category, string? Subject);

internal static class PresentJobs
{
    /// <summary>The workplaces of many people on a day, in one query: the main one, else the latest.</summary>
    public static async Task<Dictionary<int, PresentJob>> JobsOnAsync(this AppDb db, IReadOnlyCollection<int> people, DateOnly day, CancellationToken ct)
    {
        var rows = await (
            from job in db.Set<Employment>()
            join s in db.Set<School>() on job.SchoolId equals (int?)s.Id into schools
            from school in schools.DefaultIfEmpty()
            join m in db.Set<Municipality>() on school.MunicipalityId equals m.Id into municipalities
            from municipality in municipalities.DefaultIfEmpty()
            where people.Contains(job.PersonId) && (job.From == null || job.From <= day) && (job.To == null || job.To >= day)
            orderby job.IsMain descending, job.From descending, job.Id descending
            select new { job.PersonId, Job = new PresentJob(job.SchoolId, job.SchoolWritten ?? school.Name, (int?)municipality.Id, municipality.ShortName, job.Position, job.Category, job.Subject) }).ToListAsync(ct);
        return rows.GroupBy(x => x.PersonId).ToDictionary(x => x.Key, x => x.First().Job);
    }
}
