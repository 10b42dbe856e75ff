using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Enrollments;

public sealed class EnrollmentCommandsTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private EnrollmentCommands _commands = null!;
    private Center _center = null!;
    private TrainingEvent _event = null!;
    private Actor _actor = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        _commands = new EnrollmentCommands(_store.Store);
        _center = A.Center();
        await _store.AddAsync(_center);
        _event = A.Event(_center, capacity: 2);
        await _store.AddAsync(_event);
        _actor = A.Coordinator(_center.Id);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task The_list_is_sorted_along_the_chain_of_states()
    {
        EnrollmentStatus[] chain = [EnrollmentStatus.Applied, EnrollmentStatus.WaitListed, EnrollmentStatus.Enrolled, EnrollmentStatus.Completed, EnrollmentStatus.Withdrawn];
        foreach (var status in chain.Reverse())
        {
            var person = A.Person();
            await _store.AddAsync(person);
            await _store.AddAsync(A.Enrollment(_event, person, status));
        }
        var queries = new EnrollmentQueries(_store.Store, _store.Clock);

        Assert.Equal(chain, (await queries.PageAsync(_actor, _event.Id, new(), new(Sort: "Status"))).Items.Select(x => x.Status));
        Assert.Equal(chain.Reverse(), (await queries.PageAsync(_actor, _event.Id, new(), new(Sort: "Status", Descending: true))).Items.Select(x => x.Status));
    }

    [Fact]
    public async Task A_new_person_is_added_linked_and_enrolled_in_one_verb()
    {
        var municipality = A.Municipality();
        await _store.AddAsync(municipality);
        var school = A.School(municipality);
        await _store.AddAsync(school);

        var placed = (await _commands.AddAsync(_actor, _event.Id, new ParticipantForm
        {
            Family = "иванова", Given = "МАРИЯ", Patronymic = "Петровна", Snils = "112-233-445 95", SchoolId = school.Id, Position = "учитель физики",
            Order = new() { Number = "15-к", Date = new(2026, 11, 20) },
        })).ShouldSucceed();

        Assert.Equal(EnrollmentStatus.Enrolled, placed.Status);
        var row = await _store.ReadAsync(db => db.Set<Enrollment>().Include(x => x.Person).SingleAsync());
        Assert.Equal("Иванова Мария Петровна", row.Person!.Name.Full);
        Assert.Equal((school.Id, municipality.Id, "учитель физики", WorkerCategory.Teacher), (row.SchoolId, row.MunicipalityId, row.Position, row.Category));
        Assert.Equal(("15-к", new DateOnly(2026, 11, 20), FundingSource.RegionalBudget), (row.OrderNumber, row.OrderDate, row.Funding));
        Assert.Equal(Sex.Female, row.Person.Sex);
        Assert.Equal(1, await SeatsAsync());
        Assert.Equal(_center.Id, await _store.ReadAsync(db => db.Set<PersonLink>().Select(x => x.CenterId).SingleAsync()));
        Assert.Equal(2, await _store.ReadAsync(db => db.ChangeSets.Where(x => x.Verb == "enrollments.add").SelectMany(x => x.Rows).CountAsync(x => x.Kind == "Enrollment")));
    }

    [Fact]
    public async Task Full_event_puts_the_person_on_the_waiting_list_and_a_freed_seat_goes_to_who_applied_first()
    {
        var people = await AddPeopleAsync(4);
        var placed = new List<Placed>();
        foreach (var person in people)
        {
            placed.Add((await _commands.AddAsync(_actor, _event.Id, new() { PersonKey = person.PublicKey })).ShouldSucceed());
            _store.Time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal([EnrollmentStatus.Enrolled, EnrollmentStatus.Enrolled, EnrollmentStatus.WaitListed, EnrollmentStatus.WaitListed], placed.Select(x => x.Status));
        (await _commands.PromoteAsync(_actor, _event.Id)).ShouldRefuse("EventIsFull");

        (await _commands.ExpelAsync(_actor, _event.Id, [placed[0].EnrollmentId], "не приступила к занятиям", new() { Number = "7", Date = A.Today })).ShouldSucceed();
        var promoted = Assert.Single((await _commands.PromoteAsync(_actor, _event.Id)).ShouldSucceed());

        Assert.Equal(placed[2].EnrollmentId, promoted.EnrollmentId);
        Assert.Equal(2, await SeatsAsync());
        var expelled = await RowAsync(placed[0].EnrollmentId);
        Assert.Equal((EnrollmentStatus.Expelled, "не приступила к занятиям", "7"), (expelled.Status, expelled.Reason, expelled.ExpulsionOrderNumber));
    }

    [Fact]
    public async Task Two_coordinators_take_the_last_seat_at_once_and_exactly_one_gets_it()
    {
        var ids = await AppliedAsync(3);
        (await _commands.EnrollAsync(_actor, _event.Id, [ids[0]])).ShouldSucceed();

        var results = await Task.WhenAll(
            Task.Run(() => _commands.EnrollAsync(_actor, _event.Id, [ids[1]])),
            Task.Run(() => _commands.EnrollAsync(A.Administrator(), _event.Id, [ids[2]])));

        Assert.Single(results, x => x.Succeeded);
        Assert.Equal("EventIsFull", results.Single(x => !x.Succeeded).Problem!.Key);
        Assert.Equal(2, await _store.ReadAsync(db => db.Set<Enrollment>().CountAsync(x => x.Status == EnrollmentStatus.Enrolled)));
        Assert.Equal(2, await SeatsAsync());
    }

    [Fact]
    public async Task Without_the_transaction_and_the_constraint_the_same_race_overbooks_the_event()
    {
        var ids = await AppliedAsync(3);
        (await _commands.EnrollAsync(_actor, _event.Id, [ids[0]])).ShouldSucceed();
        using var both = new Barrier(2);

        async Task EnrollUnprotectedAsync(int id)
        {
            await using var db = await _store.Contexts.CreateDbContextAsync();
            var free = await db.Set<TrainingEvent>().Where(x => x.Id == _event.Id).Select(x => x.Capacity - x.SeatsTaken).SingleAsync();
            both.SignalAndWait();
            if (free > 0) await db.Set<Enrollment>().Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(e => e.Status, EnrollmentStatus.Enrolled));
        }

        await Task.WhenAll(Task.Run(() => EnrollUnprotectedAsync(ids[1])), Task.Run(() => EnrollUnprotectedAsync(ids[2])));

        Assert.Equal(3, await _store.ReadAsync(db => db.Set<Enrollment>().CountAsync(x => x.Status == EnrollmentStatus.Enrolled)));
    }

    [Fact]
    public async Task The_store_itself_refuses_a_seat_beyond_the_capacity() =>
        await Assert.ThrowsAsync<DbUpdateException>(() => _store.ChangeAsync(async unit => (await unit.Db.Set<TrainingEvent>().SingleAsync()).ChangeSeats(3)));

    [Fact]
    public async Task Several_are_enrolled_together_or_not_at_all()
    {
        var ids = await AppliedAsync(3);

        Assert.Equal([3, 2], (await _commands.EnrollAsync(_actor, _event.Id, ids)).ShouldRefuse("NotEnoughSeats").Args);
        Assert.Equal(0, await SeatsAsync());

        Assert.Equal(2, (await _commands.EnrollAsync(_actor, _event.Id, [ids[0], ids[1]], new() { Number = "12", Date = A.Today })).ShouldSucceed());
        Assert.Equal("12", (await RowAsync(ids[1])).OrderNumber);
        (await _commands.EnrollAsync(_actor, _event.Id, [ids[0]])).ShouldRefuse("ParticipantStatusChange");
    }

    [Fact]
    public async Task By_the_setting_the_approved_hold_their_seats_against_others()
    {
        await _store.AddAsync(new SettingsEdition { ValidFrom = new(2026, 1, 1), Json = """{"ApprovedHoldsSeat":true}""" });
        var ids = await AppliedAsync(4);
        (await _commands.ApproveAsync(_actor, _event.Id, [ids[0], ids[1]])).ShouldSucceed();

        (await _commands.ApproveAsync(_actor, _event.Id, [ids[2]])).ShouldRefuse("EventIsFull");
        (await _commands.EnrollAsync(_actor, _event.Id, [ids[2]])).ShouldRefuse("EventIsFull");
        (await _commands.EnrollAsync(_actor, _event.Id, [ids[0]])).ShouldSucceed();
        var late = await AddPeopleAsync(1);
        Assert.Equal(EnrollmentStatus.WaitListed, (await _commands.AddAsync(_actor, _event.Id, new() { PersonKey = late[0].PublicKey })).ShouldSucceed().Status);
    }

    [Fact]
    public async Task Undo_of_enrolling_puts_everybody_back_where_they_came_from()
    {
        var ids = await AppliedAsync(2);
        (await _commands.WaitListAsync(_actor, _event.Id, [ids[1]])).ShouldSucceed();
        (await _commands.EnrollAsync(_actor, _event.Id, ids, new() { Number = "3" })).ShouldSucceed();

        Assert.Equal(2, (await _commands.UndoEnrollAsync(_actor, _event.Id, ids)).ShouldSucceed());

        Assert.Equal((EnrollmentStatus.Applied, EnrollmentStatus.WaitListed), ((await RowAsync(ids[0])).Status, (await RowAsync(ids[1])).Status));
        Assert.Equal(0, await SeatsAsync());
        (await _commands.UndoEnrollAsync(_actor, _event.Id, ids)).ShouldRefuse("EnrollingNotLast");
    }

    [Fact]
    public async Task Undo_of_taking_back_gives_reason_and_order_of_the_expulsion_back()
    {
        var ids = await AppliedAsync(1);
        (await _commands.EnrollAsync(_actor, _event.Id, ids, new() { Number = "3", Date = A.Today })).ShouldSucceed();
        (await _commands.ExpelAsync(_actor, _event.Id, ids, "Не приступила", new() { Number = "15-к", Date = A.Today })).ShouldSucceed();
        (await _commands.EnrollAsync(_actor, _event.Id, ids, new() { Number = "16-к", Date = A.Today.AddDays(1) })).ShouldSucceed();

        (await _commands.UndoEnrollAsync(_actor, _event.Id, ids)).ShouldSucceed();

        var row = await RowAsync(ids[0]);
        Assert.Equal((EnrollmentStatus.Expelled, "Не приступила", "15-к", A.Today), (row.Status, row.Reason, row.ExpulsionOrderNumber, row.ExpulsionOrderDate));
        Assert.Equal(("3", A.Today), (row.OrderNumber, row.OrderDate));
        Assert.Equal(0, await SeatsAsync());
    }

    [Fact]
    public async Task Undo_of_enrolling_without_an_order_keeps_the_order_that_stood_there()
    {
        var ids = await AppliedAsync(1);
        var version = (await RowAsync(ids[0])).Version;
        (await _commands.EditAsync(_actor, _event.Id, ids[0], new() { Version = version, Funding = _event.Funding, OrderNumber = "7" })).ShouldSucceed();
        (await _commands.EnrollAsync(_actor, _event.Id, ids)).ShouldSucceed();

        (await _commands.UndoEnrollAsync(_actor, _event.Id, ids)).ShouldSucceed();

        Assert.Equal((EnrollmentStatus.Applied, "7"), ((await RowAsync(ids[0])).Status, (await RowAsync(ids[0])).OrderNumber));
    }

    [Fact]
    public async Task Undo_is_refused_for_somebody_with_marks_in_the_register()
    {
        var ids = await AppliedAsync(1);
        (await _commands.EnrollAsync(_actor, _event.Id, ids)).ShouldSucceed();
        var session = A.Session(_event);
        await _store.AddAsync(session);
        await _store.AddAsync(new AttendanceMark { SessionId = session.Id, EnrollmentId = ids[0], Mark = Mark.Present, MarkedAt = _store.Clock.UtcNow });

        (await _commands.UndoEnrollAsync(_actor, _event.Id, ids)).ShouldRefuse("ParticipantHasMarks");
        Assert.Equal(1, await SeatsAsync());
    }

    [Fact]
    public async Task Who_withdrew_applies_again_on_the_same_row_and_who_is_in_is_refused()
    {
        var person = (await AddPeopleAsync(1))[0];
        var first = (await _commands.AddAsync(_actor, _event.Id, new() { PersonKey = person.PublicKey })).ShouldSucceed();
        (await _commands.AddAsync(_actor, _event.Id, new() { PersonKey = person.PublicKey })).ShouldRefuse("AlreadyInEvent");
        (await _commands.WithdrawAsync(_actor, _event.Id, [first.EnrollmentId])).ShouldSucceed();
        Assert.Equal(0, await SeatsAsync());

        var again = (await _commands.AddAsync(_actor, _event.Id, new() { PersonKey = person.PublicKey, Enroll = false })).ShouldSucceed();

        Assert.Equal((first.EnrollmentId, EnrollmentStatus.Applied), (again.EnrollmentId, again.Status));
    }

    [Theory]
    [InlineData(EventStatus.Draft)]
    [InlineData(EventStatus.Completed)]
    public async Task An_event_that_is_not_announced_or_is_over_takes_nobody(EventStatus status)
    {
        var of = A.Event(_center, status);
        await _store.AddAsync(of);
        var person = (await AddPeopleAsync(1))[0];

        (await _commands.AddAsync(_actor, of.Id, new() { PersonKey = person.PublicKey })).ShouldRefuse("EventTakesNobody");
    }

    [Fact]
    public async Task Expelling_and_declining_ask_for_a_reason()
    {
        var ids = await AppliedAsync(2);
        (await _commands.EnrollAsync(_actor, _event.Id, [ids[0]])).ShouldSucceed();

        (await _commands.ExpelAsync(_actor, _event.Id, [ids[0]], " ")).ShouldRefuse("ReasonMissing");
        (await _commands.DeclineAsync(_actor, _event.Id, [ids[1]], null)).ShouldRefuse("ReasonMissing");
        (await _commands.DeclineAsync(_actor, _event.Id, [ids[1]], "нет направления")).ShouldSucceed();
    }

    [Fact]
    public async Task An_expulsion_has_an_order_of_its_own_which_is_mended_later_and_goes_with_it()
    {
        var ids = await AppliedAsync(1);
        (await _commands.EnrollAsync(_actor, _event.Id, ids, new() { Number = "15-сл" })).ShouldSucceed();
        (await _commands.ExpelAsync(_actor, _event.Id, ids, "Неявка", new() { Number = "17-отч", Date = A.Today })).ShouldSucceed();
        var row = await RowAsync(ids[0]);
        Assert.Equal(("15-сл", "17-отч", A.Today), (row.OrderNumber, row.ExpulsionOrderNumber, row.ExpulsionOrderDate));

        (await _commands.EditAsync(_actor, _event.Id, ids[0], new() { Version = row.Version, Funding = row.Funding, OrderNumber = "15-сл", ExpulsionOrderNumber = "18-отч", ExpulsionOrderDate = A.Today })).ShouldSucceed();
        Assert.Equal(("15-сл", "18-отч"), ((await RowAsync(ids[0])).OrderNumber, (await RowAsync(ids[0])).ExpulsionOrderNumber));

        (await _commands.EnrollAsync(_actor, _event.Id, ids)).ShouldSucceed();
        row = await RowAsync(ids[0]);
        Assert.Equal(("15-сл", null, null), (row.OrderNumber, row.ExpulsionOrderNumber, row.ExpulsionOrderDate));
        (await _commands.UndoEnrollAsync(_actor, _event.Id, ids)).ShouldSucceed();
        Assert.Equal(("15-сл", "18-отч", "Неявка"), ((await RowAsync(ids[0])).OrderNumber, (await RowAsync(ids[0])).ExpulsionOrderNumber, (await RowAsync(ids[0])).Reason));
    }

    [Fact]
    public async Task Only_who_was_enrolled_has_an_enrolment_order()
    {
        var ids = await AppliedAsync(2);
        (await _commands.EnrollAsync(_actor, _event.Id, [ids[0]])).ShouldSucceed();

        (await _commands.OrderAsync(_actor, _event.Id, ids, new() { Number = "1" })).ShouldRefuse("NotEnrolled");

        Assert.Null((await RowAsync(ids[0])).OrderNumber);
        Assert.Equal(1, (await _commands.OrderAsync(_actor, _event.Id, [ids[0]], new() { Number = "1" })).ShouldSucceed());
        Assert.Equal("1", (await RowAsync(ids[0])).OrderNumber);
    }

    [Fact]
    public async Task A_name_that_is_known_already_is_asked_about_and_a_taken_number_is_refused()
    {
        var known = A.Person();
        known.Snils = "11223344595";
        await _store.AddAsync(known);
        var form = new ParticipantForm { Family = "Иванова", Given = "Мария", Patronymic = "Петровна" };

        (await _commands.AddAsync(_actor, _event.Id, form)).ShouldRefuse("PersonLooksKnown");
        form.IsAnother = true;
        (await _commands.AddAsync(_actor, _event.Id, form)).ShouldSucceed();
        form.Snils = "112-233-445 95";
        Assert.Equal("Snils", (await _commands.AddAsync(_actor, _event.Id, form)).ShouldRefuse("SnilsTaken").Field);
    }

    [Fact]
    public async Task Editing_copies_the_municipality_of_the_school_and_refuses_an_old_version()
    {
        var municipality = A.Municipality();
        await _store.AddAsync(municipality);
        var school = A.School(municipality);
        await _store.AddAsync(school);
        var ids = await AppliedAsync(1);

        (await _commands.EditAsync(_actor, _event.Id, ids[0], new() { Version = 1, SchoolId = school.Id, Position = "методист", Funding = FundingSource.OwnFunds })).ShouldSucceed();

        var row = await RowAsync(ids[0]);
        Assert.Equal((municipality.Id, WorkerCategory.Specialist, FundingSource.OwnFunds), (row.MunicipalityId, row.Category, row.Funding));
        (await _commands.EditAsync(_actor, _event.Id, ids[0], new() { Version = 1, Funding = FundingSource.LocalBudget })).ShouldRefuse("ChangedByOther");
    }

    [Fact]
    public async Task Another_centers_event_is_as_good_as_absent_and_a_reader_may_not_enroll()
    {
        var ids = await AppliedAsync(1);

        (await _commands.EnrollAsync(A.Coordinator(_center.Id + 1), _event.Id, ids)).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => _commands.EnrollAsync(A.Viewer(_center.Id), _event.Id, ids));
    }

    private Task<int> SeatsAsync() => _store.ReadAsync(db => db.Set<TrainingEvent>().Where(x => x.Id == _event.Id).Select(x => x.SeatsTaken).SingleAsync());

    private Task<Enrollment> RowAsync(int id) => _store.ReadAsync(db => db.Set<Enrollment>().SingleAsync(x => x.Id == id));

    private async Task<List<Person>> AddPeopleAsync(int count)
    {
        string[] families = ["Орлова", "Белова", "Соколова", "Круглова", "Шарова"];
        var people = families.Take(count).Select(x => A.Person(x)).ToList();
        await _store.AddAsync([.. people]);
        return people;
    }

    private async Task<List<int>> AppliedAsync(int count)
    {
        var rows = (await AddPeopleAsync(count)).ConvertAll(x => A.Enrollment(_event, x, EnrollmentStatus.Applied));
        await _store.AddAsync([.. rows]);
        return rows.ConvertAll(x => x.Id);
    }
}
