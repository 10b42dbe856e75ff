using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeacherCenters.Data;

/// <summary>
/// What one verb did: who, when, from where, and the digest that chains it to the one before.
/// The chain is over digests of the rows, so that personal content can be erased later without breaking it.
/// </summary>
public sealed class ChangeSet
{
    public long Id { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The account that acted; null for the program itself.</summary>
    public int? AccountId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Stable name of the verb, for instance <c>events.announce</c>.</summary>
    public required string Verb { get; init; }

    public string? From { get; init; }

    /// <summary>The center that the verb acted in, for the history page's rights; null for the whole network.</summary>
    public int? CenterId { get; init; }

    public string? Note { get; init; }

    public required string ContentDigest { get; init; }

    public required string Digest { get; init; }

    public List<ChangeRow> Rows { get; } = [];
}

/// <summary>One row that a verb added, changed or deleted, with the values before and after as JSON objects of the changed columns.</summary>
public sealed class ChangeRow
{
    public long Id { get; init; }

    public long ChangeSetId { get; init; }

    public required string Kind { get; init; }

    public required int Key { get; init; }

    public required int RowVersion { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}

internal sealed class ChangeSetMapping : IEntityTypeConfiguration<ChangeSet>, IEntityTypeConfiguration<ChangeRow>
{
    public void Configure(EntityTypeBuilder<ChangeSet> builder)
    {
        builder.Property(x => x.Verb).HasMaxLength(100);
        builder.Property(x => x.ActorName).HasMaxLength(200);
        builder.HasIndex(x => x.At);
        builder.HasMany(x => x.Rows).WithOne().HasForeignKey(x => x.ChangeSetId);
    }

    public void Configure(EntityTypeBuilder<ChangeRow> builder)
    {
        builder.Property(x => x.Kind).HasMaxLength(60);
        builder.HasIndex(x => new { x.Kind, x.Key });
    }
}
