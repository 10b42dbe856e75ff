using Microsoft.Playwright;

namespace TeacherCenters.Bench;

/// <summary>The register of 40 people x 10 sessions in a browser: from the click on its tab to the painted table, and from a key to its painted mark.</summary>
internal static class RegisterRun
{
    private const int Shows = 15;

    public static async Task<int> RunAsync()
    {
        var store = await (await BenchStore.OpenAsync()).CopyAsync("register");
        var id = await EventFacts.AddAsync(store, 40, 10, marked: false);
        await using var run = await BrowserRun.StartAsync(store);
        var page = run.Page;
        var (shows, keys, saves) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i <= Shows; i++)
        {
            await page.GotoAsync($"/events/{id}");
            await page.Locator("nav.tabs a[href$='tab=register']").WaitForAsync();
            // The first one warms the program and the browser.
            var shown = await page.EvaluateAsync<double>(
                """
                () => new Promise(done => {
                  const begun = performance.now();
                  const seen = new MutationObserver(() => {
                    if (!document.querySelector("td[data-r='39'][data-c='9']")) return;
                    seen.disconnect();
                    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
                  });
                  seen.observe(document.body, { subtree: true, childList: true });
                  document.querySelector("nav.tabs a[href$='tab=register']").click();
                })
                """);
            if (i > 0) shows.Add(shown);
        }
        await page.Locator("td[data-r='0'][data-c='0']").ClickAsync();
        // From the key's own time stamp to the frame after the one in which the mark stands.
        await page.EvaluateAsync(
            """
            () => { window.keys = []; document.addEventListener('keydown', e => {
              const begun = e.timeStamp; requestAnimationFrame(() => setTimeout(() => window.keys.push(performance.now() - begun))); }, true); }
            """);
        for (var column = 0; column < 5; column++)
        {
            await page.Locator($"td[data-r='0'][data-c='{column}']").ClickAsync();
            for (var i = 0; i < 20; i++) await page.Keyboard.PressAsync("+");
            var begun = System.Diagnostics.Stopwatch.StartNew();
            await Assertions.Expect(page.Locator(".register[data-state=saved]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            saves.Add(begun.Elapsed.TotalMilliseconds);
        }
        keys.AddRange(await page.EvaluateAsync<double[]>("() => window.keys"));
        var marks = await page.Locator("td[data-r]").EvaluateAllAsync<int>("cells => cells.filter(x => x.textContent === '+').length");
        Console.WriteLine("| register, 40 x 10 | median, ms | worst, ms | bound, ms |\n|---|---|---|---|");
        Console.WriteLine(FormattableString.Invariant($"| tab clicked to table painted | {BrowserRun.Median(shows):0} | {shows.Max():0} | 200 |"));
        Console.WriteLine(FormattableString.Invariant($"| key to mark painted ({keys.Count} keys, {marks} marks) | {BrowserRun.Median(keys):0.0} | {keys.Max():0.0} | 50 |"));
        Console.WriteLine(FormattableString.Invariant($"| last key of a column to stored | {BrowserRun.Median(saves):0} | {saves.Max():0} | |"));
        return marks == 100 ? 0 : 1;
    }
}
