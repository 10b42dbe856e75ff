using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TeacherCenters.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class CircuitBrowserTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("OfUser", 429, "Открыто слишком много окон")]
    [InlineData("InAll", 503, "Свободных мест сейчас нет")]
    public async Task One_window_too_many_is_told_politely_and_opens_when_another_is_closed(string limit, int status, string title)
    {
        await using var host = AppHost.StartSetUp(($"TeacherCenters:Circuits:{limit}", "2"));
        var first = (await Walk.SignedInAsync(browser.Browser, host, "/courses")).Page;
        var context = first.Context;
        await ShowsAsync(first, "Программы");
        var second = await context.NewPageAsync();
        await second.GotoAsync("/courses");
        await ShowsAsync(second, "Программы");

        // A window that is loaded again gives its own place back: nobody is shut out by pressing F5.
        await second.ReloadAsync();
        await ShowsAsync(second, "Программы");

        var third = await context.NewPageAsync();
        var answer = await third.GotoAsync("/people?text=Ива");

        Assert.Equal(status, answer!.Status);
        await ShowsAsync(third, title);
        await Assertions.Expect(third.GetByRole(AriaRole.Link, new() { Name = "Попробовать сейчас" })).ToHaveAttributeAsync("href", new Regex("/people"));
        Assert.EndsWith("/people?text=Ива", Uri.UnescapeDataString(third.Url), StringComparison.Ordinal);
        await second.CloseAsync(new() { RunBeforeUnload = true });
        // It opens by itself.
        await ShowsAsync(third, "Педагоги");
        await context.CloseAsync();
    }

    private static Task ShowsAsync(IPage page, string title) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
}
