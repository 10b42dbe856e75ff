using TeacherCenters.Kernel;

namespace TeacherCenters.Enrollments.Import;

/// <summary>Birth dates as lists write them.</summary>
public static class ImportDates
{
    /// <summary>A date cell, or text that <see cref="DayText"/> reads.</summary>
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
        return IsRun(text) || !DayText.IsWritten(text) ? new Problem("ImportDateUnreadable", text) : new Problem("ImportDateImpossible", text);
    }

    /// <summary>The day that a text says; null when it says none or an impossible one.</summary>
    public static DateOnly? Parse(string text) =>
        // An educator is not younger than about sixteen, so two figures of a year up to 10 are of this century.
        IsRun(text) ? null : DayText.Parse(text, latest: 10);

    /// <summary>Figures alone are a number or a postcode in a list, be they a day in a form.</summary>
    private static bool IsRun(string text) => text.All(char.IsAsciiDigit);
}
