using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Kernel;

public sealed class DayTextTests
{
    [Theory]
    [InlineData("01.09.2026")]
    [InlineData("1.9.2026")]
    [InlineData("1.9.26")]
    [InlineData("01092026")]
    [InlineData("010926")]
    [InlineData("01,09,2026")]
    [InlineData("1/9/2026")]
    [InlineData("1-9-2026")]
    [InlineData("1 9 2026")]
    [InlineData("2026-09-01")]
    [InlineData(" 01.09.2026 г. ")]
    [InlineData("01 . 09 . 2026")]
    [InlineData("1 сентября 2026 года")]
    [InlineData("01.09.2026 10:30")]
    [InlineData("2026-09-01T00:00:00")]
    public void A_day_is_read_as_anybody_writes_it(string text) => Assert.Equal(new DateOnly(2026, 9, 1), DayText.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31.02.2026")]
    [InlineData("16.11.202624.11.2026")]
    [InlineData("сентябрь")]
    [InlineData("1.9")]
    public void What_is_no_day_is_none(string? text) => Assert.Null(DayText.Parse(text));

    [Theory]
    [InlineData("5.3.85", 1985)]
    [InlineData("5.3.49", 2049)]
    [InlineData("5.3.50", 1950)]
    public void Two_digits_of_a_year_are_those_that_people_mean(string text, int year) => Assert.Equal(year, DayText.Parse(text)?.Year);

    [Theory]
    [InlineData("5.3.10", 2010)]
    [InlineData("5.3.11", 1911)]
    [InlineData("5.3.0011", 11)]
    public void A_reader_may_draw_the_line_between_the_centuries_elsewhere(string text, int year) => Assert.Equal(year, DayText.Parse(text, latest: 10)?.Year);

    [Theory]
    [InlineData("31.02.2026", true)]
    [InlineData("32 марта 2026", true)]
    [InlineData("01.09.2026", true)]
    [InlineData("весной", false)]
    [InlineData("2026", false)]
    public void A_day_that_is_not_in_the_calendar_is_written_as_one(string text, bool written) => Assert.Equal(written, DayText.IsWritten(text));
}
