using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherCenters.Kernel;

/// <summary>Times of day as people write them, on a clock of 24 hours.</summary>
public static partial class TimeText
{
    /// <summary>Reads 9, 930, 9.30, 9-30, 09:30; null for everything else.</summary>
    public static TimeOnly? Parse(string? text)
    {
        if (text is null || Written().Match(text) is not { Success: true } match) return null;
        var hours = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return hours < 24 && minutes < 60 ? new TimeOnly(hours, minutes) : null;
    }

    public static string? Of(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*([0-9]{1,2})(?:\s*[:.,\- ]?\s*([0-9]{2}))?\s*$")]
    private static partial Regex Written();
}
