using System.Globalization;
using System.Text.RegularExpressions;
using TeacherCenters.Kernel;

namespace TeacherCenters.Enrollments.Import;

/// <summary>Birth dates as lists write them.</summary>
public static partial class ImportDates
{
    private static readonly string[] Months = ["ЯНВ", "ФЕВ", "МАР", "АПР", "МА", "ИЮН", "ИЮЛ", "АВГ", "СЕН", "ОКТ", "НОЯ", "ДЕК"];

    /// <summary>A date cell, or text as 05.03.1985, 5.3.85, 1985-03-05, 05/03/1985, «5 марта 1985 г.».</summary>
    /// <returns>The day; or <c>ImportDateImpossible</c> (the text) for 31.02, <c>ImportDateUnreadable</c> (the text) for anything else.</returns>
    public static Result<DateOnly> Read(ImportCell cell)
    {
        if (cell.Date is { } date) return date;
        var text = cell.Text.Trim();
        if (cell.Kind == ImportCellKind.Number)
        {
            // A serial day number in a cell without a date format; 1..31 or a bare year would be no birth date at all.
            return cell.Number is { } serial and > 7000 and < 60000
                ? DateOnly.FromDateTime(DateTime.FromOADate(serial)) : new Problem("ImportDateUnreadable", text);
        }
        if (Parse(text) is { } parsed) return parsed;
        return Split(text) is not null ? new Problem("ImportDateImpossible", text) : new Problem("ImportDateUnreadable", text);
    }

    /// <summary>The day that a text says; null when it says none or an impossible one.</summary>
    public static DateOnly? Parse(string text)
    {
        if (Split(text) is not { } parts) return null;
        var (day, month, year) = parts;
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static (int Day, int Month, int Year)? Split(string text)
    {
        var plain = SearchName.Of(text).Replace(" Г.", "", StringComparison.Ordinal).Replace("Г.", "", StringComparison.Ordinal).Replace(" ГОДА", "", StringComparison.Ordinal).Trim();
        if (Iso().Match(plain) is { Success: true } iso) return (Number(iso, 3), Number(iso, 2), Number(iso, 1));
        if (Figures().Match(plain) is { Success: true } figures) return (Number(figures, 1), Number(figures, 2), Century(Number(figures, 3)));
        if (Words().Match(plain) is { Success: true } words && Month(words.Groups[2].Value) is { } month) return (Number(words, 1), month, Number(words, 3));
        return null;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>Two figures of a year: an educator is not younger than about sixteen, so 10 and below is of this century.</summary>
    private static int Century(int year) => year >= 100 ? year : year <= 10 ? 2000 + year : 1900 + year;

    private static int? Month(string word)
    {
        // «МА» would also begin «МАРТА», so March is asked first.
        for (var i = 0; i < Months.Length; i++)
        {
            if (word.StartsWith(Months[i], StringComparison.Ordinal)) return i + 1;
        }
        return null;
    }

    [GeneratedRegex(@"^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\d{1,2})\s*[-./,]\s*(\d{1,2})\s*[-./,]\s*(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^(\d{1,2}) ([А-Я]+) (\d{4})$")]
    private static partial Regex Words();
}
