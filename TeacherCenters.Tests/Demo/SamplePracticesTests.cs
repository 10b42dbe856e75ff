using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Kernel;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Demo;

public sealed class SamplePracticesTests
{
    [Fact]
    public async Task The_bank_of_the_sample_stands_in_all_statuses_keeps_every_rule_and_is_the_same_each_time()
    {
        var (first, second) = (await BankAsync(), await BankAsync());

        Assert.Equal(25, first.Count);
        Assert.Equal(Enum.GetValues<PracticeStatus>(), first.Select(x => x.Status).Distinct().Order());
        Assert.Equal(first.Select(x => x.ToString()), second.Select(x => x.ToString()));
    }

    private static async Task<List<(string Title, PracticeStatus Status, int CenterId, DateOnly ProposedOn, string Authors, string Files, int Showings)>> BankAsync()
    {
        await using var store = await TestStore.CreateAsync();
        await new SampleNetwork(store.Store, new AccountCommands(store.Store, new PasswordHasher<Account>()), store.Root).FillAsync(new SampleSize(People: 300, Events: 10, AsOf: A.Today), new Progress<FillProgress>());
        foreach (var check in new Func<AppDb, FileStore, CancellationToken, Task<IReadOnlyList<Problem>>>[] { PracticeInvariants.FilesAsync, PracticeInvariants.PublishedAsync, PracticeInvariants.AuthorsAsync })
            Assert.Empty(await store.ReadAsync(db => check(db, store.Files, default)));
        Assert.True(await store.ReadAsync(db => db.Set<PracticeShowing>().AnyAsync()));
        var rows = await store.ReadAsync(db => db.Set<Practice>().Include(x => x.Authors).Include(x => x.Showings).OrderBy(x => x.Id).ToListAsync());
        var files = (await store.ReadAsync(db => db.Set<AttachedFile>().OrderBy(x => x.Id).ToListAsync())).ToLookup(x => x.OwnerId, x => $"{x.Name} {x.Hash}");
        Assert.NotEmpty(files);
        return rows.ConvertAll(x => (x.Title, x.Status, x.CenterId, x.ProposedOn, string.Join(" ", x.Authors.OrderBy(a => a.Order).Select(a => a.PersonId)), string.Join(" ", files[x.Id]), x.Showings.Count));
    }
}
