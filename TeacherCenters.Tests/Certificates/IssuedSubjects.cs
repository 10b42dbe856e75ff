using TeacherCenters.Assessments;
using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Certificates;

/// <summary>A center with what it has brought to an end outside of events, and the verbs that give documents for it.</summary>
internal sealed class IssuedSubjects
{
    private static readonly DateTime At = new(2026, 11, 1, 9, 0, 0, DateTimeKind.Utc);
    private int _hour = 8;

    public required TestStore Store { get; init; }

    public required Center Center { get; init; }

    public required School School { get; init; }

    public required AssessmentProcedure Procedure { get; init; }

    public required AssessmentSession Session { get; init; }

    /// <summary>The day on which everything here ended.</summary>
    public static DateOnly Ended => A.Today.AddDays(-5);

    public CertificateCommands Commands => new(Store.Store);

    public CertificateQueries Queries => new(Store.Store, Store.Clock);

    public ToIssueQueries ToIssue => new(Store.Store, Store.Clock);

    public Actor Clerk => A.Clerk(Center.Id);

    public static async Task<IssuedSubjects> CreateAsync(TestStore store, string host = "МБОУ «Лицей № 1»")
    {
        var (center, municipality) = (A.Center(), A.Municipality());
        await store.AddAsync(center, municipality);
        var school = A.School(municipality, host);
        var procedure = new AssessmentProcedure { CenterId = center.Id, Title = "Оценка предметной компетенции" };
        procedure.Criteria.Add(new() { Tool = AssessmentTool.Test, Title = "Предметный тест", MaxPoints = 60, Order = 1 });
        await store.AddAsync(school, procedure, A.Head(center), A.Secretary(center));
        var session = new AssessmentSession { CenterId = center.Id, ProcedureId = procedure.Id, Date = Ended, Starts = new(8, 0), Ends = new(20, 0), SlotMinutes = 60, SeatsPerSlot = 1 };
        await store.AddAsync(session);
        return new() { Store = store, Center = center, School = school, Procedure = procedure, Session = session };
    }

    public IssueFrom From(CertificateSubject subject) => IssueFrom.Center(subject, Center.Id);

    public static IssueForm Form(params int[] ids) => new() { SubjectIds = ids, IssuedOn = A.Today };

    public Task<Result<IssuedBatch>> IssueAsync(CertificateSubject subject, params int[] ids) => Commands.IssueAsync(Clerk, From(subject), Form(ids));

    /// <summary>One that earned its document.</summary>
    public Task<int> DoneAsync(CertificateSubject subject, string family = "Иванова") => subject switch
    {
        CertificateSubject.Internship => InternshipAsync(family, InternshipResult.Passed),
        CertificateSubject.Assessment => AssessmentAsync(family, AssessmentStatus.Completed),
        _ => MentorshipAsync(family, MentorshipEnd.Completed),
    };

    /// <param name="result">Null leaves it planned.</param>
    public async Task<int> InternshipAsync(string family = "Иванова", InternshipResult? result = null, bool cancelled = false, int? eventId = null, Person? person = null)
    {
        person ??= await PersonAsync(family);
        var made = new Internship
        {
            CenterId = Center.Id, PersonId = person.Id, EventId = eventId, HostSchoolId = School.Id, SupervisorName = "Белова Ольга Павловна", SupervisorPost = "заместитель директора",
            From = Ended.AddDays(-10), To = Ended, Hours = 36,
        };
        if (result is { } known) made.Complete(known, Ended).ShouldSucceed();
        if (cancelled) made.Cancel("Болезнь", Ended).ShouldSucceed();
        await Store.AddAsync(made);
        return made.Id;
    }

    public async Task<int> AssessmentAsync(string family, AssessmentStatus until, AssessmentLevel level = AssessmentLevel.High)
    {
        var person = await PersonAsync(family);
        var slot = new AssessmentSlot { CenterId = Center.Id, SessionId = Session.Id, Starts = new(_hour, 0), Ends = new(_hour + 1, 0), Seats = 1 };
        _hour++;
        await Store.AddAsync(slot);
        var id = 0;
        await Store.ChangeAsync(async unit =>
        {
            var made = new Assessment { CenterId = Center.Id, ProcedureId = Procedure.Id, PersonId = person.Id, StatusAt = At, AppliedOn = Ended.AddDays(-20), ConsentOn = Ended.AddDays(-20) };
            unit.Db.Add(made);
            made.MoveTo(AssessmentStatus.Checked, At).ShouldSucceed();
            made.Book((await unit.Db.FindAsync<AssessmentSlot>(slot.Id))!, At).ShouldSucceed();
            made.MoveTo(AssessmentStatus.TookPlace, At).ShouldSucceed();
            if (until is AssessmentStatus.Scored or AssessmentStatus.Completed) made.Score(new FinalScore(56, 60, 93.3m, level), At).ShouldSucceed();
            if (until == AssessmentStatus.Completed) made.Complete(Ended, Ended.AddYears(3), At).ShouldSucceed();
            await unit.FlushAsync();
            id = made.Id;
        });
        return id;
    }

    /// <param name="end">Null leaves it active, over its planned end.</param>
    public async Task<int> MentorshipAsync(string family = "Иванова", MentorshipEnd? end = null)
    {
        var (mentor, mentee) = (await PersonAsync(family), await PersonAsync("Сидорова", "Анна", "Ивановна"));
        var made = new Mentorship
        {
            CenterId = Center.Id, MentorId = mentor.Id, MenteeId = mentee.Id, Direction = MentoringDirection.Subject, Form = MentoringForm.OneToOne, From = new(2025, 9, 1), To = Ended,
            OrderNumber = "15-к", OrderDate = new(2025, 9, 1), MentorConsentOn = new(2025, 9, 1), MenteeConsentOn = new(2025, 9, 1),
        };
        made.Settle();
        if (end is { } reason) made.End(reason, Ended, null).ShouldSucceed();
        await Store.AddAsync(made);
        return made.Id;
    }

    public Task<IReadOnlyList<Problem>> WrongAsync() => Store.ReadAsync(db => CertificateInvariants.CheckAsync(db, Store.Files));

    private async Task<Person> PersonAsync(string family, string given = "Мария", string patronymic = "Петровна")
    {
        var person = A.Person(family, given, patronymic);
        person.Sex = Sex.Female;
        await Store.AddAsync(person);
        return person;
    }
}
