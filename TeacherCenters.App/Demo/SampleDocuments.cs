using Microsoft.EntityFrameworkCore;
using TeacherCenters.Certificates;
using TeacherCenters.Centers;
using TeacherCenters.Completion;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.Settings;

namespace TeacherCenters.Demo;

/// <summary>Documents of the sample's completed events, numbered and frozen by the same code as real ones.</summary>
internal sealed class SampleDocuments(SamplePlaces places, Random random)
{
    private readonly NetworkSettings _settings = new();

    public async Task IssueAsync(WriteUnit unit, TrainingEvent of, List<(Enrollment Row, SamplePerson Person)> learners, Dictionary<int, int> hours, CancellationToken cancellation)
    {
        var center = places.Centers.Single(x => x.Id == of.CenterId);
        var signatories = places.Signatories[center.Id];
        var head = signatories.Single(x => x.Kind == SignatoryKind.Head);
        var secretary = signatories.Single(x => x.Kind == SignatoryKind.Secretary);
        var issuedOn = of.EndsOn.AddDays(3);
        var batch = NextKey();
        var made = new List<Certificate>();
        foreach (var (row, person) in learners.OrderBy(x => SearchName.Of(x.Person.Name.Full), StringComparer.Ordinal))
        {
            var due = CertificateRules.Decide(Facts(of, row, person, hours.GetValueOrDefault(row.Id)), _settings);
            if (due.WhyNot is not null) continue;
            var blank = CertificateIssuing.Blank(center, head, secretary, _settings, due.Kind, issuedOn) with
            {
                FamilyName = person.Name.Family, GivenName = person.Name.Given, Patronymic = person.Name.Patronymic, IsFemale = person.Sex == Sex.Female,
                DativeName = NameCases.Dative(person.Name, person.Sex).Text,
            };
            var snapshot = CertificateCandidates.OfLearner(blank, of, due.Kind, row, hours.GetValueOrDefault(row.Id), person.Sex);
            made.Add(await CertificateIssuing.RegisterAsync(unit, center, new CertificateDraft(snapshot, person.Id, new(CertificateSubject.Enrollment, row.Id), batch, ""), cancellation));
        }
        foreach (var document in made) HandOver(document, issuedOn);
        await unit.FlushAsync(cancellation);
    }

    /// <summary>Documents for what ended outside of events: what ended longer ago than a month has its document but for one in eight, what is younger waits.</summary>
    public async Task IssueForSubjectsAsync(WriteUnit unit, DateOnly asOf, CancellationToken cancellation)
    {
        foreach (var subject in new[] { CertificateSubject.Internship, CertificateSubject.Assessment, CertificateSubject.Mentorship })
        {
            var lines = await SubjectSource.Of(subject).Lines(unit.Db, asOf).Where(x => x.IsDue && x.EndsOn < asOf.AddDays(-30)).OrderBy(x => x.EndsOn).ThenBy(x => x.Id).ToListAsync(cancellation);
            foreach (var month in lines.Where(_ => random.Next(8) != 0).GroupBy(x => (x.CenterId, x.EndsOn.Year, x.EndsOn.Month)))
                await IssueMonthAsync(unit, subject, month.Key.CenterId, [.. month], cancellation);
        }
    }

    private async Task IssueMonthAsync(WriteUnit unit, CertificateSubject subject, int centerId, List<SubjectLine> lines, CancellationToken cancellation)
    {
        var center = places.Centers.Single(x => x.Id == centerId);
        var signatories = places.Signatories[centerId];
        // A month's documents are made out together, on a day by which the last of them had ended.
        var issuedOn = lines.Max(x => x.EndsOn).AddDays(3);
        var batch = NextKey();
        foreach (var one in await SubjectSource.Of(subject).ReadAsync(unit.Db, centerId, [.. lines.Select(x => x.Id)], cancellation))
        {
            if (!one.Due.IsEligible) continue;
            var blank = CertificateIssuing.Blank(center, signatories.Single(x => x.Kind == SignatoryKind.Head), signatories.Single(x => x.Kind == SignatoryKind.Secretary), _settings, one.Due.Kind, issuedOn);
            HandOver(await CertificateIssuing.RegisterAsync(unit, center, new CertificateDraft(one.Write(blank.For(one.Person)), one.Person.Id, new(subject, one.SubjectId), batch, ""), cancellation), issuedOn);
        }
        await unit.FlushAsync(cancellation);
    }

    private static void HandOver(Certificate document, DateOnly issuedOn)
    {
        document.MarkPrinted(issuedOn);
        document.HandOver(issuedOn.AddDays(4), HandOverWay.InPerson, null);
    }

    private Guid NextKey()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static CertificateFacts Facts(TrainingEvent of, Enrollment row, SamplePerson person, int credited) => new()
    {
        EventStatus = of.Status, Terms = new DocumentTerms(of.Kind, of.Hours, of.Document), Status = row.Status, Result = row.Result, Credited = credited,
        Name = person.Name, Sex = person.Sex, Citizenship = "643",
    };
}
