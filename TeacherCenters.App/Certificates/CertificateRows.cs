using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Events;
using TeacherCenters.Kernel;

namespace TeacherCenters.Certificates;

/// <summary>A line of the register of documents («книга регистрации»).</summary>
/// <param name="MayOpen">False where the document tells a result that the actor may not see: then the line is all there is.</param>
public sealed record CertificateRow(
    int Id,
    int CenterId,
    string Center,
    DocumentKind Kind,
    string Number,
    string? BlankNumber,
    DateOnly IssuedOn,
    string PersonName,
    Guid PersonKey,
    string Title,
    CertificateStatus Status,
    DateOnly? PrintedOn,
    DateOnly? HandedOverOn,
    HandOverWay? HandOverWay,
    string? HandedOverTo,
    DateOnly? AnnulledOn,
    string? AnnulOrder,
    string Token,
    bool IsPdfPending,
    bool MayOpen);

/// <summary>A line of the book: the register's and what else the document says, without the result of an assessment, whoever reads.</summary>
public sealed record CertificateBookLine(CertificateRow Row, CertificateSnapshot Snapshot);

/// <summary>All facts of one document.</summary>
public sealed record CertificateCard(
    CertificateRow Row,
    int Version,
    CertificateSnapshot Snapshot,
    SubjectKey Subject,
    int? EventId,
    string? AnnulOrder,
    DateOnly? AnnulledOn,
    string? AnnulReason,
    DuplicateGround? Ground,
    (int Id, string Number)? Original,
    (int Id, string Number)? ReplacedBy,
    IReadOnlyList<Data.HistoryRow> History);

/// <summary>Somebody who may get a document: which is due, or why none is.</summary>
/// <param name="LiveId">The document that holds now.</param>
public sealed record EligibleRow(
    int SubjectId,
    Guid PersonKey,
    string FullName,
    string ShortName,
    Eligibility Due,
    int? LiveId,
    string? LiveNumber,
    string? LiveToken,
    CertificateStatus? LiveStatus,
    bool IsPdfPending)
{
    /// <summary>Of a document that was annulled and is not to be issued anew unless somebody chooses so.</summary>
    public string? AnnulledNumber { get; init; }

    /// <summary>What it is for, in a line.</summary>
    public string What { get; init; } = "";

    /// <summary>The day on which it came to its end, or should have.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>First day on which the document may be dated.</summary>
    public DateOnly Earliest { get; init; }
}

public sealed record SignatoryRow(int Id, SignatoryKind Kind, string Post, string Name);

/// <summary>The documents of one event.</summary>
public sealed record EventCertificates(
    int EventId,
    int CenterId,
    EventStatus Status,
    DocumentKind Document,
    IReadOnlyList<EligibleRow> People);

/// <summary>What a confirmation promises: how many of a kind, from which number to which.</summary>
public sealed record NumberRange(DocumentKind Kind, int Count, string First, string Last);

public enum Validity
{
    Holds,

    /// <summary>Its time is over; nobody annulled it.</summary>
    Expired,
    Annulled,
    Replaced,
}

/// <summary>What anybody may read who holds the paper: not the result.</summary>
public sealed record VerifiedCertificate(string Number, DateOnly IssuedOn, DocumentKind Kind, string Title, string MaskedName, string Organisation, DateOnly? ValidTo, Validity Validity)
{
    /// <summary>The day on which it was annulled.</summary>
    public DateOnly? AnnulledOn { get; init; }

    /// <summary>The duplicate that stands in its place.</summary>
    public (string Number, DateOnly IssuedOn)? Duplicate { get; init; }
}

/// <summary>The documents behind a file to print.</summary>
public sealed record PrintJob(string Name, IReadOnlyList<CertificateSnapshot> Snapshots);

/// <summary>Who is to sign for which document.</summary>
public sealed record HandOverSheet(string Organisation, string Title, DateOnly Day, IReadOnlyList<(string Name, string Number)> People);
