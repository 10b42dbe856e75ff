using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Demo;

public sealed class SampleAttestationTests
{
    [Fact]
    public async Task The_sample_has_heads_in_all_states_and_at_all_stages_and_keeps_every_rule()
    {
        await using var store = await TestStore.CreateAsync();

        await FillAsync(store);

        var heads = new HeadQueries(store.Store, store.Clock);
        var counts = await heads.CountsAsync(A.Administrator(), new());
        Assert.Equal(100, counts.States.Values.Sum());
        Assert.Equal(Enum.GetValues<TermState>(), counts.States.Keys.Order());
        Assert.Equal(Enum.GetValues<HeadStage>(), counts.Stages.Keys.Order());
        Assert.Equal(counts.States[TermState.Due], (await heads.ListAsync(A.Administrator(), new() { Due = 6 }, new())).Total);
        foreach (var group in new[] { HeadGroup.Candidate, HeadGroup.Former }) Assert.NotEmpty((await heads.ListAsync(A.Administrator(), new() { Group = group }, new())).Items);
        var decisions = await store.ReadAsync(db => db.Set<HeadAttestation>().Where(x => x.Decision != null).Select(x => x.Decision!.Value).Distinct().ToListAsync());
        Assert.Equal(Enum.GetValues<AttestationDecision>(), decisions.Order());
        Assert.Equal(Enum.GetValues<AttestationStatus>(), (await store.ReadAsync(db => db.Set<HeadAttestation>().Select(x => x.Status).Distinct().ToListAsync())).Order());
        Assert.Equal(Enum.GetValues<MeetingState>(), (await new MeetingQueries(store.Store, store.Clock).CountsAsync(A.Administrator(), new())).Keys.Order());
        foreach (var check in new[] { AttestationInvariants.MeetingsAsync, (Func<AppDb, FileStore, CancellationToken, Task<IReadOnlyList<Problem>>>)AttestationInvariants.TermsAsync })
            Assert.Empty(await store.ReadAsync(db => check(db, store.Files, default)));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_heads()
    {
        await using var one = await TestStore.CreateAsync();
        await using var two = await TestStore.CreateAsync();
        await FillAsync(one);
        await FillAsync(two);

        static async Task<List<string>> RowsAsync(TestStore store) =>
            [.. (await new HeadQueries(store.Store, store.Clock).AllAsync(A.Administrator(), new())).Select(x => $"{x.PersonKey} {x.ValidTo} {x.MeetingOn} {x.School}")];
        Assert.Equal(await RowsAsync(one), await RowsAsync(two));
    }

    private static Task<IReadOnlyList<HandedOutAccount>> FillAsync(TestStore store) =>
        new SampleNetwork(store.Store, new AccountCommands(store.Store, new PasswordHasher<Account>()), store.Root).FillAsync(new SampleSize(People: 1_200, Events: 1, AsOf: A.Today), new Progress<FillProgress>());
}
