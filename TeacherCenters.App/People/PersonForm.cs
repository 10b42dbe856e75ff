using System.ComponentModel.DataAnnotations;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.People;

/// <summary>What the dialog of a person edits. <see cref="Id"/> is null for a new one.</summary>
public sealed class PersonForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    /// <summary>The center that gets a new person; needed unless the actor acts for the whole network.</summary>
    public int? CenterId { get; set; }

    public string Family { get; set; } = "";

    public string Given { get; set; } = "";

    public string? Patronymic { get; set; }

    public DateOnly? BirthDate { get; set; }

    /// <summary>In any spacing. Empty leaves a stored number as it is: the form never carries it.</summary>
    public string? Snils { get; set; }

    public bool ClearSnils { get; set; }

    public Sex? Sex { get; set; }

    [MaxLength(50)]
    public string? Phone { get; set; }

    [MaxLength(100), EmailOrNothing(ErrorMessageResourceType = typeof(PeopleText), ErrorMessageResourceName = nameof(PeopleText.EmailWrong))]
    public string? Email { get; set; }

    public DateOnly? TeachingSince { get; set; }

    public string? DativeOverride { get; set; }

    public string? GenitiveOverride { get; set; }

    /// <summary>A person of the same name is known, and this is another one.</summary>
    public bool NamesakeConfirmed { get; set; }
}

/// <summary>What the dialog of a workplace edits.</summary>
public sealed class EmploymentForm
{
    private WorkerCategory? chosen;

    public int? Id { get; set; }

    public int Version { get; set; }

    public int PersonId { get; set; }

    public int? SchoolId { get; set; }

    /// <summary>The organisation as it is written, when it is not in the list; a chosen one takes its place.</summary>
    [MaxLength(SchoolNames.MaxWritten)]
    public string? SchoolWritten { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(200)]
    public string Position { get; set; } = "";

    /// <summary>What the position speaks of, until somebody chooses.</summary>
    public WorkerCategory Category { get => chosen ?? PersonIntake.CategoryOf(Position); set => chosen = value; }

    [MaxLength(100)]
    public string? Subject { get; set; }

    public bool IsMain { get; set; } = true;

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
}
