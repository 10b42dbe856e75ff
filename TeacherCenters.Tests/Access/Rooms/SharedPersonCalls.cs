using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Access.Rooms;

/// <summary>Calls none: somebody whom both centers know, with something in every room of this one. The other center sees the person and nothing of what is theirs here.</summary>
internal sealed class SharedPersonCalls : SampleCalls
{
    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        if (at != world.Here) return;
        // Neither name nor school tells of this center.
        var person = A.Person("Общая");
        (person.Sex, person.BirthDate, person.TeachingSince) = (Sex.Female, new(1999, 5, 10), new(2025, 9, 1));
        await at.PutAsync(person, "shared");
        await at.Store.AddAsync(
            new PersonLink { PersonId = person.Id, CenterId = at.Center }, new PersonLink { PersonId = person.Id, CenterId = world.There.Center },
            new Employment { PersonId = person.Id, SchoolId = world.There.Id<School>(), Position = "директор", Category = WorkerCategory.Head });

        var of = A.Event(at.The<Center>(), EventStatus.Closed, starts: A.Today.AddDays(-15), title: at.Marker + "овые курсы");
        of.Complete("7", of.EndsOn, "12-к", of.EndsOn).ShouldSucceed();
        of.ChangeSeats(1);
        await at.PutAsync(of, "shared");
        var session = A.Session(of);
        session.Trainers.Add(new SessionTrainer { PersonId = person.Id });
        await at.PutAsync(session, "shared");
        var learner = A.Enrollment(of, person, EnrollmentStatus.Completed);
        learner.Result = FinalResult.Passed;
        await at.PutAsync(learner, "shared");
        var issued = await new CertificateCommands(at.Store.Store).IssueAsync(Actor.System, IssueFrom.Event(of.Id), new() { SubjectIds = [learner.Id], IssuedOn = A.Today });
        await at.FoundAsync<Certificate>(issued.ShouldSucceed().Documents[0].Id, "shared");

        var helper = await at.PersonAsync("helper of the shared");
        await at.PutAsync(new Mentorship { CenterId = at.Center, MentorId = helper.Id, MenteeId = person.Id, Direction = MentoringDirection.Subject, Form = MentoringForm.OneToOne, From = new(2026, 9, 1), To = new(2027, 5, 31) }, "shared");
        await at.PutAsync(new LearningRoute { CenterId = at.Center, PersonId = person.Id, TutorId = helper.Id, From = A.Today.AddDays(-60), To = A.Today.AddDays(120), Goal = at.Marker + "овая цель" }, "shared");
        await at.PutAsync(new Internship { CenterId = at.Center, PersonId = person.Id, HostSchoolId = world.There.Id<School>(), SupervisorName = at.Marker + "ова Анна", From = A.Today.AddDays(-10), To = A.Today.AddDays(3), Hours = 36 }, "shared");
        var procedure = await at.PutAsync(new AssessmentProcedure { CenterId = at.Center, Title = at.Marker + "овая оценка" }, "shared");
        await at.PutAsync(new Assessment { CenterId = at.Center, ProcedureId = procedure.Id, PersonId = person.Id, StatusAt = at.Store.Clock.UtcNow, AppliedOn = A.Today, ConsentOn = A.Today }, "shared");
        await at.PutAsync(new HeadAttestation { CenterId = at.Center, PersonId = person.Id, Kind = AttestationKind.Acting, AppliedOn = A.Today, SchoolId = world.There.Id<School>(), MunicipalityId = world.There.Id<Municipality>(), Position = "директор" }, "shared");
        var practice = new Practice { CenterId = at.Center, Kind = PracticeKind.Practice, ProposedOn = A.Today, ProposedBy = "Координатор" };
        practice.Describe(at.Marker + "овый опыт", null, null);
        practice.Authors.Add(new PracticeAuthor { PersonId = person.Id, Order = 1 });
        await at.PutAsync(practice, "shared");
    }
}
