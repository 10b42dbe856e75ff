using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Kernel;

namespace TeacherCenters.Reports;

/// <summary>The figures that the region reports; what each counts is said by <see cref="TargetRules"/>.</summary>
public enum TargetFigure
{
    /// <summary>People who completed and passed at least one event that teaches, or whose learning route was closed.</summary>
    Covered,

    /// <summary>People with at least one completed independent assessment, whatever its result.</summary>
    Assessed,

    /// <summary>Young teachers in their first years with a mentor or a route for long enough.</summary>
    YoungSupported,

    /// <summary>People with a learning route.</summary>
    OnRoute,
}

public enum TargetUnit
{
    Percent,
    People,
}

/// <summary>
/// What a figure is to reach in one year, by what name and in which unit: orders rename and raise them, and an old report must
/// still say what held then. Between two rows the way is drawn straight; see <see cref="TargetRules.PlanFor"/>.
/// </summary>
public sealed class Target : Entity
{
    public required TargetFigure Figure { get; init; }

    public required int Year { get; init; }

    /// <summary>As the order of the year calls it; null for the usual name in the reader's language.</summary>
    public string? Name { get; set; }

    public required TargetUnit Unit { get; set; }

    /// <summary>Per cent of the denominator, or people, by the unit.</summary>
    public required decimal Value { get; set; }

    /// <summary>First year that counts: the figure adds up from its 1 January; null counts the year alone.</summary>
    public int? CountedFrom { get; set; }
}

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>, IEntityTypeConfiguration<Denominator>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.ToTable("Targets", t =>
        {
            t.HasCheckConstraint("CK_Target_Year", "\"Year\" BETWEEN 2000 AND 2100");
            t.HasCheckConstraint("CK_Target_CountedFrom", "\"CountedFrom\" IS NULL OR \"CountedFrom\" <= \"Year\"");
        });
        builder.Property(x => x.Name).HasMaxLength(200);
        builder.HasIndex(x => new { x.Figure, x.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Denominator> builder)
    {
        builder.ToTable("Denominators", t =>
        {
            t.HasCheckConstraint("CK_Denominator_Year", "\"Year\" BETWEEN 2000 AND 2100");
            t.HasCheckConstraint("CK_Denominator_People", "\"People\" >= 0");
        });
        builder.HasIndex(x => new { x.Year, x.MunicipalityId, x.Group }).IsUnique();
        builder.HasOne<People.Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
    }
}
