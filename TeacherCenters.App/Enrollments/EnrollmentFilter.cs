namespace TeacherCenters.Enrollments;

/// <summary>Which participants of an event are shown, in the page's address, the query and the export.</summary>
public sealed record EnrollmentFilter
{
    public string Q { get; set; } = "";

    /// <summary>None shows all.</summary>
    public EnrollmentStatus? Status { get; set; }
}

/// <summary>A participant in a list.</summary>
/// <param name="School">By the list of organisations, else as it was written.</param>
public sealed record ParticipantRow(
    int Id, int Version, int PersonId, Guid PersonKey, string FamilyName, string GivenName, string? Patronymic, int? SchoolId, string? SchoolWritten, string? School, string? Municipality,
    string? Position, EnrollmentStatus Status, DateTime StatusAt, DateTime AppliedAt, string? OrderNumber, DateOnly? OrderDate, Events.FundingSource Funding, bool IsUniversityStudent, FinalResult? Result, string? Reason)
{
    /// <summary>Of who was expelled.</summary>
    public string? ExpulsionOrderNumber { get; init; }

    public DateOnly? ExpulsionOrderDate { get; init; }

    public Kernel.PersonName Name => new(FamilyName, GivenName, Patronymic);
}

/// <summary>What stands above the list of participants.</summary>
public sealed record ParticipantsHead(int EventId, int CenterId, string Title, Events.EventStatus Status, DateOnly StartsOn, int Capacity, int SeatsTaken, int FreeSeats, Events.FundingSource Funding, IReadOnlyDictionary<EnrollmentStatus, int> Counts)
{
    public int Count(EnrollmentStatus status) => Counts.GetValueOrDefault(status);

    public int Total => Counts.Values.Sum();

    /// <summary>People who hold or held a place.</summary>
    public int Studied => Counts.Where(x => Attendance.AttendanceRules.HasRow(x.Key)).Sum(x => x.Value);

    /// <summary>Of those who completed, who did not pass the final assessment.</summary>
    public int Failed { get; init; }

    public bool TakesPeople => EnrollmentRules.Accepts(Status).Succeeded;
}

/// <summary>A person's participation, for the card.</summary>
public sealed record PersonEnrollmentRow(int Id, int EventId, string Title, Courses.EventKind Kind, int Hours, DateOnly StartsOn, DateOnly EndsOn, EnrollmentStatus Status, FinalResult? Result, string Center, string? School, string? Position);
