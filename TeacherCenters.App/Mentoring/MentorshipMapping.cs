using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Centers;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring;

internal sealed class MentorshipMapping : IEntityTypeConfiguration<Mentorship>, IEntityTypeConfiguration<MentorGoal>, IEntityTypeConfiguration<MentorMeeting>, IEntityTypeConfiguration<Mentor>
{
    public void Configure(EntityTypeBuilder<Mentorship> builder)
    {
        builder.ToTable("Mentorships", t =>
        {
            t.HasCheckConstraint("CK_Mentorship_Dates", "\"To\" >= \"From\"");
            t.HasCheckConstraint("CK_Mentorship_TwoPeople", "\"MentorId\" <> \"MenteeId\"");
            t.HasCheckConstraint("CK_Mentorship_Ended", "(\"Status\" IN ('Waiting', 'Active')) = (\"EndedOn\" IS NULL)");
            t.HasCheckConstraint("CK_Mentorship_Reason", "(\"Status\" IN ('Completed', 'EndedEarly')) = (\"EndReason\" IS NOT NULL)");
        });
        builder.Property(x => x.OrderNumber).HasMaxLength(40);
        builder.Property(x => x.FinalReport).HasMaxLength(4000);
        builder.Property(x => x.Position).HasMaxLength(200);
        builder.Property(x => x.Subject).HasMaxLength(100);
        builder.Property(x => x.MentorPosition).HasMaxLength(200);
        // The last guard of "one mentor a mentee and direction", over all centers.
        builder.HasIndex(x => new { x.MenteeId, x.Direction }, "IX_Mentorships_OnePlace").IsUnique().HasFilter("\"Status\" IN ('Waiting', 'Active')");
        builder.HasIndex(x => new { x.MenteeId, x.Status });
        builder.HasIndex(x => new { x.MentorId, x.Status });
        builder.HasIndex(x => new { x.CenterId, x.Status, x.To });
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne(x => x.Mentor).WithMany().HasForeignKey(x => x.MentorId);
        builder.HasOne(x => x.Mentee).WithMany().HasForeignKey(x => x.MenteeId);
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.MentorSchoolId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
        builder.HasMany(x => x.Goals).WithOne().HasForeignKey(x => x.MentorshipId);
        builder.HasMany(x => x.Meetings).WithOne().HasForeignKey(x => x.MentorshipId);
    }

    public void Configure(EntityTypeBuilder<MentorGoal> builder)
    {
        builder.ToTable("MentorGoals");
        builder.Property(x => x.Text).HasMaxLength(400);
    }

    public void Configure(EntityTypeBuilder<MentorMeeting> builder)
    {
        builder.ToTable("MentorMeetings", t => t.HasCheckConstraint("CK_MentorMeeting_Minutes", "\"Minutes\" BETWEEN 1 AND 600"));
        builder.Property(x => x.Topic).HasMaxLength(300);
        builder.Property(x => x.Note).HasMaxLength(2000);
        builder.HasIndex(x => new { x.MentorshipId, x.Date });
    }

    public void Configure(EntityTypeBuilder<Mentor> builder)
    {
        builder.ToTable("Mentors", t => t.HasCheckConstraint("CK_Mentor_Dates", "\"Until\" IS NULL OR \"Until\" >= \"Since\""));
        builder.HasIndex(x => new { x.CenterId, x.PersonId }).IsUnique();
        builder.HasIndex(x => x.PersonId);
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
    }
}
