using System.Globalization;
using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Security;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Access;

/// <summary>Pages as one actor sees them: the shell comes over HTTP, what stands in it is read from the circuit.</summary>
internal sealed class ObjectPages : IAsyncDisposable
{
    private readonly BunitContext _context = new();
    private readonly IServiceScope _scope;

    public ObjectPages(IServiceProvider program, Actor actor)
    {
        _scope = program.CreateScope();
        Screens.SetUp(_context);
        _context.Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        _context.RenderTree.Add<CascadingValue<Actor>>(x => x.Add(y => y.Value, actor));
        _context.Render<MudPopoverProvider>();
    }

    /// <summary>True for a page of one thing in the circuit: only there it turns out whether the thing is there.</summary>
    public static bool IsOfThing(Type page, string route) => route.Contains('{', StringComparison.Ordinal) && page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null;

    /// <summary>allowed, or notfound when the page says so in its heading.</summary>
    public string Outcome(Request request)
    {
        var shown = _context.Render(builder =>
        {
            builder.OpenComponent(0, request.Page!);
            foreach (var (name, value) in Parameters(request.Page!, request.Route, request.Address)) builder.AddAttribute(1, name, value);
            builder.CloseComponent();
        });
        shown.WaitForElement("h1", TimeSpan.FromSeconds(30));
        return shown.Find("h1").TextContent == UiText.NotFound_Title ? SampleCall.NotFound : SampleCall.Allowed;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _scope.Dispose();
    }

    private static IEnumerable<(string Name, object Value)> Parameters(Type page, string route, string address)
    {
        foreach (var (pattern, segment) in route.Split('/').Zip(address.Split('/')))
        {
            if (!pattern.StartsWith('{')) continue;
            var property = page.GetProperty(pattern.Trim('{', '}').Split(':')[0], BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)!;
            object value = property.PropertyType == typeof(Guid) ? Guid.Parse(segment) : Convert.ChangeType(segment, property.PropertyType, CultureInfo.InvariantCulture);
            yield return (property.Name, value);
        }
    }
}
