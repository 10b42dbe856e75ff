using TeacherCenters.Kernel;

namespace TeacherCenters.Mentoring.Internships;

/// <summary>One record for the address of the list, its query and its export.</summary>
public sealed record InternshipFilter
{
    /// <summary>Words by whose beginning people are found.</summary>
    public string? Text { get; init; }

    public InternshipState? State { get; init; }

    /// <summary>The host school.</summary>
    public int? Host { get; init; }

    public int? Center { get; init; }
}

public sealed record InternshipRow(
    int Id, Guid PersonKey, PersonName Person, string? Position, string? School, string Host, string Supervisor, string Center, DateOnly From, DateOnly To, int Hours,
    InternshipState State, InternshipResult? Result, DateOnly? ReportReceivedOn);

public sealed record InternshipDetails(
    int Id, int Version, int CenterId, string Center, int PersonId, Guid PersonKey, PersonName Person, string? Position, string? School, int HostSchoolId, string Host, string HostMunicipality,
    string SupervisorName, string? SupervisorPost, DateOnly From, DateOnly To, int Hours, string? Plan, string? Review, DateOnly? ReportReceivedOn,
    InternshipState State, InternshipResult? Result, DateOnly? CompletedOn, DateOnly? CancelledOn, string? CancelReason, int? EventId, string? EventTitle, bool HasDocument)
{
    public bool IsOpen => State is InternshipState.Planned or InternshipState.Running or InternshipState.Over;

    /// <summary>The line of the plan, or none.</summary>
    public IReadOnlyList<string> PlanLines => Plan?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
