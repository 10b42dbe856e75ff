using System.Globalization;
using TeacherCenters.Ui;

namespace TeacherCenters.Practices;

/// <summary>How kinds, statuses, steps and sizes of practices are said in the reader's language.</summary>
public static class PracticeTexts
{
    public static string Of(PracticeKind kind) => ProblemTexts.Find($"PracticeKind_{kind}") ?? kind.ToString();

    public static string Of(PracticeStatus status) => ProblemTexts.Find($"PracticeStatus_{status}") ?? status.ToString();

    /// <summary>As <see cref="Of(PracticeStatus)"/>, in the gender of the kind: «Опубликована», «Опубликовано».</summary>
    public static string Of(PracticeStatus status, PracticeKind kind) => (kind == PracticeKind.Research ? ProblemTexts.Find($"ResearchStatus_{status}") : null) ?? Of(status);

    /// <summary>The verb on the button of a step, for instance «Начать апробацию».</summary>
    public static string Step(PracticeStatus from, PracticeStatus to) => ProblemTexts.Find($"PracticeStep_{from}_{to}") ?? Of(to);

    public static StatusTone Tone(PracticeStatus status) => status switch
    {
        PracticeStatus.Proposed => StatusTone.Waiting,
        PracticeStatus.InTrial => StatusTone.Running,
        PracticeStatus.Approved => StatusTone.Open,
        PracticeStatus.Published => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    /// <summary>«Иванова М. П.», «Иванова М. П. и ещё 2».</summary>
    public static string Authors(PracticeRow row) => row.Authors switch
    {
        [] => "",
        [var only] => only.Short,
        [var first, ..] => Phrase.Of(PracticesText.Authors_More, first.Short, row.Authors.Count - 1),
    };

    /// <summary>«640 Б», «12 КБ», «1,4 МБ».</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => Phrase.Of(PracticesText.Size_Bytes, bytes),
        < 1 << 20 => Phrase.Of(PracticesText.Size_Kilobytes, (bytes + 512) >> 10),
        _ => Phrase.Of(PracticesText.Size_Megabytes, (bytes / 1048576.0).ToString("0.#", CultureInfo.CurrentCulture)),
    };

    /// <summary>The event where it was shown; one of a center that the reader does not see is not named.</summary>
    public static string Of(PracticeShowingRow showing) => showing.Title ?? PracticesText.Showings_Elsewhere;
}
