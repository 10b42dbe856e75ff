using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Documents;
using TeacherCenters.Enrollments;
using TeacherCenters.Reports;
using TeacherCenters.Security;
using TeacherCenters.Tests.Access;
using TeacherCenters.Tests.Architecture;
using TeacherCenters.Tests.Browser;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Reports;

public sealed partial class ExportOrderTests
{
    /// <summary>Their rows stand in one order only.</summary>
    private static readonly string[] Unsorted = ["/reports/targets.xlsx", "/admin/audit.xlsx"];

    [Fact]
    public async Task The_file_of_every_list_follows_each_column_that_the_list_is_sorted_by()
    {
        await using var host = new AppHost { Time = new FakeTimeProvider(new(A.Today.ToDateTime(new(9, 0)), TimeSpan.Zero)) };
        host.StartServer();
        await host.Services.GetRequiredService<SampleNetwork>().FillAsync(new SampleSize(People: 400, Events: 12, AsOf: A.Today, Pairs: 40), new Progress<FillProgress>());
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        var ofEvent = await db.Set<Enrollment>().GroupBy(x => x.EventId).OrderByDescending(x => x.Count()).Select(x => x.Key).FirstAsync();
        // All came in by one order; a second one shows that the column sorts.
        (await host.Services.GetRequiredService<Store>().WriteAsync(Actor.System, "test.facts", async unit =>
        {
            (await unit.Db.Set<Enrollment>().FirstAsync(x => x.EventId == ofEvent)).OrderNumber = "1-второй";
            return TeacherCenters.Kernel.Result.Done;
        })).ShouldSucceed();
        var administrator = await db.Users.FirstAsync(x => x.Grants.Any(g => g.Role == Role.Administrator));
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        client.DefaultRequestHeaders.Add("Cookie", await SignedIn.CookieAsync(host, administrator));

        var lists = Lists().ToList();
        var wrong = new List<string>();
        foreach (var (file, columns) in lists.Where(x => !Unsorted.Contains(x.File)))
        {
            var address = file.Replace("{EventId}", ofEvent.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            foreach (var column in columns)
            {
                if (await RowsAsync($"{address}?sort={column}") == await RowsAsync($"{address}?sort={column}&desc=1")) wrong.Add($"{file}: {column}");
            }
        }

        Assert.Equal([], wrong);
        // A file without a list, or with a list that this does not recognise, would go unasked.
        var files = ReportList.Upward.Concat(ReportList.Lists).Select(x => x.File).Append("/events/{EventId}/participants.xlsx");
        Assert.Equal(files.Except(Unsorted).Order(StringComparer.Ordinal), lists.Select(x => x.File).Order(StringComparer.Ordinal));

        async Task<string> RowsAsync(string address) => string.Join('\n', WorkbookReader.Read(await client.GetByteArrayAsync(address), WorkbookLimits.Default with { Rows = 100_000, Cells = 10_000_000 }).Require().Sheets[0].Rows.Select(x => string.Join('|', x.Cells.Select(c => c.Text))));
    }

    /// <summary>The files of the program's lists with the names of the columns that sort them, as the pages say it.</summary>
    private static IEnumerable<(string File, IReadOnlyList<string> Columns)> Lists()
    {
        var code = Sources.Files("*.razor.cs").ToDictionary(x => x.Path, x => x.Text);
        foreach (var (path, text) in Sources.Files("*.razor"))
        {
            if (!text.Contains("<ServerGrid", StringComparison.Ordinal)) continue;
            var columns = SortName().Matches(text).Select(x => x.Groups[1].Value).Distinct().ToList();
            var file = FileName().Match(text + code.GetValueOrDefault(path + ".cs"));
            if (file.Success && columns.Count > 0) yield return (file.Groups[1].Value, columns);
        }
    }

    [GeneratedRegex(@" Sort=""(?:@nameof\(\w+\.)?(\w+)\)?""")]
    private static partial Regex SortName();

    [GeneratedRegex(@"""(/[a-zA-Z/{}]+\.xlsx)")]
    private static partial Regex FileName();
}
