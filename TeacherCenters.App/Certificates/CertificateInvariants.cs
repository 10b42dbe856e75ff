using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Data;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;

namespace TeacherCenters.Certificates;

/// <summary>What must hold of documents after any fault; each answers sentences about what does not.</summary>
public static class CertificateInvariants
{
    /// <summary>All of them together.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        [.. await NumbersAsync(db, files, ct), .. await LiveAsync(db, files, ct), .. await DueAsync(db, files, ct), .. await SnapshotsAsync(db, files, ct), .. await FilesAsync(db, files, ct)];

    /// <summary>Numbers run from 1 without gaps in each sequence, and its counter stands at the last.</summary>
    public static async Task<IReadOnlyList<string>> NumbersAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<string>();
        var rows = await db.Set<Certificate>().Select(x => new { x.CenterId, x.Kind, x.Year, x.Sequence, x.Number, x.IssuedOn }).ToListAsync(ct);
        var counters = await db.Set<NumberSeries>().Where(x => x.Name.StartsWith("certificate:")).ToDictionaryAsync(x => x.Name, x => x.Last, ct);
        foreach (var series in rows.GroupBy(x => CertificateRules.SeriesName(x.CenterId, x.Kind, x.Year)))
        {
            var numbers = series.Select(x => x.Sequence).Order().ToList();
            for (var i = 0; i < numbers.Count; i++)
            {
                if (numbers[i] == i + 1) continue;
                found.Add($"{series.Key}: number {i + 1} is missing or used twice.");
                break;
            }
            if (!counters.Remove(series.Key, out var last)) found.Add($"{series.Key}: there is no counter.");
            else if (last != numbers[^1]) found.Add($"{series.Key}: the counter stands at {last}, the last number is {numbers[^1]}.");
            found.AddRange(series
                .Where(x => x.IssuedOn.Year != x.Year || !x.Number.EndsWith(string.Create(CultureInfo.InvariantCulture, $"-{x.Year:0000}/{x.Sequence:00000}"), StringComparison.Ordinal))
                .Select(x => $"{x.Number}: the text does not fit year {x.Year} and place {x.Sequence}."));
        }
        found.AddRange(counters.Where(x => x.Value > 0).Select(x => $"{x.Key}: the counter stands at {x.Value}, and there is no document."));
        found.AddRange(rows.GroupBy(x => x.Number).Where(x => x.Skip(1).Any()).Select(x => $"{x.Key}: stands on more than one document."));
        return found;
    }

    /// <summary>At most one document of a kind holds for a subject; what was replaced has its duplicate, for the same subject.</summary>
    public static async Task<IReadOnlyList<string>> LiveAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var rows = await db.Set<Certificate>().Select(x => new { x.Id, x.EnrollmentId, x.InternshipId, x.AssessmentId, x.MentorshipId, x.Kind, x.Number, x.Status, x.OriginalId }).ToListAsync(ct);
        var originals = rows.ToDictionary(x => x.Id, x => (x.EnrollmentId, x.InternshipId, x.AssessmentId, x.MentorshipId));
        var twice = rows
            .Where(x => Certificate.Holds(x.Status))
            .GroupBy(x => (x.EnrollmentId, x.InternshipId, x.AssessmentId, x.MentorshipId, x.Kind))
            .Where(x => x.Skip(1).Any())
            .Select(x => $"One subject has more than one {x.Key.Kind} that holds: {string.Join(", ", x.Select(c => c.Number))}.");
        var strangers = rows
            .Where(x => x.OriginalId is { } original && originals[original] != (x.EnrollmentId, x.InternshipId, x.AssessmentId, x.MentorshipId))
            .Select(x => $"{x.Number}: a duplicate for another subject than its original.");
        var lastOfChain = rows.Where(x => x.OriginalId is not null).GroupBy(x => x.OriginalId!.Value).ToDictionary(x => x.Key, x => x.Max(c => c.Id));
        var orphans = rows
            .Where(x => x.Status == CertificateStatus.Replaced && lastOfChain.GetValueOrDefault(x.OriginalId ?? x.Id) <= x.Id)
            .Select(x => $"{x.Number}: replaced, and there is no duplicate.");
        return [.. twice, .. strangers, .. orphans];
    }

    /// <summary>An internship, assessment or mentorship whose document holds still earns it. Of participations completing and reopening their event says that.</summary>
    public static async Task<IReadOnlyList<string>> DueAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var live = db.Set<Certificate>().Where(x => x.Status != CertificateStatus.Annulled && x.Status != CertificateStatus.Replaced);
        var internships = await live.Join(db.Set<Internship>(), x => x.InternshipId, x => (int?)x.Id, (document, of) => new { document.Number, of.Status, of.Result }).ToListAsync(ct);
        var assessments = await live.Join(db.Set<Assessment>(), x => x.AssessmentId, x => (int?)x.Id, (document, of) => new { document.Number, of.Status }).ToListAsync(ct);
        var mentorships = await live.Join(db.Set<Mentorship>(), x => x.MentorshipId, x => (int?)x.Id, (document, of) => new { document.Number, of.Status }).ToListAsync(ct);
        return
        [
            .. from x in internships.Select(x => (x.Number, Why: SubjectRules.NotDue(x.Status, x.Result)))
                .Concat(assessments.Select(x => (x.Number, Why: SubjectRules.NotDue(x.Status))))
                .Concat(mentorships.Select(x => (x.Number, Why: SubjectRules.NotDue(x.Status))))
               where x.Why is not null
               select $"{x.Number}: holds, and what it is about does not earn it ({x.Why.Key}).",
        ];
    }

    /// <summary>Every snapshot can be read and says what its row says.</summary>
    public static async Task<IReadOnlyList<string>> SnapshotsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<string>();
        var rows = db.Set<Certificate>().Select(x => new { x.Number, x.IssuedOn, x.Kind, x.Title, x.PersonName, x.Snapshot }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct))
        {
            try
            {
                var snapshot = CertificateSnapshot.Parse(row.Snapshot);
                if ((snapshot.Number, snapshot.IssuedOn, snapshot.Kind, snapshot.Title, snapshot.Name.Full) != (row.Number, row.IssuedOn, row.Kind, row.Title, row.PersonName))
                    found.Add($"{row.Number}: the snapshot says something else than the register.");
            }
            catch (JsonException)
            {
                found.Add($"{row.Number}: the snapshot cannot be read.");
            }
        }
        return found;
    }

    /// <summary>Every kept PDF is there with the content that its hash names.</summary>
    public static async Task<IReadOnlyList<string>> FilesAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<string>();
        foreach (var row in await db.Set<Certificate>().Where(x => x.PdfHash != null).Select(x => new { x.Number, Hash = x.PdfHash! }).ToListAsync(ct))
            if (await files.FaultAsync(row.Hash, ct) is { } fault) found.Add($"{row.Number}: its PDF {fault}.");
        return found;
    }
}
