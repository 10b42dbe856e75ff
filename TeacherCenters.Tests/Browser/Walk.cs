using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Browser;

/// <summary>
/// A person at the screen: fields are named by their labels. Every step ends with the state that shows it was taken, so that the next
/// one cannot outrun the server: a list that was chosen from takes the focus back when the choice is in.
/// </summary>
internal sealed class Walk(IPage page)
{
    public const string Administrator = "admin@example.ru";

    public const string Password = "сосна лён озеро";

    /// <summary>What a step may need on a busy machine, in milliseconds; waiting ends as soon as the state is there.</summary>
    public const float Patience = 60_000;

    public IPage Page => page;

    /// <summary>The form that is open at the side.</summary>
    public ILocator Sheet => page.Locator(".sheet");

    public static async Task<Walk> BeginAsync(IBrowser browser, AppHost host)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = host.Address, ViewportSize = new() { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        return new(await context.NewPageAsync());
    }

    /// <summary>Somebody in a browser of their own, on the page they asked for.</summary>
    public static async Task<Walk> SignedInAsync(IBrowser browser, AppHost host, string address, string email = Administrator)
    {
        var walk = await BeginAsync(browser, host);
        await walk.SignInAsync(address, email);
        return walk;
    }

    public async Task SignInAsync(string address, string email = Administrator)
    {
        await page.GotoAsync(address);
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("button[type=submit]");
        await page.Locator("[data-ready] h1").WaitForAsync();
    }

    public async Task OpenAsync(string address, string title)
    {
        await page.GotoAsync(address);
        await TitledAsync(title);
    }

    public Task TitledAsync(string title) => Assertions.Expect(page.Locator("[data-ready] h1")).ToHaveTextAsync(title);

    public Task SaysAsync(ILocator where, string text) => Assertions.Expect(where).ToContainTextAsync(text);

    public Task GoneAsync(ILocator what) => Assertions.Expect(what).ToHaveCountAsync(0);

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) =>
        page.Locator($".mud-input-control:has(> .mud-input-control-input-container > label:text-matches('^{Regex.Escape(label).Replace("\\", "\\\\", StringComparison.Ordinal)}\\\\*?$'))").First;

    public async Task TypeAsync(string label, string text)
    {
        var input = Field(label).Locator("input, textarea").First;
        await input.FillAsync(text);
        await Assertions.Expect(input).ToHaveValueAsync(text);
        await input.PressAsync("Tab");
    }

    public Task DayAsync(string label, DateOnly day) => TypeAsync(label, DayText.Of(day));

    /// <summary>Chooses what a field offers; a field that is searched gets the beginning of a word first.</summary>
    public async Task PickAsync(string label, string? typed, string choice)
    {
        await ChooseAsync(label, typed, choice);
        await Assertions.Expect(Field(label).Locator("input").First).ToHaveValueAsync(new Regex(Regex.Escape(choice)));
        await HasFocusAsync(label);
    }

    /// <summary>As <see cref="PickAsync"/> for a field that shows its choice elsewhere and is ready for the next one.</summary>
    public async Task AddAsync(string label, string typed, string choice, ILocator shownIn)
    {
        await ChooseAsync(label, typed, choice);
        await SaysAsync(shownIn, choice);
        await Assertions.Expect(Field(label).Locator("input").First).ToHaveValueAsync("");
        await HasFocusAsync(label);
    }

    /// <summary>Chooses files, once the field listens: it is drawn a moment before.</summary>
    public async Task UploadAsync(params (string Name, byte[] Content)[] files)
    {
        var input = page.Locator("input[type=file]");
        await input.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("() => document.querySelector('input[type=file]')._blazorInputFileNextFileId !== undefined");
        await input.SetInputFilesAsync(files.Select(x => new FilePayload { Name = x.Name, MimeType = "application/octet-stream", Buffer = x.Content }));
    }

    /// <summary>Presses the button of the open form and waits until it has closed.</summary>
    public async Task SaveAsync(string button = "Сохранить")
    {
        await Sheet.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await GoneAsync(Sheet);
    }

    private async Task ChooseAsync(string label, string? typed, string choice)
    {
        if (typed is null) await Field(label).Locator(".mud-input").ClickAsync();
        else await Field(label).Locator("input").First.FillAsync(typed);
        await page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasText = choice }).First.ClickAsync();
        await GoneAsync(page.Locator(".mud-popover-open .mud-list-item"));
    }

    private Task HasFocusAsync(string label) => Assertions.Expect(Field(label).Locator("input").First).ToBeFocusedAsync();
}
