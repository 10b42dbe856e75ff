using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Kernel;

namespace TeacherCenters.Data;

/// <summary>
/// A file that somebody attached to a record of any room. The content lies in the <see cref="FileStore"/> under its hash; who may
/// read it follows from the owner, so only the owner's room serves it.
/// </summary>
public sealed class AttachedFile : Entity
{
    /// <summary>Name of the owner's entity, for instance <c>Practice</c>.</summary>
    public required string OwnerKind { get; init; }

    public required int OwnerId { get; init; }

    /// <summary>As its owner called it, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Hexadecimal SHA-256 of the content.</summary>
    public required string Hash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }

    public required string AddedBy { get; init; }
}

internal sealed class AttachedFileMapping : IEntityTypeConfiguration<AttachedFile>
{
    public void Configure(EntityTypeBuilder<AttachedFile> builder)
    {
        builder.ToTable("AttachedFiles");
        builder.Property(x => x.OwnerKind).HasMaxLength(40);
        builder.Property(x => x.Name).HasMaxLength(AttachedFileRules.LongestName);
        builder.Property(x => x.Hash).HasMaxLength(64);
        builder.Property(x => x.AddedBy).HasMaxLength(200);
        builder.HasIndex(x => new { x.OwnerKind, x.OwnerId });
    }
}
