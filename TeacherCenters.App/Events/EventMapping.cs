using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.People;

namespace TeacherCenters.Events;

internal sealed class EventMapping : IEntityTypeConfiguration<TrainingEvent>, IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<SessionTrainer>
{
    public void Configure(EntityTypeBuilder<TrainingEvent> builder)
    {
        builder.ToTable("TrainingEvents", t =>
        {
            t.HasCheckConstraint("CK_TrainingEvent_Dates", "\"EndsOn\" >= \"StartsOn\"");
            t.HasCheckConstraint("CK_TrainingEvent_Seats", "\"SeatsTaken\" >= 0 AND \"SeatsTaken\" <= \"Capacity\"");
        });
        // Lets sessions and enrollments refer to event and center together: the store refuses a cross-center reference.
        builder.HasAlternateKey(x => new { x.CenterId, x.Id });
        builder.Property(x => x.Title).HasMaxLength(255);
        builder.Property(x => x.SearchText).HasMaxLength(255);
        builder.Property(x => x.ProtocolNumber).HasMaxLength(40);
        builder.Property(x => x.OrderNumber).HasMaxLength(40);
        builder.HasIndex(x => x.SearchText);
        builder.HasIndex(x => new { x.StartsOn, x.CenterId });
        builder.HasIndex(x => new { x.CenterId, x.Status, x.StartsOn });
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne<Course>().WithMany().HasForeignKey(x => x.CourseId);
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions", t => t.HasCheckConstraint("CK_Session_Times", "\"Ends\" > \"Starts\""));
        builder.Property(x => x.Topic).HasMaxLength(400);
        builder.Property(x => x.Place).HasMaxLength(400);
        builder.HasIndex(x => new { x.RoomId, x.Date });
        builder.HasIndex(x => new { x.Date, x.CenterId });
        builder.HasIndex(x => new { x.EventId, x.Date, x.Starts });
        builder.HasOne(x => x.Event).WithMany().HasForeignKey(x => new { x.CenterId, x.EventId }).HasPrincipalKey(x => new { x.CenterId, x.Id });
        builder.HasOne<Room>().WithMany().HasForeignKey(x => x.RoomId);
        builder.HasMany(x => x.Trainers).WithOne().HasForeignKey(x => x.SessionId);
    }

    public void Configure(EntityTypeBuilder<SessionTrainer> builder)
    {
        builder.ToTable("SessionTrainers");
        builder.HasIndex(x => new { x.SessionId, x.PersonId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
    }
}
