using BenchmarkDotNet.Attributes;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Bench;

/// <summary>People search as one types: half a million people against five thousand, in one run.</summary>
[Config(typeof(BenchConfig))]
public class SearchBench
{
    private PeopleQueries _few = null!;
    private PeopleQueries _many = null!;
    private Actor _actor = null!;

    /// <summary>A rare prefix, a common one, single letters, and pairs: common words that meet often, seldom, never; and three words.</summary>
    [Params("щукин", "иван", "а", "и", "щ", "ИВАНОВА мар", "александр мария", "мария ольга", "е а", "мария петровна щ")]
    public string Text { get; set; } = "";

    /// <summary>Who asks: the whole network, or one center with half of the people.</summary>
    [Params("network", "center")]
    public string Who { get; set; } = "";

    [GlobalSetup]
    public async Task OpenAsync()
    {
        var (few, many) = (await BenchStore.OpenAsync(), await BenchStore.OpenAsync(500_000));
        (_few, _many) = (new PeopleQueries(few.Store, few.Clock), new PeopleQueries(many.Store, many.Clock));
        _actor = Who == "network" ? BenchStore.Administrator : new Actor(2, "Координатор", [new Grant(Role.Coordinator, 1)]);
    }

    [Benchmark(Baseline = true)]
    public Task<IReadOnlyList<PersonHit>> Of5000() => _few.SearchAsync(_actor, Text);

    [Benchmark]
    public Task<IReadOnlyList<PersonHit>> Of500000() => _many.SearchAsync(_actor, Text);
}
