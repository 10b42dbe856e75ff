using TeacherCenters.People;

namespace TeacherCenters.Tests.People;

public sealed class EmailOrNothingTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("  ", true)]
    [InlineData("gromov@example.ru", true)]
    [InlineData(" gromov@example.ru ", true)]
    [InlineData("gromov", false)]
    public void An_emptied_field_is_no_wrong_address(string? typed, bool isTaken) => Assert.Equal(isTaken, new EmailOrNothingAttribute().IsValid(typed));
}
