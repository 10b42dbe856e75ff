using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.People;
using TeacherCenters.Settings;

namespace TeacherCenters.Certificates;

/// <summary>Somebody who may be due a document: what the rules answer, and what the document would say of its subject.</summary>
internal sealed record Candidate(int SubjectId, Person Person, Eligibility Due)
{
    /// <summary>First day on which the document may be dated.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Day of a protocol that the document rests on.</summary>
    public DateOnly? ProtocolDate { get; init; }

    /// <summary>Writes the subject into a snapshot that knows organisation, signatories and person.</summary>
    public required Func<CertificateSnapshot, CertificateSnapshot> Write { get; init; }

    /// <summary>What it is for, in a line of a list.</summary>
    public required string What { get; init; }

    public LiveDocument? Live { get; init; }

    public EligibleRow ToRow() => new(SubjectId, Person.PublicKey, Person.Name.Full, Person.Name.Short, Due, Live?.Id, Live?.Number, Live?.Token, Live?.Status, Live?.IsPdfPending ?? false)
    {
        What = What,
        EndsOn = EndsOn,
        Earliest = ProtocolDate > EndsOn ? ProtocolDate.Value : EndsOn,
    };
}

/// <summary>The document that holds now.</summary>
internal sealed record LiveDocument(int Id, string Number, string Token, CertificateStatus Status, bool IsPdfPending);

/// <summary>
/// The candidates of a batch. Each kind of subject is described once, by who is a candidate, what the rules say and what is printed;
/// the verb, the lists and the sample run over that.
/// </summary>
internal static class CertificateCandidates
{
    /// <summary>The center that issues; null when there is no such event or center.</summary>
    public static async Task<int?> CenterAsync(AppDb db, IssueFrom from, CancellationToken ct) => from.Subject == CertificateSubject.Enrollment
        ? await db.Set<TrainingEvent>().Where(x => x.Id == from.Id).Select(x => (int?)x.CenterId).SingleOrDefaultAsync(ct)
        : await db.Set<Centers.Center>().Where(x => x.Id == from.Id).Select(x => (int?)x.Id).SingleOrDefaultAsync(ct);

    /// <summary>The chosen ones that are there, in the order of their names.</summary>
    public static async Task<IReadOnlyList<Candidate>> ReadAsync(AppDb db, IssueFrom from, IReadOnlyList<int> ids, CancellationToken ct)
    {
        if (from.Subject != CertificateSubject.Enrollment) return await SubjectSource.Of(from.Subject).ReadAsync(db, from.Id, ids, ct);
        var of = await db.Set<TrainingEvent>().AsNoTracking().SingleAsync(x => x.Id == from.Id, ct);
        return await OfEventAsync(db, of, ids, ct);
    }

    /// <summary>The people of an event, by name.</summary>
    /// <param name="ids">Only these participations; null for all.</param>
    public static async Task<IReadOnlyList<Candidate>> OfEventAsync(AppDb db, TrainingEvent of, IReadOnlyList<int>? ids, CancellationToken ct)
    {
        var settings = await db.SettingsAsOfAsync(of.EndsOn, ct);
        var rows = await db.Set<Enrollment>().AsNoTracking()
            .Where(x => x.EventId == of.Id && (ids == null || ids.Contains(x.Id)))
            .OrderBy(x => x.Person!.SearchText).ThenBy(x => x.Id)
            .Include(x => x.Person)
            .ToListAsync(ct);
        var live = await LiveAsync(db, CertificateSubject.Enrollment, [.. rows.Select(x => x.Id)], ct);
        var marks = await db.Set<AttendanceMark>().AsNoTracking()
            .Join(db.Set<Session>().Where(x => x.EventId == of.Id), x => x.SessionId, x => x.Id, (mark, session) => new { mark.EnrollmentId, mark.Mark, session.Hours, session.Date })
            .ToListAsync(ct);
        var byRow = marks.ToLookup(x => x.EnrollmentId);
        return [.. rows.Select(x => Learner(of, x, Credited(x), live.GetValueOrDefault(x.Id), settings))];

        // Expulsion refuses hours after its day, but a session may have been moved since.
        decimal Credited(Enrollment row) => byRow[row.Id]
            .Where(x => x.Date <= EnrollmentRules.StudiedUntil(row.Status, row.ExpulsionOrderDate, DateOnly.MaxValue))
            .Sum(x => AttendanceRules.CreditedHours(x.Hours, x.Mark, settings));
    }

    /// <summary>What of the person decides, with the document that holds.</summary>
    public static RecipientFacts Recipient(Person person, LiveDocument? live) => new()
    {
        Name = person.Name,
        Sex = person.Sex,
        Snils = person.Snils,
        HasDativeOverride = !string.IsNullOrWhiteSpace(person.DativeOverride),
        Citizenship = person.Citizenship,
        LiveNumber = live?.Number,
    };

    /// <summary>The documents that hold now, by the key of their subject.</summary>
    public static async Task<Dictionary<int, LiveDocument>> LiveAsync(AppDb db, CertificateSubject subject, IReadOnlyList<int> ids, CancellationToken ct)
    {
        var column = CertificateIssuing.ColumnOf(subject);
        var rows = await db.Set<Certificate>().Where(Certificate.Live)
            .Where(x => EF.Property<int?>(x, column) != null && ids.Contains(EF.Property<int?>(x, column)!.Value))
            .Select(x => new { Subject = EF.Property<int?>(x, column)!.Value, Document = new LiveDocument(x.Id, x.Number, x.Token, x.Status, x.PdfHash == null) })
            .ToListAsync(ct);
        return rows.GroupBy(x => x.Subject).ToDictionary(x => x.Key, x => x.First().Document);
    }

    /// <summary>
    /// Learners whose document was annulled after their participation came to its end: that was meant, and none is due to be issued in its place unasked.
    /// An event that was reopened ends anew: then its documents wait again.
    /// </summary>
    public static IQueryable<Enrollment> Revoked(AppDb db) => db.Set<Enrollment>().Where(e => db.Set<Certificate>().Any(c => c.EnrollmentId == e.Id && c.Status == CertificateStatus.Annulled
        && db.ChangeRows.Any(r => r.Kind == nameof(Certificate) && r.Key == c.Id && db.ChangeSets.Any(s => s.Id == r.ChangeSetId && s.Verb == CertificateCommands.AnnulVerb && s.At >= e.StatusAt))));

    /// <summary>Numbers of the documents annulled last, by the key of their subject.</summary>
    public static async Task<Dictionary<int, string>> AnnulledAsync(AppDb db, CertificateSubject subject, IReadOnlyList<int> ids, CancellationToken ct)
    {
        var column = CertificateIssuing.ColumnOf(subject);
        var rows = await db.Set<Certificate>()
            .Where(x => x.Status == CertificateStatus.Annulled && EF.Property<int?>(x, column) != null && ids.Contains(EF.Property<int?>(x, column)!.Value))
            .OrderByDescending(x => x.Id)
            .Select(x => new { Subject = EF.Property<int?>(x, column)!.Value, x.Number })
            .ToListAsync(ct);
        return rows.GroupBy(x => x.Subject).ToDictionary(x => x.Key, x => x.First().Number);
    }

    private static Candidate Learner(TrainingEvent of, Enrollment row, decimal credited, LiveDocument? live, NetworkSettings settings)
    {
        var person = row.Person!;
        var recipient = Recipient(person, live);
        var due = CertificateRules.Decide(new CertificateFacts
        {
            EventStatus = of.Status,
            Terms = new DocumentTerms(of.Kind, of.Hours, of.Document),
            Status = row.Status,
            Result = row.Result,
            ExpelledOn = row.ExpulsionOrderDate,
            Credited = credited,
            Name = recipient.Name,
            Sex = recipient.Sex,
            Snils = recipient.Snils,
            HasDativeOverride = recipient.HasDativeOverride,
            Citizenship = recipient.Citizenship,
            LiveNumber = recipient.LiveNumber,
        }, settings);
        return new Candidate(row.Id, person, due) { EndsOn = of.EndsOn, ProtocolDate = of.ProtocolDate, What = of.Title, Live = live, Write = x => OfLearner(x, of, due.Kind, row, credited, person.Sex) };
    }

    /// <summary>What a document of qualification or participation says of the event.</summary>
    public static CertificateSnapshot OfLearner(CertificateSnapshot blank, TrainingEvent of, DocumentKind kind, Enrollment row, decimal credited, Kernel.Sex? sex) => blank with
    {
        Title = of.Title,
        Hours = of.Hours,
        // Sessions may come to more than the programme.
        Credited = kind == DocumentKind.StudyStatement ? Math.Min(credited, of.Hours) : null,
        From = of.StartsOn,
        To = EnrollmentRules.StudiedUntil(row.Status, row.ExpulsionOrderDate, of.EndsOn),
        ProtocolNumber = of.ProtocolNumber,
        ProtocolDate = of.ProtocolDate,
        // The order that ended the studies: of who was expelled earlier, their own.
        OrderNumber = row.ExpulsionOrderNumber ?? of.OrderNumber,
        OrderDate = row.ExpulsionOrderNumber is null ? of.OrderDate : row.ExpulsionOrderDate,
        ResultLine = CertificateRules.ResultLine(kind, row.Status, row.Result, sex),
    };
}
