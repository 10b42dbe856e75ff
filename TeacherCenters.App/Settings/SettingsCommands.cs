using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Settings;

/// <summary>Verbs on the network's settings. A change holds from its day on; what was true before stays.</summary>
public sealed class SettingsCommands(Store store)
{
    /// <summary>Changes what differs between the two documents, from a day on; whatever else was or will be changed stays.</summary>
    /// <param name="opened">The settings that the change was made over.</param>
    /// <returns><c>ValidFromMissing</c>, or what <see cref="SettingsRules.Check"/> finds, on the day or on a later one.</returns>
    public Task<Result> ChangeAsync(Actor actor, NetworkSettings opened, NetworkSettings changed, DateOnly? validFrom, CancellationToken cancellation = default) =>
        store.WriteAsync(actor, "settings.save", async unit =>
        {
            actor.Demand(Permission.EditSettings, null);
            if (validFrom is not { } from) return new Problem("ValidFromMissing").At("ValidFrom");
            return await StoreAsync(unit, SettingChanges.Difference(opened, Tidied(changed)), from, cancellation) is { } problem ? problem : Result.Done;
        }, cancellation);

    /// <summary>Takes a coming change of one setting back: what holds before it goes on.</summary>
    /// <returns><c>NotFound</c> when nothing is coming on that day; <c>SettingHolds</c> when the day has come.</returns>
    public Task<Result> CancelAsync(Actor actor, string name, DateOnly from, CancellationToken cancellation = default) =>
        store.WriteAsync(actor, "settings.cancel", async unit =>
        {
            actor.Demand(Permission.EditSettings, null);
            if (from <= unit.Today) return new Problem("SettingHolds");
            if (!await unit.Db.Set<SettingsEdition>().AnyAsync(x => x.ValidFrom == from, cancellation)) return new Problem("NotFound");
            var (before, edition) = (await unit.Db.SettingsAsOfAsync(from.AddDays(-1), cancellation), await unit.Db.SettingsAsOfAsync(from, cancellation));
            var back = SettingChanges.Difference(edition, before).Where(x => x.Key == name).ToDictionary();
            if (back.Count == 0) return new Problem("NotFound");
            return await StoreAsync(unit, back, from, cancellation) is { } problem ? problem : Result.Done;
        }, cancellation);

    /// <summary>Changes today's settings within an open unit.</summary>
    public async Task ChangeAsync(WriteUnit unit, Func<NetworkSettings, NetworkSettings> change, CancellationToken cancellation = default)
    {
        var current = await unit.Db.SettingsAsOfAsync(unit.Today, cancellation);
        if (await StoreAsync(unit, SettingChanges.Difference(current, Tidied(change(current))), unit.Today, cancellation) is { } problem) throw new InvalidOperationException(problem.ToString());
    }

    private static NetworkSettings Tidied(NetworkSettings settings) =>
        settings with { RegionName = settings.RegionName.Trim(), ProjectName = settings.ProjectName.Trim(), PublicBaseAddress = settings.PublicBaseAddress.Trim().TrimEnd('/') };

    private static async Task<Problem?> StoreAsync(WriteUnit unit, IReadOnlyDictionary<string, JsonNode?> changes, DateOnly from, CancellationToken cancellation)
    {
        if (changes.Count == 0) return null;
        var before = await unit.Db.SettingsAsOfAsync(from, cancellation);
        var rows = await unit.Db.Set<SettingsEdition>().Where(x => x.ValidFrom >= from).OrderBy(x => x.ValidFrom).ToListAsync(cancellation);
        if (rows.FirstOrDefault()?.ValidFrom != from)
        {
            // First as a copy of what held: the history then tells what changed, not all that there is.
            var added = new SettingsEdition { ValidFrom = from, Json = JsonSerializer.Serialize(before) };
            unit.Db.Add(added);
            await unit.FlushAsync(cancellation);
            rows.Insert(0, added);
        }
        foreach (var row in rows)
        {
            var edition = Read(row.Json);
            if (row.ValidFrom > from) changes = SettingChanges.Inherited(before, edition, changes);
            if (changes.Count == 0) break;
            var changed = SettingChanges.With(edition, changes);
            if (SettingsRules.Check(changed) is { } problem) return problem;
            row.Json = JsonSerializer.Serialize(changed);
        }
        return null;
    }

    private static NetworkSettings Read(string json) => JsonSerializer.Deserialize<NetworkSettings>(json)!;
}
