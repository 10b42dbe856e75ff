using System.Reflection;
using Microsoft.AspNetCore.Components;
using TeacherCenters.Data;
using TeacherCenters.Tests.Architecture;
using TeacherCenters.Tests.Browser;

namespace TeacherCenters.Tests.Access;

/// <summary>A page or an endpoint, asked for a thing of one place.</summary>
/// <param name="Key">Of its row in the table: <c>page /events/{Id:int}</c>, <c>GET /events.xlsx</c>.</param>
/// <param name="Page">Null for an endpoint.</param>
internal sealed record Request(string Key, string Method, string Route, Type? Page, string Address);

/// <summary>All pages and endpoints of the program, with the sample addresses of the rooms.</summary>
internal static class Requests
{
    private static readonly Dictionary<string, Func<Place, string>> Addresses = SampleCalls.Rooms.SelectMany(x => x.Addresses).ToDictionary();

    /// <summary>Once each, and once more for each variant of its address: <c>GET /certificates/{token}.pdf (of a result)</c>.</summary>
    public static IEnumerable<Request> To(AppHost host, Place at) =>
        from route in Routes(host)
        from key in Addresses.Keys.Where(x => x.StartsWith(route.Key + " (", StringComparison.Ordinal)).Prepend(route.Key)
        select route with { Key = key, Address = Addresses.TryGetValue(key, out var address) ? address(at) : route.Route };

    /// <summary>Routes with parameters that have no sample address, with the line to write, and addresses of what is there no more.</summary>
    public static string Wrong(AppHost host)
    {
        var routes = Routes(host).ToList();
        var without = routes.Where(x => x.Route.Contains('{', StringComparison.Ordinal) && !Addresses.ContainsKey(x.Key))
            .Select(x => $"{x.Key} has no sample address. Write it into the sample calls of its room:\n        Address(\"{x.Key}\", at => $\"{x.Route.Replace("{", "{at.Id<…>() /* ", StringComparison.Ordinal).Replace("}", " */}", StringComparison.Ordinal)}\");");
        var gone = Addresses.Keys.Where(x => routes.TrueForAll(r => r.Key != x && !x.StartsWith(r.Key + " (", StringComparison.Ordinal))).Select(x => $"{x} is there no more: take its sample address out.");
        return string.Join('\n', [.. without, .. gone]);
    }

    private static IEnumerable<Request> Routes(AppHost host) =>
    [
        .. from page in typeof(AppDb).Assembly.GetTypes() from route in page.GetCustomAttributes<RouteAttribute>() select new Request("page " + route.Template, "GET", route.Template, page, ""),
        .. from endpoint in Endpoints.Of(host) select new Request($"{endpoint.Method} {endpoint.Route}", endpoint.Method, endpoint.Route, null, ""),
    ];
}
