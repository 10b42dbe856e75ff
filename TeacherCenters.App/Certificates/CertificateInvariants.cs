using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;

namespace TeacherCenters.Certificates;

/// <summary>What must hold of documents after any fault; each answers sentences about what does not.</summary>
public static class CertificateInvariants
{
    /// <summary>All of them together.</summary>
    public static async Task<IReadOnlyList<Problem>> CheckAsync(AppDb db, FileStore files, CancellationToken ct = default) =>
        [.. await NumbersAsync(db, files, ct), .. await LiveAsync(db, files, ct), .. await DueAsync(db, files, ct), .. await SnapshotsAsync(db, files, ct), .. await FilesAsync(db, files, ct)];

    /// <summary>Numbers run from 1 without gaps in each sequence, and its counter stands at the last.</summary>
    public static async Task<IReadOnlyList<Problem>> NumbersAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<Problem>();
        var rows = await db.Set<Certificate>().Select(x => new { x.CenterId, x.Kind, x.Year, x.Sequence, x.Number, x.IssuedOn }).ToListAsync(ct);
        var counters = await db.Set<NumberSeries>().Where(x => x.Name.StartsWith("certificate:")).ToDictionaryAsync(x => x.Name, x => x.Last, ct);
        foreach (var series in rows.GroupBy(x => CertificateRules.SeriesName(x.CenterId, x.Kind, x.Year)))
        {
            var numbers = series.Select(x => x.Sequence).Order().ToList();
            for (var i = 0; i < numbers.Count; i++)
            {
                if (numbers[i] == i + 1) continue;
                found.Add(new Problem("Found_NumberGap", series.Key, i + 1));
                break;
            }
            if (!counters.Remove(series.Key, out var last)) found.Add(new Problem("Found_NoCounter", series.Key));
            else if (last != numbers[^1]) found.Add(new Problem("Found_Counter", series.Key, last, numbers[^1]));
            found.AddRange(series
                .Where(x => x.IssuedOn.Year != x.Year || !x.Number.EndsWith(string.Create(CultureInfo.InvariantCulture, $"-{x.Year:0000}/{x.Sequence:00000}"), StringComparison.Ordinal))
                .Select(x => new Problem("Found_NumberText", x.Number, x.Year, x.Sequence)));
        }
        found.AddRange(counters.Where(x => x.Value > 0).Select(x => new Problem("Found_CounterAlone", x.Key, x.Value)));
        found.AddRange(rows.GroupBy(x => x.Number).Where(x => x.Skip(1).Any()).Select(x => new Problem("Found_NumberTwice", x.Key)));
        return found;
    }

    /// <summary>At most one document of a kind holds for a subject; what was replaced has its duplicate, for the same subject.</summary>
    public static async Task<IReadOnlyList<Problem>> LiveAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var rows = await db.Set<Certificate>().Select(x => new { x.Id, x.EnrollmentId, x.InternshipId, x.AssessmentId, x.MentorshipId, x.Kind, x.Number, x.Status, x.OriginalId }).ToListAsync(ct);
        var originals = rows.ToDictionary(x => x.Id, x => (x.EnrollmentId, x.InternshipId, x.AssessmentId, x.MentorshipId));
        var twice = rows
            .Where(x => Certificate.Holds(x.Status))
            .GroupBy(x => (x.EnrollmentId, x.InternshipId, x.AssessmentId, x.MentorshipId, x.Kind))
            .Where(x => x.Skip(1).Any())
            .Select(x => new Problem("Found_LiveTwice", x.Key.Kind, string.Join(", ", x.Select(c => c.Number))));
        var strangers = rows
            .Where(x => x.OriginalId is { } original && originals[original] != (x.EnrollmentId, x.InternshipId, x.AssessmentId, x.MentorshipId))
            .Select(x => new Problem("Found_DuplicateOfAnother", x.Number));
        var lastOfChain = rows.Where(x => x.OriginalId is not null).GroupBy(x => x.OriginalId!.Value).ToDictionary(x => x.Key, x => x.Max(c => c.Id));
        var orphans = rows
            .Where(x => x.Status == CertificateStatus.Replaced && lastOfChain.GetValueOrDefault(x.OriginalId ?? x.Id) <= x.Id)
            .Select(x => new Problem("Found_ReplacedAlone", x.Number));
        return [.. twice, .. strangers, .. orphans];
    }

    /// <summary>An internship, assessment or mentorship whose document holds still earns it. Of participations completing and reopening their event says that.</summary>
    public static async Task<IReadOnlyList<Problem>> DueAsync(AppDb db, FileStore files, CancellationToken ct = default)
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
               select new Problem("Found_NotDue", x.Number, x.Why),
        ];
    }

    /// <summary>Every snapshot can be read and says what its row says.</summary>
    public static async Task<IReadOnlyList<Problem>> SnapshotsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<Problem>();
        var rows = db.Set<Certificate>().Select(x => new { x.Number, x.IssuedOn, x.Kind, x.Title, x.PersonName, x.Snapshot }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct))
        {
            try
            {
                var snapshot = CertificateSnapshot.Parse(row.Snapshot);
                if ((snapshot.Number, snapshot.IssuedOn, snapshot.Kind, snapshot.Title, snapshot.Name.Full) != (row.Number, row.IssuedOn, row.Kind, row.Title, row.PersonName))
                    found.Add(new Problem("Found_SnapshotDiffers", row.Number));
            }
            catch (JsonException)
            {
                found.Add(new Problem("Found_SnapshotUnread", row.Number));
            }
        }
        return found;
    }

    /// <summary>Every kept PDF is there with the content that its hash names.</summary>
    public static async Task<IReadOnlyList<Problem>> FilesAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var found = new List<Problem>();
        foreach (var row in await db.Set<Certificate>().Where(x => x.PdfHash != null).Select(x => new { x.Number, Hash = x.PdfHash! }).ToListAsync(ct))
            if (await files.FaultAsync(row.Hash, ct) is { } fault) found.Add(new Problem("Found_Pdf", row.Number, fault));
        return found;
    }
}
