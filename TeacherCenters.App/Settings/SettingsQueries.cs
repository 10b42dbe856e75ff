using TeacherCenters.Data;
using TeacherCenters.Security;

namespace TeacherCenters.Settings;

public sealed class SettingsQueries(Store store, NetworkClock clock)
{
    /// <summary>The settings that hold today, and today in the network's time zone.</summary>
    public async Task<(NetworkSettings Settings, DateOnly Today)> CurrentAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.EditSettings, null);
        await using var db = await store.ReadAsync(cancellation);
        return (await db.SettingsAsOfAsync(clock.Today, cancellation), clock.Today);
    }
}
