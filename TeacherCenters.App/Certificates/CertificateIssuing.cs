using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
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
            EnrollmentId = draft.EnrollmentId,
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

    /// <summary>The people of an event with what decides about their documents, by name.</summary>
    public static async Task<List<LearnerFacts>> LearnersAsync(AppDb db, TrainingEvent of, CancellationToken cancellation)
    {
        var rows = await db.Set<Enrollment>().AsNoTracking()
            .Where(x => x.EventId == of.Id)
            .OrderBy(x => x.Person!.SearchText).ThenBy(x => x.Id)
            .Select(x => new
            {
                x.Id,
                x.PersonId,
                x.Status,
                x.Result,
                Person = x.Person!,
                Live = db.Set<Certificate>()
                    .Where(c => c.EnrollmentId == x.Id && c.Status != CertificateStatus.Annulled && c.Status != CertificateStatus.Replaced)
                    .Select(c => new { c.Id, c.Number, c.Token, c.Status, c.PdfHash })
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return [.. rows.Select(x => new LearnerFacts(x.Id, x.Person, x.Live?.Id, x.Live?.Token, x.Live?.Status, x.Live is not null && x.Live.PdfHash == null, new CertificateFacts
        {
            EventStatus = of.Status,
            Terms = new DocumentTerms(of.Kind, of.Hours, of.Document),
            Status = x.Status,
            Result = x.Result,
            Name = x.Person.Name,
            Sex = x.Person.Sex,
            Snils = x.Person.Snils,
            HasDativeOverride = !string.IsNullOrWhiteSpace(x.Person.DativeOverride),
            Citizenship = x.Person.Citizenship,
            LiveNumber = x.Live?.Number,
        }))];
    }

    private static string? VerifyAddress(string publicBaseAddress, string token) =>
        publicBaseAddress.Length == 0 ? null : $"{publicBaseAddress.TrimEnd('/')}/verify/{token}";
}

/// <summary>What is registered, before it has a number.</summary>
internal sealed record CertificateDraft(CertificateSnapshot Snapshot, int PersonId, int? EnrollmentId, Guid BatchKey, string PublicBaseAddress)
{
    public int? OriginalId { get; init; }

    public DuplicateGround? Ground { get; init; }
}

internal sealed record LearnerFacts(int EnrollmentId, Person Person, int? LiveId, string? LiveToken, CertificateStatus? LiveStatus, bool PdfPending, CertificateFacts Facts);
