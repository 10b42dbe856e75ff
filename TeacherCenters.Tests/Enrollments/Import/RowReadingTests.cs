using TeacherCenters.Enrollments.Import;

namespace TeacherCenters.Tests.Enrollments.Import;

public sealed class RowReadingTests
{
    [Theory]
    [InlineData("d:1985-03-05")]
    [InlineData("05.03.1985")]
    [InlineData("5.3.1985")]
    [InlineData("05.03.85")]
    [InlineData("05/03/1985")]
    [InlineData("05-03-1985")]
    [InlineData("1985-03-05")]
    [InlineData("05.03.1985 г.")]
    [InlineData("5 марта 1985 года")]
    [InlineData("n:31111")]
    public void Birth_dates_are_read_in_every_usual_spelling(string cell)
    {
        var row = Assert.Single(ImportTables.Rows($"Иванова Мария Петровна|{cell}"));

        Assert.Empty(row.Faults);
        Assert.Equal(new DateOnly(1985, 3, 5), row.BirthDate);
    }

    [Theory]
    [InlineData("31.02.1985", "ImportDateImpossible")]
    [InlineData("29.02.1985", "ImportDateImpossible")]
    [InlineData("05.03.2027", "BirthDateRange")]
    [InlineData("05.03.2020", "BirthDateRange")]
    [InlineData("05.03.1885", "BirthDateRange")]
    [InlineData("1985", "ImportDateUnreadable")]
    [InlineData("160512", "ImportDateUnreadable")]
    [InlineData("n:1985", "ImportDateUnreadable")]
    [InlineData("весной", "ImportDateUnreadable")]
    [InlineData("#REF!", "ImportCellError")]
    [InlineData("=A1", "ImportCellFormula")]
    public void Dates_that_cannot_be_are_faults_of_the_row_with_their_column(string cell, string problem)
    {
        var fault = Assert.Single(Assert.Single(ImportTables.Rows($"Иванова Мария Петровна|{cell}")).Faults);

        Assert.Equal(("B", "Дата рождения", problem), (fault.Letter, fault.Heading, fault.Problem.Key));
    }

    [Theory]
    [InlineData("112-233-445 95", "11223344595")]
    [InlineData("11223344595", "11223344595")]
    [InlineData("n:11223344595", "11223344595")]
    [InlineData("n:147404999", "00147404999")]
    [InlineData("n:8765430300", "08765430300")]
    [InlineData("-", null)]
    [InlineData("нет", null)]
    public void Insurance_numbers_are_read_as_text_and_as_numbers_that_lost_their_zeros(string cell, string? digits)
    {
        var row = Assert.Single(ImportTables.Rows($"Иванова Мария Петровна||{cell}"));

        Assert.Empty(row.Faults);
        Assert.Equal(digits, row.Snils);
    }

    [Fact]
    public void A_wrong_check_number_is_a_fault_of_the_row_and_stands_as_it_was_written()
    {
        var misprinted = Assert.Single(ImportTables.Rows("Иванова Мария Петровна||112-233-445 96"));
        Assert.Equal("SnilsCheckNumber", Assert.Single(misprinted.Faults).Problem.Key);
        Assert.Equal((null, "112-233-445 96"), (misprinted.Snils, misprinted.SnilsWritten));
    }

    [Theory]
    [InlineData("Иванова Мария Петровна", "Иванова Мария Петровна")]
    [InlineData("  ИВАНОВА\u00A0 мария  ПЕТРОВНА ", "Иванова Мария Петровна")]
    [InlineData("1. Иванова Мария Петровна", "Иванова Мария Петровна")]
    [InlineData("Иванова Мария", "Иванова Мария")]
    public void Names_are_tidied(string cell, string name)
    {
        var row = Assert.Single(ImportTables.Rows(cell));

        Assert.Empty(row.Faults);
        Assert.Equal(name, row.Name?.Full);
    }

    [Theory]
    [InlineData("Иванова М. П.", "NameInitials")]
    [InlineData("Иванова", "NameParts")]
    [InlineData("Ivanova Maria Petrovna", "NameLatinLetters")]
    [InlineData("=B1", "ImportCellFormula")]
    public void Names_that_cannot_be_read_are_faults_of_the_row(string cell, string problem) =>
        Assert.Equal(problem, Assert.Single(Assert.Single(ImportTables.Rows($"{cell}|05.03.1985")).Faults).Problem.Key);

    [Fact]
    public void Latin_letters_that_look_Cyrillic_are_put_right_and_told()
    {
        var row = Assert.Single(ImportTables.Rows("Ивaновa Мaрия Петровна"));

        Assert.Equal("Иванова Мария Петровна", row.Name?.Full);
        Assert.Equal("ImportLatinReplaced", Assert.Single(row.Remarks).Key);
    }

    [Fact]
    public void A_name_in_three_cells_is_read_and_a_fault_names_its_cell()
    {
        var reading = ImportTables.Read("Фамилия|Имя|Отчество", "Иванова|Мария|Петровна", "Петров||Ильич", "Фон Вебер|Пётр|");

        Assert.Equal("Иванова Мария Петровна", reading.Rows[0].Name?.Full);
        var fault = Assert.Single(reading.Rows[1].Faults);
        Assert.Equal(("B", "NameMissing"), (fault.Letter, fault.Problem.Key));
        Assert.Null(reading.Rows[2].Name?.Patronymic);
    }

    [Fact]
    public void Titles_totals_signatures_and_repeated_headings_are_not_people()
    {
        var reading = ImportTables.Read(
            "Приложение 1",
            "№|ФИО|Дата рождения|Школа",
            "1|2|3|4",
            "Вологодский район",
            "1|Иванова Мария Петровна|05.03.1985|СОШ № 5",
            "№|ФИО|Дата рождения|Школа",
            "2|Петров Пётр Ильич|05.04.1980|СОШ № 5",
            "|Итого: 2 человека||",
            "|Директор|________|Н. В. Соколова",
            "|||Исп. Белова О. П., тел. 72-00-00");

        Assert.Equal(["Иванова Мария Петровна", "Петров Пётр Ильич"], reading.Rows.Select(x => x.Name?.Full));
        Assert.Equal([1, 3, 4, 6, 8, 9, 10], reading.Skipped.Select(x => x.Line));
        Assert.Equal("Директор | ________ | Н. В. Соколова", reading.Skipped[5].Written);
        Assert.Equal([5, 7], reading.Rows.Select(x => x.Line));
    }

    [Theory]
    [InlineData("1|Орлова Анна Ильинична||школа 12 Вологда|учитель|t9@mail.ru")]
    [InlineData("1|Орлова Анна Ильинична||Школа|учитель|почта")]
    [InlineData("Директор|Орлова Анна Ильинична|05.03.1985|||")]
    [InlineData("Директор|Орлова Анна Ильинична||школа 12|директор|")]
    [InlineData("1|Датаева Анна Ильинична||||")]
    [InlineData("|Садовникова Анна Ильинична||||")]
    [InlineData("|Городецкая Анна Ильинична||||")]
    [InlineData("1|Орлова Анна Ильинична|||________|")]
    [InlineData("1|Итого Анна|05.03.1985|||")]
    [InlineData("1|М. П. Орлова||школа 12||")]
    [InlineData("1|И. О. Орлова||школа 12||")]
    public void A_teacher_is_never_taken_for_a_line_about_nobody(string line)
    {
        var reading = ImportTables.Read("№|ФИО|Дата рождения|Школа|Должность|E-mail", line);

        Assert.Empty(reading.Skipped);
        Assert.Single(reading.Rows);
    }

    [Fact]
    public void Heads_stand_in_a_list_whose_first_column_is_the_position()
    {
        var reading = ImportTables.Read("Должность|ФИО|Школа", "Директор|Орлова Анна Ильинична|СОШ № 5", "Заместитель директора|Петров Пётр Ильич|", "Директор||Н. В. Соколова", "Директор|Н. В. Соколова|", "Директор|Белова О. П.|");

        Assert.Equal(["Орлова Анна Ильинична", "Петров Пётр Ильич", null], reading.Rows.Select(x => x.Name?.Full));
        Assert.Equal([4, 5], reading.Skipped.Select(x => x.Line));
    }

    [Fact]
    public void Headings_in_two_lines_and_headings_in_other_words_repeat_without_a_person()
    {
        var reading = ImportTables.Read("Участник|||Школа", "Фамилия|Имя|Отчество|", "Орлова|Анна|Ильинична|школа 12", "Участник|||Школа", "ФАМИЛИЯ|имя|Отчество|", "Ф. И. О.|||Организация", "Ильина|Анна|Ильинична|школа 12");

        Assert.Equal(["Орлова Анна Ильинична", "Ильина Анна Ильинична"], reading.Rows.Select(x => x.Name?.Full));
        Assert.Equal([4, 5, 6], reading.Skipped.Select(x => x.Line));
    }

    [Fact]
    public void People_above_the_headings_are_told()
    {
        var reading = ImportTables.Read("ФИО|Школа", "Орлова Анна Ильинична|школа 12", "ФИО|Школа|СНИЛС", "Ильина Анна Ильинична|школа 12|");

        Assert.Equal(["ФИО | Школа", "Орлова Анна Ильинична | школа 12"], reading.Skipped.Select(x => x.Written));
    }

    [Fact]
    public void Somebody_without_a_name_is_a_fault_and_not_a_total()
    {
        var row = Assert.Single(ImportTables.Rows("|05.03.1985||СОШ № 5|учитель"));

        Assert.Equal("NameMissing", Assert.Single(row.Faults).Problem.Key);
    }

    [Fact]
    public void Contacts_in_one_cell_are_taken_apart_and_a_bad_address_is_left_out()
    {
        var reading = ImportTables.Read("ФИО|Телефон, e-mail|Место работы, должность", "Иванова Мария Петровна|8 (921) 123-45-67, ivanova@example.ru|МБОУ «СОШ № 5», учитель физики");
        var row = Assert.Single(reading.Rows);
        Assert.Equal(("8 (921) 123-45-67", "ivanova@example.ru", "МБОУ «СОШ № 5»", "учитель физики"), (row.Phone?.Trim(' ', '-'), row.Email, row.School, row.Position));

        var bad = Assert.Single(ImportTables.Read("ФИО|E-mail", "Иванова Мария Петровна|ivanova@").Rows);
        Assert.Null(bad.Email);
        Assert.Equal("ImportEmailLeftOut", Assert.Single(bad.Remarks).Key);
    }
}
