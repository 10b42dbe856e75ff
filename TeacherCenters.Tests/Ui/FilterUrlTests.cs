using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Ui;

public sealed class FilterUrlTests
{
    private enum Shade { None, Light, Deep }

    private sealed record Sample
    {
        public string? Search { get; init; }
        public Shade? Shade { get; init; }
        public DateOnly? From { get; init; }
        public int[] Centers { get; init; } = [];
        public bool Open { get; init; } = true;
        public decimal? Hours { get; init; }
    }

    [Fact]
    public void Default_filter_leaves_the_address_clean() => Assert.Equal("", FilterUrl.Write(new Sample()));

    [Fact]
    public void Filter_comes_back_from_the_address_as_it_was()
    {
        using var spoken = new Spoken(AppCultures.Russian);
        var filter = new Sample { Search = "Иванова & 50%", Shade = Shade.Deep, From = new DateOnly(2026, 11, 23), Centers = [3, 1], Open = false, Hours = 16.5m };
        var read = FilterUrl.Read<Sample>("https://host/events" + FilterUrl.Write(filter) + "#list");

        Assert.Equal(filter with { Centers = read.Centers }, read);
        Assert.Equal([3, 1], read.Centers);
    }

    [Theory]
    [InlineData("?shade=Purple&from=yesterday&centers=x&hours=many&open=perhaps")]
    [InlineData("?shade=77&other=1")]
    [InlineData("?")]
    [InlineData("")]
    public void What_can_not_be_read_keeps_the_default(string query) => Assert.Equal("", FilterUrl.Write(FilterUrl.Read<Sample>("/events" + query)));

    [Fact]
    public void Names_are_read_in_any_case_and_a_cleared_text_is_left_out()
    {
        Assert.Equal("х", FilterUrl.Read<Sample>("/e?SEARCH=%D1%85").Search);
        Assert.Equal("", FilterUrl.Write(new Sample { Search = "" }));
    }
}
