namespace TeacherCenters.Events;

/// <summary>Decisions about events: pure functions over loaded facts.</summary>
public static class EventRules
{
    /// <summary>The status chain of an event.</summary>
    public static bool Allows(EventStatus from, EventStatus to) => (from, to) switch
    {
        (EventStatus.Draft, EventStatus.Announced) => true,
        (EventStatus.Announced, EventStatus.Open or EventStatus.Draft) => true,
        (EventStatus.Open, EventStatus.Closed) => true,
        (EventStatus.Closed, EventStatus.Open or EventStatus.Completed) => true,
        (EventStatus.Draft or EventStatus.Announced or EventStatus.Open or EventStatus.Closed, EventStatus.Cancelled) => true,
        _ => false,
    };
}
