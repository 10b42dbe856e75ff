using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments;

/// <summary>
/// One record for the address of the list of candidates, its query and its export. Neither points nor level can be asked for: a filter
/// would tell what a column hides.
/// </summary>
public sealed record AssessmentFilter
{
    public string? Text { get; init; }

    public AssessmentStatus? Status { get; init; }

    public int? Session { get; init; }

    public int? Procedure { get; init; }

    public int? Municipality { get; init; }

    /// <summary>Only results that soon count no longer, of people who have not applied again.</summary>
    public bool Expiring { get; init; }

    public int? Center { get; init; }
}

/// <summary>A candidate in a list. Points and level are null for whoever may not see results.</summary>
public sealed record AssessmentRow(
    int Id, int Version, int CenterId, int PersonId, Guid PersonKey, string FamilyName, string GivenName, string? Patronymic, string? School, string? Municipality, string? Position,
    int ProcedureId, string Procedure, AssessmentStatus Status, DateTime StatusAt, DateOnly AppliedOn, DateOnly ConsentOn, int? SessionId, DateOnly? SessionDate, TimeOnly? SlotStarts, int? SlotId,
    bool NeedsThird, string? Reason, DateOnly? CompletedOn, DateOnly? ValidTo, decimal? Points, int? MaxPoints, decimal? Percent, AssessmentLevel? Level)
{
    public PersonName Name => new(FamilyName, GivenName, Patronymic);
}

/// <summary>What one assessor gave, in the order of the sheet.</summary>
public sealed record ShownScore(int AssessmentId, int AccountId, string Assessor, int Number, IReadOnlyList<int?> Points, int Total, bool IsFinal);

public sealed record ProcedureFilter
{
    public string? Text { get; init; }

    public bool Archived { get; init; }

    public int? Center { get; init; }
}

public sealed record ProcedureRow(int Id, int CenterId, string Title, string Center, int Criteria, int MaxPoints, int Candidates, bool IsArchived);

public sealed record ProcedureChoice(int Id, int CenterId, string Title);

public sealed record AssessmentSessionFilter
{
    public AssessmentSessionStatus? Status { get; init; }

    public int? Procedure { get; init; }

    /// <summary>Only sessions from today on.</summary>
    public bool Ahead { get; init; }

    /// <summary>Only sessions that are not closed and lack an assessor.</summary>
    public bool Unstaffed { get; init; }

    /// <summary>Only sessions whose day is over and that are not closed.</summary>
    public bool Over { get; init; }

    public int? Center { get; init; }
}

public sealed record AssessmentSessionRow(
    int Id, int CenterId, string Center, string Procedure, DateOnly Date, TimeOnly Starts, TimeOnly Ends, string? Room, AssessmentSessionStatus Status, int Seats, int SeatsTaken, int Assessors);

public sealed record SlotRow(int Id, TimeOnly Starts, TimeOnly Ends, int Seats, int SeatsTaken)
{
    public int Free => Math.Max(0, Seats - SeatsTaken);
}

/// <summary>An account that may score in a center; without a person its ties are not known.</summary>
/// <param name="Drafts">Scores of the session that the assessor has begun and not finished; points are never told here.</param>
/// <param name="Finals">Final ones: they keep the assessor in the session.</param>
public sealed record AssessorRow(int AccountId, string Name, bool HasPerson, int Drafts = 0, int Finals = 0);

public sealed record AssessmentSessionDetails(
    int Id, int Version, int CenterId, string Center, int ProcedureId, string Procedure, DateOnly Date, TimeOnly Starts, TimeOnly Ends, int SlotMinutes, int SeatsPerSlot, int? RoomId, string? Room,
    AssessmentSessionStatus Status, IReadOnlyList<SlotRow> Slots, IReadOnlyList<AssessorRow> Assessors, IReadOnlyList<AssessmentRow> Candidates);
