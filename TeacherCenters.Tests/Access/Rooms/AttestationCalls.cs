using TeacherCenters.Assessments.Attestation;
using TeacherCenters.People;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class AttestationCalls : SampleCalls
{
    public AttestationCalls()
    {
        Verb<AttestationCommands>("ApplyAsync", (verbs, at, actor) => verbs.ApplyAsync(actor, Application(at, null)), "new");
        Verb<AttestationCommands>("ApplyAsync", (verbs, at, actor) => verbs.ApplyAsync(actor, Application(at, at.Id<HeadAttestation>("planned"), at.Version<HeadAttestation>("planned"))));
        Verb<AttestationCommands>("PutOnAgendaAsync", (verbs, at, actor) => verbs.PutOnAgendaAsync(actor, at.Id<AttestationMeeting>(), [at.Key("head applied")]));
        Verb<AttestationCommands>("UnplanAsync", (verbs, at, actor) => verbs.UnplanAsync(actor, at.Id<HeadAttestation>("planned")));
        Verb<AttestationCommands>("WithdrawAsync", (verbs, at, actor) => verbs.WithdrawAsync(actor, at.Id<HeadAttestation>("applied"), "Уходит с должности"));
        Verb<MeetingCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, new() { CenterId = at.Center, HeldOn = A.Today }), "new");
        Verb<MeetingCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, new() { Id = at.Id<AttestationMeeting>(), Version = at.Version<AttestationMeeting>(), HeldOn = A.Today }));
        Verb<MeetingCommands>("HoldAsync", (verbs, at, actor) => verbs.HoldAsync(actor, at.Id<AttestationMeeting>(), new()
        {
            Version = at.Version<AttestationMeeting>(), Number = "4", Date = A.Today,
            Decisions = [new() { Id = at.Id<HeadAttestation>("planned"), Version = at.Version<HeadAttestation>("planned"), Decision = AttestationDecision.Recommended }],
        }));
        Verb<MeetingCommands>("CancelAsync", (verbs, at, actor) => verbs.CancelAsync(actor, at.Id<AttestationMeeting>(), "Нет кворума"));
        Address("page /attestation/{PersonKey:guid}", at => $"/attestation/{at.Key("head planned")}");
        Address("page /attestation/meetings/{Id:int}", at => $"/attestation/meetings/{at.Id<AttestationMeeting>()}");
        Address("GET /attestation/meetings/{id:int}/protocol.pdf", at => $"/attestation/meetings/{at.Id<AttestationMeeting>()}/protocol.pdf");
        Address("GET /attestation/meetings/{id:int}/protocol.xlsx", at => $"/attestation/meetings/{at.Id<AttestationMeeting>()}/protocol.xlsx");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var acting = await at.PersonAsync("head acting", works: false);
        await at.Store.AddAsync(new Employment { PersonId = acting.Id, SchoolId = at.Id<School>(), Position = "директор", Category = WorkerCategory.Head });
        var meeting = await at.PutAsync(new AttestationMeeting { CenterId = at.Center, HeldOn = A.Today });
        foreach (var name in new[] { "applied", "planned" })
        {
            var head = new HeadAttestation
            {
                CenterId = at.Center, PersonId = (await at.PersonAsync("head " + name)).Id, Kind = AttestationKind.Candidate, AppliedOn = A.Today.AddDays(-20), SchoolId = at.Id<School>(), MunicipalityId = at.Id<Municipality>(), Position = "директор",
            };
            await at.PutAsync(head, name);
        }
        await at.Store.ChangeAsync(async unit =>
            (await unit.Db.FindAsync<HeadAttestation>(at.Id<HeadAttestation>("planned")))!.PlanFor((await unit.Db.FindAsync<AttestationMeeting>(meeting.Id))!));
    }

    private static HeadApplicationForm Application(Place at, int? id, int version = 0) => new()
    {
        Id = id, Version = version, CenterId = at.Center, PersonKey = at.Key("somebody else"), Kind = AttestationKind.Candidate, AppliedOn = A.Today, SchoolId = at.Id<School>(), Position = "директор",
    };
}
