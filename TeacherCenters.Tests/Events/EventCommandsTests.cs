using Microsoft.EntityFrameworkCore;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Events;

public sealed class EventCommandsTests
{
    [Fact]
    public async Task A_new_event_is_a_draft_of_its_center()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);

        var id = (await of.Events.SaveAsync(of.Coordinator, of.NewForm())).ShouldSucceed();

        var row = await store.ReadAsync(db => db.Set<TrainingEvent>().SingleAsync(x => x.Id == id));
        Assert.Equal(("Наставник в школе", EventStatus.Draft, of.Center.Id, 8), (row.Title, row.Status, row.CenterId, row.Hours));
    }

    [Fact]
    public async Task An_event_of_another_center_is_as_good_as_absent_and_a_viewer_may_not_edit()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var form = of.NewForm();
        (form.Id, form.Version) = (of.OtherEvent.Id, 1);

        (await of.Events.SaveAsync(of.Coordinator, form)).ShouldRefuse("NotFound");
        (await of.Events.MoveAsync(of.Coordinator, of.OtherEvent.Id, EventStatus.Announced)).ShouldRefuse("NotFound");
        (await of.Events.DeleteAsync(of.Coordinator, of.OtherEvent.Id)).ShouldRefuse("NotFound");
        (await of.Events.DuplicateAsync(of.Coordinator, of.OtherEvent.Id, A.Today)).ShouldRefuse("NotFound");
        Assert.Null(await of.Queries.DetailsAsync(of.Coordinator, of.OtherEvent.Id));
        await Assert.ThrowsAsync<MissingRightException>(() => of.Events.SaveAsync(A.Viewer(of.Center.Id), of.NewForm()));
        await Assert.ThrowsAsync<MissingRightException>(() => of.Events.MoveAsync(A.Viewer(of.Center.Id), of.Event.Id, EventStatus.Announced));
    }

    [Fact]
    public async Task Two_who_edit_one_event_are_told()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var (first, second) = (of.NewForm(), of.NewForm());
        (first.Id, first.Version, second.Id, second.Version) = (of.Event.Id, of.Event.Version, of.Event.Id, of.Event.Version);
        first.Capacity = 31;

        (await of.Events.SaveAsync(of.Coordinator, first)).ShouldSucceed();
        (await of.Events.SaveAsync(of.Coordinator, second)).ShouldRefuse("ChangedByOther");
    }

    [Fact]
    public async Task Dates_are_not_moved_away_from_the_sessions()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        (await of.BookAsync(of.Event.Id)).ShouldSucceed();
        var form = of.NewForm();
        (form.Id, form.Version, form.StartsOn) = (of.Event.Id, of.Event.Version, A.Today.AddDays(1));

        Assert.Equal(1, (await of.Events.SaveAsync(of.Coordinator, form)).ShouldRefuse("SessionsOutside").Args[0]);
    }

    [Fact]
    public async Task An_event_with_people_does_not_go_back_to_draft_and_a_draft_with_people_is_not_deleted()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Announced);
        var person = A.Person();
        await store.AddAsync(person);
        await store.AddAsync(A.Enrollment(of.Event, person, EnrollmentStatus.Applied), A.Enrollment(of.OtherEvent, person, EnrollmentStatus.Applied));

        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, EventStatus.Draft)).ShouldRefuse("EventHasPeople");
        (await of.Events.DeleteAsync(of.Coordinator, of.Event.Id)).ShouldRefuse("OnlyDraftsAreDeleted");
        (await of.Events.DeleteAsync(A.Administrator(), of.OtherEvent.Id)).ShouldRefuse("EventHasPeople");
    }

    [Fact]
    public async Task Cancelling_asks_for_a_reason_and_frees_the_room()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Announced);
        (await of.BookAsync(of.Event.Id)).ShouldSucceed();

        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, EventStatus.Cancelled, " ")).ShouldRefuse("ReasonMissing");
        (await of.BookAsync(of.OtherEvent.Id)).ShouldRefuse("RoomTaken");
        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, EventStatus.Cancelled, "Нет заявок")).ShouldSucceed();
        (await of.BookAsync(of.OtherEvent.Id)).ShouldSucceed();
        Assert.Equal("Нет заявок", (await of.Queries.DetailsAsync(of.Coordinator, of.Event.Id))!.CancelReason);
        (await of.BookAsync(of.Event.Id, startsAt: 15)).ShouldRefuse("EventIsOver");
    }

    [Fact]
    public async Task Completion_is_no_mere_move()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Closed);

        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, EventStatus.Completed)).ShouldRefuse("EventStatusChange");
    }

    [Fact]
    public async Task A_draft_is_deleted_with_its_sessions_and_the_history_keeps_them()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var person = A.Person();
        await store.AddAsync(person);
        (await of.BookAsync(of.Event.Id, trainers: [person.Id])).ShouldSucceed();

        (await of.Events.DeleteAsync(of.Coordinator, of.Event.Id)).ShouldSucceed();

        Assert.Equal(0, await store.ReadAsync(db => db.Set<Session>().CountAsync()));
        var kinds = await store.ReadAsync(db => db.ChangeSets.Where(x => x.Verb == "events.delete").SelectMany(x => x.Rows).Select(x => x.Kind).ToListAsync());
        Assert.Equal(["Session", "SessionTrainer", "TrainingEvent"], kinds.Order());
    }

    [Fact]
    public async Task A_copy_is_a_draft_as_long_as_the_original_without_sessions()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        (await of.BookAsync(of.Event.Id)).ShouldSucceed();

        var id = (await of.Events.DuplicateAsync(of.Coordinator, of.Event.Id, A.Today.AddDays(30))).ShouldSucceed();

        var copy = (await of.Queries.DetailsAsync(of.Coordinator, id))!;
        Assert.Equal((EventStatus.Draft, of.Event.Title, A.Today.AddDays(30), A.Today.AddDays(34)), (copy.Status, copy.Title, copy.StartsOn, copy.EndsOn));
        Assert.Empty(await of.Queries.SessionsAsync(of.Coordinator, id));
    }
}
