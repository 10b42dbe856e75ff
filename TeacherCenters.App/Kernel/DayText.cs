using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherCenters.Kernel;

/// <summary>A calendar day as it is typed and shown: 23.11.2026.</summary>
public static partial class DayText
{
    public const string Format = "dd.MM.yyyy";

    // «МА» would also begin «МАРТА», so March is asked first.
    private static readonly string[] Months = ["ЯНВ", "ФЕВ", "МАР", "АПР", "МА", "ИЮН", "ИЮЛ", "АВГ", "СЕН", "ОКТ", "НОЯ", "ДЕК"];

    public static string Of(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day is { } known ? Of(known) : null;

    /// <returns>23.11.2026 – 27.11.2026, or the one day.</returns>
    public static string Span(DateOnly from, DateOnly to) => from == to ? Of(from) : $"{Of(from)} – {Of(to)}";

    /// <returns>23.11.2026 14:05.</returns>
    public static string Moment(DateTime at) => at.ToString(Format + " HH:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads 23.11.2026, 1.9.26, 01092026, 010926, 2026-09-01, «1 сентября 2026 г.»; a comma, a stroke, a hyphen or a space may stand for
    /// the dot. A time of day behind it is passed over.
    /// </summary>
    /// <param name="latest">Two digits of a year up to this one are of 2000, the others of 1900.</param>
    /// <returns>The day, or null when the text is none.</returns>
    public static DateOnly? Parse(string? text, int latest = 49) =>
        Split(text, latest) is (var day, var month, var year) && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>True for what is written as a day, be there such a day or not: 31.02.2026.</summary>
    public static bool IsWritten(string? text) => Split(text, 49) is not null;

    private static (int Day, int Month, int Year)? Split(string? text, int latest)
    {
        var plain = SearchName.Of(text);
        if (YearFirst().Match(plain) is { Success: true } iso) return (Number(iso, 3), Number(iso, 2), Number(iso, 1));
        if (Figures().Match(plain) is { Success: true } figures) return (Number(figures, 1), Number(figures, 2), Year(figures, latest));
        if (Run().Match(plain) is { Success: true } run) return (Number(run, 1), Number(run, 2), Year(run, latest));
        if (Words().Match(plain) is { Success: true } words && Array.FindIndex(Months, x => words.Groups[2].Value.StartsWith(x, StringComparison.Ordinal)) is >= 0 and var month) return (Number(words, 1), month + 1, Number(words, 3));
        return null;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Year(Match match, int latest) => Number(match, 3) is var year && match.Groups[3].Length == 4 ? year : year + (year <= latest ? 2000 : 1900);

    private const string End = @"(?: ?Г(?:ОДА)?)?[. ]*$";

    [GeneratedRegex(@"^([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?" + End)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^([0-9]{1,2})(?: ?[-./,] ?| )([0-9]{1,2})(?: ?[-./,] ?| )([0-9]{4}|[0-9]{2})(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?" + End)]
    private static partial Regex Figures();

    [GeneratedRegex(@"^([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})" + End)]
    private static partial Regex Run();

    [GeneratedRegex(@"^([0-9]{1,2}) ([А-Я]+) ([0-9]{4})" + End)]
    private static partial Regex Words();
}
