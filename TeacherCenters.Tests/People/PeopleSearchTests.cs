using TeacherCenters.Centers;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.People;

public sealed class PeopleSearchTests
{
    [Theory]
    [InlineData("семенов", "Семёнов Пётр Ильич")]
    [InlineData("ИВАНОВА мар", "Иванова Мария Петровна")]
    [InlineData("мар иванова", "Иванова Мария Петровна")]
    [InlineData("иванова, мария", "Иванова Мария Петровна")]
    [InlineData("сибиряк", "Мамина-Сибиряк Анна Львовна")]
    [InlineData("мамина-с", "Мамина-Сибиряк Анна Львовна")]
    [InlineData("анна сибиряк", "Мамина-Сибиряк Анна Львовна")]
    [InlineData("сибиряк львовна", "Мамина-Сибиряк Анна Львовна")]
    [InlineData("ария иванова", null)]
    [InlineData("петр ил сем", "Семёнов Пётр Ильич")]
    [InlineData("аванова", null)]
    [InlineData("иванова петр ильич", null)]
    [InlineData("   ", null)]
    public async Task Every_typed_word_begins_a_word_of_the_name(string text, string? found)
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Person("Семёнов", "Пётр", "Ильич"), A.Person(), A.Person("Мамина-Сибиряк", "Анна", "Львовна"));

        var hits = await new PeopleQueries(store.Store, store.Clock).SearchAsync(A.Administrator(), text);

        Assert.Equal(found is null ? [] : [found], hits.Select(x => x.Name.Full));
    }

    [Fact]
    public async Task One_person_hit_by_several_words_is_shown_once()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Person("Иванов", "Иван", "Иванович"));

        Assert.Single(await new PeopleQueries(store.Store, store.Clock).SearchAsync(A.Administrator(), "иван"));
    }

    [Fact]
    public async Task A_former_family_name_still_finds_the_person()
    {
        await using var store = await TestStore.CreateAsync();
        var person = A.Person();
        person.Rename(new PersonName("Петрова", "Мария", "Петровна"));
        await store.AddAsync(person);

        foreach (var text in new[] { "иванова мар", "мар иванова", "петрова иванова" })
            Assert.Equal("Петрова Мария Петровна", Assert.Single(await new PeopleQueries(store.Store, store.Clock).SearchAsync(A.Administrator(), text)).Name.Full);
    }

    [Fact]
    public async Task Common_words_that_seldom_meet_are_followed_to_their_end()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        var last = A.Person("Яшина", "Мария", "Александровна");
        await store.AddAsync(center, last);
        // More of each than the search looks at first.
        await store.ChangeAsync(unit =>
        {
            unit.SummariseHistory("facts");
            unit.Db.AddRange(Enumerable.Range(0, 2_100).SelectMany(_ => new[] { A.Person("Александрова", "Анна", null), A.Person("Борисова", "Мария", null) }));
            unit.Db.Add(new PersonLink { PersonId = last.Id, CenterId = center.Id });
            return Task.CompletedTask;
        });
        var queries = new PeopleQueries(store.Store, store.Clock);

        Assert.Equal([last.Id], (await queries.SearchAsync(A.Administrator(), "александр мария")).Select(x => x.Id));
        Assert.Equal([last.Id], (await queries.SearchAsync(A.Administrator(), "мария александр")).Select(x => x.Id));
        Assert.Equal([last.Id], (await queries.SearchAsync(A.Coordinator(center.Id), "мария")).Select(x => x.Id));
        Assert.Empty(await queries.SearchAsync(A.Administrator(), "анна борисова"));
        Assert.Equal(20, (await queries.SearchAsync(A.Administrator(), "мар бор")).Count);
    }

    [Fact]
    public async Task A_coordinator_finds_the_own_people_and_others_only_masked_when_asked()
    {
        await using var store = await TestStore.CreateAsync();
        var (own, other, mine, theirs) = await TwoCentersAsync(store);
        var queries = new PeopleQueries(store.Store, store.Clock);

        Assert.Equal([mine.Id], (await queries.SearchAsync(A.Coordinator(own.Id), "иванова")).Select(x => x.Id));
        var all = await queries.SearchNetworkAsync(A.Coordinator(own.Id), "иванова");
        Assert.Equal([(mine.Id, false), (theirs.Id, true)], all.Select(x => (x.Id, x.IsForeign)));
        Assert.NotNull(all[0].BirthDate);
        Assert.Null(all[1].BirthDate);
        Assert.Equal("", all[1].Work!.Position);
        Assert.Equal(2, (await queries.SearchAsync(A.Administrator(), "иванова мария")).Count);
        Assert.Empty(await queries.SearchAsync(A.Coordinator(other.Id + 100), "иванова"));
    }

    [Fact]
    public async Task Digits_find_by_the_beginning_of_the_insurance_number_for_those_who_may_see_it()
    {
        await using var store = await TestStore.CreateAsync();
        var (own, _, mine, theirs) = await TwoCentersAsync(store);
        var queries = new PeopleQueries(store.Store, store.Clock);

        Assert.Equal([mine.Id], (await queries.SearchAsync(A.Coordinator(own.Id), "112-233")).Select(x => x.Id));
        Assert.Empty(await queries.SearchAsync(A.Viewer(own.Id), "112-233"));
        Assert.Empty(await queries.SearchNetworkAsync(A.Coordinator(own.Id), "123-456"));
        Assert.Equal([theirs.Id], (await queries.SearchNetworkAsync(A.Coordinator(own.Id), "123-456-789 64")).Select(x => x.Id));
    }

    [Fact]
    public async Task A_small_center_among_many_people_finds_its_own()
    {
        await using var store = await TestStore.CreateAsync();
        var (own, _, mine, _) = await TwoCentersAsync(store);
        await store.AddAsync([.. Enumerable.Range(0, 300).Select(i => A.Person("Иваненко", $"Анна{(char)('А' + (i % 30))}"))]);

        Assert.Equal([mine.Id], (await new PeopleQueries(store.Store, store.Clock).SearchAsync(A.Coordinator(own.Id), "иван")).Select(x => x.Id));
    }

    [Fact]
    public async Task The_list_filters_by_center_school_and_position_and_masks_the_number()
    {
        await using var store = await TestStore.CreateAsync();
        var (own, other, mine, theirs) = await TwoCentersAsync(store);
        var queries = new PeopleQueries(store.Store, store.Clock);
        var all = await queries.ListAsync(A.Administrator(), new PersonFilter { Text = "мария" }, new PageRequest());

        Assert.Equal(2, all.Total);
        Assert.Equal("***-***-*45 95", all.Items.Single(x => x.Id == mine.Id).SnilsMasked);
        Assert.Equal([theirs.Id], await IdsAsync(new PersonFilter { Center = other.Id }));
        Assert.Equal([theirs.Id], await IdsAsync(new PersonFilter { Position = "ДИРЕКТОР" }));
        Assert.Equal([mine.Id], await IdsAsync(new PersonFilter { Category = WorkerCategory.Teacher }));
        Assert.Equal([mine.Id], (await queries.ListAsync(A.Viewer(own.Id), new PersonFilter(), new PageRequest())).Items.Select(x => x.Id));
        Assert.Empty((await queries.ListAsync(A.Viewer(own.Id), new PersonFilter { Center = other.Id }, new PageRequest())).Items);
        Assert.Empty((await queries.ListAsync(new Actor(9, "Эксперт", [new Grant(Role.Assessor, own.Id)]), new PersonFilter(), new PageRequest())).Items);

        async Task<IEnumerable<int>> IdsAsync(PersonFilter filter) => (await queries.ListAsync(A.Administrator(), filter, new PageRequest())).Items.Select(x => x.Id);
    }

    private static async Task<(Center Own, Center Other, Person Mine, Person Theirs)> TwoCentersAsync(TestStore store)
    {
        var (own, other, municipality) = (A.Center(), A.Center(), A.Municipality());
        var (mine, theirs) = (A.Person(), A.Person("Иванова", "Мария", "Сергеевна"));
        (mine.Snils, theirs.Snils) = ("11223344595", "12345678964");
        mine.BirthDate = theirs.BirthDate = new DateOnly(1980, 5, 5);
        await store.AddAsync(own, other, municipality, mine, theirs);
        var school = A.School(municipality);
        await store.AddAsync(school);
        await store.AddAsync(
            new PersonLink { PersonId = mine.Id, CenterId = own.Id }, new PersonLink { PersonId = theirs.Id, CenterId = other.Id },
            new Employment { PersonId = mine.Id, SchoolId = school.Id, Position = "учитель", Category = WorkerCategory.Teacher },
            new Employment { PersonId = theirs.Id, SchoolId = school.Id, Position = "Директор школы", Category = WorkerCategory.Head });
        return (own, other, mine, theirs);
    }
}
