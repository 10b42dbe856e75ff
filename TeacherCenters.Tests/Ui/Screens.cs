using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using TeacherCenters.Centers;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Ui;

/// <summary>Screens on a real store, in Russian, with the dialogs and messages they open.</summary>
internal class Screens : IAsyncDisposable
{
    private readonly Spoken _spoken = new(AppCultures.Russian);

    /// <param name="rooms">Adds the services of the rooms whose screens are shown; centers and people are there.</param>
    public Screens(TestStore store, Actor actor, Action<IServiceCollection> rooms)
    {
        SetUp(Context);
        Context.Services.AddSingleton(store.Store).AddSingleton(store.Clock).AddSingleton(store.Changes).AddSingleton(store.Files).AddSingleton(store.Root).AddCenters().AddPeople();
        rooms(Context.Services);
        Context.RenderTree.Add<CascadingValue<Actor>>(x => x.Add(y => y.Value, actor));
        Context.Render<MudPopoverProvider>();
        Dialogs = Context.Render<MudDialogProvider>();
        Messages = Context.Render<MudSnackbarProvider>();
    }

    public BunitContext Context { get; } = new();

    public IRenderedComponent<MudDialogProvider> Dialogs { get; }

    public IRenderedComponent<MudSnackbarProvider> Messages { get; }

    public static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> inside, string text) => inside.FindAll("button").Single(x => x.TextContent.Trim() == text);

    /// <summary>MudBlazor as the program has it, with scripts that answer nothing and messages that come and go at once.</summary>
    public static void SetUp(BunitContext context)
    {
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices(options =>
        {
            UiSetup.Snackbars(options.SnackbarConfiguration);
            options.PopoverOptions.CheckForPopoverProvider = false;
            (options.SnackbarConfiguration.ShowTransitionDuration, options.SnackbarConfiguration.HideTransitionDuration) = (0, 0);
        });
        context.Services.AddTransient<MudLocalizer, RussianMudLocalizer>();
    }

    /// <summary>Opens a sheet and waits until its form stands.</summary>
    /// <returns>What the sheet answers when it closes.</returns>
    public async Task<Task<object?>> OpenAsync<TDialog>(DialogParameters<TDialog>? parameters = null) where TDialog : IComponent
    {
        var answer = Task.FromResult<object?>(null);
        await Dialogs.InvokeAsync(() => { answer = Context.Services.GetRequiredService<IDialogService>().ShowSheetAsync(parameters); });
        Dialogs.WaitForElement("form.sheet-form");
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        _spoken.Dispose();
        GC.SuppressFinalize(this);
    }
}
