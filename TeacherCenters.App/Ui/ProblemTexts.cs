using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;
using TeacherCenters.Kernel;

namespace TeacherCenters.Ui;

/// <summary>
/// Says a <see cref="Problem"/> in the reader's language: the text of the same key in <c>ProblemText</c>, else in any feature's
/// <c>…Text</c>. Values of enums are said by their own texts, keyed <c>EventStatus_Draft</c>.
/// </summary>
public static class ProblemTexts
{
    private static readonly Lazy<IReadOnlyList<ResourceManager>> Sources = new(() =>
        [ProblemText.ResourceManager, .. Texts(typeof(ProblemTexts).Assembly).Where(x => x != typeof(ProblemText)).Select(Words)]);

    private static readonly ConcurrentDictionary<string, ResourceManager?> Found = new();

    /// <summary>The generated text classes of an assembly: their name ends with Text and they have a resource manager.</summary>
    public static IEnumerable<Type> Texts(Assembly assembly) =>
        assembly.GetTypes().Where(x => x.Name.EndsWith("Text", StringComparison.Ordinal) && Manager(x)?.PropertyType == typeof(ResourceManager)).OrderBy(x => x.FullName, StringComparer.Ordinal);

    public static ResourceManager Words(Type text) => (ResourceManager)Manager(text)!.GetValue(null)!;

    /// <summary>The sentence for a refusal; its bare code when no text is written for it, which a test reports.</summary>
    public static string Say(Problem problem) =>
        Find(problem.Key) is { } text ? string.Format(CultureInfo.CurrentCulture, text, [.. problem.Args.Select(Value)]) : problem.ToString();

    /// <summary>
    /// The refusal for a page that has no form to copy from and reads itself anew: a clash (<c>ChangedByOther</c>) asks to look and to do it again.
    /// </summary>
    public static Problem Seen(this Problem problem) => problem.Key == "ChangedByOther" ? problem with { Key = "ChangedByOtherSeen" } : problem;

    /// <summary>A text by its key from any of the resources; null when there is none.</summary>
    public static string? Find(string key) =>
        Found.GetOrAdd(key, k => Sources.Value.FirstOrDefault(x => x.GetString(k, CultureInfo.InvariantCulture) is not null))?.GetString(key, CultureInfo.CurrentUICulture);

    /// <summary>Keys of all texts that begin with a prefix.</summary>
    public static IEnumerable<string> Keys(string prefix) => Sources.Value
        .SelectMany(x => x.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>())
        .Select(x => (string)x.Key)
        .Where(x => x.StartsWith(prefix, StringComparison.Ordinal));

    private static object? Value(object? arg) => arg switch
    {
        // A refusal that names another one as its reason.
        Problem reason => Say(reason),
        Enum value => Find($"{value.GetType().Name}_{value}") ?? value.ToString(),
        DateOnly day => DayText.Of(day),
        _ => arg,
    };

    private static PropertyInfo? Manager(Type type) => type.GetProperty("ResourceManager", BindingFlags.Static | BindingFlags.Public);
}
