using System.Text.RegularExpressions;

namespace TeacherCenters.Data;

/// <summary>Hides in shown history what needs a right of its own to see.</summary>
public static partial class HistoryMask
{
    public static string? Of(string? json) => json is null ? null : Level().Replace(Snils().Replace(json, "$1***$2\""), "$1***$2");

    [GeneratedRegex("(\"Snils\":\")\\d{9}(\\d{2})\"")]
    private static partial Regex Snils();

    /// <summary>The level of an assessment in the snapshot of its certificate, which is JSON within the row's JSON.</summary>
    [GeneratedRegex(@"(\\u0022Level\\u0022:\\u0022).*?(\\u0022)")]
    private static partial Regex Level();
}
