using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Mentoring.Tutoring;

public sealed class RoutePagesTests : IAsyncLifetime
{
    private TestStore store = null!;
    private EscortedPerson of = null!;
    private int route;

    public async Task InitializeAsync()
    {
        of = await EscortedPerson.CreateAsync(store = await TestStore.CreateAsync());
        route = await of.RouteAsync();
        await of.ItemAsync(route, new() { Kind = RouteItemKind.SelfStudy, Title = "Прочитать книгу", DueOn = A.Today.AddDays(-1) });
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task The_list_shows_progress_and_what_is_behind_and_leads_to_its_export()
    {
        await using var screens = new EscortScreens(store, of.Coordinator);

        var page = screens.Context.Render<RoutesPage>();

        page.WaitForAssertion(() => Assert.Contains("0 из 1 · 0 %", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Иванова М. П.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Создать маршрут", page.Markup, StringComparison.Ordinal);
        Assert.Equal("1", page.Find(".late").TextContent);
        Assert.Equal("/tutoring.xlsx", page.Find("a.grid-export").GetAttribute("href"));
    }

    [Fact]
    public async Task A_point_is_marked_added_and_taken_away_in_its_place()
    {
        await using var screens = new EscortScreens(store, of.Coordinator);
        var page = screens.Context.Render<RoutePage>(p => p.Add(x => x.Id, route));
        Assert.Contains("Просрочено: 1 пункт", page.Markup, StringComparison.Ordinal);

        await page.Find("tbody input[type=checkbox]").ChangeAsync(new() { Value = true });
        page.WaitForAssertion(() => Assert.Contains("1 из 1 · 100 %", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Просрочено: 1 пункт", page.Markup, StringComparison.Ordinal);

        EscortScreens.Button(page, "Добавить пункт").Click();
        await page.Find(".route-kind select").ChangeAsync(new() { Value = nameof(RouteItemKind.OutsideCourse) });
        await page.Find(".route-what input").InputAsync(new() { Value = "Курс академии" });
        await page.Find("form.route-editor").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("1 из 2 · 50 %", page.Markup, StringComparison.Ordinal));
        Assert.Equal(nameof(RouteItemKind.OutsideCourse), page.Find(".route-kind select").GetAttribute("value"));

        await page.FindAll("tbody tr[data-item]").Single(x => x.TextContent.Contains("Курс академии", StringComparison.Ordinal)).KeyDownAsync(new KeyboardEventArgs { Key = "Delete" });
        page.WaitForAssertion(() => Assert.Contains("1 из 1 · 100 %", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["Прочитать книгу"], await store.ReadAsync(db => db.Set<RouteItem>().Select(x => x.Title!).ToListAsync()));
    }

    [Fact]
    public async Task A_refused_point_is_told_at_its_field_and_what_was_typed_stays()
    {
        await using var screens = new EscortScreens(store, of.Coordinator);
        var page = screens.Context.Render<RoutePage>(p => p.Add(x => x.Id, route));
        await page.Find("tbody tr[data-item]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        await page.Find(".route-hours input").InputAsync(new() { Value = "12" });
        await page.Find(".route-what input").InputAsync(new() { Value = " " });
        await page.Find("form.route-editor").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(ProblemText.Required, page.Find(".route-what").TextContent, StringComparison.Ordinal));
        Assert.Equal("12", page.Find(".route-hours input").GetAttribute("value"));
        Assert.Equal(["Прочитать книгу"], await store.ReadAsync(db => db.Set<RouteItem>().Select(x => x.Title!).ToListAsync()));
    }

    [Fact]
    public async Task Who_may_only_look_is_offered_nothing_to_change()
    {
        await using var screens = new EscortScreens(store, A.Viewer(of.Center.Id));

        var page = screens.Context.Render<RoutePage>(p => p.Add(x => x.Id, route));

        Assert.Contains("Прочитать книгу", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Маршрут в PDF"], page.FindAll(".page-actions a, .page-actions button").Select(x => x.TextContent.Trim()));
        Assert.Empty(page.FindAll(".route-items button"));
        Assert.All(page.FindAll(".route-items input"), x => Assert.True(x.HasAttribute("disabled")));
        Assert.Empty(screens.Context.Render<RoutesPage>().FindAll(".page-actions button"));
    }

    [Fact]
    public async Task A_route_of_another_center_is_not_there()
    {
        await using var screens = new EscortScreens(store, A.Coordinator(of.Center.Id + 1));

        var page = screens.Context.Render<RoutePage>(p => p.Add(x => x.Id, route));

        Assert.Contains(ProblemText.NotFound, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Иванова", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dialog_names_who_has_a_route_already_and_keeps_the_form()
    {
        await using var screens = new EscortScreens(store, of.Coordinator);
        var form = of.RouteForm();
        form.Goal = "Новая цель";
        Task<object?>? answer = null;
        await screens.Dialogs.InvokeAsync(() => { answer = screens.Context.Services.GetRequiredService<IDialogService>().ShowSheetAsync<RouteDialog>(new() { { x => x.Form, form }, { x => x.Tutor, of.Tutor.Name } }); });

        await screens.Dialogs.Find("form").SubmitAsync();

        screens.Dialogs.WaitForAssertion(() => Assert.Contains("Уже есть действующий маршрут на это время: Иванова М. П.", screens.Dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("Новая цель", screens.Dialogs.Markup, StringComparison.Ordinal);
        Assert.False(answer!.IsCompleted);
    }
}
