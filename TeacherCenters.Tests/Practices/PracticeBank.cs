using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Centers;
using TeacherCenters.Events;
using TeacherCenters.People;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;

namespace TeacherCenters.Tests.Practices;

/// <summary>Two centers and two authors: what tests of practices start from.</summary>
internal sealed class PracticeBank
{
    public static readonly byte[] Paper = "%PDF-1.7 урок"u8.ToArray();

    public required TestStore Store { get; init; }

    public required Center Center { get; init; }

    public required Center Other { get; init; }

    public required Person First { get; init; }

    public required Person Second { get; init; }

    public Actor Coordinator => A.Coordinator(Center.Id);

    public Actor Neighbour => A.Coordinator(Other.Id);

    public PracticeCommands Commands => new(Store.Store, Store.Files);

    public PracticeQueries Queries => new(Store.Store, Store.Clock);

    public static async Task<PracticeBank> CreateAsync(TestStore store)
    {
        var (center, other, first, second, municipality) = (A.Center(), A.Center(), A.Person(), A.Person("Белова", "Ольга", "Ивановна"), A.Municipality());
        await store.AddAsync(center, other, first, second, municipality);
        var school = A.School(municipality, "Школа № 5");
        await store.AddAsync(school, new PersonLink { PersonId = first.Id, CenterId = center.Id });
        await store.AddAsync(new Employment { PersonId = first.Id, SchoolId = school.Id, Position = "учитель физики", Category = WorkerCategory.Teacher });
        return new() { Store = store, Center = center, Other = other, First = first, Second = second };
    }

    public PracticeForm Form(string title = "Урок в музее", string? subject = "История") => new()
    {
        CenterId = Center.Id, Title = title, Subject = subject, Summary = "Как провести урок в музее", AuthorKeys = [First.PublicKey],
    };

    public async Task<int> PracticeAsync(PracticeForm? form = null) => (await Commands.SaveAsync(Coordinator, form ?? Form())).ShouldSucceed();

    /// <summary>A practice that has gone through the whole chain.</summary>
    public async Task<int> PublishedAsync(PracticeForm? form = null)
    {
        var id = await PracticeAsync(form);
        foreach (var to in new[] { PracticeStatus.InTrial, PracticeStatus.Approved, PracticeStatus.Published }) await MoveAsync(id, to);
        return id;
    }

    public async Task MoveAsync(int id, PracticeStatus to, string? reason = null) => (await Commands.MoveAsync(Coordinator, id, to, reason, await VersionAsync(id))).ShouldSucceed();

    public async Task<PracticeForm> OpenAsync(int id)
    {
        var of = await DetailsAsync(id);
        return new() { Id = id, Version = of.Version, CenterId = of.CenterId, Kind = of.Kind, Title = of.Title, Subject = of.Subject, Summary = of.Summary, AuthorKeys = [.. of.Authors.Select(x => x.PublicKey)] };
    }

    public async Task<PracticeDetails> DetailsAsync(int id) => (await Queries.DetailsAsync(Coordinator, id))!;

    public Task<int> VersionAsync(int id) => Store.ReadAsync(db => db.Set<Practice>().Where(x => x.Id == id).Select(x => x.Version).SingleAsync());

    public async Task<TrainingEvent> EventAsync(Center? center = null, EventStatus status = EventStatus.Open, string title = "Семинар историков")
    {
        var made = A.Event(center ?? Center, status, title: title);
        await Store.AddAsync(made);
        return made;
    }
}

/// <summary>Screens of practices.</summary>
internal sealed class PracticeScreens(TestStore store, Actor actor) : Screens(store, actor, rooms => rooms.AddPractices().AddSingleton<EventQueries>());
