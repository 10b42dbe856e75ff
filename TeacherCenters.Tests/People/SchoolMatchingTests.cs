using TeacherCenters.People;

namespace TeacherCenters.Tests.People;

public sealed class SchoolMatchingTests
{
    private static readonly SchoolChoice[] Schools =
    [
        new(1, "МБОУ «Средняя школа № 5», г. Вологда", "г. Вологда"),
        new(2, "МБОУ «Средняя школа № 5», г. Череповец", "г. Череповец"),
        new(3, "МБОУ «Средняя школа № 15», г. Вологда", "г. Вологда"),
        new(4, "МБДОУ «Детский сад № 5», г. Вологда", "г. Вологда"),
        new(5, "МБОУ «Гимназия № 2», г. Вологда", "г. Вологда"),
        new(6, "МБОУ «Кадуйская средняя школа»", "Кадуйский МО"),
        new(7, "МБОУ «Основная школа № 7», Тотемский МО", "Тотемский МО"),
        new(8, "МБУ ДО «Дом детского творчества № 5», г. Вологда", "г. Вологда"),
    ];

    [Theory]
    [InlineData("МБОУ СОШ №5 г.Вологды", null, 1)]
    [InlineData("МБОУ \"СОШ № 5\" г. Череповца", null, 2)]
    [InlineData("МОУ «Средняя общеобразовательная школа №15»", null, 3)]
    [InlineData("СОШ-15", null, 3)]
    [InlineData("школа 15", null, 3)]
    [InlineData("Д/с №5", null, 4)]
    [InlineData("мбдоу 5", null, 4)]
    [InlineData("гимназия №2 г. Вологда", null, 5)]
    [InlineData("Кадуйская СОШ", null, 6)]
    [InlineData("МБОУ «Кадуйская СШ» Кадуйского района", null, 6)]
    [InlineData("ООШ № 7 Тотемского района", null, 7)]
    [InlineData("ДДТ №5", null, 8)]
    [InlineData("Средняя школа 5", "г. Череповец", 2)]
    [InlineData("СОШ №5", "Вологда", 1)]
    public void A_written_name_means_one_school(string written, string? municipality, int id)
    {
        var found = SchoolMatching.Find(written, Schools, municipality);

        Assert.Equal((id, true), (found[0].School.Id, found[0].IsCertain));
    }

    [Theory]
    [InlineData("Средняя школа 5")]
    [InlineData("СОШ №5")]
    public void What_fits_two_schools_is_not_certain(string written)
    {
        var found = SchoolMatching.Find(written, Schools);

        Assert.Equal([1, 2], found.Where(x => x.Score == found[0].Score).Select(x => x.School.Id).Order());
        Assert.False(found[0].IsCertain);
    }

    [Theory]
    [InlineData("МБОУ «Кадниковская СОШ»", "Кадуйский")]
    [InlineData("Детский сад «Ромашка»", "Кадуйский")]
    public void A_name_of_its_own_is_no_other_school_of_the_place(string written, string? municipality) =>
        Assert.DoesNotContain(SchoolMatching.Find(written, [.. Schools, new(9, "Детский сад «Солнышко»", "Кадуйский МО")], municipality), x => x.IsCertain);

    [Theory]
    [InlineData("СОШ № 99")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Лицей № 15")]
    public void What_fits_none_finds_none(string? written) => Assert.Empty(SchoolMatching.Find(written, Schools));

    [Theory]
    [InlineData("МБОУ «СОШ № 5» г. Череповца", null, "г. Череповец")]
    [InlineData("МБОУ \"Кадуйская СОШ № 1\"", null, "Кадуйский МО")]
    [InlineData("СОШ № 1", "Кадуйский район", "Кадуйский МО")]
    [InlineData("Кадуйская СОШ", "г. Череповец", "г. Череповец")]
    [InlineData("МБОУ «СОШ № 5»", null, null)]
    [InlineData("СОШ № 5 г. Вологды, Тотемский МО", null, null)]
    public void A_written_name_tells_its_municipality_or_nothing(string written, string? municipality, string? place)
    {
        MunicipalityChoice[] known = [new(1, "г. Вологда"), new(2, "г. Череповец"), new(3, "Кадуйский МО"), new(4, "Тотемский МО")];

        Assert.Equal(place, SchoolMatching.PlaceOf(written, municipality, known)?.Name);
    }

    [Theory]
    [InlineData("  МАОУ \"Центр  образования № 36\" ", "МАОУ «Центр образования № 36»", EducationLevel.General)]
    [InlineData("МБДОУ «Детский сад № 7»", "МБДОУ «Детский сад № 7»", EducationLevel.Preschool)]
    [InlineData("д/с 12", "д/с 12", EducationLevel.Preschool)]
    [InlineData("БПОУ ВО “Тотемский колледж”", "БПОУ ВО «Тотемский колледж»", EducationLevel.Vocational)]
    [InlineData("ДДТ", "ДДТ", EducationLevel.Supplementary)]
    public void A_new_school_gets_a_tidy_name_and_the_level_that_it_tells(string written, string name, EducationLevel level) =>
        Assert.Equal((name, level), (SchoolNames.Tidy(written), SchoolNames.LevelOf(written)));
}
