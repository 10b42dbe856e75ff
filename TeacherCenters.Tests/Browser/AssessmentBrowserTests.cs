using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCenters.Assessments;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Browser;

/// <summary>Two assessors score a candidate by keyboard without seeing each other's points; the coordinator sees that it took place, and nothing more.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AssessmentBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task Two_assessors_score_a_candidate_and_the_coordinator_sees_only_that_it_took_place()
    {
        await using var host = AppHost.StartSetUp();
        var (session, assessment) = await FillAsync(host);

        // The coordinator marks the candidate as present.
        var desk = await SignInAsync(host, "coordinator@example.ru", $"/assessments/sessions/{session}");
        await desk.Locator("tbody input[type=checkbox]").CheckAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Оценка прошла: 1 человек" }).ClickAsync();
        await Assertions.Expect(desk.Locator("tbody .status-running")).ToHaveCountAsync(1);

        // The first assessor types points with Enter between them and marks them final.
        var first = await SignInAsync(host, "first@example.ru", "/assessments/scoring");
        await first.Locator("tbody a").ClickAsync();
        await ScoreAsync(first, "9", "47");
        await Assertions.Expect(first.Locator(".score-panel")).ToContainTextAsync("Баллы второго эксперта и результат появятся");
        await Assertions.Expect(first.Locator(".score-result")).ToHaveCountAsync(0);

        // The second sees nothing of it until the own points are final.
        var second = await SignInAsync(host, "second@example.ru", $"/assessments/scoring/{session}");
        await Assertions.Expect(second.Locator("input[data-criterion='0']")).ToBeVisibleAsync();
        Assert.DoesNotContain("47", await second.Locator(".score-panel").InnerTextAsync(), StringComparison.Ordinal);
        await ScoreAsync(second, "8", "48");
        await Assertions.Expect(second.Locator(".score-result")).ToContainTextAsync("Высокий");
        await Assertions.Expect(second.Locator(".score-table")).ToContainTextAsync("47");

        // The coordinator closes the session and reads neither points nor level, on no page and in no file.
        await desk.GetByRole(AriaRole.Button, new() { Name = "Закрыть сессию" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".page-name .status-completed")).ToBeVisibleAsync();
        foreach (var address in new[] { "/assessments", $"/assessments/sessions/{session}", $"/assessments/{assessment}" })
        {
            await desk.GotoAsync(address);
            await Assertions.Expect(desk.Locator("[data-ready] .status-completed").First).ToBeVisibleAsync();
            Assert.DoesNotContain("Высокий", await desk.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        }
        await Assertions.Expect(desk.Locator("body")).ToContainTextAsync("Баллы и уровень видят только эксперты");
        await desk.GotoAsync($"/assessments/scoring/{session}");
        await Assertions.Expect(desk.Locator(".score-panel")).ToHaveCountAsync(0);

        // The clerk who issues documents sees the level.
        var clerk = await SignInAsync(host, "clerk@example.ru", $"/assessments/{assessment}");
        await Assertions.Expect(clerk.Locator(".panel b")).ToHaveTextAsync("Высокий");
        foreach (var page in new[] { desk, first, second, clerk }) await page.Context.CloseAsync();
    }

    private async Task<IPage> SignInAsync(AppHost host, string email, string address) => (await Walk.SignedInAsync(browser.Browser, host, address, email)).Page;

    private static async Task ScoreAsync(IPage page, string test, string task)
    {
        await page.Locator("input[data-criterion='0']").FillAsync(test);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("input[data-criterion='1']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(task);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-total]")).ToHaveTextAsync($"{int.Parse(test, null) + int.Parse(task, null)}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отметить окончательными" }).ClickAsync();
        await page.Locator("[role=dialog]").GetByRole(AriaRole.Button, new() { Name = "Отметить окончательными" }).ClickAsync();
        await Assertions.Expect(page.Locator(".score-panel .status-completed")).ToBeVisibleAsync();
    }

    private static async Task<(int Session, int Assessment)> FillAsync(AppHost host)
    {
        var (store, accounts, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<AccountCommands>(), host.Services.GetRequiredService<NetworkClock>().Today);
        return (await store.WriteAsync<(int, int)>(Actor.System, "test.facts", async unit =>
        {
            var center = A.Center(kind: CenterKind.Assessment);
            var (candidate, one, two) = (A.Person(), A.Person("Белова", "Анна", "Игоревна"), A.Person("Громов", "Пётр", "Ильич"));
            unit.Db.AddRange(center, candidate, one, two);
            await unit.FlushAsync();
            List<Account> assessors = [];
            foreach (var (email, name, role, person) in new (string, string, Role, int?)[]
            {
                ("coordinator@example.ru", "Координатор", Role.Coordinator, null), ("clerk@example.ru", "Делопроизводитель", Role.Clerk, null), ("first@example.ru", "Белова Анна", Role.Assessor, one.Id), ("second@example.ru", "Громов Пётр", Role.Assessor, two.Id),
            })
            {
                var added = (await accounts.AddAsync(unit, email, name, accounts.Hash(Walk.Password).Require(), [new Grant(role, center.Id)], mustChangePassword: false)).ShouldSucceed();
                added.PersonId = person;
                if (role == Role.Assessor) assessors.Add(added);
            }
            var procedure = new AssessmentProcedure { CenterId = center.Id, Title = "Оценка предметной компетенции" };
            procedure.Criteria.Add(new() { Tool = AssessmentTool.Test, Title = "Предметный тест", MaxPoints = 10, Order = 1 });
            procedure.Criteria.Add(new() { Tool = AssessmentTool.Case, Title = "Методический кейс", MaxPoints = 50, Order = 2 });
            unit.Db.Add(procedure);
            await unit.FlushAsync();
            var session = new AssessmentSession { CenterId = center.Id, ProcedureId = procedure.Id, Date = today, Starts = new(0, 0), Ends = new(1, 0), SlotMinutes = 60, SeatsPerSlot = 5 };
            // It has begun at whatever hour the tests run.
            session.Slots.Add(new() { CenterId = center.Id, Starts = new(0, 0), Ends = new(1, 0), Seats = 5 });
            foreach (var assessor in assessors) session.Assessors.Add(new() { AccountId = assessor.Id });
            session.Open(new ScoreSheet(procedure.Title, [.. procedure.Criteria.Select(x => new SheetCriterion(x.Tool, x.Title, x.MaxPoints))], new NetworkSettings().AssessmentLevels, 20)).ShouldSucceed();
            unit.Db.Add(session);
            await unit.FlushAsync();
            var row = new Assessment { CenterId = center.Id, ProcedureId = procedure.Id, PersonId = candidate.Id, StatusAt = unit.Now, AppliedOn = today, ConsentOn = today };
            row.MoveTo(AssessmentStatus.Checked, unit.Now).ShouldSucceed();
            unit.Db.Add(row);
            await unit.FlushAsync();
            row.Book(session.Slots[0], unit.Now).ShouldSucceed();
            await unit.FlushAsync();
            return (session.Id, row.Id);
        })).ShouldSucceed();
    }
}
