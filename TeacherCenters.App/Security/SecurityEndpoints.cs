using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Security;

public static class SecurityEndpoints
{
    /// <summary>Sign-in attempts that one address may make in a minute.</summary>
    private const int SignInsPerMinute = 20;

    public static IServiceCollection AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/account/login"
                ? RateLimitPartition.GetFixedWindowLimiter($"login:{context.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
    });

    /// <summary>Until the first administrator exists, every page leads to the set-up.</summary>
    public static IApplicationBuilder UseFirstStart(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        var isOpen = context.Request.Path.StartsWithSegments("/setup") || context.Request.Path.StartsWithSegments("/health")
            || context.Request.Path.StartsWithSegments("/culture") || context.Request.Path.StartsWithSegments("/verify") || Path.HasExtension(context.Request.Path.Value);
        if (isPage && !isOpen && await context.RequestServices.GetRequiredService<FirstAdministrator>().IsNeededAsync(context.RequestAborted))
        {
            context.Response.Redirect("/setup");
            return;
        }
        await next(context);
    });

    /// <summary>A password that was handed over opens one page: that of its change. Files, circuits and all other pages wait until it is the owner's.</summary>
    public static IApplicationBuilder UsePasswordChange(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var isOpen = context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || context.Request.Path.StartsWithSegments("/account/password");
        if (isOpen || !context.User.HasClaim(x => x.Type == GrantClaimsFactory.TemporaryPassword)) await next(context);
        else if (HttpMethods.IsGet(context.Request.Method)) context.Response.Redirect("/account/password");
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            // Without a body of its own the answer would become a page, which asks for a token first.
            await context.Response.WriteAsync("The password must be changed first.");
        }
    });

    /// <summary>A right that an endpoint asks for beyond its policy: the same answer as the policy's.</summary>
    public static IApplicationBuilder UseMissingRights(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (MissingRightException) when (!context.Response.HasStarted)
        {
            await context.ForbidAsync();
        }
    });

    public static IEndpointRouteBuilder MapSecurity(this IEndpointRouteBuilder routes)
    {
        // The antiforgery token of the form is checked by the middleware, since the endpoint reads a form.
        routes.MapPost("/account/logout", async (HttpContext context, [Microsoft.AspNetCore.Mvc.FromForm] string? back) =>
        {
            await context.RequestServices.GetRequiredService<SignInManager<Account>>().SignOutAsync();
            return Results.LocalRedirect("/account/login");
        }).AllowAnonymous();

        // The log as a workbook, with the same query string as its page.
        routes.MapGet("/admin/audit.xlsx", async (HttpContext context, AuditQueries audit, NetworkClock clock, CancellationToken ct) =>
        {
            var filter = FilterUrl.Read<AuditFilter>(context.Request.Query);
            TableColumn<AuditRow>[] columns =
            [
                new(SecurityText.Audit_When, 18, x => x.At, TableFormat.Moment), new(SecurityText.Audit_Who, 32, x => HistoryWords.Who(x.Actor)), new(SecurityText.Audit_Verb, 36, x => HistoryWords.Verb(x.Verb)),
                new(SecurityText.Audit_Object, 50, x => HistoryWords.Object(x.Kind, x.Key, x.Name)), new(SecurityText.Audit_Note, 50, x => x.Note), new(SecurityText.Audit_Count, 14, x => x.Rows), new(SecurityText.Audit_From, 18, x => x.From),
            ];
            return await ListDownload.OfAsync(SecurityText.Audit_Title, clock.Today, columns, audit.AllAsync(Actor.From(context.User), filter, HistoryWords.VerbsWith(filter.Text), ct), ct);
        }).RequireAuthorization(nameof(Permission.ViewAudit));
        return routes;
    }
}
