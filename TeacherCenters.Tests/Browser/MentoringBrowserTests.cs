using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Browser;

/// <summary>A coordinator gives two young teachers a mentor, one by dragging and one by keys, and finds the pairs in the list.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MentoringBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_mentor_is_assigned_by_drag_and_by_keys_and_the_pairs_stand_in_the_list()
    {
        await using var host = AppHost.StartSetUp();
        await FillAsync(host);
        var page = (await Walk.SignedInAsync(browser.Browser, host, "/mentoring/assign")).Page;

        await page.Locator(".mud-drop-item", new() { HasTextString = "Иванова" }).DragToAsync(page.Locator(".board-mentor", new() { HasTextString = "Соколова" }));
        await AssignAsync(page, "Иванова Мария Петровна");

        // By keys alone: choose the card, then the mentor on top of the suggestions.
        await page.Locator("[aria-label='Подобрать: Петрова Мария Петровна']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var assign = page.Locator(".board-mentor button", new() { HasTextString = "Назначить" });
        await Assertions.Expect(assign).ToBeVisibleAsync();
        await assign.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await AssignAsync(page, "Петрова Мария Петровна");
        await Assertions.Expect(page.Locator(".board-load")).ToHaveTextAsync("2 из 3");

        await page.ClickAsync(".tabs a[href='/mentoring']");
        await Assertions.Expect(page.Locator("tbody tr.mud-table-row")).ToHaveCountAsync(2);
        await page.ClickAsync("tbody a:has-text('Петрова')");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Петрова М. П. — Соколова М. П.");
        await page.Context.CloseAsync();
    }

    private static async Task AssignAsync(IPage page, string mentee)
    {
        await Assertions.Expect(page.Locator(".pair-preview")).ToContainTextAsync(mentee);
        await page.ClickAsync(".sheet-actions button[type=submit]");
        await Assertions.Expect(page.Locator(".pair-preview")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".mud-drop-item", new() { HasTextString = mentee })).ToHaveCountAsync(0);
    }

    private static async Task FillAsync(AppHost host)
    {
        var (store, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<NetworkClock>().Today);
        (await store.WriteAsync(Actor.System, "test.facts", async unit =>
        {
            var (center, municipality) = (A.Center(), A.Municipality());
            unit.Db.AddRange(center, municipality);
            await unit.FlushAsync();
            var school = A.School(municipality);
            unit.Db.Add(school);
            await unit.FlushAsync();
            foreach (var (family, age, years) in new[] { ("Соколова", 50, 25), ("Иванова", 25, 1), ("Петрова", 26, 2) })
            {
                var person = A.Person(family);
                (person.BirthDate, person.TeachingSince) = (today.AddYears(-age), today.AddYears(-years));
                unit.Db.Add(person);
                await unit.FlushAsync();
                unit.Db.Add(new PersonLink { PersonId = person.Id, CenterId = center.Id });
                unit.Db.Add(new Employment { PersonId = person.Id, SchoolId = school.Id, Position = "Учитель", Category = WorkerCategory.Teacher, Subject = "Математика" });
                if (age == 50) unit.Db.Add(new Mentor { CenterId = center.Id, PersonId = person.Id, Direction = MentoringDirection.Subject, Since = today.AddYears(-1) });
            }
            return Result.Done;
        })).ShouldSucceed();
    }
}
