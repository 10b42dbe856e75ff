using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Centers;
using TeacherCenters.Enrollments;
using TeacherCenters.People;

namespace TeacherCenters.Certificates;

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates");
        builder.Ignore(x => x.IsLive);
        builder.Property(x => x.Number).HasMaxLength(30);
        builder.Property(x => x.Token).HasMaxLength(32);
        builder.Property(x => x.PersonName).HasMaxLength(152);
        builder.Property(x => x.SearchText).HasMaxLength(152);
        builder.Property(x => x.Title).HasMaxLength(255);
        builder.HasIndex(x => new { x.CenterId, x.Kind, x.Year, x.Sequence }).IsUnique();
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.Token).IsUnique();
        builder.HasIndex(x => x.BatchKey);
        // The unique one below is partial, so a look-up by enrollment alone could not use it.
        builder.HasIndex(x => x.EnrollmentId);
        builder.HasIndex(x => x.SearchText);
        builder.HasIndex(x => new { x.CenterId, x.IssuedOn });
        // One live document per enrollment and kind.
        builder.HasIndex(x => new { x.EnrollmentId, x.Kind }).IsUnique().HasFilter("\"Status\" NOT IN ('Annulled', 'Replaced')");
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne<Enrollment>().WithMany().HasForeignKey(x => x.EnrollmentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(x => x.OriginalId);
    }
}
