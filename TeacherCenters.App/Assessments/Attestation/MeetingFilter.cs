using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>One record for the address of the list of meetings, its query and its export.</summary>
public sealed record MeetingFilter
{
    public MeetingState? State { get; init; }

    public int? Center { get; init; }
}

/// <param name="Heads">How many stand on its list.</param>
/// <param name="Undecided">Of whom nothing is decided yet.</param>
public sealed record MeetingRow(int Id, int CenterId, string Center, DateOnly HeldOn, string? Place, MeetingState State, int Heads, int Undecided, string? ProtocolNumber, DateOnly? ProtocolDate);

public sealed record MeetingDetails(
    int Id, int Version, int CenterId, string Center, string CenterFullName, DateOnly HeldOn, string? Place, string? Chair, string? Secretary, string? ProtocolNumber, DateOnly? ProtocolDate,
    MeetingState State, string? CancelReason, IReadOnlyList<AttestationRow> Agenda)
{
    public bool IsOpen => State is MeetingState.Ahead or MeetingState.Over;

    public int Undecided => Agenda.Count(x => x.Decision is null);
}

/// <summary>A meeting that people may be put on.</summary>
public sealed record MeetingChoice(int Id, int CenterId, string Center, DateOnly HeldOn, int Heads);

/// <summary>Somebody who might be put on a meeting: an application that waits, or a term that ends or has ended.</summary>
/// <param name="Waits">Has an open application in the center of the meeting.</param>
public sealed record AgendaCandidate(Guid PersonKey, PersonName Person, string Position, string School, TermState State, DateOnly? ValidTo, bool Waits, AttestationKind Kind);
