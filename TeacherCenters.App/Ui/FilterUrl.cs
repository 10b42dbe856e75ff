using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using TeacherCenters.Kernel;

namespace TeacherCenters.Ui;

/// <summary>
/// A filter record to and from a query string: one mechanism for a page's address, its export link and the export endpoint.
/// Names are the properties' in lower case; what equals the record's default is left out; what can't be read keeps the default.
/// Properties may be texts, numbers, booleans, enums, dates, times, and arrays of these (a repeated name).
/// </summary>
public static class FilterUrl
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>The filter as <c>?a=1&amp;b=2</c>, or an empty text when all is default.</summary>
    public static string Write<T>(T filter) where T : class, new() => QueryHelpers.AddQueryString("", Pairs(filter));

    /// <summary>Reads the filter from an address, whole or relative.</summary>
    public static T Read<T>(string address) where T : class, new()
    {
        var start = address.IndexOf('?', StringComparison.Ordinal);
        var end = address.IndexOf('#', StringComparison.Ordinal);
        return start < 0 ? new T() : Read<T>(QueryHelpers.ParseQuery(end > start ? address[start..end] : address[start..]));
    }

    /// <summary>Reads the filter in an endpoint: <c>FilterUrl.Read&lt;EventFilter&gt;(request.Query)</c>.</summary>
    public static T Read<T>(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> query) where T : class, new()
    {
        var filter = new T();
        var given = query.ToDictionary(x => x.Key, x => x.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var property in Properties(typeof(T)))
        {
            if (!given.TryGetValue(property.Name, out var texts) || texts.Count == 0) continue;
            var value = property.PropertyType.GetElementType() is { } item ? Many(item, texts!) : One(property.PropertyType, texts[^1]!);
            if (value is not null) property.SetValue(filter, value);
        }
        return filter;
    }

    /// <summary>The order of a list in an endpoint, so that a file has the rows as the screen has them.</summary>
    public static PageRequest Order(IQueryCollection query) => new(Sort: query["sort"].FirstOrDefault(x => x is { Length: > 0 }), Descending: query.ContainsKey("desc"));

    /// <summary>
    /// Puts the filter into the address of the page without a new entry in the browser's history. The order of the list stays,
    /// its page does not: another filter starts from the first.
    /// </summary>
    public static void ShowFilter<T>(this NavigationManager nav, T filter) where T : class, new()
    {
        var address = nav.Uri.Split('?', '#')[0] + Write(filter);
        var order = QueryHelpers.ParseQuery(new Uri(nav.Uri).Query).Where(x => x.Key is "sort" or "desc").Select(x => new KeyValuePair<string, string?>(x.Key, x.Value));
        nav.NavigateTo(QueryHelpers.AddQueryString(address, order), replace: true);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs<T>(T filter) where T : class, new()
    {
        var standard = new T();
        foreach (var property in Properties(typeof(T)))
        {
            var value = property.GetValue(filter);
            if (value is Array many)
            {
                var usual = ((property.GetValue(standard) as Array)?.Cast<object>() ?? []).ToList();
                if (many.Cast<object>().SequenceEqual(usual)) continue;
                foreach (var item in many) yield return new(Name(property), Text(item));
            }
            else if (value is not null && !value.Equals(property.GetValue(standard)) && Text(value) is { } text && (text.Length > 0 || property.GetValue(standard) is not null))
            {
                yield return new(Name(property), text);
            }
        }
    }

    private static string Name(PropertyInfo property) => property.Name.ToLowerInvariant();

    private static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static Array? Many(Type item, IEnumerable<string> texts)
    {
        var values = texts.Select(x => One(item, x)).Where(x => x is not null).ToArray();
        if (values.Length == 0) return null;
        var array = Array.CreateInstance(item, values.Length);
        Array.Copy(values, array, values.Length);
        return array;
    }

    private static object? One(Type type, string text)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var invariant = CultureInfo.InvariantCulture;
        if (type == typeof(string)) return text;
        if (type.IsEnum) return Enum.TryParse(type, text, ignoreCase: true, out var value) && Enum.IsDefined(type, value) ? value : null;
        if (type == typeof(bool)) return text is "true" or "1" or "on" ? true : text is "false" or "0" ? false : null;
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.Integer, invariant, out var number) ? number : null;
        if (type == typeof(long)) return long.TryParse(text, NumberStyles.Integer, invariant, out var number) ? number : null;
        if (type == typeof(decimal)) return decimal.TryParse(text, NumberStyles.Number, invariant, out var number) ? number : null;
        if (type == typeof(DateOnly)) return DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day) ? day : null;
        if (type == typeof(TimeOnly)) return TimeOnly.TryParseExact(text, "HH:mm", invariant, DateTimeStyles.None, out var time) ? time : null;
        if (type == typeof(DateTime)) return DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm:ss", invariant, DateTimeStyles.None, out var moment) ? moment : null;
        throw new NotSupportedException($"A filter can't hold {type}.");
    }

    private static PropertyInfo[] Properties(Type type) =>
        Known.GetOrAdd(type, t => [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.CanRead && x.SetMethod is { IsPublic: true })]);
}
