using Microsoft.AspNetCore.Authorization;
using TeacherCenters.Reports;
using TeacherCenters.Tests.Architecture;
using TeacherCenters.Tests.Browser;

namespace TeacherCenters.Tests.Reports;

public sealed class ReportListTests
{
    [Fact]
    public async Task Every_list_of_the_program_is_on_the_page_of_reports_with_the_right_that_its_address_demands()
    {
        await using var host = AppHost.Start();
        var given = Endpoints.Of(host).Where(x => x.Route.EndsWith(".xlsx", StringComparison.Ordinal)).Select(x => $"{x.Route} {x.Metadata.GetMetadata<AuthorizeAttribute>()?.Policy}").ToList();
        var lists = ReportList.Upward.Concat(ReportList.Lists).Select(x => $"{x.File} {x.Needs}");
        var ofEvent = ReportList.OfEvent.Select(x => $"{x.File.Replace("{0}", "{id:int}", StringComparison.Ordinal)} {x.Needs}");

        // The workbook of one thing stands on its page; those of events are offered here, too.
        Assert.Equal(given.Where(x => !x.Contains('{', StringComparison.Ordinal)).Order(StringComparer.Ordinal), lists.Order(StringComparer.Ordinal));
        Assert.Empty(ofEvent.Except(given));
    }
}
