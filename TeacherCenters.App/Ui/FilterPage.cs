using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace TeacherCenters.Ui;

/// <summary>
/// A page whose filter lives in its address: <c>@inherits FilterPage&lt;EventFilter&gt;</c>. Read <see cref="Filter"/>, change it with
/// <see cref="Show"/>, link the export with <see cref="Export"/>. Going back, a bookmark, or a link with another query all end in <see cref="Filter"/>.
/// </summary>
public abstract class FilterPage<TFilter> : ComponentBase, IDisposable where TFilter : class, IEquatable<TFilter>, new()
{
    private string path = "";

    [Inject] protected NavigationManager Nav { get; set; } = null!;

    protected TFilter Filter { get; private set; } = new();

    public override Task SetParametersAsync(ParameterView parameters)
    {
        if (path.Length == 0)
        {
            path = Path(Nav.Uri);
            Filter = FilterUrl.Read<TFilter>(Nav.Uri);
            Nav.LocationChanged += OnLocationChanged;
        }
        return base.SetParametersAsync(parameters);
    }

    /// <summary>Takes the filter over and shows it in the address.</summary>
    protected void Show(TFilter filter)
    {
        if (Filter.Equals(filter)) return;
        Filter = filter;
        Nav.ShowFilter(filter);
    }

    /// <summary>Address of an export with the query string of this page.</summary>
    protected string Export(string address) => address + FilterUrl.Write(Filter);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Nav.LocationChanged -= OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (Path(e.Location) != path) return;
        var read = FilterUrl.Read<TFilter>(e.Location);
        if (Filter.Equals(read)) return;
        Filter = read;
        _ = InvokeAsync(StateHasChanged);
    }

    private static string Path(string uri) => uri.Split('?', '#')[0];
}
