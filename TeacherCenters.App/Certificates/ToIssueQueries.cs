using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Certificates;

/// <summary>How many of a center have earned a document and have none.</summary>
public sealed record ToIssueCount(CertificateSubject Subject, int CenterId, int Count);

/// <summary>A page of those who wait for a document, and how many stand in each state.</summary>
public sealed record ToIssueList(CertificateSubject Subject, int CenterId, IReadOnlyDictionary<ToIssueState, int> Counts, Page<EligibleRow> Page);

/// <summary>Who has earned a document outside of events: internships, assessments, mentorships. No level is read here.</summary>
public sealed class ToIssueQueries(Store store, NetworkClock clock)
{
    /// <summary>People on one page, and at most in one batch.</summary>
    public const int PageSize = 100;

    public static CertificateSubject SubjectOf(ToIssueSubject subject) => subject switch
    {
        ToIssueSubject.Internships => CertificateSubject.Internship,
        ToIssueSubject.Assessments => CertificateSubject.Assessment,
        _ => CertificateSubject.Mentorship,
    };

    /// <summary>How many wait for a document, by subject and center; only where there are some. Whose document was annulled does not wait: another is issued if somebody chooses so. Three queries whatever the size.</summary>
    public async Task<IReadOnlyList<ToIssueCount>> CountsAsync(Actor actor, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var counts = new List<ToIssueCount>();
        foreach (var subject in Enum.GetValues<ToIssueSubject>().Select(SubjectOf))
        {
            var column = CertificateIssuing.ColumnOf(subject);
            var annulled = db.Set<Certificate>().Where(x => x.Status == CertificateStatus.Annulled);
            var rows = await Lines(db, actor, subject, ToIssueState.Ready).Where(x => !annulled.Any(c => EF.Property<int?>(c, column) == x.Id)).GroupBy(x => x.CenterId).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct);
            counts.AddRange(rows.Select(x => new ToIssueCount(subject, x.Key, x.Count)));
        }
        return counts;
    }

    /// <summary>A page of a center's in a state; null when the center is not visible.</summary>
    /// <param name="text">Beginnings of words in the name.</param>
    /// <param name="first">What stands before all others, whatever page it would be on.</param>
    public async Task<ToIssueList?> ListAsync(Actor actor, CertificateSubject subject, int centerId, ToIssueState state, int index, string? text = null, int? first = null, CancellationToken ct = default)
    {
        if (!actor.Can(Permission.ViewCertificates, centerId)) return null;
        await using var db = await store.ReadAsync(ct);
        var counts = new Dictionary<ToIssueState, int>();
        var people = db.Set<Person>().Named(db, text);
        IQueryable<SubjectLine> In(ToIssueState one) => Lines(db, actor, subject, one).Where(x => x.CenterId == centerId && people.Any(p => p.Id == x.PersonId));
        foreach (var one in Enum.GetValues<ToIssueState>()) counts[one] = await In(one).CountAsync(ct);
        var request = new PageRequest(index, PageSize);
        var named =
            from line in In(state)
            join person in db.Set<Person>() on line.PersonId equals person.Id
            select new { line.Id, line.EndsOn, person.SearchText };
        // Who has waited longest comes first; of what was issued, the latest.
        var leading = named.OrderByDescending(x => x.Id == first);
        named = (state == ToIssueState.Issued ? leading.ThenByDescending(x => x.EndsOn) : leading.ThenBy(x => x.EndsOn)).ThenBy(x => x.SearchText).ThenBy(x => x.Id);
        var ids = await named.Select(x => x.Id).Skip(request.Skip).Take(request.Take).ToListAsync(ct);
        var read = (await SubjectSource.Of(subject).ReadAsync(db, centerId, ids, ct)).ToDictionary(x => x.SubjectId);
        var annulled = await CertificateCandidates.AnnulledAsync(db, subject, ids, ct);
        return new ToIssueList(subject, centerId, counts, new Page<EligibleRow>([.. ids.Where(read.ContainsKey).Select(x => read[x].ToRow() with { AnnulledNumber = annulled.GetValueOrDefault(x) })], counts[state]));
    }

    private IQueryable<SubjectLine> Lines(AppDb db, Actor actor, CertificateSubject subject, ToIssueState state)
    {
        var column = CertificateIssuing.ColumnOf(subject);
        var live = db.Set<Certificate>().Where(Certificate.Live);
        var lines = SubjectSource.Of(subject).Lines(db, clock.Today);
        if (actor.CentersFor(Permission.ViewCertificates) is { } centers) lines = lines.Where(x => centers.Contains(x.CenterId));
        return state switch
        {
            ToIssueState.Ready => lines.Where(x => x.IsDue && !live.Any(c => EF.Property<int?>(c, column) == x.Id)),
            ToIssueState.NotDue => lines.Where(x => !x.IsDue && !live.Any(c => EF.Property<int?>(c, column) == x.Id)),
            _ => lines.Where(x => live.Any(c => EF.Property<int?>(c, column) == x.Id)),
        };
    }
}
