using Microsoft.EntityFrameworkCore;
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
        var (small, large) = (A.Center(), A.Center());
        var last = A.Person("Яшина", "Мария", "Александровна");
        var (anna, maria) = (Made("Александрова", "Анна"), Made("Борисова", "Мария"));
        // More of each than the search looks at first, and more people in the one center than are looked at one by one.
        await store.AddAsync([small, large, last, .. anna, .. maria]);
        await store.AddAsync([new PersonLink { PersonId = last.Id, CenterId = small.Id }, .. maria.Append(last).Select(x => new PersonLink { PersonId = x.Id, CenterId = large.Id })]);
        var queries = new PeopleQueries(store.Store, store.Clock);

        Assert.Equal([last.Id], await IdsAsync(A.Administrator(), "александр мария"));
        Assert.Equal([last.Id], await IdsAsync(A.Administrator(), "мария александр"));
        Assert.Equal([last.Id], await IdsAsync(A.Coordinator(small.Id), "мария"));
        Assert.Equal([last.Id], await IdsAsync(A.Coordinator(small.Id), "мария александр яш"));
        Assert.Equal([last.Id], await IdsAsync(A.Coordinator(large.Id), "александр"));
        Assert.Empty(await IdsAsync(A.Coordinator(large.Id), "анна"));
        Assert.Empty(await IdsAsync(A.Administrator(), "анна борисова"));
        Assert.Equal(20, (await IdsAsync(A.Administrator(), "мар бор")).Count());

        async Task<IEnumerable<int>> IdsAsync(Actor actor, string text) => (await queries.SearchAsync(actor, text)).Select(x => x.Id);
        static Person[] Made(string family, string given) => [.. Enumerable.Range(0, 2_100).Select(_ => A.Person(family, given, null))];
    }

    [Fact]
    public async Task Whatever_is_typed_finds_whom_a_look_at_everybody_finds()
    {
        await using var store = await TestStore.CreateAsync();
        var random = new Random(27);
        // Few syllables: many words begin alike, some begin others.
        string[] syllables = ["а", "ан", "на", "ив", "мар", "ол", "ё", "ар"];
        var people = Enumerable.Range(0, 400).Select(_ => A.Person(Family(), Word(), random.Next(4) == 0 ? null : Word())).ToList();
        foreach (var person in people.Take(40)) person.Rename(new PersonName(Family(), person.GivenName, person.Patronymic));
        var centers = new[] { A.Center(), A.Center(), A.Center() };
        await store.AddAsync([.. centers, .. people]);
        // Most people, one in twenty, nobody.
        var members = new[] { people.Where(_ => random.Next(3) > 0).ToList(), people.Where(_ => random.Next(20) == 0).ToList(), [] };
        await store.AddAsync([.. centers.Zip(members).SelectMany(x => x.Second.Select(p => new PersonLink { PersonId = p.Id, CenterId = x.First.Id }))]);
        // A name that is changed in the store is followed as one that came with it.
        await store.ChangeAsync(async unit =>
        {
            var ids = people.Skip(40).Take(20).Select(x => x.Id).ToList();
            foreach (var person in await unit.Db.Set<Person>().Include(x => x.Words).Where(x => ids.Contains(x.Id)).ToListAsync()) person.Rename(new PersonName(Family(), Word()));
        });
        var stored = await store.ReadAsync(db => db.Set<Person>().Include(x => x.Words).ToListAsync());
        var queries = new PeopleQueries(store.Store, store.Clock);
        var (found, full) = (0, 0);

        foreach (var _ in Enumerable.Range(0, 150))
        {
            var typed = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Typed()).ToList();
            foreach (var i in Enumerable.Range(0, 4))
            {
                var actor = i == 3 ? A.Administrator() : A.Coordinator(centers[i].Id);
                var expected = Expected(typed, i == 3 ? stored : [.. stored.Where(x => members[i].Exists(m => m.Id == x.Id))]);

                var hits = (await queries.SearchAsync(actor, string.Join(' ', typed))).Select(x => x.Id).ToList();

                if (typed.Count == 1 || expected.Count <= 20) Assert.Equal(expected.Take(20), hits);
                else Assert.Equal((20, 20), (hits.Distinct().Count(), hits.Intersect(expected).Count()));
                found += Math.Sign(hits.Count);
                full += hits.Count == 20 ? 1 : 0;
            }
        }
        // Else it compared nothing with nothing.
        Assert.InRange(found, 150, 590);
        Assert.InRange(full, 50, found - 50);

        string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => syllables[random.Next(syllables.Length)]));
        string Family() => random.Next(5) == 0 ? $"{Word()}-{Word()}" : Word();
        string Typed() => Word() is var word && random.Next(2) == 0 ? word : word[..random.Next(1, word.Length + 1)];
    }

    [Fact]
    public async Task A_search_takes_as_many_queries_among_many_people_as_among_few()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center, A.Person());
        var queries = new PeopleQueries(store.Store, store.Clock);
        await AddAsync(A.Person());
        var few = await CountAsync();
        await AddAsync([.. Enumerable.Range(0, 300).Select(_ => A.Person())]);

        Assert.Equal([3, 3, 3, 3], few);
        Assert.Equal(few, await CountAsync());

        async Task<int[]> CountAsync()
        {
            var counts = new List<int>();
            foreach (var actor in new[] { A.Administrator(), A.Coordinator(center.Id) })
            {
                foreach (var text in new[] { "ив", "ивано мар" }) counts.Add(await store.CommandsAsync(() => queries.SearchAsync(actor, text)));
            }
            return [.. counts];
        }

        async Task AddAsync(params Person[] people)
        {
            await store.AddAsync([.. people]);
            await store.AddAsync([.. people.Select(x => new PersonLink { PersonId = x.Id, CenterId = center.Id })]);
        }
    }

    [Fact]
    public async Task Pairs_of_words_are_kept_with_the_words_and_the_check_tells_of_those_that_are_not()
    {
        await using var store = await TestStore.CreateAsync();
        var (one, other) = (A.Person("Мамина-Сибиряк", "Анна", "Львовна"), A.Person());
        await store.AddAsync(one, other);
        Assert.Equal(6 + 3, await store.ReadAsync(db => db.Set<NamePair>().CountAsync()));
        Assert.Empty(await FindingsAsync());

        await store.ReadAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM \"PersonWord\" WHERE \"PersonId\" = {one.Id}"));
        Assert.Equal(3, await store.ReadAsync(db => db.Set<NamePair>().CountAsync()));
        Assert.Equal(["ИВАНОВА", "МАРИЯ", "ПЕТРОВНА"], await store.ReadAsync(db => db.Set<NameWord>().OrderBy(x => x.Word).Select(x => x.Word).ToListAsync()));
        Assert.Empty(await FindingsAsync());

        await store.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE \"NamePair\" SET \"Second\" = 'МАРТА' WHERE \"Second\" = 'МАРИЯ'"));
        Assert.Equal([new Problem("Found_NotByWords", other.Id), new Problem("Found_ByStrangeWords", other.Id)], await FindingsAsync());

        await store.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE \"NamePair\" SET \"Second\" = 'МАРИЯ' WHERE \"Second\" = 'МАРТА'"));
        await store.ReadAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM \"NameWord\" WHERE \"Word\" = 'МАРИЯ'"));
        Assert.Equal([new Problem("Found_NotByWords", other.Id)], await FindingsAsync());

        Task<IReadOnlyList<Problem>> FindingsAsync() => store.ReadAsync(db => PeopleInvariants.WordsAsync(db, store.Files));
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

    /// <summary>Those in whose names every typed word begins a word, in the order in which they are shown.</summary>
    private static List<int> Expected(List<string> typed, IReadOnlyCollection<Person> people)
    {
        var words = typed.ConvertAll(x => SearchName.Of(x));
        var fitting = people.Where(p => words.TrueForAll(w => p.Words.Any(x => Begins(x, w))));
        var longest = words.MaxBy(x => x.Length)!;
        // Words of which one begins the other are one.
        var inOrder = words.TrueForAll(w => longest.StartsWith(w, StringComparison.Ordinal))
            ? fitting.SelectMany(p => p.Words).Where(x => Begins(x, longest)).OrderBy(x => x.Word, StringComparer.Ordinal).ThenBy(x => x.SearchText, StringComparer.Ordinal).ThenBy(x => x.PersonId).Select(x => x.PersonId)
            : fitting.OrderBy(x => x.Words[0].SearchText, StringComparer.Ordinal).ThenBy(x => x.Id).Select(x => x.Id);
        return [.. inOrder.Distinct()];

        static bool Begins(PersonWord word, string begin) => word.Word.StartsWith(begin, StringComparison.Ordinal);
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
