using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.People;

namespace TeacherCenters.Certificates;

/// <summary>What the store knows of a possible document: enough to count, filter and page.</summary>
internal sealed class SubjectLine
{
    public required int Id { get; init; }

    public required int CenterId { get; init; }

    public required int PersonId { get; init; }

    /// <summary>The day on which it came to its end, or should have.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>It earns a document, as <see cref="SubjectRules"/> decide it.</summary>
    public required bool IsDue { get; init; }
}

/// <summary>One kind of subject as its documents need to know it.</summary>
internal abstract class SubjectSource(CertificateSubject subject)
{
    private static readonly Dictionary<CertificateSubject, SubjectSource> Known =
        new SubjectSource[] { new InternshipSource(), new AssessmentSource(), new MentorshipSource() }.ToDictionary(x => x.Subject);

    public CertificateSubject Subject { get; } = subject;

    /// <exception cref="KeyNotFoundException">Participations are issued event by event.</exception>
    public static SubjectSource Of(CertificateSubject subject) => Known[subject];

    /// <summary>What came to its end, or should have by today.</summary>
    public abstract IQueryable<SubjectLine> Lines(AppDb db, DateOnly today);

    /// <summary>The given ones of a center, in the order of their names.</summary>
    public async Task<IReadOnlyList<Candidate>> ReadAsync(AppDb db, int centerId, IReadOnlyList<int> ids, CancellationToken ct)
    {
        var live = await CertificateCandidates.LiveAsync(db, Subject, ids, ct);
        var found = await ReadAsync(db, centerId, ids, live, ct);
        return [.. found.OrderBy(x => x.Person.SearchText, StringComparer.Ordinal).ThenBy(x => x.SubjectId)];
    }

    protected abstract Task<IReadOnlyList<Candidate>> ReadAsync(AppDb db, int centerId, IReadOnlyList<int> ids, Dictionary<int, LiveDocument> live, CancellationToken ct);

    protected Eligibility Decide(Problem? notDue, Person person, LiveDocument? live) =>
        CertificateRules.Decide(SubjectRules.KindOf(Subject), notDue, CertificateCandidates.Recipient(person, live));
}

internal sealed class InternshipSource() : SubjectSource(CertificateSubject.Internship)
{
    public override IQueryable<SubjectLine> Lines(AppDb db, DateOnly today) => db.Set<Internship>()
        .Where(x => x.Status == InternshipStatus.Completed || (x.Status == InternshipStatus.Planned && x.To < today))
        .Select(x => new SubjectLine
        {
            Id = x.Id,
            CenterId = x.CenterId,
            PersonId = x.PersonId,
            EndsOn = x.CompletedOn ?? x.To,
            IsDue = x.Status == InternshipStatus.Completed && x.Result == InternshipResult.Passed,
        });

    protected override async Task<IReadOnlyList<Candidate>> ReadAsync(AppDb db, int centerId, IReadOnlyList<int> ids, Dictionary<int, LiveDocument> live, CancellationToken ct)
    {
        var rows = await (
            from x in db.Set<Internship>().AsNoTracking()
            where x.CenterId == centerId && ids.Contains(x.Id)
            join person in db.Set<Person>().AsNoTracking() on x.PersonId equals person.Id
            join school in db.Set<School>() on x.HostSchoolId equals school.Id
            select new { Internship = x, Person = person, Place = school.Name, Programme = db.Set<TrainingEvent>().Where(e => e.Id == x.EventId).Select(e => e.Title).FirstOrDefault() }).ToListAsync(ct);
        return [.. rows.Select(row =>
        {
            var (x, document) = (row.Internship, live.GetValueOrDefault(row.Internship.Id));
            return new Candidate(x.Id, row.Person, Decide(SubjectRules.NotDue(x.Status, x.Result), row.Person, document))
            {
                EndsOn = x.CompletedOn ?? x.To,
                What = row.Programme is null ? row.Place : $"{row.Programme}; {row.Place}",
                Live = document,
                Write = blank => blank with
                {
                    Title = SubjectRules.InternshipTitle(row.Programme, row.Place),
                    Hours = x.Hours,
                    From = x.From,
                    To = x.To,
                    Place = row.Place,
                    Programme = row.Programme,
                    Supervisor = SubjectRules.Supervisor(x.SupervisorName, x.SupervisorPost),
                },
            };
        })];
    }
}

internal sealed class AssessmentSource() : SubjectSource(CertificateSubject.Assessment)
{
    public override IQueryable<SubjectLine> Lines(AppDb db, DateOnly today) => db.Set<Assessment>()
        .Where(x => x.Status == AssessmentStatus.Completed || x.Status == AssessmentStatus.Scored || x.Status == AssessmentStatus.TookPlace)
        .Select(x => new SubjectLine
        {
            Id = x.Id,
            CenterId = x.CenterId,
            PersonId = x.PersonId,
            EndsOn = x.CompletedOn ?? x.Slot!.Session!.Date,
            IsDue = x.Status == AssessmentStatus.Completed,
        });

    protected override async Task<IReadOnlyList<Candidate>> ReadAsync(AppDb db, int centerId, IReadOnlyList<int> ids, Dictionary<int, LiveDocument> live, CancellationToken ct)
    {
        var rows = await db.Set<Assessment>().AsNoTracking()
            .Where(x => x.CenterId == centerId && ids.Contains(x.Id))
            .Select(x => new { Assessment = x, Person = x.Person!, Day = (DateOnly?)x.Slot!.Session!.Date, x.Slot!.Session!.Sheet, x.Procedure!.Title })
            .ToListAsync(ct);
        return [.. rows.Select(row =>
        {
            var (x, document) = (row.Assessment, live.GetValueOrDefault(row.Assessment.Id));
            // As the procedure was called when the session opened.
            var title = row.Sheet is null ? row.Title : ScoreSheet.Parse(row.Sheet).Procedure;
            var day = row.Day ?? x.CompletedOn ?? x.AppliedOn;
            return new Candidate(x.Id, row.Person, Decide(SubjectRules.NotDue(x.Status), row.Person, document))
            {
                EndsOn = x.CompletedOn ?? day,
                What = title,
                Live = document,
                Write = blank => blank with
                {
                    Title = title,
                    From = day,
                    To = day,
                    Level = SubjectRules.LevelWord(x.LevelReached!.Value),
                    ValidTo = x.ValidTo,
                },
            };
        })];
    }
}

internal sealed class MentorshipSource() : SubjectSource(CertificateSubject.Mentorship)
{
    public override IQueryable<SubjectLine> Lines(AppDb db, DateOnly today) => db.Set<Mentorship>()
        .Where(x => x.Status == MentorshipStatus.Completed || x.Status == MentorshipStatus.EndedEarly || ((x.Status == MentorshipStatus.Waiting || x.Status == MentorshipStatus.Active) && x.To < today))
        .Select(x => new SubjectLine
        {
            Id = x.Id,
            CenterId = x.CenterId,
            PersonId = x.MentorId,
            EndsOn = x.EndedOn ?? x.To,
            IsDue = x.Status == MentorshipStatus.Completed,
        });

    protected override async Task<IReadOnlyList<Candidate>> ReadAsync(AppDb db, int centerId, IReadOnlyList<int> ids, Dictionary<int, LiveDocument> live, CancellationToken ct)
    {
        var rows = await db.Set<Mentorship>().AsNoTracking()
            .Where(x => x.CenterId == centerId && ids.Contains(x.Id))
            .Select(x => new { Mentorship = x, Mentor = x.Mentor!, Mentee = x.Mentee! })
            .ToListAsync(ct);
        return [.. rows.Select(row =>
        {
            var (x, document) = (row.Mentorship, live.GetValueOrDefault(row.Mentorship.Id));
            var (mentee, doubtful) = SubjectRules.Mentee(row.Mentee.Name, row.Mentee.Sex, row.Mentee.GenitiveOverride);
            var due = Decide(SubjectRules.NotDue(x.Status), row.Mentor, document);
            var ended = x.EndedOn ?? x.To;
            return new Candidate(x.Id, row.Mentor, due.IsEligible && doubtful is not null ? due with { Warnings = [.. due.Warnings, doubtful] } : due)
            {
                EndsOn = ended,
                What = $"{SubjectRules.MentorshipTitle(x.Direction)}; {row.Mentee.Name.Short}",
                Live = document,
                Write = blank => blank with
                {
                    Title = SubjectRules.MentorshipTitle(x.Direction),
                    From = x.From,
                    // A mentorship may be closed a little before or after its planned end.
                    To = ended < x.From ? x.From : ended,
                    OrderNumber = x.OrderNumber,
                    OrderDate = x.OrderDate,
                    Mentee = mentee,
                },
            };
        })];
    }
}
