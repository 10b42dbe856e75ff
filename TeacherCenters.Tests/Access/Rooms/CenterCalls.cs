using TeacherCenters.Centers;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class CenterCalls : SampleCalls
{
    public CenterCalls()
    {
        Verb<CenterCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, Form(at.Center, at.Version<Center>())));
        Verb<CenterCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, Form(null)), "new");
        Verb<CenterCommands>("SaveRoomAsync", (verbs, at, actor) => verbs.SaveRoomAsync(actor, new() { CenterId = at.Center, Name = "Большой зал", Capacity = 60 }));
        Verb<CenterCommands>("SaveSignatoryAsync", (verbs, at, actor) =>
            verbs.SaveSignatoryAsync(actor, new() { Id = at.Id<Signatory>(), Version = at.Version<Signatory>(), CenterId = at.Center, Post = "Директор", PrintedName = "А. А. Новая", ValidFrom = new(2020, 1, 1) }));
    }

    private static CenterForm Form(int? id, int version = 0) => new() { Id = id, Version = version, Kind = CenterKind.Assessment, Code = "НОВ", ShortName = "Новый центр", FullName = "Новый центр мастерства", City = "Вологда" };
}
