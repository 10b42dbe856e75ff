using System.ComponentModel.DataAnnotations;
using TeacherCenters.Courses;
using TeacherCenters.Ui;

namespace TeacherCenters.Events;

/// <summary>What the sheet of an event edits. <see cref="Id"/> is null for a new one.</summary>
public sealed class EventForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? CenterId { get; set; }

    public int? CourseId { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(255)]
    public string Title { get; set; } = "";

    public EventKind Kind { get; set; } = EventKind.ProfessionalDevelopment;

    public int? Hours { get; set; } = 36;

    public StudyForm Form { get; set; }

    public DocumentKind Document { get; set; } = DocumentKind.ProfessionalDevelopmentCertificate;

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public int? Capacity { get; set; } = 25;

    public FundingSource Funding { get; set; } = FundingSource.RegionalBudget;

    public string? Notes { get; set; }
}

/// <summary>What the sheet of a session edits. <see cref="Id"/> is null for a new one.</summary>
public sealed class SessionForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public DateOnly? Date { get; set; }

    public TimeOnly? Starts { get; set; } = new(9, 0);

    public TimeOnly? Ends { get; set; } = new(14, 0);

    public int? Hours { get; set; } = 6;

    [MaxLength(400)]
    public string? Topic { get; set; }

    public int? RoomId { get; set; }

    [MaxLength(400)]
    public string? Place { get; set; }

    public IReadOnlyList<int> TrainerIds { get; set; } = [];
}

/// <summary>Sessions on the chosen days of the week until the hours of the event are full.</summary>
public sealed class SessionPlanForm
{
    public DateOnly? From { get; set; }

    public IReadOnlyCollection<DayOfWeek> Days { get; set; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public TimeOnly? Starts { get; set; } = new(9, 0);

    /// <summary>Academic hours a day.</summary>
    public int? HoursADay { get; set; } = 6;

    public int? RoomId { get; set; }

    [MaxLength(400)]
    public string? Place { get; set; }
}
