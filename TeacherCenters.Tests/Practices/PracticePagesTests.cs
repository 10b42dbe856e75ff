using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Practices;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Practices;

public sealed class PracticePagesTests : IAsyncLifetime
{
    private TestStore store = null!;
    private PracticeBank bank = null!;

    public async Task InitializeAsync() => bank = await PracticeBank.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task The_form_proposes_a_practice_and_says_at_the_field_what_is_missing()
    {
        await using var screens = new PracticeScreens(store, bank.Coordinator);
        var form = bank.Form("");
        Task<object?>? answer = null;
        await screens.Dialogs.InvokeAsync(() => { answer = screens.Context.Services.GetRequiredService<IDialogService>().ShowSheetAsync<PracticeDialog>(new() { { x => x.Form, form }, { x => x.Authors, ["Иванова Мария Петровна"] } }); });
        // The browser's own bubble would speak its own language and stop the form before ours is asked.
        Assert.True(screens.Dialogs.Find("form").HasAttribute("novalidate"));
        await screens.Dialogs.Find("form").SubmitAsync();
        screens.Dialogs.WaitForAssertion(() => Assert.Contains(ProblemText.Required, screens.Dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("Иванова Мария Петровна", screens.Dialogs.Find(".chosen-people").TextContent, StringComparison.Ordinal);

        form.Title = "Урок в музее";
        await screens.Dialogs.Find("form").SubmitAsync();

        screens.Dialogs.WaitForAssertion(() => Assert.True(answer!.IsCompleted));
        var card = screens.Context.Render<PracticePage>(p => p.Add(x => x.Id, Assert.IsType<int>(answer!.Result)));
        Assert.Equal("Урок в музее", card.Find("h1").TextContent);
        Assert.Contains("Иванова Мария Петровна", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_takes_a_step_forward_at_once_and_a_step_back_with_its_reason()
    {
        var id = await bank.PracticeAsync();
        await using var screens = new PracticeScreens(store, bank.Coordinator);
        var card = screens.Context.Render<PracticePage>(p => p.Add(x => x.Id, id));

        PracticeScreens.Button(card, "Начать апробацию").Click();
        card.WaitForAssertion(() => Assert.Equal("На апробации", card.Find(".page-name .status").TextContent.Trim()));
        screens.Messages.WaitForAssertion(() => Assert.Contains("Статус: На апробации", screens.Messages.Markup, StringComparison.Ordinal));

        await bank.MoveAsync(id, PracticeStatus.Approved);
        PracticeScreens.Button(card, "Одобрить").Click();
        screens.Messages.WaitForAssertion(() => Assert.Contains("Обновите страницу", screens.Messages.Markup, StringComparison.Ordinal));
        card.WaitForAssertion(() => Assert.Equal("Одобрена", card.Find(".page-name .status").TextContent.Trim()));

        await bank.MoveAsync(id, PracticeStatus.InTrial, "Мало данных");
        var back = screens.Context.Render<PracticePage>(p => p.Add(x => x.Id, id));
        Assert.Contains("Причина возврата: Мало данных", back.Find(".page-notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_taken_through_the_screen_and_a_refused_one_is_named_with_what_to_do()
    {
        var id = await bank.PracticeAsync();
        await using var screens = new PracticeScreens(store, bank.Coordinator);
        var card = screens.Context.Render<PracticePage>(p => p.Add(x => x.Id, id));

        card.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("Заметки к уроку", "Заметки.txt"), InputFileContent.CreateFromText("MZ", "Программа.exe"));

        card.WaitForAssertion(() => Assert.Contains("Программа.exe: Такие файлы не принимаются", card.Find(".problem").TextContent, StringComparison.Ordinal));
        card.WaitForAssertion(() => Assert.Equal("Заметки.txt", card.Find("td a[download]").TextContent));
        var file = (await bank.DetailsAsync(id)).Files.Single();
        Assert.Equal($"/practices/{id}/files/{file.Id}", card.Find("td a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task An_event_is_noted_on_the_card_and_leads_to_its_page()
    {
        var (id, seminar) = (await bank.PracticeAsync(), await bank.EventAsync());
        await using var screens = new PracticeScreens(store, bank.Coordinator);
        var card = screens.Context.Render<PracticePage>(p => p.Add(x => x.Id, id));
        PracticeScreens.Button(card, "Отметить мероприятие").Click();
        screens.Dialogs.WaitForElement("form");
        await screens.Dialogs.Find("form").SubmitAsync();
        screens.Dialogs.WaitForAssertion(() => Assert.Contains(ProblemText.Required, screens.Dialogs.Markup, StringComparison.Ordinal));

        (await bank.Commands.ShowAsync(bank.Coordinator, id, new() { EventId = seminar.Id })).ShouldSucceed();

        var again = screens.Context.Render<PracticePage>(p => p.Add(x => x.Id, id));
        Assert.Equal("Семинар историков", again.Find($"a[href='/events/{seminar.Id}']").TextContent);
    }

    [Fact]
    public async Task Who_may_only_read_sees_the_list_and_the_card_and_changes_nothing()
    {
        var (id, hidden) = (await bank.PublishedAsync(), await bank.PracticeAsync(bank.Form("Ещё не готово")));
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Конспект.pdf", PracticeBank.Paper)).ShouldSucceed();
        await using (var screens = new PracticeScreens(store, A.Viewer(bank.Center.Id)))
        {
            var list = screens.Context.Render<PracticesPage>();
            list.WaitForAssertion(() => Assert.Contains("Урок в музее", list.Markup, StringComparison.Ordinal));
            Assert.Empty(list.FindAll(".page-actions button"));
            Assert.Equal("/practices.xlsx", list.Find("a.grid-export").GetAttribute("href"));
            var card = screens.Context.Render<PracticePage>(p => p.Add(x => x.Id, id));
            Assert.Empty(card.FindAll("button, input[type=file]"));
            Assert.Contains("История изменений", card.Markup, StringComparison.Ordinal);
        }

        await using var strange = new PracticeScreens(store, A.Viewer(bank.Other.Id));
        var theirs = strange.Context.Render<PracticePage>(p => p.Add(x => x.Id, id));
        Assert.Contains("Конспект.pdf", theirs.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("История изменений", theirs.Markup, StringComparison.Ordinal);
        Assert.Empty(theirs.FindAll("a[href^='/people/']"));
        Assert.Contains(ProblemText.NotFound, strange.Context.Render<PracticePage>(p => p.Add(x => x.Id, hidden)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_bank_says_what_belongs_here()
    {
        await using var screens = new PracticeScreens(store, bank.Coordinator);
        var list = screens.Context.Render<PracticesPage>();
        list.WaitForAssertion(() => Assert.Contains(PracticesText.Empty_Title, list.Markup, StringComparison.Ordinal));
        PracticeScreens.Button(list, "Предложить практику").Click();
        screens.Dialogs.WaitForElement("form");
        Assert.Equal(0, await store.ReadAsync(db => db.Set<Practice>().CountAsync()));
    }
}
