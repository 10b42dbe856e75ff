using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Certificates;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Access.Rooms;

/// <summary>
/// Sessions in all states. In "today" the assessors' accounts of this center and of the network score; "tomorrow" is open and nobody has
/// a seat; "done" is closed, with the planted result.
/// </summary>
internal sealed class AssessmentCalls : SampleCalls
{
    public AssessmentCalls()
    {
        Verb<ProcedureCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, new() { CenterId = at.Center, Title = "Новая процедура", Criteria = [new() { Title = "Тест" }] }), "new");
        Verb<ProcedureCommands>("SaveAsync", (verbs, at, actor) =>
            verbs.SaveAsync(actor, new() { Id = at.Id<AssessmentProcedure>(), Version = at.Version<AssessmentProcedure>(), CenterId = at.Center, Title = "Процедура", Criteria = [new() { Title = "Тест" }] }));
        Verb<ProcedureCommands>("ArchiveAsync", (verbs, at, actor) => verbs.ArchiveAsync(actor, at.Id<AssessmentProcedure>(), archived: true));
        Verb<AssessmentSessionCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, Form(at, A.Today.AddDays(20))), "new");
        Verb<AssessmentSessionCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, Form(at, A.Today.AddDays(20), at.Id<AssessmentSession>("draft"), at.Version<AssessmentSession>("draft"))));
        Verb<AssessmentSessionCommands>("AssignAsync", (verbs, at, actor) => verbs.AssignAsync(actor, at.Id<AssessmentSession>("draft"), at.Id<Account>("third assessor")));
        Verb<AssessmentSessionCommands>("UnassignAsync", (verbs, at, actor) => verbs.UnassignAsync(actor, at.Id<AssessmentSession>("draft"), at.Id<Account>("assessor")));
        Verb<AssessmentSessionCommands>("DiscardDraftsAsync", (verbs, at, actor) => verbs.DiscardDraftsAsync(actor, at.Id<AssessmentSession>("today"), at.Id<Account>("assessor"), drafts: 0));
        Verb<AssessmentSessionCommands>("OpenAsync", (verbs, at, actor) => verbs.OpenAsync(actor, at.Id<AssessmentSession>("draft")));
        Verb<AssessmentSessionCommands>("BackToDraftAsync", (verbs, at, actor) => verbs.BackToDraftAsync(actor, at.Id<AssessmentSession>("tomorrow")));
        Verb<AssessmentSessionCommands>("DeleteAsync", (verbs, at, actor) => verbs.DeleteAsync(actor, at.Id<AssessmentSession>("draft")));
        Verb<AssessmentSessionCommands>("CompleteAsync", (verbs, at, actor) => verbs.CompleteAsync(actor, at.Id<AssessmentSession>("scored")));
        Verb<AssessmentSessionCommands>("CloseAsync", (verbs, at, actor) => verbs.CloseAsync(actor, at.Id<AssessmentSession>("scored")));
        Verb<AssessmentCommands>("ApplyAsync", (verbs, at, actor) =>
            verbs.ApplyAsync(actor, new() { CenterId = at.Center, ProcedureId = at.Id<AssessmentProcedure>(), PersonKey = at.Key("somebody"), AppliedOn = A.Today, ConsentOn = A.Today }));
        Verb<AssessmentCommands>("CheckAsync", (verbs, at, actor) => verbs.CheckAsync(actor, [at.Id<Assessment>("applied")]));
        Verb<AssessmentCommands>("BookAsync", (verbs, at, actor) => verbs.BookAsync(actor, at.Id<AssessmentSlot>("tomorrow"), [at.Id<Assessment>("checked")]));
        Verb<AssessmentCommands>("UnbookAsync", (verbs, at, actor) => verbs.UnbookAsync(actor, [at.Id<Assessment>("booked")]));
        Verb<AssessmentCommands>("MarkAsync", (verbs, at, actor) => verbs.MarkAsync(actor, [at.Id<Assessment>("booked")], appeared: true));
        Verb<AssessmentCommands>("UnmarkAsync", (verbs, at, actor) => verbs.UnmarkAsync(actor, [at.Id<Assessment>("came")]));
        Verb<AssessmentCommands>("WithdrawAsync", (verbs, at, actor) => verbs.WithdrawAsync(actor, [at.Id<Assessment>("applied")], "Передумала"));
        Verb<ScoringCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, at.Id<Assessment>("came"), [5], final: false));
        Verb<ScoringCommands>("ReopenAsync", (verbs, at, actor) => verbs.ReopenAsync(actor, at.Id<Assessment>("own final")));
        Address("GET /certificates/{token}.pdf (of a result)", at => $"/certificates/{at.Text("token of a result")}.pdf");
        Address("page /assessments/{Id:int}", at => $"/assessments/{at.Id<Assessment>("completed")}");
        Address("page /assessments/sessions/{Id:int}", at => $"/assessments/sessions/{at.Id<AssessmentSession>("today")}");
        Address("page /assessments/scoring/{Id:int}", at => $"/assessments/scoring/{at.Id<AssessmentSession>("today")}");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var (sessions, candidates, scoring) = (new AssessmentSessionCommands(at.Store.Store), new AssessmentCommands(at.Store.Store), new ScoringCommands(at.Store.Store));
        var procedure = new AssessmentProcedure { CenterId = at.Center, Title = at.Marker + "овая процедура" };
        procedure.Criteria.Add(new() { Tool = AssessmentTool.Test, Title = "Тест", MaxPoints = 1000, Order = 1 });
        await at.PutAsync(procedure);
        foreach (var name in new[] { "assessor", "third assessor" })
        {
            // A colleague of the candidates could not be assigned.
            var account = A.Account(name, (await at.PersonAsync(name, works: false)).Id);
            account.Grants.Add(new RoleGrant { Role = Role.Assessor, CenterId = at.Center });
            await at.PutAsync(account, name);
        }
        // The assessors of the columns "own" and "network" score today; those of the other center do so over there.
        var ofPlace = world.AccountOf(Role.Assessor, at == world.Here ? Asker.Own : Asker.Foreign);
        var ofNetwork = world.AccountOf(Role.Assessor, Asker.Network);
        foreach (var account in new[] { ofPlace, ofNetwork }.Where(x => x.PersonId is null))
        {
            // Whose ties are not known does not score.
            account.PersonId = (await at.PersonAsync($"assessor {account.Id}", works: false)).Id;
            await at.Store.ChangeAsync(async unit => (await unit.Db.Users.SingleAsync(x => x.Id == account.Id)).PersonId = account.PersonId);
        }
        var (own, second) = (ActorOf(ofPlace), new Actor(at.Id<Account>("assessor"), "Эксперт", [new Grant(Role.Assessor, at.Center)]));

        // Of 1000: figures that stand nowhere else, so that whoever searches for a result of this center finds no other.
        var points = at == world.Here ? 777 : 200;

        foreach (var (name, day) in new[] { ("draft", 10), ("tomorrow", 1), ("today", 0), ("scored", -1), ("done", -2) })
        {
            var id = (await sessions.SaveAsync(Actor.System, Form(at, A.Today.AddDays(day)))).ShouldSucceed();
            await at.Store.AddAsync([.. new[] { ofPlace.Id, ofNetwork.Id, second.AccountId!.Value }.Select(account => new SessionAssessor { SessionId = id, AccountId = account })]);
            if (name != "draft") (await sessions.OpenAsync(Actor.System, id)).ShouldSucceed();
            await at.FoundAsync<AssessmentSession>(id, name);
            await at.FoundAsync<AssessmentSlot>(await at.Store.ReadAsync(db => db.Set<AssessmentSlot>().Where(x => x.SessionId == id).Select(x => x.Id).FirstAsync()), name);
        }
        foreach (var (name, session) in new[] { ("applied", null), ("checked", null), ("booked", "today"), ("came", "today"), ("own final", "today"), ("scored", "scored"), ("completed", "done"), ("certified", "done") })
        {
            var person = await at.PersonAsync("candidate " + name);
            var id = (await candidates.ApplyAsync(Actor.System, new() { CenterId = at.Center, ProcedureId = procedure.Id, PersonKey = person.PublicKey, AppliedOn = A.Today, ConsentOn = A.Today })).ShouldSucceed();
            if (name != "applied") (await candidates.CheckAsync(Actor.System, [id])).ShouldSucceed();
            if (session is not null) (await candidates.BookAsync(Actor.System, at.Id<AssessmentSlot>(session), [id])).ShouldSucceed();
            if (session is not null && name != "booked") (await candidates.MarkAsync(Actor.System, [id], appeared: true)).ShouldSucceed();
            if (name is "own final" or "scored" or "completed" or "certified") (await scoring.SaveAsync(own, id, [points], final: true)).ShouldSucceed();
            if (name is "scored" or "completed" or "certified") (await scoring.SaveAsync(second, id, [points], final: true)).ShouldSucceed();
            await at.FoundAsync<Assessment>(id, name);
        }
        (await sessions.CloseAsync(Actor.System, at.Id<AssessmentSession>("done"))).ShouldSucceed();
        var issued = await new CertificateCommands(at.Store.Store).IssueAsync(Actor.System, IssueFrom.Center(CertificateSubject.Assessment, at.Center), new() { SubjectIds = [at.Id<Assessment>("certified")], IssuedOn = A.Today });
        await at.FoundAsync<Certificate>(issued.ShouldSucceed().Documents[0].Id, "of a result");
        at.Keep("batch of a result", issued.Require().BatchKey.ToString());
        at.Keep("token of a result", issued.Require().Documents[0].Token);
    }

    private static Actor ActorOf(Account account) => new(account.Id, account.FullName, [.. account.Grants.Select(x => new Grant(x.Role, x.CenterId))]);

    private static AssessmentSessionForm Form(Place at, DateOnly date, int? id = null, int version = 0) => new()
    {
        Id = id, Version = version, CenterId = at.Center, ProcedureId = at.Id<AssessmentProcedure>(), Date = date, Starts = new(9, 0), Ends = new(10, 0), SlotMinutes = 60, SeatsPerSlot = 20,
    };
}
