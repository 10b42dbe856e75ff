using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Centers;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Assessments.Attestation;

/// <summary>Screens of attestation on a real store, in Russian, with the dialogs and messages they open.</summary>
internal sealed class AttestationScreens : IAsyncDisposable
{
    private readonly Spoken _spoken = new(AppCultures.Russian);

    public AttestationScreens(TestStore store, Actor actor)
    {
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.Services.AddMudServices(options =>
        {
            options.PopoverOptions.CheckForPopoverProvider = false;
            (options.SnackbarConfiguration.ShowTransitionDuration, options.SnackbarConfiguration.HideTransitionDuration) = (0, 0);
        });
        Context.Services.AddTransient<MudLocalizer, RussianMudLocalizer>();
        Context.Services.AddSingleton(store.Store).AddSingleton(store.Clock).AddSingleton(store.Changes).AddCenters().AddPeople().AddAttestation();
        Context.RenderTree.Add<CascadingValue<Actor>>(x => x.Add(y => y.Value, actor));
        Context.Render<MudPopoverProvider>();
        Dialogs = Context.Render<MudDialogProvider>();
        Messages = Context.Render<MudSnackbarProvider>();
    }

    public BunitContext Context { get; } = new();

    public IRenderedComponent<MudDialogProvider> Dialogs { get; }

    public IRenderedComponent<MudSnackbarProvider> Messages { get; }

    public static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> inside, string text) => inside.FindAll("button").Single(x => x.TextContent.Trim() == text);

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        _spoken.Dispose();
    }
}
