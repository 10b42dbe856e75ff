using System.ComponentModel.DataAnnotations;
using TeacherCenters.Events;

namespace TeacherCenters.Enrollments;

/// <summary>What is edited on one participation.</summary>
public sealed class EnrollmentForm
{
    public int Version { get; set; }

    public FundingSource Funding { get; set; }

    public int? SchoolId { get; set; }

    [StringLength(200)]
    public string? Position { get; set; }

    public bool IsUniversityStudent { get; set; }

    [StringLength(40)]
    public string? OrderNumber { get; set; }

    public DateOnly? OrderDate { get; set; }

    /// <summary>Kept for who is expelled only.</summary>
    [StringLength(40)]
    public string? ExpulsionOrderNumber { get; set; }

    public DateOnly? ExpulsionOrderDate { get; set; }
}

/// <summary>Somebody to be put into an event: a known person, or the fields of a new one.</summary>
public sealed class ParticipantForm
{
    /// <summary>A person found by the search; null when the fields below describe a new one.</summary>
    public Guid? PersonKey { get; set; }

    public string? Family { get; set; }

    public string? Given { get; set; }

    public string? Patronymic { get; set; }

    public DateOnly? BirthDate { get; set; }

    public string? Snils { get; set; }

    public int? SchoolId { get; set; }

    public string? Position { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Take a seat at once (or the wait list when there is none) instead of only applying.</summary>
    public bool Enroll { get; set; } = true;

    public OrderForm Order { get; set; } = new();

    /// <summary>Null takes the event's funding.</summary>
    public FundingSource? Funding { get; set; }

    /// <summary>The coordinator has seen that a person of this name is known and says that this is another one.</summary>
    public bool IsAnother { get; set; }
}

/// <summary>Number and date of an order; both may come later.</summary>
public sealed class OrderForm
{
    [StringLength(40)]
    public string? Number { get; set; }

    public DateOnly? Date { get; set; }
}

/// <summary>Why and by which order a participation ends.</summary>
public sealed class EndForm
{
    [StringLength(400)]
    public string? Reason { get; set; }

    public OrderForm Order { get; set; } = new();
}

/// <summary>Where a person was put.</summary>
public sealed record Placed(int EnrollmentId, EnrollmentStatus Status, string Name);
