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
}
