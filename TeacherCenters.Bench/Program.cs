using BenchmarkDotNet.Running;
using TeacherCenters.Bench;
using TeacherCenters.Bench.Pictures;

return args switch
{
    ["figures", .. var rest] => Figures.Run(rest),
    ["memory"] => MemoryRun.All(),
    ["memory", var name] => await MemoryRun.OneAsync(name),
    ["register"] => await RegisterRun.RunAsync(),
    ["pictures", .. var rest] => await PicturesRun.RunAsync(rest),
    ["pages"] => await PagesRun.RunAsync(),
    ["--help" or "-h"] => Help(),
    _ => BenchmarkSwitcher.FromAssembly(typeof(BenchConfig).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args).Any() ? 0 : 2,
};

static int Help()
{
    Console.WriteLine(
        """
        Without a verb the arguments are BenchmarkDotNet's: --filter *Search*, --list flat.
          figures [--filter …]   runs the benchmarks and prints each figure beside its bound
          memory                 peak memory above the idle process, each job in a process of its own
          register               the register in a browser: first show and key press
          pages                  every page and download of the menu over the sample network: time, queries
          pictures [--only …]    takes the pictures of the guides into docs/pictures, from the sample network as of 18.11.2026
        Stores are made once and kept in the folder teachercenters-bench of the temporary files; delete it to make them anew.
        """);
    return 0;
}
