using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;

namespace TeacherCenters.Reports;

/// <summary>What must hold of headcounts after any fault; answers sentences about what does not.</summary>
public static class ReportsInvariants
{
    /// <summary>The young are among the teachers, those in their first years among the young, and others are not counted at all.</summary>
    public static async Task<IReadOnlyList<string>> HeadcountsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<string>();
        foreach (var place in (await db.Set<Denominator>().ToListAsync(ct)).GroupBy(x => (x.Year, x.MunicipalityId)))
        {
            if (place.Any(x => !HeadcountRules.Groups.Contains(x.Group))) found.Add($"Headcount of municipality {place.Key.MunicipalityId} in {place.Key.Year}: a group that has none.");
            if (HeadcountRules.Check(Headcount.Of(place.Select(x => KeyValuePair.Create(x.Group, x.People)))) is { } problem) found.Add($"Headcount of municipality {place.Key.MunicipalityId} in {place.Key.Year}: {problem}.");
        }
        return found;
    }
}
