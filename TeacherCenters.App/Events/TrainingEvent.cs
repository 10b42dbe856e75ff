using TeacherCenters.Courses;
using TeacherCenters.Kernel;

namespace TeacherCenters.Events;

/// <summary>Draft → announced → open → closed → completed, or cancelled. "Running" is derived from the dates.</summary>
public enum EventStatus
{
    Draft,
    Announced,
    Open,
    Closed,
    Completed,
    Cancelled,
}

public enum FundingSource
{
    FederalBudget,
    RegionalBudget,
    LocalBudget,
    IndividualContract,
    OrganisationContract,
    OwnFunds,
}

/// <summary>A run of a course, or a one-off («мероприятие»).</summary>
public sealed class TrainingEvent : Entity
{
    private string _title = "";

    public required int CenterId { get; init; }

    public int? CourseId { get; set; }

    public required string Title
    {
        get => _title;
        set => (_title, SearchText) = (value, SearchName.Of(value));
    }

    public required EventKind Kind { get; set; }

    /// <summary>Academic hours of 45 minutes.</summary>
    public required int Hours { get; set; }

    public required StudyForm Form { get; set; }

    public required DocumentKind Document { get; set; }

    public required DateOnly StartsOn { get; set; }

    public required DateOnly EndsOn { get; set; }

    public required int Capacity { get; set; }

    public required FundingSource Funding { get; set; }

    public string? Notes { get; set; }

    public EventStatus Status { get; private set; } = EventStatus.Draft;

    public string? CancelReason { get; private set; }

    /// <summary>Protocol and order that closed the event; set together on completion.</summary>
    public string? ProtocolNumber { get; private set; }

    public DateOnly? ProtocolDate { get; private set; }

    public string? OrderNumber { get; private set; }

    public DateOnly? OrderDate { get; private set; }

    public string SearchText { get; private set; } = "";

    /// <summary>Held seats (enrolled, admitted, completed): the counter that makes over-booking impossible in the store.</summary>
    public int SeatsTaken { get; private set; }

    /// <summary>Moves along the chain.</summary>
    /// <returns><c>EventStatusChange</c> when the chain has no such step.</returns>
    public Result MoveTo(EventStatus next, string? reason = null)
    {
        if (!EventRules.Allows(Status, next)) return new Problem("EventStatusChange", Status, next);
        Status = next;
        if (next == EventStatus.Cancelled) CancelReason = reason;
        return Result.Done;
    }

    /// <summary>Takes or frees seats. The caller has asked the rules; the store's check constraint stands behind it.</summary>
    public void ChangeSeats(int by) => SeatsTaken += by;

    /// <summary>Closes the event with its papers; without a final assessment there is no protocol.</summary>
    public Result Complete(string? protocolNumber, DateOnly? protocolDate, string orderNumber, DateOnly orderDate)
    {
        if (MoveTo(EventStatus.Completed) is { Problem: { } problem }) return problem;
        (ProtocolNumber, ProtocolDate, OrderNumber, OrderDate) = (protocolNumber, protocolDate, orderNumber, orderDate);
        return Result.Done;
    }

    /// <summary>Takes completion back, as long as nothing left the house on its ground.</summary>
    public Result Reopen()
    {
        if (Status != EventStatus.Completed) return new Problem("EventStatusChange", Status, EventStatus.Closed);
        Status = EventStatus.Closed;
        (ProtocolNumber, ProtocolDate, OrderNumber, OrderDate) = (null, null, null, null);
        return Result.Done;
    }
}

/// <summary>A lesson («занятие»): wall time of the network's time zone.</summary>
public sealed class Session : Entity
{
    public required int CenterId { get; init; }

    public int EventId { get; init; }

    public TrainingEvent? Event { get; init; }

    public required DateOnly Date { get; set; }

    public required TimeOnly Starts { get; set; }

    public required TimeOnly Ends { get; set; }

    /// <summary>Academic hours of 45 minutes.</summary>
    public required int Hours { get; set; }

    public string? Topic { get; set; }

    /// <summary>May be a room of another center; null for a session online or elsewhere.</summary>
    public int? RoomId { get; set; }

    /// <summary>Link or place when there is no room.</summary>
    public string? Place { get; set; }

    public List<SessionTrainer> Trainers { get; } = [];
}

public sealed class SessionTrainer : Entity
{
    public int SessionId { get; init; }

    public required int PersonId { get; init; }
}
