using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Ui;

public sealed class CultureTests
{
    [Theory]
    [InlineData("en", "en-GB")]
    [InlineData("ru", "ru-RU")]
    public void Language_is_remembered_in_a_cookie(string to, string culture)
    {
        var context = new DefaultHttpContext();
        var result = Assert.IsType<RedirectHttpResult>(CultureEndpoints.Switch(to, "/events?page=2", context));

        Assert.Equal("/events?page=2", result.Url);
        Assert.Contains(Uri.EscapeDataString($"c={culture}|uic={culture}"), context.Response.Headers.SetCookie.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("en|uic=xx")]
    public void Unknown_language_is_refused(string? to)
    {
        var context = new DefaultHttpContext();
        var result = Assert.IsAssignableFrom<IStatusCodeHttpResult>(CultureEndpoints.Switch(to, "/", context));

        Assert.Equal(400, result.StatusCode);
        Assert.Empty(context.Response.Headers.SetCookie.ToString());
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("events")]
    [InlineData(null)]
    public void Foreign_address_leads_to_the_start_page(string? back) =>
        Assert.Equal("/", Assert.IsType<RedirectHttpResult>(CultureEndpoints.Switch("en", back, new DefaultHttpContext())).Url);

    [Fact]
    public void Days_weeks_and_clocks_look_the_same_in_both_languages()
    {
        var moment = new DateTime(2026, 11, 3, 14, 5, 0);
        Assert.All(AppCultures.All, culture =>
        {
            Assert.Equal("03.11.2026 14:05", moment.ToString("g", culture));
            Assert.Equal(DayOfWeek.Monday, culture.DateTimeFormat.FirstDayOfWeek);
        });
        Assert.Equal("ru", CultureInfo.ReadOnly(AppCultures.Options.DefaultRequestCulture.UICulture).TwoLetterISOLanguageName);
    }
}
