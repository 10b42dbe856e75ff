using BenchmarkDotNet.Attributes;
using MiniExcelLibs;
using TeacherCenters.Documents;
using TeacherCenters.People;

namespace TeacherCenters.Bench;

/// <summary>A bulk list of 30 columns: ours against the bare library, both fed by the program's query of people and written to a file.</summary>
[Config(typeof(BenchConfig))]
public class ListBench
{
    private static readonly TableColumn<PersonRow>[] Columns = [.. Enumerable.Range(0, 5).SelectMany(i => new TableColumn<PersonRow>[]
    {
        new($"Фамилия {i}", 20, x => x.FamilyName), new($"Имя и отчество {i}", 30, x => x.GivenName + " " + x.Patronymic), new($"Дата рождения {i}", 12, x => x.BirthDate, TableFormat.Date),
        new($"Школа {i}", 40, x => x.Work?.School), new($"Должность {i}", 30, x => x.Work?.Position), new($"Номер {i}", 10, x => x.Id),
    })];

    private PeopleQueries _people = null!;

    [Params(5_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public async Task OpenAsync()
    {
        var store = await BenchStore.OpenAsync(Rows);
        _people = new PeopleQueries(store.Store, store.Clock);
    }

    /// <summary>The library as its front page shows it.</summary>
    [Benchmark(Baseline = true)]
    public void BareMiniExcel()
    {
        using var file = Temporary();
        MiniExcel.SaveAs(file, All().Select(Flat.Of).ToBlockingEnumerable(), sheetName: "Педагоги");
    }

    [Benchmark]
    public Task Ours() => WriteAsync();

    /// <returns>Bytes of the file.</returns>
    internal async Task<long> WriteAsync()
    {
        await using var file = Temporary();
        await TableExport.WriteAsync(file, "Педагоги", Columns, All());
        return file.Length;
    }

    private IAsyncEnumerable<PersonRow> All() => _people.AllAsync(BenchStore.Administrator, new PersonFilter());

    private static FileStream Temporary() =>
        new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);

    /// <summary>A row as the bare library likes it best: a property a column.</summary>
    private sealed record Flat(
        string A0, string B0, DateTime? C0, string? D0, string? E0, int F0, string A1, string B1, DateTime? C1, string? D1, string? E1, int F1,
        string A2, string B2, DateTime? C2, string? D2, string? E2, int F2, string A3, string B3, DateTime? C3, string? D3, string? E3, int F3,
        string A4, string B4, DateTime? C4, string? D4, string? E4, int F4)
    {
        public static Flat Of(PersonRow x)
        {
            var (a, b, c, d, e, f) = (x.FamilyName, x.GivenName + " " + x.Patronymic, x.BirthDate?.ToDateTime(TimeOnly.MinValue), x.Work?.School, x.Work?.Position, x.Id);
            return new(a, b, c, d, e, f, a, b, c, d, e, f, a, b, c, d, e, f, a, b, c, d, e, f, a, b, c, d, e, f);
        }
    }
}
