using TeacherCenters.Kernel;
using TeacherCenters.Reports;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Reports;

public sealed class HeadcountRulesTests
{
    private static readonly HeadcountPlace[] Places =
    [
        new(1, "Вологодский муниципальный округ", "Вологодский МО"), new(2, "город Вологда", "г. Вологда"), new(3, "Кичменгско-Городецкий муниципальный округ", "Кичменгско-Городецкий МО"), new(4, "Белозёрский муниципальный округ", "Белозёрский МО"),
    ];

    [Fact]
    public void Columns_are_known_by_their_headings_in_any_order_and_totals_are_left_out()
    {
        var rows = Read("""
            Сведения за 2026 год
            № п/п	Муниципальный район, округ	Руководители	Педагогические работники, всего	из них до 35 лет	в том числе первые три года
            1	Вологодский район	40	1 204	310	92
            2	г. Вологда	95	3 870	905	—
            	ИТОГО	135	5 074	1215	92
            """);

        Assert.Equal([(1, new Headcount(1204, 40, 310, 92)), (2, new Headcount(3870, 95, 905, null))], rows.Select(x => (x.Place!.Id, x.Numbers)));
        Assert.All(rows, x => Assert.Null(x.Fault));
    }

    [Fact]
    public void Without_headings_the_order_holds_and_a_number_of_the_row_may_come_first()
    {
        Assert.Equal(new Headcount(10, 2, 3, 1), Assert.Single(Read("Белозерский\t10\t2\t3\t1")).Numbers);
        Assert.Equal(new Headcount(10, 2, null, null), Assert.Single(Read("7\tБелозерский МО\t10\t2")).Numbers);
    }

    [Theory]
    [InlineData("Вологодский округ", 1)]
    [InlineData("ВОЛОГОДСКИЙ  МУНИЦИПАЛЬНЫЙ ОКРУГ", 1)]
    [InlineData("город Вологда", 2)]
    [InlineData("Вологда", 2)]
    [InlineData("Кичменгско-Городецкий р-н", 3)]
    [InlineData("«Белозерский район»", 4)]
    public void A_municipality_is_known_whatever_its_kind_is_called(string written, int id) => Assert.Equal(id, Assert.Single(Read($"{written}\t10")).Place?.Id);

    [Fact]
    public void Where_two_are_called_so_only_the_whole_name_tells_them_apart()
    {
        HeadcountPlace[] twins = [new(1, "Вологодский район", "Вологодский р-н"), new(2, "Вологодский муниципальный округ", "Вологодский МО")];
        Problem? Fault(string written) => Assert.Single(HeadcountRules.Read($"{written}\t10", twins, new Dictionary<int, Headcount>()).ShouldSucceed()).Fault;

        Assert.Equal("MunicipalityUnclear", Fault("Вологодский")?.Key);
        Assert.Null(Fault("вологодский муниципальный округ"));
    }

    [Fact]
    public void A_faulty_row_says_what_is_wrong_and_spoils_no_other()
    {
        var rows = Read("Вологодский\t100\t5\nАрхангельский\t7\nВологодский\t8\nг. Вологда\tмного\nБелозерский\t10\t\t11\nКичменгско-Городецкий\t1,5");

        Assert.Equal([null, "MunicipalityUnknown", "MunicipalityTwice", "HeadcountUnread", "YoungMoreThanTeachers", "HeadcountUnread"], rows.Select(x => x.Fault?.Key));
        Assert.Equal([1, 2, 3, 4, 5, 6], rows.Select(x => x.Line));
    }

    [Fact]
    public void An_empty_cell_leaves_what_is_stored_and_the_row_is_judged_with_it()
    {
        var known = new Dictionary<int, Headcount> { [1] = new(100, 5, 20, 8) };

        Assert.Null(Assert.Single(HeadcountRules.Read("Вологодский\t\t\t30", Places, known).ShouldSucceed()).Fault);
        Assert.Equal("YoungMoreThanTeachers", Assert.Single(HeadcountRules.Read("Вологодский\t19", Places, known).ShouldSucceed()).Fault?.Key);
        Assert.Equal("HeadcountEmpty", Assert.Single(HeadcountRules.Read("Вологодский\t—", Places, known).ShouldSucceed()).Fault?.Key);
    }

    [Theory]
    [InlineData(-1, null, null, null, "HeadcountRange")]
    [InlineData(null, 100_001, null, null, "HeadcountRange")]
    [InlineData(10, null, 11, null, "YoungMoreThanTeachers")]
    [InlineData(10, null, 5, 6, "FirstYearsMoreThanYoung")]
    [InlineData(10, null, null, 11, "FirstYearsMoreThanYoung")]
    [InlineData(10, 50, 10, 10, null)]
    [InlineData(null, null, null, null, null)]
    public void The_young_are_among_the_teachers_and_the_first_years_among_the_young(int? teachers, int? heads, int? young, int? first, string? problem) =>
        Assert.Equal(problem, HeadcountRules.Check(new(teachers, heads, young, first))?.Key);

    [Fact]
    public void An_empty_text_is_refused_as_a_whole() => HeadcountRules.Read(" \n ", Places, new Dictionary<int, Headcount>()).ShouldRefuse("FileEmpty");

    private static IReadOnlyList<PastedHeadcount> Read(string text) => HeadcountRules.Read(text, Places, new Dictionary<int, Headcount>()).ShouldSucceed();
}
