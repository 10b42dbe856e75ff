using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Security;

namespace TeacherCenters.Bench.Pictures;

/// <summary>The whole program in this process, on a clock of its own and a store of its own that is made anew: the sample network as of one day.</summary>
internal sealed class PictureHost : WebApplicationFactory<AppDb>
{
    private const string Password = "сосна лён озеро";
    private readonly string _root;
    private readonly bool _isSetUp;

    private PictureHost(string name, bool isSetUp)
    {
        (_root, _isSetUp) = (Path.Combine(BenchStore.Home, name), isSetUp);
        UseKestrel(0);
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    public PictureClock Clock { get; } = new();

    /// <summary>Passwords of the sample's accounts by their address.</summary>
    public Dictionary<string, string> Accounts { get; } = new() { ["admin@example.ru"] = Password };

    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public static async Task<PictureHost> StartAsync()
    {
        var host = new PictureHost("pictures", isSetUp: true);
        host.StartServer();
        var last = "";
        var progress = new Lines(x =>
        {
            if (x == last) return;
            Console.WriteLine($"// {last = x}");
        });
        foreach (var account in await host.Services.GetRequiredService<SampleNetwork>().FillAsync(new SampleSize(AsOf: PictureClock.Day), progress)) host.Accounts[account.Email] = account.Password;
        return host;
    }

    /// <summary>A program that nobody has set up yet.</summary>
    public static PictureHost StartBare()
    {
        var host = new PictureHost("pictures-first-start", isSetUp: false);
        host.StartServer();
        return host;
    }

    /// <summary>What a query over the store answers: addresses of what a picture shows.</summary>
    public async Task<T> AskAsync<T>(Func<AppDb, Task<T>> question)
    {
        await using var db = await Services.GetRequiredService<Store>().ReadAsync();
        return await question(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("TeacherCenters:DataRoot", _root);
        builder.UseSetting("TeacherCenters:NightlyAt", "");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        if (_isSetUp)
        {
            builder.UseSetting("TeacherCenters:Setup:AdminEmail", "admin@example.ru");
            builder.UseSetting("TeacherCenters:Setup:AdminName", "Соколова Нина Васильевна");
            builder.UseSetting("TeacherCenters:Setup:AdminPassword", Password);
            builder.UseSetting("TeacherCenters:Setup:PublicBaseAddress", "https://dpo.example.ru");
        }
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    private sealed class Lines(Action<string> print) : IProgress<FillProgress>
    {
        public void Report(FillProgress value) => print(value.Stage.ToString());
    }
}

/// <summary>Begins on one day, so that the pictures are the same whenever they are taken, and may be put forward.</summary>
internal sealed class PictureClock : TimeProvider
{
    private DateTimeOffset _begun = At(Day, new(10, 20));
    private long _since = System.GetTimestamp();

    public static DateOnly Day { get; } = new(2026, 11, 18);

    public override DateTimeOffset GetUtcNow() => _begun + System.GetElapsedTime(_since);

    public void Set(DateOnly day, TimeOnly time) => (_begun, _since) = (At(day, time), System.GetTimestamp());

    /// <summary>Wall time of the network: three hours before the world's.</summary>
    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, TimeSpan.FromHours(3));
}
