using TeacherCenters.Enrollments.Import;
using static TeacherCenters.Enrollments.Import.ImportColumn;

namespace TeacherCenters.Tests.Enrollments.Import;

public sealed class ColumnRecognitionTests
{
    [Theory]
    [InlineData("№", Number)]
    [InlineData("№ п/п", Number)]
    [InlineData("N п/п", Number)]
    [InlineData("ФИО", FullName)]
    [InlineData("Ф.И.О.", FullName)]
    [InlineData("Ф. И. О. слушателя (полностью)", FullName)]
    [InlineData("Фамилия, имя, отчество", FullName)]
    [InlineData("ФИО педагога", FullName)]
    [InlineData("Фамилия", Family)]
    [InlineData("ФАМИЛИЯ ", Family)]
    [InlineData("Фам.", Family)]
    [InlineData("Отч.", Patronymic)]
    [InlineData("Дата р.", BirthDate)]
    [InlineData("Моб. тел.", Phone)]
    [InlineData("Эл. адрес", Email)]
    [InlineData("Место раб.", School)]
    [InlineData("Должн.", Position)]
    [InlineData("Имя", Given)]
    [InlineData("Имя, отчество", GivenAndPatronymic)]
    [InlineData("Отчество (при наличии)", Patronymic)]
    [InlineData("Дата рождения", BirthDate)]
    [InlineData("Дата рожд.", BirthDate)]
    [InlineData("д.р.", BirthDate)]
    [InlineData("Число, месяц, год рождения", BirthDate)]
    [InlineData("Год рождения", None)]
    [InlineData("Место рождения", None)]
    [InlineData("СНИЛС", Snils)]
    [InlineData("Номер СНИЛС слушателя", Snils)]
    [InlineData("Школа", School)]
    [InlineData("Место работы", School)]
    [InlineData("Наименование ОО", School)]
    [InlineData("Образовательная организация (краткое наименование по Уставу)", School)]
    [InlineData("Муниципальное образовательное учреждение", School)]
    [InlineData("Район", Municipality)]
    [InlineData("Муниципалитет", Municipality)]
    [InlineData("Муниципальный округ / городской округ", Municipality)]
    [InlineData("Должность", Position)]
    [InlineData("Должность, преподаваемый предмет", Position)]
    [InlineData("Место работы, должность", Workplace)]
    [InlineData("Предмет", Subject)]
    [InlineData("Телефон", Phone)]
    [InlineData("Контактный телефон (мобильный)", Phone)]
    [InlineData("Тел.", Phone)]
    [InlineData("Телефон организации", Phone)]
    [InlineData("E-mail", Email)]
    [InlineData("Е-mail", Email)]
    [InlineData("Адрес электронной почты", Email)]
    [InlineData("Телефон, e-mail", Contacts)]
    [InlineData("Контакты", Contacts)]
    [InlineData("ФИО руководителя", None)]
    [InlineData("Фамилия в дипломе", None)]
    [InlineData("Паспорт", None)]
    [InlineData("Подпись", None)]
    [InlineData("Квалификационная категория", None)]
    public void Headings_are_known_in_every_spelling(string heading, ImportColumn column) => Assert.Equal(column, ColumnRecognition.Of(heading));

    [Fact]
    public void The_headings_are_found_below_a_title_and_in_any_order()
    {
        var map = ColumnRecognition.Find(ImportTables.Of(
            "Список участников курсов повышения квалификации",
            "МБОУ «СОШ № 5» г. Вологды",
            "",
            "Должность|№|СНИЛС|ФИО|Школа",
            "учитель|1|112-233-445 95|Иванова Мария Петровна|СОШ № 5"))!;

        Assert.Equal([Position, Number, Snils, FullName, School], map.Columns);
        Assert.Equal(3, map.FirstLine);
    }

    [Fact]
    public void Headings_in_two_lines_are_read_together()
    {
        var map = ColumnRecognition.Find(ImportTables.Of(
            "№|ФИО|||Контакты||Место работы",
            "|Фамилия|Имя|Отчество|Телефон|E-mail|",
            "1|Иванова|Мария|Петровна|8 921 123-45-67|a@b.ru|СОШ № 5"))!;

        Assert.Equal([Number, Family, Given, Patronymic, Phone, Email, School], map.Columns);
        Assert.Equal(2, map.FirstLine);
        Assert.Equal("Место работы", map.Headings[6]);
    }

    [Fact]
    public void Headings_later_than_the_thirtieth_line_are_not_headings()
    {
        var lines = Enumerable.Repeat("текст|текст", 30).Append("ФИО|Школа").Append("Иванова Мария Петровна|СОШ № 5").ToArray();

        Assert.Null(ColumnRecognition.Find(ImportTables.Of(lines)));
        Assert.NotNull(ColumnRecognition.Find(ImportTables.Of(lines[1..])));
    }

    [Fact]
    public void A_title_that_speaks_of_participants_is_no_heading() =>
        Assert.Null(ColumnRecognition.Find(ImportTables.Of("Список участников семинара для учителей математики", "Вологда|2026")));

    [Fact]
    public void A_column_that_stands_twice_counts_once()
    {
        var map = ColumnRecognition.Find(ImportTables.Of("ФИО|Телефон|Телефон", "Иванова Мария Петровна|1|2"))!;

        Assert.Equal([FullName, Phone, None], map.Columns);
        Assert.Equal([FullName, None, Phone], map.With(2, Phone).Columns);
    }

    [Fact]
    public void A_paste_without_headings_is_understood_by_its_content()
    {
        var map = ColumnRecognition.ByContent(ImportTables.Of(
            "1|Иванова Мария Петровна|05.03.1985|112-233-445 95|МБОУ СОШ № 5|учитель физики",
            "2|Петров Пётр Ильич|1.2.90||Гимназия № 2|учитель химии"))!;

        Assert.Equal([Number, FullName, BirthDate, Snils, School, Position], map.Columns);
        Assert.Equal(0, map.FirstLine);
        Assert.Null(ColumnRecognition.ByContent(ImportTables.Of("яблоки|5", "груши|6")));
    }

    [Fact]
    public void A_workbook_without_a_name_column_is_refused_as_a_whole() =>
        Assert.Equal("ImportNoNameColumn", ImportSource.Of(ImportTables.Book("Школа|Телефон", "СОШ № 5|123")).Problem?.Key);
}
