using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Certificates;

/// <summary>The life of a document: registered, printed, handed over; annulled, replaced by a duplicate.</summary>
public sealed class CertificateCommands(Store store)
{
    /// <summary>
    /// Registers a document for each of the chosen, numbered in the order of the form. All or none; the same
    /// <see cref="IssueForm.BatchKey"/> again answers what was registered then.
    /// </summary>
    /// <returns>
    /// <c>NotFound</c>, <c>NobodyChosen</c>, a problem of <see cref="CertificateRules.CheckIssueDate"/>, <c>NoHeadSignatory</c>,
    /// <c>SignatoryNotValid</c>, <c>PersonNotEligible</c> (name, the problem), <c>NumbersMoved</c> (the number that is next now).
    /// </returns>
    public Task<Result<IssuedBatch>> IssueAsync(Actor actor, IssueFrom from, IssueForm form, CancellationToken ct = default) =>
        store.WriteAsync(actor, "certificates.issue", unit => IssueWithinAsync(unit, from, form, ct), ct);

    /// <summary>As <see cref="IssueAsync"/>, as a part of another verb.</summary>
    public static async Task<Result<IssuedBatch>> IssueWithinAsync(WriteUnit unit, IssueFrom from, IssueForm form, CancellationToken ct = default)
    {
        if (form.BatchKey == Guid.Empty) throw new ArgumentException("A batch needs a key.", nameof(form));
        if (await CertificateCandidates.CenterAsync(unit.Db, from, ct) is not { } centerId || !unit.Actor.Can(Permission.ViewCertificates, centerId)) return new Problem("NotFound");
        unit.Actor.Demand(Permission.IssueCertificates, centerId);
        if (from.Subject == CertificateSubject.Assessment) unit.Actor.Demand(Permission.ViewAssessmentResults, centerId);
        unit.CenterId = centerId;
        if (from.Subject == CertificateSubject.Enrollment) unit.Owner = new(nameof(Events.TrainingEvent), from.Id);
        if (await EarlierAsync(unit, form.BatchKey, ct) is { Documents.Count: > 0 } earlier) return earlier;

        var chosen = form.SubjectIds.Distinct().ToList();
        if (chosen.Count == 0) return new Problem("NobodyChosen");
        var found = (await CertificateCandidates.ReadAsync(unit.Db, from, chosen, ct)).ToDictionary(x => x.SubjectId);
        if (found.Count < chosen.Count) return new Problem("NotFound");
        if (CertificateRules.CheckIssueDate(form.IssuedOn, unit.Today, found.Values.Max(x => x.EndsOn), found.Values.Max(x => x.ProtocolDate)) is { } wrongDate) return wrongDate;
        var signatories = await CertificateIssuing.SignatoriesAsync(unit.Db, centerId, form.IssuedOn, form.HeadSignatoryId, form.SecretarySignatoryId, ct);
        if (signatories.Problem is { } nobodySigns) return nobodySigns;

        var center = await unit.Db.Set<Center>().AsNoTracking().SingleAsync(x => x.Id == centerId, ct);
        var settings = await unit.Db.SettingsAsOfAsync(form.IssuedOn, ct);
        // The QR leads to where the page is reached now, whatever the day of issue.
        var address = (await unit.Db.SettingsAsOfAsync(unit.Today, ct)).PublicBaseAddress;
        var (head, secretary) = signatories.Value;
        var made = new List<Certificate>(chosen.Count);
        foreach (var one in chosen.Select(x => found[x]))
        {
            if (one.Due.WhyNot is { } whyNot) return new Problem("PersonNotEligible", one.Person.Name.Full, whyNot);
            var snapshot = one.Write(CertificateIssuing.Blank(center, head, secretary, settings, one.Due.Kind, form.IssuedOn).For(one.Person));
            made.Add(await CertificateIssuing.RegisterAsync(unit, center, new CertificateDraft(snapshot, one.Person.Id, new SubjectKey(from.Subject, one.SubjectId), form.BatchKey, address), ct));
            if (made.Count == 1 && form.FirstNumber is not null && made[0].Number != form.FirstNumber) return new Problem("NumbersMoved", made[0].Number);
        }
        await unit.FlushAsync(ct);
        return Batch(form.BatchKey, made, fromEarlierClick: false);
    }

    /// <summary>Marks documents as printed on the current day; those already printed stay as they are.</summary>
    /// <returns>How many there are, or <c>NotFound</c>, <c>CertificateAnnulled</c> (number).</returns>
    public Task<Result<int>> MarkPrintedAsync(Actor actor, IReadOnlyList<int> ids, CancellationToken ct = default) =>
        EachAsync(actor, "certificates.print", ids, (row, today) => row.MarkPrinted(today), ct);

    /// <summary>Hands documents over, all or none.</summary>
    /// <returns>How many, or <c>HandedOverInFuture</c>, <c>RecipientMissing</c>, a problem of <see cref="Certificate.HandOver"/>.</returns>
    public async Task<Result<int>> HandOverAsync(Actor actor, HandOverForm form, CancellationToken ct = default)
    {
        var to = form.To?.Trim();
        if (form.Way != HandOverWay.InPerson && string.IsNullOrEmpty(to)) return new Problem("RecipientMissing").At(nameof(form.To));
        if (form.On is not { } on) return new Problem("Required").At(nameof(form.On));
        return await EachAsync(actor, "certificates.handover", form.Ids, (row, today) => on > today
            ? new Problem("HandedOverInFuture").At(nameof(form.On))
            : row.HandOver(on, form.Way, string.IsNullOrEmpty(to) ? null : to), ct);
    }

    internal const string AnnulVerb = "certificates.annul";

    /// <summary>The document holds no longer; its number stays taken for ever.</summary>
    public Task<Result> AnnulAsync(Actor actor, int id, AnnulForm form, CancellationToken ct = default) =>
        store.WriteAsync(actor, AnnulVerb, async unit =>
        {
            if (await VisibleAsync(unit, id, ct) is not { } row) return new Problem("NotFound");
            unit.Actor.Demand(Permission.AnnulCertificates, row.CenterId);
            unit.Expect(row, form.Version);
            if (string.IsNullOrWhiteSpace(form.Order)) return new Problem("OrderMissing").At(nameof(form.Order));
            if (string.IsNullOrWhiteSpace(form.Reason)) return new Problem("ReasonMissing").At(nameof(form.Reason));
            if (form.On is not { } on) return new Problem("Required").At(nameof(form.On));
            if (on > unit.Today) return new Problem("AnnulledInFuture").At(nameof(form.On));
            return row.Annul(on, form.Order.Trim(), form.Reason.Trim());
        }, ct);

    /// <summary>Registers a duplicate under a number of its own and lets the document it replaces give way.</summary>
    /// <returns>The duplicate; the same key again answers the same one.</returns>
    public Task<Result<IssuedBatch>> DuplicateAsync(Actor actor, int id, DuplicateForm form, CancellationToken ct = default) =>
        store.WriteAsync<IssuedBatch>(actor, "certificates.duplicate", async unit =>
        {
            if (await VisibleAsync(unit, id, ct) is not { } row) return new Problem("NotFound");
            unit.Actor.Demand(Permission.IssueCertificates, row.CenterId);
            unit.Actor.Demand(Permission.AnnulCertificates, row.CenterId);
            if (SubjectRules.TellsResult(row.Kind)) unit.Actor.Demand(Permission.ViewAssessmentResults, row.CenterId);
            if (await EarlierAsync(unit, form.BatchKey, ct) is { Documents.Count: > 0 } earlier) return earlier;
            unit.Expect(row, form.Version);
            if (string.IsNullOrWhiteSpace(form.Reason)) return new Problem("ReasonMissing").At(nameof(form.Reason));
            if (form.IssuedOn is not { } issuedOn) return new Problem("Required").At(nameof(form.IssuedOn));
            if (issuedOn > unit.Today) return new Problem("IssuedInFuture").At(nameof(form.IssuedOn));
            if (row.Replace(issuedOn, form.Reason.Trim()) is { Problem: { } refused }) return refused;
            var signatories = await CertificateIssuing.SignatoriesAsync(unit.Db, row.CenterId, issuedOn, form.HeadSignatoryId, form.SecretarySignatoryId, ct);
            if (signatories.Problem is { } nobodySigns) return nobodySigns;
            // First, so that the index of one live document a subject lets the new row in.
            await unit.FlushAsync(ct);
            var made = await CertificateIssuing.RegisterAsync(unit, await CenterOfAsync(unit, row, ct), await DraftOfDuplicateAsync(unit, row, form, issuedOn, signatories.Value, ct), ct);
            await unit.FlushAsync(ct);
            return Batch(form.BatchKey, [made], fromEarlierClick: false);
        }, ct);

    private static async Task<CertificateDraft> DraftOfDuplicateAsync(WriteUnit unit, Certificate replaced, DuplicateForm form, DateOnly issuedOn, (Signatory Head, Signatory? Secretary) signatories, CancellationToken ct)
    {
        var rootId = replaced.OriginalId ?? replaced.Id;
        var rootNumber = await unit.Db.Set<Certificate>().Where(x => x.Id == rootId).Select(x => x.Number).SingleAsync(ct);
        var settings = await unit.Db.SettingsAsOfAsync(issuedOn, ct);
        var today = await unit.Db.SettingsAsOfAsync(unit.Today, ct);
        var blank = CertificateIssuing.Blank(await CenterOfAsync(unit, replaced, ct), signatories.Head, signatories.Secretary, settings, replaced.Kind, issuedOn);
        var snapshot = CertificateSnapshot.Parse(replaced.Snapshot) with
        {
            Organisation = blank.Organisation,
            City = blank.City,
            IssuedOn = blank.IssuedOn,
            HeadPost = blank.HeadPost,
            HeadName = blank.HeadName,
            SecretaryPost = blank.SecretaryPost,
            SecretaryName = blank.SecretaryName,
            LegalBasis = blank.LegalBasis,
            DuplicateOf = rootNumber,
        };
        // A lost document is repeated as it was; only a changed name is taken from the person as they are called now.
        if (form.Ground == DuplicateGround.NameChanged)
            snapshot = snapshot.For(await unit.Db.Set<Person>().AsNoTracking().SingleAsync(x => x.Id == replaced.PersonId, ct));
        return new CertificateDraft(snapshot, replaced.PersonId, replaced.Subject, form.BatchKey, today.PublicBaseAddress) { OriginalId = rootId, Ground = form.Ground };
    }

    private Task<Result<int>> EachAsync(Actor actor, string verb, IReadOnlyList<int> ids, Func<Certificate, DateOnly, Result> change, CancellationToken ct) =>
        store.WriteAsync<int>(actor, verb, async unit =>
        {
            var chosen = ids.Distinct().ToList();
            if (chosen.Count == 0) return new Problem("NobodyChosen");
            var rows = await unit.Db.Set<Certificate>().Where(x => chosen.Contains(x.Id)).OrderBy(x => x.Id).ToListAsync(ct);
            if (rows.Count < chosen.Count || rows.Any(x => !actor.Can(Permission.ViewCertificates, x.CenterId))) return new Problem("NotFound");
            foreach (var row in rows)
            {
                actor.Demand(Permission.IssueCertificates, row.CenterId);
                if (change(row, unit.Today) is { Problem: { } refused }) return refused;
            }
            if (rows.Select(x => x.CenterId).Distinct().ToList() is [var only]) unit.CenterId = only;
            return rows.Count(x => unit.Db.Entry(x).State == EntityState.Modified);
        }, ct);

    private static async Task<Certificate?> VisibleAsync(WriteUnit unit, int id, CancellationToken ct)
    {
        var row = await unit.Db.Set<Certificate>().SingleOrDefaultAsync(x => x.Id == id, ct);
        if (row is null || !unit.Actor.Can(Permission.ViewCertificates, row.CenterId)) return null;
        unit.CenterId = row.CenterId;
        return row;
    }

    private static Task<Center> CenterOfAsync(WriteUnit unit, Certificate row, CancellationToken ct) =>
        unit.Db.Set<Center>().AsNoTracking().SingleAsync(x => x.Id == row.CenterId, ct);

    /// <summary>What an earlier click with the same key registered; a key never spans centers.</summary>
    private static async Task<IssuedBatch> EarlierAsync(WriteUnit unit, Guid key, CancellationToken ct)
    {
        var rows = await unit.Db.Set<Certificate>().AsNoTracking().Where(x => x.BatchKey == key && x.CenterId == unit.CenterId).OrderBy(x => x.Id).ToListAsync(ct);
        return Batch(key, rows, fromEarlierClick: true);
    }

    private static IssuedBatch Batch(Guid key, IEnumerable<Certificate> rows, bool fromEarlierClick) =>
        new(key, [.. rows.Select(x => new IssuedDocument(x.Id, x.Subject.Id, x.Number, x.Token))], fromEarlierClick);
}
