using System.Globalization;

namespace TeacherCenters.Kernel.Russian;

/// <summary>Dates as Russian documents write them, whatever the culture of the process.</summary>
public static class DatesInWords
{
    private static readonly string[] Nominative =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    private static readonly string[] Genitive =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] Short = ["вс", "пн", "вт", "ср", "чт", "пт", "сб"];

    private static readonly string[] Full = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];

    /// <param name="month">1-12.</param>
    /// <returns>«ноябрь».</returns>
    public static string Month(int month) => Nominative[month - 1];

    /// <param name="month">1-12.</param>
    /// <returns>«ноября».</returns>
    public static string MonthGenitive(int month) => Genitive[month - 1];

    /// <returns>«пн».</returns>
    public static string WeekdayShort(DayOfWeek day) => Short[(int)day];

    /// <returns>«понедельник».</returns>
    public static string Weekday(DayOfWeek day) => Full[(int)day];

    /// <returns>«ноябрь 2026 г.».</returns>
    public static string MonthAndYear(DateOnly day) => $"{Month(day.Month)} {Number(day.Year)} г.";

    /// <returns>«23 ноября 2026 г.».</returns>
    public static string Day(DateOnly day) => $"{DayAndMonth(day)} {Number(day.Year)} г.";

    /// <returns>«23 ноября».</returns>
    public static string DayAndMonth(DateOnly day) => $"{Number(day.Day)} {MonthGenitive(day.Month)}";

    /// <returns>««23» ноября 2026 г.», the way orders and protocols are dated.</returns>
    public static string Quoted(DateOnly day) => $"«{day.Day.ToString("00", CultureInfo.InvariantCulture)}» {MonthGenitive(day.Month)} {Number(day.Year)} г.";

    /// <summary>
    /// «с 9 по 20 ноября 2026 г.», «с 28 октября по 3 ноября 2026 г.», «с 28 декабря 2026 г. по 15 января 2027 г.»; one
    /// day is that day.
    /// </summary>
    /// <exception cref="ArgumentException">The end lies before the start.</exception>
    public static string Period(DateOnly from, DateOnly to)
    {
        if (to < from) throw new ArgumentException($"The period ends on {to:O}, before its start on {from:O}.", nameof(to));
        if (from == to) return Day(from);
        var start = from.Year != to.Year ? Day(from) : from.Month != to.Month ? DayAndMonth(from) : Number(from.Day);
        return $"{Preposition(from)} {start} по {Day(to)}";
    }

    /// <summary>«со» stands before «второго» alone: 2.</summary>
    private static string Preposition(DateOnly from) => from.Day == 2 ? "со" : "с";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
