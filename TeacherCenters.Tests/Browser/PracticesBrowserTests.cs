using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Browser;

/// <summary>A practice on its way from the proposal to the whole network, as its center walks it and as another one sees it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PracticesBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_practice_is_proposed_filled_with_a_file_and_published_for_another_center_to_read()
    {
        await using var host = AppHost.StartSetUp();
        await FillAsync(host);
        var walk = await Walk.SignedInAsync(browser.Browser, host, "/practices", "coordinator@example.ru");
        var desk = walk.Page;

        await walk.Button("Предложить практику").ClickAsync();
        await walk.TypeAsync("Название", "Урок в музее");
        await walk.AddAsync("Авторы", "Иван", "Иванова Мария Петровна", walk.Sheet.Locator(".chosen-people"));
        await walk.Sheet.Locator("textarea").FillAsync("Ученики сами составляют вопросы к экспонату.");
        await walk.SaveAsync("Предложить практику");
        await walk.TitledAsync("Урок в музее");
        var address = new Uri(desk.Url).AbsolutePath;

        // A file that only calls itself a PDF is refused by name; the right one is taken and comes back byte by byte.
        var paper = Encoding.UTF8.GetBytes("%PDF-1.7 " + string.Concat(Enumerable.Repeat("урок в музее ", 20_000)));
        await walk.UploadAsync(("Страница.pdf", "<html>"u8.ToArray()), ("Конспект.pdf", paper));
        var link = desk.GetByRole(AriaRole.Link, new() { Name = "Конспект.pdf" });
        await Assertions.Expect(link).ToBeVisibleAsync();
        await Assertions.Expect(desk.Locator(".panel .problem")).ToContainTextAsync("Страница.pdf: Внутри файла не то, что говорит его имя");
        var file = (await link.GetAttributeAsync("href"))!;
        var saved = await desk.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal("Конспект.pdf", saved.SuggestedFilename);
        Assert.Equal(paper, await File.ReadAllBytesAsync(await saved.PathAsync()));

        await walk.Button("Отметить мероприятие").ClickAsync();
        await walk.PickAsync("Мероприятие", "Семинар", "Семинар историков");
        await walk.SaveAsync("Отметить мероприятие");
        await Assertions.Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Семинар историков" })).ToBeVisibleAsync();

        // Another center sees none of it until it is published, neither the card nor its files.
        var other = await Walk.SignedInAsync(browser.Browser, host, address, "reader@example.ru");
        var reader = other.Page;
        await other.TitledAsync("Страница не найдена");
        foreach (var hidden in new[] { file, $"{address}/card.pdf", $"{address}/card.xlsx" }) Assert.Equal(404, (await reader.Context.APIRequest.GetAsync(hidden)).Status);
        foreach (var (button, status) in new[] { ("Начать апробацию", "На апробации"), ("Одобрить", "Одобрена"), ("Опубликовать", "Опубликована") })
        {
            await walk.Button(button).ClickAsync();
            await Assertions.Expect(desk.Locator(".page-name .status")).ToHaveTextAsync(status);
        }

        await reader.GotoAsync("/practices?text=музее");
        await reader.Locator("tbody a").Filter(new() { HasText = "Урок в музее" }).ClickAsync();
        await other.TitledAsync("Урок в музее");
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

    private static async Task FillAsync(AppHost host)
    {
        var (store, accounts, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<AccountCommands>(), host.Services.GetRequiredService<NetworkClock>().Today);
        (await store.WriteAsync(Actor.System, "test.facts", async unit =>
        {
            var (center, other) = (A.Center(), A.Center());
            unit.Db.AddRange(center, other, A.Person());
            await unit.FlushAsync();
            unit.Db.Add(A.Event(center, EventStatus.Open, starts: today, title: "Семинар историков"));
            (await accounts.AddAsync(unit, "coordinator@example.ru", "Координатор", accounts.Hash(Walk.Password).Require(), [new Grant(Role.Coordinator, center.Id)], mustChangePassword: false)).ShouldSucceed();
            (await accounts.AddAsync(unit, "reader@example.ru", "Читатель", accounts.Hash(Walk.Password).Require(), [new Grant(Role.Viewer, other.Id)], mustChangePassword: false)).ShouldSucceed();
            return TeacherCenters.Kernel.Result.Done;
        })).ShouldSucceed();
    }
}
