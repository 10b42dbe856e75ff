using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.People;

/// <summary>Workplaces whose organisation is not in the list: kept as written, shown, and tied to the list later.</summary>
public sealed class WrittenSchoolsTests : IAsyncLifetime
{
    private const string Written = "Школа на горе";
    private TestStore _store = null!;
    private Center _center = null!;
    private School _school = null!;
    private Person _person = null!;
    private Actor _actor = null!;

    private EmploymentCommands Commands => new(_store.Store, new ServiceCollection().AddEnrollments().BuildServiceProvider().GetServices<WorkplaceTied>());

    private SchoolQueries Schools => new(_store.Store);

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        _center = A.Center();
        var municipality = A.Municipality();
        await _store.AddAsync(_center, municipality);
        _school = A.School(municipality, "Горная школа");
        await _store.AddAsync(_school);
        _person = await PersonAsync("Иванова", _center, Written);
        _actor = A.Coordinator(_center.Id);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData(true, "Школа на горе")]
    [InlineData(false, null)]
    [InlineData(false, "")]
    public async Task A_workplace_names_a_school_of_the_list_or_a_written_one_and_never_both_or_none(bool listed, string? written)
    {
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => _store.AddAsync(Job(_person, listed ? _school.Id : null, written)));

        Assert.Contains("CK_Employment_School", refused.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_the_organisation_keeps_position_and_days_and_stands_in_the_history()
    {
        var job = await _store.ReadAsync(db => db.Set<Employment>().SingleAsync());

        Assert.Equal(1, (await Commands.TieAsync(_actor, new() { PersonId = _person.Id, Written = "школа  НА горе", SchoolId = _school.Id })).ShouldSucceed());

        var tied = await _store.ReadAsync(db => db.Set<Employment>().SingleAsync());
        Assert.Equal((job.Id, _school.Id, null, "учитель", job.From), (tied.Id, tied.SchoolId!.Value, tied.SchoolWritten, tied.Position, tied.From));
        Assert.Equal("employments.tie", (await new PersonCardQueries(_store.Store, _store.Clock).HistoryAsync(_actor, _person.Id))[0].Verb);
        (await Commands.TieAsync(_actor, new() { PersonId = _person.Id, Written = Written, SchoolId = _school.Id })).ShouldRefuse("NotFound");
    }

    [Fact]
    public async Task Others_of_the_spelling_follow_when_asked_but_nobody_of_a_center_that_the_actor_may_not_change()
    {
        var elsewhere = A.Center();
        await _store.AddAsync(elsewhere);
        var (colleague, unlike, foreign) = (await PersonAsync("Белова", _center, "ШКОЛА на горе"), await PersonAsync("Громова", _center, "Школа под горой"), await PersonAsync("Котова", elsewhere, Written));

        Assert.Equal([(Written, 2), ("Школа под горой", 1)], (await Schools.UnlistedAsync(_actor)).Select(x => (x.Written.Replace("ШКОЛА", "Школа", StringComparison.Ordinal), x.People)));
        Assert.Equal(2, (await Commands.TieAsync(_actor, new() { PersonId = _person.Id, Written = Written, SchoolId = _school.Id, Others = true })).ShouldSucceed());

        Assert.Equal([colleague.Id, _person.Id], (await _store.ReadAsync(db => db.Set<Employment>().Where(x => x.SchoolId == _school.Id).Select(x => x.PersonId).ToListAsync())).OrderDescending());
        Assert.Equal([unlike.Id, foreign.Id], await _store.ReadAsync(db => db.Set<Employment>().Where(x => x.SchoolId == null).OrderBy(x => x.PersonId).Select(x => x.PersonId).ToListAsync()));
        Assert.Empty(await Schools.UnlistedAsync(A.Viewer(_center.Id)));
    }

    [Fact]
    public async Task A_school_or_a_person_that_is_not_there_is_refused_and_a_reader_may_not()
    {
        Assert.Equal("SchoolId", (await Commands.TieAsync(_actor, new() { PersonId = _person.Id, Written = Written })).ShouldRefuse("SchoolMissing").Field);
        (await Commands.TieAsync(A.Coordinator(_center.Id + 1), new() { PersonId = _person.Id, Written = Written, SchoolId = _school.Id })).ShouldRefuse("NotFound");
        (await Commands.TieAsync(A.Coordinator(_center.Id + 1), new() { Written = Written, SchoolId = _school.Id })).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => Commands.TieAsync(A.Viewer(_center.Id), new() { Written = Written, SchoolId = _school.Id }));
    }

    [Fact]
    public async Task Enrolling_copies_the_written_name_and_the_choice_follows_into_the_event_also_from_the_form_of_the_workplace()
    {
        var of = A.Event(_center);
        await _store.AddAsync(of);
        (await new EnrollmentCommands(_store.Store).AddAsync(_actor, of.Id, new() { PersonKey = _person.PublicKey })).ShouldSucceed();
        var row = await _store.ReadAsync(db => db.Set<Enrollment>().SingleAsync());
        Assert.Equal((null, null, Written, "учитель", WorkerCategory.Teacher), (row.SchoolId, row.MunicipalityId, row.SchoolWritten, row.Position, row.Category));
        Assert.Equal(Written, Assert.Single((await new AttendanceQueries(_store.Store, _store.Clock).SheetAsync(_actor, of.Id))!.People).School);

        var job = Assert.Single((await new PersonCardQueries(_store.Store, _store.Clock).CardAsync(_actor, _person.PublicKey))!.Employments);
        var form = new EmploymentForm { Id = job.Id, Version = job.Version, PersonId = _person.Id, SchoolWritten = job.School, Position = "старший учитель", From = new(2020, 9, 1) };
        (await Commands.SaveAsync(_actor, form)).ShouldSucceed();
        Assert.Equal((Written, false), Assert.Single((await new PersonCardQueries(_store.Store, _store.Clock).CardAsync(_actor, _person.PublicKey))!.Employments.Select(x => (x.School, x.IsListed))));
        (form.Version, form.SchoolId) = (form.Version + 1, _school.Id);
        (await Commands.SaveAsync(_actor, form)).ShouldSucceed();

        row = await _store.ReadAsync(db => db.Set<Enrollment>().SingleAsync());
        Assert.Equal((_school.Id, _school.MunicipalityId, null), (row.SchoolId!.Value, row.MunicipalityId!.Value, row.SchoolWritten));
    }

    [Fact]
    public async Task An_organisation_chosen_in_the_event_is_not_lost_by_enrolling()
    {
        var of = A.Event(_center);
        await _store.AddAsync(of);
        var commands = new EnrollmentCommands(_store.Store);
        var placed = (await commands.AddAsync(_actor, of.Id, new() { PersonKey = _person.PublicKey, Enroll = false })).ShouldSucceed();
        var row = await _store.ReadAsync(db => db.Set<Enrollment>().SingleAsync());
        (await commands.EditAsync(_actor, of.Id, placed.EnrollmentId, new() { Version = row.Version, SchoolId = _school.Id, Position = row.Position, Funding = row.Funding })).ShouldSucceed();

        (await commands.EnrollAsync(_actor, of.Id, [placed.EnrollmentId])).ShouldSucceed();

        row = await _store.ReadAsync(db => db.Set<Enrollment>().SingleAsync());
        Assert.Equal((_school.Id, _school.MunicipalityId, null), (row.SchoolId!.Value, row.MunicipalityId!.Value, row.SchoolWritten));
    }

    [Fact]
    public async Task Lists_and_the_search_show_the_written_name_and_count_it_to_no_municipality()
    {
        var people = new PeopleQueries(_store.Store, _store.Clock);
        Assert.Equal((Written, null, "учитель"), Assert.Single((await people.ListAsync(_actor, new(), new())).Items.Select(x => (x.Work!.School, x.Work.Municipality, x.Work.Position))));
        Assert.Equal(Written, Assert.Single(await people.SearchAsync(_actor, "иванова")).Work!.School);
        Assert.Empty((await people.ListAsync(_actor, new() { Municipality = _school.MunicipalityId }, new())).Items);
        Assert.Single((await people.ListAsync(_actor, new() { Category = WorkerCategory.Teacher }, new())).Items);
        var waiting = Assert.Single((await new BoardQueries(_store.Store, _store.Clock).MenteesAsync(_actor, new())).Items);
        Assert.Equal((null, Written, null, "учитель"), (waiting.Job!.SchoolId, waiting.Job.School, waiting.Job.MunicipalityId, waiting.Job.Position));
    }

    private async Task<Person> PersonAsync(string family, Center center, string written)
    {
        var person = A.Person(family);
        (person.BirthDate, person.TeachingSince) = (new(1999, 5, 10), new(2025, 9, 1));
        await _store.AddAsync(person);
        await _store.AddAsync(new PersonLink { PersonId = person.Id, CenterId = center.Id }, Job(person, null, written));
        return person;
    }

    private static Employment Job(Person person, int? school, string? written) =>
        new() { PersonId = person.Id, SchoolId = school, SchoolWritten = written, Position = "учитель", Category = WorkerCategory.Teacher, From = new(2020, 9, 1) };
}
