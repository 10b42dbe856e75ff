using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments.Attestation;

public enum MeetingStatus
{
    Planned,
    Held,
    Cancelled,
}

/// <summary>A meeting of the attestation commission («заседание аттестационной комиссии»), kept by the center that runs it.</summary>
public sealed class AttestationMeeting : Entity
{
    public required int CenterId { get; init; }

    public required DateOnly HeldOn { get; set; }

    public string? Place { get; set; }

    /// <summary>Who presides, as it is printed.</summary>
    public string? Chair { get; set; }

    public string? Secretary { get; set; }

    public string? ProtocolNumber { get; private set; }

    public DateOnly? ProtocolDate { get; private set; }

    public MeetingStatus Status { get; private set; } = MeetingStatus.Planned;

    public string? CancelReason { get; private set; }

    /// <summary>Takes the protocol over; a protocol that was mistyped is written again.</summary>
    /// <returns><c>MeetingIsCancelled</c>.</returns>
    public Result Hold(string protocolNumber, DateOnly protocolDate)
    {
        if (Status == MeetingStatus.Cancelled) return new Problem("MeetingIsCancelled");
        (Status, ProtocolNumber, ProtocolDate) = (MeetingStatus.Held, protocolNumber, protocolDate);
        return Result.Done;
    }

    /// <returns><c>MeetingIsNotPlanned</c>.</returns>
    public Result Cancel(string reason)
    {
        if (Status != MeetingStatus.Planned) return new Problem("MeetingIsNotPlanned");
        (Status, CancelReason) = (MeetingStatus.Cancelled, reason);
        return Result.Done;
    }
}
