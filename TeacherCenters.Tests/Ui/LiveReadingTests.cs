using TeacherCenters.Centers;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Ui;

public sealed class LiveReadingTests
{
    [Fact]
    public async Task Many_changes_are_read_once_and_what_comes_while_reading_once_more()
    {
        await using var store = await TestStore.CreateAsync();
        var (reads, dispatched) = (0, new List<Func<Task>>());
        using var live = new LiveReading(store.Changes, x => x.Kind == nameof(Center), Later(dispatched), async _ =>
        {
            // Somebody changes something while the page is being read for the first time.
            if (++reads == 1) await store.AddAsync(A.Center());
        });

        for (var i = 0; i < 3; i++) await store.AddAsync(A.Center());
        await Assert.Single(dispatched)();

        Assert.Equal(2, reads);
        Assert.Single(dispatched);
        await store.AddAsync(A.Municipality());
        Assert.Single(dispatched);
        await store.AddAsync(A.Center());
        Assert.Equal(2, dispatched.Count);
    }

    [Fact]
    public async Task A_page_that_was_left_reads_no_more()
    {
        await using var store = await TestStore.CreateAsync();
        var (reads, dispatched) = (0, new List<Func<Task>>());
        var live = new LiveReading(store.Changes, _ => true, Later(dispatched), _ => Task.FromResult(++reads));
        await store.AddAsync(A.Center());

        live.Dispose();
        await store.AddAsync(A.Center());
        await Assert.Single(dispatched)();

        Assert.Equal(0, reads);
    }

    private static Func<Func<Task>, Task> Later(List<Func<Task>> dispatched) => work =>
    {
        dispatched.Add(work);
        return Task.CompletedTask;
    };
}
