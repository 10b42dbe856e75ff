using System.ComponentModel.DataAnnotations;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring;

/// <summary>What the sheets of a pair edit. <see cref="Id"/> is null for a new one, whose people and center are chosen once.</summary>
public sealed record MentorshipForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? CenterId { get; set; }

    public int? MentorId { get; set; }

    public int? MenteeId { get; set; }

    public MentoringDirection Direction { get; set; }

    public MentoringForm Form { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [MaxLength(40)]
    public string? OrderNumber { get; set; }

    public DateOnly? OrderDate { get; set; }

    public DateOnly? MentorConsentOn { get; set; }

    public DateOnly? MenteeConsentOn { get; set; }
}

/// <summary>How a pair ends.</summary>
public sealed class MentorshipEndForm
{
    public int Version { get; set; }

    public MentorshipEnd? Reason { get; set; }

    public DateOnly? EndedOn { get; set; }

    [MaxLength(4000)]
    public string? Report { get; set; }
}

public sealed class MentorGoalForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(400)]
    public string Text { get; set; } = "";

    public DateOnly? DueOn { get; set; }
}

public sealed class MentorMeetingForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public DateOnly? Date { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(300)]
    public string Topic { get; set; } = "";

    public int? Minutes { get; set; } = 45;

    [MaxLength(2000)]
    public string? Note { get; set; }
}

/// <summary>Counts a person among a center's mentors.</summary>
public sealed class MentorForm
{
    public int? CenterId { get; set; }

    public int? PersonId { get; set; }

    public MentoringDirection Direction { get; set; }
}
