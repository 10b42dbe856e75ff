using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Events;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class EventCalls : SampleCalls
{
    public EventCalls()
    {
        Verb<EventCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, Form(at, at.Id<TrainingEvent>("draft"), at.Version<TrainingEvent>("draft"))));
        Verb<EventCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, Form(at, null)), "new");
        Verb<EventCommands>("MoveAsync", (verbs, at, actor) => verbs.MoveAsync(actor, at.Id<TrainingEvent>("draft"), at.Version<TrainingEvent>("draft"), EventStatus.Announced));
        Verb<EventCommands>("DuplicateAsync", (verbs, at, actor) => verbs.DuplicateAsync(actor, at.Id<TrainingEvent>("draft"), A.Today.AddDays(30)));
        Verb<EventCommands>("DeleteAsync", (verbs, at, actor) => verbs.DeleteAsync(actor, at.Id<TrainingEvent>("draft")));
        Verb<SessionCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, at.Id<TrainingEvent>("draft"), new() { Date = A.Today.AddDays(8) }));
        Verb<SessionCommands>("MoveAsync", (verbs, at, actor) => verbs.MoveAsync(actor, at.Id<Session>("draft"), at.Version<Session>("draft"), A.Today.AddDays(9), new(9, 0), new(14, 0)));
        Verb<SessionCommands>("DeleteAsync", (verbs, at, actor) => verbs.DeleteAsync(actor, at.Id<Session>("draft")));
        Verb<SessionCommands>("PlanAsync", (verbs, at, actor) => verbs.PlanAsync(actor, at.Id<TrainingEvent>("draft"), new() { Days = Enum.GetValues<DayOfWeek>() }));
        Address("page /events/{Id:int}", at => $"/events/{at.Id<TrainingEvent>("draft")}");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var draft = await at.PutAsync(A.Event(at.The<Center>(), EventStatus.Draft, hours: 12, title: at.Marker + "овый семинар"), "draft");
        await at.PutAsync(A.Session(draft), "draft");
    }

    private static EventForm Form(Place at, int? id, int version = 0) => new()
    {
        Id = id, Version = version, CenterId = at.Center, Title = "Наставник в школе", Kind = EventKind.Seminar, Document = DocumentKind.ParticipantCertificate, Hours = 8,
        StartsOn = A.Today.AddDays(7), EndsOn = A.Today.AddDays(11), Capacity = 30,
    };
}
