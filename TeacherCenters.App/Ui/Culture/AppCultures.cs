using System.Globalization;
using Microsoft.AspNetCore.Localization;
using TeacherCenters.Kernel;

namespace TeacherCenters.Ui.Culture;

/// <summary>Russian, and English for guests. Dates, weeks and clocks are the same in both: 23.11.2026, Monday first, 24 hours.</summary>
public static class AppCultures
{
    public static CultureInfo Russian { get; } = Make("ru-RU");

    public static CultureInfo English { get; } = Make("en-GB");

    public static IList<CultureInfo> All { get; } = [Russian, English];

    /// <summary>The culture behind a language of the switch (<c>ru</c>, <c>en</c>); null for anything else.</summary>
    public static CultureInfo? Find(string? language) =>
        All.FirstOrDefault(x => x.TwoLetterISOLanguageName.Equals(language, StringComparison.OrdinalIgnoreCase));

    public static RequestLocalizationOptions Options { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture(Russian),
        SupportedCultures = All,
        SupportedUICultures = All,
        // The cookie alone: an English browser in a Russian office still gets Russian.
        RequestCultureProviders = [new CookieRequestCultureProvider()],
    };

    private static CultureInfo Make(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        var format = culture.DateTimeFormat;
        format.ShortDatePattern = DayText.Format;
        format.DateSeparator = ".";
        format.ShortTimePattern = "HH:mm";
        format.LongTimePattern = "HH:mm:ss";
        format.FirstDayOfWeek = DayOfWeek.Monday;
        return CultureInfo.ReadOnly(culture);
    }
}
