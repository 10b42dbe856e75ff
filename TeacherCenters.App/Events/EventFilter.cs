using TeacherCenters.Courses;

namespace TeacherCenters.Events;

/// <summary>What an event waits for its coordinator to do.</summary>
public enum EventWait
{
    /// <summary>Begins within two weeks, and nobody can enroll yet.</summary>
    Opening,

    /// <summary>A session has passed without a mark.</summary>
    Register,

    /// <summary>Somebody has applied and has no answer.</summary>
    Applications,

    /// <summary>The last day has passed.</summary>
    Completion,

    /// <summary>Somebody has completed it and has no document.</summary>
    Documents,
}

/// <summary>One record for the address of the list, its query and its export.</summary>
public sealed record EventFilter
{
    public string? Text { get; init; }

    public EventStatus? Status { get; init; }

    public EventKind? Kind { get; init; }

    public EventWait? Waits { get; init; }

    public int? Center { get; init; }

    /// <summary>The year of the last day.</summary>
    public int? Year { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

public sealed record EventRow(int Id, string Title, string Center, EventKind Kind, DateOnly StartsOn, DateOnly EndsOn, int Hours, int Seats, int Capacity, EventStatus Status)
{
    /// <summary>Who holds or held a place, those who were expelled included.</summary>
    public int Studied { get; init; }

    /// <summary>Whether its places are still given out.</summary>
    public bool HasSeats => Status is not (EventStatus.Completed or EventStatus.Cancelled);
}

/// <summary>An event as its picker shows it.</summary>
public sealed record EventChoice(int Id, string Title, string Center, DateOnly StartsOn, DateOnly EndsOn, int Hours, EventStatus Status);

public sealed record EventDetails(
    int Id, int Version, int CenterId, string Center, int? CourseId, string Title, EventKind Kind, int Hours, StudyForm Form, DocumentKind Document,
    DateOnly StartsOn, DateOnly EndsOn, int Capacity, int Seats, FundingSource Funding, string? Notes, EventStatus Status, string? CancelReason,
    string? ProtocolNumber, DateOnly? ProtocolDate, string? OrderNumber, DateOnly? OrderDate)
{
    public required EventFacts Facts { get; init; }

    /// <summary>People who hold or held a place, those who were expelled among them.</summary>
    public required int Studied { get; init; }

    public required int Completed { get; init; }

    /// <summary>Of those who completed, who did not pass the final assessment.</summary>
    public int Failed { get; init; }
}

public sealed record SessionRow(
    int Id, int Version, DateOnly Date, TimeOnly Starts, TimeOnly Ends, int Hours, string? Topic, int? RoomId, string? Room, string? Place, IReadOnlyList<TrainerRow> Trainers, int Marks, int? RoomCapacity);

public sealed record TrainerRow(int PersonId, string Name);

/// <summary>A session as the calendar shows it.</summary>
public sealed record CalendarItem(int SessionId, int Version, int EventId, string Title, string Center, int CenterId, DateOnly Date, TimeOnly Starts, TimeOnly Ends, string? Room, EventStatus Status, string? Topic);

public sealed record CalendarFilter
{
    public int? Center { get; init; }

    public int? Room { get; init; }

    public string? Text { get; init; }
}
