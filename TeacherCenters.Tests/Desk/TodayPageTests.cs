using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCenters.Data;
using TeacherCenters.Desk;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Reports;
using TeacherCenters.Security;
using TeacherCenters.Tests.Assessments;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Desk;

public sealed class TodayPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_coordinator_finds_the_register_of_today_and_the_applications_one_click_away()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var (of, person) = (A.Event(center, starts: A.Today), A.Person());
        await store.AddAsync(of, person);
        await store.AddAsync(A.Session(of), A.Session(of, A.Today.AddDays(1)), A.Enrollment(of, person, EnrollmentStatus.Applied));
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(store);

        var page = Show(screen, A.Coordinator(center.Id));

        page.WaitForAssertion(() => Assert.Equal($"/events/{of.Id}?tab=register", page.Find(".today-now li a").GetAttribute("href")), Patience);
        Assert.Equal("Завтра", page.Find(".today-next h3").TextContent);
        var waiting = page.Find("[data-wait=Applications]");
        Assert.Equal("1Решить по заявкам", waiting.QuerySelector("h3 a")!.TextContent);
        Assert.Equal("/events?waits=Applications", waiting.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Equal($"/events/{of.Id}?tab=participants", waiting.QuerySelector("li a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_event_that_has_begun_unopened_stands_under_a_heading_that_is_true_of_it()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        await store.AddAsync(A.Event(center, EventStatus.Announced, starts: A.Today.AddDays(-3)), A.Event(center, EventStatus.Announced, starts: A.Today.AddDays(3)));
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(store);

        var page = Show(screen, A.Coordinator(center.Id));

        page.WaitForAssertion(() => Assert.Equal("2Набор не открыт: начало прошло или близко", page.Find("[data-wait=Opening] h3 a").TextContent), Patience);
    }

    [Fact]
    public async Task What_somebody_else_has_mended_goes_by_itself()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var (of, person) = (A.Event(center, starts: A.Today), A.Person());
        await store.AddAsync(of, person);
        var application = A.Enrollment(of, person, EnrollmentStatus.Applied);
        await store.AddAsync(application);
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(store);
        var page = Show(screen, A.Coordinator(center.Id));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-wait=Applications]")), Patience);

        await store.ChangeAsync(async unit => (await unit.Db.FindAsync<Enrollment>(application.Id))!.MoveTo(EnrollmentStatus.Declined, unit.Now).ShouldSucceed());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-wait=Applications]")), Patience);
    }

    [Fact]
    public async Task An_assessor_finds_the_points_to_give()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        await of.CameAsync();
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(store);

        var page = Show(screen, of.Assessor(0));

        page.WaitForAssertion(() => Assert.Equal($"/assessments/scoring/{of.SessionId}", page.Find("[data-wait=Scoring] li a").GetAttribute("href")), Patience);
        Assert.Equal($"/assessments/scoring/{of.SessionId}", page.Find(".today-now li a").GetAttribute("href"));
        Assert.Contains("Независимая оценка", page.Find(".today-now li").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Viewer, "У вас доступ для просмотра")]
    [InlineData(Role.Clerk, "Всё сделано, ничего не ждёт.")]
    [InlineData(Role.Assessor, "Всё сделано, ничего не ждёт.")]
    public async Task Who_has_nothing_to_do_is_told_so(Role role, string told)
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(store);

        var page = Show(screen, new(5, "Кто-то", [new Grant(role, center.Id)]));

        page.WaitForAssertion(() => Assert.Contains(told, page.Find(".today-waits").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("В ближайшие семь дней занятий нет.", page.Find(".today-now").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".today-now .empty a"));
    }

    [Fact]
    public async Task A_new_network_shows_the_first_steps_until_they_are_put_away()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Center());
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(store);
        var look = new Look();
        var page = screen.Render<TodayPage>(x => x.AddCascadingValue(A.Administrator()).AddCascadingValue(look));
        page.WaitForAssertion(() => Assert.Equal("2. Добавить аудиторию", page.Find(".first-steps .next a").TextContent), Patience);
        Assert.Equal("1. Добавить центр", page.Find(".first-steps .done a").TextContent);
        Assert.Empty(page.FindAll(".today"));

        page.Find(".first-steps button").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".first-steps")), Patience);
        Assert.Equal((Look.StepsCookie, "0"), screen.JSInterop.VerifyInvoke("tc.remember").Arguments is [string name, string value] ? (name, value) : default);
        // Coming back within the same visit they stay away.
        var again = screen.Render<TodayPage>(x => x.AddCascadingValue(A.Administrator()).AddCascadingValue(look));
        again.WaitForAssertion(() => Assert.NotEmpty(again.FindAll(".today")), Patience);
        Assert.Empty(again.FindAll(".first-steps"));
    }

    [Fact]
    public async Task The_administrator_makes_a_backup_and_sees_when_and_how_the_figures_stand()
    {
        await using var store = await TestStore.CreateAsync();
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(store);
        var page = Show(screen, A.Administrator());
        page.WaitForAssertion(() => Assert.Contains("Ещё не делалась", page.Find(".today-network").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".today-network a[href^='/reports/targets']").Count), Patience);

        page.Find(".today-network button").Click();

        page.WaitForAssertion(() => Assert.DoesNotContain("Ещё не делалась", page.Find(".today-network").TextContent, StringComparison.Ordinal), Patience);
        Assert.Single(Directory.GetFiles(store.Root.Backups, "teachercenters-*.zip"));
        // Whoever does not look after the network has no such part.
        var center = A.Center();
        await store.AddAsync(center);
        var other = Show(screen, A.Coordinator(center.Id));
        other.WaitForAssertion(() => Assert.NotEmpty(other.FindAll(".first-steps")), Patience);
        Assert.Empty(other.FindAll(".today-network"));
    }

    private static BunitContext Screen(TestStore store)
    {
        var screen = new BunitContext();
        Screens.SetUp(screen);
        var backup = new Backup(store.Root, store.Contexts);
        screen.Services.AddSingleton(StartedDay.Of(store)).AddSingleton(store.Changes).AddSingleton(new FirstStepsQueries(store.Store)).AddSingleton(new NetworkCareQueries(store.Store, backup, new Nights(null), store.Clock))
            .AddSingleton(new TargetQueries(store.Store, store.Clock)).AddSingleton(new BackupCommands(store.Store, backup, store.Root, store.Clock, NullLogger<BackupCommands>.Instance));
        return screen;
    }

    private static IRenderedComponent<TodayPage> Show(BunitContext screen, Actor actor) => screen.Render<TodayPage>(x => x.AddCascadingValue(actor));
}
