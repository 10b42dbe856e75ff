using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Security;

namespace TeacherCenters.Tests.Access;

/// <summary>
/// Everything that one actor can read: every method of every <c>*Queries</c> class that takes an actor, asked with every key of the place
/// that is read, as text.
/// </summary>
internal static class Reading
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IncludeFields = true, ReferenceHandler = ReferenceHandler.IgnoreCycles, Converters = { new JsonStringEnumConverter() } };

    public static IEnumerable<string> Classes() => Queries().Select(x => x.DeclaringType!.Name).Distinct();

    private static IEnumerable<MethodInfo> Queries() =>
        from type in typeof(AppDb).Assembly.GetTypes()
        where type.Name.EndsWith("Queries", StringComparison.Ordinal) && !type.IsAbstract
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.GetParameters().FirstOrDefault()?.ParameterType == typeof(Actor)
        select method;

    private static string NameOf(MethodInfo query) => $"{query.DeclaringType!.Name}.{query.Name}";

    /// <summary>The names of the queries in whose answers the pattern is found, in alphabetical order.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IServiceProvider program, Place about, Actor actor, string pattern)
    {
        var found = new List<string>();
        foreach (var query in Queries())
        {
            if (Regex.IsMatch(await AskAsync(program, query, about, actor), pattern, RegexOptions.IgnoreCase)) found.Add(NameOf(query));
        }
        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>All answers of a query as one text; empty where the right to ask is missing.</summary>
    private static async Task<string> AskAsync(IServiceProvider program, MethodInfo query, Place about, Actor actor)
    {
        var queries = program.GetRequiredService(query.DeclaringType!);
        var said = new List<string>();
        foreach (var arguments in Combinations([.. query.GetParameters().Select(x => Values(x, about, actor).ToList())]))
        {
            try
            {
                said.Add(JsonSerializer.Serialize(await AnswerAsync(query.Invoke(queries, arguments)!), Json));
            }
            catch (MissingRightException)
            {
                return "";
            }
            catch (Exception nonsense) when (nonsense is ArgumentException or KeyNotFoundException)
            {
                // Nonsense that no screen asks for: the year 3, documents of an event by the key of a center.
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"{NameOf(query)}({string.Join(", ", arguments.Skip(1))}) broke for {actor.Name}.", broken);
            }
        }
        return string.Join('\n', said);
    }

    private static async Task<object?> AnswerAsync(object asked)
    {
        // A list that comes a row at a time.
        if (asked is IAsyncEnumerable<object> rows) return await rows.ToListAsync();
        var task = (Task)asked;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }

    private static IEnumerable<object?> Values(ParameterInfo parameter, Place about, Actor actor) => (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) switch
    {
        var type when type == typeof(Actor) => [actor],
        _ when parameter.HasDefaultValue => [parameter.DefaultValue is null && parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : parameter.DefaultValue],
        var type when type == typeof(PageRequest) => [new PageRequest(0, PageRequest.MaxSize)],
        _ when parameter.Name == "index" => [0],
        var type when type == typeof(int) || type == typeof(long) => [.. Ids(parameter, about).Distinct().Select(x => type == typeof(int) ? x : (object?)(long)x), .. Null(parameter)],
        var type when type == typeof(Guid) => [.. about.Keys.Cast<object?>(), .. Null(parameter)],
        var type when type == typeof(string) => [about.Marker, .. about.Texts],
        // The first day of a span is far back, the last one far ahead.
        var type when type == typeof(DateOnly) => [parameter.Name is "to" or "last" ? A.Today.AddYears(1) : A.Today.AddYears(-1)],
        { IsEnum: true } type => Enum.GetValues(type).Cast<object?>(),
        var type when type == typeof(BoardMentee) => [null],
        { IsInterface: true, IsGenericType: true } type => [Array.CreateInstance(type.GetGenericArguments()[0], 0)],
        var type when type.GetConstructor([]) is not null => [Activator.CreateInstance(type)],
        var type => throw new NotSupportedException($"Say in Reading.Values what a {type.Name} is for {parameter.Member.DeclaringType!.Name}.{parameter.Member.Name}."),
    };

    /// <summary>The keys that a parameter may mean: <c>eventId</c> those of events, <c>id</c> those of the room of the query.</summary>
    private static IEnumerable<int> Ids(ParameterInfo parameter, Place about)
    {
        var word = parameter.Name!.Replace("Id", "", StringComparison.Ordinal);
        var named = about.Rows.Where(x => x.GetType().Name.EndsWith(word, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count == 0) named = [.. about.Rows.Where(x => x.GetType().Namespace == parameter.Member.DeclaringType!.Namespace)];
        return (named.Count == 0 ? about.Rows : named).Select(x => x.Id);
    }

    private static IEnumerable<object?> Null(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) is null ? [] : [null];

    private static IEnumerable<object?[]> Combinations(IReadOnlyList<List<object?>> values) =>
        values.Aggregate<List<object?>, IEnumerable<object?[]>>([[]], (made, next) => made.SelectMany(x => next.Select(y => (object?[])[.. x, y])));
}
