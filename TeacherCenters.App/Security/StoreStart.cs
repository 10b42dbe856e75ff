using TeacherCenters.Data;

namespace TeacherCenters.Security;

public static class StoreStart
{
    /// <summary>Opens the store in the start order, and makes or announces the first administrator.</summary>
    /// <exception cref="StoreRefusedException">The store must not be opened, or the unattended set-up is wrong.</exception>
    public static async Task PrepareStoreAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<StoreSetup>().PrepareAsync();
        foreach (var begin in app.Services.GetServices<StoreBeginning>()) await begin(CancellationToken.None);
        var first = app.Services.GetRequiredService<FirstAdministrator>();
        if (!await first.IsNeededAsync()) return;
        var setup = app.Configuration.GetSection("TeacherCenters:Setup");
        if (setup["AdminEmail"] is not { Length: > 0 } email)
        {
            first.Announce();
            return;
        }
        var start = app.Services.GetRequiredService<FirstStart>();
        var form = new FirstStartForm(setup["AdminName"] is { Length: > 0 } name ? name : email, email, setup["AdminPassword"] ?? "", setup["PublicBaseAddress"] ?? "", Sample: false);
        if ((await start.BeginAsync(form)).Problem is { } problem)
            throw new StoreRefusedException(2, $"TeacherCenters__Setup__*: {problem}");
        if (!setup.GetValue<bool>("SampleNetwork")) return;
        await start.FillAsync(CancellationToken.None);
        if (start.Failure is { } failure) throw new StoreRefusedException(9, failure);
    }
}
