using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Events;
using TeacherCenters.Kernel;

namespace TeacherCenters.Bench;

/// <summary>What stands against a room and a trainer: asked before a session is saved, and again in the verb.</summary>
[Config(typeof(BenchConfig))]
public class RoomBench
{
    private BookingQueries _bookings = null!;
    private IReadOnlyList<PlannedSession> _wanted = [];
    private int _room;
    private int _trainer;

    /// <summary>Sessions that are wanted at once: one that is moved, or a whole plan.</summary>
    [Params(1, 20)]
    public int Sessions { get; set; }

    [GlobalSetup]
    public async Task OpenAsync()
    {
        var store = await BenchStore.OpenAsync();
        _bookings = new BookingQueries(store.Store);
        await using var db = await store.Store.ReadAsync();
        var busiest = await db.Set<Session>().Where(x => x.RoomId != null).GroupBy(x => x.RoomId).OrderByDescending(g => g.Count()).Select(g => g.Key!.Value).FirstAsync();
        var (room, first) = (busiest, await db.Set<Session>().Where(x => x.RoomId == busiest).OrderByDescending(x => x.Date).Select(x => x.Date).FirstAsync());
        _room = room;
        _trainer = await db.Set<SessionTrainer>().Select(x => x.PersonId).FirstOrDefaultAsync();
        _wanted = [.. Enumerable.Range(0, Sessions).Select(i => new PlannedSession(first.AddDays(-i), new TimeOnly(9, 0), new TimeOnly(12, 0), 4))];
    }

    [Benchmark]
    public Task<IReadOnlyList<Problem>> Conflicts() => _bookings.ConflictsAsync(BenchStore.Administrator, _room, [_trainer], _wanted);
}
