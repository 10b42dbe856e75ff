using System.ComponentModel.DataAnnotations;

namespace TeacherCenters.Mentoring.Internships;

/// <summary>What the dialog of an internship edits. <see cref="Id"/> is null for a new one; center and person of a stored one stay.</summary>
public sealed class InternshipForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? CenterId { get; set; }

    public Guid? PersonKey { get; set; }

    public int? HostSchoolId { get; set; }

    [MaxLength(150)]
    public string SupervisorName { get; set; } = "";

    [MaxLength(200)]
    public string? SupervisorPost { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public int? Hours { get; set; } = 36;

    [MaxLength(4000)]
    public string? Plan { get; set; }

    public int? EventId { get; set; }

    [MaxLength(4000)]
    public string? Review { get; set; }

    public DateOnly? ReportReceivedOn { get; set; }
}

/// <summary>How an internship ended.</summary>
public sealed class InternshipCompletionForm
{
    public int Version { get; set; }

    public InternshipResult? Result { get; set; }

    public DateOnly? CompletedOn { get; set; }

    [MaxLength(4000)]
    public string? Review { get; set; }

    public DateOnly? ReportReceivedOn { get; set; }
}
