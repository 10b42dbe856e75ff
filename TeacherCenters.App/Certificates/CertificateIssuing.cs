using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Certificates;

/// <summary>The parts of registering a document that a batch and a duplicate share.</summary>
internal static class CertificateIssuing
{
    /// <summary>Who signs on the given day.</summary>
    /// <returns><c>NoHeadSignatory</c> (day), or <c>SignatoryNotValid</c> when a chosen one does not sign for the center on that day.</returns>
    public static async Task<Result<(Signatory Head, Signatory? Secretary)>> SignatoriesAsync(AppDb db, int centerId, DateOnly on, int? headId, int? secretaryId, CancellationToken cancellation)
    {
        var valid = await db.Set<Signatory>().AsNoTracking()
            .Where(x => x.CenterId == centerId && x.ValidFrom <= on && (x.ValidTo == null || on <= x.ValidTo))
            .OrderByDescending(x => x.ValidFrom).ThenBy(x => x.Id)
            .ToListAsync(cancellation);
        foreach (var (id, kind) in new[] { (headId, SignatoryKind.Head), (secretaryId, SignatoryKind.Secretary) })
        {
            if (id is not null && valid.All(x => x.Id != id || x.Kind != kind)) return new Problem("SignatoryNotValid", on);
        }
        var head = valid.FirstOrDefault(x => x.Kind == SignatoryKind.Head && (headId is null || x.Id == headId));
        if (head is null) return new Problem("NoHeadSignatory", on);
        return (head, valid.FirstOrDefault(x => x.Kind == SignatoryKind.Secretary && (secretaryId is null || x.Id == secretaryId)));
    }

    /// <summary>Takes the next number, freezes the snapshot under it and adds the row. The caller holds the transaction.</summary>
    public static async Task<Certificate> RegisterAsync(WriteUnit unit, Center center, CertificateDraft draft, CancellationToken cancellation)
    {
        var kind = draft.Snapshot.Kind;
        var issuedOn = draft.Snapshot.IssuedOn;
        var sequence = await NumberSeries.NextAsync(unit, CertificateRules.SeriesName(center.Id, kind, issuedOn.Year), cancellation);
        var number = CertificateRules.NumberText(center.Code, kind, issuedOn.Year, sequence);
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var snapshot = draft.Snapshot with { Number = number, VerifyAddress = VerifyAddress(draft.PublicBaseAddress, token) };
        var name = snapshot.Name.Full;
        var certificate = new Certificate
        {
            CenterId = center.Id,
            Kind = kind,
            Year = issuedOn.Year,
            Sequence = sequence,
            Number = number,
            IssuedOn = issuedOn,
            Token = token,
            EnrollmentId = draft.Subject.As(CertificateSubject.Enrollment),
            InternshipId = draft.Subject.As(CertificateSubject.Internship),
            AssessmentId = draft.Subject.As(CertificateSubject.Assessment),
            MentorshipId = draft.Subject.As(CertificateSubject.Mentorship),
            PersonId = draft.PersonId,
            PersonName = name,
            SearchText = SearchName.Of(name),
            Title = snapshot.Title,
            Snapshot = snapshot.ToJson(),
            BatchKey = draft.BatchKey,
            OriginalId = draft.OriginalId,
            DuplicateGround = draft.Ground,
        };
        unit.Db.Add(certificate);
        return certificate;
    }

    /// <summary>Organisation, signatories and basis of law as they hold on the day of issue.</summary>
    public static CertificateSnapshot Blank(Center center, Signatory head, Signatory? secretary, NetworkSettings settings, DocumentKind kind, DateOnly issuedOn) => new()
    {
        Kind = kind,
        Organisation = center.FullName,
        City = center.City,
        Number = "",
        IssuedOn = issuedOn,
        FamilyName = "",
        GivenName = "",
        Title = "",
        Hours = 0,
        From = issuedOn,
        To = issuedOn,
        HeadPost = head.Post,
        HeadName = head.PrintedName,
        SecretaryPost = secretary?.Post,
        SecretaryName = secretary?.PrintedName,
        LegalBasis = CertificateRules.IsQualification(kind) ? settings.LegalBasisOn(issuedOn) : null,
    };

    /// <summary>The column that holds keys of a kind of subject.</summary>
    public static string ColumnOf(CertificateSubject subject) => subject switch
    {
        CertificateSubject.Enrollment => nameof(Certificate.EnrollmentId),
        CertificateSubject.Internship => nameof(Certificate.InternshipId),
        CertificateSubject.Assessment => nameof(Certificate.AssessmentId),
        CertificateSubject.Mentorship => nameof(Certificate.MentorshipId),
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "No such subject."),
    };

    private static string? VerifyAddress(string publicBaseAddress, string token) =>
        publicBaseAddress.Length == 0 ? null : $"{publicBaseAddress.TrimEnd('/')}/verify/{token}";
}

/// <summary>What is registered, before it has a number.</summary>
internal sealed record CertificateDraft(CertificateSnapshot Snapshot, int PersonId, SubjectKey Subject, Guid BatchKey, string PublicBaseAddress)
{
    public int? OriginalId { get; init; }

    public DuplicateGround? Ground { get; init; }
}
