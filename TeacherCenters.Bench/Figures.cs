using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace TeacherCenters.Bench;

/// <summary>All benchmarks, and their medians beside the bounds they are held to.</summary>
internal static class Figures
{
    private sealed record Line(string What, double Median, double? Baseline, double? Milliseconds, double? Ratio)
    {
        private double? Times => Median / Baseline;

        private bool Holds => !(Median > Milliseconds) && !(Times > Ratio);

        private bool IsBound => Milliseconds is not null || Ratio is not null;

        public override string ToString() => FormattableString.Invariant(
            $"| {What} | {Median:0.00} | {Baseline:0.00} | {Times:0.00} | {Bound} | {(IsBound ? Holds ? "yes" : "NO" : "")} |");

        private string Bound => Milliseconds is { } ms ? FormattableString.Invariant($"{ms} ms") : Ratio is { } ratio ? FormattableString.Invariant($"{ratio} x") : "";
    }

    public static int Run(string[] arguments)
    {
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchConfig).Assembly).Run(arguments.Length == 0 ? ["--filter", "*"] : arguments).ToList();
        Console.WriteLine("\n| what | median, ms | baseline, ms | ratio | bound | holds |\n|---|---|---|---|---|---|");
        foreach (var line in summaries.SelectMany(Lines)) Console.WriteLine(line);
        return summaries.Count == 0 ? 2 : 0;
    }

    private static IEnumerable<Line> Lines(Summary summary)
    {
        foreach (var group in summary.Reports.Where(r => r.ResultStatistics is not null).GroupBy(r => r.BenchmarkCase.Parameters.DisplayInfo))
        {
            var baseline = group.FirstOrDefault(r => r.BenchmarkCase.Descriptor.Baseline);
            foreach (var report in group.Where(r => r != baseline))
            {
                var descriptor = report.BenchmarkCase.Descriptor;
                var (milliseconds, ratio) = Bound(descriptor.Type.Name, descriptor.WorkloadMethod.Name);
                yield return new($"{descriptor.Type.Name}.{descriptor.WorkloadMethod.Name} {group.Key}".Trim(), Median(report), baseline is null ? null : Median(baseline), milliseconds, ratio);
            }
        }
    }

    /// <summary>Milliseconds, or how many times the baseline.</summary>
    private static (double? Milliseconds, double? Ratio) Bound(string type, string method) => (type, method) switch
    {
        (nameof(WorkbookBench), nameof(WorkbookBench.QueryAndWorkbook)) => (300, null),
        (nameof(PageReadBench), _) => (200, null),
        (nameof(ListBench), _) or (nameof(CertificateBench), _) => (null, 1.5),
        (nameof(SearchBench), _) => (null, 3),
        _ => (null, null),
    };

    private static double Median(BenchmarkReport report) => report.ResultStatistics!.Median / 1e6;
}
