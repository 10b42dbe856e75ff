using System.ComponentModel.DataAnnotations;
using TeacherCenters.Ui;

namespace TeacherCenters.Centers;

/// <summary>What the dialog of a center edits. <see cref="Id"/> is null for a new one.</summary>
public sealed class CenterForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public CenterKind Kind { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(100)]
    public string ShortName { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(400)]
    public string FullName { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(100)]
    public string City { get; set; } = "";

    public string? Address { get; set; }

    public string? Phone { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(10)]
    public string Code { get; set; } = "";

    public bool IsClosed { get; set; }
}

public sealed class RoomForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int CenterId { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(100)]
    public string Name { get; set; } = "";

    [Range(1, 2000, ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required))]
    public int? Capacity { get; set; } = 25;

    public string? Equipment { get; set; }

    public bool IsClosed { get; set; }
}

public sealed class SignatoryForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int CenterId { get; set; }

    public SignatoryKind Kind { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(100)]
    public string Post { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(100)]
    public string PrintedName { get; set; } = "";

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }
}
