using Microsoft.Playwright;

namespace TeacherCenters.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class FirstStartBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_empty_network_is_set_up_and_every_page_of_the_menu_opens_in_Russian()
    {
        await using var host = AppHost.Start();
        var context = await browser.Browser.NewContextAsync(new() { BaseURL = host.Address, Locale = "en-US" });
        context.SetDefaultTimeout(Walk.Patience);
        var page = await context.NewPageAsync();
        var outside = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(host.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) outside.Add(request.Url);
        };

        await page.GotoAsync("/");
        await page.FillAsync("#name", "Соколова Нина Васильевна");
        await page.FillAsync("#email", "admin@example.ru");
        await page.FillAsync("#password", Walk.Password);
        await page.FillAsync("#repeat", Walk.Password);
        await page.CheckAsync("#empty");
        await page.ClickAsync("button[type=submit]");
        await ShowsAsync(page, "Сегодня");

        foreach (var (address, title) in new[]
        {
            ("/calendar", "Календарь"), ("/events", "Мероприятия"), ("/courses", "Программы"), ("/people", "Педагоги"), ("/centers", "Центры"),
            ("/admin/settings", "Настройки сети"), ("/admin/store", "Резервные копии и проверка"), ("/admin/users", "Пользователи"), ("/admin/audit", "Журнал изменений"),
        })
        {
            await page.GotoAsync(address);
            await ShowsAsync(page, title);
        }
        Assert.Equal([], outside);
        await context.CloseAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_and_the_right_one_leads_to_the_asked_page()
    {
        await using var host = AppHost.StartSetUp();
        var context = await browser.Browser.NewContextAsync(new() { BaseURL = host.Address });
        context.SetDefaultTimeout(Walk.Patience);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/events");
        await page.FillAsync("#email", "admin@example.ru");
        await page.FillAsync("#password", "не тот пароль");
        await page.ClickAsync("button[type=submit]");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("не подходят");

        await page.FillAsync("#password", Walk.Password);
        await page.ClickAsync("button[type=submit]");
        await ShowsAsync(page, "Мероприятия");

        // A page without a circuit leads into the program by a whole load: its components find their scripts.
        await page.GotoAsync("/account/denied");
        await page.EvaluateAsync("() => { window.before = true; }");
        await page.ClickAsync("main a[href='/'], body a[href='/']");
        await ShowsAsync(page, "Сегодня");
        Assert.True(await page.EvaluateAsync<bool>("() => window.before === undefined && window.mudPopover !== undefined"));
        await context.CloseAsync();
    }

    [Theory]
    [InlineData("/account/password")]
    [InlineData("/no-such-page")]
    public async Task After_a_page_without_a_circuit_the_lists_of_a_form_still_open(string from)
    {
        await using var host = AppHost.StartSetUp();
        var walk = await Walk.SignedInAsync(browser.Browser, host, "/");
        var page = walk.Page;

        await page.GotoAsync(from);
        if (from == "/account/password")
        {
            await page.FillAsync("#current", Walk.Password);
            await page.FillAsync("#new", Walk.Password + " берег");
            await page.FillAsync("#repeat", Walk.Password + " берег");
            await page.ClickAsync("button[type=submit]");
            await page.GetByRole(AriaRole.Link, new() { Name = "Продолжить работу" }).ClickAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "На главную" }).ClickAsync();
        }
        await ShowsAsync(page, "Сегодня");

        await walk.Button(TeacherCenters.Ui.UiText.Account_Label).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-popover-open").GetByText("Выйти")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    private static Task ShowsAsync(IPage page, string title) =>
        Assertions.Expect(page.Locator("[data-ready] h1")).ToHaveTextAsync(title);
}
