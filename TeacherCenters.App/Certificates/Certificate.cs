using System.Linq.Expressions;
using TeacherCenters.Courses;
using TeacherCenters.Kernel;

namespace TeacherCenters.Certificates;

public enum CertificateStatus
{
    Registered,
    Printed,
    HandedOver,
    Annulled,

    /// <summary>A duplicate stands in its place.</summary>
    Replaced,
}

/// <summary>Why a duplicate is given; the federal register asks for loss, exchange and destruction apart.</summary>
public enum DuplicateGround
{
    Lost,
    Spoiled,
    NameChanged,
}

public enum HandOverWay
{
    InPerson,
    ByProxy,
    ByPost,
}

/// <summary>
/// A numbered document. Number and snapshot never change (triggers in the store forbid it); the status goes
/// registered → printed → handed over, or annulled, or replaced by a duplicate: a new row that points to its original.
/// </summary>
public sealed class Certificate : Entity
{
    public required int CenterId { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>Year of <see cref="IssuedOn"/>: with center and kind it names the sequence.</summary>
    public required int Year { get; init; }

    /// <summary>Place in the sequence, from 1 without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>The registration number as text, leading zeros included.</summary>
    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>128 random bits as 32 hexadecimal digits: what the QR code shows.</summary>
    public required string Token { get; init; }

    /// <summary>The subject: exactly one of this and the three below, which the store checks.</summary>
    public int? EnrollmentId { get; init; }

    public int? InternshipId { get; init; }

    public int? AssessmentId { get; init; }

    public int? MentorshipId { get; init; }

    public SubjectKey Subject => this switch
    {
        { EnrollmentId: { } id } => new(CertificateSubject.Enrollment, id),
        { InternshipId: { } id } => new(CertificateSubject.Internship, id),
        { AssessmentId: { } id } => new(CertificateSubject.Assessment, id),
        { MentorshipId: { } id } => new(CertificateSubject.Mentorship, id),
        _ => throw new InvalidOperationException($"Document {Number} is about nothing."),
    };

    public required int PersonId { get; init; }

    /// <summary>The person's name on the document, for lists; the snapshot holds all that is printed.</summary>
    public required string PersonName { get; init; }

    public required string SearchText { get; init; }

    public required string Title { get; init; }

    /// <summary>Everything that is printed, as JSON of <see cref="CertificateSnapshot"/>.</summary>
    public required string Snapshot { get; init; }

    /// <summary>One key a click: the same batch twice gives the same documents.</summary>
    public required Guid BatchKey { get; init; }

    /// <summary>The first document of a chain of duplicates; null for an original.</summary>
    public int? OriginalId { get; init; }

    /// <summary>Why this duplicate was given; null for an original.</summary>
    public DuplicateGround? DuplicateGround { get; init; }

    public CertificateStatus Status { get; private set; } = CertificateStatus.Registered;

    public DateOnly? PrintedOn { get; private set; }

    public DateOnly? HandedOverOn { get; private set; }

    public HandOverWay? HandOverWay { get; private set; }

    public string? HandedOverTo { get; private set; }

    public string? AnnulOrder { get; private set; }

    /// <summary>The day on which the document ceased to hold: annulled or replaced.</summary>
    public DateOnly? AnnulledOn { get; private set; }

    public string? AnnulReason { get; private set; }

    /// <summary>The documents that hold: neither annulled nor replaced by a duplicate.</summary>
    public static readonly Expression<Func<Certificate, bool>> Live = x => x.Status != CertificateStatus.Annulled && x.Status != CertificateStatus.Replaced;

    /// <summary><see cref="Live"/> in memory.</summary>
    public bool IsLive => Holds(Status);

    /// <summary><see cref="Live"/> by the status alone.</summary>
    public static bool Holds(CertificateStatus status) => status is not (CertificateStatus.Annulled or CertificateStatus.Replaced);

    /// <summary>Number of the paper stock it was printed on, while there is no book of blanks.</summary>
    public string? BlankNumber { get; private set; }

    /// <summary>Hash of the rendered PDF in the file store; null while it is pending.</summary>
    public string? PdfHash { get; set; }

    /// <summary>Printed once stays printed: a second time changes nothing.</summary>
    /// <returns><c>CertificateAnnulled</c> (number) when it holds no longer.</returns>
    public Result MarkPrinted(DateOnly on)
    {
        if (!IsLive) return new Problem("CertificateAnnulled", Number);
        if (Status == CertificateStatus.Registered) (Status, PrintedOn) = (CertificateStatus.Printed, on);
        return Result.Done;
    }

    /// <returns><c>CertificateAnnulled</c>, <c>CertificateNotPrinted</c>, <c>CertificateHandedOver</c> (number, day) or <c>HandedOverBeforeIssue</c> (number, day of issue).</returns>
    public Result HandOver(DateOnly on, HandOverWay way, string? to)
    {
        if (!IsLive) return new Problem("CertificateAnnulled", Number);
        if (Status == CertificateStatus.Registered) return new Problem("CertificateNotPrinted", Number);
        if (Status == CertificateStatus.HandedOver) return new Problem("CertificateHandedOver", Number, HandedOverOn);
        if (on < IssuedOn) return new Problem("HandedOverBeforeIssue", Number, IssuedOn).At(nameof(HandOverForm.On));
        (Status, HandedOverOn, HandOverWay, HandedOverTo) = (CertificateStatus.HandedOver, on, way, to);
        return Result.Done;
    }

    /// <summary>The number stays taken for ever.</summary>
    public Result Annul(DateOnly on, string order, string reason)
    {
        if (!IsLive) return new Problem("CertificateAnnulled", Number);
        if (on < IssuedOn) return new Problem("AnnulledBeforeIssue", Number, IssuedOn).At(nameof(AnnulForm.On));
        (Status, AnnulledOn, AnnulOrder, AnnulReason) = (CertificateStatus.Annulled, on, order, reason);
        return Result.Done;
    }

    /// <summary>Gives way to a duplicate.</summary>
    public Result Replace(DateOnly on, string reason)
    {
        if (!IsLive) return new Problem("CertificateAnnulled", Number);
        if (on < IssuedOn) return new Problem("DuplicateBeforeOriginal", Number, IssuedOn).At(nameof(DuplicateForm.IssuedOn));
        (Status, AnnulledOn, AnnulReason) = (CertificateStatus.Replaced, on, reason);
        return Result.Done;
    }
}
