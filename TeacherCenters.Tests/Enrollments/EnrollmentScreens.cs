using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Enrollments.Import;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Enrollments;

/// <summary>Screens on a real store, in Russian, with the dialogs and messages they open.</summary>
internal sealed class EnrollmentScreens : IAsyncDisposable
{
    private readonly Spoken _spoken = new(AppCultures.Russian);

    public EnrollmentScreens(TestStore store, Actor actor)
    {
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.Services.AddMudServices(options =>
        {
            UiSetup.Snackbars(options.SnackbarConfiguration);
            options.PopoverOptions.CheckForPopoverProvider = false;
        });
        Context.Services.AddTransient<MudLocalizer, RussianMudLocalizer>();
        Context.Services.AddSingleton(store.Store).AddSingleton(store.Clock).AddSingleton(store.Changes);
        Context.Services.AddEnrollments();
        Context.Services.AddSingleton<PeopleQueries>().AddSingleton<SchoolQueries>();
        Context.RenderTree.Add<CascadingValue<Actor>>(x => x.Add(y => y.Value, actor));
        Dialogs = Context.Render<MudDialogProvider>();
        Messages = Context.Render<MudSnackbarProvider>();
    }

    public BunitContext Context { get; } = new();

    public IRenderedComponent<MudDialogProvider> Dialogs { get; }

    public IRenderedComponent<MudSnackbarProvider> Messages { get; }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        _spoken.Dispose();
    }
}
