using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Kernel;

namespace TeacherCenters.Courses;

public enum EventKind
{
    ProfessionalDevelopment,
    Retraining,
    Internship,
    Seminar,
    Webinar,
    MasterClass,
    Tutorial,
    Conference,
    Competition,
    RoundTable,
    Consultation,
    Diagnostics,
}

public enum StudyForm
{
    FullTime,
    PartTime,
    Mixed,
}

/// <summary>The paper that is handed out at the end.</summary>
public enum DocumentKind
{
    None,
    ProfessionalDevelopmentCertificate,
    RetrainingDiploma,
    StudyStatement,
    ParticipantCertificate,
    AssessmentCertificate,
    InternshipCertificate,
    MentorAcknowledgement,
}

/// <summary>A programme of the network («программа»). An event copies what it needs when it is announced.</summary>
public sealed class Course : Entity
{
    private string _title = "";

    public required string Title
    {
        get => _title;
        set => (_title, SearchText) = (value, SearchName.Of(value));
    }

    public required EventKind Kind { get; set; }

    /// <summary>Academic hours of 45 minutes.</summary>
    public required int Hours { get; set; }

    public required StudyForm Form { get; set; }

    public required DocumentKind Document { get; set; }

    /// <summary>Field of professional activity, for the federal register.</summary>
    public string? Direction { get; set; }

    public string? Summary { get; set; }

    /// <summary>No longer offered; what has run keeps it.</summary>
    public bool IsArchived { get; set; }

    public string SearchText { get; private set; } = "";
}

internal sealed class CourseMapping : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.Property(x => x.Title).HasMaxLength(255);
        builder.Property(x => x.SearchText).HasMaxLength(255);
        builder.Property(x => x.Direction).HasMaxLength(200);
        builder.HasIndex(x => x.SearchText);
    }
}
