using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Reports;

/// <summary>What must hold of headcounts after any fault; answers sentences about what does not.</summary>
public static class ReportsInvariants
{
    /// <summary>The young are among the teachers, those in their first years among the young, and others are not counted at all.</summary>
    public static async Task<IReadOnlyList<Problem>> HeadcountsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<Problem>();
        foreach (var place in (await db.Set<Denominator>().ToListAsync(ct)).GroupBy(x => (x.Year, x.MunicipalityId)))
        {
            if (place.Any(x => !HeadcountRules.Groups.Contains(x.Group))) found.Add(new Problem("Found_HeadcountGroup", place.Key.MunicipalityId, place.Key.Year));
            if (HeadcountRules.Check(Headcount.Of(place.Select(x => KeyValuePair.Create(x.Group, x.People)))) is { } problem) found.Add(new Problem("Found_Headcount", place.Key.MunicipalityId, place.Key.Year, problem));
        }
        return found;
    }
}
