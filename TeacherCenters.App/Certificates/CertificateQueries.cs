using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Certificates;

/// <summary>Reads the register of documents. What the actor may not see is as good as absent.</summary>
public sealed class CertificateQueries(Store store, NetworkClock clock)
{
    public async Task<Page<CertificateRow>> PageAsync(Actor actor, CertificateFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = Filtered(db, actor, filter);
        var total = await rows.CountAsync(ct);
        return new Page<CertificateRow>(await Rows(db, actor, Sorted(rows, page)).Skip(page.Skip).Take(page.Take).ToListAsync(ct), total);
    }

    /// <summary>The whole of a list, for the export; in the order of the book, by day of issue and number, unless another is asked for.</summary>
    public async Task<IReadOnlyList<CertificateBookLine>> AllAsync(Actor actor, CertificateFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var found = Filtered(db, actor, filter);
        var ordered = order is { Sort: not null } ? Sorted(found, order) : found.OrderBy(x => x.IssuedOn).ThenBy(x => x.CenterId).ThenBy(x => x.Kind).ThenBy(x => x.Sequence);
        var rows = await Rows(db, actor, ordered).ToListAsync(ct);
        var snapshots = await found.Select(x => new { x.Id, x.Snapshot }).ToDictionaryAsync(x => x.Id, x => x.Snapshot, ct);
        return [.. rows.Select(x => new CertificateBookLine(x, CertificateSnapshot.Parse(snapshots[x.Id]).WithoutResult()))];
    }

    /// <summary>The documents of one person that stand in the registers the actor may see, the latest first; one query.</summary>
    public async Task<IReadOnlyList<CertificateRow>> OfPersonAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Rows(db, actor, db.Set<Certificate>().VisibleTo(actor).Where(x => x.PersonId == personId).OrderByDescending(x => x.IssuedOn).ThenByDescending(x => x.Id)).ToListAsync(ct);
    }

    /// <summary>The years of issue that the register knows, latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Certificate>().VisibleTo(actor).Select(x => x.Year).Distinct().OrderByDescending(x => x).ToListAsync(ct);
    }

    public async Task<CertificateCard?> CardAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var one = db.Set<Certificate>().OpenTo(actor).Where(x => x.Id == id);
        if (await one.SingleOrDefaultAsync(ct) is not { } certificate) return null;
        var row = await Rows(db, actor, one).SingleAsync(ct);
        var rootId = certificate.OriginalId ?? certificate.Id;
        var chain = await db.Set<Certificate>().Where(x => x.Id == rootId || x.OriginalId == rootId).OrderBy(x => x.Id).Select(x => new { x.Id, x.Number }).ToListAsync(ct);
        var next = chain.FirstOrDefault(x => x.Id > id);
        var eventId = await db.Set<Enrollment>().Where(x => x.Id == certificate.EnrollmentId).Select(x => (int?)x.EventId).SingleOrDefaultAsync(ct);
        return new CertificateCard(
            row,
            certificate.Version,
            CertificateSnapshot.Parse(certificate.Snapshot),
            certificate.Subject,
            eventId,
            certificate.AnnulOrder,
            certificate.AnnulledOn,
            certificate.AnnulReason,
            certificate.DuplicateGround,
            certificate.OriginalId is null ? null : (chain[0].Id, chain[0].Number),
            certificate.Status == CertificateStatus.Replaced && next is not null ? (next.Id, next.Number) : null,
            await db.HistoryOfAsync(nameof(Certificate), id, clock, ct: ct));
    }

    /// <summary>Who of an event gets which document, and who none and why; null when the event is not visible.</summary>
    public async Task<EventCertificates?> OfEventAsync(Actor actor, int eventId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var of = await db.Set<Events.TrainingEvent>().SingleOrDefaultAsync(x => x.Id == eventId, ct);
        if (of is null || !actor.Can(Permission.ViewCertificates, of.CenterId)) return null;
        var people = await CertificateCandidates.OfEventAsync(db, of, null, ct);
        var revoked = await CertificateCandidates.Revoked(db).Where(x => x.EventId == eventId).Select(x => x.Id).ToListAsync(ct);
        var annulled = await CertificateCandidates.AnnulledAsync(db, CertificateSubject.Enrollment, revoked, ct);
        return new EventCertificates(of.Id, of.CenterId, of.Status, of.Document, [.. people.Select(x => x.ToRow() with { AnnulledNumber = annulled.GetValueOrDefault(x.SubjectId) })]);
    }

    /// <summary>Who may sign for a center on a day, for who issues there; the first of each kind signs unless another is chosen.</summary>
    public async Task<IReadOnlyList<SignatoryRow>> SignatoriesAsync(Actor actor, int centerId, DateOnly on, CancellationToken ct = default)
    {
        if (!actor.Can(Permission.IssueCertificates, centerId)) return [];
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Signatory>()
            .Where(x => x.CenterId == centerId && x.ValidFrom <= on && (x.ValidTo == null || on <= x.ValidTo))
            .OrderByDescending(x => x.ValidFrom).ThenBy(x => x.Id)
            .Select(x => new SignatoryRow(x.Id, x.Kind, x.Post, x.PrintedName))
            .ToListAsync(ct);
    }

    /// <summary>Which numbers a batch would take now. Another batch may come first: the form's FirstNumber guards the promise.</summary>
    public async Task<IReadOnlyList<NumberRange>> NextNumbersAsync(Actor actor, int centerId, int year, IEnumerable<DocumentKind> kindsInOrder, CancellationToken ct = default)
    {
        actor.Demand(Permission.IssueCertificates, centerId);
        await using var db = await store.ReadAsync(ct);
        var code = await db.Set<Center>().Where(x => x.Id == centerId).Select(x => x.Code).SingleAsync(ct);
        var ranges = new List<NumberRange>();
        foreach (var group in kindsInOrder.GroupBy(x => x))
        {
            var series = CertificateRules.SeriesName(centerId, group.Key, year);
            var last = await db.Set<NumberSeries>().Where(x => x.Name == series).Select(x => x.Last).SingleOrDefaultAsync(ct);
            var count = group.Count();
            ranges.Add(new NumberRange(group.Key, count, CertificateRules.NumberText(code, group.Key, year, last + 1), CertificateRules.NumberText(code, group.Key, year, last + count)));
        }
        return ranges;
    }

    /// <summary>What the verification page says of a token; null for any that is unknown or no token at all.</summary>
    public async Task<VerifiedCertificate?> VerifyAsync(string? token, CancellationToken ct = default)
    {
        if (token is not { Length: 32 } || !token.All(char.IsAsciiHexDigitLower)) return null;
        await using var db = await store.ReadAsync(ct);
        var row = await db.Set<Certificate>().Where(x => x.Token == token).Select(x => new { x.Id, x.OriginalId, x.Status, x.Snapshot, x.AnnulledOn }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var snapshot = CertificateSnapshot.Parse(row.Snapshot);
        var validity = row.Status switch
        {
            CertificateStatus.Annulled => Validity.Annulled,
            CertificateStatus.Replaced => Validity.Replaced,
            _ when snapshot.ValidTo < clock.Today => Validity.Expired,
            _ => Validity.Holds,
        };
        var original = row.OriginalId ?? row.Id;
        var duplicate = validity != Validity.Replaced ? null
            : await db.Set<Certificate>().Where(x => x.OriginalId == original && x.Id > row.Id).OrderBy(x => x.Id).Select(x => new { x.Number, x.IssuedOn }).FirstOrDefaultAsync(ct);
        return new VerifiedCertificate(snapshot.Number, snapshot.IssuedOn, snapshot.Kind, snapshot.Title, CertificateRules.MaskedName(snapshot.Name), snapshot.Organisation, snapshot.ValidTo, validity)
        {
            AnnulledOn = validity == Validity.Annulled ? row.AnnulledOn : null,
            Duplicate = duplicate is null ? null : (duplicate.Number, duplicate.IssuedOn),
        };
    }

    /// <summary>Key of a document by the token of its address; null when the actor may not open it.</summary>
    public async Task<(int Id, string Number)?> FindAsync(Actor actor, string token, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var found = await db.Set<Certificate>().OpenTo(actor).Where(x => x.Token == token).Select(x => new { x.Id, x.Number }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Id, found.Number);
    }

    /// <summary>The documents of one click that still hold, in the order of their numbers; null when there is none.</summary>
    public Task<PrintJob?> BatchAsync(Actor actor, Guid batchKey, CancellationToken ct = default) =>
        PrintAsync(actor, (_, rows) => rows.Where(x => x.BatchKey == batchKey), ct);

    /// <summary>The documents of an event that still hold, by name; null when there is none.</summary>
    public Task<PrintJob?> OfEventToPrintAsync(Actor actor, int eventId, CancellationToken ct = default) =>
        PrintAsync(actor, (db, rows) => rows.Where(x => db.Set<Enrollment>().Any(e => e.Id == x.EnrollmentId && e.EventId == eventId)), ct);

    /// <summary>The documents of an event that are still in the house, for the sheet to sign; null when there is none.</summary>
    public async Task<HandOverSheet?> SheetAsync(Actor actor, int eventId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = await db.Set<Certificate>().VisibleTo(actor)
            .Where(x => x.Status == CertificateStatus.Registered || x.Status == CertificateStatus.Printed)
            .Where(x => db.Set<Enrollment>().Any(e => e.Id == x.EnrollmentId && e.EventId == eventId))
            .OrderBy(x => x.SearchText).ThenBy(x => x.Id)
            .Select(x => new { x.PersonName, x.Number, x.Kind, x.Title, x.CenterId })
            .ToListAsync(ct);
        if (rows.Count == 0) return null;
        var centerId = rows[0].CenterId;
        var organisation = await db.Set<Center>().Where(x => x.Id == centerId).Select(x => x.FullName).SingleAsync(ct);
        return new HandOverSheet(organisation, rows[0].Title, clock.Today, [.. rows.Select(x => (x.PersonName, x.Number))]);
    }

    private async Task<PrintJob?> PrintAsync(Actor actor, Func<AppDb, IQueryable<Certificate>, IQueryable<Certificate>> which, CancellationToken ct)
    {
        await using var db = await store.ReadAsync(ct);
        var live = db.Set<Certificate>().OpenTo(actor).Where(Certificate.Live);
        var rows = await which(db, live).OrderBy(x => x.SearchText).ThenBy(x => x.Id).Select(x => new { x.Number, x.Snapshot }).ToListAsync(ct);
        if (rows.Count == 0) return null;
        var name = rows.Count == 1 ? rows[0].Number : string.Create(CultureInfo.InvariantCulture, $"{rows[0].Number} ({rows.Count})");
        return new PrintJob(name, [.. rows.Select(x => CertificateSnapshot.Parse(x.Snapshot))]);
    }

    private static IQueryable<Certificate> Filtered(AppDb db, Actor actor, CertificateFilter filter)
    {
        var rows = db.Set<Certificate>().VisibleTo(actor);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        if (filter.Kind is { } kind) rows = rows.Where(x => x.Kind == kind);
        if (filter.Year is { } year) rows = rows.Where(x => x.Year == year);
        if (filter.Status is { } status) rows = rows.Where(x => x.Status == status);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            if (filter.Text.Any(char.IsAsciiDigit))
            {
                var number = filter.Text.Trim().ToUpperInvariant();
                return rows.Where(x => x.Number.Contains(number));
            }
            foreach (var word in SearchName.Of(filter.Text).Split(' '))
                rows = rows.Where(x => x.SearchText.Contains(word));
        }
        return rows;
    }

    private static readonly Expression<Func<Certificate, int>> Place = Chain.Place<Certificate, CertificateStatus>(x => x.Status);

    private static IQueryable<Certificate> Sorted(IQueryable<Certificate> rows, PageRequest page)
    {
        var sorted = (page.Sort, page.Descending) switch
        {
            (nameof(CertificateRow.Number), false) => rows.OrderBy(x => x.Year).ThenBy(x => x.CenterId).ThenBy(x => x.Kind).ThenBy(x => x.Sequence),
            (nameof(CertificateRow.Number), true) => rows.OrderByDescending(x => x.Year).ThenBy(x => x.CenterId).ThenBy(x => x.Kind).ThenByDescending(x => x.Sequence),
            (nameof(CertificateRow.PersonName), false) => rows.OrderBy(x => x.SearchText),
            (nameof(CertificateRow.PersonName), true) => rows.OrderByDescending(x => x.SearchText),
            (nameof(CertificateRow.Title), false) => rows.OrderBy(x => x.Title),
            (nameof(CertificateRow.Title), true) => rows.OrderByDescending(x => x.Title),
            (nameof(CertificateRow.Status), false) => rows.OrderBy(Place),
            (nameof(CertificateRow.Status), true) => rows.OrderByDescending(Place),
            (nameof(CertificateRow.IssuedOn), false) => rows.OrderBy(x => x.IssuedOn),
            _ => rows.OrderByDescending(x => x.IssuedOn),
        };
        return page.Sort is null || page.Descending ? sorted.ThenByDescending(x => x.Id) : sorted.ThenBy(x => x.Id);
    }

    private static IQueryable<CertificateRow> Rows(AppDb db, Actor actor, IQueryable<Certificate> rows)
    {
        var opened = db.Set<Certificate>().OpenTo(actor);
        return
            from x in rows
            join center in db.Set<Center>() on x.CenterId equals center.Id
            join person in db.Set<Person>() on x.PersonId equals person.Id
            select new CertificateRow(
                x.Id, x.CenterId, center.ShortName, x.Kind, x.Number, x.BlankNumber, x.IssuedOn, x.PersonName, person.PublicKey, x.Title, x.Status,
                x.PrintedOn, x.HandedOverOn, x.HandOverWay, x.HandedOverTo, x.AnnulledOn, x.AnnulOrder, x.Token, x.PdfHash == null, opened.Any(o => o.Id == x.Id));
    }
}

internal static class CertificateVisibility
{
    /// <summary>Whether the actor registers documents of this kind in the center: what tells a result, only who may see results.</summary>
    public static bool MayIssue(this Actor actor, CertificateSubject subject, int centerId) =>
        actor.Can(Permission.IssueCertificates, centerId) && (subject != CertificateSubject.Assessment || actor.Can(Permission.ViewAssessmentResults, centerId));

    /// <summary>The documents of the centers in which the actor may see them.</summary>
    public static IQueryable<Certificate> VisibleTo(this IQueryable<Certificate> rows, Actor actor) =>
        actor.CentersFor(Permission.ViewCertificates) is { } centers ? rows.Where(x => centers.Contains(x.CenterId)) : rows;

    /// <summary>Those of them that the actor may read whole: not the ones that tell the result of an assessment, unless results are theirs to see.</summary>
    public static IQueryable<Certificate> OpenTo(this IQueryable<Certificate> rows, Actor actor) =>
        actor.CentersFor(Permission.ViewAssessmentResults) is { } centers ? rows.VisibleTo(actor).Where(x => x.Kind != DocumentKind.AssessmentCertificate || centers.Contains(x.CenterId)) : rows.VisibleTo(actor);
}
