using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Assessments;
using TeacherCenters.Centers;
using TeacherCenters.Enrollments;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.People;

namespace TeacherCenters.Certificates;

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates", t => t.HasCheckConstraint("CK_Certificate_OneSubject",
            "(\"EnrollmentId\" IS NOT NULL) + (\"InternshipId\" IS NOT NULL) + (\"AssessmentId\" IS NOT NULL) + (\"MentorshipId\" IS NOT NULL) = 1"));
        builder.Ignore(x => x.IsLive).Ignore(x => x.Subject);
        builder.Property(x => x.Number).HasMaxLength(30);
        builder.Property(x => x.Token).HasMaxLength(32);
        builder.Property(x => x.PersonName).HasMaxLength(152);
        builder.Property(x => x.SearchText).HasMaxLength(152);
        builder.Property(x => x.Title).HasMaxLength(255);
        builder.HasIndex(x => new { x.CenterId, x.Kind, x.Year, x.Sequence }).IsUnique();
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.Token).IsUnique();
        builder.HasIndex(x => x.BatchKey);
        builder.HasIndex(x => x.SearchText);
        builder.HasIndex(x => new { x.CenterId, x.IssuedOn });
        foreach (var subject in Enum.GetValues<CertificateSubject>())
        {
            var column = CertificateIssuing.ColumnOf(subject);
            // One live document per subject and kind.
            builder.HasIndex(column, nameof(Certificate.Kind)).IsUnique().HasFilter("\"Status\" NOT IN ('Annulled', 'Replaced')");
            // That one is partial, so a look-up by the subject alone could not use it.
            builder.HasIndex(column);
        }
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne<Enrollment>().WithMany().HasForeignKey(x => x.EnrollmentId);
        builder.HasOne<Internship>().WithMany().HasForeignKey(x => x.InternshipId);
        builder.HasOne<Assessment>().WithMany().HasForeignKey(x => x.AssessmentId);
        builder.HasOne<Mentorship>().WithMany().HasForeignKey(x => x.MentorshipId);
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(x => x.OriginalId);
    }
}
