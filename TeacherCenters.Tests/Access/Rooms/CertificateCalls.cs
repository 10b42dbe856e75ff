using TeacherCenters.Assessments;
using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class CertificateCalls : SampleCalls
{
    public CertificateCalls()
    {
        Verb<CertificateCommands>("IssueAsync", (verbs, at, actor) => verbs.IssueAsync(actor, IssueFrom.Event(Event(at)), Form(at.Id<Enrollment>("earned"))), "for an event");
        Verb<CertificateCommands>("IssueAsync", (verbs, at, actor) => verbs.IssueAsync(actor, IssueFrom.Center(CertificateSubject.Internship, at.Center), Form(at.Id<Internship>("passed"))), "for an internship");
        Verb<CertificateCommands>("IssueAsync", (verbs, at, actor) => verbs.IssueAsync(actor, IssueFrom.Center(CertificateSubject.Assessment, at.Center), Form(at.Id<Assessment>("completed"))), "for an assessment");
        Verb<CertificateCommands>("MarkPrintedAsync", (verbs, at, actor) => verbs.MarkPrintedAsync(actor, [at.Id<Certificate>()]));
        Verb<CertificateCommands>("HandOverAsync", (verbs, at, actor) => verbs.HandOverAsync(actor, new() { Ids = [at.Id<Certificate>("printed")], On = A.Today }));
        Verb<CertificateCommands>("AnnulAsync", (verbs, at, actor) => verbs.AnnulAsync(actor, at.Id<Certificate>(), new() { Version = at.Version<Certificate>(), On = A.Today, Order = "1", Reason = "Ошибка" }));
        Verb<CertificateCommands>("DuplicateAsync", (verbs, at, actor) => verbs.DuplicateAsync(actor, at.Id<Certificate>(), new() { Version = at.Version<Certificate>(), IssuedOn = A.Today, Reason = "Утрата" }));
        Address("page /verify/{Token}", at => $"/verify/{at.Text("token")}");
        Address("GET /certificates/{token}.pdf", at => $"/certificates/{at.Text("token")}.pdf");
        Address("GET /certificates/batch/{batchKey:guid}.pdf", at => $"/certificates/batch/{at.Text("batch")}.pdf");
        Address("GET /events/{id:int}/certificates.pdf", at => $"/events/{Event(at)}/certificates.pdf");
        Address("GET /events/{id:int}/certificates-sheet.pdf", at => $"/events/{Event(at)}/certificates-sheet.pdf");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var of = A.Event(at.The<Center>(), EventStatus.Closed, starts: A.Today.AddDays(-10));
        of.Complete("7", of.EndsOn, "12-к", of.EndsOn);
        of.ChangeSeats(3);
        await at.PutAsync(of, "documents");
        foreach (var name in new[] { "earned", "certified", "printed" })
        {
            var learner = A.Enrollment(of, await at.PersonAsync("document " + name), EnrollmentStatus.Completed);
            learner.Result = FinalResult.Passed;
            await at.PutAsync(learner, name);
        }
        var verbs = new CertificateCommands(at.Store.Store);
        var issued = (await verbs.IssueAsync(Actor.System, IssueFrom.Event(of.Id), Form(at.Id<Enrollment>("certified"), at.Id<Enrollment>("printed")))).ShouldSucceed();
        (await verbs.MarkPrintedAsync(Actor.System, [issued.Documents[1].Id])).ShouldSucceed();
        await at.FoundAsync<Certificate>(issued.Documents[0].Id);
        await at.FoundAsync<Certificate>(issued.Documents[1].Id, "printed");
        at.Keep("token", issued.Documents[0].Token);
        at.Keep("batch", issued.BatchKey.ToString());
        var internship = new Internship
        {
            CenterId = at.Center, PersonId = at.Id<Person>("somebody"), HostSchoolId = at.Id<School>(), SupervisorName = "Белова Ольга Павловна", From = A.Today.AddDays(-40), To = A.Today.AddDays(-30), Hours = 36,
        };
        internship.Complete(InternshipResult.Passed, A.Today.AddDays(-30));
        await at.PutAsync(internship, "passed");
    }

    private static int Event(Place at) => at.Id<TrainingEvent>("documents");

    private static IssueForm Form(params int[] subjects) => new() { SubjectIds = subjects, IssuedOn = A.Today };
}
