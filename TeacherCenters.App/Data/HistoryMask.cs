using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using TeacherCenters.Security;

namespace TeacherCenters.Data;

/// <summary>A stored property that shown history hides from whoever lacks a right in the center of the act; registered by its feature.</summary>
/// <param name="Kind">The entity's name, as it stands in the history.</param>
public sealed record MaskedProperty(string Kind, string Property, Permission Needs)
{
    /// <summary>Whether the changed values of the row are settled: before that the value is hidden from everybody. Null for what always is.</summary>
    public Func<JsonObject, bool>? Settled { get; init; }

    /// <summary>Of the given rows, those that stand in the store so that their history may be told. The values of the others, and of what is gone, are hidden from everybody. Null for all.</summary>
    public Func<AppDb, IReadOnlyCollection<int>, CancellationToken, Task<List<int>>>? Told { get; init; }
}

/// <summary>Hides in shown history what needs a right of its own to see. Insurance numbers are hidden from everybody: they are revealed on the card, and that is logged.</summary>
public sealed partial class HistoryMask(IEnumerable<MaskedProperty> masked)
{
    internal const string Hidden = "***";
    private static readonly System.Text.Json.JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly ILookup<string, MaskedProperty> _masked = masked.ToLookup(x => x.Kind);

    /// <summary>Of these rows, those whose values nobody is told, by what stands in the store now; one query for each kind that asks for it.</summary>
    public async Task<IReadOnlySet<(string Kind, int Key)>> UntoldAsync(AppDb db, IEnumerable<(string Kind, int Key)> rows, CancellationToken ct = default)
    {
        var untold = new HashSet<(string Kind, int Key)>();
        foreach (var kind in rows.Distinct().GroupBy(x => x.Kind))
        {
            foreach (var told in _masked[kind.Key].Select(x => x.Told).OfType<Func<AppDb, IReadOnlyCollection<int>, CancellationToken, Task<List<int>>>>().Distinct())
            {
                var keys = await told(db, [.. kind.Select(x => x.Key)], ct);
                untold.UnionWith(kind.Where(x => !keys.Contains(x.Key)));
            }
        }
        return untold;
    }

    /// <param name="centerId">The center of the act; null asks for the right in the whole network.</param>
    /// <param name="json">Changed values of one row, as the history keeps them.</param>
    /// <param name="untold">The row is one of <see cref="UntoldAsync"/>.</param>
    public string? Of(Actor actor, int? centerId, string kind, string? json, bool untold)
    {
        if (json is null) return null;
        if (_masked.Contains(kind) && JsonNode.Parse(json) is JsonObject values)
        {
            var hidden = _masked[kind].Where(x => values.ContainsKey(x.Property) && (!actor.Can(x.Needs, centerId) || x.Settled?.Invoke(values) == false || (untold && x.Told is not null))).ToList();
            // What is empty is hidden too: that a level is there says that there is a result.
            foreach (var property in hidden) values[property.Property] = Hidden;
            if (hidden.Count > 0) json = values.ToJsonString(Json);
        }
        return Snils().Replace(json, "$1***$2\"");
    }

    [GeneratedRegex("(\"Snils\":\")\\d{9}(\\d{2})\"")]
    private static partial Regex Snils();
}
