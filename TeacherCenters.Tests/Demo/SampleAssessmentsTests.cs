using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Demo;

public sealed class SampleAssessmentsTests
{
    [Fact]
    public async Task The_sample_has_three_hundred_candidates_in_all_states_and_keeps_every_rule()
    {
        await using var store = await TestStore.CreateAsync();
        var accounts = new AccountCommands(store.Store, new PasswordHasher<Account>());

        await new SampleNetwork(store.Store, accounts, store.Root).FillAsync(new SampleSize(People: 700, Events: 2, AsOf: A.Today), new Progress<FillProgress>());

        var counts = await store.ReadAsync(db => db.Set<Assessment>().GroupBy(x => x.Status).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count));
        Assert.Equal(300, counts.Values.Sum());
        Assert.Equal(Enum.GetValues<AssessmentStatus>(), counts.Keys.Order());
        Assert.True(await store.ReadAsync(db => db.Set<Assessment>().AnyAsync(x => x.NeedsThird)));
        foreach (var check in new[] { AssessmentInvariants.SeatsAsync, AssessmentInvariants.AssessorsAsync, (Func<AppDb, FileStore, CancellationToken, Task<IReadOnlyList<Problem>>>)AssessmentInvariants.ResultsAsync })
            Assert.Empty(await store.ReadAsync(db => check(db, store.Files, default)));
    }
}
