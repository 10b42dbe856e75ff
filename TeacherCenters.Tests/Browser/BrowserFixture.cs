using System.Diagnostics;
using Microsoft.Playwright;

namespace TeacherCenters.Tests.Browser;

/// <summary>
/// One browser for all browser tests: an installed Chrome, Edge or Chromium; else the tool's own install; else, as root on Debian,
/// the distribution's package; else a failure that says what to install.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // The rest of the network is none of a test's business: no update, no sync, no lookups in the background.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Known =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe", @"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not been started.");

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Walk.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        if (Installed() is { } found) return await LaunchAsync(playwright, found);
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0) return await LaunchAsync(playwright, null);
        if (Install() && Installed() is { } fresh) return await LaunchAsync(playwright, fresh);
        throw new InvalidOperationException("The browser tests need Chrome, Edge or Chromium. On Debian: apt-get install chromium; on Windows and macOS install Chrome.");
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright, string? path) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet, Headless = true });

    private static string? Installed() => Known.FirstOrDefault(File.Exists);

    private static bool Install()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/apt-get") || Environment.UserName != "root") return false;
        // A fresh machine often updates itself in the background: an update that finds the lists locked is done by another, the install waits its turn.
        Run("apt-get", "update -qq");
        return Run("apt-get", "install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=600 chromium");
    }

    private static bool Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } });
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
