using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Certificates;

/// <summary>A completed event whose learners have earned a document, and the verbs on it.</summary>
internal sealed class IssuedEvent
{
    private IssuedEvent(TestStore store, Center center, TrainingEvent of, Enrollment[] learners)
    {
        (Store, Center, Event, Learners) = (store, center, of, learners);
        Commands = new CertificateCommands(store.Store);
        Queries = new CertificateQueries(store.Store, store.Clock);
    }

    public TestStore Store { get; }

    public Center Center { get; }

    public TrainingEvent Event { get; }

    /// <summary>In the order of the names.</summary>
    public Enrollment[] Learners { get; }

    public CertificateCommands Commands { get; }

    public CertificateQueries Queries { get; }

    public Actor Clerk => A.Clerk(Center.Id);

    /// <param name="families">One learner each; all passed the final assessment.</param>
    public static async Task<IssuedEvent> CreateAsync(TestStore store, Center? center = null, params string[] families)
    {
        if (center is null)
        {
            center = A.Center();
            await store.AddAsync(center);
            await store.AddAsync(A.Head(center), A.Secretary(center));
        }
        var of = A.Event(center, EventStatus.Closed, capacity: Math.Max(25, families.Length), starts: A.Today.AddDays(-10));
        of.Complete("7", of.EndsOn, "12-к", of.EndsOn).ShouldSucceed();
        var people = families.Select(family =>
        {
            var person = A.Person(family);
            person.Sex = Sex.Female;
            return person;
        }).ToArray();
        await store.AddAsync([of, .. people]);
        var learners = people.Select(person =>
        {
            var row = A.Enrollment(of, person, EnrollmentStatus.Completed);
            row.Result = FinalResult.Passed;
            return row;
        }).ToArray();
        await store.AddAsync([.. learners]);
        await store.ChangeAsync(async unit => (await unit.Db.FindAsync<TrainingEvent>(of.Id))!.ChangeSeats(learners.Length));
        return new IssuedEvent(store, center, of, learners);
    }

    public IssueForm Form(params Enrollment[] chosen) => new() { SubjectIds = [.. (chosen.Length == 0 ? Learners : chosen).Select(x => x.Id)], IssuedOn = A.Today };

    public Task<Result<IssuedBatch>> IssueAsync(IssueForm? form = null) => Commands.IssueAsync(Clerk, IssueFrom.Event(Event.Id), form ?? Form());

    public Task<IReadOnlyList<Problem>> WrongAsync() => Store.ReadAsync(db => CertificateInvariants.CheckAsync(db, Store.Files));
}
