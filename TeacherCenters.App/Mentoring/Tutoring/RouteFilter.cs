using TeacherCenters.Kernel;

namespace TeacherCenters.Mentoring.Tutoring;

public enum RouteView
{
    Routes,
    Tutors,
}

/// <summary>One record for the address of the list, its queries and its exports.</summary>
public sealed record RouteFilter
{
    /// <summary>Words by whose beginning people are found.</summary>
    public string? Text { get; init; }

    public int? Tutor { get; init; }

    public int? Group { get; init; }

    public RouteStatus? Status { get; init; }

    /// <summary>Only active routes with a point whose due day has passed.</summary>
    public bool Overdue { get; init; }

    public int? Center { get; init; }

    public RouteView View { get; init; }
}

public sealed record RouteRow(
    int Id, Guid PersonKey, PersonName Person, string? School, PersonName Tutor, string? Group, string Center, DateOnly From, DateOnly To, int Done, int Items, int Overdue, RouteStatus Status)
{
    public int Percent => RouteRules.Percent(Done, Items);
}

/// <summary>A tutor with what they escort; points are those of active routes.</summary>
public sealed record TutorRow(int TutorId, Guid TutorKey, PersonName Tutor, int People, int Active, int Closed, int Cancelled, int Overdue, int Done, int Items, IReadOnlyList<TutorGroupRow> Groups)
{
    public int Percent => RouteRules.Percent(Done, Items);
}

public sealed record TutorGroupRow(int Id, int CenterId, int TutorId, string Name, int Routes);

public sealed record TutorChoice(int Id, Guid PublicKey, string Name);

/// <summary>A person of a group, to be taken over into a form.</summary>
public sealed record GroupPerson(Guid PublicKey, string Name);

public sealed record RouteItemRow(
    int Id, int Version, RouteItemKind Kind, int? EventId, int? InternshipId, string Title, string? Note, int? Hours, DateOnly? DueOn, DateOnly? DoneOn, RouteItemState State, bool IsOverdue);

public sealed record RouteDetails(
    int Id, int Version, int CenterId, string Center, string CenterFullName, int PersonId, Guid PersonKey, PersonName Person, string? Position, string? School, Guid TutorKey, PersonName Tutor,
    int? GroupId, string? Group, DateOnly From, DateOnly To, string? Goal, Deficits Deficits, RouteStatus Status, DateOnly? ClosedOn, string? Reflection, DateOnly? CancelledOn, string? CancelReason,
    IReadOnlyList<RouteItemRow> Items)
{
    public int Done => Items.Count(x => x.State == RouteItemState.Done);

    public int Percent => RouteRules.Percent(Done, Items.Count);

    public int Overdue => Status == RouteStatus.Active ? Items.Count(x => x.IsOverdue) : 0;
}
