using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Kernel;

public sealed class PercentageTests
{
    [Theory]
    [InlineData(16, 24, 75, 66.7)]
    [InlineData(1, 16, 75, 6.3)]
    [InlineData(17, 22, 75, 77.3)]
    [InlineData(18, 24, 75, 75)]
    // Short of the threshold by less than the rounding takes.
    [InlineData(74.94, 100, 75, 74.9)]
    [InlineData(74.95, 100, 75, 74.9)]
    [InlineData(74.99, 100, 75, 74.9)]
    [InlineData(74.99, 100, 60, 75)]
    [InlineData(75.01, 100, 75, 75)]
    [InlineData(2, 3, 67, 66.7)]
    [InlineData(99.96, 100, 100, 99.9)]
    [InlineData(0, 24, 0, 0)]
    [InlineData(0, 24, 75, 0)]
    [InlineData(0, 0, 75, 0)]
    public void A_share_is_rounded_to_a_tenth_but_never_up_to_a_threshold_that_it_falls_short_of(double part, int whole, int threshold, double percent) =>
        Assert.Equal((decimal)percent, Percentage.Of((decimal)part, whole, threshold));
}
