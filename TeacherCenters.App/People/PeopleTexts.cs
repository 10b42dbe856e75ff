using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.People;

/// <summary>How categories, levels and ages are said in the reader's language.</summary>
public static class PeopleTexts
{
    public static string Of(WorkerCategory category) => ProblemTexts.Find($"WorkerCategory_{category}") ?? category.ToString();

    public static string Of(EducationLevel level) => ProblemTexts.Find($"EducationLevel_{level}") ?? level.ToString();

    public static string Of(Sex? sex) => sex is null ? PeopleText.Field_Sex_Unknown : ProblemTexts.Find($"Sex_{sex}") ?? "";

    /// <summary>«34 года».</summary>
    public static string Age(int years) => Phrase.Counted(years, PeopleText.Age_One, PeopleText.Age_Few, PeopleText.Age_Many);

    /// <summary>«12 человек».</summary>
    public static string People(int count) => Phrase.Counted(count, PeopleText.People_One, PeopleText.People_Few, PeopleText.People_Many);

    /// <summary>The school with its municipality, unless its name says that already.</summary>
    public static string? School(string? name, string? municipality) =>
        name is null || municipality is null || name.Contains(municipality, StringComparison.OrdinalIgnoreCase) ? name : $"{name}, {municipality}";

    /// <summary>From when to when, as far as it is known; empty when nothing is.</summary>
    public static string Period(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } a, { } b) => Phrase.Of(PeopleText.Work_FromTo, a, b),
        ({ } a, null) => Phrase.Of(PeopleText.Work_Since, a),
        (null, { } b) => Phrase.Of(PeopleText.Work_Until, b),
        _ => "",
    };
}
