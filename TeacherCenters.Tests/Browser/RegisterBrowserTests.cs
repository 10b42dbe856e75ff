using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCenters.Attendance;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Browser;

/// <summary>What the register's script does with keys, the clipboard and a lost line: 40 people, 10 sessions.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RegisterBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task Keys_show_at_once_and_are_stored_and_what_a_lost_line_left_is_sent_on_return()
    {
        await using var host = AppHost.StartSetUp();
        var eventId = await FillAsync(host);
        var page = (await Walk.SignedInAsync(browser.Browser, host, $"/events/{eventId}?tab=register")).Page;
        var context = page.Context;

        // Letters in the Latin layout mark and step down; Shift selects, a letter fills, Ctrl+Z takes it back.
        await Cell(page, 0, 0).ClickAsync();
        foreach (var key in new[] { "y", "e", "j", "l", "+" }) await page.Keyboard.PressAsync(key);
        Assert.Equal(["Н", "У", "О", "Д", "+", ""], (await page.Locator("td[data-c='0']").AllTextContentsAsync()).Take(6));
        await Cell(page, 0, 1).ClickAsync();
        foreach (var key in new[] { "Shift+ArrowDown", "Shift+ArrowRight", "y", "Control+z" }) await page.Keyboard.PressAsync(key);
        Assert.Equal("", await Cell(page, 1, 2).TextContentAsync());
        await page.EvaluateAsync(
            """
            () => { const block = new DataTransfer(); block.setData('text/plain', '+\tн\r\n\tУ\r\n');
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: block, bubbles: true, cancelable: true })); }
            """);
        await SavedAsync(page);
        Assert.Equal(8, await CountAsync(host));
        // Late for one of 58 hours' sessions: 6 hours.
        await Assertions.Expect(page.Locator("tr:has(td[data-r='2'][data-c='0'])").Locator("td").Last).ToHaveTextAsync("10,3");

        // The line is gone: the marks wait in the browser, and a new page sends them.
        await context.SetOfflineAsync(true);
        // The browser's own switch leaves an open web socket alone.
        await page.EvaluateAsync("() => Blazor.disconnect()");
        await page.EvaluateAsync("() => document.querySelector(\"td[data-r='0'][data-c='5']\").focus()");
        for (var i = 0; i < 3; i++) await page.Keyboard.PressAsync("+");
        Assert.Equal("+", await Cell(page, 2, 5).TextContentAsync());
        await Assertions.Expect(page.Locator(".reg-state")).ToContainTextAsync("Нет связи");
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        var again = await context.NewPageAsync();
        await again.GotoAsync($"/events/{eventId}?tab=register");
        await Assertions.Expect(again.Locator(".reg-note")).ToContainTextAsync("Досылаются отметки, которые не успели сохраниться: 3");
        await SavedAsync(again);
        Assert.Equal(11, await CountAsync(host));
        await context.CloseAsync();
    }

    private static ILocator Cell(IPage page, int row, int column) => page.Locator($"td[data-r='{row}'][data-c='{column}']");

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator(".register[data-state=saved]")).ToBeVisibleAsync();

    private static async Task<int> CountAsync(AppHost host)
    {
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        return await db.Set<AttendanceMark>().CountAsync();
    }

    private static async Task<int> FillAsync(AppHost host)
    {
        var (store, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<NetworkClock>().Today);
        return (await store.WriteAsync<int>(Actor.System, "test.facts", async unit =>
        {
            var center = A.Center();
            unit.Db.Add(center);
            await unit.FlushAsync();
            var of = A.Event(center, EventStatus.Open, capacity: 40, starts: today.AddDays(-9), days: 10);
            of.ChangeSeats(40);
            var people = Enumerable.Range(0, 40).Select(i => Person.Create(new PersonName("Иванова", $"Мария-{"АБВГДЕЖЗИКЛМНОПРСТУФ"[i % 20]}", "Петровна"))).ToList();
            unit.Db.Add(of);
            unit.Db.AddRange(people);
            await unit.FlushAsync();
            unit.Db.AddRange(Enumerable.Range(0, 10).Select(i => A.Session(of, of.StartsOn.AddDays(i), hours: i == 9 ? 4 : 6)));
            unit.Db.AddRange(people.Select(x => A.Enrollment(of, x)));
            await unit.FlushAsync();
            return of.Id;
        })).ShouldSucceed();
    }
}
