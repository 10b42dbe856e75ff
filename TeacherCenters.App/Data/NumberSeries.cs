using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeacherCenters.Data;

/// <summary>
/// A counter row. Numbers come from it inside the transaction that inserts the numbered row, so that a rollback takes
/// the number back and no number is skipped or used twice; <c>MAX + 1</c> loses races.
/// </summary>
public sealed class NumberSeries
{
    public int Id { get; init; }

    /// <summary>Name of the sequence, for instance <c>certificate:3:ProfessionalDevelopmentCertificate:2026</c>.</summary>
    public required string Name { get; init; }

    public int Last { get; private set; }

    /// <summary>Takes the next number of a sequence that starts at 1.</summary>
    public static async Task<int> NextAsync(WriteUnit unit, string name, CancellationToken cancellation = default)
    {
        var taken = await unit.Db.Database
            .SqlQuery<int>($"""UPDATE "NumberSeries" SET "Last" = "Last" + 1 WHERE "Name" = {name} RETURNING "Last" """)
            .ToListAsync(cancellation);
        if (taken.Count == 1) return taken[0];
        await unit.Db.Database.ExecuteSqlAsync($"""INSERT INTO "NumberSeries" ("Name", "Last") VALUES ({name}, 1)""", cancellation);
        return 1;
    }
}

internal sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("NumberSeries");
        builder.Property(x => x.Name).HasMaxLength(120);
        builder.HasIndex(x => x.Name).IsUnique();
    }
}
