using Microsoft.EntityFrameworkCore;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.People;

public sealed class PeopleCommandsTests
{
    [Fact]
    public async Task A_new_person_is_tidied_linked_to_the_center_and_visible_there_only()
    {
        await using var store = await TestStore.CreateAsync();
        var (center, other) = (A.Center(), A.Center());
        await store.AddAsync(center, other);

        var key = (await new PeopleCommands(store.Store).CreateAsync(A.Coordinator(center.Id), Form(center.Id, snils: "112-233-445 95"))).ShouldSucceed();

        var cards = new PersonCardQueries(store.Store, store.Clock);
        var card = await cards.CardAsync(A.Coordinator(center.Id), key.PublicKey);
        Assert.Equal(("Иванова Мария Петровна", "***-***-*45 95", 46), (card!.Name.Full, card.SnilsMasked, card.Age));
        Assert.Null(await cards.CardAsync(A.Coordinator(other.Id), key.PublicKey));
    }

    [Fact]
    public async Task A_number_that_is_taken_is_refused_with_whose_it_is()
    {
        await using var store = await TestStore.CreateAsync();
        var known = A.Person("Смирнов", "Олег", "Павлович");
        known.Snils = "11223344595";
        await store.AddAsync(known);

        var refused = (await new PeopleCommands(store.Store).CreateAsync(A.Administrator(), Form(null, snils: "11223344595"))).ShouldRefuse("SnilsTaken");

        Assert.Equal(("Смирнов Олег Павлович", "Snils"), (refused.Args[0], refused.Field));
    }

    [Theory]
    [InlineData("1980-05-05", "PersonNamesake")]
    [InlineData(null, "PersonNamesakeUndated")]
    [InlineData("1975-01-01", null)]
    public async Task A_namesake_of_the_same_birth_date_must_be_confirmed(string? knownBirth, string? refusal)
    {
        await using var store = await TestStore.CreateAsync();
        var known = A.Person();
        known.BirthDate = knownBirth is null ? null : DateOnly.Parse(knownBirth, System.Globalization.CultureInfo.InvariantCulture);
        await store.AddAsync(known);
        var commands = new PeopleCommands(store.Store);

        var first = await commands.CreateAsync(A.Administrator(), Form(null));

        Assert.Equal(refusal, first.Problem?.Key);
        if (refusal is null) return;
        var form = Form(null);
        form.NamesakeConfirmed = true;
        (await commands.CreateAsync(A.Administrator(), form)).ShouldSucceed();
    }

    [Fact]
    public async Task A_namesake_of_another_center_is_told_without_the_birth_date()
    {
        await using var store = await TestStore.CreateAsync();
        var (own, other, known) = (A.Center(), A.Center(), A.Person());
        known.BirthDate = new(1980, 5, 5);
        await store.AddAsync(own, other, known);
        await store.AddAsync(new PersonLink { PersonId = known.Id, CenterId = other.Id });
        var form = Form(own.Id);
        form.BirthDate = null;

        var refused = (await new PeopleCommands(store.Store).CreateAsync(A.Coordinator(own.Id), form)).ShouldRefuse("PersonNamesakeElsewhere");

        Assert.Equal([known.Name.Full], refused.Args);
        form.NamesakeConfirmed = true;
        (await new PeopleCommands(store.Store).CreateAsync(A.Coordinator(own.Id), form)).ShouldSucceed();
    }

    [Theory]
    [InlineData("Snils", "112-233-445 96", "SnilsCheckNumber")]
    [InlineData("BirthDate", "2020-01-01", "BirthDateRange")]
    [InlineData("BirthDate", "1880-01-01", "BirthDateRange")]
    [InlineData("Family", "", "NameMissing")]
    [InlineData("Given", "М.", "NameInitials")]
    public async Task What_cannot_be_is_refused_at_its_field(string field, string value, string refusal)
    {
        await using var store = await TestStore.CreateAsync();
        var form = Form(null);
        switch (field)
        {
            case "Snils": form.Snils = value; break;
            case "BirthDate": form.BirthDate = DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture); break;
            case "Family": form.Family = value; break;
            default: form.Given = value; break;
        }

        Assert.Equal(field, (await new PeopleCommands(store.Store).CreateAsync(A.Administrator(), form)).ShouldRefuse(refusal).Field);
    }

    [Fact]
    public async Task An_edit_keeps_the_number_that_the_form_does_not_carry_and_the_words_of_the_former_name()
    {
        await using var store = await TestStore.CreateAsync();
        var person = A.Person();
        person.Snils = "11223344595";
        await store.AddAsync(person);
        var form = (await new PersonCardQueries(store.Store, store.Clock).FormAsync(A.Administrator(), person.Id))!;
        form.Family = "Петрова";

        (await new PeopleCommands(store.Store).ChangeAsync(A.Administrator(), form)).ShouldSucceed();

        var stored = await store.ReadAsync(db => db.Set<Person>().Include(x => x.Words).SingleAsync());
        Assert.Equal(("Петрова", "11223344595"), (stored.FamilyName, stored.Snils));
        Assert.Contains(stored.Words, x => x.Word == "ИВАНОВА" && x.SearchText == stored.SearchText + " ИВАНОВА");
    }

    [Fact]
    public async Task An_edit_on_an_older_version_is_refused()
    {
        await using var store = await TestStore.CreateAsync();
        var person = A.Person();
        await store.AddAsync(person);
        var form = (await new PersonCardQueries(store.Store, store.Clock).FormAsync(A.Administrator(), person.Id))!;
        (await new PeopleCommands(store.Store).ChangeAsync(A.Administrator(), form)).ShouldSucceed();
        form.Phone = "1";
        (await new PeopleCommands(store.Store).ChangeAsync(A.Administrator(), form)).ShouldSucceed();

        form.Phone = "2";
        (await new PeopleCommands(store.Store).ChangeAsync(A.Administrator(), form)).ShouldRefuse("ChangedByOther");
    }

    [Fact]
    public async Task A_look_at_the_number_is_in_the_history_of_the_person()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var commands = new PeopleCommands(store.Store);
        var key = (await commands.CreateAsync(A.Coordinator(center.Id), Form(center.Id, snils: "11223344595"))).ShouldSucceed();

        Assert.Equal("112-233-445 95", (await commands.RevealSnilsAsync(A.Clerk(center.Id), key.PublicKey)).ShouldSucceed());

        var history = await new PersonCardQueries(store.Store, store.Clock).HistoryAsync(A.Coordinator(center.Id), key.Id);
        Assert.Equal(["people.reveal-snils", "people.create"], history.Select(x => x.Verb));
        await Assert.ThrowsAsync<MissingRightException>(() => commands.RevealSnilsAsync(A.Viewer(center.Id), key.PublicKey));
        (await commands.RevealSnilsAsync(A.Clerk(center.Id + 1), key.PublicKey)).ShouldRefuse("NotFound");
    }

    [Fact]
    public async Task A_person_of_another_center_becomes_visible_by_a_link()
    {
        await using var store = await TestStore.CreateAsync();
        var (center, person) = (A.Center(), A.Person());
        await store.AddAsync(center, person);
        var commands = new PeopleCommands(store.Store);

        (await commands.LinkAsync(A.Coordinator(center.Id), person.Id, center.Id)).ShouldSucceed();
        (await commands.LinkAsync(A.Coordinator(center.Id), person.Id, center.Id)).ShouldSucceed();

        Assert.NotNull(await new PersonCardQueries(store.Store, store.Clock).CardAsync(A.Coordinator(center.Id), person.PublicKey));
        await Assert.ThrowsAsync<MissingRightException>(() => commands.LinkAsync(A.Viewer(center.Id), person.Id, center.Id));
    }

    [Fact]
    public async Task A_new_main_workplace_takes_the_place_of_the_old_one_and_can_be_ended()
    {
        await using var store = await TestStore.CreateAsync();
        var (person, municipality) = (A.Person(), A.Municipality());
        await store.AddAsync(person, municipality);
        var school = A.School(municipality);
        await store.AddAsync(school);
        var commands = new EmploymentCommands(store.Store, []);
        EmploymentForm Job(string position, DateOnly? from = null) => new() { PersonId = person.Id, SchoolId = school.Id, Position = position, From = from };
        (await commands.SaveAsync(A.Administrator(), Job("учитель"))).ShouldSucceed();

        var head = (await commands.SaveAsync(A.Administrator(), Job("директор", new DateOnly(2026, 9, 1)))).ShouldSucceed();

        var card = (await new PersonCardQueries(store.Store, store.Clock).CardAsync(A.Administrator(), person.PublicKey))!;
        Assert.Equal([("директор", true), ("учитель", false)], card.Employments.Select(x => (x.Position, x.IsMain)));
        (await commands.EndAsync(A.Administrator(), person.Id, head, new DateOnly(2026, 8, 1))).ShouldRefuse("EmploymentDates");
        (await commands.EndAsync(A.Administrator(), person.Id, head, A.Today)).ShouldSucceed();
    }

    private static PersonForm Form(int? center, string? snils = null) =>
        new() { CenterId = center, Family = " ИВАНОВА", Given = "мария", Patronymic = "Петровна", BirthDate = new DateOnly(1980, 5, 5), Snils = snils };
}
