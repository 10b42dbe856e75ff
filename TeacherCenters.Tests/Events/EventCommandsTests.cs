using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Mentoring;

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
        (await of.Events.MoveAsync(of.Coordinator, of.OtherEvent.Id, of.OtherEvent.Version, EventStatus.Announced)).ShouldRefuse("NotFound");
        (await of.Events.DeleteAsync(of.Coordinator, of.OtherEvent.Id)).ShouldRefuse("NotFound");
        (await of.Events.DuplicateAsync(of.Coordinator, of.OtherEvent.Id, A.Today)).ShouldRefuse("NotFound");
        Assert.Null(await of.Queries.DetailsAsync(of.Coordinator, of.OtherEvent.Id));
        await Assert.ThrowsAsync<MissingRightException>(() => of.Events.SaveAsync(A.Viewer(of.Center.Id), of.NewForm()));
        await Assert.ThrowsAsync<MissingRightException>(() => of.Events.MoveAsync(A.Viewer(of.Center.Id), of.Event.Id, of.Event.Version, EventStatus.Announced));
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
    public async Task An_event_that_another_changed_meanwhile_is_not_moved_on_unseen()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var (seen, form) = (of.Event.Version, of.NewForm());
        (form.Id, form.Version) = (of.Event.Id, seen);
        (await of.Events.SaveAsync(of.Coordinator, form)).ShouldSucceed();

        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, seen, EventStatus.Announced)).ShouldRefuse("ChangedByOther");

        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, seen + 1, EventStatus.Announced)).ShouldSucceed();
    }

    [Fact]
    public async Task Of_an_archived_programme_no_event_is_created_or_copied_and_what_runs_keeps_it()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        var course = A.Course();
        await store.AddAsync(course);
        var form = of.NewForm();
        form.CourseId = course.Id;
        var id = (await of.Events.SaveAsync(of.Coordinator, form)).ShouldSucceed();
        await store.ChangeAsync(async unit => (await unit.Db.Set<Course>().SingleAsync()).IsArchived = true);

        var refused = (await of.Events.SaveAsync(of.Coordinator, form)).ShouldRefuse("CourseArchived");
        (await of.Events.DuplicateAsync(of.Coordinator, id, A.Today.AddDays(30))).ShouldRefuse("CourseArchived");
        (form.Id, form.Version, form.Capacity) = (id, 1, 31);
        (await of.Events.SaveAsync(of.Coordinator, form)).ShouldSucceed();

        Assert.Equal((course.Title, nameof(EventForm.CourseId)), (refused.Args[0], refused.Field));
    }

    [Fact]
    public async Task An_event_of_a_closed_center_is_not_copied()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await store.ChangeAsync(async unit => (await unit.Db.Set<Center>().SingleAsync(x => x.Id == of.Center.Id)).IsClosed = true);

        Assert.Equal(of.Center.ShortName, (await of.Events.DuplicateAsync(of.Coordinator, of.Event.Id, A.Today.AddDays(30))).ShouldRefuse("CenterIsClosed").Args[0]);
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

        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, of.Event.Version, EventStatus.Draft)).ShouldRefuse("EventHasPeople");
        (await of.Events.DeleteAsync(of.Coordinator, of.Event.Id)).ShouldRefuse("OnlyDraftsAreDeleted");
        (await of.Events.DeleteAsync(A.Administrator(), of.OtherEvent.Id)).ShouldRefuse("EventHasPeople");
    }

    [Fact]
    public async Task Cancelling_asks_for_a_reason_and_frees_the_room()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Announced);
        (await of.BookAsync(of.Event.Id)).ShouldSucceed();

        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, of.Event.Version, EventStatus.Cancelled, " ")).ShouldRefuse("ReasonMissing");
        (await of.BookAsync(of.OtherEvent.Id)).ShouldRefuse("RoomTaken");
        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, of.Event.Version, EventStatus.Cancelled, "Нет заявок")).ShouldSucceed();
        (await of.BookAsync(of.OtherEvent.Id)).ShouldSucceed();
        Assert.Equal("Нет заявок", (await of.Queries.DetailsAsync(of.Coordinator, of.Event.Id))!.CancelReason);
        (await of.BookAsync(of.Event.Id, startsAt: 15)).ShouldRefuse("EventIsOver");
    }

    [Fact]
    public async Task Completion_is_no_mere_move()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Closed);

        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, of.Event.Version, EventStatus.Completed)).ShouldRefuse("EventStatusChange");
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

    [Theory]
    [InlineData("EventInRoute", "Иванова М. П.")]
    [InlineData("EventHasInternship", "Иванова М. П.")]
    [InlineData("EventShowsPractice", "Урок в музее")]
    public async Task A_draft_that_something_else_rests_on_is_not_deleted_and_the_refusal_says_what_and_where(string key, string where)
    {
        await using var store = await TestStore.CreateAsync();
        var of = await EscortedPerson.CreateAsync(store);
        var draft = A.Event(of.Center, key == "EventShowsPractice" ? EventStatus.Announced : EventStatus.Draft, starts: A.Today, days: 10);
        draft.Kind = EventKind.Internship;
        await store.AddAsync(draft);
        var events = PlannedEvent.Commands(store);
        if (key == "EventInRoute") await of.ItemAsync(await of.RouteAsync(), new() { Kind = RouteItemKind.Event, EventId = draft.Id });
        if (key == "EventHasInternship")
        {
            var form = of.InternshipForm(startsIn: 0);
            form.EventId = draft.Id;
            await of.InternshipAsync(form);
        }
        if (key == "EventShowsPractice")
        {
            var practices = new PracticeCommands(store.Store, store.Files);
            var id = (await practices.SaveAsync(of.Coordinator, new() { CenterId = of.Center.Id, Title = "Урок в музее", Subject = "История", Summary = "Как провести", AuthorKeys = [of.Person.PublicKey] })).ShouldSucceed();
            (await practices.ShowAsync(of.Coordinator, id, new() { EventId = draft.Id })).ShouldSucceed();
            (await events.MoveAsync(of.Coordinator, draft.Id, draft.Version, EventStatus.Draft)).ShouldSucceed();
        }

        Assert.Equal(where, (await events.DeleteAsync(of.Coordinator, draft.Id)).ShouldRefuse(key).Args[0]);
    }

    [Fact]
    public async Task Another_centers_route_on_a_draft_is_told_by_its_center_only()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await EscortedPerson.CreateAsync(store);
        var other = A.Center();
        await store.AddAsync(other);
        var draft = A.Event(other, EventStatus.Draft, starts: A.Today);
        await store.AddAsync(draft);
        (await of.Items.SaveAsync(A.Administrator(), await of.RouteAsync(), new() { Kind = RouteItemKind.Event, EventId = draft.Id })).ShouldSucceed();

        Assert.Equal(of.Center.ShortName, (await PlannedEvent.Commands(store).DeleteAsync(A.Coordinator(other.Id), draft.Id)).ShouldRefuse("EventInRoute").Args[0]);
    }

    [Fact]
    public async Task Whatever_refers_to_an_event_is_asked_before_one_is_deleted()
    {
        await using var store = await TestStore.CreateAsync();

        var kinds = await store.ReadAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(TrainingEvent))!.GetReferencingForeignKeys().Select(x => x.DeclaringEntityType.ClrType.Name).ToList()));

        // A new one here needs its EventReference, with a refusal.
        Assert.Equal([nameof(Enrollment), nameof(Internship), nameof(PracticeShowing), nameof(RouteItem), nameof(Session)], kinds.Order(StringComparer.Ordinal));
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
