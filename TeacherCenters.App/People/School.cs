using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>A municipality of the region. Names and unit types change with the years; the order is that of the reports.</summary>
public sealed class Municipality : Entity
{
    public required string Name { get; set; }

    /// <summary>For instance «муниципальный округ».</summary>
    public required string UnitType { get; set; }

    /// <summary>For lists, for instance «Вологодский МО».</summary>
    public required string ShortName { get; set; }

    public required int Order { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }
}

public enum EducationLevel
{
    General,
    Preschool,
    Vocational,
    Supplementary,
    Higher,
}

/// <summary>An educational organisation that sends teachers.</summary>
public sealed class School : Entity
{
    private string _name = "";

    public required int MunicipalityId { get; set; }

    public required string Name
    {
        get => _name;
        set => (_name, SearchText) = (value, SearchName.Of(value));
    }

    public required EducationLevel Level { get; set; }

    /// <summary>The name in the form that is searched and sorted.</summary>
    public string SearchText { get; private set; } = "";

    public bool IsClosed { get; set; }
}

internal sealed class SchoolMapping : IEntityTypeConfiguration<School>, IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(300);
        builder.Property(x => x.SearchText).HasMaxLength(300);
        builder.HasIndex(x => x.SearchText);
        builder.HasIndex(x => new { x.MunicipalityId, x.SearchText });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
    }

    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(100);
        builder.Property(x => x.UnitType).HasMaxLength(60);
        builder.Property(x => x.ShortName).HasMaxLength(100);
        builder.HasIndex(x => x.Order);
    }
}
