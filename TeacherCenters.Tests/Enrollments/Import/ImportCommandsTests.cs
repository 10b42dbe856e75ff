using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Enrollments.Import;
using TeacherCenters.Events;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Enrollments.Import;

public sealed class ImportCommandsTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private ImportCommands _commands = null!;
    private ImportQueries _queries = null!;
    private Center _center = null!;
    private TrainingEvent _event = null!;
    private School _school = null!;
    private Actor _actor = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        _commands = new(_store.Store);
        _queries = new(_store.Store, _store.Clock);
        _center = A.Center();
        var municipality = A.Municipality();
        await _store.AddAsync(_center, municipality);
        _event = A.Event(_center, capacity: 3);
        _school = A.School(municipality, "Средняя школа № 5");
        await _store.AddAsync(_event, _school);
        _actor = A.Coordinator(_center.Id);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    private static IReadOnlyList<ImportRow> List() => ImportTables.Rows(
        "Орлова Анна Ильинична|05.03.1985|112-233-445 95|СОШ № 5|учитель физики|8 921 000-00-01",
        "Белова Ольга Павловна|31.02.1980|||учитель|",
        "Петров Пётр Ильич|01.02.1990|160-722-391 44|СОШ № 5|директор|",
        "Круглова Елена Юрьевна||||учитель|",
        "Шарова Инна Львовна||||учитель|",
        "Шарова Инна Львовна||||учитель|");

    [Fact]
    public async Task The_good_rows_go_in_up_to_the_capacity_and_the_others_are_told()
    {
        var choices = new ImportChoices { OrderNumber = "15-к", OrderDate = A.Today };
        var plan = (await _queries.PreviewAsync(_actor, _event.Id, List(), choices)).ShouldSucceed();
        Assert.Equal(0, await _store.ReadAsync(db => db.Set<Person>().CountAsync()));

        var result = (await _commands.StoreAsync(_actor, _event.Id, List(), choices)).ShouldSucceed();

        Assert.Equal((4, 3, 1, 0), (result.NewPeople, result.Enrolled, result.WaitListed, result.AlreadyIn));
        Assert.Equal(plan.GoingIn, result.WentIn);
        Assert.Equal([("Лист1", 3, "B", "ImportDateImpossible"), ("Лист1", 7, null, "ImportDuplicate")], result.Refused.Select(x => (x.Sheet, x.Line, x.Column, x.Reason.Key)));
        var rows = await _store.ReadAsync(db => db.Set<Enrollment>().Include(x => x.Person).OrderBy(x => x.Id).ToListAsync());
        Assert.Equal([EnrollmentStatus.Enrolled, EnrollmentStatus.Enrolled, EnrollmentStatus.Enrolled, EnrollmentStatus.WaitListed], rows.Select(x => x.Status));
        Assert.Equal((_school.Id, _school.MunicipalityId, "учитель физики", "15-к"), (rows[0].SchoolId, rows[0].MunicipalityId, rows[0].Position, rows[0].OrderNumber));
        Assert.Equal(WorkerCategory.Head, rows[1].Category);
        Assert.Equal(3, await _store.ReadAsync(db => db.Set<TrainingEvent>().Select(x => x.SeatsTaken).SingleAsync()));
        Assert.Equal(4, await _store.ReadAsync(db => db.Set<PersonLink>().CountAsync(x => x.CenterId == _center.Id)));
    }

    [Fact]
    public async Task Importing_the_same_list_twice_changes_nothing_at_all()
    {
        (await _commands.StoreAsync(_actor, _event.Id, List(), new())).ShouldSucceed();
        var before = await EverythingAsync();

        var again = (await _commands.StoreAsync(_actor, _event.Id, List(), new())).ShouldSucceed();

        Assert.Equal((0, 0, 0, 4), (again.NewPeople, again.WentIn, again.Filled, again.AlreadyIn));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task A_known_person_is_linked_enrolled_and_completed_but_never_overwritten()
    {
        var known = A.Person("Орлова", "Анна", "Ильинична");
        known.Snils = "11223344595";
        known.Phone = "72-00-00";
        await _store.AddAsync(known);

        var result = (await _commands.StoreAsync(_actor, _event.Id, List().Take(1).ToList(), new())).ShouldSucceed();

        Assert.Equal((0, 1, 1), (result.NewPeople, result.Enrolled, result.Filled));
        var person = await _store.ReadAsync(db => db.Set<Person>().SingleAsync());
        Assert.Equal(("72-00-00", new DateOnly(1985, 3, 5)), (person.Phone, person.BirthDate));
        Assert.Equal(_school.Id, await _store.ReadAsync(db => db.Set<Employment>().Where(x => x.PersonId == person.Id).Select(x => x.SchoolId).SingleAsync()));
        Assert.True(await _store.ReadAsync(db => db.Set<PersonLink>().AnyAsync(x => x.PersonId == person.Id && x.CenterId == _center.Id)));
    }

    [Fact]
    public async Task What_changed_since_the_preview_is_seen_when_it_is_stored()
    {
        var rows = List().Take(1).ToList();
        Assert.Equal(1, (await _queries.PreviewAsync(_actor, _event.Id, rows, new())).ShouldSucceed().Count(ImportAction.NewPerson));
        (await _commands.StoreAsync(A.Administrator(), _event.Id, rows, new())).ShouldSucceed();

        var result = (await _commands.StoreAsync(_actor, _event.Id, rows, new())).ShouldSucceed();

        Assert.Equal((0, 1), (result.NewPeople, result.AlreadyIn));
        Assert.Equal(1, await _store.ReadAsync(db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task Who_withdrew_comes_in_again_on_the_same_row()
    {
        (await _commands.StoreAsync(_actor, _event.Id, List().Take(1).ToList(), new())).ShouldSucceed();
        var id = await _store.ReadAsync(db => db.Set<Enrollment>().Select(x => x.Id).SingleAsync());
        (await new EnrollmentCommands(_store.Store).WithdrawAsync(_actor, _event.Id, [id])).ShouldSucceed();

        Assert.Equal(1, (await _commands.StoreAsync(_actor, _event.Id, List().Take(1).ToList(), new())).ShouldSucceed().Enrolled);
        Assert.Equal(EnrollmentStatus.Enrolled, await _store.ReadAsync(db => db.Set<Enrollment>().Select(x => x.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_cancelled_event_another_centers_event_and_a_reader_get_nothing_stored()
    {
        await _store.ChangeAsync(async unit => (await unit.Db.Set<TrainingEvent>().SingleAsync()).MoveTo(EventStatus.Cancelled, "мало заявок").ShouldSucceed());

        (await _commands.StoreAsync(_actor, _event.Id, List(), new())).ShouldRefuse("EventTakesNobody");
        (await _queries.PreviewAsync(_actor, _event.Id, List(), new())).ShouldRefuse("EventTakesNobody");
        (await _commands.StoreAsync(A.Coordinator(_center.Id + 1), _event.Id, List(), new())).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => _commands.StoreAsync(A.Viewer(_center.Id), _event.Id, List(), new()));
        Assert.Equal(0, await _store.ReadAsync(db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task A_row_without_a_patronymic_finds_everybody_of_the_name()
    {
        await _store.AddAsync(A.Person("Орлова", "Анна", "Ильинична"), A.Person("Орлова", "Анна", null));

        var plan = (await _queries.PreviewAsync(_actor, _event.Id, ImportTables.Rows("Орлова Анна"), new())).ShouldSucceed();

        Assert.Equal((ImportAction.Undecided, 2), (plan.Rows[0].Action, plan.Rows[0].Similar.Count));
        Assert.All(plan.Rows[0].Similar, x => Assert.True(x.Foreign));
    }

    /// <summary>Every row of every table as text.</summary>
    private async Task<string> EverythingAsync()
    {
        await using var db = await _store.Store.ReadAsync();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        var text = new System.Text.StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(x => x.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                text.Append(table).Append('|').AppendJoin('|', values).Append('\n');
            }
        }
        return text.ToString();
    }

    [Fact]
    public async Task A_school_that_the_network_lacks_is_added_for_the_people_who_go_in()
    {
        var municipality = _school.MunicipalityId;
        var list = ImportTables.Rows("Орлова Анна Ильинична||||учитель физики|", "Белова Ольга Павловна|31.02.1980||||");
        var rows = list.Select((x, i) => x with { School = i == 0 ? "МБДОУ \"Детский сад  № 7\"" : "Лицей № 2" }).ToList();
        var choices = new ImportChoices { NewSchools = rows.ToDictionary(x => x.SchoolKey!, _ => municipality) };
        var plan = (await _queries.PreviewAsync(_actor, _event.Id, rows, choices)).ShouldSucceed();
        Assert.All(plan.Schools, x => Assert.Equal(municipality, x.NewIn));

        (await _commands.StoreAsync(_actor, _event.Id, rows, choices)).ShouldSucceed();
        var again = (await _commands.StoreAsync(_actor, _event.Id, rows, choices)).ShouldSucceed();

        var schools = await _store.ReadAsync(db => db.Set<School>().Where(x => x.Id != _school.Id).ToListAsync());
        Assert.Equal(("МБДОУ «Детский сад № 7»", EducationLevel.Preschool, municipality), Assert.Single(schools.Select(x => (x.Name, x.Level, x.MunicipalityId))));
        Assert.Equal((schools[0].Id, "учитель физики"), await _store.ReadAsync(db => db.Set<Employment>().Select(x => ValueTuple.Create(x.SchoolId, x.Position)).SingleAsync()));
        Assert.Equal((0, 1), (again.WentIn, again.AlreadyIn));
    }

    [Fact]
    public async Task Spellings_of_a_new_school_make_one_organisation()
    {
        var rows = ImportTables.Rows("Орлова Анна Ильинична|||МБОУ СОШ № 12|учитель|", "Белова Ольга Павловна|||школа 12|учитель|", "Петров Пётр Ильич|||Двенадцатая|завуч|");
        var choices = new ImportChoices
        {
            NewSchools = new Dictionary<string, int> { [rows[0].SchoolKey!] = _school.MunicipalityId },
            SameSchools = new Dictionary<string, string> { [rows[2].SchoolKey!] = rows[0].SchoolKey! },
        };

        (await _commands.StoreAsync(_actor, _event.Id, rows, choices)).ShouldSucceed();

        var added = Assert.Single(await _store.ReadAsync(db => db.Set<School>().Where(x => x.Id != _school.Id).ToListAsync()));
        Assert.Equal("МБОУ СОШ № 12", added.Name);
        Assert.Equal([added.Id, added.Id, added.Id], await _store.ReadAsync(db => db.Set<Employment>().Select(x => x.SchoolId).ToListAsync()));
    }

    [Fact]
    public async Task A_school_that_is_not_in_the_list_is_kept_as_it_is_written_with_position_and_category()
    {
        var rows = ImportTables.Rows("Орлова Анна Ильинична|||Неведомая  школа|учитель физики|", "Белова Ольга Павловна|||неведомая школа|завуч|", "Петров Пётр Ильич|||Неведомая школа||");

        var stored = (await _commands.StoreAsync(_actor, _event.Id, rows, new())).ShouldSucceed();

        Assert.Equal(3, stored.Unlisted);
        Assert.Equal([((int?)null, "Неведомая школа", "учитель физики", WorkerCategory.Teacher), (null, "Неведомая школа", "завуч", WorkerCategory.DeputyHead), (null, "Неведомая школа", "", WorkerCategory.Teacher)],
            (await _store.ReadAsync(db => db.Set<Employment>().OrderBy(x => x.Id).ToListAsync())).Select(x => (x.SchoolId, x.SchoolWritten, x.Position, x.Category)));
        Assert.Equal([((int?)null, (int?)null, "Неведомая школа", "учитель физики"), (null, null, "Неведомая школа", "завуч"), (null, null, "Неведомая школа", (string?)null)],
            (await _store.ReadAsync(db => db.Set<Enrollment>().OrderBy(x => x.Id).ToListAsync())).Select(x => (x.SchoolId, x.MunicipalityId, x.SchoolWritten, x.Position)));
        var listed = await new EnrollmentQueries(_store.Store, _store.Clock).PageAsync(_actor, _event.Id, new(), new(0, 10, "School"));
        Assert.Equal(["Неведомая школа", "Неведомая школа", "Неведомая школа"], listed.Items.Select(x => x.School));

        var before = await EverythingAsync();
        var again = (await _commands.StoreAsync(_actor, _event.Id, rows, new())).ShouldSucceed();
        Assert.Equal((0, 0, 0, 3), (again.NewPeople, again.Filled, again.Unlisted, again.AlreadyIn));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task A_later_list_that_finds_the_school_ties_the_workplace_and_the_participation()
    {
        var rows = ImportTables.Rows("Орлова Анна Ильинична|||Пятая|учитель физики|", "Белова Ольга Павловна|||Пятая|завуч|");
        (await _commands.StoreAsync(_actor, _event.Id, rows, new())).ShouldSucceed();
        var next = A.Event(_center);
        await _store.AddAsync(next);
        var choices = new ImportChoices { Schools = new Dictionary<string, int?> { [rows[0].SchoolKey!] = _school.Id } };

        var stored = (await _commands.StoreAsync(_actor, next.Id, rows, choices)).ShouldSucceed();

        Assert.Equal((0, 2, 0), (stored.NewPeople, stored.Filled, stored.Unlisted));
        Assert.Equal([(_school.Id, null, "учитель физики"), (_school.Id, (string?)null, "завуч")],
            (await _store.ReadAsync(db => db.Set<Employment>().OrderBy(x => x.Id).ToListAsync())).Select(x => (x.SchoolId!.Value, x.SchoolWritten, x.Position)));
        Assert.All(await _store.ReadAsync(db => db.Set<Enrollment>().ToListAsync()), x => Assert.Equal((_school.Id, _school.MunicipalityId, (string?)null), (x.SchoolId!.Value, x.MunicipalityId!.Value, x.SchoolWritten)));
    }

    [Fact]
    public async Task Who_came_in_without_a_workplace_gets_the_written_one_by_the_same_list()
    {
        var rows = ImportTables.Rows("Орлова Анна Ильинична|||Неведомая школа|учитель физики|");
        (await _commands.StoreAsync(_actor, _event.Id, [rows[0] with { School = null }], new())).ShouldSucceed();

        Assert.Equal(1, (await _commands.StoreAsync(_actor, _event.Id, rows, new())).ShouldSucceed().Unlisted);

        Assert.Equal(("Неведомая школа", "учитель физики"), await _store.ReadAsync(db => db.Set<Employment>().Select(x => ValueTuple.Create(x.SchoolWritten, x.Position)).SingleAsync()));
        Assert.Equal("Неведомая школа", await _store.ReadAsync(db => db.Set<Enrollment>().Select(x => x.SchoolWritten).SingleAsync()));
    }

    [Fact]
    public async Task Who_comes_in_without_a_school_keeps_position_and_category_for_the_targets()
    {
        var rows = ImportTables.Rows("Орлова Анна Ильинична||||учитель|", "Белова Ольга Павловна||||завуч|", "Петров Пётр Ильич|||||");
        var plan = (await _queries.PreviewAsync(_actor, _event.Id, rows, new())).ShouldSucceed();
        Assert.Equal(3, plan.WithoutWorkplace.Count());

        (await _commands.StoreAsync(_actor, _event.Id, rows, new())).ShouldSucceed();

        Assert.Equal([("учитель", WorkerCategory.Teacher), ("завуч", WorkerCategory.DeputyHead), (null, null)],
            (await _store.ReadAsync(db => db.Set<Enrollment>().OrderBy(x => x.Id).ToListAsync())).Select(x => (x.Position, x.Category)));
    }

    [Fact]
    public async Task A_school_is_added_in_no_unknown_municipality_and_the_list_stays_out()
    {
        var rows = ImportTables.Rows("Орлова Анна Ильинична|||Лицей № 2|учитель физики|");

        (await _commands.StoreAsync(_actor, _event.Id, rows, new() { NewSchools = new Dictionary<string, int> { [rows[0].SchoolKey!] = 999 } })).ShouldRefuse("MunicipalityMissing");

        Assert.Equal(0, await _store.ReadAsync(db => db.Set<Person>().CountAsync()));
    }
}
