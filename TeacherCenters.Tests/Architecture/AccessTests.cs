using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Data;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Browser;

namespace TeacherCenters.Tests.Architecture;

public sealed class AccessTests
{
    /// <summary>Open to anybody, each for a reason: signing in, setting up, checking a document, errors.</summary>
    private static readonly string[] OpenPages =
    [
        "/account/login", "/account/denied", "/setup", "/verify/{Token}", "/not-found", "/error", "/busy",
    ];

    /// <summary>For everybody who is signed in: one's own password and the day's start, which shows only what one may see.</summary>
    private static readonly string[] PagesOfEverybody = ["/", "/account/password"];

    private static readonly string[] OpenEndpoints = ["/health/live", "/health/ready", "/account/logout", "/culture"];

    [Fact]
    public void Every_page_demands_a_right_or_is_known_to_be_open()
    {
        var findings =
            from page in typeof(AppDb).Assembly.GetTypes()
            from route in page.GetCustomAttributes<RouteAttribute>()
            let policies = page.GetCustomAttributes<AuthorizeAttribute>().Select(x => x.Policy).Where(x => x is not null).ToList()
            let open = page.GetCustomAttribute<AllowAnonymousAttribute>() is not null
            where open ? !OpenPages.Contains(route.Template, StringComparer.OrdinalIgnoreCase) : policies.Count == 0 && !PagesOfEverybody.Contains(route.Template)
            select $"{route.Template} ({page.Name})";
        Assert.Equal([], findings.ToList());
    }

    [Fact]
    public void Every_policy_of_a_page_is_a_permission()
    {
        var findings =
            from page in typeof(AppDb).Assembly.GetTypes()
            from authorize in page.GetCustomAttributes<AuthorizeAttribute>()
            where authorize.Policy is not null && !Enum.TryParse<Permission>(authorize.Policy, out _)
            select $"{page.Name}: {authorize.Policy}";
        Assert.Equal([], findings.ToList());
    }

    [Fact]
    public async Task Every_endpoint_demands_a_right_or_is_known_to_be_open()
    {
        await using var host = AppHost.Start();
        var findings =
            from endpoint in Endpoints.Of(host)
            let pattern = endpoint.Route
            where !OpenEndpoints.Contains(pattern)
            where endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().All(x => x.Policy is null)
            select pattern;
        Assert.Equal([], findings.Distinct().ToList());
    }

    /// <summary>Ask for nobody: a document by the token on its paper, and what the settings say to everybody.</summary>
    private static readonly string[] QueriesOfEverybody = ["BoardQueries.TermsAsync", "CertificateQueries.VerifyAsync", "CourseQueries.GatesAsync", "HeadQueries.ReminderMonthsAsync"];

    [Fact]
    public void Every_query_knows_who_asks()
    {
        var findings =
            from type in typeof(AppDb).Assembly.GetTypes()
            where type.Name.EndsWith("Queries", StringComparison.Ordinal) && !type.IsAbstract
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && method.GetParameters().FirstOrDefault()?.ParameterType != typeof(Actor)
            select $"{type.Name}.{method.Name}";
        Assert.Equal(QueriesOfEverybody, findings.Order(StringComparer.Ordinal));
    }

    /// <summary>Files in which no person is named.</summary>
    private static readonly string[] FilesWithoutPeople =
    [
        "/courses.xlsx", "/schools.xlsx", "/events.xlsx", "/assessments/sessions.xlsx", "/assessments/procedures.xlsx", "/attestation/meetings.xlsx", "/reports/targets.xlsx",
        // Says who did what, to the administrator alone.
        "/admin/audit.xlsx",
        // Names rows by their keys.
        "/admin/check.txt",
        // What the authors give to everybody who reads the bank.
        "/practices/{id:int}/files/{fileId:int}",
    ];

    [Fact]
    public async Task Every_file_with_people_in_it_is_written_down_when_it_leaves_the_house()
    {
        await using var host = AppHost.Start();
        var findings =
            from endpoint in Endpoints.Of(host)
            where !OpenEndpoints.Contains(endpoint.Route) && !FilesWithoutPeople.Contains(endpoint.Route)
            where endpoint.Metadata.GetMetadata<ExportLog>() is null
            select endpoint.Route;
        Assert.Equal([], findings.Select(x => $"{x}: add .LogExport(), or say that nobody is named in it").ToList());
    }
}
