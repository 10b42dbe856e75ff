using System.Globalization;

namespace TeacherCenters.Kernel;

/// <summary>A calendar day as it is typed and shown: 23.11.2026.</summary>
public static class DayText
{
    public const string Format = "dd.MM.yyyy";

    private static readonly string[] Typed = [Format, "d.M.yyyy", "d.M.yy", "ddMMyyyy", "ddMMyy", "yyyy-M-d"];

    /// <summary>Reads 23.11.2026, 1.9.26, 01092026, 010926, 2026-09-01; a comma, a stroke, a hyphen or a space may stand for the dot. Of two digits up to 49 are years of 2000.</summary>
    /// <returns>The day, or null when the text is none.</returns>
    public static DateOnly? Parse(string? text)
    {
        var clean = (text ?? "").Trim().TrimEnd('г', '.', ' ');
        if (!DateOnly.TryParseExact(clean, "yyyy-M-d", out var day)) clean = clean.Replace(',', '.').Replace('/', '.').Replace('-', '.').Replace(' ', '.');
        return day != default || DateOnly.TryParseExact(clean, Typed, Years, DateTimeStyles.None, out day) ? day : null;
    }

    private static readonly CultureInfo Years = MakeYears();

    private static CultureInfo MakeYears()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.Calendar.TwoDigitYearMax = 2049;
        return culture;
    }
}
