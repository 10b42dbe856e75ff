using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace TeacherCenters.Tests.Browser;

/// <summary>The whole program on a real port of the loopback, on a data root of its own that goes with it.</summary>
public sealed class AppHost : WebApplicationFactory<global::Program>
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "teachercenters-tests", "host-" + Guid.NewGuid().ToString("N"));
    private readonly Dictionary<string, string> _settings;

    public AppHost(params (string Key, string Value)[] settings)
    {
        _settings = settings.ToDictionary(x => x.Key, x => x.Value);
        UseKestrel(0);
    }

    public string DataRoot => _root;

    /// <summary>The program's clock; null for the machine's.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>The address that the program listens on, with a slash at its end.</summary>
    public string Address => ClientOptions.BaseAddress.ToString();

    public static AppHost Start(params (string Key, string Value)[] settings)
    {
        var host = new AppHost(settings);
        host.StartServer();
        return host;
    }

    /// <summary>As <see cref="Start"/>, with the administrator of the unattended set-up: the one who signs in unless another is named.</summary>
    public static AppHost StartSetUp(params (string Key, string Value)[] settings) =>
        Start([("TeacherCenters:Setup:AdminEmail", Walk.Administrator), ("TeacherCenters:Setup:AdminPassword", Walk.Password), .. settings]);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("TeacherCenters:DataRoot", _root);
        builder.UseSetting("TeacherCenters:NightlyAt", "");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        if (Time is { } time) builder.ConfigureTestServices(services => services.AddSingleton(time));
    }
}
