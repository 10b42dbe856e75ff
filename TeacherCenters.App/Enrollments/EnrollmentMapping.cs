using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.People;

namespace TeacherCenters.Enrollments;

internal sealed class EnrollmentMapping : IEntityTypeConfiguration<Enrollment>
{
    public void Configure(EntityTypeBuilder<Enrollment> builder)
    {
        builder.ToTable("Enrollments");
        builder.Property(x => x.Position).HasMaxLength(200);
        builder.Property(x => x.SchoolWritten).HasMaxLength(SchoolNames.MaxWritten);
        builder.Property(x => x.OrderNumber).HasMaxLength(40);
        builder.Property(x => x.ExpulsionOrderNumber).HasMaxLength(40);
        builder.Property(x => x.Reason).HasMaxLength(400);
        builder.HasIndex(x => new { x.EventId, x.PersonId }).IsUnique();
        builder.HasIndex(x => x.PersonId);
        builder.HasIndex(x => new { x.CenterId, x.Status });
        builder.HasOne(x => x.Event).WithMany().HasForeignKey(x => new { x.CenterId, x.EventId }).HasPrincipalKey(x => new { x.CenterId, x.Id });
        builder.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.SchoolId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
    }
}
