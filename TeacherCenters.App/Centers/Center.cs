using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Kernel;

namespace TeacherCenters.Centers;

public enum CenterKind
{
    Training,
    Assessment,
}

/// <summary>One of the network's centers: it owns events, rooms, numbers and pairs.</summary>
public sealed class Center : Entity
{
    public required CenterKind Kind { get; set; }

    /// <summary>Short name for lists, for instance «ЦНППМПР г. Вологды».</summary>
    public required string ShortName { get; set; }

    /// <summary>Full name as it stands on documents.</summary>
    public required string FullName { get; set; }

    public required string City { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    /// <summary>Letters that begin a registration number, unique in the network.</summary>
    public required string Code { get; set; }

    public bool IsClosed { get; set; }
}

public sealed class Room : Entity
{
    public required int CenterId { get; init; }

    public required string Name { get; set; }

    /// <summary>Seats.</summary>
    public required int Capacity { get; set; }

    public string? Equipment { get; set; }

    public bool IsClosed { get; set; }
}

public enum SignatoryKind
{
    Head,
    Secretary,
}

/// <summary>Who signs for a center, in which post, and when.</summary>
public sealed class Signatory : Entity
{
    public required int CenterId { get; init; }

    public required SignatoryKind Kind { get; set; }

    /// <summary>The post as it stands under the line, for instance «Директор».</summary>
    public required string Post { get; set; }

    /// <summary>As it is printed: «Н. В. Соколова».</summary>
    public required string PrintedName { get; set; }

    public required DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }
}

internal sealed class CenterMapping : IEntityTypeConfiguration<Center>, IEntityTypeConfiguration<Room>, IEntityTypeConfiguration<Signatory>
{
    public void Configure(EntityTypeBuilder<Center> builder)
    {
        builder.Property(x => x.ShortName).HasMaxLength(100);
        builder.Property(x => x.FullName).HasMaxLength(400);
        builder.Property(x => x.City).HasMaxLength(100);
        builder.Property(x => x.Code).HasMaxLength(10);
        builder.HasIndex(x => x.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(100);
        builder.HasIndex(x => new { x.CenterId, x.Name }).IsUnique();
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
    }

    public void Configure(EntityTypeBuilder<Signatory> builder)
    {
        builder.Property(x => x.Post).HasMaxLength(100);
        builder.Property(x => x.PrintedName).HasMaxLength(100);
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
    }
}
