using System.Globalization;
using TeacherCenters.Ui;

namespace TeacherCenters.Centers;

/// <summary>How kinds, seats and periods are said in the reader's language.</summary>
public static class CenterTexts
{
    public static string Of(CenterKind kind) => ProblemTexts.Find($"CenterKind_{kind}") ?? kind.ToString();

    public static string Of(SignatoryKind kind) => ProblemTexts.Find($"SignatoryKind_{kind}") ?? kind.ToString();

    /// <summary>«30 мест».</summary>
    public static string Seats(int count) => Phrase.Counted(count, CentersText.Seats_One, CentersText.Seats_Few, CentersText.Seats_Many);

    public static string Period(DateOnly from, DateOnly? to) => to is null
        ? string.Format(CultureInfo.InvariantCulture, CentersText.Period_From, from)
        : string.Format(CultureInfo.InvariantCulture, CentersText.Period_FromTo, from, to);
}
