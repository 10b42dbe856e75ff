using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeacherCenters.Settings;

/// <summary>A value of one setting; <paramref name="From"/> is null for what held from the beginning.</summary>
public sealed record SettingValue(DateOnly? From, object? Value);

/// <summary>One setting over time: what holds, what held before (the latest first), and what is coming.</summary>
public sealed record SettingHistory(string Name, SettingValue Current, IReadOnlyList<SettingValue> Earlier, IReadOnlyList<SettingValue> Coming);

/// <summary>
/// Settings setting by setting. An edition is a whole document, but what changes is one setting: a change from a day on goes through the
/// editions after it, up to the one that says something else on its own.
/// </summary>
public static class SettingChanges
{
    /// <param name="editions">In the order of their days.</param>
    public static SettingHistory Of(string name, IReadOnlyList<(DateOnly From, NetworkSettings Settings)> editions, DateOnly today)
    {
        var property = typeof(NetworkSettings).GetProperty(name) ?? throw new ArgumentException(name);
        var values = new List<SettingValue> { new(null, property.GetValue(new NetworkSettings())) };
        foreach (var (from, settings) in editions)
        {
            var value = property.GetValue(settings);
            if (!Same(value, values[^1].Value)) values.Add(new(from, value));
        }
        // A setting that begins empty has no former value when it is first given one.
        if (values is [{ Value: "" }, { From: { } first }, ..] && first <= today) values.RemoveAt(0);
        var current = values.FindLastIndex(x => x.From is null || x.From <= today);
        return new(name, values[current], [.. values[..current].AsEnumerable().Reverse()], values[(current + 1)..]);
    }

    /// <summary>The settings that differ between two documents, with their new values.</summary>
    public static IReadOnlyDictionary<string, JsonNode?> Difference(NetworkSettings before, NetworkSettings after)
    {
        var (was, now) = (Document(before), Document(after));
        return now.Where(x => !JsonNode.DeepEquals(x.Value, was[x.Key])).ToDictionary(x => x.Key, x => x.Value?.DeepClone());
    }

    /// <summary>The settings with some of them changed.</summary>
    public static NetworkSettings With(NetworkSettings of, IReadOnlyDictionary<string, JsonNode?> changes)
    {
        var document = Document(of);
        foreach (var (name, value) in changes) document[name] = value?.DeepClone();
        return document.Deserialize<NetworkSettings>()!;
    }

    /// <summary>The settings with another value of one of them.</summary>
    public static NetworkSettings With(NetworkSettings of, string name, object? value) =>
        With(of, new Dictionary<string, JsonNode?> { [name] = JsonSerializer.SerializeToNode(value) });

    /// <summary>Those of the changes that an edition takes over: it says of these settings what was said before it.</summary>
    public static IReadOnlyDictionary<string, JsonNode?> Inherited(NetworkSettings before, NetworkSettings edition, IReadOnlyDictionary<string, JsonNode?> changes)
    {
        var (was, own) = (Document(before), Document(edition));
        return changes.Where(x => JsonNode.DeepEquals(was[x.Key], own[x.Key])).ToDictionary();
    }

    private static JsonObject Document(NetworkSettings settings) => JsonSerializer.SerializeToNode(settings)!.AsObject();

    private static bool Same(object? one, object? other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
