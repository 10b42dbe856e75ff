using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using TeacherCenters.Security;

namespace TeacherCenters.Ui.Layout;

public sealed partial class MainLayout
{
    private IReadOnlyList<NavSection> sections = [];
    private CenterScope scope = new(null, []);
    private ThemeChoice theme;
    private ErrorBoundary? boundary;
    private DotNetObjectReference<MainLayout>? self;
    private bool dark;
    private bool collapsed;
    private bool dialogOpen;
    private string path = "";

    [CascadingParameter] public required Actor Actor { get; set; }

    [CascadingParameter] public Look Look { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        (theme, dark, collapsed, path) = (Look.Theme, Look.Dark, Look.RailCollapsed, PathOf(Nav.Uri));
        sections = NavSection.For(Actor, Entries);
        Nav.LocationChanged += OnLocationChanged;
        var choices = await Centers.ReadAsync(Actor);
        // A remembered center that the actor may no longer see counts as none.
        scope = new CenterScope(choices is [var only] ? only.Id : choices.FirstOrDefault(x => x.Id == Look.CenterId)?.Id, choices);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        self = DotNetObjectReference.Create(this);
        await Js.InvokeVoidAsync("tc.attach", self);
    }

    [JSInvokable]
    public Task OpenPalette() => OpenAsync<PaletteDialog>(new DialogOptions { NoHeader = true, CloseOnEscapeKey = true, BackdropClick = true, DefaultFocus = DefaultFocus.None, MaxWidth = MaxWidth.Small, FullWidth = true, Position = DialogPosition.TopCenter });

    [JSInvokable]
    public Task OpenKeys() => OpenAsync<KeysDialog>(new DialogOptions { CloseButton = true, CloseOnEscapeKey = true, MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });

    /// <summary>The browser says that the system's light or dark has changed, or was other than remembered.</summary>
    [JSInvokable]
    public void DarkChanged(bool value)
    {
        dark = value;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        Nav.LocationChanged -= OnLocationChanged;
        if (self is null) return;
        try
        {
            await Js.InvokeVoidAsync("tc.detach");
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone: nothing to detach from.
        }
        self.Dispose();
    }

    private async Task OpenAsync<TDialog>(DialogOptions options) where TDialog : IComponent
    {
        if (dialogOpen) return;
        dialogOpen = true;
        try
        {
            var dialog = await Dialogs.ShowAsync<TDialog>(typeof(TDialog) == typeof(KeysDialog) ? UiText.Keys_Title : null, options);
            await dialog.Result;
        }
        finally
        {
            dialogOpen = false;
        }
    }

    private async Task ChooseThemeAsync(ThemeChoice choice)
    {
        theme = choice;
        dark = await Js.InvokeAsync<bool>("tc.setTheme", choice.ToString());
    }

    private async Task ToggleRailAsync(bool value)
    {
        collapsed = value;
        await RememberAsync(Look.RailCookie, value ? "1" : "0");
    }

    private async Task ChooseCenterAsync(ChangeEventArgs e)
    {
        var text = e.Value as string;
        int? id = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && scope.Choices.Any(x => x.Id == number) ? number : null;
        scope = scope with { CenterId = id };
        await RememberAsync(Look.CenterCookie, id?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    private ValueTask RememberAsync(string cookie, string value) => Js.InvokeVoidAsync("tc.remember", cookie, value);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        boundary?.Recover();
        var now = PathOf(e.Location);
        if (now == path) return;
        path = now;
        _ = InvokeAsync(StateHasChanged);
    }

    private string PathOf(string uri) => Nav.ToBaseRelativePath(uri).Split('?', '#')[0].Trim('/');
}
