using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring.Tutoring;

public enum RouteStatus
{
    Active,
    Closed,
    Cancelled,
}

/// <summary>How much a diagnosis found wanting.</summary>
public enum DeficitLevel
{
    None,
    Low,
    Medium,
    High,
}

/// <summary>
/// An individual learning route («индивидуальный образовательный маршрут»): a person, escorted by a tutor through a period. The workplace
/// is copied on the day it is made: a report counts people where they worked then. How far it is follows from its items and is not stored.
/// </summary>
public sealed class LearningRoute : Entity
{
    public required int CenterId { get; init; }

    public required int PersonId { get; init; }

    /// <summary>A person too.</summary>
    public required int TutorId { get; set; }

    /// <summary>A group of the same tutor in the same center, or none.</summary>
    public int? GroupId { get; set; }

    public required DateOnly From { get; set; }

    public required DateOnly To { get; set; }

    public string? Goal { get; set; }

    public DeficitLevel SubjectDeficit { get; set; }

    public DeficitLevel MethodDeficit { get; set; }

    public DeficitLevel PsychologyDeficit { get; set; }

    public DeficitLevel CommunicationDeficit { get; set; }

    public DeficitLevel DigitalDeficit { get; set; }

    public RouteStatus Status { get; private set; } = RouteStatus.Active;

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>What the person took from the route, written at its end.</summary>
    public string? Reflection { get; private set; }

    public DateOnly? CancelledOn { get; private set; }

    public string? CancelReason { get; private set; }

    public int? SchoolId { get; set; }

    public int? MunicipalityId { get; set; }

    public string? Position { get; set; }

    public WorkerCategory? Category { get; set; }

    public List<RouteItem> Items { get; } = [];

    /// <returns><c>RouteIsOver</c> (its status) when it was closed or cancelled already.</returns>
    public Result Close(string reflection, DateOnly on)
    {
        if (Status != RouteStatus.Active) return new Problem("RouteIsOver", Status);
        (Status, Reflection, ClosedOn) = (RouteStatus.Closed, reflection, on);
        return Result.Done;
    }

    /// <inheritdoc cref="Close"/>
    public Result Cancel(string reason, DateOnly on)
    {
        if (Status != RouteStatus.Active) return new Problem("RouteIsOver", Status);
        (Status, CancelReason, CancelledOn) = (RouteStatus.Cancelled, reason, on);
        return Result.Done;
    }

    /// <summary>Takes the closing or the cancelling back.</summary>
    /// <returns><c>RouteIsActive</c> when it is not over.</returns>
    public Result Reopen()
    {
        if (Status == RouteStatus.Active) return new Problem("RouteIsActive");
        (Status, Reflection, ClosedOn, CancelReason, CancelledOn) = (RouteStatus.Active, null, null, null, null);
        return Result.Done;
    }
}

public enum RouteItemKind
{
    Event,
    OutsideCourse,
    SelfStudy,
    Internship,
}

/// <summary>
/// A point of a route. One that names an event or an internship of ours is done when the person has completed it: that is read, never
/// stored. <see cref="DoneOn"/> is set by hand for the others only.
/// </summary>
public sealed class RouteItem : Entity
{
    public int RouteId { get; init; }

    public required RouteItemKind Kind { get; set; }

    public int? EventId { get; set; }

    public int? InternshipId { get; set; }

    /// <summary>What is to be done; null where the event or the internship says it.</summary>
    public string? Title { get; set; }

    /// <summary>Academic hours of 45 minutes; null where the event or the internship says it, or where nobody counts.</summary>
    public int? Hours { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }
}

/// <summary>A named set of routes of one tutor in a center.</summary>
public sealed class TutorGroup : Entity
{
    private string _name = "";

    public required int CenterId { get; init; }

    public required int TutorId { get; init; }

    public required string Name
    {
        get => _name;
        set => (_name, SearchText) = (value, SearchName.Of(value));
    }

    /// <summary>The name in the form that is compared and sorted.</summary>
    public string SearchText { get; private set; } = "";
}
