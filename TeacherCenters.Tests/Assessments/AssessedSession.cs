using TeacherCenters.Assessments;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Assessments;

/// <summary>An assessment center with a procedure of two criteria (10 and 50 points), three assessors of whom two are assigned, and a session of today.</summary>
internal sealed class AssessedSession
{
    public required TestStore Store { get; init; }

    public required Center Center { get; init; }

    public required School School { get; init; }

    public required AssessmentProcedure Procedure { get; init; }

    public required IReadOnlyList<Account> Accounts { get; init; }

    public required IReadOnlyList<Person> AssessorPeople { get; init; }

    public int SessionId { get; private set; }

    public int SlotId { get; private set; }

    public Actor Coordinator => A.Coordinator(Center.Id);

    public Actor Clerk => A.Clerk(Center.Id);

    public AssessmentCommands Candidates => new(Store.Store);

    public AssessmentSessionCommands Sessions => new(Store.Store);

    public ScoringCommands Scoring => new(Store.Store);

    public ScoringQueries Scores => new(Store.Store);

    public AssessmentQueries Queries => new(Store.Store, Store.Clock);

    public AssessmentSessionQueries SessionQueries => new(Store.Store, Store.Clock);

    /// <summary>The assessors' accounts as actors, in order.</summary>
    public Actor Assessor(int index) => new(Accounts[index].Id, Accounts[index].FullName, [new Grant(Role.Assessor, Center.Id)]);

    public static async Task<AssessedSession> CreateAsync(TestStore store, int seats = 5, DateOnly? date = null, bool open = true)
    {
        var (center, municipality) = (A.Center(kind: CenterKind.Assessment), A.Municipality());
        List<Person> people = [A.Person("Белова", "Анна", "Игоревна"), A.Person("Громов", "Пётр", "Ильич"), A.Person("Лебедева", "Вера", "Львовна")];
        await store.AddAsync([center, municipality, .. people]);
        var school = A.School(municipality, "Лицей № 1");
        var procedure = new AssessmentProcedure { CenterId = center.Id, Title = "Оценка предметной компетенции" };
        procedure.Criteria.Add(new() { Tool = AssessmentTool.Test, Title = "Предметный тест", MaxPoints = 10, Order = 1 });
        procedure.Criteria.Add(new() { Tool = AssessmentTool.Case, Title = "Методический кейс", MaxPoints = 50, Order = 2 });
        // The builders' actors have the first account numbers: an assessor's must be another one.
        await store.AddAsync([.. Enumerable.Range(0, 9).Select(i => AccountOf(center, null, $"Учётная запись {i}"))]);
        var accounts = people.ConvertAll(x => AccountOf(center, x));
        await store.AddAsync([school, procedure, .. accounts]);
        var made = new AssessedSession { Store = store, Center = center, School = school, Procedure = procedure, Accounts = accounts, AssessorPeople = people };
        made.SessionId = (await made.Sessions.SaveAsync(made.Coordinator, made.Form(seats, date))).ShouldSucceed();
        made.SlotId = (await made.SessionQueries.DetailsAsync(made.Coordinator, made.SessionId))!.Slots[0].Id;
        for (var i = 0; i < 2; i++) (await made.Sessions.AssignAsync(made.Coordinator, made.SessionId, accounts[i].Id)).ShouldSucceed();
        if (open) (await made.Sessions.OpenAsync(made.Coordinator, made.SessionId)).ShouldSucceed();
        return made;
    }

    public static Account AccountOf(Center center, Person? person, string? name = null)
    {
        var email = $"a{Guid.NewGuid():N}@example.ru";
        var account = new Account
        {
            FullName = name ?? person!.Name.Full, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), PersonId = person?.Id, SecurityStamp = "s",
        };
        account.Grants.Add(new RoleGrant { Role = Role.Assessor, CenterId = center.Id });
        return account;
    }

    public AssessmentSessionForm Form(int seats = 5, DateOnly? date = null) => new()
    {
        CenterId = Center.Id, ProcedureId = Procedure.Id, Date = date ?? A.Today, Starts = new(9, 0), Ends = new(11, 0), SlotMinutes = 60, SeatsPerSlot = seats,
    };

    public ApplicationForm Application(Person person) => new() { CenterId = Center.Id, ProcedureId = Procedure.Id, PersonKey = person.PublicKey, AppliedOn = A.Today.AddDays(-10), ConsentOn = A.Today.AddDays(-10) };

    /// <summary>Somebody new in the network, with a job at the given school.</summary>
    public async Task<Person> PersonAsync(string family = "Иванова", School? school = null)
    {
        var person = A.Person(family);
        await Store.AddAsync(person);
        if (school is not null) await Store.AddAsync(new Employment { PersonId = person.Id, SchoolId = school.Id, Position = "учитель", Category = WorkerCategory.Teacher });
        return person;
    }

    /// <summary>A candidate whose application is in order.</summary>
    public async Task<int> CheckedAsync(Person person)
    {
        var id = (await Candidates.ApplyAsync(Coordinator, Application(person))).ShouldSucceed();
        (await Candidates.CheckAsync(Coordinator, [id])).ShouldSucceed();
        return id;
    }

    /// <summary>A candidate who was booked into the first slot and came.</summary>
    public async Task<int> CameAsync(string family = "Иванова")
    {
        var id = await CheckedAsync(await PersonAsync(family));
        (await Candidates.BookAsync(Coordinator, SlotId, [id])).ShouldSucceed();
        (await Candidates.MarkAsync(Coordinator, [id], appeared: true)).ShouldSucceed();
        return id;
    }

    /// <summary>Final points of the first two assessors for the second criterion; the first criterion gets five from both.</summary>
    public async Task ScoreAsync(int assessmentId, int first, int second)
    {
        (await Scoring.SaveAsync(Assessor(0), assessmentId, [5, first], final: true)).ShouldSucceed();
        (await Scoring.SaveAsync(Assessor(1), assessmentId, [5, second], final: true)).ShouldSucceed();
    }

    public Task<Assessment> StoredAsync(int id) => Store.ReadAsync(async db => (await db.Set<Assessment>().FindAsync(id))!);

    /// <summary>What the check command says of this room.</summary>
    public async Task<IReadOnlyList<Problem>> WrongAsync() => await Store.ReadAsync(async db =>
        (IReadOnlyList<Problem>)[.. await AssessmentInvariants.SeatsAsync(db, Store.Files), .. await AssessmentInvariants.AssessorsAsync(db, Store.Files), .. await AssessmentInvariants.ResultsAsync(db, Store.Files),
            .. await AssessmentInvariants.StrangersAsync(db, Store.Files)]);
}
