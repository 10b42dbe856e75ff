using TeacherCenters.Centers;
using TeacherCenters.Desk;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Desk;

public sealed class FirstStepsTests
{
    [Fact]
    public async Task Each_step_is_ticked_once_it_is_done_and_they_go_with_the_first_completed_event()
    {
        await using var store = await TestStore.CreateAsync();
        Assert.Empty((await DoneAsync(store))!);
        var (center, course, person) = (A.Center(), A.Course(), A.Person());

        await store.AddAsync(center, person);
        Assert.Equal([FirstStep.Center], await DoneAsync(store));
        await store.AddAsync(A.Head(center));
        Assert.Equal([FirstStep.Center], await DoneAsync(store));
        await store.AddAsync(A.Secretary(center), A.Room(center), course);
        Assert.Equal([FirstStep.Center, FirstStep.Room, FirstStep.Signatories, FirstStep.Course], await DoneAsync(store));
        var of = A.Event(center);
        await store.AddAsync(of);
        Assert.Equal(of.Id, (await ReadAsync(store, A.Administrator()))!.EventId);
        await store.AddAsync(A.Enrollment(of, person, EnrollmentStatus.Applied));
        Assert.Equal(Enum.GetValues<FirstStep>(), await DoneAsync(store));
        await store.AddAsync(A.Event(center, EventStatus.Completed));
        Assert.Null(await DoneAsync(store));
    }

    [Fact]
    public async Task A_closed_room_and_what_another_center_did_are_no_steps_of_the_own()
    {
        await using var store = await TestStore.CreateAsync();
        var (own, foreign) = (A.Center(), A.Center());
        await store.AddAsync(own, foreign);
        var closed = A.Room(own);
        closed.IsClosed = true;
        await store.AddAsync(closed, A.Room(foreign), A.Head(foreign), A.Secretary(foreign), A.Event(foreign, EventStatus.Completed));

        Assert.Equal([FirstStep.Center], await DoneAsync(store, A.Coordinator(own.Id)));
    }

    [Fact]
    public async Task Whoever_plans_no_events_gets_no_steps()
    {
        await using var store = await TestStore.CreateAsync();
        var (training, assessing) = (A.Center(), A.Center(kind: CenterKind.Assessment));
        await store.AddAsync(training, assessing);

        Assert.Null(await ReadAsync(store, A.Viewer(training.Id)));
        Assert.Null(await ReadAsync(store, A.Clerk(training.Id)));
        Assert.Null(await ReadAsync(store, A.Coordinator(assessing.Id)));
        Assert.NotNull(await ReadAsync(store, A.Coordinator(training.Id)));
        Assert.Equal(1, await store.CommandsAsync(() => ReadAsync(store, A.Administrator())));
    }

    private static Task<FirstSteps?> ReadAsync(TestStore store, Actor actor) => new FirstStepsQueries(store.Store).ReadAsync(actor);

    private static async Task<IEnumerable<FirstStep>?> DoneAsync(TestStore store, Actor? actor = null) => (await ReadAsync(store, actor ?? A.Administrator()))?.Done.Order();
}
