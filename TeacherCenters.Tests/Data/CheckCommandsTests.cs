using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Browser;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Data;

public sealed class CheckCommandsTests
{
    [Fact]
    public async Task A_check_tells_how_far_it_is_what_it_found_and_stands_in_the_log()
    {
        await using var store = await TestStore.CreateAsync();
        var checks = Checks(store, new("a", (_, _, _) => Answer()), new("b", (_, _, _) => Answer(new Problem("Found_OwnTutor", 5), new Problem("Found_OwnTutor", 6))));
        var done = new List<int>();
        checks.Changed += () => done.Add(checks.Last!.Done);

        Assert.Equal(2, (await checks.RunAsync(A.Administrator())).ShouldSucceed());

        Assert.Equal([0, 1, 2, 2], done);
        Assert.Equal((2, new DateTime(2026, 11, 23, 12, 0, 0)), (checks.Last!.Findings, checks.Last.FinishedAt!.Value));
        Assert.Equal(("store.check-found", "2"), await store.ReadAsync(async db => await db.ChangeSets.Select(x => new ValueTuple<string, string?>(x.Verb, x.Note)).SingleAsync()));
    }

    [Fact]
    public async Task What_cannot_be_looked_at_is_a_finding_and_the_rest_is_looked_at_all_the_same()
    {
        await using var store = await TestStore.CreateAsync();
        var checks = Checks(store, new("a", (_, _, _) => throw new InvalidOperationException("database disk image is malformed")), new("b", (_, _, _) => Answer()));

        Assert.Equal(1, (await checks.RunAsync(A.Administrator())).ShouldSucceed());

        Assert.Equal(new Problem("Check_Unread", "database disk image is malformed"), Assert.Single(checks.Last!.Lines[0].Findings!));
        Assert.Empty(checks.Last.Lines[1].Findings!);
    }

    [Fact]
    public async Task One_check_runs_at_a_time_and_for_administrators_only()
    {
        await using var store = await TestStore.CreateAsync();
        var held = new TaskCompletionSource<IReadOnlyList<Problem>>();
        var checks = Checks(store, new Invariant("a", (_, _, _) => held.Task));

        await Assert.ThrowsAsync<MissingRightException>(() => checks.RunAsync(A.Coordinator(1)));
        var first = checks.RunAsync(A.Administrator());
        (await checks.RunAsync(A.Administrator())).ShouldRefuse("CheckRuns");
        held.SetResult([]);

        (await first).ShouldSucceed();
        (await checks.RunAsync(A.Administrator())).ShouldSucceed();
    }

    [Fact]
    public async Task Every_invariant_is_told_in_words()
    {
        await using var host = AppHost.Start();
        var missing = host.Services.GetServices<Invariant>().Select(x => SettingsTexts.InvariantKey(x.Name)).Where(x => ProblemTexts.Find(x) is null);

        Assert.True(!missing.Any(), "Write into the …Text.resx of the feature what the invariant looks at: " + string.Join(", ", missing));
    }

    private static CheckCommands Checks(TestStore store, params Invariant[] invariants) => new(store.Store, store.Files, invariants, store.Clock, NullLogger<CheckCommands>.Instance);

    private static Task<IReadOnlyList<Problem>> Answer(params Problem[] findings) => Task.FromResult<IReadOnlyList<Problem>>(findings);
}
