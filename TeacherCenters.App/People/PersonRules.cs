using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>What holds for people, whatever the store says.</summary>
public static class PersonRules
{
    /// <summary>Ages at which somebody may be in the register of educators: outside, the year is a slip of the hand.</summary>
    public const int MinAge = 16;

    public const int MaxAge = 100;

    /// <returns><c>BirthDateRange</c> with the earliest and the latest day.</returns>
    public static Problem? BirthDate(DateOnly? born, DateOnly today)
    {
        if (born is not { } day) return null;
        var (earliest, latest) = (today.AddYears(-MaxAge), today.AddYears(-MinAge));
        return day < earliest || day > latest ? new Problem("BirthDateRange", earliest, latest).At(nameof(PersonForm.BirthDate)) : null;
    }

    /// <returns><c>TeachingSinceRange</c> when teaching began in the future or before the sixteenth birthday.</returns>
    public static Problem? TeachingSince(DateOnly? since, DateOnly? born, DateOnly today) =>
        since > today || since < born?.AddYears(MinAge) ? new Problem("TeachingSinceRange").At(nameof(PersonForm.TeachingSince)) : null;

    /// <summary>Whether two people of one name may be one person: the birth dates agree, or one is not known.</summary>
    public static bool MayBeOne(DateOnly? one, DateOnly? other) => one is null || other is null || one == other;

    /// <returns><c>EmploymentDates</c> when the end is before the start.</returns>
    public static Problem? Employment(DateOnly? from, DateOnly? to) =>
        to < from ? new Problem("EmploymentDates").At(nameof(EmploymentForm.To)) : null;
}
