using System.Globalization;

namespace TeacherCenters.Ui;

public enum ThemeChoice
{
    Auto,
    Light,
    Dark,
}

/// <summary>
/// What the browser remembers between visits, read from its cookies when the page is asked for: the first paint is right
/// and a circuit, which has no request of its own, knows it too. Scripts write the cookies (<c>tc.remember</c> in app.js).
/// </summary>
/// <param name="Dark">What was in force last; for <see cref="ThemeChoice.Auto"/> the browser may correct it.</param>
/// <param name="CenterId">The center chosen in the switcher; null for all.</param>
/// <param name="Address">The address that the page was asked for from; it goes into the history.</param>
public sealed record Look(
    ThemeChoice Theme = ThemeChoice.Auto, bool Dark = false, bool RailCollapsed = false, int? CenterId = null, int Rows = 25, string? Address = null)
{
    public const string ThemeCookie = "tc-theme", DarkCookie = "tc-dark", RailCookie = "tc-rail", CenterCookie = "tc-center", RowsCookie = "tc-rows", StepsCookie = "tc-steps";

    /// <summary>The first steps of a new network were put away; also while this circuit lasts.</summary>
    public bool StepsClosed { get; set; }

    public static readonly int[] RowChoices = [25, 50, 100];

    public static Look From(HttpContext context)
    {
        var cookies = context.Request.Cookies;
        _ = Enum.TryParse<ThemeChoice>(cookies[ThemeCookie], out var theme);
        var rows = Number(cookies[RowsCookie]);
        return new Look(
            Enum.IsDefined(theme) ? theme : ThemeChoice.Auto,
            theme == ThemeChoice.Dark || (theme == ThemeChoice.Auto && cookies[DarkCookie] == "1"),
            cookies[RailCookie] == "1",
            Number(cookies[CenterCookie]),
            rows is { } n && RowChoices.Contains(n) ? n : RowChoices[0],
            context.Connection.RemoteIpAddress?.ToString()) { StepsClosed = cookies[StepsCookie] == "0" };
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
