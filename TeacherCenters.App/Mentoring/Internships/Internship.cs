using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring.Internships;

/// <summary>Planned → completed or cancelled. "Running" and "over" are derived from the dates: <see cref="InternshipState"/>.</summary>
public enum InternshipStatus
{
    Planned,
    Completed,
    Cancelled,
}

public enum InternshipResult
{
    Passed,
    Failed,
}

/// <summary>
/// One person's placement at a host school («стажировка»), as part of an event or on its own. The workplace is copied on the day it is
/// planned: a report counts people where they worked then.
/// </summary>
public sealed class Internship : Entity
{
    public required int CenterId { get; init; }

    public required int PersonId { get; init; }

    /// <summary>The event of the kind internship that groups such placements; null for one on its own.</summary>
    public int? EventId { get; set; }

    public required int HostSchoolId { get; set; }

    /// <summary>Who answers for the person at the host school: no account, no row of their own.</summary>
    public required string SupervisorName { get; set; }

    public string? SupervisorPost { get; set; }

    public required DateOnly From { get; set; }

    public required DateOnly To { get; set; }

    /// <summary>Academic hours of 45 minutes.</summary>
    public required int Hours { get; set; }

    /// <summary>What is to be done there, a line a point.</summary>
    public string? Plan { get; set; }

    /// <summary>What the supervisor wrote about the person.</summary>
    public string? Review { get; set; }

    public DateOnly? ReportReceivedOn { get; set; }

    public InternshipStatus Status { get; private set; } = InternshipStatus.Planned;

    public InternshipResult? Result { get; private set; }

    public DateOnly? CompletedOn { get; private set; }

    public DateOnly? CancelledOn { get; private set; }

    public string? CancelReason { get; private set; }

    public int? SchoolId { get; set; }

    public int? MunicipalityId { get; set; }

    public string? Position { get; set; }

    public WorkerCategory? Category { get; set; }

    /// <returns><c>InternshipIsOver</c> (its status) when it was completed or cancelled already.</returns>
    public Result Complete(InternshipResult result, DateOnly on)
    {
        if (Status != InternshipStatus.Planned) return new Problem("InternshipIsOver", Status);
        (Status, Result, CompletedOn) = (InternshipStatus.Completed, result, on);
        return Kernel.Result.Done;
    }

    /// <inheritdoc cref="Complete"/>
    public Result Cancel(string reason, DateOnly on)
    {
        if (Status != InternshipStatus.Planned) return new Problem("InternshipIsOver", Status);
        (Status, CancelReason, CancelledOn) = (InternshipStatus.Cancelled, reason, on);
        return Kernel.Result.Done;
    }
}
