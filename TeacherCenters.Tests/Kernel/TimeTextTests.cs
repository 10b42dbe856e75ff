using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Kernel;

public class TimeTextTests
{
    [Theory]
    [InlineData("9", 9, 0)]
    [InlineData("930", 9, 30)]
    [InlineData("0930", 9, 30)]
    [InlineData("9.05", 9, 5)]
    [InlineData("9-30", 9, 30)]
    [InlineData(" 14 : 20 ", 14, 20)]
    [InlineData("23:59", 23, 59)]
    [InlineData("0", 0, 0)]
    public void A_time_is_read_as_it_is_written(string text, int hours, int minutes) =>
        Assert.Equal(new TimeOnly(hours, minutes), TimeText.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("9:60")]
    [InlineData("9:3")]
    [InlineData("девять")]
    [InlineData("9 PM")]
    [InlineData("12345")]
    public void What_is_no_time_of_day_is_not_read(string? text) => Assert.Null(TimeText.Parse(text));
}
