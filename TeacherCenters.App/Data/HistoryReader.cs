using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Data;

public enum HistoryMove
{
    Added,
    Changed,
    Removed,
}

/// <summary>What stands in the place of a value that the reader may not see.</summary>
public sealed class HiddenValue
{
    public static HiddenValue Instance { get; } = new();
}

/// <summary>What stands in the place of a row that is there no more.</summary>
public sealed class GoneRow
{
    public static GoneRow Instance { get; } = new();
}

/// <summary>One property from what to what: a text, number, day, time, moment of the network's time zone, enum, bool, or a list of these; null for empty.</summary>
public sealed record HistoryField(string Property, object? Before, object? After);

/// <summary>A row that an act changed, as the reader may see it.</summary>
/// <param name="Name">What it is called now; null for what has no name or is gone.</param>
public sealed record HistoryObject(string Kind, int Key, HistoryMove Move, string? Name, string? Href, IReadOnlyList<HistoryField> Fields);

/// <summary>What a row is called, and where its page is.</summary>
public sealed record NamedRow(int Id, string Name, string? Href);

/// <summary>How the rows of a kind are called in the history; registered by their feature.</summary>
public sealed record HistoryName(string Kind, Func<AppDb, IReadOnlyCollection<int>, CancellationToken, Task<List<NamedRow>>> FindAsync);

/// <summary>A stored text that holds a document: its parts are told apart in the history.</summary>
public sealed record HistoryDocument(string Kind, string Property, Type Type);

public static class HistoryNames
{
    public static IServiceCollection AddHistory(this IServiceCollection services)
    {
        services.TryAddSingleton<HistoryMask>();
        services.TryAddSingleton<HistoryReader>();
        return services;
    }

    public static IServiceCollection AddHistoryName<T>(this IServiceCollection services, Expression<Func<T, NamedRow>> name) where T : class =>
        services.AddHistoryName<T>(_ => name);

    /// <param name="name">Of a row whose name stands in another table.</param>
    public static IServiceCollection AddHistoryName<T>(this IServiceCollection services, Func<AppDb, Expression<Func<T, NamedRow>>> name) where T : class =>
        services.AddHistory().AddSingleton(new HistoryName(typeof(T).Name, (db, ids, ct) => db.Set<T>().Where(x => ids.Contains(EF.Property<int>(x, "Id"))).Select(name(db)).ToListAsync(ct)));
}

/// <summary>
/// Reads what acts changed: typed values, names in the place of keys, and nothing that the actor may not see. One query for each kind of
/// row that is named or masked, whatever the number of rows.
/// </summary>
public sealed class HistoryReader(Store store, NetworkClock clock, HistoryMask mask, IEnumerable<HistoryName> names, IEnumerable<HistoryDocument> documents)
{
    /// <summary>Rows that exist for the store's own sake.</summary>
    internal static readonly string[] UnsaidKinds = ["PersonWord", "NameWord", "NamePair", "NumberSeries"];

    /// <summary>Columns that exist for the store's own sake: for searching, sorting, addressing, signing in.</summary>
    private static readonly HashSet<string> UnsaidProperties =
    [
        "SearchText", "SortText", "PublicKey", "Token", "BatchKey", "PdfHash", "Hash", "Sequence", "StatusAt", "MarkedAt", "Snapshot", "Sheet", "SeatsTaken", "OwnerId", "OwnerKind",
        "UserName", "NormalizedUserName", "NormalizedEmail", "EmailConfirmed", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount",
    ];

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly Dictionary<string, HistoryName> _names = names.GroupBy(x => x.Kind).ToDictionary(x => x.Key, x => x.First());
    private readonly Dictionary<(string, string), Type> _documents = documents.ToDictionary(x => (x.Kind, x.Property), x => x.Type);

    public static bool IsSaid(string kind) => !UnsaidKinds.Contains(kind);

    public static bool IsSaid(string kind, string property) => IsSaid(kind) && !UnsaidProperties.Contains(property);

    /// <summary>What each of the acts changed of the object whose history it is, by the act's id.</summary>
    public async Task<ILookup<long, HistoryObject>> OpenAsync(Actor actor, IReadOnlyList<HistoryRow> acts, CancellationToken cancellation = default)
    {
        await using var db = await store.ReadAsync(cancellation);
        var rows = acts.SelectMany(act => act.Rows, (act, row) => (act.Id, act.CenterId, Row: row)).ToList();
        var read = await OpenAsync(db, actor, rows.ConvertAll(x => (x.CenterId, x.Row)), cancellation);
        return rows.Zip(read).Where(x => x.Second is not null).ToLookup(x => x.First.Id, x => x.Second!);
    }

    /// <summary>What rows are called now, by kind and key.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, int Key), NamedRow>> NamesAsync(AppDb db, IEnumerable<(string Kind, int Key)> keys, CancellationToken cancellation = default)
    {
        var found = new Dictionary<(string, int), NamedRow>();
        foreach (var kind in keys.Distinct().GroupBy(x => x.Kind))
        {
            if (!_names.TryGetValue(kind.Key, out var name)) continue;
            foreach (var row in await name.FindAsync(db, [.. kind.Select(x => x.Key)], cancellation)) found[(kind.Key, row.Id)] = row;
        }
        return found;
    }

    /// <summary>The rows in their order; null for those that exist for the store's own sake.</summary>
    internal async Task<IReadOnlyList<HistoryObject?>> OpenAsync(AppDb db, Actor actor, IReadOnlyList<(int? CenterId, ChangeRow Row)> rows, CancellationToken cancellation)
    {
        var untold = await mask.UntoldAsync(db, rows.Select(x => (x.Row.Kind, x.Row.Key)), cancellation);
        var read = rows.Select(x => IsSaid(x.Row.Kind) ? Read(db.Model, actor, x.CenterId, x.Row, untold.Contains((x.Row.Kind, x.Row.Key))) : null).ToList();
        var keys = read.OfType<HistoryObject>().SelectMany(x => x.Fields.SelectMany(f => new[] { f.Before, f.After }).OfType<RowKey>().Select(k => (k.Kind, k.Key)).Append((x.Kind, x.Key)));
        var called = await NamesAsync(db, keys, cancellation);
        return read.ConvertAll(x => x is null ? null : x with
        {
            Name = called.GetValueOrDefault((x.Kind, x.Key))?.Name,
            Href = called.GetValueOrDefault((x.Kind, x.Key))?.Href,
            Fields = [.. x.Fields.Select(f => f with { Before = Named(f.Before), After = Named(f.After) })],
        });

        object? Named(object? value) => value is RowKey key ? called.GetValueOrDefault((key.Kind, key.Key))?.Name ?? (object)GoneRow.Instance : value;
    }

    private HistoryObject Read(IModel model, Actor actor, int? center, ChangeRow row, bool untold)
    {
        var entity = model.GetEntityTypes().FirstOrDefault(x => x.ClrType.Name == row.Kind);
        var (before, after) = (Values(mask.Of(actor, center, row.Kind, row.Before, untold)), Values(mask.Of(actor, center, row.Kind, row.After, untold)));
        var move = row.Before is null ? HistoryMove.Added : row.After is null ? HistoryMove.Removed : HistoryMove.Changed;
        // What a verb only touched, so that the row counts as changed, is not a change. Compared unmasked: hidden values all look alike.
        var (was, now) = (Values(row.Before), Values(row.After));
        var fields = before.Keys.Union(after.Keys).Where(x => IsSaid(row.Kind, x) && (move != HistoryMove.Changed || was.GetValueOrDefault(x)?.GetRawText() != now.GetValueOrDefault(x)?.GetRawText())).SelectMany(name => Fields(entity, row.Kind, name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)));
        return new(row.Kind, row.Key, move, null, null, [.. fields.Where(x => x.Before is not null || x.After is not null)]);
    }

    private IEnumerable<HistoryField> Fields(IEntityType? entity, string kind, string name, JsonElement? before, JsonElement? after)
    {
        if (_documents.GetValueOrDefault((kind, name)) is not { } document)
            return [new HistoryField(name, Typed(entity, name, before), Typed(entity, name, after))];
        // A document that was there at once is told by the rest of its row.
        if (before?.GetString() is not { } old || after?.GetString() is not { } now) return [];
        var (was, next) = (Values(old), Values(now));
        return from part in document.GetProperties()
               let type = part.PropertyType
               let field = new HistoryField(part.Name, Typed(type, was.GetValueOrDefault(part.Name)), Typed(type, next.GetValueOrDefault(part.Name)))
               where JsonSerializer.Serialize(field.Before, Json) != JsonSerializer.Serialize(field.After, Json)
               select field;
    }

    private object? Typed(IEntityType? entity, string name, JsonElement? value)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } element) return null;
        if (entity?.FindProperty(name) is not { } property) return element.ToString();
        if (element.ValueKind == JsonValueKind.Number && property.ClrType is var type && (type == typeof(int) || type == typeof(int?)) && Principal(property) is { } kind)
            return new RowKey(kind, element.GetInt32());
        return Typed(property.ClrType, element);
    }

    /// <summary>The kind of row that a foreign key points to. A key of two columns holds the center, which stands in the row as well.</summary>
    private static string? Principal(IProperty property) =>
        property.GetContainingForeignKeys().Where(x => x.Properties.Count == 1 || property.Name != "CenterId").Select(x => x.PrincipalEntityType.ClrType.Name).FirstOrDefault()
        ?? (property.Name == "CenterId" ? "Center" : null);

    private object? Typed(Type type, JsonElement? value)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } element) return null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (element.ValueKind == JsonValueKind.String && element.GetString() is { } text)
        {
            if (text.StartsWith(HistoryMask.Hidden, StringComparison.Ordinal)) return text == HistoryMask.Hidden ? HiddenValue.Instance : text;
            if (plain == typeof(string)) return text.Length == 0 ? null : text;
        }
        try
        {
            var read = element.Deserialize(plain, Json);
            return read is DateTime moment ? clock.ToLocal(moment.ToUniversalTime()) : read;
        }
        catch (JsonException)
        {
            // The column has another type by now.
            return element.ToString();
        }
    }

    private static Dictionary<string, JsonElement?> Values(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement?>>(json)!;

    /// <summary>A reference whose row's name is still to be found.</summary>
    private sealed record RowKey(string Kind, int Key);
}
