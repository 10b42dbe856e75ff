using System.Collections;
using System.Globalization;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Ui;

/// <summary>
/// The history in the reader's language. A feature's texts say its verbs (<c>events.create</c> is <c>Verb_events_create</c>), its rows
/// (<c>Entity_TrainingEvent</c>) and their columns (<c>Entity_TrainingEvent_Title</c>); what is called the same everywhere stands in
/// <c>HistoryText</c> (<c>Entity_Any_Title</c>).
/// </summary>
public static class HistoryWords
{
    /// <summary>The key of a verb's text.</summary>
    public static string VerbKey(string verb) => "Verb_" + verb.Replace('.', '_').Replace('-', '_');

    public static string Verb(string verb) => ProblemTexts.Find(VerbKey(verb)) ?? UiText.History_Other;

    /// <summary>Verbs whose words hold a text, as their keys without the prefix: the store knows codes only.</summary>
    public static IReadOnlyCollection<string> VerbsWith(string? text) => string.IsNullOrWhiteSpace(text)
        ? []
        : [.. ProblemTexts.Keys("Verb_").Where(x => ProblemTexts.Find(x)!.Contains(text.Trim(), StringComparison.CurrentCultureIgnoreCase)).Select(x => x["Verb_".Length..])];

    /// <summary>Who acted: the program itself in the reader's language.</summary>
    public static string Who(string actorName) => actorName == Actor.System.Name ? UiText.History_Program : actorName;

    /// <summary>What a kind of row is called; its code for one that the program knows no more.</summary>
    public static string Entity(string kind) => ProblemTexts.Find("Entity_" + kind) ?? kind;

    /// <summary>«Мероприятие: Основы лесного дела»; null without a row.</summary>
    public static string? Object(string? kind, int? key, string? name) => kind is null ? null : $"{Entity(kind)}: {name ?? $"№ {key}"}";

    public static string Property(string kind, string property) => FindProperty(kind, property) ?? property;

    public static string? FindProperty(string kind, string property) => ProblemTexts.Find($"Entity_{kind}_{property}") ?? ProblemTexts.Find("Entity_Any_" + property);

    /// <summary>A value as it stands in lists; a dash for an empty one.</summary>
    public static string Value(object? value) => value switch
    {
        null => "—",
        HiddenValue => UiText.History_Hidden,
        GoneRow => UiText.History_Gone,
        string text => text,
        bool flag => flag ? UiText.Yes : UiText.No,
        Enum word => ProblemTexts.Find($"{word.GetType().Name}_{word}") ?? word.ToString(),
        DateOnly day => DayText.Of(day),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => DayText.Moment(moment),
        IDictionary pairs => string.Join("; ", pairs.Keys.Cast<object>().Select(x => $"{Value(x)} {Value(pairs[x])}")),
        IEnumerable items => string.Join("; ", items.Cast<object?>().Select(Value)),
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };
}
