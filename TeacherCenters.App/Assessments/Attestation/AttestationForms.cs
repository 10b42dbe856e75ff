using System.ComponentModel.DataAnnotations;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>What the dialog of an application edits. <see cref="Id"/> is null for a new one; center, person and kind of a stored one stay.</summary>
public sealed record HeadApplicationForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? CenterId { get; set; }

    public Guid? PersonKey { get; set; }

    public AttestationKind Kind { get; set; }

    public DateOnly? AppliedOn { get; set; }

    /// <summary>Where a candidate is to lead; an acting head's follows from the employment.</summary>
    public int? SchoolId { get; set; }

    [MaxLength(200)]
    public string? Position { get; set; }
}

/// <summary>What the dialog of a meeting edits. <see cref="Id"/> is null for a new one; the center of a stored one stays.</summary>
public sealed class MeetingForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? CenterId { get; set; }

    public DateOnly? HeldOn { get; set; }

    [MaxLength(300)]
    public string? Place { get; set; }

    [MaxLength(150)]
    public string? Chair { get; set; }

    [MaxLength(150)]
    public string? Secretary { get; set; }
}

/// <summary>The protocol of a meeting with what was decided of each on its list.</summary>
public sealed class ProtocolForm
{
    public int Version { get; set; }

    [MaxLength(40)]
    public string? Number { get; set; }

    public DateOnly? Date { get; set; }

    public List<DecisionForm> Decisions { get; set; } = [];
}

public sealed class DecisionForm
{
    public int Id { get; set; }

    public int Version { get; set; }

    public AttestationDecision? Decision { get; set; }

    /// <summary>Was not considered: goes back among those who wait for a meeting.</summary>
    public bool Postponed { get; set; }

    [MaxLength(1000)]
    public string? Note { get; set; }
}
