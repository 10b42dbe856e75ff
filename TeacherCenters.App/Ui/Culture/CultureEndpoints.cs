using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace TeacherCenters.Ui.Culture;

public static class CultureEndpoints
{
    public static void MapCulture(this IEndpointRouteBuilder app) =>
        app.MapGet("/culture", Switch).AllowAnonymous();

    /// <summary>Remembers the language for a year and goes back to a page of this app; foreign addresses lead to the start page.</summary>
    public static IResult Switch(string? to, string? back, HttpContext context)
    {
        if (AppCultures.Find(to) is not { } culture) return Results.Text("Unknown language.", statusCode: StatusCodes.Status400BadRequest);
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, HttpOnly = true });
        return Results.LocalRedirect(back is { Length: > 0 } && RedirectHttpResult.IsLocalUrl(back) && back[0] != '~' ? back : "/");
    }
}
