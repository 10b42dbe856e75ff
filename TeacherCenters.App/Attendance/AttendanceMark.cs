using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Attendance;

/// <summary>A mark per session and enrollment. No row means: not marked yet.</summary>
public sealed class AttendanceMark : Entity
{
    public required int SessionId { get; init; }

    public required int EnrollmentId { get; init; }

    public required Mark Mark { get; set; }

    public required DateTime MarkedAt { get; set; }
}

internal sealed class AttendanceMapping : IEntityTypeConfiguration<AttendanceMark>
{
    public void Configure(EntityTypeBuilder<AttendanceMark> builder)
    {
        builder.ToTable("AttendanceMarks");
        builder.HasIndex(x => new { x.EnrollmentId, x.SessionId }).IsUnique();
        builder.HasIndex(x => x.SessionId);
        builder.HasOne<Session>().WithMany().HasForeignKey(x => x.SessionId);
        builder.HasOne<Enrollment>().WithMany().HasForeignKey(x => x.EnrollmentId);
    }
}
