using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Mentoring;

/// <summary>Two centers with a school each; people are added as the test names them. The day is 23.11.2026.</summary>
internal sealed class MentoringCenter
{
    private MentoringCenter(TestStore store)
    {
        Store = store;
        (Queries, Board) = (new(store.Store, store.Clock), new(store.Store, store.Clock));
        (Commands, Log) = (new(store.Store), new(store.Store));
    }

    public TestStore Store { get; }

    public MentorshipQueries Queries { get; }

    public BoardQueries Board { get; }

    public MentorshipCommands Commands { get; }

    public MentorLogCommands Log { get; }

    public required Center Center { get; init; }

    public required Center Other { get; init; }

    public required Municipality Municipality { get; init; }

    public required School School { get; init; }

    public required School Far { get; init; }

    public Actor Coordinator => A.Coordinator(Center.Id);

    public static async Task<MentoringCenter> CreateAsync(TestStore store)
    {
        var (center, other, near, away) = (A.Center(), A.Center(), A.Municipality(), A.Municipality());
        await store.AddAsync(center, other, near, away);
        var (school, far) = (A.School(near), A.School(away));
        await store.AddAsync(school, far);
        return new(store) { Center = center, Other = other, Municipality = near, School = school, Far = far };
    }

    /// <summary>Somebody of 25 years who began to teach this September, linked to the center.</summary>
    public Task<Person> YoungAsync(string family, string? subject = "Математика", School? school = null, Center? center = null, DateOnly? born = null, DateOnly? since = null) =>
        PersonAsync(family, subject, school, center, born ?? new(2001, 5, 10), since ?? new(2026, 9, 1));

    /// <summary>Somebody of 50 years whom the center counts among its mentors.</summary>
    public async Task<Person> MentorAsync(string family, string? subject = "Математика", School? school = null, Center? center = null)
    {
        var person = await PersonAsync(family, subject, school, center, new(1976, 3, 1), new(1998, 9, 1));
        await Store.AddAsync(new Mentor { CenterId = (center ?? Center).Id, PersonId = person.Id, Direction = MentoringDirection.Subject, Since = new(2020, 9, 1) });
        return person;
    }

    public MentorshipForm Form(Person mentor, Person mentee, MentoringDirection direction = MentoringDirection.Subject) => new()
    {
        CenterId = Center.Id, MentorId = mentor.Id, MenteeId = mentee.Id, Direction = direction, From = new(2026, 9, 1), To = new(2027, 5, 31),
    };

    /// <summary>A form with the order and both consents.</summary>
    public MentorshipForm Whole(Person mentor, Person mentee, MentoringDirection direction = MentoringDirection.Subject)
    {
        var form = Form(mentor, mentee, direction);
        (form.OrderNumber, form.OrderDate, form.MentorConsentOn, form.MenteeConsentOn) = ("12-н", new(2026, 9, 1), new(2026, 9, 1), new(2026, 9, 2));
        return form;
    }

    public async Task<int> AssignAsync(MentorshipForm form, Actor? actor = null) => (await Commands.AssignAsync(actor ?? Coordinator, form)).ShouldSucceed();

    public Task<Mentorship> PairAsync(int id) => Store.ReadAsync(db => db.Set<Mentorship>().SingleAsync(x => x.Id == id));

    public async Task<int> VersionAsync(int id) => (await PairAsync(id)).Version;

    public Task<IReadOnlyList<Problem>> WrongAsync() => Store.ReadAsync(async db => (IReadOnlyList<Problem>)
        [.. await MentoringInvariants.PlacesAsync(db, Store.Files), .. await MentoringInvariants.PairsAsync(db, Store.Files), .. await MentoringInvariants.MeetingsAsync(db, Store.Files)]);

    private async Task<Person> PersonAsync(string family, string? subject, School? school, Center? center, DateOnly born, DateOnly since)
    {
        var person = A.Person(family);
        (person.BirthDate, person.TeachingSince) = (born, since);
        await Store.AddAsync(person);
        await Store.AddAsync(
            new PersonLink { PersonId = person.Id, CenterId = (center ?? Center).Id },
            new Employment { PersonId = person.Id, SchoolId = (school ?? School).Id, Position = "Учитель", Category = WorkerCategory.Teacher, Subject = subject });
        return person;
    }
}
