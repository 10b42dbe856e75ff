using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Assessments;

/// <summary>The last seat of a slot, and its twin with the protection off, which must go wrong: else the test would prove nothing.</summary>
public sealed class SlotRaceTests
{
    private const int Clicks = 12;

    [Fact]
    public async Task The_last_seat_goes_to_one_of_many_who_book_at_once()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store, seats: 1);
        var candidates = await WaitingAsync(of);

        var results = await Task.WhenAll(candidates.Select(id => Task.Run(() => of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id]))));

        Assert.Single(results, x => x.Succeeded);
        Assert.All(results.Where(x => !x.Succeeded), x => x.ShouldRefuse("SlotIsFull"));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task The_twin_that_counts_before_the_transaction_and_without_the_counter_overbooks()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store, seats: 1);
        var candidates = await WaitingAsync(of);
        // All have counted before the first writes: what a pause between check and write does.
        using var allHaveCounted = new Barrier(Clicks);

        await Task.WhenAll(candidates.Select(id => Task.Factory.StartNew(() => NaiveAsync(of, id, allHaveCounted).GetAwaiter().GetResult(), TaskCreationOptions.LongRunning)));

        Assert.Contains(await of.WrongAsync(), x => x.Key == "Found_SlotSeats" && x.Args[2] is Clicks && x.Args[3] is 1);
    }

    [Fact]
    public async Task The_store_itself_refuses_a_seat_too_many()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store, seats: 1);

        await Assert.ThrowsAsync<DbUpdateException>(() => store.ChangeAsync(async unit => (await unit.Db.Set<AssessmentSlot>().SingleAsync(x => x.Id == of.SlotId)).ChangeSeats(2)));
    }

    private static async Task<List<int>> WaitingAsync(AssessedSession of)
    {
        var ids = new List<int>();
        for (var i = 0; i < Clicks; i++) ids.Add(await of.CheckedAsync(await of.PersonAsync($"Иванова{(char)('а' + i)}")));
        return ids;
    }

    private static async Task NaiveAsync(AssessedSession of, int id, Barrier allHaveCounted)
    {
        var held = await of.Store.ReadAsync(db => db.Set<Assessment>().CountAsync(x => x.SlotId == of.SlotId));
        allHaveCounted.SignalAndWait();
        if (held < 1) await of.Store.ChangeAsync(unit => unit.Db.Database.ExecuteSqlAsync($"UPDATE Assessments SET SlotId = {of.SlotId}, Status = 'Booked' WHERE Id = {id}"));
    }
}
