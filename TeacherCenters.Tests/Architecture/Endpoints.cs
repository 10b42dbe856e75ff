using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Tests.Browser;

namespace TeacherCenters.Tests.Architecture;

/// <summary>The program's own endpoints: not the pages, not the framework's.</summary>
internal static class Endpoints
{
    public static IEnumerable<(string Method, string Route, EndpointMetadataCollection Metadata)> Of(AppHost host) =>
        from endpoint in host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(x => x.Endpoints).OfType<RouteEndpoint>()
        let route = "/" + endpoint.RoutePattern.RawText?.TrimStart('/')
        where endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
        where !route.StartsWith("/_blazor", StringComparison.Ordinal) && !route.StartsWith("/_framework", StringComparison.Ordinal) && !route.StartsWith("/_content", StringComparison.Ordinal)
        where endpoint.Metadata.All(x => x.GetType().Name != "StaticAssetDescriptor")
        // The framework's own, for files of a browser tool in development; it serves wwwroot only.
        where route != "/{**path:file}"
        select (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET", route, endpoint.Metadata);
}
