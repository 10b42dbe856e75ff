using System.Text.RegularExpressions;

namespace TeacherCenters.Data;

/// <summary>Hides in shown history what needs a right of its own to see.</summary>
public static partial class HistoryMask
{
    public static string? Of(string? json) => json is null ? null : Snils().Replace(json, "$1***$2\"");

    [GeneratedRegex("(\"Snils\":\")\\d{9}(\\d{2})\"")]
    private static partial Regex Snils();
}
