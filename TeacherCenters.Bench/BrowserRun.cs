using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TeacherCenters.Bench;

/// <summary>The program on a port of the loopback and a browser that is signed in to it as the sample's administrator; the store's commands are counted from the program's log.</summary>
internal sealed partial class BrowserRun : IAsyncDisposable
{
    private static readonly string[] Known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"];
    private readonly Process _app;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<double> _commands = [];

    private BrowserRun(Process app, IPlaywright playwright, IBrowser browser, IPage page) => (_app, _playwright, _browser, Page) = (app, playwright, browser, page);

    public IPage Page { get; }

    public static async Task<BrowserRun> StartAsync(BenchStore store)
    {
        var address = $"http://127.0.0.1:{Environment.GetEnvironmentVariable("BENCH_PORT") ?? "5107"}";
        var app = AppProcess.Start(store.Root.Root, counted: true, "--urls", address);
        var playwright = await Playwright.CreateAsync();
        var browser = await LaunchAsync(playwright);
        var page = await browser.NewPageAsync(new() { BaseURL = address, ViewportSize = new() { Width = 1440, Height = 900 } });
        page.SetDefaultTimeout(60_000);
        var run = new BrowserRun(app, playwright, browser, page);
        app.OutputDataReceived += (_, line) => run.Count(line.Data);
        app.BeginOutputReadLine();
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                if ((await client.GetAsync(new Uri(address + "/health/ready"))).IsSuccessStatusCode) break;
            }
            catch (HttpRequestException) when (tries < 240)
            {
            }
            await Task.Delay(250);
        }
        var administrator = File.ReadLines(store.Accounts).First(x => x.StartsWith("Administrator", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        await page.GotoAsync("/account/login");
        await page.FillAsync("#email", administrator[1]);
        await page.FillAsync("#password", administrator[2]);
        await page.ClickAsync("button[type=submit]");
        await page.Locator("[data-ready] h1").WaitForAsync();
        return run;
    }

    /// <summary>An installed Chrome, Edge or Chromium; else the tool's own.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Known.FirstOrDefault(File.Exists),
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });

    /// <summary>Commands that the store was given since the last call, and their time together.</summary>
    public (int Count, double Milliseconds) Commands()
    {
        lock (_commands)
        {
            var counted = (_commands.Count, _commands.Sum());
            _commands.Clear();
            return counted;
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _app.Kill();
        await _app.WaitForExitAsync();
        _app.Dispose();
    }

    private void Count(string? line)
    {
        if (line is null || Executed().Match(line) is not { Success: true } match) return;
        lock (_commands) _commands.Add(double.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"Executed DbCommand \(([\d,]+)ms\)")]
    private static partial Regex Executed();
}
