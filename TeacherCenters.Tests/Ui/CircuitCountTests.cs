using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Ui;

public sealed class CircuitCountTests
{
    private readonly CircuitCount count = new(new(OfUser: 2, InAll: 3));

    [Fact]
    public void A_user_has_so_many_windows_and_others_are_not_hindered()
    {
        Assert.True(count.TryOpen("a", 1));
        Assert.True(count.TryOpen("b", 1));

        Assert.Equal(CircuitRefusal.TooManyOfUser, count.Refuses(1));
        Assert.False(count.TryOpen("c", 1));
        Assert.Null(count.Refuses(2));
    }

    [Fact]
    public void There_are_so_many_windows_in_all_whoever_asks()
    {
        Assert.True(count.TryOpen("a", 1));
        Assert.True(count.TryOpen("b", 2));
        Assert.True(count.TryOpen("c", null));

        Assert.Equal(CircuitRefusal.TooManyInAll, count.Refuses(3));
        Assert.False(count.TryOpen("d", null));
    }

    [Fact]
    public void A_closed_window_gives_its_place_back_once()
    {
        count.TryOpen("a", 1);
        count.TryOpen("b", 1);
        count.Close("a");
        count.Close("a");

        Assert.True(count.TryOpen("c", 1));
        Assert.False(count.TryOpen("d", 1));
    }

    [Fact]
    public void Nobody_slips_in_when_all_come_at_once()
    {
        var wide = new CircuitCount(new(OfUser: 10, InAll: 500));

        var taken = Enumerable.Range(0, 2_000).AsParallel().Count(x => wide.TryOpen($"{x}", x % 100));

        Assert.Equal(500, taken);
    }
}
