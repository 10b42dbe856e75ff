using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.People;

/// <summary>The municipalities of the region, from the reference lists: no school can be entered without one, so that every store begins with them.</summary>
public sealed class MunicipalityList(Store store, DataRoot root)
{
    public static IEnumerable<Municipality> Read(string folder) =>
        File.ReadLines(Path.Combine(folder, "municipalities.csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(';')).Select(row => new Municipality
        {
            Order = int.Parse(row[0], CultureInfo.InvariantCulture), Name = row[1], UnitType = row[2], ShortName = row[3],
        });

    /// <summary>Fills a store that has none; what is there is left as it is.</summary>
    public async Task FillAsync(CancellationToken ct = default)
    {
        await using (var db = await store.ReadAsync(ct))
        {
            if (await db.Set<Municipality>().AnyAsync(ct)) return;
        }
        await store.WriteAsync(Actor.System, "municipalities.fill", unit =>
        {
            unit.Db.AddRange(Read(root.Reference));
            return Task.FromResult(Result.Done);
        }, ct);
    }
}
