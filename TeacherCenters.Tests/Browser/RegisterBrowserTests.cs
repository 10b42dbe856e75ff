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
        var (context, page) = await OpenAsync(host, eventId);

        // Letters in the Latin layout mark and step down; Shift selects, a letter fills, Ctrl+Z takes it back.
        await Cell(page, 0, 0).ClickAsync();
        foreach (var key in new[] { "y", "e", "j", "l", "+" }) await page.Keyboard.PressAsync(key);
        Assert.Equal(["Н", "У", "О", "Д", "+", ""], (await page.Locator("td[data-c='0']").AllTextContentsAsync()).Take(6));
        await Cell(page, 0, 1).ClickAsync();
        foreach (var key in new[] { "Shift+ArrowDown", "Shift+ArrowRight", "y", "Control+z" }) await page.Keyboard.PressAsync(key);
        Assert.Equal("", await Cell(page, 1, 2).TextContentAsync());
        await page.EvaluateAsync(Paste, "+\tн\r\n\tУ\r\n");
        await SavedAsync(page);
        Assert.Equal(8, await CountAsync(host));
        // Late for one of 58 hours' sessions: 6 hours.
        await Assertions.Expect(page.Locator("tr:has(td[data-r='2'][data-c='0'])").Locator("td").Last).ToHaveTextAsync("10,3");

        // The line is gone: the marks wait in the browser, and a new page sends them.
        await WithoutLineAsync(page, 5);
        var again = await context.NewPageAsync();
        await again.GotoAsync($"/events/{eventId}?tab=register");
        await Assertions.Expect(again.Locator(".reg-note")).ToContainTextAsync("Досылаются отметки, которые не успели сохраниться: 3");
        await SavedAsync(again);
        Assert.Equal(11, await CountAsync(host));
        await context.CloseAsync();
    }

    [Fact]
    public async Task Where_another_wrote_meanwhile_the_choice_waits_for_its_answer_whatever_is_typed_and_however_often_the_page_is_opened()
    {
        await using var host = AppHost.StartSetUp();
        var eventId = await FillAsync(host);
        var (context, page) = await OpenAsync(host, eventId);
        await WithoutLineAsync(page, 5);
        var clash = await MarkAsync(host, eventId, Mark.Absent);
        const string asked = "Несохранённых отметок: 1. Пока не было связи, эти клетки изменил кто-то другой";

        // What does not clash is sent at once; the choice stands beside the note that says so.
        page = await context.NewPageAsync();
        await page.GotoAsync($"/events/{eventId}?tab=register");
        await Assertions.Expect(page.Locator(".reg-ask")).ToContainTextAsync(asked);
        await Assertions.Expect(page.Locator(".reg-ask")).ToContainTextAsync("у вас «+», в журнале «Н»");
        await Assertions.Expect(page.Locator(".reg-note")).ToContainTextAsync("Досылаются отметки, которые не успели сохраниться: 2");
        await SavedAsync(page);
        Assert.Equal(3, await CountAsync(host));

        // Further keys and another note leave it where it is.
        await Cell(page, 7, 1).ClickAsync();
        await page.Keyboard.PressAsync("e");
        await page.EvaluateAsync(Paste, "болеет");
        await Assertions.Expect(page.Locator(".reg-note")).ToContainTextAsync("болеет");
        await SavedAsync(page);
        await Assertions.Expect(page.Locator(".reg-ask")).ToContainTextAsync(asked);
        Assert.Equal("Н", await Cell(page, 0, 5).TextContentAsync());

        // So does leaving the page without an answer.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".reg-ask")).ToContainTextAsync(asked);
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать мои" }).ClickAsync();
        await Assertions.Expect(page.Locator(".reg-ask")).ToBeHiddenAsync();
        await Assertions.Expect(Cell(page, 0, 5)).ToHaveTextAsync("+");
        await UntilAsync(async () => await StoredAsync(host, clash) == Mark.Present);
        await SavedAsync(page);
        Assert.Null(await page.EvaluateAsync<string?>("() => Object.keys(localStorage).find(x => x.startsWith('register:')) ?? null"));
        await context.CloseAsync();
    }

    [Fact]
    public async Task A_whole_register_that_was_pasted_is_stored_though_the_tab_is_left_at_once()
    {
        await using var host = AppHost.StartSetUp();
        var eventId = await FillAsync(host, people: 60, sessions: 20);
        var (context, page) = await OpenAsync(host, eventId);
        await Cell(page, 0, 0).ClickAsync();
        var block = string.Concat(Enumerable.Repeat(string.Join('\t', Enumerable.Repeat("н", 20)) + "\r\n", 60));

        await page.EvaluateAsync($"block => {{ ({Paste})(block); document.querySelector(\"nav.tabs a[href$='tab=participants']\").click(); }}", block);

        await UntilAsync(async () => await CountAsync(host) == 1200);
        await page.Locator(".panel-note").WaitForAsync();
        await page.Locator("nav.tabs a[href$='tab=register']").ClickAsync();
        await Assertions.Expect(Cell(page, 59, 19)).ToHaveTextAsync("Н");
        await Assertions.Expect(page.Locator(".reg-note")).ToBeHiddenAsync();
        await context.CloseAsync();
    }

    private const string Paste =
        """
        text => { const block = new DataTransfer(); block.setData('text/plain', text);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: block, bubbles: true, cancelable: true })); }
        """;

    private async Task<(IBrowserContext Context, IPage Page)> OpenAsync(AppHost host, int eventId)
    {
        var page = (await Walk.SignedInAsync(browser.Browser, host, $"/events/{eventId}?tab=register")).Page;
        await Cell(page, 0, 0).WaitForAsync();
        return (page.Context, page);
    }

    /// <summary>Three marks down a column while there is no line, and the page is closed.</summary>
    private static async Task WithoutLineAsync(IPage page, int column)
    {
        await page.Context.SetOfflineAsync(true);
        // The browser's own switch leaves an open web socket alone.
        await page.EvaluateAsync("() => Blazor.disconnect()");
        await page.EvaluateAsync($"() => document.querySelector(\"td[data-r='0'][data-c='{column}']\").focus()");
        for (var i = 0; i < 3; i++) await page.Keyboard.PressAsync("+");
        Assert.Equal("+", await Cell(page, 2, column).TextContentAsync());
        await Assertions.Expect(page.Locator(".reg-state")).ToContainTextAsync("Нет связи");
        await page.CloseAsync();
        await page.Context.SetOfflineAsync(false);
    }

    /// <summary>Another clerk marks the first person in the sixth session.</summary>
    private static async Task<(int Session, int Enrollment)> MarkAsync(AppHost host, int eventId, Mark mark)
    {
        var sheet = (await host.Services.GetRequiredService<AttendanceQueries>().SheetAsync(A.Administrator(), eventId))!;
        var cell = (sheet.Sessions[5].Id, sheet.People[0].EnrollmentId);
        (await host.Services.GetRequiredService<AttendanceCommands>().MarkAsync(A.Coordinator(sheet.CenterId), eventId, [new(cell.Item1, cell.Item2, mark, null)])).ShouldSucceed();
        return cell;
    }

    private static async Task<Mark?> StoredAsync(AppHost host, (int Session, int Enrollment) cell)
    {
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        return await db.Set<AttendanceMark>().Where(x => x.SessionId == cell.Session && x.EnrollmentId == cell.Enrollment).Select(x => (Mark?)x.Mark).SingleOrDefaultAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> state)
    {
        using var patience = new CancellationTokenSource((int)Walk.Patience);
        while (!await state()) await Task.Delay(100, patience.Token);
    }

    private static ILocator Cell(IPage page, int row, int column) => page.Locator($"td[data-r='{row}'][data-c='{column}']");

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator(".register[data-state=saved]")).ToBeVisibleAsync();

    private static async Task<int> CountAsync(AppHost host)
    {
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        return await db.Set<AttendanceMark>().CountAsync();
    }

    private static async Task<int> FillAsync(AppHost host, int people = 40, int sessions = 10)
    {
        var (store, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<NetworkClock>().Today);
        return (await store.WriteAsync<int>(Actor.System, "test.facts", async unit =>
        {
            var center = A.Center();
            unit.Db.Add(center);
            await unit.FlushAsync();
            var of = A.Event(center, EventStatus.Open, capacity: people, starts: today.AddDays(1 - sessions), days: sessions);
            of.ChangeSeats(people);
            var persons = Enumerable.Range(0, people).Select(i => Person.Create(new PersonName("Иванова", $"Мария-{"АБВГДЕЖЗИКЛМНОПРСТУФ"[i % 20]}", "Петровна"))).ToList();
            unit.Db.Add(of);
            unit.Db.AddRange(persons);
            await unit.FlushAsync();
            unit.Db.AddRange(Enumerable.Range(0, sessions).Select(i => A.Session(of, of.StartsOn.AddDays(i), hours: i == 9 ? 4 : 6)));
            unit.Db.AddRange(persons.Select(x => A.Enrollment(of, x)));
            await unit.FlushAsync();
            return of.Id;
        })).ShouldSucceed();
    }
}
