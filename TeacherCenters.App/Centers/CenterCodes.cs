using Microsoft.EntityFrameworkCore;
using TeacherCenters.Certificates;
using TeacherCenters.Data;

namespace TeacherCenters.Centers;

/// <summary>
/// A code begins the registration numbers of its center, and each center counts from one: a code that another center once issued under would give
/// numbers that are taken.
/// </summary>
internal static class CenterCodes
{
    /// <returns>The short name of another center that issued documents under the code; null when none did.</returns>
    public static async Task<string?> IssuedByAsync(AppDb db, string code, int? except, CancellationToken ct)
    {
        var prefix = code + "-";
        return await db.Set<Certificate>().Where(x => x.CenterId != except && x.Number.StartsWith(prefix)).OrderBy(x => x.Id)
            .Select(x => db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First()).FirstOrDefaultAsync(ct);
    }
}
