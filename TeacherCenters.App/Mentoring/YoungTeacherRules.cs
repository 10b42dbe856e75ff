using System.Linq.Expressions;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring;

/// <summary>Who is a young teacher: the thresholds of the settings as of a day.</summary>
/// <param name="Age">Years of age.</param>
/// <param name="Inclusive">Whether who has reached <paramref name="Age"/> still counts, until the next birthday.</param>
/// <param name="Years">First years of teaching.</param>
public readonly record struct YoungTeacherTerms(int Age, bool Inclusive, int Years, DateOnly AsOf)
{
    /// <summary>The last day of birth that is too early.</summary>
    internal DateOnly TooOld => AsOf.AddYears(-(Inclusive ? Age + 1 : Age));

    /// <summary>The last first day of teaching that is too early.</summary>
    internal DateOnly TooLong => AsOf.AddYears(-Years);
}

public static class YoungTeacherRules
{
    /// <summary>
    /// Young by age and in the first years of teaching. Who was born, or began, on 29 February comes to the year on 1 March of a common year:
    /// going back from a 28 February gives the 28th, and the 29th lies after it. Without both dates nobody counts.
    /// </summary>
    public static bool IsYoung(DateOnly? birth, DateOnly? teachingSince, YoungTeacherTerms terms) =>
        IsUnderAge(birth, terms) && teachingSince > terms.TooLong && teachingSince <= terms.AsOf;

    /// <summary>Young by age alone, however long they teach.</summary>
    public static bool IsUnderAge(DateOnly? birth, YoungTeacherTerms terms) => birth > terms.TooOld;

    /// <summary>The same for the store.</summary>
    public static Expression<Func<Person, bool>> Young(YoungTeacherTerms terms)
    {
        var (tooOld, tooLong, asOf) = (terms.TooOld, terms.TooLong, terms.AsOf);
        return x => x.BirthDate > tooOld && x.TeachingSince > tooLong && x.TeachingSince <= asOf;
    }
}
