using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Ui;

public sealed class ServerGridTests : IAsyncLifetime
{
    private readonly BunitContext context = new();
    private readonly Spoken spoken = new(AppCultures.Russian);
    private readonly List<PageRequest> asked = [];
    private int total = 60;

    public ServerGridTests()
    {
        Screens.SetUp(context);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        spoken.Dispose();
        await context.DisposeAsync();
    }

    private sealed record Row(int Id, string Name, DateOnly Day);

    private NavigationManager Nav => context.Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void First_page_is_read_once_and_shown()
    {
        var grid = Show();
        Assert.Equal([new PageRequest(0, 25)], asked);
        Assert.Equal(25, grid.FindAll("tbody tr.mud-table-row").Count);
        Assert.Contains("02.09.2026", grid.Markup, StringComparison.Ordinal);
        Assert.Contains("1–25 из 60", grid.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_and_order_are_read_from_the_address()
    {
        Nav.NavigateTo("/people?page=2&sort=Name&desc=1");
        Show();
        Assert.Equal([new PageRequest(1, 25, "Name", true)], asked);
    }

    [Fact]
    public void Click_on_a_heading_sorts_in_the_store_and_shows_in_the_address()
    {
        var grid = Show();
        grid.Find("th .sortable-column-header").Click();
        grid.WaitForAssertion(() => Assert.Equal(new PageRequest(0, 25, "Name"), asked[^1]));
        Assert.EndsWith("?sort=Name", Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_has_the_filter_and_the_order_of_the_screen()
    {
        Nav.NavigateTo("/people?sort=Name&desc=1");
        var grid = Show();
        Assert.Equal("/people.xlsx?text=Анна&sort=Name&desc=1", Uri.UnescapeDataString(grid.Find("a.grid-export").GetAttribute("href")!));

        Nav.NavigateTo("/people");
        grid = Show();
        Assert.Equal("/people.xlsx?text=Анна", grid.Find("a.grid-export").GetAttribute("href"));
        grid.Find("th .sortable-column-header").Click();
        grid.WaitForAssertion(() => Assert.EndsWith("&sort=Name", grid.Find("a.grid-export").GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void Another_filter_starts_from_the_first_page()
    {
        Nav.NavigateTo("/people?page=3");
        var grid = Show("а");
        grid.Render(p => p.Add(x => x.Filter, "б"));
        grid.WaitForAssertion(() => Assert.Equal([2, 0], asked.Select(x => x.Index)));
    }

    [Fact]
    public void Click_on_a_row_opens_it()
    {
        var grid = Show();
        grid.FindAll("tbody tr.mud-table-row")[2].Click();
        Assert.EndsWith("/people/3", Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_checkbox_of_the_heading_takes_the_page_and_the_rest_is_one_click_away()
    {
        total = 250;
        var grid = Show(selectable: true);
        grid.Find("thead input[type=checkbox]").Change(true);
        grid.WaitForAssertion(() => Assert.StartsWith("Выбрано: 25 из 250", grid.Find(".grid-selected").TextContent.Trim(), StringComparison.Ordinal));

        grid.FindAll(".grid-selected button").Single(x => x.TextContent.Trim() == "Выбрать все 250").Click();

        grid.WaitForAssertion(() => Assert.StartsWith("Выбрано: 250 из 250", grid.Find(".grid-selected").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal(250, grid.Instance.Selected.Distinct().Count());
        Assert.DoesNotContain(grid.FindAll(".grid-selected button"), x => x.TextContent.Contains("Выбрать все", StringComparison.Ordinal));
        Assert.True(grid.Find("tbody input[type=checkbox]").HasAttribute("checked"));
    }

    [Theory]
    [InlineData(25, "Выбрано: 25")]
    [InlineData(501, "Выбрано: 25 из 501")]
    public void All_rows_are_offered_neither_on_one_page_nor_of_a_long_list(int rows, string said)
    {
        total = rows;
        var grid = Show(selectable: true);

        grid.Find("thead input[type=checkbox]").Change(true);

        grid.WaitForAssertion(() => Assert.Equal(said, grid.Find(".grid-selected b").TextContent));
        Assert.Equal(["Снять выбор"], grid.FindAll(".grid-selected button").Select(x => x.TextContent.Trim()));
    }

    [Theory]
    [InlineData("ru", "1–25 из 3\u00a0679")]
    [InlineData("en", "1-25 of 3,679")]
    public void Thousands_are_set_apart_as_the_reader_writes_them(string language, string said)
    {
        total = 3679;
        using var reader = new Spoken(AppCultures.Find(language)!);
        Assert.Contains(said, Show().Find(".mud-table-pagination").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_list_says_what_belongs_there()
    {
        total = 0;
        Assert.Contains("Добавьте первого педагога", Show().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_list_says_so_and_reads_again()
    {
        total = -1;
        var grid = Show();
        Assert.Contains("Список не загрузился", grid.Markup, StringComparison.Ordinal);
        total = 1;
        grid.Find(".problem button").Click();
        grid.WaitForAssertion(() => Assert.Single(grid.FindAll("tbody tr.mud-table-row")));
        Assert.DoesNotContain("Список не загрузился", grid.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<ServerGrid<Row>> Show(string? filter = null, bool selectable = false) => context.Render<ServerGrid<Row>>(p => p
        .Add(x => x.Load, (request, _) =>
        {
            asked.Add(request);
            if (total < 0) throw new InvalidOperationException("The store is gone.");
            List<Row> rows = [.. Enumerable.Range(1, total).Skip(request.Skip).Take(request.Take).Select(i => new Row(i, $"Имя {i}", new DateOnly(2026, 9, 1).AddDays(i)))];
            return Task.FromResult(new Page<Row>(rows, total));
        })
        .Add(x => x.Filter, filter)
        .Add(x => x.SelectionActions, selectable ? rows => builder => { } : null)
        .Add(x => x.RowHref, row => $"/people/{row.Id}")
        .Add(x => x.ExportHref, "/people.xlsx?text=Анна")
        .Add(x => x.Empty, "Добавьте первого педагога")
        .Add(x => x.Columns, builder =>
        {
            builder.OpenComponent<GridColumn<Row>>(0);
            builder.AddComponentParameter(1, nameof(GridColumn<Row>.Title), "Имя");
            builder.AddComponentParameter(2, nameof(GridColumn<Row>.Of), (Func<Row, object?>)(x => x.Name));
            builder.AddComponentParameter(3, nameof(GridColumn<Row>.Sort), "Name");
            builder.CloseComponent();
            builder.OpenComponent<GridColumn<Row>>(4);
            builder.AddComponentParameter(5, nameof(GridColumn<Row>.Title), "День");
            builder.AddComponentParameter(6, nameof(GridColumn<Row>.Of), (Func<Row, object?>)(x => x.Day));
            builder.CloseComponent();
        }));
}
