using TeacherCenters.Desk;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Desk;

public sealed class TodayQueriesTests
{
    [Fact]
    public async Task The_day_shows_what_waits_in_the_actors_centers_only()
    {
        await using var store = await TestStore.CreateAsync();
        var (own, foreign) = (A.Center(), A.Center());
        await store.AddAsync(own, foreign);
        var (of, other) = (A.Event(own, starts: A.Today), A.Event(foreign, starts: A.Today));
        var person = A.Person();
        await store.AddAsync(of, other, person);
        await store.AddAsync(A.Session(of), A.Session(other), A.Enrollment(of, person, EnrollmentStatus.Applied), A.Enrollment(other, person, EnrollmentStatus.Applied));
        var queries = new TodayQueries(store.Store, new EventQueries(store.Store, store.Clock), store.Clock);

        var facts = await queries.ReadAsync(A.Coordinator(own.Id), null);

        Assert.Equal(of.Id, Assert.Single(facts.Sessions).EventId);
        Assert.Equal(new WaitingEvent(of.Id, of.Title, 1), Assert.Single(facts.Applications));
        Assert.Empty(facts.Documents);
        Assert.Empty(facts.ToComplete);
    }

    [Fact]
    public async Task A_past_session_without_marks_waits_to_be_marked()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var of = A.Event(center, starts: A.Today.AddDays(-3));
        var person = A.Person();
        of.ChangeSeats(1);
        await store.AddAsync(of, person);
        await store.AddAsync(A.Session(of), A.Enrollment(of, person));
        var queries = new TodayQueries(store.Store, new EventQueries(store.Store, store.Clock), store.Clock);

        var facts = await queries.ReadAsync(A.Coordinator(center.Id), center.Id);

        Assert.Equal(new WaitingEvent(of.Id, of.Title, 1), Assert.Single(facts.Unmarked));
    }
}
