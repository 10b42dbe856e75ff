using TeacherCenters.Enrollments;
using TeacherCenters.Enrollments.Import;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Tests.Enrollments.Import;

public sealed class ImportMatchingTests
{
    private const string Snils = "11223344595";
    private static readonly DateOnly Born = new(1985, 3, 5);
    private static readonly PersonName Name = new("Иванова", "Мария", "Петровна");

    /// <summary>What is known | the row | the action.</summary>
    public static TheoryData<string, KnownPerson?, string, ImportAction> Cases() => new()
    {
        { "nobody of the name", null, "Иванова Мария Петровна", ImportAction.NewPerson },
        { "the insurance number", Person(snils: Snils), "Иванова Мария Петровна||112-233-445 95", ImportAction.KnownPerson },
        { "the number, without the patronymic", Person(snils: Snils), "Иванова Мария||112-233-445 95", ImportAction.KnownPerson },
        { "the number with a new family name, and the birth date", Person(snils: Snils, born: Born), "Орлова Мария Петровна|05.03.1985|112-233-445 95", ImportAction.KnownPerson },
        { "the number of somebody else", Person(snils: Snils), "Орлова Анна Ильинична||112-233-445 95", ImportAction.Fault },
        { "name and birth date", Person(born: Born), "Иванова Мария Петровна|05.03.1985", ImportAction.KnownPerson },
        { "name and birth date, ё as е", Person(name: new("Королёва", "Мария", "Петровна"), born: Born), "Королева Мария Петровна|05.03.1985", ImportAction.KnownPerson },
        { "another birth date", Person(born: new(1970, 1, 1)), "Иванова Мария Петровна|05.03.1985", ImportAction.NewPerson },
        { "another patronymic", Person(name: new("Иванова", "Мария", "Ильинична")), "Иванова Мария Петровна", ImportAction.NewPerson },
        { "the name only", Person(), "Иванова Мария Петровна", ImportAction.Undecided },
        { "the name only, the store knows the birth date", Person(born: Born), "Иванова Мария Петровна", ImportAction.Undecided },
        { "name and birth date, but another number", Person(born: Born, snils: "16072239144"), "Иванова Мария Петровна|05.03.1985|112-233-445 95", ImportAction.Undecided },
        { "name and school", Person(schools: [7]), "Иванова Мария Петровна|||Средняя школа № 5", ImportAction.KnownPerson },
        { "name and an organisation written the same way", Person() with { Unlisted = "Школа на горе" }, "Иванова Мария Петровна|||школа  на горе", ImportAction.KnownPerson },
        { "name and another written organisation", Person() with { Unlisted = "Школа на горе" }, "Иванова Мария Петровна|||школа под горой", ImportAction.Undecided },
        { "the name only, but in the event already", Person(inEvent: EnrollmentStatus.Enrolled), "Иванова Мария Петровна", ImportAction.AlreadyIn },
        { "on the wait list already", Person(snils: Snils, inEvent: EnrollmentStatus.WaitListed), "Иванова Мария Петровна||112-233-445 95", ImportAction.AlreadyIn },
        { "withdrawn before", Person(snils: Snils, inEvent: EnrollmentStatus.Withdrawn), "Иванова Мария Петровна||112-233-445 95", ImportAction.KnownPerson },
        { "expelled before", Person(snils: Snils, inEvent: EnrollmentStatus.Expelled), "Иванова Мария Петровна||112-233-445 95", ImportAction.Fault },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Who_is_meant(string by, KnownPerson? known, string row, ImportAction action)
    {
        var plan = ImportMatching.Plan(ImportTables.Rows(row), Facts(known is null ? [] : [known]), new());

        Assert.True(action == plan.Rows[0].Action, $"{by}: {plan.Rows[0].Action}");
    }

    [Fact]
    public void An_answer_decides_who_is_meant()
    {
        var rows = ImportTables.Rows("Иванова Мария Петровна");
        ImportAction With(ImportDecision decision) =>
            ImportMatching.Plan(rows, Facts([Person()]), new() { Decisions = new Dictionary<int, ImportDecision> { [0] = decision } }).Rows[0].Action;

        Assert.Equal(ImportAction.KnownPerson, With(new(ImportAnswer.SamePerson, 1)));
        Assert.Equal(ImportAction.Undecided, With(new(ImportAnswer.SamePerson, 99)));
        Assert.Equal(ImportAction.NewPerson, With(new(ImportAnswer.AnotherPerson)));
        Assert.Equal(ImportAction.LeftOut, With(new(ImportAnswer.LeaveOut)));
    }

    [Theory]
    [InlineData("Иванова Мария Петровна||112-233-445 95", "Орлова Мария Петровна||112-233-445 95", true)]
    [InlineData("Иванова Мария Петровна|05.03.1985", "ИВАНОВА МАРИЯ ПЕТРОВНА|05.03.1985", true)]
    [InlineData("Иванова Мария Петровна|05.03.1985", "Иванова Мария Петровна", true)]
    [InlineData("Иванова Мария Петровна|05.03.1985", "Иванова Мария Петровна|06.03.1985", false)]
    [InlineData("Иванова Мария Петровна||112-233-445 95", "Иванова Мария Петровна||160-722-391 44", false)]
    public void The_same_person_twice_in_a_list_is_told_with_the_first_line(string first, string second, bool same)
    {
        var plan = ImportMatching.Plan(ImportTables.Rows(first, second), Facts([]), new());

        Assert.Equal(same ? ImportAction.Duplicate : ImportAction.NewPerson, plan.Rows[1].Action);
        if (same) Assert.Equal(2, plan.Rows[1].Faults[0].Problem.Args[0]);
    }

    [Fact]
    public void Seats_are_given_in_the_order_of_the_list_and_the_rest_waits()
    {
        var rows = ImportTables.Rows("Орлова Анна Ильинична", "Иванова М. П.", "Белова Ольга Павловна", "Петров Пётр Ильич");

        var plan = ImportMatching.Plan(rows, Facts([], free: 2), new());

        Assert.Equal([EnrollmentStatus.Enrolled, null, EnrollmentStatus.Enrolled, EnrollmentStatus.WaitListed], plan.Rows.Select(x => x.Place));
        Assert.All(ImportMatching.Plan(rows, Facts([], free: 2), new() { Enroll = false }).Rows.Where(x => x.GoesIn), x => Assert.Equal(EnrollmentStatus.Applied, x.Place));
    }

    [Fact]
    public void A_school_is_found_by_its_name_or_chosen_or_left_empty()
    {
        var rows = ImportTables.Rows("Орлова Анна Ильинична|||МБОУ «СОШ № 5»", "Белова Ольга Павловна|||Школа на горе", "Петров Пётр Ильич|||школа на горе");
        var plan = ImportMatching.Plan(rows, Facts([]), new());

        Assert.Equal([7, null, null], plan.Rows.Select(x => x.SchoolId));
        var unknown = Assert.Single(plan.Schools, x => x.SchoolId is null);
        Assert.Equal(2, unknown.Rows);

        plan = ImportMatching.Plan(rows, Facts([]), new() { Schools = new Dictionary<string, int?> { [unknown.Key] = 7 } });
        Assert.Equal([7, 7, 7], plan.Rows.Select(x => x.SchoolId));
    }

    [Fact]
    public void Only_empty_fields_of_a_known_person_are_filled()
    {
        var person = Person(snils: Snils) with { Blanks = new(BirthDate: true, Snils: false, Phone: true, Email: true, Workplace: true) };

        var plan = ImportMatching.Plan(ImportTables.Rows("Иванова Мария Петровна|05.03.1985|112-233-445 95|СОШ № 5|учитель"), Facts([person]), new());

        Assert.Equal(["BirthDate", "Employment"], plan.Rows[0].Fills);
    }

    /// <summary>The written workplace of the store | the school of the list, found in the network as № 5 of Вологда or № 2 | what is filled.</summary>
    [Theory]
    [InlineData(null, "СОШ № 5", "Employment")]
    [InlineData(null, "Школа на горе", "Employment")]
    [InlineData("Школа на горе", "Школа на горе", null)]
    [InlineData("Школа на горе", "Школа под горой", null)]
    [InlineData("школа № 5", "СОШ № 5", "SchoolId")]
    [InlineData("МБОУ «СОШ № 5», г. Вологда", "СОШ № 5", "SchoolId")]
    [InlineData("СОШ № 5, г. Череповец", "СОШ № 5", null)]
    [InlineData("Школа на горе", "СОШ № 5", null)]
    public void A_written_workplace_becomes_the_school_that_it_may_mean_and_no_second_one_is_added(string? written, string school, string? filled)
    {
        var person = Person(snils: Snils) with { Unlisted = written, Blanks = PersonBlanks.None with { Workplace = written is null } };

        var plan = ImportMatching.Plan(ImportTables.Rows($"Иванова Мария Петровна||112-233-445 95|{school}|учитель"), Facts([person]), new());

        Assert.Equal(filled is null ? [] : [filled], plan.Rows[0].Fills);
    }

    [Fact]
    public void A_chosen_school_takes_the_place_of_the_same_spelling_whatever_it_is_called()
    {
        var person = Person(snils: Snils) with { Unlisted = "Школа на горе" };
        var rows = ImportTables.Rows("Иванова Мария Петровна||112-233-445 95|ШКОЛА на горе|учитель");

        Assert.Equal(["SchoolId"], ImportMatching.Plan(rows, Facts([person]), new() { Schools = new Dictionary<string, int?> { [rows[0].SchoolKey!] = 8 } }).Rows[0].Fills);
        Assert.Equal(["SchoolId"], ImportMatching.Plan(rows, Facts([person]), new() { NewSchools = new Dictionary<string, int> { [rows[0].SchoolKey!] = 1 } }).Rows[0].Fills);
    }

    [Fact]
    public void A_school_that_is_not_settled_is_kept_as_it_is_written_with_its_municipality()
    {
        var rows = ImportTables.Rows("Орлова Анна Ильинична|||Школа  \"На горе\"", "Белова Ольга Павловна|||СОШ № 5", "Петров Пётр Ильич").Select(x => x.School is null ? x : x with { Municipality = "Кирилловский МО" }).ToList();

        var plan = ImportMatching.Plan(rows, Facts([]) with { Schools = [new SchoolChoice(8, "Гимназия № 2", "г. Вологда")] }, new());

        Assert.Equal(["Школа «На горе», Кирилловский МО", "СОШ № 5, Кирилловский МО", null], plan.Rows.Select(x => x.SchoolWritten));
        Assert.Equal((2, 1), (plan.Unlisted.Count(), plan.WithoutWorkplace.Count()));
    }

    private static readonly string[] Spellings = ["МБОУ СОШ № 12 г. Вологды", "МБОУ «СОШ №12»", "школа 12 Вологда", "Средняя школа №12", "школа № 12"];

    private static IReadOnlyList<ImportRow> Rows(IEnumerable<string> schools) =>
        [.. ImportTables.Rows([.. schools.Select((_, i) => $"Орлова Анна Ильинична{new string('ф', i + 1)}")]).Zip(schools, (row, school) => row with { School = school })];

    [Fact]
    public void The_spellings_of_a_school_that_is_added_mean_it_by_number_and_kind()
    {
        var rows = Rows([.. Spellings, "ООШ № 12", "СОШ № 13", "СОШ № 12 г. Череповца"]);
        var facts = Facts([]) with { Schools = [], Municipalities = [new(1, "г. Вологда"), new(2, "г. Череповец")] };

        var plan = ImportMatching.Plan(rows, facts, new() { NewSchools = new Dictionary<string, int> { [rows[0].SchoolKey!] = 1 } });

        Assert.Equal([null, .. Enumerable.Repeat(rows[0].SchoolKey, 4), null, null, null], plan.Schools.Select(x => x.SameAs));
        Assert.Equal([1, 1, 1, 1, 1, null, null, null], plan.Schools.Select(x => x.NewIn));
    }

    [Fact]
    public void All_new_schools_are_added_at_once_each_in_the_place_it_names_and_one_for_its_spellings()
    {
        var rows = Rows([.. Spellings.Reverse(), "12-я школа", "СОШ № 12 г. Череповца"]);
        var facts = Facts([]) with { Schools = [], Municipalities = [new(1, "г. Вологда"), new(2, "г. Череповец")] };

        var choices = ImportMatching.AddAll(ImportMatching.Plan(rows, facts, new()), new(), 1, facts.Municipalities);

        Assert.Equal([("МБОУ СОШ № 12 г. Вологды", 1), ("СОШ № 12 г. Череповца", 2)], ImportMatching.Plan(rows, facts, choices).Schools.Where(x => x.IsAdded).Select(x => (x.Written, x.NewIn!.Value)));
        Assert.All(ImportMatching.Plan(rows, facts, choices).Schools, x => Assert.True(x.IsSettled));
    }

    [Fact]
    public void A_spelling_that_may_mean_two_added_schools_is_asked_about()
    {
        var rows = Rows(["СОШ № 12", "ООШ № 12", "школа № 12"]);

        var plan = ImportMatching.Plan(rows, Facts([]) with { Schools = [] }, ImportMatching.AddAll(ImportMatching.Plan(rows, Facts([]) with { Schools = [] }, new()), new(), 1, []));

        Assert.Equal([true, true, false], plan.Schools.Select(x => x.IsSettled));
        Assert.NotNull(plan.Schools[2].Like);
    }

    [Fact]
    public void A_school_of_the_same_place_that_leaves_its_kind_out_is_asked_about_and_not_merged()
    {
        var rows = Rows(["МОУ «Коротовская основная школа»", "МОУ «Коротовская школа»", "МБОУ «Шухободская школа»"]);
        var facts = Facts([]) with { Schools = [], Municipalities = [new(1, "Череповецкий МО")] };

        var plan = ImportMatching.Plan(rows, facts, ImportMatching.AddAll(ImportMatching.Plan(rows, facts, new()), new(), 1, facts.Municipalities));

        Assert.All(plan.Schools, x => Assert.Null(x.SameAs));
        Assert.Equal([true, false, true], plan.Schools.Select(x => x.IsAdded));
    }

    [Fact]
    public void A_school_of_the_same_number_that_may_be_another_is_asked_about_and_not_added()
    {
        var rows = Rows(["МБОУ СОШ № 12 г. Вологды", "12-я школа имени Александра Пушкина", "Детский сад «Солнышко»", "Детский сад «Ромашка»"]);
        var facts = Facts([]) with { Schools = [], Municipalities = [new(1, "г. Вологда")] };

        var plan = ImportMatching.Plan(rows, facts, ImportMatching.AddAll(ImportMatching.Plan(rows, facts, new()), new(), 1, facts.Municipalities));

        Assert.Equal([true, false, true, true], plan.Schools.Select(x => x.IsAdded));
        Assert.Equal([null, rows[0].SchoolKey, null, null], plan.Schools.Select(x => x.Like));
    }

    [Fact]
    public void Two_added_spellings_that_seem_one_school_are_told()
    {
        var rows = Rows(Spellings.Take(2));
        var facts = Facts([]) with { Schools = [], Municipalities = [new(1, "г. Вологда")] };

        var plan = ImportMatching.Plan(rows, facts, new() { NewSchools = rows.ToDictionary(x => x.SchoolKey!, _ => 1) });

        Assert.Equal([rows[1].SchoolKey, rows[0].SchoolKey], plan.Schools.Select(x => x.Like));
    }

    private static KnownPerson Person(PersonName? name = null, DateOnly? born = null, string? snils = null, int[]? schools = null, EnrollmentStatus? inEvent = null) =>
        new(1, name ?? Name, born, snils, false, schools ?? [], null, inEvent, PersonBlanks.None);

    private static ImportFacts Facts(IReadOnlyList<KnownPerson> people, int free = 30) =>
        new(people, [new SchoolChoice(7, "Средняя школа № 5", "г. Вологда"), new SchoolChoice(8, "Гимназия № 2", "г. Вологда")], free, A.Today);
}
