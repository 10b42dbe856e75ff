using TeacherCenters.Centers;
using TeacherCenters.Data;
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

    [Fact]
    public async Task A_reading_that_fails_is_logged_and_the_page_follows_the_next_change()
    {
        await using var store = await TestStore.CreateAsync();
        var log = new KeptLog();
        var changes = new Changes(log.Of<Changes>());
        var dispatched = new List<Func<Task>>();
        var failures = new Queue<Exception>([new InvalidOperationException("The store is busy."), new OperationCanceledException("Somebody else's end.")]);
        using var live = new LiveReading(changes, _ => true, Later(dispatched), _ => failures.TryDequeue(out var failure) ? throw failure : Task.CompletedTask);

        for (var i = 0; i < 3; i++)
        {
            live.Ask();
            await dispatched[i]();
        }

        Assert.Equal(3, dispatched.Count);
        Assert.Equal(2, log.Lines.Count);
        Assert.Contains(log.Lines, x => x.Contains("The store is busy.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_listener_that_throws_makes_no_done_act_fail_and_leaves_the_others_their_change()
    {
        await using var store = await TestStore.CreateAsync();
        var heard = 0;
        using var broken = store.Changes.Subscribe(_ => throw new InvalidOperationException("A page that is broken."));
        using var sound = store.Changes.Subscribe(_ => heard++);

        await store.AddAsync(A.Center());

        Assert.Equal(1, heard);
    }

    private static Func<Func<Task>, Task> Later(List<Func<Task>> dispatched) => work =>
    {
        dispatched.Add(work);
        return Task.CompletedTask;
    };
}
