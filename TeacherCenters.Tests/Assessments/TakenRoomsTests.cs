using TeacherCenters.Assessments;
using TeacherCenters.Centers;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Assessments;

/// <summary>A room is one: events and assessment know of each other.</summary>
public sealed class TakenRoomsTests
{
    private static readonly DateOnly Day = A.Today.AddDays(3);

    [Fact]
    public async Task A_session_of_an_event_is_refused_where_an_assessment_sits_and_the_procedure_is_named()
    {
        await using var store = await TestStore.CreateAsync();
        var (of, room, own) = await InRoomAsync(store);

        var refused = (await BookAsync(of, own, room, 10)).ShouldRefuse("RoomTakenByAssessment");

        Assert.Equal(new object?[] { room.Name, of.Procedure.Title, Day, "09:00", "11:00" }, refused.Args);
        Assert.Equal(nameof(SessionForm.RoomId), refused.Field);
        (await BookAsync(of, own, room, 11)).ShouldSucceed();
        // Who does not see the assessment is told whose it is, not what it is.
        var foreign = A.Center();
        await store.AddAsync(foreign);
        var guest = A.Event(foreign, starts: Day);
        await store.AddAsync(guest);
        Assert.Equal(of.Center.ShortName, (await BookAsync(of, guest, room, 10, A.Coordinator(foreign.Id))).ShouldRefuse("RoomTakenElsewhere").Args[1]);
    }

    [Fact]
    public async Task An_assessment_is_refused_where_an_event_sits_and_moves_within_its_own_time()
    {
        await using var store = await TestStore.CreateAsync();
        var (of, room, own) = await InRoomAsync(store);
        (await BookAsync(of, own, room, 14)).ShouldSucceed();
        var version = (await of.SessionQueries.DetailsAsync(of.Coordinator, of.SessionId))!.Version;
        AssessmentSessionForm Wanted(int starts) => new()
        {
            Id = of.SessionId, Version = version, CenterId = of.Center.Id, ProcedureId = of.Procedure.Id, Date = Day, Starts = new(starts, 0), Ends = new(starts + 2, 0), SlotMinutes = 60, SeatsPerSlot = 5, RoomId = room.Id,
        };

        Assert.Equal(own.Title, (await of.Sessions.SaveAsync(of.Coordinator, Wanted(13))).ShouldRefuse("RoomTaken").Args[1]);

        // It overlaps with itself only.
        (await of.Sessions.SaveAsync(of.Coordinator, Wanted(10))).ShouldSucceed();
        // Another one in its time is refused by the name of the first.
        (await of.Sessions.SaveAsync(of.Coordinator, new AssessmentSessionForm
        {
            CenterId = of.Center.Id, ProcedureId = of.Procedure.Id, Date = Day, Starts = new(11, 0), Ends = new(12, 0), SlotMinutes = 60, SeatsPerSlot = 5, RoomId = room.Id,
        })).ShouldRefuse("RoomTakenByAssessment");
    }

    [Fact]
    public async Task The_session_that_is_moved_is_told_from_an_assessment_of_the_same_number()
    {
        await using var store = await TestStore.CreateAsync();
        var (of, room, own) = await InRoomAsync(store);
        var id = (await BookAsync(of, own, room, 12)).ShouldSucceed();
        Assert.Equal(of.SessionId, id);

        (await of.EventSessions().MoveAsync(A.Administrator(), id, 1, Day, new(10, 0), new(12, 0))).ShouldRefuse("RoomTakenByAssessment");
        (await of.EventSessions().MoveAsync(A.Administrator(), id, 1, Day, new(13, 0), new(15, 0))).ShouldSucceed();
    }

    [Fact]
    public async Task The_calendar_shows_rooms_that_something_else_has_taken()
    {
        await using var store = await TestStore.CreateAsync();
        var (of, room, own) = await InRoomAsync(store);
        var foreign = A.Center();
        await store.AddAsync(foreign);
        var guest = A.Event(foreign, starts: Day);
        await store.AddAsync(guest);
        await store.AddAsync(A.Session(own, Day, 2, 12, room.Id), A.Session(guest, Day, 2, 15, room.Id), A.Session(guest, Day, 2, 9));
        Task<IReadOnlyList<TakenRoom>> TakenAsync(Actor actor, CalendarFilter filter) => new BookingQueries(store.Store).TakenAsync(actor, A.Today, A.Today.AddDays(7), filter);

        var seen = await TakenAsync(of.Coordinator, new());
        Assert.Equal(
            [(of.Procedure.Title, new TimeOnly(9, 0), $"/assessments/sessions/{of.SessionId}"), (null, new TimeOnly(15, 0), null)],
            seen.Select(x => (x.Title, x.Starts, x.Href)));
        Assert.Equal(foreign.ShortName, seen[1].Center);
        // The administrator sees the guest's event in the calendar itself.
        Assert.True(Assert.Single(await TakenAsync(A.Administrator(), new())).IsAssessment);
        Assert.Equal($"/events/{guest.Id}?tab=sessions", (await TakenAsync(A.Administrator(), new() { Center = of.Center.Id }))[1].Href);
        // Another center's coordinator sees it of a room that is asked for, without a name.
        Assert.Empty(await TakenAsync(A.Coordinator(foreign.Id), new()));
        Assert.Equal([null, null], (await TakenAsync(A.Coordinator(foreign.Id), new() { Room = room.Id })).Select(x => x.Title));
        Assert.Empty(await TakenAsync(of.Coordinator, new() { Text = "семинар" }));
        Assert.Equal(1, await store.CommandsAsync(() => TakenAsync(of.Coordinator, new())));
    }

    [Fact]
    public async Task The_check_finds_a_room_that_is_taken_twice()
    {
        await using var store = await TestStore.CreateAsync();
        var (_, room, own) = await InRoomAsync(store);
        await store.AddAsync(A.Session(own, Day, 2, 11, room.Id));
        Assert.Empty(await store.ReadAsync(db => RoomInvariants.RoomsAsync(db, store.Files)));

        await store.AddAsync(A.Session(own, Day, 2, 10, room.Id));

        Assert.Equal(2, (await store.ReadAsync(db => RoomInvariants.RoomsAsync(db, store.Files))).Count);
    }

    private static async Task<(AssessedSession Of, Room Room, TrainingEvent Own)> InRoomAsync(TestStore store)
    {
        var of = await AssessedSession.CreateAsync(store, date: Day);
        var (room, own) = (A.Room(of.Center, "Аудитория 7"), A.Event(of.Center, starts: Day));
        await store.AddAsync(room, own);
        await store.ChangeAsync(async unit => (await unit.Db.FindAsync<AssessmentSession>(of.SessionId))!.RoomId = room.Id);
        return (of, room, own);
    }

    private static Task<Result<int>> BookAsync(AssessedSession of, TrainingEvent own, Room room, int starts, Actor? actor = null) => of.EventSessions().SaveAsync(actor ?? of.Coordinator, own.Id, new SessionForm
    {
        Date = Day, Starts = new(starts, 0), Ends = new(starts + 2, 0), Hours = 2, RoomId = room.Id, TrainerIds = [],
    });
}

file static class EventVerbs
{
    public static SessionCommands EventSessions(this AssessedSession of) => new(of.Store.Store, of.Store.Root);
}
