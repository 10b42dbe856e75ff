using System.Globalization;
using TeacherCenters.Kernel.Russian;

namespace TeacherCenters.Ui;

/// <summary>Texts that hold numbers and names, in the reader's language.</summary>
public static class Phrase
{
    public static string Of(string text, params object?[] args) => string.Format(CultureInfo.CurrentCulture, text, args);

    /// <summary>«6 444 участия»: Russian has three forms after a number, English two.</summary>
    /// <param name="one">With <c>{0}</c> for the number, as the others.</param>
    public static string Counted(int count, string one, string few, string many)
    {
        var isRussian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";
        return Of(isRussian ? Plural.Form(count, one, few, many) : count == 1 ? one : many, count.ToString("#,0", CultureInfo.CurrentCulture));
    }
}
