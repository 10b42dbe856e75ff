using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Attendance;
using TeacherCenters.Certificates;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Desk;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Practices;
using TeacherCenters.Reports;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Ui;

/// <summary>The pages of lists, each opened over a small network with few rows on the page and over a large one with many.</summary>
public sealed class PageCommandsTests(PageCommandsTests.Networks networks) : IClassFixture<PageCommandsTests.Networks>
{
    /// <summary>Pages that show as many rows whatever the network holds: what they count must still cost no more.</summary>
    private static readonly string[] FixedPages = ["/assessments/scoring", "/centers", "/reports", "/reports/targets", "/reports/targets/plan"];

    /// <summary>Today has a test of its own, the calendar's board does not draw without a browser, the others list nothing of the network.</summary>
    private static readonly string[] OtherPages = ["/", "/calendar", "/setup/done", "/account/password", "/admin/audit", "/admin/settings", "/admin/store", "/admin/users"];

    /// <summary>All pages with an address of their own: a new one is looked at without being named here.</summary>
    public static TheoryData<string> Pages { get; } = [.. from page in typeof(AppDb).Assembly.GetTypes()
                                                          where page.GetCustomAttribute<AllowAnonymousAttribute>() is null
                                                          from route in page.GetCustomAttributes<RouteAttribute>()
                                                          where !route.Template.Contains('{', StringComparison.Ordinal) && !OtherPages.Contains(route.Template)
                                                          orderby route.Template
                                                          select route.Template];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_gives_the_store_as_many_commands_for_many_rows_as_for_few(string address)
    {
        var few = await OpenAsync(networks.Small, rows: 5, address);
        var many = await OpenAsync(networks.Large, rows: 100, address);

        Assert.Equal(few.Commands, many.Commands);
        Assert.InRange(few.Commands, 1, 20);
        if (FixedPages.Contains(address)) Assert.Equal(few.Rows, many.Rows);
        else Assert.True(few.Rows < many.Rows, $"{few.Rows} and {many.Rows} rows compare nothing");
    }

    private static async Task<(int Commands, int Rows)> OpenAsync(TestStore store, int rows, string address)
    {
        var page = typeof(AppDb).Assembly.GetTypes().Single(x => x.GetCustomAttributes<RouteAttribute>().Any(r => r.Template == address));
        await using var screens = new Screens(store, A.Administrator(), rooms => rooms
            .AddCourses().AddEvents().AddEnrollments().AddAttendance().AddCompletion().AddMentoring().AddTutoring().AddInternships()
            .AddAssessments().AddAttestation().AddCertificates().AddPractices().AddReports().AddDesk());
        screens.Context.RenderTree.Add<CascadingValue<Look>>(x => x.Add(y => y.Value, new Look(Rows: rows)));
        screens.Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var shown = 0;
        var commands = await store.CommandsAsync(async () =>
        {
            var drawn = screens.Context.Render(builder =>
            {
                builder.OpenComponent(0, page);
                builder.CloseComponent();
            });
            // Nothing tells that a page has read all it wants: it has when it has asked for nothing for a while.
            while (await store.CommandsAsync(() => Task.Delay(200)) > 0) continue;
            shown = drawn.FindAll("tbody tr, .board-card, .board-list > div").Count;
        });
        return (commands, shown);
    }

    public sealed class Networks : IAsyncLifetime
    {
        public TestStore Small { get; private set; } = null!;

        public TestStore Large { get; private set; } = null!;

        public async Task InitializeAsync() => (Small, Large) = (await FillAsync(new(People: 60, Events: 2, Pairs: 3, AsOf: A.Today)), await FillAsync(new(People: 700, Events: 24, AsOf: A.Today)));

        public async Task DisposeAsync()
        {
            await Small.DisposeAsync();
            await Large.DisposeAsync();
        }

        private static async Task<TestStore> FillAsync(SampleSize size)
        {
            var store = await TestStore.CreateAsync();
            await new SampleNetwork(store.Store, new AccountCommands(store.Store, new PasswordHasher<Account>()), store.Root).FillAsync(size, new Progress<FillProgress>());
            return store;
        }
    }
}
