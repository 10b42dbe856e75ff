using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Browser;

/// <summary>From a term that runs out to the signed protocol, as a coordinator does it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AttestationBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_head_whose_term_runs_out_is_called_decided_on_and_holds_again()
    {
        await using var host = AppHost.StartSetUp();
        await FillAsync(host);
        var today = host.Services.GetRequiredService<NetworkClock>().Today;
        var walk = await Walk.SignedInAsync(browser.Browser, host, "/attestation");
        var page = walk.Page;

        // Of two heads the chip shows the one whose term runs out, with its count, in an address that can be kept.
        await Assertions.Expect(page.Locator("tbody td a")).ToHaveTextAsync(["Яшина М. П.", "Белова М. П."]);
        await page.Locator(".filter-chip").Filter(new() { HasText = "Истекает за 6 месяцев" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody td a")).ToHaveTextAsync(["Белова М. П."]);
        await page.WaitForURLAsync("**/attestation?due=6");

        // She is put on a meeting that is planned on the way.
        await page.Locator("tbody input[type=checkbox]").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Вынести на заседание: 1 человек" }).ClickAsync();
        await walk.Sheet.GetByRole(AriaRole.Button, new() { Name = "Запланировать заседание" }).ClickAsync();
        var meeting = page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "Новое заседание" });
        await walk.DayAsync("Дата заседания", today);
        await walk.TypeAsync("Председатель", "Н. В. Соколова");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await meeting.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await walk.Sheet.GetByRole(AriaRole.Button, new() { Name = "Вынести на заседание: 1 человек" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync(DayText.Of(today));

        // The protocol is written down on one screen.
        await page.GetByRole(AriaRole.Link, new() { Name = "Заседания", Exact = false }).First.ClickAsync();
        await page.Locator("tbody td a").GetByText(DayText.Of(today)).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Внести протокол" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "всем без решения: 1 человек" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "всем без решения" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить протокол" }).ClickAsync();
        await Assertions.Expect(page.Locator(".protocol-head")).ToContainTextAsync("Заполните это поле.");
        await walk.TypeAsync("Номер протокола", "7-а");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить протокол" }).ClickAsync();
        await Assertions.Expect(page.Locator(".page-name .status")).ToHaveTextAsync("Проведено");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Протокол, PDF" }).ClickAsync());
        Assert.Contains("7-а", PdfPages.Read(await File.ReadAllBytesAsync(await download.PathAsync()))[0], StringComparison.Ordinal);

        await page.Locator("tbody td a").GetByText("Белова").ClickAsync();
        await Assertions.Expect(page.Locator(".page-name .status")).ToHaveTextAsync("Действует");
        await Assertions.Expect(page.Locator(".facts").First).ToContainTextAsync(DayText.Of(today.AddYears(5)));
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        Assert.Equal([today.AddYears(5)], await db.Set<HeadAttestation>().Where(x => x.MeetingOn == today && x.Decision == AttestationDecision.Suitable).Select(x => x.ValidTo!.Value).ToListAsync());
        await page.Context.CloseAsync();
    }

    /// <summary>Two heads: the term of one runs out in a month, the other was never attested.</summary>
    private static async Task FillAsync(AppHost host)
    {
        var (store, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<NetworkClock>().Today);
        (await store.WriteAsync(Actor.System, "test.facts", async unit =>
        {
            var (center, municipality) = (A.Center(), A.Municipality());
            unit.Db.AddRange(center, municipality);
            await unit.FlushAsync();
            var (school, meeting, people) = (A.School(municipality, "Школа № 5"), new AttestationMeeting { CenterId = center.Id, HeldOn = today.AddMonths(1).AddYears(-5) }, new[] { A.Person("Белова"), A.Person("Яшина") });
            meeting.Hold("1", meeting.HeldOn).ShouldSucceed();
            unit.Db.AddRange([school, meeting, .. people]);
            await unit.FlushAsync();
            foreach (var person in people)
                unit.Db.AddRange(new PersonLink { PersonId = person.Id, CenterId = center.Id }, new Employment { PersonId = person.Id, SchoolId = school.Id, Position = "директор", Category = WorkerCategory.Head });
            var row = new HeadAttestation { CenterId = center.Id, PersonId = people[0].Id, Kind = AttestationKind.Acting, SchoolId = school.Id, MunicipalityId = municipality.Id, Position = "директор" };
            row.PlanFor(meeting).ShouldSucceed();
            row.Decide(AttestationDecision.Suitable, null, AttestationRules.ValidTo(AttestationDecision.Suitable, meeting.HeldOn, 5)).ShouldSucceed();
            unit.Db.Add(row);
            return TeacherCenters.Kernel.Result.Done;
        })).ShouldSucceed();
    }
}
