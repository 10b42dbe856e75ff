using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Browser;

/// <summary>A practice on its way from the proposal to the whole network, as its center walks it and as another one sees it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PracticesBrowserTests(BrowserFixture browser)
{
    private const string Password = "сосна лён озеро";
    private const float Patience = 60_000;

    [Fact]
    public async Task A_practice_is_proposed_filled_with_a_file_and_published_for_another_center_to_read()
    {
        await using var host = AppHost.Start(("TeacherCenters:Setup:AdminEmail", "admin@example.ru"), ("TeacherCenters:Setup:AdminPassword", Password));
        await FillAsync(host);
        var desk = await SignInAsync(host, "coordinator@example.ru", "/practices");

        await desk.GetByRole(AriaRole.Button, new() { Name = "Предложить практику" }).ClickAsync();
        await desk.Locator(".sheet").GetByLabel("Название").FillAsync("Урок в музее");
        await PickAsync(desk, "Авторы", "Иван", "Иванова Мария Петровна");
        await Assertions.Expect(desk.Locator(".chosen-people")).ToContainTextAsync("Иванова Мария Петровна", new() { Timeout = Patience });
        await desk.Locator(".sheet textarea").FillAsync("Ученики сами составляют вопросы к экспонату.");
        await desk.Locator(".sheet").GetByRole(AriaRole.Button, new() { Name = "Предложить практику" }).ClickAsync();
        await Assertions.Expect(desk.Locator("[data-ready] h1")).ToHaveTextAsync("Урок в музее", new() { Timeout = Patience });
        var address = new Uri(desk.Url).AbsolutePath;

        // A file that only calls itself a PDF is refused by name; the right one is taken and comes back byte by byte.
        var paper = Encoding.UTF8.GetBytes("%PDF-1.7 " + string.Concat(Enumerable.Repeat("урок в музее ", 20_000)));
        await desk.Locator("input[type=file]").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "Страница.pdf", MimeType = "application/pdf", Buffer = "<html>"u8.ToArray() }, new() { Name = "Конспект.pdf", MimeType = "application/pdf", Buffer = paper },
        });
        var link = desk.GetByRole(AriaRole.Link, new() { Name = "Конспект.pdf" });
        await Assertions.Expect(link).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(desk.Locator(".panel .problem")).ToContainTextAsync("Страница.pdf: Внутри файла не то, что говорит его имя");
        var file = (await link.GetAttributeAsync("href"))!;
        var saved = await desk.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal("Конспект.pdf", saved.SuggestedFilename);
        Assert.Equal(paper, await File.ReadAllBytesAsync(await saved.PathAsync()));

        await desk.GetByRole(AriaRole.Button, new() { Name = "Отметить мероприятие" }).ClickAsync();
        await PickAsync(desk, "Мероприятие", "Семинар", "Семинар историков");
        await desk.Locator(".sheet").GetByRole(AriaRole.Button, new() { Name = "Отметить мероприятие" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Семинар историков" })).ToBeVisibleAsync(new() { Timeout = Patience });

        // Another center sees none of it until it is published, neither the card nor its files.
        var reader = await SignInAsync(host, "reader@example.ru", address);
        await Assertions.Expect(reader.Locator("[data-ready] h1")).ToHaveTextAsync("Страница не найдена", new() { Timeout = Patience });
        foreach (var hidden in new[] { file, $"{address}/card.pdf", $"{address}/card.xlsx" }) Assert.Equal(404, (await reader.Context.APIRequest.GetAsync(hidden)).Status);
        foreach (var (button, status) in new[] { ("Начать апробацию", "На апробации"), ("Одобрить", "Одобрена"), ("Опубликовать", "Опубликована") })
        {
            await desk.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await Assertions.Expect(desk.Locator(".page-name .status")).ToHaveTextAsync(status, new() { Timeout = Patience });
        }

        await reader.GotoAsync("/practices?text=музее");
        await reader.Locator("tbody a").Filter(new() { HasText = "Урок в музее" }).ClickAsync();
        await Assertions.Expect(reader.Locator("[data-ready] h1")).ToHaveTextAsync("Урок в музее", new() { Timeout = Patience });
        await Assertions.Expect(reader.Locator("input[type=file]")).ToHaveCountAsync(0);
        Assert.Equal(paper, await (await reader.Context.APIRequest.GetAsync(file)).BodyAsync());
        Assert.Equal("%PDF"u8.ToArray(), (await (await reader.Context.APIRequest.GetAsync($"{address}/card.pdf")).BodyAsync())[..4]);
        Assert.Equal("PK"u8.ToArray(), (await (await reader.Context.APIRequest.GetAsync($"{address}/card.xlsx")).BodyAsync())[..2]);
        Assert.Equal("PK"u8.ToArray(), (await (await reader.Context.APIRequest.GetAsync("/practices.xlsx?status=Published")).BodyAsync())[..2]);
        // Who has not signed in is sent to do so.
        await reader.Context.ClearCookiesAsync();
        Assert.Contains("/account/login", (await reader.Context.APIRequest.GetAsync(file)).Url, StringComparison.Ordinal);

        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        Assert.Equal((PracticeStatus.Published, 1, 1), await db.Set<Practice>().Select(x => ValueTuple.Create(x.Status, x.Authors.Count, x.Showings.Count)).SingleAsync());
        Assert.Empty(await PracticeInvariants.FilesAsync(db, host.Services.GetRequiredService<FileStore>()));
        foreach (var page in new[] { desk, reader }) await page.Context.CloseAsync();
    }

    private async Task<IPage> SignInAsync(AppHost host, string email, string address)
    {
        var context = await browser.Browser.NewContextAsync(new() { BaseURL = host.Address });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("button[type=submit]");
        await Assertions.Expect(page.Locator("[data-ready] h1")).ToBeVisibleAsync(new() { Timeout = Patience });
        return page;
    }

    /// <summary>Chooses what a field offers after the beginning of a word was typed.</summary>
    private static async Task PickAsync(IPage page, string label, string typed, string choice)
    {
        var field = page.Locator($".sheet .mud-input-control:has(> .mud-input-control-input-container > label:text-matches('^{label}\\\\*?$'))").First;
        await field.Locator("input").First.FillAsync(typed);
        await page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasText = choice }).First.ClickAsync();
    }

    private static async Task FillAsync(AppHost host)
    {
        var (store, accounts, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<AccountCommands>(), host.Services.GetRequiredService<NetworkClock>().Today);
        (await store.WriteAsync(Actor.System, "test.facts", async unit =>
        {
            var (center, other) = (A.Center(), A.Center());
            unit.Db.AddRange(center, other, A.Person());
            await unit.FlushAsync();
            unit.Db.Add(A.Event(center, EventStatus.Open, starts: today, title: "Семинар историков"));
            (await accounts.AddAsync(unit, "coordinator@example.ru", "Координатор", accounts.Hash(Password).Require(), [new Grant(Role.Coordinator, center.Id)], mustChangePassword: false)).ShouldSucceed();
            (await accounts.AddAsync(unit, "reader@example.ru", "Читатель", accounts.Hash(Password).Require(), [new Grant(Role.Viewer, other.Id)], mustChangePassword: false)).ShouldSucceed();
            return TeacherCenters.Kernel.Result.Done;
        })).ShouldSucceed();
    }
}
