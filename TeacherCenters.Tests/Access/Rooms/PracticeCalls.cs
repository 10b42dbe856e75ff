using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Practices;

namespace TeacherCenters.Tests.Access.Rooms;

/// <summary>A practice that is not published: what is published everybody may read.</summary>
internal sealed class PracticeCalls : SampleCalls
{
    public PracticeCalls()
    {
        Verb<PracticeCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, new() { CenterId = at.Center, Title = "Новая практика" }), "new");
        Verb<PracticeCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, new() { Id = at.Id<Practice>(), Version = at.Version<Practice>(), CenterId = at.Center, Title = "Практика" }));
        Verb<PracticeCommands>("MoveAsync", (verbs, at, actor) => verbs.MoveAsync(actor, at.Id<Practice>(), PracticeStatus.InTrial, null, at.Version<Practice>()));
        Verb<PracticeCommands>("AttachAsync", (verbs, at, actor) => verbs.AttachAsync(actor, at.Id<Practice>(), "Урок.pdf", "%PDF-1.7 другой"u8.ToArray()));
        Verb<PracticeCommands>("DetachAsync", (verbs, at, actor) => verbs.DetachAsync(actor, at.Id<Practice>(), at.Id<AttachedFile>()));
        Verb<PracticeCommands>("ShowAsync", (verbs, at, actor) => verbs.ShowAsync(actor, at.Id<Practice>(), new() { EventId = at.Id<TrainingEvent>("second show") }));
        Verb<PracticeCommands>("UnshowAsync", (verbs, at, actor) => verbs.UnshowAsync(actor, at.Id<Practice>(), at.Id<PracticeShowing>()));
        Address("page /practices/{Id:int}", at => $"/practices/{at.Id<Practice>()}");
        Address("GET /practices/{id:int}/card.pdf", at => $"/practices/{at.Id<Practice>()}/card.pdf");
        Address("GET /practices/{id:int}/card.xlsx", at => $"/practices/{at.Id<Practice>()}/card.xlsx");
        Address("GET /practices/{id:int}/files/{fileId:int}", at => $"/practices/{at.Id<Practice>()}/files/{at.Id<AttachedFile>()}");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var practice = new Practice { CenterId = at.Center, Kind = PracticeKind.Practice, ProposedOn = A.Today, ProposedBy = "Координатор" };
        practice.Describe(at.Marker + "овая практика", "Математика", "О чём она");
        await at.PutAsync(practice);
        foreach (var name in new[] { "show", "second show" }) await at.PutAsync(A.Event(at.The<Center>(), title: at.Marker + "овый показ"), name);
        await at.PutAsync(new PracticeShowing { PracticeId = practice.Id, EventId = at.Id<TrainingEvent>("show") });
        byte[] content = [.. "%PDF-1.7"u8];
        var hash = await at.Store.Files.SaveAsync(content);
        await at.PutAsync(new AttachedFile { OwnerKind = nameof(Practice), OwnerId = practice.Id, Name = "Конспект.pdf", Size = content.Length, Hash = hash, AddedAt = at.Store.Clock.UtcNow, AddedBy = "Координатор" });
    }
}
