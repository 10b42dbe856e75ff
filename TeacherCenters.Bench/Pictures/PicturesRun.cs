using System.Diagnostics;
using Microsoft.Playwright;

namespace TeacherCenters.Bench.Pictures;

/// <summary>
/// Takes the pictures of the guides into <c>docs/pictures</c>, over the sample network, in Russian and in the light theme.
/// Documents are drawn by the program and made into pictures by <c>pdftoppm</c>; where it is missing, theirs stay as they are.
/// </summary>
internal sealed class PicturesRun(PictureHost host, IBrowser browser, Func<string, bool> wanted) : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(AppProcess.Solution, "docs", "pictures");
    private readonly Dictionary<string, IBrowserContext> _contexts = [];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not ([] or ["--only", _, ..]))
        {
            await Console.Error.WriteLineAsync("pictures [--only NAME…]: a name may end with * for all that begin so.");
            return 2;
        }
        var names = arguments.Skip(1).ToList();
        Directory.CreateDirectory(Folder);
        await using var host = await PictureHost.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await BrowserRun.LaunchAsync(playwright);
        await using var run = new PicturesRun(host, browser, name => names.Count == 0 || names.Any(x => x == name || (x.EndsWith('*') && name.StartsWith(x[..^1], StringComparison.Ordinal))));
        var failed = 0;
        foreach (var picture in await PictureList.OfAsync(host)) failed += await run.TakeAsync(picture) ? 0 : 1;
        return failed == 0 ? 0 : 1;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts.Values) await context.DisposeAsync();
    }

    private async Task<bool> TakeAsync(Picture picture)
    {
        if (!wanted(picture.Name)) return true;
        try
        {
            var context = await ContextAsync(picture.As);
            var content = picture.Address.EndsWith(".pdf", StringComparison.Ordinal) ? await SheetAsync(context, picture) : await ScreenAsync(context, picture);
            if (content is null) return true;
            var small = PalettePng.Shrink(content);
            await File.WriteAllBytesAsync(Path.Combine(Folder, picture.Name + ".png"), small);
            Console.WriteLine($"{picture.Name,-32} {small.Length / 1024,4} KB");
            return true;
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException or InvalidOperationException)
        {
            // One screen that has changed is no reason to go without all the others.
            Console.WriteLine($"{picture.Name,-32} NOT TAKEN: {error.Message.Split('\n')[0]}");
            return false;
        }
    }

    private static async Task<byte[]> ScreenAsync(IBrowserContext context, Picture picture)
    {
        var page = await context.NewPageAsync();
        try
        {
            await page.SetViewportSizeAsync(picture.Width, picture.Height);
            await page.GotoAsync(picture.Address);
            await StillAsync(page);
            if (picture.Before is { } before)
            {
                await before(page);
                await StillAsync(page);
            }
            return picture.Part is null
                ? await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled })
                : await page.Locator(picture.Part).First.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    /// <summary>The first page of a document; null where nothing can draw it.</summary>
    private static async Task<byte[]?> SheetAsync(IBrowserContext context, Picture picture)
    {
        var answer = await context.APIRequest.GetAsync(picture.Address);
        if (!answer.Ok) throw new InvalidOperationException($"{picture.Address} answers {answer.Status}");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await answer.BodyAsync());
            using var process = Process.Start(new ProcessStartInfo("pdftoppm", ["-png", "-singlefile", "-r", "96", file, file]))!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? await File.ReadAllBytesAsync(file + ".png") : throw new InvalidOperationException($"pdftoppm exits with {process.ExitCode}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"{picture.Name,-32} left as it is: pdftoppm (poppler-utils) is not installed");
            return null;
        }
        finally
        {
            File.Delete(file);
            File.Delete(file + ".png");
        }
    }

    private async Task<IBrowserContext> ContextAsync(string? account)
    {
        if (_contexts.TryGetValue(account ?? "", out var known)) return known;
        var context = await browser.NewContextAsync(new() { BaseURL = host.Address, Locale = "ru-RU", TimezoneId = "Europe/Moscow", ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(20_000);
        if (account is not null)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync("/account/login");
            await page.FillAsync("#email", account);
            await page.FillAsync("#password", host.Accounts[account]);
            await page.ClickAsync("button[type=submit]");
            await page.Locator("[data-ready] h1").WaitForAsync(new() { Timeout = 60_000 });
            await page.CloseAsync();
        }
        return _contexts[account ?? ""] = context;
    }

    /// <summary>Waits until nothing on the page has changed for a while.</summary>
    private static async Task StillAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync(
            """
            () => new Promise(done => {
              const begun = performance.now();
              let last = begun;
              const seen = new MutationObserver(() => last = performance.now());
              seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
              const look = () => {
                const now = performance.now();
                if (now - begun < 15000 && now - last < 700) { setTimeout(look, 50); return; }
                seen.disconnect();
                document.fonts.ready.then(() => done());
              };
              look();
            })
            """);
    }
}
