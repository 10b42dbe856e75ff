using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;
using MudBlazor;
using TeacherCenters.Kernel;

namespace TeacherCenters.Ui;

/// <summary>
/// A list read from the store page by page. Page and order live in the address (page, sort, desc); a changed <see cref="Filter"/>
/// starts from the first page again.
/// </summary>
public sealed partial class ServerGrid<T>
{
    /// <summary>The longest list of which all rows are offered: what is chosen is kept and acted upon in one go.</summary>
    private const int MostSelected = 500;

    private readonly Dictionary<string, SortDefinition<T>> sort = [];
    private MudDataGrid<T>? grid;
    private HashSet<T> selection = [];
    private object? shownFilter;
    private (int Page, string? Sort, bool Descending) shown;
    private (string? By, bool Descending) order;
    private string path = "";
    private int page;
    private int size = Look.RowChoices[0];
    private int total;
    private bool loaded, failed;

    [Inject] private NavigationManager Nav { get; set; } = null!;

    [Inject] private IJSRuntime Js { get; set; } = null!;

    [Inject] private ILogger<ServerGrid<T>> Log { get; set; } = null!;

    [CascadingParameter] public Look Look { get; set; } = new();

    [Parameter, EditorRequired] public required Func<PageRequest, CancellationToken, Task<Page<T>>> Load { get; set; }

    /// <summary><c>GridColumn</c>s, or MudBlazor's own columns.</summary>
    [Parameter, EditorRequired] public required RenderFragment Columns { get; set; }

    /// <summary>The filter record that <see cref="Load"/> reads by, and the chosen center if it counts: a change reloads from the first page.</summary>
    [Parameter] public object? Filter { get; set; }

    /// <summary>Where a click or Enter on a row leads.</summary>
    [Parameter] public Func<T, string?>? RowHref { get; set; }

    /// <summary>What a click or Enter on a row does, where there is no address to lead to.</summary>
    [Parameter] public EventCallback<T> RowClick { get; set; }

    [Parameter] public Func<T, int, string>? RowClassFunc { get; set; }

    /// <summary>Actions over the selected rows; without it rows can't be selected. Rows must be records or equal by their key.</summary>
    [Parameter] public RenderFragment<IReadOnlyCollection<T>>? SelectionActions { get; set; }

    /// <summary>What the list says when it has no rows; by default that nothing matches.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    /// <summary>The file of the list with its filter; the grid adds its order.</summary>
    [Parameter] public string? ExportHref { get; set; }

    [Parameter] public string? Label { get; set; }

    /// <summary>Height of the scrolled part in CSS; null lets the list grow with its rows.</summary>
    [Parameter] public string? Height { get; set; }

    /// <summary>False for a list inside a page of several: its page and order stay out of the address.</summary>
    [Parameter] public bool InAddress { get; set; } = true;

    public IReadOnlyCollection<T> Selected => selection;

    private string? OrderedExport => ExportHref is null || order.By is null ? ExportHref
        : QueryHelpers.AddQueryString(ExportHref, [new("sort", order.By), .. order.Descending ? [new("desc", "1")] : Array.Empty<KeyValuePair<string, string?>>()]);

    /// <summary>Reads the page on the screen again, for instance after a verb.</summary>
    public Task ReloadAsync() => grid?.ReloadServerData() ?? Task.CompletedTask;

    public Task ClearSelectionAsync()
    {
        selection = [];
        StateHasChanged();
        return Task.CompletedTask;
    }

    protected override void OnInitialized()
    {
        (size, shownFilter, path) = (Look.Rows, Filter, Nav.Uri.Split('?', '#')[0]);
        if (!InAddress) return;
        var query = QueryHelpers.ParseQuery(new Uri(Nav.Uri).Query);
        if (query.TryGetValue("page", out var p) && int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) page = Math.Max(0, number - 1);
        if (query.TryGetValue("sort", out var s) && s.ToString() is { Length: > 0 } name)
            sort[name] = new SortDefinition<T>(name, query.ContainsKey("desc"), 0, _ => 0);
        order = (sort.Keys.FirstOrDefault(), sort.Count > 0 && query.ContainsKey("desc"));
        shown = (page, order.By, order.Descending);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (grid is null || Equals(shownFilter, Filter)) return;
        shownFilter = Filter;
        selection = [];
        page = 0;
        // Who changed the filter writes the address, without a page: a second write from here could bring the old filter back.
        shown = shown with { Page = 0 };
        // Moving to the first page reads by itself when another one is shown.
        if (grid.CurrentPage != 0) grid.NavigateTo(MudBlazor.Page.First);
        else await grid.ReloadServerData();
    }

    private async Task<GridData<T>> LoadAsync(GridState<T> state, CancellationToken cancellation)
    {
        var by = state.SortDefinitions.FirstOrDefault();
        try
        {
            var rows = await Load(new PageRequest(state.Page, state.PageSize, by?.SortBy, by?.Descending ?? false), cancellation);
            Settle(isFailure: false, by, rows.Total);
            ShowInAddress(state.Page, by);
            return new GridData<T> { Items = rows.Items, TotalItems = rows.Total };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.LogError(e, "A list did not load.");
            Settle(isFailure: true, by, 0);
            return new GridData<T> { Items = [], TotalItems = 0 };
        }
    }

    private void Settle(bool isFailure, SortDefinition<T>? by, int rows)
    {
        var read = (by?.SortBy, by?.Descending == true);
        var changed = failed != isFailure || !loaded || order != read || total != rows;
        (loaded, failed, order, total) = (true, isFailure, read, rows);
        // The grid inside draws itself again after a load; the lines above it and the link to the file are ours.
        if (changed) StateHasChanged();
    }

    private void ShowInAddress(int read, SortDefinition<T>? by)
    {
        var now = (read, by?.SortBy, by?.Descending == true);
        // The reader may have gone elsewhere while the list was read.
        if (!InAddress || now == shown || Nav.Uri.Split('?', '#')[0] != path) return;
        shown = now;
        Nav.NavigateTo(Nav.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["page"] = read > 0 ? read + 1 : null,
            ["sort"] = by?.SortBy,
            ["desc"] = now.Item3 ? 1 : null,
        }), replace: true);
    }

    private async Task OpenAsync(DataGridRowClickEventArgs<T> click)
    {
        if (RowHref?.Invoke(click.Item) is { } href)
        {
            if (click.MouseEventArgs is { CtrlKey: true } or { MetaKey: true }) await Js.InvokeVoidAsync("tc.openBeside", href);
            else Nav.NavigateTo(href);
        }
        else
        {
            await RowClick.InvokeAsync(click.Item);
        }
    }

    private void SelectAsync(HashSet<T> items) => selection = items;

    private async Task SelectAllAsync()
    {
        var all = new HashSet<T>(selection);
        try
        {
            for (var i = 0; i * PageRequest.MaxSize < total; i++)
                all.UnionWith((await Load(new PageRequest(i, PageRequest.MaxSize, order.By, order.Descending), CancellationToken.None)).Items);
            selection = all;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.LogError(e, "The rows of a list could not be selected.");
            failed = true;
        }
    }

    private async Task RememberSizeAsync(int rows)
    {
        size = rows;
        await Js.InvokeVoidAsync("tc.remember", Look.RowsCookie, rows.ToString(CultureInfo.InvariantCulture));
    }
}
