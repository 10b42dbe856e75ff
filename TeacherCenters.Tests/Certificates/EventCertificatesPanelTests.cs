using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Certificates;

public sealed class EventCertificatesPanelTests
{
    [Fact]
    public async Task A_confirmed_click_registers_the_chosen_and_shows_their_numbers()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        await using var screen = Screen(store);
        var dialogs = screen.Render<MudDialogProvider>();
        var panel = Panel(screen, issued.Clerk, issued);
        panel.WaitForAssertion(() => Assert.Contains("Выдать 2 документа", panel.Markup, StringComparison.Ordinal));

        Button(panel, "Выдать 2 документа").Click();
        dialogs.WaitForAssertion(() => Assert.Contains($"номера с {issued.Center.Code}-У-2026/00001 по {issued.Center.Code}-У-2026/00002", dialogs.Markup.Replace('\u2011', '-'), StringComparison.Ordinal));
        Button(dialogs, "Выдать").Click();

        panel.WaitForAssertion(() => Assert.Contains($"{issued.Center.Code}-У-2026/00002", panel.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        panel.WaitForAssertion(() => Assert.Contains("Печать одним файлом", panel.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Выдать 2", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(await issued.WrongAsync());
    }

    [Fact]
    public async Task All_are_chosen_at_first_and_who_was_left_out_of_an_issue_is_not_chosen_after_it()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        await using var screen = Screen(store);
        var dialogs = screen.Render<MudDialogProvider>();
        var panel = Panel(screen, issued.Clerk, issued);
        panel.WaitForAssertion(() => Assert.Equal([true, true, true], panel.FindAll("input[type=checkbox]").Select(x => x.HasAttribute("checked"))));

        panel.FindAll("input[type=checkbox]")[1].Change(false);
        Button(panel, "Выдать 1 документ").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Выдать"));
        Button(dialogs, "Выдать").Click();

        panel.WaitForAssertion(() => Assert.Equal([false, false], panel.FindAll("input[type=checkbox]").Select(x => x.HasAttribute("checked"))), TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("31.11.2026", "Нужна дата: день.месяц.год")]
    [InlineData("", "Укажите дату выдачи.")]
    public async Task Without_a_day_that_can_be_read_nothing_is_issued(string typed, string said)
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        await using var screen = Screen(store);
        var dialogs = screen.Render<MudDialogProvider>();
        var panel = Panel(screen, issued.Clerk, issued);
        panel.WaitForElement(".certificates-day input").Change(typed);

        Button(panel, "Выдать 1 документ").Click();

        panel.WaitForAssertion(() => Assert.Contains(said, panel.Find(".certificates-issue").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("Выдать 1 документ?", dialogs.Markup, StringComparison.Ordinal);
        panel.Find(".certificates-day input").Change("18.11.2026");
        Button(panel, "Выдать 1 документ").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Выдать"));
        Assert.DoesNotContain(said, panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_said_and_nothing_is_registered()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        await using var screen = Screen(store);
        var dialogs = screen.Render<MudDialogProvider>();
        var panel = Panel(screen, issued.Clerk, issued);
        panel.WaitForAssertion(() => Assert.Contains("Выдать 1 документ", panel.Markup, StringComparison.Ordinal));
        Button(panel, "Выдать 1 документ").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Выдать"));
        // Somebody else is faster between the question and the answer.
        (await issued.IssueAsync()).ShouldSucceed();

        Button(dialogs, "Выдать").Click();

        panel.WaitForAssertion(() => Assert.Contains("Иванова Мария Петровна: Уже выдан документ", panel.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Empty(await issued.WrongAsync());
    }

    [Fact]
    public async Task Whose_document_was_annulled_stands_marked_in_the_list_and_waits_for_none_until_the_event_ends_anew()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        var first = (await issued.IssueAsync(issued.Form(issued.Learners[0]))).ShouldSucceed().Documents[0];
        (await issued.Commands.AnnulAsync(issued.Clerk, first.Id, new() { Version = 1, On = A.Today, Order = "1", Reason = "Выдан по ошибке" })).ShouldSucceed();
        await using var screen = Screen(store);

        var panel = Panel(screen, issued.Clerk, issued);

        panel.WaitForAssertion(() => Assert.Contains("Выдать 1 документ", panel.Markup, StringComparison.Ordinal));
        Assert.Contains($"№ {first.Number}. Чтобы выдать новый, отметьте строку.", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Аннулирован", panel.FindAll("tbody tr")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await WaitingAsync());

        await store.ChangeAsync(async unit => (await unit.Db.FindAsync<Enrollment>(issued.Learners[0].Id))!.StatusAt = unit.Now.AddMinutes(1));
        Assert.Equal(2, await WaitingAsync());

        async Task<int> WaitingAsync() => (await new TeacherCenters.Events.EventQueries(store.Store, store.Clock).DetailsAsync(A.Administrator(), issued.Event.Id))!.Facts.DocumentsToIssue;
    }

    [Fact]
    public async Task Who_may_only_look_sees_who_is_due_what_and_no_button()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        var applied = A.Person("Яшина");
        await store.AddAsync(applied);
        await store.AddAsync(A.Enrollment(issued.Event, applied, EnrollmentStatus.WaitListed));
        await using var screen = Screen(store);

        var panel = Panel(screen, A.Viewer(issued.Center.Id), issued);

        panel.WaitForAssertion(() => Assert.Contains("Можно выдать", panel.Markup, StringComparison.Ordinal));
        Assert.Contains("Обучение не завершено", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Нет СНИЛС", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("input[type=checkbox]"));
        Assert.DoesNotContain("Выдать 1", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_lists_what_the_actor_may_see_and_finds_by_number_or_name()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Семёнова");
        var foreign = await IssuedEvent.CreateAsync(store, null, "Чужая");
        (await issued.IssueAsync()).ShouldSucceed();
        (await foreign.IssueAsync()).ShouldSucceed();

        foreach (var (text, names) in new (string?, string[])[] { (null, ["Белова", "Семёнова"]), ("семенова мар", ["Семёнова"]), ("00001", ["Белова"]), ("чужая", []) })
        {
            var page = await issued.Queries.PageAsync(issued.Clerk, new CertificateFilter { Text = text }, new TeacherCenters.Kernel.PageRequest(Sort: nameof(CertificateRow.PersonName)));
            Assert.Equal(names, page.Items.Select(x => x.PersonName.Split(' ')[0]));
            Assert.Equal(names.Length, page.Total);
        }

        await using var screen = Screen(store);
        screen.Render<MudPopoverProvider>();
        var list = screen.Render(Cascade(issued.Clerk, builder =>
        {
            builder.OpenComponent<CertificatesPage>(0);
            builder.CloseComponent();
        }));
        list.WaitForAssertion(() => Assert.Contains("Семёнова Мария Петровна", list.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Чужая", list.Markup, StringComparison.Ordinal);
        Assert.Contains("href=\"/certificates.xlsx\"", list.Markup, StringComparison.Ordinal);
    }

    internal static BunitContext Screen(TestStore store)
    {
        var screen = new BunitContext();
        Screens.SetUp(screen);
        screen.Services.AddSingleton(store.Store).AddSingleton(store.Clock).AddHistory().AddSingleton<FileStore>(store.Files);
        screen.Services.AddSingleton<CertificateQueries>().AddSingleton<ToIssueQueries>().AddSingleton<CertificateCommands>().AddSingleton<CertificatePdfs>();
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.CurrentUICulture = new("ru-RU");
        return screen;
    }

    private static IRenderedComponent<IComponent> Panel(BunitContext screen, Actor actor, IssuedEvent of) => screen.Render(Cascade(actor, builder =>
    {
        builder.OpenComponent<EventCertificatesPanel>(0);
        builder.AddComponentParameter(1, nameof(EventCertificatesPanel.EventId), of.Event.Id);
        builder.CloseComponent();
    }));

    internal static RenderFragment Cascade(Actor actor, RenderFragment inside) => builder =>
    {
        builder.OpenComponent<CascadingValue<Actor>>(0);
        builder.AddComponentParameter(1, "Value", actor);
        builder.AddComponentParameter(2, "ChildContent", inside);
        builder.CloseComponent();
    };

    internal static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> inside, string text) =>
        inside.FindAll("button").Single(x => x.TextContent.Trim() == text);
}
