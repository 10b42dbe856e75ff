using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Browser;

/// <summary>The administrator's day: the first steps of a new network, then what waits, one click from where it is mended.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TodayBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_first_steps_are_ticked_and_put_away_and_what_waits_is_one_click_from_its_list()
    {
        await using var host = AppHost.StartSetUp();
        var walk = await Walk.SignedInAsync(browser.Browser, host, "/");
        var page = walk.Page;
        var steps = page.Locator(".first-steps");
        await Assertions.Expect(steps.Locator("li.next a")).ToHaveTextAsync("1. Добавить центр");
        await Assertions.Expect(steps.Locator("li.done")).ToHaveCountAsync(0);
        await steps.Locator("li.next a").ClickAsync();
        await walk.TitledAsync("Центры");

        var (eventId, other) = await FillAsync(host);
        // Coming back by the menu, within the same visit.
        await page.Locator("nav.rail a[href='/']").ClickAsync();
        await Assertions.Expect(steps.Locator("li.done")).ToHaveCountAsync(3);
        await Assertions.Expect(steps.Locator("li.next a")).ToHaveTextAsync("2. Добавить аудиторию");
        await Assertions.Expect(steps.Locator("li a").Last).ToHaveAttributeAsync("href", $"/events/{eventId}?tab=participants");
        await steps.GetByRole(AriaRole.Button, new() { Name = "Скрыть" }).ClickAsync();
        await Assertions.Expect(steps).ToHaveCountAsync(0);
        await page.ReloadAsync();

        // The number, its list with the filter in the address, and back.
        var waiting = page.Locator("[data-wait=Applications] h3 a");
        await Assertions.Expect(waiting).ToHaveTextAsync("1Решить по заявкам");
        await Assertions.Expect(steps).ToHaveCountAsync(0);
        await waiting.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(host.Address + "events?waits=Applications");
        await Assertions.Expect(page.Locator("tbody tr.mud-table-row")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".filter-chip[aria-pressed=true]")).ToHaveTextAsync("Ждут заявки");
        await page.GoBackAsync();

        // One click to the register of today.
        await page.Locator(".today-now li a").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(host.Address + $"events/{eventId}?tab=register");
        await Assertions.Expect(page.Locator(".tabs [aria-current=page]")).ToHaveTextAsync("Журнал");
        await page.Locator("nav.rail a[href='/']").ClickAsync();

        // The switcher: nothing waits in the other center.
        await Assertions.Expect(waiting).ToBeVisibleAsync();
        await page.Locator(".center-switch").SelectOptionAsync(other.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Assertions.Expect(page.Locator(".today-waits .empty")).ToContainTextAsync("Всё сделано, ничего не ждёт.");
        await Assertions.Expect(page.Locator(".today-now .empty")).ToBeVisibleAsync();

        // On a phone nothing is wider than the screen, and the backup is made with a touch.
        await page.SetViewportSizeAsync(390, 844);
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Сделать копию" }).ClickAsync();
        await Assertions.Expect(page.Locator(".today-network")).Not.ToContainTextAsync("Ещё не делалась");
        Assert.Single(Directory.GetFiles(Path.Combine(host.DataRoot, "backups"), "teachercenters-*.zip"));
        await page.Context.CloseAsync();
    }

    private static async Task<(int EventId, int Other)> FillAsync(AppHost host)
    {
        var (store, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<NetworkClock>().Today);
        var (first, second) = (A.Center(), A.Center());
        var eventId = 0;
        (await store.WriteAsync(Actor.System, "test.facts", async unit =>
        {
            unit.Db.AddRange(first, second);
            await unit.FlushAsync();
            var (of, person) = (A.Event(first, starts: today), A.Person());
            unit.Db.AddRange(of, person);
            await unit.FlushAsync();
            unit.Db.AddRange(A.Session(of), A.Enrollment(of, person, EnrollmentStatus.Applied));
            eventId = of.Id;
            return Result.Done;
        })).ShouldSucceed();
        return (eventId, second.Id);
    }
}
