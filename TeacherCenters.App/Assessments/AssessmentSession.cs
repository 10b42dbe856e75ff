using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments;

/// <summary>Draft → open for booking → closed when everybody who came has a result.</summary>
public enum AssessmentSessionStatus
{
    Draft,
    Open,
    Closed,
}

/// <summary>A day of assessment at an assessment center: room, slots with seats, assessors. Wall time of the network's time zone.</summary>
public sealed class AssessmentSession : Entity
{
    public required int CenterId { get; init; }

    public required int ProcedureId { get; set; }

    public AssessmentProcedure? Procedure { get; init; }

    public required DateOnly Date { get; set; }

    public required TimeOnly Starts { get; set; }

    public required TimeOnly Ends { get; set; }

    /// <summary>Length of a slot in minutes; the last one may be cut off by the end.</summary>
    public required int SlotMinutes { get; set; }

    /// <summary>Seats in each slot.</summary>
    public required int SeatsPerSlot { get; set; }

    public int? RoomId { get; set; }

    public AssessmentSessionStatus Status { get; private set; } = AssessmentSessionStatus.Draft;

    /// <summary>The frozen <see cref="ScoreSheet"/> as JSON; null in a draft.</summary>
    public string? Sheet { get; private set; }

    public List<AssessmentSlot> Slots { get; } = [];

    public List<SessionAssessor> Assessors { get; } = [];

    /// <summary>Opens for booking and freezes the procedure.</summary>
    /// <returns><c>SessionStatusChange</c> when it is not a draft.</returns>
    public Result Open(ScoreSheet sheet)
    {
        if (Status != AssessmentSessionStatus.Draft) return new Problem("SessionStatusChange", Status, AssessmentSessionStatus.Open);
        (Status, Sheet) = (AssessmentSessionStatus.Open, sheet.ToJson());
        return Result.Done;
    }

    /// <summary>Back to the draft, as long as nobody is booked: the caller has looked.</summary>
    public Result BackToDraft()
    {
        if (Status != AssessmentSessionStatus.Open) return new Problem("SessionStatusChange", Status, AssessmentSessionStatus.Draft);
        (Status, Sheet) = (AssessmentSessionStatus.Draft, null);
        return Result.Done;
    }

    public Result Close()
    {
        if (Status != AssessmentSessionStatus.Open) return new Problem("SessionStatusChange", Status, AssessmentSessionStatus.Closed);
        Status = AssessmentSessionStatus.Closed;
        return Result.Done;
    }
}

/// <summary>A time within a session with a number of seats: the row that stands for them, whoever books writes it.</summary>
public sealed class AssessmentSlot : Entity
{
    public required int CenterId { get; init; }

    public int SessionId { get; init; }

    public AssessmentSession? Session { get; init; }

    public required TimeOnly Starts { get; init; }

    public required TimeOnly Ends { get; init; }

    public required int Seats { get; init; }

    /// <summary>Held by everybody who has this slot, also after the day: the counter that makes over-booking impossible in the store.</summary>
    public int SeatsTaken { get; private set; }

    /// <summary>Takes or frees seats. The caller has asked the rules; the store's check constraint stands behind it.</summary>
    public void ChangeSeats(int by) => SeatsTaken += by;
}

/// <summary>An account that scores in a session.</summary>
public sealed class SessionAssessor : Entity
{
    public int SessionId { get; init; }

    public required int AccountId { get; init; }
}
