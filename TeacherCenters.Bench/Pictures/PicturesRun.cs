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
        var alone = (await PictureList.OfAsync(host)).Where(x => run.Wants(x.Name)).ToList();
        foreach (var picture in alone) failed += await run.TakeAsync(picture) ? 0 : 1;
        if (run.Wants("setup") || run.Wants("first-steps"))
        {
            await using var bare = PictureHost.StartBare();
            await using var first = new PicturesRun(bare, browser, run.Wants);
            failed += await first.TryAsync(first.SetUpAsync) ? 0 : 1;
        }
        // The story changes the store and the day, so it comes last, and only if one of its own pictures is asked for.
        if (names.Count == 0 || names.Exists(x => x.EndsWith('*') || (x is not ("setup" or "first-steps") && alone.TrueForAll(p => p.Name != x)))) failed += await run.TryAsync(new EventStory(host, run).TellAsync) ? 0 : 1;
        return failed == 0 ? 0 : 1;
    }

    public bool Wants(string name) => wanted(name);

    /// <summary>The screen as it stands, or a part of it.</summary>
    /// <param name="height">Of a window that shows what matters and no more; null: as it is.</param>
    public async Task ShootAsync(IPage page, string name, string? part = null, int? height = null)
    {
        await StillAsync(page);
        if (!wanted(name)) return;
        var before = page.ViewportSize!;
        if (height is { } wished)
        {
            await page.SetViewportSizeAsync(before.Width, wished);
            await page.EvaluateAsync("() => scrollTo(0, 0)");
            await StillAsync(page);
        }
        await SaveAsync(name, part is null
            ? await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled })
            : await page.Locator(part).First.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }));
        if (height is not null) await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>The first page of a document; left as it is where nothing can draw it.</summary>
    public async Task ShootSheetAsync(IBrowserContext context, string name, string address)
    {
        if (!wanted(name)) return;
        if (await SheetAsync(context, name, address) is { } content) await SaveAsync(name, content);
    }

    /// <summary>A browser of its own that is signed in as this account; the same one for the same account.</summary>
    public async Task<IBrowserContext> ContextAsync(string? account)
    {
        if (_contexts.TryGetValue(account ?? "", out var known)) return known;
        var context = await browser.NewContextAsync(new() { BaseURL = host.Address, Locale = "ru-RU", TimezoneId = "Europe/Moscow", ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1440, Height = 900 } });
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

    /// <summary>Nobody is signed in any more: a sign-in does not outlive the day.</summary>
    public async Task ForgetAsync()
    {
        foreach (var context in _contexts.Values) await context.DisposeAsync();
        _contexts.Clear();
    }

    /// <summary>Waits until nothing on the page has changed for a while.</summary>
    public static async Task StillAsync(IPage page)
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

    public ValueTask DisposeAsync() => new(ForgetAsync());

    private async Task<bool> TakeAsync(Picture picture)
    {
        try
        {
            var context = await ContextAsync(picture.As);
            if (picture.Address.EndsWith(".pdf", StringComparison.Ordinal))
            {
                await ShootSheetAsync(context, picture.Name, picture.Address);
                return true;
            }
            var page = await context.NewPageAsync();
            await page.SetViewportSizeAsync(picture.Width, picture.Height);
            await page.GotoAsync(picture.Address);
            await StillAsync(page);
            if (picture.Before is { } before) await before(page);
            await ShootAsync(page, picture.Name, picture.Part);
            await page.CloseAsync();
            return true;
        }
        catch (Exception error) when (IsOfScreen(error))
        {
            // One screen that has changed is no reason to go without all the others.
            Console.WriteLine($"{picture.Name,-32} NOT TAKEN: {error.Message}");
            return false;
        }
    }

    /// <summary>The first start of an empty network.</summary>
    private async Task SetUpAsync()
    {
        var page = await (await ContextAsync(null)).NewPageAsync();
        await page.SetViewportSizeAsync(900, 960);
        await page.GotoAsync("/");
        await page.FillAsync("#name", "Соколова Нина Васильевна");
        await page.FillAsync("#email", "admin@example.ru");
        await page.FillAsync("#password", "сосна лён озеро");
        await page.FillAsync("#repeat", "сосна лён озеро");
        await ShootAsync(page, "setup");
        await page.CheckAsync("#empty");
        await page.ClickAsync("button[type=submit]");
        await page.Locator("[data-ready] h1").WaitForAsync();
        await page.SetViewportSizeAsync(1440, 640);
        await ShootAsync(page, "first-steps");
    }

    private async Task<bool> TryAsync(Func<Task> story)
    {
        try
        {
            await story();
            return true;
        }
        catch (Exception error) when (IsOfScreen(error))
        {
            Console.WriteLine($"The story ends early: {error.Message}\n{error.StackTrace}");
            foreach (var page in _contexts.Values.SelectMany(x => x.Pages)) await page.ScreenshotAsync(new() { Path = Path.Combine(BenchStore.Home, "story-stuck.png") });
            return false;
        }
    }

    private static bool IsOfScreen(Exception error) => error is PlaywrightException or TimeoutException or InvalidOperationException;

    private static async Task SaveAsync(string name, byte[] content)
    {
        var small = PalettePng.Shrink(content);
        await File.WriteAllBytesAsync(Path.Combine(Folder, name + ".png"), small);
        Console.WriteLine($"{name,-32} {small.Length / 1024,4} KB");
    }

    private static async Task<byte[]?> SheetAsync(IBrowserContext context, string name, string address)
    {
        var answer = await context.APIRequest.GetAsync(address);
        if (!answer.Ok) throw new InvalidOperationException($"{address} answers {answer.Status}");
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
            Console.WriteLine($"{name,-32} left as it is: pdftoppm (poppler-utils) is not installed");
            return null;
        }
        finally
        {
            File.Delete(file);
            File.Delete(file + ".png");
        }
    }
}
