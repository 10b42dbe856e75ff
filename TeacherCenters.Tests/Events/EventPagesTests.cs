using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Desk;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Events;

public sealed class EventPagesTests
{
    [Fact]
    public async Task The_head_says_what_is_missing_and_announces_when_nothing_is()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await using var screen = Screen(of);
        var page = Show<EventPage>(screen, of.Coordinator, x => x.Add(p => p.Id, of.Event.Id));
        page.WaitForAssertion(() => Assert.Equal($"/events/{of.Event.Id}?tab=sessions", page.Find("a.next-step").GetAttribute("href")));

        (await of.Sessions.PlanAsync(of.Coordinator, of.Event.Id, new SessionPlanForm())).ShouldSucceed();
        // The page hears of the sessions by itself.
        page.WaitForAssertion(() => Assert.Contains(EventsText.Next_Announce, page.Find(".page-notice").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Button(page, EventsText.Do_Announced).Click();

        page.WaitForAssertion(() => Button(page, EventsText.Do_Open), TimeSpan.FromSeconds(20));
        Assert.Equal(EventStatus.Announced, (await of.Queries.DetailsAsync(of.Coordinator, of.Event.Id))!.Status);
    }

    [Fact]
    public async Task The_strip_under_the_title_asks_for_the_step_that_is_a_button_and_takes_it()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        (await of.Sessions.PlanAsync(of.Coordinator, of.Event.Id, new SessionPlanForm())).ShouldSucceed();
        await using var screen = Screen(of);
        var dialogs = screen.Render<MudDialogProvider>();
        var page = Show<EventPage>(screen, of.Coordinator, x => x.Add(p => p.Id, of.Event.Id));

        page.WaitForElement("button.next-step").Click();
        dialogs.WaitForAssertion(() => Assert.Contains(EventsText.Next_Announce, dialogs.Markup, StringComparison.Ordinal));
        Button(dialogs, EventsText.Do_Announced).Click();

        page.WaitForAssertion(() => Assert.Contains(EventsText.Next_Open, page.Find(".page-notice").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        var looking = Show<EventPage>(screen, A.Viewer(of.Center.Id), x => x.Add(p => p.Id, of.Event.Id));
        looking.WaitForAssertion(() => Assert.Contains(of.Event.Title, looking.Find("h1").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(EventsText.Next_Open, looking.Markup, StringComparison.Ordinal);
        Assert.Empty(looking.FindAll(".next-step"));
    }

    [Fact]
    public async Task What_to_do_next_is_said_to_who_may_do_it()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        (await of.Sessions.PlanAsync(of.Coordinator, of.Event.Id, new SessionPlanForm())).ShouldSucceed();
        var person = A.Person();
        await store.AddAsync(person);
        await store.AddAsync(A.Enrollment(of.Event, person, EnrollmentStatus.Applied));
        await using var screen = Screen(of);

        var page = Show<EventPage>(screen, of.Coordinator, x => x.Add(p => p.Id, of.Event.Id));
        page.WaitForAssertion(() => Assert.Equal("Рассмотрите заявки: 1", page.Find(".next-step").TextContent.Trim()));
        foreach (var reader in new[] { A.Viewer(of.Center.Id), A.Clerk(of.Center.Id) })
        {
            var looking = Show<EventPage>(screen, reader, x => x.Add(p => p.Id, of.Event.Id));
            looking.WaitForAssertion(() => Assert.Contains(of.Event.Title, looking.Find("h1").TextContent, StringComparison.Ordinal));
            Assert.Empty(looking.FindAll(".next-step"));
        }
    }

    [Fact]
    public async Task A_refused_step_is_said_and_the_event_stays()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Announced);
        await using var screen = Screen(of);
        var said = screen.Render<MudSnackbarProvider>();
        var page = Show<EventPage>(screen, of.Coordinator, x => x.Add(p => p.Id, of.Event.Id));
        page.WaitForAssertion(() => Button(page, EventsText.Do_Open));
        // Somebody else was faster by a moment: the page still shows the older state.
        await store.ChangeAsync(async unit => (await unit.Db.FindAsync<TrainingEvent>(of.Event.Id))!.MoveTo(EventStatus.Cancelled, "Нет заявок").ShouldSucceed());

        Button(page, EventsText.Do_Open).Click();

        said.WaitForAssertion(() => Assert.Contains("Перевести мероприятие", said.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_overview_speaks_of_seats_until_the_event_is_completed()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Closed);
        await using var screen = Screen(of);
        var details = (await of.Queries.DetailsAsync(of.Coordinator, of.Event.Id))!;

        var before = Show<EventOverview>(screen, of.Coordinator, x => x.Add(p => p.Of, details));
        Assert.Contains(EventTexts.Seats(0, details.Capacity), before.Markup, StringComparison.Ordinal);

        var after = Show<EventOverview>(screen, of.Coordinator, x => x.Add(p => p.Of, details with { Status = EventStatus.Completed, Studied = 24, Completed = 13 }));
        Assert.Contains("Обучались 24 · завершили 13", after.Markup, StringComparison.Ordinal);
        var failed = Show<EventOverview>(screen, of.Coordinator, x => x.Add(p => p.Of, details with { Status = EventStatus.Completed, Studied = 29, Completed = 25, Failed = 1 }));
        Assert.Contains("Обучались 29 · завершили 25, из них прошли аттестацию 24", failed.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(EventsText.Column_Seats, after.Find("dl").TextContent, StringComparison.Ordinal);

        await store.ChangeAsync(async unit => (await unit.Db.FindAsync<TrainingEvent>(of.Event.Id))!.Complete("1", A.Today, "1", A.Today).ShouldSucceed());
        var page = Show<EventPage>(screen, of.Coordinator, x => x.Add(p => p.Id, of.Event.Id));
        page.WaitForAssertion(() => Assert.Contains("обучались 0 · завершили 0", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("места: ", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_counts_who_studied_instead_of_seats_once_an_event_is_over()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        var (over, off) = (A.Event(of.Center, EventStatus.Closed, title: "Прошедший семинар"), A.Event(of.Center, EventStatus.Cancelled, title: "Отменённый семинар"));
        over.Complete("1", A.Today, "1", A.Today).ShouldSucceed();
        var people = new[] { A.Person("Авдеева"), A.Person("Белова"), A.Person("Громова") };
        await store.AddAsync([over, off, .. people]);
        await store.AddAsync(A.Enrollment(over, people[0], EnrollmentStatus.Completed), A.Enrollment(over, people[1], EnrollmentStatus.Expelled), A.Enrollment(over, people[2], EnrollmentStatus.Declined));

        var rows = (await of.Queries.AllAsync(of.Coordinator, new())).ToDictionary(x => x.Title);

        Assert.Equal(["2", "", EventTexts.Seats(0, of.Event.Capacity)], new[] { over.Title, off.Title, of.Event.Title }.Select(x => EventTexts.People(rows[x])));
        Assert.Equal([false, false, true], new[] { over.Title, off.Title, of.Event.Title }.Select(x => rows[x].HasSeats));
    }

    [Fact]
    public async Task A_day_and_a_time_of_the_plan_that_cannot_be_read_are_both_said_at_their_fields()
    {
        using var spoken = new Spoken(AppCultures.Russian);
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await using var screen = Screen(of);
        screen.Render<MudPopoverProvider>();
        var dialogs = screen.Render<MudDialogProvider>(x => x.AddCascadingValue(of.Coordinator));
        await dialogs.InvokeAsync(() => { _ = screen.Services.GetRequiredService<IDialogService>().ShowSheetAsync<SessionPlanDialog>(new() { { x => x.EventId, of.Event.Id }, { x => x.From, of.Event.StartsOn }, { x => x.To, of.Event.EndsOn }, { x => x.HoursLeft, 12 } }); });
        AngleSharp.Dom.IElement Field(string label) => dialogs.FindAll(".mud-input-control").Last(x => x.TextContent.Contains(label, StringComparison.Ordinal));
        dialogs.WaitForAssertion(() => Field(EventsText.Session_Starts));

        Field(EventsText.Plan_From).QuerySelector("input")!.Change("31.11.2026");
        Field(EventsText.Session_Starts).QuerySelector("input")!.Change("25:70");
        dialogs.Find("form").Submit();

        Assert.Contains("Нужна дата: день.месяц.год", Field(EventsText.Plan_From).TextContent, StringComparison.Ordinal);
        Assert.Contains("Нужно время: часы:минуты", Field(EventsText.Session_Starts).TextContent, StringComparison.Ordinal);
        Assert.Empty(await of.Queries.SessionsAsync(of.Coordinator, of.Event.Id));
    }

    [Fact]
    public async Task A_change_of_the_first_day_leaves_the_last_day_alone()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await using var screen = Screen(of);
        screen.Services.AddSingleton(new CourseQueries(store.Store, store.Clock));
        screen.Render<MudPopoverProvider>();
        var dialogs = screen.Render<MudDialogProvider>(x => x.AddCascadingValue(of.Coordinator));
        await dialogs.InvokeAsync(() => { _ = screen.Services.GetRequiredService<IDialogService>().ShowSheetAsync<EventDialog>(new() { { x => x.Form, of.NewForm() } }); });
        AngleSharp.Dom.IElement Day(string label) => dialogs.FindAll(".mud-input-control").Last(x => x.TextContent.Contains(label, StringComparison.Ordinal)).QuerySelector("input")!;
        dialogs.WaitForAssertion(() => Day(EventsText.Column_Ends));

        await Day(EventsText.Column_Ends).ChangeAsync(new() { Value = "05.12.2026" });
        await Day(EventsText.Column_Starts).ChangeAsync(new() { Value = "10.12.2026" });

        dialogs.WaitForAssertion(() => Assert.Equal(("10.12.2026", "05.12.2026"), (Day(EventsText.Column_Starts).GetAttribute("value"), Day(EventsText.Column_Ends).GetAttribute("value"))));
    }

    [Fact]
    public async Task Who_may_only_look_finds_no_action_and_who_may_not_see_finds_nothing()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await using var screen = Screen(of);

        var seen = Show<EventPage>(screen, A.Viewer(of.Center.Id), x => x.Add(p => p.Id, of.Event.Id));
        seen.WaitForAssertion(() => Assert.Contains(of.Event.Title, seen.Find("h1").TextContent, StringComparison.Ordinal));
        Assert.Empty(seen.FindAll(".page-actions button"));

        var hidden = Show<EventPage>(screen, A.Viewer(of.Other.Id), x => x.Add(p => p.Id, of.Event.Id));
        hidden.WaitForAssertion(() => Assert.DoesNotContain(of.Event.Title, hidden.Find("h1").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_of_sessions_warns_of_a_room_that_is_too_small()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        (await of.BookAsync(of.Event.Id)).ShouldSucceed();
        await using var screen = Screen(of);

        var panel = Show<SessionsPanel>(screen, of.Coordinator, x => x.Add(p => p.EventId, of.Event.Id));

        panel.WaitForAssertion(() => Assert.Contains("20", panel.Find("small.warn").TextContent, StringComparison.Ordinal));
        Assert.Equal(2, panel.FindAll(".row-actions button").Count);
    }

    [Fact]
    public async Task An_end_typed_by_hand_stays_when_the_hours_are_typed_and_an_untouched_one_is_counted()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await using var screen = Screen(of);
        screen.RenderTree.Add<CascadingValue<Actor>>(x => x.Add(y => y.Value, of.Coordinator));
        screen.Services.AddSingleton<TeacherCenters.People.PeopleQueries>();
        var dialogs = screen.Render<MudDialogProvider>();
        var panel = Show<SessionsPanel>(screen, of.Coordinator, x => x.Add(p => p.EventId, of.Event.Id));
        panel.WaitForAssertion(() => Button(panel, EventsText.Sessions_Add));
        Button(panel, EventsText.Sessions_Add).Click();
        dialogs.WaitForElement("form");

        Type(EventsText.Session_Starts, "9");
        Type(EventsText.Session_Hours, "4");
        dialogs.WaitForAssertion(() => Assert.Equal("12:10", Field(EventsText.Session_Ends).GetAttribute("value")));
        Type(EventsText.Session_Ends, "12:15");
        Type(EventsText.Session_Hours, "3");

        dialogs.WaitForAssertion(() => Assert.Equal("12:15", Field(EventsText.Session_Ends).GetAttribute("value")));

        void Type(string label, string text) => Field(label).Change(text);
        AngleSharp.Dom.IElement Field(string label) =>
            dialogs.FindAll(".mud-input-control").Single(x => x.QuerySelector("label")?.TextContent.Trim().TrimEnd('*') == label).QuerySelector("input")!;
    }

    [Fact]
    public async Task A_plan_proposes_as_many_hours_a_day_as_the_programme_needs()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await using var screen = Screen(of);
        screen.RenderTree.Add<CascadingValue<Actor>>(x => x.Add(y => y.Value, of.Coordinator));
        screen.Services.AddSingleton<TeacherCenters.People.PeopleQueries>();
        var dialogs = screen.Render<MudDialogProvider>();
        var panel = Show<SessionsPanel>(screen, of.Coordinator, x => x.Add(p => p.EventId, of.Event.Id));
        panel.WaitForAssertion(() => Button(panel, EventsText.Sessions_Plan));

        Button(panel, EventsText.Sessions_Plan).Click();

        var needed = EventRules.HoursADay(of.Event.StartsOn, of.Event.EndsOn, new SessionPlanForm().Days, of.Event.Hours);
        dialogs.WaitForAssertion(() => Assert.Contains(dialogs.FindAll("input"), x => x.GetAttribute("value") == needed.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_list_shows_counts_by_status_and_filters_by_one()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        await store.AddAsync(A.Event(of.Center, EventStatus.Draft, title: "Черновик семинара"));
        await using var screen = Screen(of);
        var page = Show<EventsPage>(screen, of.Coordinator);
        page.WaitForAssertion(() => Assert.Contains("Черновик семинара", page.Markup, StringComparison.Ordinal));
        var chip = page.FindAll("button.filter-chip").Single(x => x.TextContent.StartsWith(EventTexts.Of(EventStatus.Open), StringComparison.Ordinal));
        Assert.Equal("1", chip.QuerySelector(".filter-count")!.TextContent);

        chip.Click();

        page.WaitForAssertion(() => Assert.DoesNotContain("Черновик семинара", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.EndsWith("?status=Open", screen.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains("/events.xlsx?status=Open", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_of_an_event_says_what_an_empty_end_means()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store);
        await using var screens = new Screens(store, of.Coordinator, rooms => rooms.AddCourses().AddEvents());
        var form = of.NewForm();
        form.EndsOn = null;

        var answer = await screens.OpenAsync<EventDialog>(new() { { x => x.Form, form } });
        var end = screens.Dialogs.FindAll(".mud-input-control").First(x => x.QuerySelector("label")?.TextContent == EventsText.Column_Ends);
        Assert.Equal(EventsText.Ends_Help, end.QuerySelector(".mud-input-helper-text")?.TextContent.Trim());

        screens.Dialogs.Find("form").Submit();

        var made = Assert.IsType<int>(await answer);
        Assert.Equal(A.Today, (await of.Queries.DetailsAsync(of.Coordinator, made))!.EndsOn);
    }

    private static BunitContext Screen(PlannedEvent of)
    {
        var screen = new BunitContext();
        Screens.SetUp(screen);
        screen.Services.AddHistory().AddSingleton(of.Events).AddSingleton(of.Queries).AddSingleton(of.Sessions)
            .AddSingleton(of.Store.Store).AddSingleton(of.Store.Clock).AddSingleton(of.Store.Changes).AddSingleton(new CenterQueries(of.Store.Store, of.Store.Clock)).AddSingleton(new PracticeQueries(of.Store.Store, of.Store.Clock));
        return screen;
    }

    private static IRenderedComponent<T> Show<T>(BunitContext screen, Actor actor, Action<ComponentParameterCollectionBuilder<T>>? with = null) where T : IComponent =>
        screen.Render<T>(x =>
        {
            x.AddCascadingValue(actor);
            with?.Invoke(x);
        });

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> on, string text) where T : IComponent =>
        on.FindAll("button").Single(x => x.TextContent.Trim() == text);
}
