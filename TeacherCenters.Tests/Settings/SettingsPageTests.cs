using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Settings;

public sealed class SettingsPageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly BunitContext context = new();
    private readonly Spoken spoken = new(AppCultures.Russian);
    private TestStore store = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.CreateAsync();
        Screens.SetUp(context);
        context.Services.AddSingleton(store.Store).AddSingleton(store.Clock).AddSingleton(store.Root).AddSingleton<SettingsQueries>().AddSingleton<SettingsCommands>().AddHistory();
        context.RenderTree.Add<CascadingValue<Actor>>(x => x.Add(y => y.Value, A.Administrator()));
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        spoken.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_coming_change_stands_at_its_setting_and_is_taken_back_and_brought_back()
    {
        await new SettingsCommands(store.Store).ChangeAsync(A.Administrator(), new(), new() { AdmissionPercent = 80 }, new DateOnly(2027, 1, 1));
        var messages = context.Render<MudSnackbarProvider>();
        var page = Show();

        page.WaitForAssertion(() => Assert.Contains("С 01.01.2027:", page.Find(".settings-coming").TextContent, StringComparison.Ordinal), Patience);
        page.Find(".settings-coming button").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".settings-coming")), Patience);
        messages.WaitForElement(".mud-snackbar-action-button", Patience).Click();
        page.WaitForAssertion(() => Assert.Contains("80", page.Find(".settings-coming").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_what_is_right_is_stored()
    {
        var dialogs = context.Render<MudDialogProvider>();
        context.Render<MudSnackbarProvider>();
        context.Render<MudPopoverProvider>();
        var page = Show();

        page.WaitForElement("#settings-Assessment", Patience).ParentElement!.QuerySelector("button")!.Click();
        Field(dialogs, SettingsText.LevelHigh).Change("60");
        dialogs.Find("form").Submit();

        dialogs.WaitForAssertion(() => Assert.Contains("Каждый следующий уровень", dialogs.Markup, StringComparison.Ordinal), Patience);
        Field(dialogs, SettingsText.LevelHigh).Change("90");
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("50 / 70 / 90", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(new LevelScale(50, 70, 90), (await store.ReadAsync(db => db.SettingsAsOfAsync(A.Today))).AssessmentLevels);
    }

    private IRenderedComponent<SettingsPage> Show() => context.Render<SettingsPage>();

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<MudDialogProvider> dialogs, string label)
    {
        dialogs.WaitForAssertion(() => Assert.Contains(label, dialogs.Markup, StringComparison.Ordinal), Patience);
        var id = dialogs.FindAll("label").First(x => x.TextContent.Trim() == label).GetAttribute("for");
        return dialogs.Find($"input#{id}");
    }
}
