namespace TeacherCenters.Ui;

/// <summary>
/// The history in the reader's language. Verbs are stored as codes and said by the texts of their feature: <c>events.create</c> by
/// <c>Verb_events_create</c>.
/// </summary>
public static class HistoryWords
{
    /// <summary>The key of a verb's text.</summary>
    public static string VerbKey(string verb) => "Verb_" + verb.Replace('.', '_').Replace('-', '_');

    /// <summary>Verbs whose words hold a text, as their keys without the prefix: the store knows codes only.</summary>
    public static IReadOnlyCollection<string> VerbsWith(string? text) => string.IsNullOrWhiteSpace(text)
        ? []
        : [.. ProblemTexts.Keys("Verb_").Where(x => ProblemTexts.Find(x)!.Contains(text.Trim(), StringComparison.CurrentCultureIgnoreCase)).Select(x => x["Verb_".Length..])];

    public static string Verb(string verb) => ProblemTexts.Find(VerbKey(verb)) ?? UiText.History_Other;
}
