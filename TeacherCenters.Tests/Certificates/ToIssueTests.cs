using Bunit;
using MudBlazor;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Assessments;
using TeacherCenters.Certificates;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Certificates;

public sealed class ToIssueTests
{
    [Fact]
    public async Task What_the_store_counts_as_due_is_what_the_rules_let_through()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        await of.InternshipAsync("Антонова", InternshipResult.Passed);
        await of.InternshipAsync("Белова", InternshipResult.Failed);
        await of.InternshipAsync("Волкова");
        await of.InternshipAsync("Громова", cancelled: true);
        await of.AssessmentAsync("Антонова", AssessmentStatus.Completed);
        await of.AssessmentAsync("Белова", AssessmentStatus.Scored);
        await of.AssessmentAsync("Волкова", AssessmentStatus.TookPlace);
        await of.MentorshipAsync("Антонова", MentorshipEnd.Completed);
        await of.MentorshipAsync("Белова", MentorshipEnd.WorkplaceChanged);
        await of.MentorshipAsync("Волкова");

        foreach (var subject in new[] { CertificateSubject.Internship, CertificateSubject.Assessment, CertificateSubject.Mentorship })
        {
            // What was cancelled came to no end: it is on no list.
            Assert.Equal([1, 2, 0], await CountsAsync(of, subject));
            Assert.All((await ListAsync(of, subject, ToIssueState.Ready)).Page.Items, x => Assert.True(x.Due.IsEligible));
            Assert.All((await ListAsync(of, subject, ToIssueState.NotDue)).Page.Items, x => Assert.False(x.Due.IsEligible));
            (await of.IssueAsync(subject, (await ListAsync(of, subject, ToIssueState.Ready)).Page.Items[0].SubjectId)).ShouldSucceed();
            Assert.Equal([0, 2, 1], await CountsAsync(of, subject));
            Assert.Equal("AlreadyIssued", Assert.Single((await ListAsync(of, subject, ToIssueState.Issued)).Page.Items).Due.WhyNot?.Key);
        }
    }

    [Fact]
    public async Task Counts_and_lists_hold_the_centers_that_the_actor_sees()
    {
        await using var store = await TestStore.CreateAsync();
        var (of, foreign) = (await IssuedSubjects.CreateAsync(store), await IssuedSubjects.CreateAsync(store));
        foreach (var family in new[] { "Антонова", "Белова" }) await of.InternshipAsync(family, InternshipResult.Passed);
        await foreign.InternshipAsync("Чужая", InternshipResult.Passed);

        Assert.Equal([new ToIssueCount(CertificateSubject.Internship, of.Center.Id, 2)], await of.ToIssue.CountsAsync(of.Clerk));
        Assert.Equal(2, (await of.ToIssue.CountsAsync(A.Administrator())).Count);
        Assert.Null(await of.ToIssue.ListAsync(of.Clerk, CertificateSubject.Internship, foreign.Center.Id, ToIssueState.Ready, 0));
        Assert.Equal(["Антонова Мария Петровна", "Белова Мария Петровна"], (await ListAsync(of, CertificateSubject.Internship, ToIssueState.Ready)).Page.Items.Select(x => x.FullName));
    }

    [Fact]
    public async Task A_confirmed_click_on_the_page_registers_the_chosen_and_offers_their_file()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        foreach (var family in new[] { "Белова", "Антонова" }) await of.InternshipAsync(family, InternshipResult.Passed);
        await of.InternshipAsync("Волкова");
        await using var screen = EventCertificatesPanelTests.Screen(store);
        screen.Render<MudPopoverProvider>();
        var dialogs = screen.Render<MudDialogProvider>();
        var page = Page(screen, of, of.Clerk, "/certificates/to-issue?subject=internships");
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("input[type=checkbox]").Count));
        // A number is not taken back: nobody is chosen by the program.
        Assert.Equal([false, false, false], Chosen(page));
        page.FindAll("input[type=checkbox]")[0].Change(true);
        page.WaitForAssertion(() => Assert.Contains("Выдать 2 документа", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["Стажировки2", "Независимая оценка0", "Наставничество0", "К выдаче2", "Не выдаётся1", "Выданы0"], Chips(page));

        EventCertificatesPanelTests.Button(page, "Выдать 2 документа").Click();
        dialogs.WaitForAssertion(() => Assert.Contains($"Сертификат о стажировке: 2, номера с {of.Center.Code}-Т-2026/00001 по {of.Center.Code}-Т-2026/00002", dialogs.Markup.Replace('\u2011', '-'), StringComparison.Ordinal));
        EventCertificatesPanelTests.Button(dialogs, "Выдать").Click();

        page.WaitForAssertion(() => Assert.Contains("Печать этой выдачи", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        page.WaitForAssertion(() => Assert.Equal(["Стажировки0", "Независимая оценка0", "Наставничество0", "К выдаче0", "Не выдаётся1", "Выданы2"], Chips(page)));
        page.FindAll("button.filter-chip").Single(x => x.TextContent.Contains("Выданы", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains($"{of.Center.Code}-Т-2026/00002", page.Markup, StringComparison.Ordinal));
        page.FindAll("button.filter-chip").Single(x => x.TextContent.Contains("Не выдаётся", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains("Стажировка ещё не завершена.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task A_link_from_one_internship_chooses_that_one_alone_and_after_its_issue_nobody_is_chosen()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        foreach (var family in new[] { "Антонова", "Белова" }) await of.InternshipAsync(family, InternshipResult.Passed);
        var named = await of.InternshipAsync("Яковлева", InternshipResult.Passed);
        await using var screen = EventCertificatesPanelTests.Screen(store);
        screen.Render<MudPopoverProvider>();
        var dialogs = screen.Render<MudDialogProvider>();

        var page = Page(screen, of, of.Clerk, $"/certificates/to-issue?subject=internships&of={named}");

        page.WaitForAssertion(() => Assert.Equal(["Яковлева Мария Петровна", "Антонова Мария Петровна", "Белова Мария Петровна"], Names(page)));
        Assert.Equal([false, true, false, false], Chosen(page));
        EventCertificatesPanelTests.Button(page, "Выдать 1 документ").Click();
        dialogs.WaitForAssertion(() => EventCertificatesPanelTests.Button(dialogs, "Выдать"));
        EventCertificatesPanelTests.Button(dialogs, "Выдать").Click();
        page.WaitForAssertion(() => Assert.Equal(["Антонова Мария Петровна", "Белова Мария Петровна"], Names(page)), TimeSpan.FromSeconds(20));
        Assert.Equal([false, false, false], Chosen(page));
        Assert.Contains("Печать этой выдачи", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_kind_in_the_address_the_page_opens_on_the_first_that_has_somebody_waiting_for_this_reader()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        await of.AssessmentAsync("Антонова", AssessmentStatus.Completed);
        await of.MentorshipAsync("Белова", MentorshipEnd.Completed);
        await using var screen = EventCertificatesPanelTests.Screen(store);
        screen.Render<MudPopoverProvider>();

        var clerk = Page(screen, of, of.Clerk, "/certificates/to-issue");
        clerk.WaitForAssertion(() => Assert.Equal(["Антонова Мария Петровна"], Names(clerk)));
        Assert.Equal("Независимая оценка1", string.Concat(clerk.Find("button.filter-chip[aria-pressed=true]").TextContent.Split('\n').Select(t => t.Trim())));
        // Who may not see results issues nothing for an assessment: what they can do comes first.
        var coordinator = Page(screen, of, A.Coordinator(of.Center.Id), "/certificates/to-issue");
        coordinator.WaitForAssertion(() => Assert.Equal(["Белова Мария Петровна"], Names(coordinator)));
    }

    [Fact]
    public async Task A_name_is_looked_for_in_the_list_and_counted_in_each_state()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        foreach (var family in new[] { "Антонова", "Белова" }) await of.InternshipAsync(family, InternshipResult.Passed);
        await of.InternshipAsync("Беляева");
        await using var screen = EventCertificatesPanelTests.Screen(store);
        screen.Render<MudPopoverProvider>();

        var page = Page(screen, of, of.Clerk, "/certificates/to-issue?text=бел");

        page.WaitForAssertion(() => Assert.Equal(["Белова Мария Петровна"], Names(page)));
        Assert.Equal(["К выдаче1", "Не выдаётся1", "Выданы0"], Chips(page).Skip(3));
        var none = Page(screen, of, of.Clerk, "/certificates/to-issue?text=нет");
        none.WaitForAssertion(() => Assert.Contains(UiText.Grid_EmptyFiltered, none.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_see_results_sees_who_was_assessed_and_neither_a_button_nor_a_link_to_the_paper()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var issued = await of.AssessmentAsync("Белова", AssessmentStatus.Completed);
        await of.AssessmentAsync("Иванова", AssessmentStatus.Completed);
        var made = (await of.IssueAsync(CertificateSubject.Assessment, issued)).ShouldSucceed().Documents[0];
        await using var screen = EventCertificatesPanelTests.Screen(store);
        screen.Render<MudPopoverProvider>();

        var page = Page(screen, of, A.Coordinator(of.Center.Id), "/certificates/to-issue?subject=assessments");

        page.WaitForAssertion(() => Assert.Contains("Иванова Мария Петровна", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Выдать 1", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Документы независимой оценки выдаёт делопроизводитель центра", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input[type=checkbox]"));
        page.FindAll("button.filter-chip").Single(x => x.TextContent.Contains("Выданы", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.Contains(made.Number, page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(made.Token, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("высокий", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    private static IRenderedComponent<IComponent> Page(BunitContext screen, IssuedSubjects of, Actor actor, string address)
    {
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return screen.Render(EventCertificatesPanelTests.Cascade(actor, builder =>
        {
            builder.OpenComponent<CascadingValue<CenterScope>>(0);
            builder.AddComponentParameter(1, "Value", new CenterScope(of.Center.Id, [new(of.Center.Id, of.Center.ShortName)]));
            builder.AddComponentParameter(2, "ChildContent", (RenderFragment)(inside =>
            {
                inside.OpenComponent<ToIssuePage>(0);
                inside.CloseComponent();
            }));
            builder.CloseComponent();
        }));
    }

    private static IEnumerable<string> Names(IRenderedComponent<IComponent> page) => page.FindAll("tbody a[href^='/people/']").Select(x => x.TextContent);

    /// <summary>The box of all, and those of the rows.</summary>
    private static IEnumerable<bool> Chosen(IRenderedComponent<IComponent> page) => page.FindAll("input[type=checkbox]").Select(x => x.HasAttribute("checked"));

    private static IEnumerable<string> Chips(IRenderedComponent<IComponent> page) => page.FindAll("button.filter-chip").Select(x => string.Concat(x.TextContent.Split('\n').Select(t => t.Trim())));

    private static async Task<ToIssueList> ListAsync(IssuedSubjects of, CertificateSubject subject, ToIssueState state) => (await of.ToIssue.ListAsync(of.Clerk, subject, of.Center.Id, state, 0))!;

    private static async Task<IEnumerable<int>> CountsAsync(IssuedSubjects of, CertificateSubject subject)
    {
        var counts = (await ListAsync(of, subject, ToIssueState.Ready)).Counts;
        return Enum.GetValues<ToIssueState>().Select(x => counts[x]);
    }
}
