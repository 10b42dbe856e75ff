using TeacherCenters.Centers;
using TeacherCenters.Enrollments.Import;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class EnrollmentCalls : SampleCalls
{
    public EnrollmentCalls()
    {
        Verb<EnrollmentCommands>("AddAsync", (verbs, at, actor) => verbs.AddAsync(actor, Event(at), new() { PersonKey = at.Key("somebody") }));
        Verb<EnrollmentCommands>("ApproveAsync", (verbs, at, actor) => verbs.ApproveAsync(actor, Event(at), [at.Id<Enrollment>("applied")]));
        Verb<EnrollmentCommands>("EnrollAsync", (verbs, at, actor) => verbs.EnrollAsync(actor, Event(at), [at.Id<Enrollment>("applied")]));
        Verb<EnrollmentCommands>("OrderAsync", (verbs, at, actor) => verbs.OrderAsync(actor, Event(at), [at.Id<Enrollment>("enrolled")], new() { Number = "1" }));
        Verb<EnrollmentCommands>("PromoteAsync", (verbs, at, actor) => verbs.PromoteAsync(actor, Event(at)));
        Verb<EnrollmentCommands>("WaitListAsync", (verbs, at, actor) => verbs.WaitListAsync(actor, Event(at), [at.Id<Enrollment>("applied")]));
        Verb<EnrollmentCommands>("ExpelAsync", (verbs, at, actor) => verbs.ExpelAsync(actor, Event(at), [at.Id<Enrollment>("enrolled")], "Неявка"));
        Verb<EnrollmentCommands>("WithdrawAsync", (verbs, at, actor) => verbs.WithdrawAsync(actor, Event(at), [at.Id<Enrollment>("applied")], "Болезнь"));
        Verb<EnrollmentCommands>("DeclineAsync", (verbs, at, actor) => verbs.DeclineAsync(actor, Event(at), [at.Id<Enrollment>("applied")], "Нет мест"));
        Verb<EnrollmentCommands>("ReapplyAsync", (verbs, at, actor) => verbs.ReapplyAsync(actor, Event(at), [at.Id<Enrollment>("withdrawn")]));
        Verb<EnrollmentCommands>("UndoEnrollAsync", (verbs, at, actor) => verbs.UndoEnrollAsync(actor, Event(at), [at.Id<Enrollment>("enrolled")]));
        Verb<EnrollmentCommands>("EditAsync", (verbs, at, actor) => verbs.EditAsync(actor, Event(at), at.Id<Enrollment>("applied"), new() { Version = at.Version<Enrollment>("applied"), Position = "учитель" }));
        Verb<ImportCommands>("StoreAsync", (verbs, at, actor) =>
            verbs.StoreAsync(actor, Event(at), [new() { Index = 0, Sheet = "Список", Line = 2, Written = "Новикова Анна Ивановна", Name = new PersonName("Новикова", "Анна", "Ивановна") }], new()));
        Address("page /events/{Id:int}/import", at => $"/events/{Event(at)}/import");
        Address("GET /events/{id:int}/participants.xlsx", at => $"/events/{Event(at)}/participants.xlsx");
        // Kept in memory for whoever has loaded the list, so that here it is nobody's.
        Address("GET /events/{id:int}/import/{key:guid}/refused.xlsx", at => $"/events/{Event(at)}/import/{Guid.Empty}/refused.xlsx");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var of = await at.PutAsync(A.Event(at.The<Center>(), title: at.Marker + "овый курс"), "open");
        foreach (var (name, status) in new[] { ("applied", EnrollmentStatus.Applied), ("enrolled", EnrollmentStatus.Applied), ("waiting", EnrollmentStatus.WaitListed), ("withdrawn", EnrollmentStatus.Withdrawn) })
            await at.PutAsync(A.Enrollment(of, await at.PersonAsync("enrollment " + name), status), name);
        (await new EnrollmentCommands(at.Store.Store).EnrollAsync(Actor.System, of.Id, [at.Id<Enrollment>("enrolled")])).ShouldSucceed();
    }

    private static int Event(Place at) => at.Id<TrainingEvent>("open");
}
