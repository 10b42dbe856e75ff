using Microsoft.AspNetCore.Authorization;
using TeacherCenters.Reports;
using TeacherCenters.Tests.Architecture;
using TeacherCenters.Tests.Browser;

namespace TeacherCenters.Tests.Reports;

public sealed class ReportListTests
{
    /// <summary>Not reports: what an import refused, and the card of one practice, which stands on its page.</summary>
    private static readonly string[] Elsewhere = ["/events/{id:int}/import/{key:guid}/refused.xlsx", "/practices/{id:int}/card.xlsx"];

    [Fact]
    public async Task Every_workbook_of_the_program_is_on_the_page_of_reports_with_the_right_that_its_address_demands()
    {
        await using var host = AppHost.Start();
        var known = ReportList.Upward.Concat(ReportList.Lists).Concat(ReportList.OfEvent).Select(x => $"{x.File.Replace("{0}", "{id:int}", StringComparison.Ordinal)} {x.Needs}");
        var given = Endpoints.Of(host).Where(x => x.Route.EndsWith(".xlsx", StringComparison.Ordinal) && !Elsewhere.Contains(x.Route))
            .Select(x => $"{x.Route} {x.Metadata.GetMetadata<AuthorizeAttribute>()?.Policy}");

        Assert.Equal(given.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }
}
