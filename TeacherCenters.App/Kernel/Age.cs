namespace TeacherCenters.Kernel;

/// <summary>Full years of age.</summary>
public static class Age
{
    /// <summary>Full years on a day; who was born on 29 February turns a year older on 1 March of a common year.</summary>
    /// <returns>Years; negative when the day lies before the birth.</returns>
    public static int On(DateOnly birth, DateOnly day) => day.Year - birth.Year - (day < BirthdayIn(birth, day.Year) ? 1 : 0);

    /// <summary>The day of a year on which a person turns a year older.</summary>
    public static DateOnly BirthdayIn(DateOnly birth, int year) =>
        birth is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new(year, 3, 1) : new(year, birth.Month, birth.Day);
}
