using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TeacherCenters.Kernel;

namespace TeacherCenters.Data;

/// <summary>Turns what a unit changed into rows of history, and computes the digests that chain the change sets.</summary>
public static class ChangeLog
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic, UnicodeRanges.GeneralPunctuation),
    };

    /// <summary>Hexadecimal SHA-256 over the rows' content, in order.</summary>
    public static string ContentDigest(IEnumerable<ChangeRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.Append(row.Kind).Append('|').Append(row.Key).Append('|').Append(row.RowVersion).Append('|').Append(row.Before).Append('|').Append(row.After).Append('\n');
        return Hash(text.ToString());
    }

    /// <summary>Hexadecimal SHA-256 that ties a set to the one before it.</summary>
    public static string Digest(string? previous, DateTime at, int? accountId, string verb, string contentDigest) =>
        Hash($"{previous}|{at:O}|{accountId}|{verb}|{contentDigest}");

    internal static List<PendingRow> Collect(AppDb db)
    {
        var pending = new List<PendingRow>();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (entry.Entity is Entity) RaiseVersion(entry);
            var before = entry.State == EntityState.Added ? null : Values(entry, original: true);
            pending.Add(new(entry, entry.State, before));
        }
        return pending;
    }

    /// <summary>To be called after the rows were saved, when they have their keys.</summary>
    internal static List<ChangeRow> Rows(IEnumerable<PendingRow> pending) => pending.Select(row => new ChangeRow
    {
        Kind = row.Entry.Metadata.ClrType.Name,
        Key = Key(row.Entry),
        RowVersion = row.Entry.Entity is Entity entity ? entity.Version : 0,
        Before = row.Before,
        After = row.After ?? (row.State == EntityState.Deleted ? null : Values(row.Entry, original: false)),
    }).ToList();

    internal static int Key(EntityEntry entry) =>
        entry.Metadata.FindPrimaryKey() is { Properties: [var only] } && entry.Property(only.Name).CurrentValue is int id ? id : 0;

    private static void RaiseVersion(EntityEntry entry)
    {
        var version = entry.Property(nameof(Entity.Version));
        version.CurrentValue = entry.State == EntityState.Added ? 1 : (int)version.OriginalValue! + 1;
    }

    private static string Values(EntityEntry entry, bool original)
    {
        var modified = entry.State == EntityState.Modified;
        var values = entry.Properties
            .Where(p => !p.Metadata.IsPrimaryKey() && p.Metadata.Name is not (nameof(Entity.Version) or "PasswordHash" or "SecurityStamp" or "ConcurrencyStamp"))
            .Where(p => !modified || p.IsModified)
            .ToDictionary(p => p.Metadata.Name, p => Plain(original ? p.OriginalValue : p.CurrentValue));
        return JsonSerializer.Serialize(values, Json);
    }

    private static object? Plain(object? value) => value is Enum word ? word.ToString() : value;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal sealed class PendingRow
    {
        public PendingRow(EntityEntry entry, EntityState state, string? before)
        {
            (Entry, State, Before) = (entry, state, before);
            // A modified row's new values are known now, and after the save nothing counts as modified any more.
            After = state == EntityState.Modified ? Values(entry, original: false) : null;
        }

        public EntityEntry Entry { get; }

        public EntityState State { get; }

        public string? Before { get; }

        public string? After { get; }
    }
}
