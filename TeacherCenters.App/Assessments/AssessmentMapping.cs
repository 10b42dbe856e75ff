using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Centers;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Assessments;

internal sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>, IEntityTypeConfiguration<AssessorScore>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("Assessments", t => t.HasCheckConstraint("CK_Assessment_Result",
            "\"Status\" NOT IN ('Scored', 'Completed') OR (\"Points\" IS NOT NULL AND \"LevelReached\" IS NOT NULL AND (\"Status\" = 'Scored' OR \"CompletedOn\" IS NOT NULL))"));
        builder.Property(x => x.Position).HasMaxLength(200);
        builder.Property(x => x.Reason).HasMaxLength(400);
        builder.HasIndex(x => new { x.CenterId, x.Status });
        builder.HasIndex(x => x.PersonId);
        builder.HasIndex(x => x.SlotId);
        builder.HasIndex(x => x.CompletedOn);
        // One at a time in a procedure.
        builder.HasIndex(x => new { x.PersonId, x.ProcedureId }).IsUnique().HasFilter("\"Status\" IN ('Applied', 'Checked', 'Booked', 'TookPlace', 'Scored')");
        builder.HasOne(x => x.Procedure).WithMany().HasForeignKey(x => new { x.CenterId, x.ProcedureId }).HasPrincipalKey(x => new { x.CenterId, x.Id });
        builder.HasOne(x => x.Slot).WithMany().HasForeignKey(x => new { x.CenterId, x.SlotId }).HasPrincipalKey(x => new { x.CenterId, x.Id });
        builder.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.SchoolId);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
    }

    public void Configure(EntityTypeBuilder<AssessorScore> builder)
    {
        builder.ToTable("AssessorScores", t => t.HasCheckConstraint("CK_AssessorScore_Number", "\"Number\" BETWEEN 1 AND 3"));
        builder.HasIndex(x => new { x.AssessmentId, x.AccountId }).IsUnique();
        builder.HasIndex(x => new { x.AssessmentId, x.Number }).IsUnique();
        builder.HasOne<Assessment>().WithMany().HasForeignKey(x => x.AssessmentId);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}

internal sealed class AssessmentSessionMapping : IEntityTypeConfiguration<AssessmentSession>, IEntityTypeConfiguration<AssessmentSlot>, IEntityTypeConfiguration<SessionAssessor>
{
    public void Configure(EntityTypeBuilder<AssessmentSession> builder)
    {
        builder.ToTable("AssessmentSessions", t => t.HasCheckConstraint("CK_AssessmentSession_Times", "\"Ends\" > \"Starts\""));
        builder.HasAlternateKey(x => new { x.CenterId, x.Id });
        builder.HasIndex(x => new { x.CenterId, x.Date });
        builder.HasIndex(x => new { x.RoomId, x.Date });
        builder.HasOne(x => x.Procedure).WithMany().HasForeignKey(x => new { x.CenterId, x.ProcedureId }).HasPrincipalKey(x => new { x.CenterId, x.Id });
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasOne<Room>().WithMany().HasForeignKey(x => x.RoomId);
        builder.HasMany(x => x.Slots).WithOne(x => x.Session).HasForeignKey(x => new { x.CenterId, x.SessionId }).HasPrincipalKey(x => new { x.CenterId, x.Id });
        builder.HasMany(x => x.Assessors).WithOne().HasForeignKey(x => x.SessionId);
    }

    public void Configure(EntityTypeBuilder<AssessmentSlot> builder)
    {
        builder.ToTable("AssessmentSlots", t => t.HasCheckConstraint("CK_AssessmentSlot_Seats", "\"SeatsTaken\" >= 0 AND \"SeatsTaken\" <= \"Seats\""));
        builder.HasAlternateKey(x => new { x.CenterId, x.Id });
        builder.HasIndex(x => new { x.SessionId, x.Starts }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SessionAssessor> builder)
    {
        builder.ToTable("SessionAssessors");
        builder.HasIndex(x => new { x.SessionId, x.AccountId }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}

internal sealed class AssessmentProcedureMapping : IEntityTypeConfiguration<AssessmentProcedure>, IEntityTypeConfiguration<AssessmentCriterion>
{
    public void Configure(EntityTypeBuilder<AssessmentProcedure> builder)
    {
        builder.ToTable("AssessmentProcedures");
        builder.HasAlternateKey(x => new { x.CenterId, x.Id });
        builder.Property(x => x.Title).HasMaxLength(255);
        builder.Property(x => x.SearchText).HasMaxLength(255);
        builder.Property(x => x.Summary).HasMaxLength(2000);
        builder.HasIndex(x => new { x.CenterId, x.SearchText });
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
        builder.HasMany(x => x.Criteria).WithOne().HasForeignKey(x => x.ProcedureId);
    }

    public void Configure(EntityTypeBuilder<AssessmentCriterion> builder)
    {
        builder.ToTable("AssessmentCriteria", t => t.HasCheckConstraint("CK_AssessmentCriterion_MaxPoints", "\"MaxPoints\" > 0"));
        builder.Property(x => x.Title).HasMaxLength(300);
        // Not unique: rows that change places would meet half-way.
        builder.HasIndex(x => new { x.ProcedureId, x.Order });
    }
}
