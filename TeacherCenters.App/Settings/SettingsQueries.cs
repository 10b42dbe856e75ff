using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Settings;

/// <summary>The settings today, each over time, and who changed them.</summary>
/// <param name="Holidays">Days off of the whole country from this year on.</param>
public sealed record SettingsBoard(DateOnly Today, NetworkSettings Current, IReadOnlyDictionary<string, SettingHistory> Timelines, IReadOnlyList<DayOff> Holidays, string TimeZone, IReadOnlyList<HistoryRow> History);

public sealed class SettingsQueries(Store store, NetworkClock clock, DataRoot root)
{
    /// <summary>Three queries.</summary>
    public async Task<SettingsBoard> BoardAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.EditSettings, null);
        await using var db = await store.ReadAsync(cancellation);
        var today = clock.Today;
        var rows = await db.Set<SettingsEdition>().OrderBy(x => x.ValidFrom).Select(x => new { x.ValidFrom, x.Json }).ToListAsync(cancellation);
        var editions = rows.ConvertAll(x => (x.ValidFrom, Settings: JsonSerializer.Deserialize<NetworkSettings>(x.Json)!));
        var timelines = SettingsSections.All.SelectMany(x => x.Names).ToDictionary(x => x, x => SettingChanges.Of(x, editions, today));
        var current = editions.LastOrDefault(x => x.ValidFrom <= today).Settings ?? new NetworkSettings();
        var history = await db.HistoryOfAsync(db.ChangeRows.Where(x => x.Kind == nameof(SettingsEdition)), null, clock, ct: cancellation);
        return new(today, current, timelines, [.. root.Holidays().Where(x => x.Date.Year >= today.Year)], clock.ZoneName, history);
    }
}
