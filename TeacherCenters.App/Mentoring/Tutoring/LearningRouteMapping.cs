using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Centers;
using TeacherCenters.Events;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring.Tutoring;

internal sealed class LearningRouteMapping : IEntityTypeConfiguration<LearningRoute>, IEntityTypeConfiguration<RouteItem>, IEntityTypeConfiguration<TutorGroup>
{
    public void Configure(EntityTypeBuilder<LearningRoute> builder)
    {
        builder.ToTable("LearningRoutes", t =>
        {
            t.HasCheckConstraint("CK_LearningRoute_Dates", "\"To\" >= \"From\"");
            t.HasCheckConstraint("CK_LearningRoute_Closed", "(\"Status\" = 'Closed') = (\"ClosedOn\" IS NOT NULL AND \"Reflection\" IS NOT NULL)");
            t.HasCheckConstraint("CK_LearningRoute_Cancelled", "(\"Status\" = 'Cancelled') = (\"CancelledOn\" IS NOT NULL AND \"CancelReason\" IS NOT NULL)");
        });
        builder.Property(x => x.Goal).HasMaxLength(1000);
        builder.Property(x => x.Reflection).HasMaxLength(4000);
        builder.Property(x => x.CancelReason).HasMaxLength(400);
        builder.Property(x => x.Position).HasMaxLength(200);
        builder.HasIndex(x => new { x.PersonId, x.From });
        builder.HasIndex(x => new { x.CenterId, x.Status, x.To });
        builder.HasIndex(x => new { x.TutorId, x.Status });
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.TutorId);
        // Center, tutor and group together: the store refuses a group of somebody else.
        builder.HasOne<TutorGroup>().WithMany().HasForeignKey(x => new { x.CenterId, x.TutorId, x.GroupId }).HasPrincipalKey(x => new { x.CenterId, x.TutorId, x.Id });
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.SchoolId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
        builder.HasMany(x => x.Items).WithOne().HasForeignKey(x => x.RouteId);
    }

    public void Configure(EntityTypeBuilder<RouteItem> builder)
    {
        builder.ToTable("RouteItems", t =>
        {
            t.HasCheckConstraint("CK_RouteItem_Event", "(\"Kind\" = 'Event') = (\"EventId\" IS NOT NULL)");
            t.HasCheckConstraint("CK_RouteItem_Internship", "\"InternshipId\" IS NULL OR \"Kind\" = 'Internship'");
            t.HasCheckConstraint("CK_RouteItem_Title", "\"Title\" IS NOT NULL OR \"EventId\" IS NOT NULL OR \"InternshipId\" IS NOT NULL");
            t.HasCheckConstraint("CK_RouteItem_DoneOn", "\"DoneOn\" IS NULL OR \"Kind\" IN ('OutsideCourse', 'SelfStudy')");
        });
        builder.Property(x => x.Title).HasMaxLength(400);
        builder.HasIndex(x => new { x.RouteId, x.DueOn });
        builder.HasIndex(x => new { x.RouteId, x.EventId }).IsUnique();
        builder.HasIndex(x => new { x.RouteId, x.InternshipId }).IsUnique();
        builder.HasIndex(x => x.InternshipId);
        builder.HasOne<TrainingEvent>().WithMany().HasForeignKey(x => x.EventId);
        builder.HasOne<Internship>().WithMany().HasForeignKey(x => x.InternshipId);
    }

    public void Configure(EntityTypeBuilder<TutorGroup> builder)
    {
        builder.ToTable("TutorGroups");
        builder.Property(x => x.Name).HasMaxLength(100);
        builder.Property(x => x.SearchText).HasMaxLength(100);
        builder.HasIndex(x => new { x.CenterId, x.TutorId, x.SearchText }).IsUnique();
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.TutorId);
    }
}
