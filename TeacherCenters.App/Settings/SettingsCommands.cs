using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Settings;

/// <summary>Verbs on the network's settings. A change holds from its day on; what was true before stays.</summary>
public sealed class SettingsCommands(Store store)
{
    /// <returns><c>AdmissionPercentRange</c>, <c>Setup_AddressInvalid</c>.</returns>
    public Task<Result> SaveAsync(Actor actor, NetworkSettings settings, DateOnly validFrom, CancellationToken cancellation = default) =>
        store.WriteAsync(actor, "settings.save", async unit =>
        {
            actor.Demand(Permission.EditSettings, null);
            if (settings.AdmissionPercent is < 0 or > 100) return new Problem("AdmissionPercentRange").At(nameof(NetworkSettings.AdmissionPercent));
            if (AddressProblem(settings.PublicBaseAddress) is { } problem) return problem.At(nameof(NetworkSettings.PublicBaseAddress));
            await StoreAsync(unit, settings with { PublicBaseAddress = settings.PublicBaseAddress.Trim().TrimEnd('/') }, validFrom, cancellation);
            return Result.Done;
        }, cancellation);

    /// <summary>Changes today's settings within an open unit.</summary>
    public async Task ChangeAsync(WriteUnit unit, Func<NetworkSettings, NetworkSettings> change, CancellationToken cancellation = default) =>
        await StoreAsync(unit, change(await unit.Db.SettingsAsOfAsync(unit.Today, cancellation)), unit.Today, cancellation);

    /// <summary>Null for an empty or whole http(s) address.</summary>
    public static Problem? AddressProblem(string address) =>
        string.IsNullOrWhiteSpace(address) || (Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
            ? null
            : new Problem("Setup_AddressInvalid");

    private static async Task StoreAsync(WriteUnit unit, NetworkSettings settings, DateOnly validFrom, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(settings);
        var edition = await unit.Db.Set<SettingsEdition>().SingleOrDefaultAsync(x => x.ValidFrom == validFrom, cancellation);
        if (edition is null) unit.Db.Add(new SettingsEdition { ValidFrom = validFrom, Json = json });
        else edition.Json = json;
    }
}
