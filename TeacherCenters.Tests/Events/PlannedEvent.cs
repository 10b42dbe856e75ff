using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Events;

/// <summary>Two centers, each with an event in the same days, and a room of the first.</summary>
internal sealed class PlannedEvent
{
    public required TestStore Store { get; init; }

    public required Center Center { get; init; }

    public required Center Other { get; init; }

    public required Room Room { get; init; }

    public required TrainingEvent Event { get; init; }

    public required TrainingEvent OtherEvent { get; init; }

    public Actor Coordinator => A.Coordinator(Center.Id);

    public EventCommands Events => Commands(Store);

    /// <summary>The verbs of events, with what other rooms have registered to rest on them.</summary>
    public static EventCommands Commands(TestStore store) =>
        new(store.Store, new ServiceCollection().AddTutoring().AddInternships().AddPractices().BuildServiceProvider().GetServices<EventReference>());

    public SessionCommands Sessions => new(Store.Store, Store.Root);

    public EventQueries Queries => new(Store.Store, Store.Clock);

    public static async Task<PlannedEvent> CreateAsync(TestStore store, EventStatus status = EventStatus.Draft)
    {
        var (center, other) = (A.Center(), A.Center());
        await store.AddAsync(center, other);
        var room = A.Room(center, "Аудитория 12", 20);
        var of = A.Event(center, status, starts: A.Today, hours: 12);
        var second = A.Event(other, EventStatus.Draft, starts: A.Today, hours: 12, title: "Закрытый семинар");
        await store.AddAsync(room, of, second);
        return new PlannedEvent { Store = store, Center = center, Other = other, Room = room, Event = of, OtherEvent = second };
    }

    public Task<Result<int>> BookAsync(int eventId, Actor? actor = null, int startsAt = 9, int? id = null, int version = 0, int[]? trainers = null) =>
        Sessions.SaveAsync(actor ?? A.Administrator(), eventId, Form(startsAt, id, version, trainers));

    public SessionForm Form(int startsAt = 9, int? id = null, int version = 0, int[]? trainers = null) => new()
    {
        Id = id, Version = version, Date = A.Today, Starts = new(startsAt, 0), Ends = new(startsAt + 3, 0), Hours = 4, RoomId = Room.Id, TrainerIds = trainers ?? [], Topic = " Введение ",
    };

    public EventForm NewForm() => new()
    {
        CenterId = Center.Id, Title = " Наставник в школе ", Kind = EventKind.Seminar, Document = DocumentKind.ParticipantCertificate, Hours = 8, StartsOn = A.Today, EndsOn = A.Today.AddDays(1), Capacity = 30,
    };
}
