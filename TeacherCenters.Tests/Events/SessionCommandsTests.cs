using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Events;

public sealed class SessionCommandsTests
{
    [Fact]
    public async Task A_room_that_is_taken_is_refused_with_the_name_of_the_clashing_event()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        (await of.BookAsync(of.OtherEvent.Id)).ShouldSucceed();

        var refusal = (await of.BookAsync(of.Event.Id, startsAt: 11)).ShouldRefuse("RoomTaken");

        Assert.Equal(["Аудитория 12", "Закрытый семинар", A.Today, "09:00", "12:00"], refusal.Args);
        Assert.Equal("RoomId", refusal.Field);
        (await of.BookAsync(of.Event.Id, startsAt: 12)).ShouldSucceed();
    }

    [Fact]
    public async Task Who_does_not_see_the_clashing_event_learns_only_its_center()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        (await of.BookAsync(of.OtherEvent.Id)).ShouldSucceed();

        Assert.Equal(of.Other.ShortName, (await of.BookAsync(of.Event.Id, of.Coordinator)).ShouldRefuse("RoomTakenElsewhere").Args[1]);
    }

    [Fact]
    public async Task A_trainer_teaches_in_one_place_at_a_time()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var trainer = A.Person("Смирнова", "Анна", "Ильинична");
        await store.AddAsync(trainer);
        (await of.BookAsync(of.OtherEvent.Id, trainers: [trainer.Id])).ShouldSucceed();
        var form = of.Form(10, trainers: [trainer.Id]);
        form.RoomId = null;

        Assert.Equal(["Смирнова А. И.", "Закрытый семинар", A.Today, "09:00", "12:00"], (await of.Sessions.SaveAsync(A.Administrator(), of.Event.Id, form)).ShouldRefuse("TrainerTaken").Args);
        (await of.Sessions.SaveAsync(of.Coordinator, of.Event.Id, form)).ShouldRefuse("TrainerTakenElsewhere");
        form.TrainerIds = [trainer.Id + 1000];
        (await of.Sessions.SaveAsync(of.Coordinator, of.Event.Id, form)).ShouldRefuse("TrainerMissing");
    }

    [Fact]
    public async Task A_closed_room_takes_no_new_session_and_keeps_those_it_has()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var id = (await of.BookAsync(of.Event.Id)).ShouldSucceed();
        await store.ChangeAsync(async unit => (await unit.Db.Set<Room>().SingleAsync()).IsClosed = true);

        (await of.BookAsync(of.Event.Id, startsAt: 15)).ShouldRefuse("RoomMissing");
        (await of.BookAsync(of.Event.Id, startsAt: 13, id: id, version: 1)).ShouldSucceed();
    }

    [Fact]
    public async Task Editing_a_session_exchanges_its_trainers()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var (first, second, third) = (A.Person("Смирнова"), A.Person("Кузнецова"), A.Person("Попова"));
        await store.AddAsync(first, second, third);
        var id = (await of.BookAsync(of.Event.Id, trainers: [first.Id, second.Id])).ShouldSucceed();

        (await of.BookAsync(of.Event.Id, id: id, version: 1, trainers: [second.Id, third.Id, third.Id])).ShouldSucceed();

        var row = Assert.Single(await of.Queries.SessionsAsync(of.Coordinator, of.Event.Id));
        Assert.Equal([second.Id, third.Id], row.Trainers.Select(x => x.PersonId).Order());
        Assert.Equal("Введение", row.Topic);
    }

    [Fact]
    public async Task Moving_keeps_the_marks_and_deleting_what_was_marked_is_refused()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        var person = A.Person();
        await store.AddAsync(person);
        var enrollment = A.Enrollment(of.Event, person);
        await store.AddAsync(enrollment);
        var id = (await of.BookAsync(of.Event.Id)).ShouldSucceed();
        await store.AddAsync(new AttendanceMark { SessionId = id, EnrollmentId = enrollment.Id, Mark = Mark.Present, MarkedAt = store.Clock.UtcNow });

        (await of.Sessions.MoveAsync(of.Coordinator, id, 1, A.Today.AddDays(1), new(10, 0), new(13, 0))).ShouldSucceed();

        var row = Assert.Single(await of.Queries.SessionsAsync(of.Coordinator, of.Event.Id));
        Assert.Equal((A.Today.AddDays(1), new TimeOnly(10, 0), 1), (row.Date, row.Starts, row.Marks));
        Assert.Equal(1, (await of.Sessions.DeleteAsync(of.Coordinator, id)).ShouldRefuse("SessionHasMarks").Args[0]);
    }

    [Fact]
    public async Task A_session_that_another_changed_meanwhile_is_not_dragged_away_from_what_they_chose()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var id = (await of.BookAsync(of.Event.Id)).ShouldSucceed();
        var seen = Assert.Single(await of.Queries.CalendarAsync(of.Coordinator, A.Today, A.Today, new()));
        (await of.BookAsync(of.Event.Id, startsAt: 13, id: id, version: 1)).ShouldSucceed();

        (await of.Sessions.MoveAsync(of.Coordinator, id, seen.Version, A.Today.AddDays(1), new(9, 0), new(12, 0))).ShouldRefuse("ChangedByOther");

        Assert.Equal(A.Today, Assert.Single(await of.Queries.SessionsAsync(of.Coordinator, of.Event.Id)).Date);
    }

    [Fact]
    public async Task Of_two_who_change_only_the_trainers_the_second_is_told()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var (first, second) = (A.Person("Смирнова"), A.Person("Кузнецова"));
        await store.AddAsync(first, second);
        var id = (await of.BookAsync(of.Event.Id)).ShouldSucceed();

        (await of.BookAsync(of.Event.Id, id: id, version: 1, trainers: [first.Id])).ShouldSucceed();
        (await of.BookAsync(of.Event.Id, id: id, version: 1, trainers: [second.Id])).ShouldRefuse("ChangedByOther");

        Assert.Equal(first.Id, Assert.Single(Assert.Single(await of.Queries.SessionsAsync(of.Coordinator, of.Event.Id)).Trainers).PersonId);
    }

    [Fact]
    public async Task The_history_of_an_event_tells_who_taught_and_who_deleted_a_session()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var trainer = A.Person("Смирнова");
        await store.AddAsync(trainer);
        (await of.BookAsync(of.OtherEvent.Id, startsAt: 15)).ShouldSucceed();
        var id = (await of.BookAsync(of.Event.Id)).ShouldSucceed();
        (await of.BookAsync(of.Event.Id, id: id, version: 1, trainers: [trainer.Id])).ShouldSucceed();
        (await of.Sessions.DeleteAsync(of.Coordinator, id)).ShouldSucceed();

        var acts = await of.Queries.HistoryAsync(of.Coordinator, of.Event.Id);

        Assert.Equal(["sessions.delete", "sessions.change", "sessions.add", "test.facts"], acts.Select(x => x.Verb));
        Assert.Equal(("Координатор", 3), (acts[0].ActorName, acts[0].Count));
        var read = await new HistoryReader(store.Store, store.Clock, new HistoryMask([]), [], []).OpenAsync(of.Coordinator, acts);
        Assert.Contains(read[acts[1].Id], x => x is { Kind: nameof(SessionTrainer), Move: HistoryMove.Added });
        Assert.Contains(read[acts[0].Id], x => x is { Kind: nameof(Session), Move: HistoryMove.Removed });
    }

    [Fact]
    public async Task A_session_is_not_moved_onto_another_in_its_room_nor_by_who_does_not_see_it()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        (await of.BookAsync(of.OtherEvent.Id)).ShouldSucceed();
        var id = (await of.BookAsync(of.Event.Id, startsAt: 13)).ShouldSucceed();

        (await of.Sessions.MoveAsync(of.Coordinator, id, 1, A.Today, new(10, 0), new(13, 0))).ShouldRefuse("RoomTakenElsewhere");
        (await of.Sessions.MoveAsync(A.Coordinator(of.Other.Id), id, 1, A.Today, new(16, 0), new(19, 0))).ShouldRefuse("NotFound");
        (await of.Sessions.MoveAsync(of.Coordinator, id, 1, A.Today.AddDays(20), new(10, 0), new(13, 0))).ShouldRefuse("SessionOutsideEvent");
        Assert.Equal(new TimeOnly(13, 0), Assert.Single(await of.Queries.SessionsAsync(of.Coordinator, of.Event.Id)).Starts);
    }

    [Fact]
    public async Task A_plan_fills_the_hours_of_the_event_once()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);

        Assert.Equal(2, (await of.Sessions.PlanAsync(of.Coordinator, of.Event.Id, new SessionPlanForm { RoomId = of.Room.Id })).ShouldSucceed());
        (await of.Sessions.PlanAsync(of.Coordinator, of.Event.Id, new SessionPlanForm())).ShouldRefuse("NothingToPlan");

        Assert.Equal(12, (await of.Queries.DetailsAsync(of.Coordinator, of.Event.Id))!.Facts.SessionHours);
    }

    [Fact]
    public async Task A_plan_goes_in_whole_or_not_at_all()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await store.AddAsync(A.Session(of.OtherEvent, A.Today.AddDays(1), roomId: of.Room.Id));

        (await of.Sessions.PlanAsync(of.Coordinator, of.Event.Id, new SessionPlanForm { RoomId = of.Room.Id })).ShouldRefuse("RoomTakenElsewhere");
        Assert.Equal([6, 12], (await of.Sessions.PlanAsync(of.Coordinator, of.Event.Id, new SessionPlanForm { Days = [DayOfWeek.Monday] })).ShouldRefuse("PlanDoesNotFit").Args);

        Assert.Empty(await of.Queries.SessionsAsync(of.Coordinator, of.Event.Id));
    }

    [Fact]
    public async Task Two_who_book_one_room_at_once_get_it_once()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);

        for (var day = 0; day < 5; day++)
        {
            var results = await Task.WhenAll(new[] { of.Event, of.OtherEvent }.Select(x => Task.Run(() =>
            {
                var form = of.Form();
                form.Date = A.Today.AddDays(day);
                return of.Sessions.SaveAsync(A.Administrator(), x.Id, form);
            })));
            Assert.Equal("RoomTaken", Assert.Single(results, x => !x.Succeeded).Problem!.Key);
        }

        Assert.Equal(0, await DoubleBookingsAsync(store));
    }

    [Fact]
    public async Task The_twin_that_asks_for_the_room_before_it_enters_the_gate_books_it_twice()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var bookings = new BookingQueries(store.Store);
        // Both have asked before the first writes: what a pause between check and write does.
        var bothHaveAsked = new Barrier(2);

        await Task.WhenAll(new[] { of.Event, of.OtherEvent }.Select(x => Task.Factory.StartNew(() =>
        {
            Assert.Empty(bookings.ConflictsAsync(A.Administrator(), of.Room.Id, [], [new(A.Today, new(9, 0), new(15, 0), 6)]).GetAwaiter().GetResult());
            bothHaveAsked.SignalAndWait();
            store.AddAsync(A.Session(x, roomId: of.Room.Id)).GetAwaiter().GetResult();
        }, TaskCreationOptions.LongRunning)));

        Assert.Equal(1, await DoubleBookingsAsync(store));
    }

    private static Task<int> DoubleBookingsAsync(TestStore store) => store.ReadAsync(db =>
        (from a in db.Set<Session>()
         join b in db.Set<Session>() on new { a.RoomId, a.Date } equals new { b.RoomId, b.Date }
         where a.Id < b.Id && a.Starts < b.Ends && b.Starts < a.Ends
         select a.Id).CountAsync());
}
