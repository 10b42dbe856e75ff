using BenchmarkDotNet.Attributes;
using TeacherCenters.Attendance;
using TeacherCenters.Documents;
using TeacherCenters.Settings;

namespace TeacherCenters.Bench;

/// <summary>The attendance workbook of one event, 60 people x 20 sessions, the library warmed as after the start.</summary>
[Config(typeof(BenchConfig))]
public class WorkbookBench
{
    private AttendancePaperQueries _papers = null!;
    private PaperFacts _facts = null!;
    private int _event;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        var store = await (await BenchStore.OpenAsync()).CopyAsync("workbook");
        _event = await EventFacts.AddAsync(store, 60, 20, marked: true);
        _papers = new AttendancePaperQueries(store.Store, new AttendanceQueries(store.Store, store.Clock));
        DocumentsWarmup.Run();
        _facts = (await _papers.FactsAsync(BenchStore.Administrator, _event))!;
    }

    /// <summary>As the download: the register read and the workbook written.</summary>
    [Benchmark]
    public async Task<int> QueryAndWorkbook() => AttendanceWorkbook.Write(AttendancePapers.Workbook((await _papers.FactsAsync(BenchStore.Administrator, _event))!)).Length;

    [Benchmark]
    public int Workbook() => AttendanceWorkbook.Write(AttendancePapers.Workbook(_facts)).Length;
}
