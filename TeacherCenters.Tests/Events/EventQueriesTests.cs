using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Certificates;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Attendance;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Events;

public sealed class EventQueriesTests
{
    [Fact]
    public async Task The_list_shows_the_events_of_the_actors_centers_found_by_words_status_and_days()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        await store.AddAsync(A.Event(of.Center, EventStatus.Draft, starts: A.Today.AddDays(60), title: "Приёмы смыслового чтения"));

        Task<Page<EventRow>> ListAsync(EventFilter filter) => of.Queries.ListAsync(of.Coordinator, filter, new PageRequest(Sort: nameof(EventRow.Title)));

        Assert.Equal(["Приёмы смыслового чтения", "Читательская грамотность"], (await ListAsync(new())).Items.Select(x => x.Title));
        Assert.Equal(3, (await of.Queries.ListAsync(A.Administrator(), new(), new())).Total);
        Assert.Equal("Приёмы смыслового чтения", Assert.Single((await ListAsync(new() { Text = "чтения приемы" })).Items).Title);
        Assert.Equal("Читательская грамотность", Assert.Single((await ListAsync(new() { Status = EventStatus.Open })).Items).Title);
        Assert.Equal("Читательская грамотность", Assert.Single((await ListAsync(new() { From = A.Today.AddDays(4), To = A.Today.AddDays(10) })).Items).Title);
        Assert.Empty((await ListAsync(new() { Center = of.Other.Id })).Items);
        Assert.Equal(2, (await of.Queries.AllAsync(of.Coordinator, new())).Count);
    }

    [Fact]
    public async Task The_picker_offers_what_is_near_and_for_what_took_place_only_what_was_announced()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        await store.AddAsync(
            A.Event(of.Center, EventStatus.Draft, starts: A.Today.AddDays(90), title: "Далёкий черновик"), A.Event(of.Center, EventStatus.Announced, starts: A.Today.AddDays(30), title: "Скоро"),
            A.Event(of.Center, EventStatus.Completed, starts: A.Today.AddDays(-300), title: "Давно"), A.Event(of.Center, EventStatus.Completed, starts: A.Today.AddDays(-40), title: "Недавно"),
            A.Event(of.Center, EventStatus.Cancelled, starts: A.Today.AddDays(1), title: "Отменено"));

        async Task<IEnumerable<string>> OfferedAsync(bool begun) => (await of.Queries.SearchAsync(of.Coordinator, new(), begun)).Select(x => x.Title);

        Assert.Equal(["Читательская грамотность", "Скоро", "Далёкий черновик", "Недавно", "Давно"], await OfferedAsync(begun: false));
        Assert.Equal(["Читательская грамотность", "Недавно", "Давно", "Скоро"], await OfferedAsync(begun: true));
    }

    [Fact]
    public async Task Counts_by_status_do_not_depend_on_the_status_that_is_chosen()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        await store.AddAsync(A.Event(of.Center, EventStatus.Draft), A.Event(of.Center, EventStatus.Draft));

        var counts = await of.Queries.CountsAsync(of.Coordinator, new EventFilter { Status = EventStatus.Open });

        Assert.Equal((2, 1), (counts[EventStatus.Draft], counts[EventStatus.Open]));
    }

    [Fact]
    public async Task The_facts_of_the_next_step_count_applications_missing_marks_and_people_without_document()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        var people = Enumerable.Range(0, 4).Select(i => A.Person($"Иванова{(char)('а' + i)}")).ToList();
        await store.AddAsync([.. people]);
        var learner = A.Enrollment(of.Event, people[0]);
        await store.AddAsync(
            learner, A.Enrollment(of.Event, people[1]), A.Enrollment(of.Event, people[2], EnrollmentStatus.Applied), A.Enrollment(of.Event, people[3], EnrollmentStatus.Completed),
            A.Session(of.Event, A.Today), A.Session(of.Event, A.Today.AddDays(3)));
        var sessions = await of.Queries.SessionsAsync(of.Coordinator, of.Event.Id);
        await store.AddAsync(new AttendanceMark { SessionId = sessions[0].Id, EnrollmentId = learner.Id, Mark = Mark.Late, MarkedAt = store.Clock.UtcNow });

        var facts = (await of.Queries.DetailsAsync(of.Coordinator, of.Event.Id))!.Facts;

        Assert.Equal((1, 2, 1, 12), (facts.Applications, facts.Unmarked, facts.DocumentsToIssue, facts.SessionHours));
    }

    [Fact]
    public async Task Who_waits_for_a_statement_follows_the_credit_settings_of_the_events_last_day()
    {
        await using var facts = await RegisterFacts.CreateAsync(people: 3, sessions: 1, status: EventStatus.Completed);
        await facts.Store.ChangeAsync(async unit =>
        {
            foreach (var row in await unit.Db.Set<Enrollment>().ToListAsync()) row.MoveTo(EnrollmentStatus.Expelled, unit.Now).ShouldSucceed();
        });
        await facts.MarkAsync("О", "У", "Н");
        var (queries, certificates, clerk) = (new EventQueries(facts.Store.Store, facts.Store.Clock), new CertificateQueries(facts.Store.Store, facts.Store.Clock), A.Clerk(facts.Center.Id));
        async Task<(int Facts, int Listed, int Due)> WaitingAsync() => (
            (await queries.DetailsAsync(clerk, facts.Event.Id))!.Facts.DocumentsToIssue,
            (await queries.AllAsync(clerk, new() { Waits = EventWait.Documents })).Count,
            (await certificates.OfEventAsync(clerk, facts.Event.Id))!.People.Count(x => x.Due.WhyNot?.Key != "NoHoursCredited"));
        Assert.Equal((1, 1, 1), await WaitingAsync());

        await facts.Store.AddAsync(Crediting(facts.Event.EndsOn.AddDays(1), late: 0, excused: 0));
        Assert.Equal((1, 1, 1), await WaitingAsync());

        await facts.Store.AddAsync(Crediting(facts.Event.EndsOn, late: 100, excused: 50));
        Assert.Equal((2, 1, 2), await WaitingAsync());

        await facts.Store.ChangeAsync(async unit => (await unit.Db.Set<SettingsEdition>().SingleAsync(x => x.ValidFrom == facts.Event.EndsOn)).Json = Crediting(facts.Event.EndsOn, late: 0, excused: 0).Json);
        Assert.Equal((0, 0, 0), await WaitingAsync());

        static SettingsEdition Crediting(DateOnly from, int late, int excused) =>
            new() { ValidFrom = from, Json = $$"""{"CreditPercent":{"Present":100,"Late":{{late}},"Remote":100,"Excused":{{excused}},"Absent":0} }""" };
    }

    [Fact]
    public async Task The_calendar_shows_visible_sessions_of_the_days_by_room_and_word_without_cancelled_events()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Announced);
        await store.AddAsync(
            A.Session(of.Event, A.Today, roomId: of.Room.Id), A.Session(of.Event, A.Today.AddDays(1)), A.Session(of.Event, A.Today.AddDays(4)), A.Session(of.OtherEvent, A.Today, starts: 16, hours: 2));

        Task<IReadOnlyList<CalendarItem>> ShownAsync(CalendarFilter filter) => of.Queries.CalendarAsync(of.Coordinator, A.Today, A.Today.AddDays(2), filter);

        Assert.Equal([A.Today, A.Today.AddDays(1)], (await ShownAsync(new())).Select(x => x.Date));
        Assert.Equal("Аудитория 12", Assert.Single(await ShownAsync(new() { Room = of.Room.Id })).Room);
        Assert.Empty(await ShownAsync(new() { Text = "закрытый" }));
        Assert.Equal(3, (await of.Queries.CalendarAsync(A.Administrator(), A.Today, A.Today.AddDays(2), new())).Count);

        (await of.Events.MoveAsync(of.Coordinator, of.Event.Id, of.Event.Version, EventStatus.Cancelled, "Нет заявок")).ShouldSucceed();
        Assert.Empty(await ShownAsync(new()));
    }

    [Fact]
    public async Task Conflicts_of_many_times_are_told_together()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await store.AddAsync(A.Session(of.Event, A.Today, roomId: of.Room.Id), A.Session(of.Event, A.Today.AddDays(2), roomId: of.Room.Id));
        var wanted = Enumerable.Range(0, 5).Select(i => new PlannedSession(A.Today.AddDays(i), new(10, 0), new(11, 0), 1)).ToList();

        var conflicts = await new BookingQueries(store.Store).ConflictsAsync(of.Coordinator, of.Room.Id, [], wanted);

        Assert.Equal([A.Today, A.Today.AddDays(2)], conflicts.Select(x => (DateOnly)x.Args[2]!));
    }
}
