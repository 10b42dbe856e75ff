using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>Whom the list shows.</summary>
public enum HeadGroup
{
    /// <summary>Whoever leads a school today by the main employment.</summary>
    Leading,

    /// <summary>Whose last attestation was for a post that they do not hold.</summary>
    Candidate,

    /// <summary>Who led when they were attested and does not any more.</summary>
    Former,
}

/// <summary>How far the next attestation of a head has come.</summary>
public enum HeadStage
{
    /// <summary>Nobody has called them. As a filter: of those who are due, since they were never attested, or their term has ended or ends within the window.</summary>
    Uncalled,

    Applied,
    Planned,
}

/// <summary>
/// One record for the address of the list, its query and its export. Addresses that other pages may link to:
/// <c>/attestation?due=6</c> shows who leads a school and whose term ends within six months from today on (<c>due</c> is a whole number of
/// months; <c>&amp;stage=Uncalled</c> leaves out whom a center has called already), <c>/attestation?state=Lapsed</c> those whose term has ended,
/// <c>/attestation?state=Never</c> those who were never attested.
/// </summary>
public sealed record HeadFilter
{
    public const int MostMonths = 120;

    /// <summary>Words by whose beginning people are found.</summary>
    public string? Text { get; init; }

    public HeadGroup Group { get; init; }

    public TermState? State { get; init; }

    /// <summary>Only terms that run, be they about to run out or not.</summary>
    public bool InForce { get; init; }

    /// <summary>Only terms that end from today on within so many months.</summary>
    public int? Due { get; init; }

    public HeadStage? Stage { get; init; }

    public int? Municipality { get; init; }

    public int? Center { get; init; }
}

/// <summary>A head in the list: the term counts in the whole network; of an attestation that runs in another center only that it runs is known.</summary>
public sealed record HeadRow(
    int PersonId, Guid PersonKey, PersonName Person, string Position, string School, string? Municipality, TermState State, DateOnly? AttestedOn, DateOnly? ValidTo,
    HeadStage Stage, DateOnly? MeetingOn, bool IsElsewhere);

/// <summary>How many heads stand in each state and at each stage, the other filters kept.</summary>
/// <param name="Due">Terms that end within the reminder period.</param>
public sealed record HeadCounts(IReadOnlyDictionary<TermState, int> States, IReadOnlyDictionary<HeadStage, int> Stages);

/// <summary>One attestation: on the card of its person and on the list of its meeting.</summary>
public sealed record AttestationRow(
    int Id, int Version, int CenterId, string Center, int PersonId, Guid PersonKey, PersonName Person, AttestationKind Kind, AttestationStatus Status, DateOnly? AppliedOn,
    int SchoolId, string School, string Municipality, string Position, string? WorkSchool, string? WorkPosition,
    int? MeetingId, DateOnly? MeetingOn, string? ProtocolNumber, DateOnly? ProtocolDate, AttestationDecision? Decision, string? Note, DateOnly? ValidTo, string? Reason)
{
    public bool IsOpen => Status is AttestationStatus.Applied or AttestationStatus.Planned;

    public bool IsCandidate => Kind == AttestationKind.Candidate;
}

/// <summary>A head with all of their attestations that the reader may see, the latest first.</summary>
/// <param name="Post">The post today; null for who leads nothing.</param>
/// <param name="OpenElsewhere">An attestation runs in a center that the reader does not see.</param>
public sealed record HeadCard(
    int PersonId, Guid PersonKey, PersonName Person, HeadPost? Post, TermState State, DateOnly? AttestedOn, DateOnly? ValidTo, int ReminderMonths, bool OpenElsewhere, IReadOnlyList<AttestationRow> Rows)
{
    public AttestationRow? Open => Rows.FirstOrDefault(x => x.IsOpen);
}

public sealed record HeadPost(string Position, string School, string? Municipality, DateOnly? From);
