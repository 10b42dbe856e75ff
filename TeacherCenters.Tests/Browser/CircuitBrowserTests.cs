using Microsoft.Playwright;

namespace TeacherCenters.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class CircuitBrowserTests(BrowserFixture browser)
{
    private const string Password = "сосна лён озеро";

    private const float Patience = 60_000;

    [Theory]
    [InlineData("OfUser", 429, "Открыто слишком много окон")]
    [InlineData("InAll", 503, "Свободных мест сейчас нет")]
    public async Task One_window_too_many_is_told_politely_and_opens_when_another_is_closed(string limit, int status, string title)
    {
        await using var host = AppHost.Start(("TeacherCenters:Setup:AdminEmail", "admin@example.ru"), ("TeacherCenters:Setup:AdminPassword", Password), ($"TeacherCenters:Circuits:{limit}", "2"));
        var context = await browser.Browser.NewContextAsync(new() { BaseURL = host.Address });
        context.SetDefaultTimeout(Patience);
        var first = await context.NewPageAsync();
        await first.GotoAsync("/courses");
        await first.FillAsync("#email", "admin@example.ru");
        await first.FillAsync("#password", Password);
        await first.ClickAsync("button[type=submit]");
        await ShowsAsync(first, "Программы");
        var second = await context.NewPageAsync();
        await second.GotoAsync("/courses");
        await ShowsAsync(second, "Программы");

        var third = await context.NewPageAsync();
        var answer = await third.GotoAsync("/people?text=Ива");

        Assert.Equal(status, answer!.Status);
        await ShowsAsync(third, title);
        Assert.EndsWith("/people?text=Ива", Uri.UnescapeDataString(third.Url), StringComparison.Ordinal);
        await second.CloseAsync(new() { RunBeforeUnload = true });
        // The server hears of the closed window in its own time.
        await Assertions.Expect(third.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        for (var deadline = DateTime.UtcNow.AddMilliseconds(Patience); answer.Status == status && DateTime.UtcNow < deadline;) answer = (await third.ReloadAsync())!;
        await ShowsAsync(third, "Педагоги");
        await context.CloseAsync();
    }

    private static Task ShowsAsync(IPage page, string title) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title, new() { Timeout = Patience });
}
