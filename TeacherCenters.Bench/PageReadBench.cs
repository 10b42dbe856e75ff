using BenchmarkDotNet.Attributes;
using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Certificates;
using TeacherCenters.Desk;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Reports;
using TeacherCenters.Settings;

namespace TeacherCenters.Bench;

/// <summary>What the server reads for the heaviest pages over the sample network, as administrator.</summary>
[Config(typeof(BenchConfig))]
public class PageReadBench
{
    private TodayQueries _today = null!;
    private TargetQueries _targets = null!;
    private HeadQueries _heads = null!;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        var bench = await BenchStore.OpenAsync();
        var (store, clock) = (bench.Store, bench.Clock);
        _heads = new(store, clock);
        _targets = new(store, clock);
        _today = new(store, new EventQueries(store, clock), new ScoringQueries(store), new ToIssueQueries(store, clock), _heads, new MeetingQueries(store, clock), clock);
    }

    [Benchmark]
    public async Task<int> Today() => (await _today.ReadAsync(BenchStore.Administrator, null)).Waiting.Count;

    [Benchmark]
    public async Task<int> Targets() => (await _targets.BoardAsync(BenchStore.Administrator, new TargetFilter())).Municipalities.Count;

    [Benchmark]
    public async Task<int> Attestation() => (await _heads.ListAsync(BenchStore.Administrator, new HeadFilter(), new PageRequest(0, 50))).Total;
}
