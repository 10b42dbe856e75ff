using System.ComponentModel.DataAnnotations;
using TeacherCenters.Ui;

namespace TeacherCenters.Assessments;

/// <summary>A new application. The days are known to the date picker only as moments.</summary>
public sealed class ApplicationForm
{
    public int? CenterId { get; set; }

    public int? ProcedureId { get; set; }

    public Guid? PersonKey { get; set; }

    public DateOnly? AppliedOn { get; set; }

    public DateOnly? ConsentOn { get; set; }
}

public sealed class WithdrawalForm
{
    [StringLength(400)]
    public string? Reason { get; set; }
}

/// <summary>What the sheet of a session edits. <see cref="Id"/> is null for a new one.</summary>
public sealed class AssessmentSessionForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? CenterId { get; set; }

    public int? ProcedureId { get; set; }

    public DateOnly? Date { get; set; }

    public TimeOnly? Starts { get; set; } = new(9, 0);

    public TimeOnly? Ends { get; set; } = new(13, 0);

    public int? SlotMinutes { get; set; } = 60;

    public int? SeatsPerSlot { get; set; } = 8;

    public int? RoomId { get; set; }
}

/// <summary>What the sheet of a procedure edits. <see cref="Id"/> is null for a new one.</summary>
public sealed class ProcedureForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? CenterId { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(255)]
    public string Title { get; set; } = "";

    [MaxLength(2000)]
    public string? Summary { get; set; }

    public List<CriterionForm> Criteria { get; set; } = [];
}

public sealed class CriterionForm
{
    public int? Id { get; set; }

    public AssessmentTool Tool { get; set; }

    public string Title { get; set; } = "";

    public int? MaxPoints { get; set; } = 10;
}
