using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Centers;
using TeacherCenters.People;

namespace TeacherCenters.Assessments.Attestation;

internal sealed class AttestationMapping : IEntityTypeConfiguration<AttestationMeeting>, IEntityTypeConfiguration<HeadAttestation>
{
    public void Configure(EntityTypeBuilder<AttestationMeeting> builder)
    {
        builder.ToTable("AttestationMeetings", t => t.HasCheckConstraint("CK_AttestationMeeting_Protocol", "(\"Status\" = 'Held') = (\"ProtocolNumber\" IS NOT NULL)"));
        // Lets an attestation refer to meeting and center together: the store refuses a cross-center reference.
        builder.HasAlternateKey(x => new { x.CenterId, x.Id });
        builder.Property(x => x.Place).HasMaxLength(300);
        builder.Property(x => x.Chair).HasMaxLength(150);
        builder.Property(x => x.Secretary).HasMaxLength(150);
        builder.Property(x => x.ProtocolNumber).HasMaxLength(40);
        builder.Property(x => x.CancelReason).HasMaxLength(400);
        builder.HasIndex(x => new { x.CenterId, x.HeldOn });
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
    }

    public void Configure(EntityTypeBuilder<HeadAttestation> builder)
    {
        builder.ToTable("HeadAttestations", t =>
        {
            t.HasCheckConstraint("CK_HeadAttestation_Decision", "(\"Status\" = 'Decided') = (\"Decision\" IS NOT NULL)");
            t.HasCheckConstraint("CK_HeadAttestation_Meeting", "\"Status\" NOT IN ('Planned', 'Decided') OR (\"MeetingId\" IS NOT NULL AND \"MeetingOn\" IS NOT NULL)");
        });
        builder.Ignore(x => x.IsOpen);
        builder.Property(x => x.Position).HasMaxLength(200);
        builder.Property(x => x.WorkPosition).HasMaxLength(200);
        builder.Property(x => x.Note).HasMaxLength(1000);
        builder.Property(x => x.Reason).HasMaxLength(400);
        builder.HasIndex(x => new { x.PersonId, x.Status, x.MeetingOn });
        // One open attestation a person: two coordinators who call the same head at once do not both succeed.
        builder.HasIndex(x => x.PersonId).IsUnique().HasFilter("\"Status\" IN ('Applied', 'Planned')").HasDatabaseName("IX_HeadAttestations_Open");
        builder.HasIndex(x => new { x.CenterId, x.MeetingId });
        builder.HasIndex(x => new { x.Kind, x.Status });
        builder.HasOne(x => x.Meeting).WithMany().HasForeignKey(x => new { x.CenterId, x.MeetingId }).HasPrincipalKey(x => new { x.CenterId, x.Id });
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.WorkSchoolId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
    }
}
