using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Tests.Data;

public sealed class StoreTests
{
    [Fact]
    public async Task A_verb_leaves_one_change_set_with_the_rows_before_and_after()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);

        await store.ChangeAsync(async unit => (await unit.Db.Set<Center>().SingleAsync()).City = "Череповец");

        var set = await store.ReadAsync(db => db.ChangeSets.Include(x => x.Rows).OrderBy(x => x.Id).LastAsync());
        var row = Assert.Single(set.Rows);
        Assert.Equal(("Center", center.Id, 2), (row.Kind, row.Key, row.RowVersion));
        Assert.Equal("""{"City":"Вологда"}""", row.Before);
        Assert.Equal("""{"City":"Череповец"}""", row.After);
    }

    [Fact]
    public async Task A_refused_verb_stores_nothing()
    {
        await using var store = await TestStore.CreateAsync();

        var result = await store.Store.WriteAsync(Actor.System, "test", async unit =>
        {
            unit.Db.Add(A.Center());
            await unit.FlushAsync();
            return (Result)new Problem("No");
        });

        result.ShouldRefuse("No");
        Assert.Equal(0, await store.ReadAsync(db => db.Set<Center>().CountAsync()));
        Assert.Equal(0, await store.ReadAsync(db => db.ChangeSets.CountAsync()));
    }

    [Fact]
    public async Task A_form_opened_on_an_older_version_is_refused_with_the_name_of_who_came_first()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        await store.ChangeAsync(async unit => (await unit.Db.Set<Center>().SingleAsync()).City = "Череповец");

        var result = await store.Store.WriteAsync(A.Administrator(), "test", async unit =>
        {
            var row = await unit.Db.Set<Center>().SingleAsync();
            unit.Expect(row, 1);
            row.City = "Тотьма";
            return Result.Done;
        });

        Assert.Equal("Система", result.ShouldRefuse("ChangedByOther").Args[0]);
        Assert.Equal("Череповец", await store.ReadAsync(db => db.Set<Center>().Select(x => x.City).SingleAsync()));
    }

    [Fact]
    public async Task The_history_is_chained_over_digests()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Center());
        await store.AddAsync(A.Center());

        var sets = await store.ReadAsync(db => db.ChangeSets.Include(x => x.Rows).OrderBy(x => x.Id).ToListAsync());

        string? previous = null;
        foreach (var set in sets)
        {
            Assert.Equal(ChangeLog.ContentDigest(set.Rows.OrderBy(x => x.Id)), set.ContentDigest);
            Assert.Equal(ChangeLog.Digest(previous, set.At, set.AccountId, set.Verb, set.ContentDigest), set.Digest);
            previous = set.Digest;
        }
    }

    [Fact]
    public async Task A_verb_inside_a_verb_fails_at_once_instead_of_waiting_for_itself()
    {
        await using var store = await TestStore.CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Store.WriteAsync(Actor.System, "outer",
            async unit => await store.Store.WriteAsync(Actor.System, "inner", _ => Task.FromResult(Result.Done))));

        await store.AddAsync(A.Center());
    }

    [Fact]
    public async Task Numbers_run_without_gaps_through_rollbacks_and_fifty_writers_at_once()
    {
        await using var store = await TestStore.CreateAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
            await store.Store.WriteAsync<int>(Actor.System, "number", async unit =>
            {
                var number = await NumberSeries.NextAsync(unit, "series");
                return i % 5 == 0 ? new Problem("Rolled back") : number;
            })));

        Assert.Equal(Enumerable.Range(1, 40), taken.Where(x => x.Succeeded).Select(x => x.Value).Order());
    }
}
