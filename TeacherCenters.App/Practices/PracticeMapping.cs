using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Centers;

namespace TeacherCenters.Practices;

internal sealed class PracticeMapping : IEntityTypeConfiguration<Practice>, IEntityTypeConfiguration<PracticeAuthor>, IEntityTypeConfiguration<PracticeShowing>
{
    public void Configure(EntityTypeBuilder<Practice> builder)
    {
        builder.ToTable("Practices", t => t.HasCheckConstraint("CK_Practice_Published", "(\"Status\" = 'Published') = (\"PublishedOn\" IS NOT NULL)"));
        builder.Property(x => x.Title).HasMaxLength(255);
        builder.Property(x => x.Summary).HasMaxLength(PracticeRules.LongestSummary);
        builder.Property(x => x.Subject).HasMaxLength(100);
        builder.Property(x => x.Reason).HasMaxLength(400);
        builder.Property(x => x.ProposedBy).HasMaxLength(200);
        builder.Property(x => x.SearchText).HasMaxLength(PracticeRules.LongestSummary + 400);
        builder.Property(x => x.SortText).HasMaxLength(255);
        builder.HasIndex(x => new { x.CenterId, x.Status });
        builder.HasIndex(x => x.SortText);
        builder.HasIndex(x => x.Subject);
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasMany(x => x.Authors).WithOne().HasForeignKey(x => x.PracticeId);
        builder.HasMany(x => x.Showings).WithOne().HasForeignKey(x => x.PracticeId);
    }

    public void Configure(EntityTypeBuilder<PracticeAuthor> builder)
    {
        builder.ToTable("PracticeAuthors");
        builder.HasIndex(x => new { x.PracticeId, x.PersonId }).IsUnique();
        builder.HasIndex(x => x.PersonId);
        builder.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
    }

    public void Configure(EntityTypeBuilder<PracticeShowing> builder)
    {
        builder.ToTable("PracticeShowings");
        builder.HasIndex(x => new { x.PracticeId, x.EventId }).IsUnique();
        builder.HasIndex(x => x.EventId);
        builder.HasOne(x => x.Event).WithMany().HasForeignKey(x => x.EventId);
    }
}
