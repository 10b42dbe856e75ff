using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class TutoringCalls : SampleCalls
{
    public TutoringCalls()
    {
        Verb<RouteCommands>("CreateAsync", (verbs, at, actor) => verbs.CreateAsync(actor, Form(at)));
        Verb<RouteCommands>("ChangeAsync", (verbs, at, actor) => verbs.ChangeAsync(actor, Form(at, at.Id<LearningRoute>("active"), at.Version<LearningRoute>("active"))));
        Verb<RouteCommands>("CloseAsync", (verbs, at, actor) => verbs.CloseAsync(actor, at.Id<LearningRoute>("active"), new() { Version = at.Version<LearningRoute>("active"), ClosedOn = A.Today, Reflection = "Вывод" }));
        Verb<RouteCommands>("CancelAsync", (verbs, at, actor) => verbs.CancelAsync(actor, at.Id<LearningRoute>("active"), "Переезд"));
        Verb<RouteCommands>("ReopenAsync", (verbs, at, actor) => verbs.ReopenAsync(actor, at.Id<LearningRoute>("over")));
        Verb<RouteCommands>("RenameGroupAsync", (verbs, at, actor) => verbs.RenameGroupAsync(actor, at.Id<TutorGroup>(), "Физики"));
        Verb<RouteCommands>("DissolveGroupAsync", (verbs, at, actor) => verbs.DissolveGroupAsync(actor, at.Id<TutorGroup>()));
        Verb<RouteItemCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, at.Id<LearningRoute>("active"), new() { Kind = RouteItemKind.SelfStudy, Title = "Чтение", DueOn = A.Today }));
        Verb<RouteItemCommands>("MarkAsync", (verbs, at, actor) => verbs.MarkAsync(actor, at.Id<LearningRoute>("active"), at.Id<RouteItem>(), done: true));
        Verb<RouteItemCommands>("DeleteAsync", (verbs, at, actor) => verbs.DeleteAsync(actor, at.Id<LearningRoute>("active"), at.Id<RouteItem>()));
        Verb<InternshipCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, Placement(at, at.Id<Internship>("planned"), at.Version<Internship>("planned"))));
        Verb<InternshipCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, Placement(at, null)), "new");
        Verb<InternshipCommands>("CompleteAsync", (verbs, at, actor) => verbs.CompleteAsync(actor, at.Id<Internship>("planned"), new()
        {
            Version = at.Version<Internship>("planned"), Result = InternshipResult.Passed, CompletedOn = A.Today, Review = "Хорошо", ReportReceivedOn = A.Today,
        }));
        Verb<InternshipCommands>("CancelAsync", (verbs, at, actor) => verbs.CancelAsync(actor, at.Id<Internship>("planned"), "Болезнь"));
        Address("page /tutoring/{Id:int}", at => $"/tutoring/{at.Id<LearningRoute>("active")}");
        Address("GET /tutoring/{id:int}/route.pdf", at => $"/tutoring/{at.Id<LearningRoute>("active")}/route.pdf");
        Address("page /internships/{Id:int}", at => $"/internships/{at.Id<Internship>("planned")}");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var (tutor, person) = (await at.PersonAsync("tutor"), await at.PersonAsync("escorted"));
        var group = await at.PutAsync(new TutorGroup { CenterId = at.Center, TutorId = tutor.Id, Name = at.Marker + "овая группа" });
        await at.PutAsync(new LearningRoute { CenterId = at.Center, PersonId = person.Id, TutorId = tutor.Id, GroupId = group.Id, From = A.Today.AddDays(-60), To = A.Today.AddDays(120) }, "active");
        await at.PutAsync(new RouteItem { RouteId = at.Id<LearningRoute>("active"), Kind = RouteItemKind.SelfStudy, Title = "Самоанализ", DueOn = A.Today });
        var over = new LearningRoute { CenterId = at.Center, PersonId = at.Id<Person>("somebody"), TutorId = tutor.Id, From = A.Today.AddDays(-400), To = A.Today.AddDays(-200) };
        over.Close("Вывод", over.To);
        await at.PutAsync(over, "over");
        await at.PutAsync(new Internship { CenterId = at.Center, PersonId = person.Id, HostSchoolId = at.Id<School>(), SupervisorName = "Белова Ольга Павловна", From = A.Today.AddDays(-10), To = A.Today.AddDays(-3), Hours = 36 }, "planned");
    }

    private static RouteForm Form(Place at, int? id = null, int version = 0) => new()
    {
        Id = id, Version = version, CenterId = at.Center, PersonKeys = [at.Key("somebody else")], TutorKey = at.Key("tutor"), From = A.Today.AddDays(-60), To = A.Today.AddDays(120),
    };

    private static InternshipForm Placement(Place at, int? id, int version = 0) => new()
    {
        Id = id, Version = version, CenterId = at.Center, PersonKey = at.Key("somebody else"), HostSchoolId = at.Id<School>(), SupervisorName = "Белова Ольга Павловна", From = A.Today.AddDays(7), To = A.Today.AddDays(12),
    };
}
