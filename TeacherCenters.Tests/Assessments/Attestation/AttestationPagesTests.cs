using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Assessments.Attestation;

public sealed class AttestationPagesTests : IAsyncLifetime
{
    private TestStore store = null!;
    private AttestedHeads of = null!;

    public async Task InitializeAsync() => of = await AttestedHeads.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task The_chip_of_terms_that_run_out_filters_the_list_and_stands_in_the_address()
    {
        var (due, never) = (await of.HeadAsync("Белова"), await of.HeadAsync("Яшина"));
        await of.AttestAsync(due, A.Today.AddYears(-5).AddDays(10));
        await using var screens = new AttestationScreens(store, of.Coordinator);
        var page = screens.Context.Render<HeadsPage>();
        page.WaitForAssertion(() => Assert.Equal(["Яшина М. П.", "Белова М. П."], Names(page)));

        var chip = page.FindAll("button.filter-chip").Single(x => x.TextContent.Contains("Истекает за 6 месяцев", StringComparison.Ordinal));
        Assert.EndsWith("1", chip.TextContent.Trim(), StringComparison.Ordinal);
        await chip.ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["Белова М. П."], Names(page)));
        Assert.EndsWith("/?due=6", screens.Context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("/attestation.xlsx?due=6", page.Find("a.grid-export").GetAttribute("href"));
        Assert.Equal($"/attestation/{due.PublicKey}", page.Find("td a").GetAttribute("href"));
        Assert.NotEqual(due.PublicKey, never.PublicKey);
    }

    [Fact]
    public async Task The_list_opens_on_the_filter_of_its_address()
    {
        await of.HeadAsync("Яшина");
        await of.AttestAsync(await of.HeadAsync("Белова"), A.Today.AddYears(-5));
        await using var screens = new AttestationScreens(store, of.Coordinator);
        screens.Context.Services.GetRequiredService<NavigationManager>().NavigateTo("/attestation?due=6");

        var page = screens.Context.Render<HeadsPage>();

        page.WaitForAssertion(() => Assert.Equal(["Белова М. П."], Names(page)));
    }

    [Fact]
    public async Task The_card_says_what_is_next_and_puts_the_head_on_a_meeting()
    {
        var person = await of.HeadAsync();
        await of.AttestAsync(person, A.Today.AddYears(-5).AddDays(-1));
        var meeting = await of.MeetingAsync();
        await using var screens = new AttestationScreens(store, of.Coordinator);
        var card = screens.Context.Render<HeadPage>(p => p.Add(x => x.PersonKey, person.PublicKey));
        Assert.Contains("Срок аттестации закончился 22.11.2026. Вынесите руководителя на ближайшее заседание.", card.Find(".next-step").TextContent, StringComparison.Ordinal);
        Assert.Contains("№ 7 от 22.11.2021", card.Markup, StringComparison.Ordinal);

        AttestationScreens.Button(card, "Вынести на заседание").Click();
        screens.Dialogs.WaitForElement("form");
        await screens.Dialogs.Find("form").SubmitAsync();

        card.WaitForAssertion(() => Assert.Contains("Аттестация назначена на 07.12.2026.", card.Find(".next-step").TextContent, StringComparison.Ordinal));
        Assert.Equal(meeting, (await of.OfAsync(person)).MeetingId);
        Assert.Contains(card.FindAll("a"), x => x.GetAttribute("href") == $"/attestation/meetings/{meeting}");
    }

    [Fact]
    public async Task A_refused_application_keeps_the_form_and_says_why()
    {
        var teacher = await of.PersonAsync("Яшина");
        (await of.Commands.ApplyAsync(of.Coordinator, of.Candidacy(teacher))).ShouldSucceed();
        await using var screens = new AttestationScreens(store, of.Coordinator);
        var form = of.Candidacy(teacher);
        form.Position = "заведующий";
        await screens.OpenAsync<HeadApplicationDialog>(new() { { x => x.Form, form }, { x => x.PersonName, "Яшина Мария Петровна" } });

        await screens.Dialogs.Find("form").SubmitAsync();

        screens.Dialogs.WaitForAssertion(() => Assert.Contains("Яшина М. П.: уже есть незавершённая аттестация", FormDialogTests.OnTop(screens), StringComparison.Ordinal));
        Assert.Contains("заведующий", screens.Dialogs.Markup, StringComparison.Ordinal);
        Assert.Equal(1, await store.ReadAsync(db => db.Set<HeadAttestation>().CountAsync()));
    }

    [Fact]
    public async Task The_protocol_of_everybody_is_written_on_one_screen()
    {
        var (first, second) = (await of.HeadAsync("Белова"), await of.HeadAsync("Яшина"));
        var meeting = await of.MeetingAsync(A.Today);
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [first.PublicKey, second.PublicKey])).ShouldSucceed();
        await using var screens = new AttestationScreens(store, of.Coordinator);
        var page = screens.Context.Render<MeetingPage>(p => p.Add(x => x.Id, meeting));
        Assert.Contains("Ждёт протокола", page.Markup, StringComparison.Ordinal);
        await AttestationScreens.Button(page, "Внести протокол").ClickAsync(new());

        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(ProblemText.Required, page.Find(".protocol-head").TextContent, StringComparison.Ordinal));
        await page.Find(".protocol-head input").ChangeAsync(new() { Value = "7-а" });
        await page.FindAll("select.protocol-choice")[1].ChangeAsync(new() { Value = nameof(AttestationDecision.SuitableWithAdvice) });
        await AttestationScreens.Button(page, "«Соответствует» или «Рекомендован» всем без решения: 1 человек").ClickAsync(new());
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Яшина М. П.: запишите рекомендации комиссии.", page.Find(".problem").TextContent, StringComparison.Ordinal));
        Assert.Contains("Яшина", page.Find("tr.wrong").TextContent, StringComparison.Ordinal);
        await page.FindAll("input.protocol-note")[1].ChangeAsync(new() { Value = "Обновить программу развития" });
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("№ 7-а от 23.11.2026", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Проведено", page.Markup, StringComparison.Ordinal);
        Assert.Equal((AttestationDecision.Suitable, A.Today.AddYears(5)), ((await of.OfAsync(first)).Decision!.Value, (await of.OfAsync(first)).ValidTo!.Value));
        Assert.Equal((AttestationDecision.SuitableWithAdvice, "Обновить программу развития"), ((await of.OfAsync(second)).Decision!.Value, (await of.OfAsync(second)).Note));
    }

    [Fact]
    public async Task The_list_of_a_meeting_is_filled_from_those_who_are_due_and_one_is_taken_off_again()
    {
        var (due, other) = (await of.HeadAsync("Белова"), await of.HeadAsync("Яшина"));
        await of.AttestAsync(due, A.Today.AddYears(-5));
        var meeting = await of.MeetingAsync();
        await using var screens = new AttestationScreens(store, of.Coordinator);
        var page = screens.Context.Render<MeetingPage>(p => p.Add(x => x.Id, meeting));
        Assert.Contains("Внесите в повестку руководителей.", page.Find(".next-step").TextContent, StringComparison.Ordinal);

        AttestationScreens.Button(page, "Добавить в повестку").Click();
        screens.Dialogs.WaitForAssertion(() => Assert.Equal(["Не аттестован", "до 23.11.2026"], screens.Dialogs.FindAll(".agenda-why").Select(x => x.TextContent)));
        foreach (var place in new[] { 0, 1 }) await screens.Dialogs.FindAll(".agenda-candidates input")[place].ChangeAsync(new() { Value = true });
        await screens.Dialogs.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody .row-actions button").Count));
        await page.FindAll("tbody .row-actions button")[1].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody .row-actions button")));
        Assert.Equal((AttestationStatus.Planned, AttestationStatus.Applied), ((await of.OfAsync(due)).Status, (await of.OfAsync(other)).Status));
        screens.Messages.WaitForAssertion(() => Assert.Contains("Яшина М. П.: убрано из повестки", screens.Messages.Markup, StringComparison.Ordinal));
        await AttestationScreens.Button(screens.Messages, "Вернуть").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody .row-actions button").Count));
    }

    [Fact]
    public async Task A_list_that_another_fills_is_shown_without_a_reload_and_a_protocol_that_is_being_written_keeps_what_was_typed()
    {
        var (first, second) = (await of.HeadAsync("Белова"), await of.HeadAsync("Яшина"));
        var meeting = await of.MeetingAsync(A.Today);
        await using var screens = new AttestationScreens(store, of.Coordinator);
        var page = screens.Context.Render<MeetingPage>(p => p.Add(x => x.Id, meeting));

        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [first.PublicKey])).ShouldSucceed();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody .row-actions button")), TimeSpan.FromSeconds(20));
        await AttestationScreens.Button(page, "Внести протокол").ClickAsync(new());
        await page.Find(".protocol-head input").ChangeAsync(new() { Value = "7" });
        await AttestationScreens.Button(page, "«Соответствует» или «Рекомендован» всем без решения: 1 человек").ClickAsync(new());
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [second.PublicKey])).ShouldSucceed();
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Повестка за это время изменилась, список обновлён.", page.Find(".problem").TextContent, StringComparison.Ordinal));
        Assert.Equal("7", page.Find(".protocol-head input").GetAttribute("value"));
        Assert.Equal([nameof(AttestationDecision.Suitable), ""], page.FindAll("select.protocol-choice").Select(x => x.GetAttribute("value")));
        await page.FindAll("select.protocol-choice")[1].ChangeAsync(new() { Value = nameof(AttestationDecision.Unsuitable) });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Проведено", page.Markup, StringComparison.Ordinal));
        Assert.Equal((AttestationDecision.Suitable, AttestationDecision.Unsuitable), ((await of.OfAsync(first)).Decision!.Value, (await of.OfAsync(second)).Decision!.Value));
    }

    [Fact]
    public async Task Who_may_only_look_sees_lists_and_cards_without_a_verb_and_a_stranger_nothing()
    {
        var person = await of.HeadAsync();
        var meeting = await of.AttestAsync(person, A.Today.AddDays(-3));
        await using (var screens = new AttestationScreens(store, A.Viewer(of.Center.Id)))
        {
            var list = screens.Context.Render<HeadsPage>();
            list.WaitForAssertion(() => Assert.Equal(["Иванова М. П."], Names(list)));
            Assert.Empty(list.FindAll(".page-actions button, td input[type=checkbox]"));
            var meetings = screens.Context.Render<MeetingsPage>();
            meetings.WaitForAssertion(() => Assert.Contains("20.11.2026", meetings.Markup, StringComparison.Ordinal));
            Assert.Empty(meetings.FindAll(".page-actions button"));
            Assert.Empty(screens.Context.Render<HeadPage>(p => p.Add(x => x.PersonKey, person.PublicKey)).FindAll(".page-actions button"));
            var page = screens.Context.Render<MeetingPage>(p => p.Add(x => x.Id, meeting));
            Assert.Equal([$"/attestation/meetings/{meeting}/protocol.pdf", $"/attestation/meetings/{meeting}/protocol.xlsx"], page.FindAll(".page-actions a").Select(x => x.GetAttribute("href")));
            Assert.Empty(page.FindAll(".page-actions button, .row-actions button"));
        }
        await using var strange = new AttestationScreens(store, of.Stranger);
        Assert.Contains(ProblemText.NotFound, strange.Context.Render<HeadPage>(p => p.Add(x => x.PersonKey, person.PublicKey)).Markup, StringComparison.Ordinal);
        Assert.Contains(ProblemText.NotFound, strange.Context.Render<MeetingPage>(p => p.Add(x => x.Id, meeting)).Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(IRenderedComponent<HeadsPage> page) => page.FindAll("tbody td a").Select(x => x.TextContent);
}
