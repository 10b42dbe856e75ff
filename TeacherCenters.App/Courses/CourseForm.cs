using System.ComponentModel.DataAnnotations;
using TeacherCenters.Ui;

namespace TeacherCenters.Courses;

/// <summary>What the dialog of a programme edits. <see cref="Id"/> is null for a new one.</summary>
public sealed class CourseForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(255)]
    public string Title { get; set; } = "";

    public EventKind Kind { get; set; } = EventKind.ProfessionalDevelopment;

    public int? Hours { get; set; } = 36;

    public StudyForm Form { get; set; }

    public DocumentKind Document { get; set; } = DocumentKind.ProfessionalDevelopmentCertificate;

    [MaxLength(200)]
    public string? Direction { get; set; }

    public string? Summary { get; set; }
}
