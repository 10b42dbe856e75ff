using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Centers;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Assessments.Attestation;

/// <summary>Two centers and a school; heads are added by name, with the term they have.</summary>
internal sealed class AttestedHeads
{
    public required TestStore Store { get; init; }

    public required Center Center { get; init; }

    public required Center Elsewhere { get; init; }

    public required Municipality Municipality { get; init; }

    public required School School { get; init; }

    public Actor Coordinator => A.Coordinator(Center.Id);

    public Actor Stranger => A.Coordinator(Elsewhere.Id);

    public AttestationCommands Commands => new(Store.Store);

    public MeetingCommands Meetings => new(Store.Store);

    public HeadQueries Heads => new(Store.Store, Store.Clock);

    public MeetingQueries MeetingQueries => new(Store.Store, Store.Clock);

    public static async Task<AttestedHeads> CreateAsync(TestStore store)
    {
        var (center, elsewhere, municipality) = (A.Center(), A.Center(), A.Municipality());
        await store.AddAsync(center, elsewhere, municipality);
        var school = A.School(municipality, "Школа № 5");
        await store.AddAsync(school);
        return new() { Store = store, Center = center, Elsewhere = elsewhere, Municipality = municipality, School = school };
    }

    /// <summary>A person of the center who leads a school by the main employment.</summary>
    public async Task<Person> HeadAsync(string family = "Иванова", Center? center = null, School? school = null, DateOnly? from = null, DateOnly? to = null)
    {
        var person = await PersonAsync(family, center);
        await Store.AddAsync(new Employment { PersonId = person.Id, SchoolId = (school ?? School).Id, Position = "директор", Category = WorkerCategory.Head, From = from, To = to });
        return person;
    }

    public async Task<Person> PersonAsync(string family, Center? center = null)
    {
        var person = A.Person(family);
        await Store.AddAsync(person);
        await Store.AddAsync(new PersonLink { PersonId = person.Id, CenterId = (center ?? Center).Id });
        return person;
    }

    public async Task<int> MeetingAsync(DateOnly? on = null, Center? center = null)
    {
        var of = center ?? Center;
        return (await Meetings.SaveAsync(A.Coordinator(of.Id), new() { CenterId = of.Id, HeldOn = on ?? A.Today.AddDays(14), Place = "Вологда, каб. 12", Chair = "Н. В. Соколова", Secretary = "О. П. Белова" })).ShouldSucceed();
    }

    public Task<HeadAttestation> OfAsync(Person person) => Store.ReadAsync(db => db.Set<HeadAttestation>().Where(x => x.PersonId == person.Id).OrderByDescending(x => x.Id).FirstAsync());

    /// <summary>Puts somebody on a meeting of that day and writes its protocol down.</summary>
    /// <returns>The meeting's id.</returns>
    public async Task<int> AttestAsync(Person person, DateOnly on, AttestationDecision decision = AttestationDecision.Suitable, Center? center = null)
    {
        var by = A.Coordinator((center ?? Center).Id);
        var meeting = await MeetingAsync(on, center);
        (await Commands.PutOnAgendaAsync(by, meeting, [person.PublicKey])).ShouldSucceed();
        (await Meetings.HoldAsync(by, meeting, await ProtocolAsync(meeting, by, decision))).ShouldSucceed();
        return meeting;
    }

    /// <summary>A protocol of today's versions with one decision for all.</summary>
    public async Task<ProtocolForm> ProtocolAsync(int meeting, Actor by, AttestationDecision? decision = AttestationDecision.Suitable)
    {
        var of = (await MeetingQueries.DetailsAsync(by, meeting))!;
        return new()
        {
            Version = of.Version, Number = "7", Date = of.HeldOn,
            Decisions = [.. of.Agenda.Select(x => new DecisionForm { Id = x.Id, Version = x.Version, Decision = decision, Note = decision == AttestationDecision.SuitableWithAdvice ? "Обновить программу развития" : null })],
        };
    }

    public HeadApplicationForm Application(Person person) => new() { CenterId = Center.Id, PersonKey = person.PublicKey, AppliedOn = A.Today };

    public HeadApplicationForm Candidacy(Person person) => new() { CenterId = Center.Id, PersonKey = person.PublicKey, AppliedOn = A.Today, Kind = AttestationKind.Candidate, SchoolId = School.Id, Position = "директор" };

    /// <summary>What the check command would say.</summary>
    public async Task<IReadOnlyList<Problem>> WrongAsync()
    {
        await using var db = await Store.Store.ReadAsync();
        return [.. await AttestationInvariants.MeetingsAsync(db, Store.Files), .. await AttestationInvariants.TermsAsync(db, Store.Files)];
    }
}
