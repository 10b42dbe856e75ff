using System.Globalization;

namespace TeacherCenters.Kernel.Russian;

/// <summary>The right form of a noun after a number: 1 человек, 2 человека, 5 человек.</summary>
public static class Plural
{
    /// <summary>The form alone, without the number.</summary>
    /// <param name="one">After 1, 21, 101: «час».</param>
    /// <param name="few">After 2-4, 22, and after fractions: «часа».</param>
    /// <param name="many">After 0, 5-20, 111: «часов».</param>
    public static string Form(long number, string one, string few, string many)
    {
        var hundred = Math.Abs(number % 100);
        if (hundred is >= 11 and <= 14) return many;
        return (hundred % 10) switch { 1 => one, 2 or 3 or 4 => few, _ => many };
    }

    /// <summary>The number and the noun: «22 часа».</summary>
    public static string Of(long number, string one, string few, string many) =>
        $"{number.ToString(CultureInfo.InvariantCulture)} {Form(number, one, few, many)}";

    /// <summary>The number and the noun; a fraction is written with a comma and takes the second form: «1,5 часа».</summary>
    public static string Of(decimal number, string one, string few, string many)
    {
        if (number == decimal.Truncate(number)) return Of((long)number, one, few, many);
        return $"{number.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',')} {few}";
    }

    public static string People(long number) => Of(number, "человек", "человека", "человек");

    public static string Hours(decimal number) => Of(number, "час", "часа", "часов");

    public static string Days(long number) => Of(number, "день", "дня", "дней");

    public static string Years(long number) => Of(number, "год", "года", "лет");
}
