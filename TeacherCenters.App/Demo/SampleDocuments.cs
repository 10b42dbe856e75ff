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

    public async Task IssueAsync(WriteUnit unit, TrainingEvent of, List<(Enrollment Row, SamplePerson Person)> learners, CancellationToken cancellation)
    {
        var center = places.Centers.Single(x => x.Id == of.CenterId);
        var signatories = places.Signatories[center.Id];
        var head = signatories.Single(x => x.Kind == SignatoryKind.Head);
        var secretary = signatories.Single(x => x.Kind == SignatoryKind.Secretary);
        var issuedOn = of.EndsOn.AddDays(3);
        var bytes = new byte[16];
        random.NextBytes(bytes);
        var batch = new Guid(bytes);
        var made = new List<Certificate>();
        foreach (var (row, person) in learners.OrderBy(x => SearchName.Of(x.Person.Name.Full), StringComparer.Ordinal))
        {
            var due = CertificateRules.Decide(Facts(of, row, person), _settings);
            if (due.WhyNot is not null) continue;
            var snapshot = CertificateIssuing.Blank(center, head, secretary, _settings, due.Kind, issuedOn) with
            {
                FamilyName = person.Name.Family, GivenName = person.Name.Given, Patronymic = person.Name.Patronymic, IsFemale = person.Sex == Sex.Female,
                DativeName = NameCases.Dative(person.Name, person.Sex).Text, ResultLine = CertificateRules.ResultLine(due.Kind, row.Status, row.Result, person.Sex),
                Title = of.Title, Hours = of.Hours, From = of.StartsOn, To = of.EndsOn,
                ProtocolNumber = of.ProtocolNumber, ProtocolDate = of.ProtocolDate, OrderNumber = of.OrderNumber, OrderDate = of.OrderDate,
            };
            made.Add(await CertificateIssuing.RegisterAsync(unit, center, new CertificateDraft(snapshot, person.Id, row.Id, batch, ""), cancellation));
        }
        foreach (var document in made)
        {
            document.MarkPrinted(issuedOn);
            document.HandOver(issuedOn.AddDays(4), HandOverWay.InPerson, null);
        }
        await unit.FlushAsync(cancellation);
    }

    private static CertificateFacts Facts(TrainingEvent of, Enrollment row, SamplePerson person) => new()
    {
        EventStatus = of.Status, Terms = new DocumentTerms(of.Kind, of.Hours, of.Document), Status = row.Status, Result = row.Result,
        Name = person.Name, Sex = person.Sex, Citizenship = "643",
    };
}
