using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace TeacherCenters.Ui;

/// <summary>
/// Nothing is loaded from outside the intranet, nothing may frame the app. The one inline script is the import map that the
/// framework writes: it is allowed by its hash.
/// </summary>
public static class SecurityHeaders
{
    private static readonly ConcurrentDictionary<string, string> Hashes = new();

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/_blazor") && IsForeign(context.Request))
        {
            // Cookies travel with a foreign page's web socket, and the browser asks no permission for those.
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync("Foreign origin.");
        }
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            headers.ContentSecurityPolicy = Policy(context.GetEndpoint()?.Metadata.GetMetadata<ImportMapDefinition>());
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static string Policy(ImportMapDefinition? map)
    {
        var script = map is null ? "" : " 'sha256-" + Hashes.GetOrAdd(map.ToString().ReplaceLineEndings("\n"), Hash) + "'";
        return $"default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'{script}";
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
