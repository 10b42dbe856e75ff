using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Kernel;

public class PersonNameTests
{
    [Theory]
    [InlineData("Иванова Мария Петровна", "Иванова", "Мария", "Петровна")]
    [InlineData("  Иванова\u00A0 Мария\tПетровна ", "Иванова", "Мария", "Петровна")]
    [InlineData("ИВАНОВА МАРИЯ ПЕТРОВНА", "Иванова", "Мария", "Петровна")]
    [InlineData("иванова мария петровна", "Иванова", "Мария", "Петровна")]
    [InlineData("ПЕТРОВА - ВОДКИНА АННА–МАРИЯ ИЛЬИНИЧНА", "Петрова-Водкина", "Анна-Мария", "Ильинична")]
    [InlineData("Мамедов Али Гусейн оглы", "Мамедов", "Али", "Гусейн оглы")]
    [InlineData("МАМЕДОВА ЛЕЙЛА ГУСЕЙН КЫЗЫ", "Мамедова", "Лейла", "Гусейн кызы")]
    [InlineData("Мамедов Али Гусейн-Оглы", "Мамедов", "Али", "Гусейн-Оглы")]
    [InlineData("Пак Ирина", "Пак", "Ирина", null)]
    [InlineData("О'КОННОР ДЖОН", "О'Коннор", "Джон", null)]
    [InlineData("О’Коннор Джон", "О'Коннор", "Джон", null)]
    [InlineData("ЛУК'ЯНОВА АННА ИВАНОВНА", "Лук'янова", "Анна", "Ивановна")]
    [InlineData("фон Визин Денис Иванович", "фон Визин", "Денис", "Иванович")]
    [InlineData("Иванова (Петрова) Мария Ильинична", "Иванова (Петрова)", "Мария", "Ильинична")]
    [InlineData("ИВАНОВА (ПЕТРОВА) МАРИЯ", "Иванова (Петрова)", "Мария", null)]
    [InlineData("МакКормик Анна Петровна", "МакКормик", "Анна", "Петровна")]
    [InlineData("СЕМЁНОВ ПЁТР ФЁДОРОВИЧ", "Семёнов", "Пётр", "Фёдорович")]
    public void One_cell_is_taken_apart(string text, string family, string given, string? patronymic) =>
        Assert.Equal(new PersonName(family, given, patronymic), PersonName.Parse(text).Require());

    [Theory]
    [InlineData("", "NameParts")]
    [InlineData(null, "NameParts")]
    [InlineData("Иванова", "NameParts")]
    [InlineData("Иванова Мария Петровна учитель", "NameParts")]
    [InlineData("Иванова М. П.", "NameInitials")]
    [InlineData("Иванова М.П.", "NameInitials")]
    [InlineData("М.П. Иванова", "NameInitials")]
    [InlineData("Иванова М П", "NameInitials")]
    [InlineData("Иванова А.-М. П.", "NameInitials")]
    [InlineData("Ивaнова Мария Петровна", "NameLatinLetters")]
    [InlineData("Иванова Мария Петр0вна", "NameCharacters")]
    [InlineData("Иванова, Мария Петровна", "NameCharacters")]
    public void What_is_no_full_name_is_refused(string? text, string key) => Assert.Equal(key, PersonName.Parse(text).Problem?.Key);

    [Fact]
    public void Latin_look_alikes_are_named_with_their_field()
    {
        var problem = PersonName.Of("Cоколова", "Mapия", "Петровна").Problem;

        Assert.Equal(new Problem("NameLatinLetters", "C").At("Family"), problem);
        Assert.Equal(
            [new Problem("NameLatinLetters", "C").At("Family"), new Problem("NameLatinLetters", "Map").At("Given")],
            new PersonName("Cоколова", "Mapия", "Петровна").Problems());
    }

    [Fact]
    public void A_part_of_fifty_letters_fits_and_of_fifty_one_does_not()
    {
        Assert.True(PersonName.Of(new string('А', 50), "Мария", null).Succeeded);
        Assert.Equal(new Problem("NameTooLong", 50).At("Family"), PersonName.Of(new string('А', 51), "Мария", null).Problem);
    }

    [Fact]
    public void A_name_needs_its_first_two_parts()
    {
        Assert.Equal(new Problem("NameMissing").At("Family"), PersonName.Of(" ", "Мария", null).Problem);
        Assert.Equal(new Problem("NameMissing").At("Given"), PersonName.Of("Иванова", null, "Петровна").Problem);
        Assert.Null(PersonName.Of("Иванова", "Мария", "  ").Require().Patronymic);
    }

    [Theory]
    [InlineData("Иванова", "Мария", "Петровна", "Иванова М. П.")]
    [InlineData("Иванова", "Анна-Мария", "Петровна", "Иванова А.-М. П.")]
    [InlineData("Мамедов", "Али", "Гусейн оглы", "Мамедов А. Г.")]
    [InlineData("Пак", "Ирина", null, "Пак И.")]
    public void The_short_form_has_initials(string family, string given, string? patronymic, string text) =>
        Assert.Equal(text, new PersonName(family, given, patronymic).Short);

    [Fact]
    public void The_full_form_has_no_edge_spaces()
    {
        Assert.Equal("Иванова Мария Петровна", new PersonName("Иванова", "Мария", "Петровна").Full);
        Assert.Equal("Пак Ирина", new PersonName("Пак", "Ирина", null).Full);
    }

    [Theory]
    [InlineData("Петрович", Sex.Male)]
    [InlineData("Ильич", Sex.Male)]
    [InlineData("Петровна", Sex.Female)]
    [InlineData("Ильинична", Sex.Female)]
    [InlineData("Лукинична", Sex.Female)]
    [InlineData("ИВАНОВНА", Sex.Female)]
    [InlineData("Гусейн оглы", Sex.Male)]
    [InlineData("Гусейн-кызы", Sex.Female)]
    [InlineData("Рашид", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_patronymic_proposes_the_sex(string? patronymic, Sex? sex) => Assert.Equal(sex, SexProposal.FromPatronymic(patronymic));

    [Theory]
    [InlineData("2000-11-23", "2026-11-22", 25)]
    [InlineData("2000-11-23", "2026-11-23", 26)]
    [InlineData("2000-02-29", "2026-02-28", 25)]
    [InlineData("2000-02-29", "2026-03-01", 26)]
    [InlineData("2000-02-29", "2028-02-28", 27)]
    [InlineData("2000-02-29", "2028-02-29", 28)]
    [InlineData("2026-01-01", "2026-01-01", 0)]
    [InlineData("2026-01-02", "2026-01-01", -1)]
    public void Age_counts_29_February_as_1_March_in_common_years(string birth, string day, int years) =>
        Assert.Equal(years, Age.On(DateOnly.Parse(birth, null), DateOnly.Parse(day, null)));
}
