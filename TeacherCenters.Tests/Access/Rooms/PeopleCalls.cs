using TeacherCenters.People;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class PeopleCalls : SampleCalls
{
    public PeopleCalls()
    {
        Verb<PeopleCommands>("CreateAsync", (verbs, at, actor) => verbs.CreateAsync(actor, new() { CenterId = at.Center, Family = "Новикова", Given = "Анна" }));
        Verb<PeopleCommands>("ChangeAsync", (verbs, at, actor) =>
            verbs.ChangeAsync(actor, new() { Id = at.Id<Person>("somebody"), Version = at.Version<Person>("somebody"), Family = "Новикова", Given = "Анна" }));
        // Somebody of the network is chosen by name, of whom no more is told than name and school, and becomes a person of this center too.
        Verb<PeopleCommands>("LinkAsync", (verbs, at, actor) => verbs.LinkAsync(actor, at.Id<Person>("somebody"), at.Center));
        Verb<PeopleCommands>("RevealSnilsAsync", (verbs, at, actor) => verbs.RevealSnilsAsync(actor, at.Key("somebody")));
        Verb<EmploymentCommands>("SaveAsync", (verbs, at, actor) =>
            verbs.SaveAsync(actor, new() { PersonId = at.Id<Person>("somebody"), SchoolId = at.Id<School>(), Position = "методист", IsMain = false }));
        Verb<EmploymentCommands>("EndAsync", (verbs, at, actor) => verbs.EndAsync(actor, at.Id<Person>("somebody"), at.Id<Employment>("second"), A.Today));
        Verb<EmploymentCommands>("TieAsync", (verbs, at, actor) => verbs.TieAsync(actor, new() { PersonId = at.Id<Person>("somebody"), SchoolId = at.Id<School>(), Written = "Школа на горе" }));
        Verb<SchoolCommands>("SaveAsync", (verbs, at, actor) =>
            verbs.SaveAsync(actor, new() { Id = at.Id<School>(), Version = at.Version<School>(), MunicipalityId = at.Id<Municipality>(), Name = "Переименованная школа" }));
        Address("page /people/{publicKey:guid}", at => $"/people/{at.Key("somebody")}");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        await at.PutAsync(new Employment { PersonId = at.Id<Person>("somebody"), SchoolId = at.Id<School>(), Position = "тьютор", Category = WorkerCategory.Specialist, IsMain = false }, "second");
        await at.PutAsync(new Employment { PersonId = at.Id<Person>("somebody"), SchoolId = null, SchoolWritten = "Школа на горе", Position = "методист", Category = WorkerCategory.Specialist, IsMain = false }, "written");
    }
}
