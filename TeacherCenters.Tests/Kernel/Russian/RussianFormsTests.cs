using System.Globalization;
using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;

namespace TeacherCenters.Tests.Kernel.Russian;

public class RussianFormsTests
{
    [Theory]
    [InlineData(0, "0 человек")]
    [InlineData(1, "1 человек")]
    [InlineData(2, "2 человека")]
    [InlineData(4, "4 человека")]
    [InlineData(5, "5 человек")]
    [InlineData(11, "11 человек")]
    [InlineData(12, "12 человек")]
    [InlineData(14, "14 человек")]
    [InlineData(21, "21 человек")]
    [InlineData(22, "22 человека")]
    [InlineData(25, "25 человек")]
    [InlineData(101, "101 человек")]
    [InlineData(111, "111 человек")]
    [InlineData(112, "112 человек")]
    [InlineData(1002, "1002 человека")]
    [InlineData(-2, "-2 человека")]
    public void Nouns_follow_their_number(long number, string text) => Assert.Equal(text, Plural.People(number));

    [Theory]
    [InlineData("1", "1 час")]
    [InlineData("1.5", "1,5 часа")]
    [InlineData("16.0", "16 часов")]
    [InlineData("72", "72 часа")]
    [InlineData("0.25", "0,25 часа")]
    public void Fractions_take_the_second_form(string number, string text) =>
        Assert.Equal(text, Plural.Hours(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(Sex.Male, "прошёл")]
    [InlineData(Sex.Female, "прошла")]
    [InlineData(null, "прошёл (прошла)")]
    public void Verbs_follow_the_sex(Sex? sex, string text)
    {
        Assert.Equal(text, Gendered.Passed(sex));
        Assert.Equal(text, Gendered.Pair(sex, "прошёл|прошла"));
        Assert.Equal("обучение", Gendered.Pair(sex, "обучение"));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", "23 ноября 2026 г.")]
    [InlineData("2026-11-09", "2026-11-20", "с 9 по 20 ноября 2026 г.")]
    [InlineData("2026-10-28", "2026-11-03", "с 28 октября по 3 ноября 2026 г.")]
    [InlineData("2026-12-28", "2027-01-15", "с 28 декабря 2026 г. по 15 января 2027 г.")]
    [InlineData("2026-11-02", "2026-11-06", "со 2 по 6 ноября 2026 г.")]
    [InlineData("2026-11-12", "2027-11-12", "с 12 ноября 2026 г. по 12 ноября 2027 г.")]
    public void Periods_name_what_changes(string from, string to, string text) =>
        Assert.Equal(text, DatesInWords.Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Fact]
    public void A_period_that_ends_before_its_start_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => DatesInWords.Period(new(2026, 11, 2), new(2026, 11, 1)));

    [Theory]
    [InlineData("en-US")]
    [InlineData("ru-RU")]
    [InlineData("ar-SA")]
    public void Dates_do_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var day = new DateOnly(2026, 5, 4);

            Assert.Equal("4 мая 2026 г.", DatesInWords.Day(day));
            Assert.Equal("«04» мая 2026 г.", DatesInWords.Quoted(day));
            Assert.Equal("04.05.2026", DayText.Of(day));
            Assert.Equal("май 2026 г.", DatesInWords.MonthAndYear(day));
            Assert.Equal("пн", DatesInWords.WeekdayShort(day.DayOfWeek));
            Assert.Equal("понедельник", DatesInWords.Weekday(day.DayOfWeek));
            Assert.Equal("5 дней", Plural.Days(5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Twelve_months_have_two_forms()
    {
        Assert.Equal("январь", DatesInWords.Month(1));
        Assert.Equal("декабрь", DatesInWords.Month(12));
        Assert.Equal("августа", DatesInWords.MonthGenitive(8));
        Assert.Equal("вс", DatesInWords.WeekdayShort(DayOfWeek.Sunday));
    }
}
