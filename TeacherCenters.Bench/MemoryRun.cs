using System.Diagnostics;
using TeacherCenters.Certificates;
using TeacherCenters.Documents;

namespace TeacherCenters.Bench;

/// <summary>Peak of the working set above the idle process. Each job runs in a process of its own: what one leaves behind would be the next one's idle.</summary>
internal static class MemoryRun
{
    private static readonly string[] Names = ["list-5000", "list-100000", "list-500000", "certificates-1000", "certificates-1000-bare"];

    public static int All()
    {
        Console.WriteLine("| job | idle, MB | peak above idle, MB | file, MB | s |\n|---|---|---|---|---|");
        foreach (var name in Names)
        {
            using var process = Process.Start(Path.Combine(AppContext.BaseDirectory, "TeacherCenters.Bench"), ["memory", name]);
            process.WaitForExit();
            if (process.ExitCode != 0) return process.ExitCode;
        }
        return 0;
    }

    public static async Task<int> OneAsync(string name)
    {
        Func<Task<long>> job = name.Split('-') switch
        {
            ["list", var rows] => await ListAsync(int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture)),
            ["certificates", _] => () => Task.FromResult((long)CertificatePdfs.Draw(CertificateBench.Snapshots).Length),
            ["certificates", _, "bare"] => () => Task.FromResult(BareCertificates.Draw(CertificateBench.Snapshots).Length),
            _ => throw new ArgumentException($"There is no job {name}: {string.Join(", ", Names)}."),
        };
        // What the program has loaded by itself when somebody asks for the first document.
        DocumentsWarmup.Run();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var (idle, peak, done) = (Environment.WorkingSet, 0L, false);
        var watcher = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                peak = Math.Max(peak, Environment.WorkingSet);
                Thread.Sleep(2);
            }
        });
        watcher.Start();
        var time = Stopwatch.StartNew();
        var bytes = await job();
        time.Stop();
        Volatile.Write(ref done, true);
        watcher.Join();
        Console.WriteLine(FormattableString.Invariant($"| {name} | {idle >> 20} | {Math.Max(0, peak - idle) >> 20} | {bytes / 1048576.0:0.0} | {time.Elapsed.TotalSeconds:0.0} |"));
        return 0;
    }

    private static async Task<Func<Task<long>>> ListAsync(int rows)
    {
        var bench = new ListBench { Rows = rows };
        await bench.OpenAsync();
        return bench.WriteAsync;
    }
}
