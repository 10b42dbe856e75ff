using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Centers;
using TeacherCenters.Events;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring.Internships;

internal sealed class InternshipMapping : IEntityTypeConfiguration<Internship>
{
    public void Configure(EntityTypeBuilder<Internship> builder)
    {
        builder.ToTable("Internships", t =>
        {
            t.HasCheckConstraint("CK_Internship_Dates", "\"To\" >= \"From\"");
            t.HasCheckConstraint("CK_Internship_Completed", "(\"Status\" = 'Completed') = (\"CompletedOn\" IS NOT NULL AND \"Result\" IS NOT NULL)");
            t.HasCheckConstraint("CK_Internship_Cancelled", "(\"Status\" = 'Cancelled') = (\"CancelledOn\" IS NOT NULL AND \"CancelReason\" IS NOT NULL)");
        });
        builder.Property(x => x.SupervisorName).HasMaxLength(150);
        builder.Property(x => x.SupervisorPost).HasMaxLength(200);
        builder.Property(x => x.Plan).HasMaxLength(4000);
        builder.Property(x => x.Review).HasMaxLength(4000);
        builder.Property(x => x.CancelReason).HasMaxLength(400);
        builder.Property(x => x.Position).HasMaxLength(200);
        builder.HasIndex(x => new { x.PersonId, x.From });
        builder.HasIndex(x => new { x.CenterId, x.Status, x.From });
        builder.HasIndex(x => x.EventId);
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        // Event and center together: a placement never belongs to another center's event.
        builder.HasOne<TrainingEvent>().WithMany().HasForeignKey(x => new { x.CenterId, x.EventId }).HasPrincipalKey(x => new { x.CenterId, x.Id });
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.HostSchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.SchoolId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
    }
}
