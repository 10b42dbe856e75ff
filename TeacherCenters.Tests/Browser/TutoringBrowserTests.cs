using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Browser;

/// <summary>A route from its making to its end, and an internship from its plan to its result, as a coordinator does them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TutoringBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_route_is_made_filled_by_keys_moves_with_our_event_and_is_closed()
    {
        await using var host = AppHost.StartSetUp();
        await FillAsync(host);
        var walk = await Walk.SignedInAsync(browser.Browser, host, "/tutoring");
        var page = walk.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Создать маршрут" }).ClickAsync();
        await walk.PickAsync("Центр", null, "ЦНППМПР");
        await walk.AddAsync("Для кого", "Иван", "Иванова Мария Петровна", walk.Sheet);
        await walk.PickAsync("Тьютор", "Тих", "Тихонова Ольга Ивановна");
        var today = host.Services.GetRequiredService<NetworkClock>().Today;
        await walk.DayAsync("С", today.AddDays(-20));
        await walk.DayAsync("По", today.AddDays(100));
        await walk.Sheet.GetByRole(AriaRole.Button, new() { Name = "Создать маршрут" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-ready] h1")).ToHaveTextAsync("Иванова Мария Петровна");

        // The kind by its letter, the title, Enter; then the same again for an event.
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить пункт" }).ClickAsync();
        await page.Locator(".route-kind select").SelectOptionAsync(nameof(RouteItemKind.SelfStudy));
        await page.Locator(".route-hours").WaitForAsync();
        await page.Locator(".route-what input").FillAsync("Прочитать книгу");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".route-items")).ToContainTextAsync("0 из 1 · 0 %");
        await page.Locator(".route-kind select").SelectOptionAsync(nameof(RouteItemKind.Event));
        await page.Locator(".route-hours").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await walk.PickAsync("Что сделать", "чит", "Читательская грамотность");
        await page.Locator(".route-editor").GetByRole(AriaRole.Button, new() { Name = "Добавить пункт" }).ClickAsync();
        await Assertions.Expect(page.Locator(".route-items")).ToContainTextAsync("0 из 2 · 0 %");

        var book = page.Locator("tr[data-item]").Filter(new() { HasText = "Прочитать книгу" });
        await book.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator(".route-items")).ToContainTextAsync("1 из 2 · 50 %");

        await PassAsync(host);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".route-items")).ToContainTextAsync("2 из 2 · 100 %");

        await page.GetByRole(AriaRole.Button, new() { Name = "Завершить маршрут" }).ClickAsync();
        await page.Locator(".sheet textarea").FillAsync("Стало легче планировать урок");
        await walk.Sheet.GetByRole(AriaRole.Button, new() { Name = "Завершить маршрут" }).ClickAsync();
        await Assertions.Expect(page.Locator(".page-name .status")).ToHaveTextAsync("Завершён");
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        Assert.Equal((RouteStatus.Closed, today), await db.Set<LearningRoute>().Select(x => ValueTuple.Create(x.Status, x.ClosedOn!.Value)).SingleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_internship_is_planned_over_a_named_session_and_completed_with_its_papers()
    {
        await using var host = AppHost.StartSetUp();
        await FillAsync(host);
        var walk = await Walk.SignedInAsync(browser.Browser, host, "/internships");
        var page = walk.Page;
        var today = host.Services.GetRequiredService<NetworkClock>().Today;

        await page.GetByRole(AriaRole.Button, new() { Name = "Запланировать стажировку" }).First.ClickAsync();
        await walk.PickAsync("Центр", null, "ЦНППМПР");
        await walk.PickAsync("Стажёр", "Иван", "Иванова Мария Петровна");
        await walk.PickAsync("Место стажировки", "лицей", "Лицей № 1");
        await walk.TypeAsync("Руководитель на месте", "Белова Ольга Павловна");
        await walk.DayAsync("С", today.AddDays(-12));
        await walk.DayAsync("По", today.AddDays(-8));
        await Assertions.Expect(page.Locator(".sheet .clashes")).ToContainTextAsync($"«Читательская грамотность»: {DayText.Of(today.AddDays(-9))}");
        await walk.Sheet.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Assertions.Expect(page.Locator(".page-name .status")).ToHaveTextAsync("Ждёт итогов");

        await page.GetByRole(AriaRole.Button, new() { Name = "Завершить стажировку" }).ClickAsync();
        await walk.PickAsync("Результат", null, "Пройдена");
        await page.Locator(".sheet textarea").FillAsync("План выполнен полностью");
        await walk.Sheet.GetByRole(AriaRole.Button, new() { Name = "Завершить стажировку" }).ClickAsync();
        await Assertions.Expect(walk.Sheet).ToContainTextAsync("Без отчёта стажировка не считается пройденной");
        await walk.DayAsync("Отчёт получен", today);
        await walk.Sheet.GetByRole(AriaRole.Button, new() { Name = "Завершить стажировку" }).ClickAsync();
        await Assertions.Expect(page.Locator(".page-name .status")).ToHaveTextAsync("Завершена");
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        Assert.Equal((InternshipStatus.Completed, InternshipResult.Passed, "План выполнен полностью"), await db.Set<Internship>().Select(x => ValueTuple.Create(x.Status, x.Result!.Value, x.Review!)).SingleAsync());
        await page.Context.CloseAsync();
    }

    private static async Task FillAsync(AppHost host)
    {
        var (store, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<NetworkClock>().Today);
        (await store.WriteAsync(Actor.System, "test.facts", async unit =>
        {
            var (center, municipality) = (A.Center(), A.Municipality());
            unit.Db.AddRange(center, municipality);
            await unit.FlushAsync();
            var (person, of) = (A.Person(), A.Event(center, EventStatus.Closed, starts: today.AddDays(-9)));
            of.ChangeSeats(1);
            unit.Db.AddRange(person, A.Person("Тихонова", "Ольга", "Ивановна"), of, A.School(municipality, "Лицей № 1"));
            await unit.FlushAsync();
            unit.Db.AddRange(A.Session(of), A.Enrollment(of, person));
            return Result.Done;
        })).ShouldSucceed();
    }

    private static async Task PassAsync(AppHost host) =>
        (await host.Services.GetRequiredService<Store>().WriteAsync(Actor.System, "test.facts", async unit =>
        {
            var row = await unit.Db.Set<Enrollment>().SingleAsync();
            row.MoveTo(EnrollmentStatus.Admitted, unit.Now).ShouldSucceed();
            row.MoveTo(EnrollmentStatus.Completed, unit.Now).ShouldSucceed();
            row.Result = FinalResult.Passed;
            return Result.Done;
        })).ShouldSucceed();
}
