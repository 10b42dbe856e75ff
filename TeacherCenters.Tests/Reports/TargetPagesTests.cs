using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Documents;
using TeacherCenters.Events;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Practices;
using TeacherCenters.Reports;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Reports;

public sealed class TargetPagesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_page_compares_plan_and_fact_and_its_numbers_lead_to_people()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        await of.HeadcountAsync(of.School, StaffGroup.Teachers, 4);
        await of.HeadcountAsync(of.Far, StaffGroup.Teachers, 0);
        await of.TrainedAsync(await of.PersonAsync());
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);

        var page = Show<TargetsPage>(screen, A.Administrator());

        page.WaitForAssertion(() => Assert.Contains("Охвачены профессиональным ростом", page.Markup, StringComparison.Ordinal), Patience);
        var cells = page.Find(".target-figures tr.chosen").QuerySelectorAll("td").Select(x => x.TextContent.Trim()).ToList();
        Assert.Equal(["Охвачены профессиональным ростомзавершили обучение или маршрут, без незачёта", "2019–2026, нарастающим итогом", "≥ 50\u00A0% (2)", "25\u00A0%", "Не хватает: 1", "1", "1", "4"], cells);
        Assert.Equal("/reports/targets/people?year=2026", page.Find(".target-figures tr.chosen td.num a").GetAttribute("href"));
        // Who is young is said at the number, by the settings of the day: there are more pairs than it counts.
        Assert.Equal("Младше 35 лет и первые 3 года преподавания; пара или маршрут в этом периоде не короче 3 мес. По правилам на 23.11.2026", page.FindAll(".target-figures td small")[2].TextContent);
        Assert.Equal(3, page.Find(".target-table").QuerySelectorAll("tbody tr, tfoot tr").Length);

        // Another category, another breakdown: both in the address.
        page.FindAll("button.filter-chip").Single(x => x.TextContent.StartsWith("Руководители", StringComparison.Ordinal)).Click();
        page.WaitForAssertion(() => Assert.DoesNotContain("a", page.Find(".target-table tfoot").QuerySelectorAll("a").Select(x => x.LocalName)), Patience);
        Assert.EndsWith("?group=Heads", screen.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_holds_every_figure_with_all_its_breakdowns()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        await of.HeadcountAsync(of.School, StaffGroup.Teachers, 120);
        await of.HeadcountAsync(of.Far, StaffGroup.Teachers, 0);
        await of.TrainedAsync(await of.PersonAsync());
        using var spoken = new Spoken(AppCultures.Russian);
        var boards = new List<TargetBoard>();
        foreach (var figure in Enum.GetValues<TargetFigure>()) boards.Add(await of.BoardAsync(new() { Figure = figure }));

        var sheets = WorkbookReader.Read(TargetWorkbook.Write(boards, null)).Require().Sheets;

        Assert.Equal(["Показатели", "Охват", "Независимая оценка", "Молодые педагоги", "Маршруты"], sheets.Select(x => x.Name));
        Assert.Equal(["Охвачены профессиональным ростом", "2019–2026, нарастающим итогом", "Педагоги", "1", "1", "120", "≥ 50,0 %", "0,8 %", "≥ 60", "Не хватает: 59"],
            sheets[0].Rows.Single(x => x[0].Text == "Охвачены профессиональным ростом").Cells.Select(x => x.Text));
        var covered = sheets[1].Rows;
        Assert.Equal([1d, 1, 120, 50, 0.8, 60], covered.Single(x => x[0].Text == "Итого").Cells.Select(x => x.Number).OfType<double>());
        foreach (var heading in new[] { "По муниципалитетам", "По категориям", "По годам", "По центрам" }) Assert.Contains(covered, x => x[0].Text == heading);
        Assert.Equal([1d, 1], covered.Single(x => x[0].Text == of.Center.ShortName).Cells.Select(x => x.Number).OfType<double>());
    }

    [Fact]
    public async Task The_index_offers_what_one_may_see_of_the_chosen_center_and_the_tables_of_an_event()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var training = A.Event(of.Center);
        await store.AddAsync(training);
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo($"/reports?event={training.Id}");
        screen.RenderTree.Add<CascadingValue<CenterScope>>(x => x.Add(y => y.Value, new CenterScope(of.Center.Id, [])));

        var page = Show<ReportsPage>(screen, A.Clerk(of.Center.Id));

        page.WaitForAssertion(() => Assert.Contains($"/events/{training.Id}/attendance.xlsx", page.Markup, StringComparison.Ordinal), Patience);
        var files = page.FindAll("a.grid-export").Select(x => x.GetAttribute("href")).ToList();
        Assert.Contains($"/reports/targets.xlsx?center={of.Center.Id}", files);
        Assert.Contains("/courses.xlsx", files);
        // A clerk looks into no mentoring and no log of changes.
        Assert.DoesNotContain(files, x => x!.StartsWith("/mentoring", StringComparison.Ordinal) || x.StartsWith("/admin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_one_center_reads_that_plans_are_the_networks()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        await of.TrainedAsync(await of.PersonAsync());
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);

        var page = Show<TargetsPage>(screen, A.Coordinator(of.Center.Id));

        page.WaitForAssertion(() => Assert.Contains("План и численность заданы для всей сети", page.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("Не хватает", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_whom_it_counts_and_exports_the_same_rows()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        await of.TrainedAsync(await of.PersonAsync());
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo($"/reports/targets/people?year=2026&municipality={of.School.MunicipalityId}");

        var page = Show<TargetPeoplePage>(screen, A.Administrator());

        page.WaitForAssertion(() => Assert.Contains("Иванова Мария Петровна", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("1 участие, 1 человек · Педагоги · Вологодский МО · 2019–2026, нарастающим итогом", page.Find(".page-subtitle").TextContent);
        Assert.Equal($"/reports/targets/people.xlsx?year=2026&municipality={of.School.MunicipalityId}", page.Find("a.grid-export").GetAttribute("href"));
        Assert.Contains("По состоянию на 23.11.2026", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_participations_opens_as_many_rows_and_list_and_file_say_both_numbers()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var twice = await of.PersonAsync();
        await of.TrainedAsync(twice, new(2026, 4, 4));
        await of.TrainedAsync(twice, new(2026, 9, 10));
        await of.TrainedAsync(await of.PersonAsync("Белова"));
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        var numbers = Show<TargetsPage>(screen, A.Administrator()).WaitForElements(".target-figures tr.chosen td.num a", Patience);
        Assert.Equal(["2", "3"], numbers.Select(x => x.TextContent));
        Assert.All(numbers, x => Assert.Equal("Открыть список: 3 участия, 2 человека", x.GetAttribute("title")));
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo(numbers[1].GetAttribute("href")!);

        var page = Show<TargetPeoplePage>(screen, A.Administrator());

        page.WaitForAssertion(() => Assert.Equal(["Белова", "Иванова", "Иванова"], page.FindAll("tbody tr").Select(x => x.QuerySelector("td a")!.TextContent.Split(' ')[0])), Patience);
        Assert.StartsWith("3 участия, 2 человека · ", page.Find(".page-subtitle").TextContent, StringComparison.Ordinal);
        page.FindAll("button.filter-chip")[0].Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Patience);
        var list = await of.Queries.AllPeopleAsync(A.Administrator(), new() { Year = 2026, Participations = true });
        using var file = new MemoryStream();
        TableExport.Write(file, "Список", ReportEndpoints.Columns(list, participations: true), list.Items);
        var rows = WorkbookReader.Read(file.ToArray()).Require().Sheets[0].Rows;
        Assert.Equal(["Фамилия, имя, отчество (3 участия, 2 человека)", "Белова Мария Петровна", "Иванова Мария Петровна", "Иванова Мария Петровна"], rows.Select(x => x[0].Text));
        Assert.Equal(["04.04.2026", "10.09.2026"], rows.TakeLast(2).Select(x => x[7].Text));
    }

    [Fact]
    public async Task A_pasted_table_is_shown_with_its_faults_and_stored_on_a_click()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        await store.ChangeAsync(async unit => (await unit.Db.FindAsync<TeacherCenters.People.Municipality>(of.Far.MunicipalityId))!.Name = "Тотемский муниципальный округ");
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        var (dialogs, messages) = (screen.Render<MudDialogProvider>(x => x.AddCascadingValue(A.Administrator())), screen.Render<MudSnackbarProvider>());
        var page = Show<TargetPlanPage>(screen, A.Administrator());
        page.WaitForElement("#headcount", Patience);
        page.FindAll("button").Single(x => x.TextContent.Trim() == "Вставить из Excel").Click();
        dialogs.WaitForElement("textarea", Patience).Input("Тотемский\t50\t3\nЧужой\t5");

        dialogs.WaitForAssertion(() => Assert.Contains("Будет записано строк: 1. С ошибками, не будут записаны: 1.", dialogs.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("«Чужой»: такого муниципалитета нет в этом году.", dialogs.Find(".headcount-preview .fault").TextContent, StringComparison.Ordinal);
        dialogs.Find("form").Submit();

        messages.WaitForAssertion(() => Assert.Contains("Численность записана, муниципалитетов: 1", messages.Markup, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Equal(["Тотемский МО", "50", "3", "—", "—"], page.FindAll(".target-table tbody tr")[1].QuerySelectorAll("td").Take(5).Select(x => x.TextContent.Trim())), Patience);
    }

    [Fact]
    public async Task A_plan_is_added_in_a_sheet_and_a_refusal_stands_at_its_field()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = Screen(of);
        var dialogs = screen.Render<MudDialogProvider>(x => x.AddCascadingValue(A.Administrator()));
        screen.Render<MudSnackbarProvider>();
        var page = Show<TargetPlanPage>(screen, A.Administrator());
        page.WaitForElement("#plan", Patience);
        page.FindAll("button").Single(x => x.TextContent.Trim() == "Добавить план").Click();
        dialogs.WaitForElement("form", Patience);
        Field(dialogs, "План").Change("120");
        dialogs.Find("form").Submit();
        dialogs.WaitForAssertion(() => Assert.Contains("Введите число от 0 до 100.", dialogs.Markup, StringComparison.Ordinal), Patience);

        Field(dialogs, "План").Change("58");
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("58\u00A0%", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("План записан", page.Markup, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<MudDialogProvider> dialogs, string label) =>
        dialogs.FindAll(".mud-input-control").First(x => x.QuerySelector("label")?.TextContent.TrimEnd('*') == label).QuerySelector("input")!;

    private static BunitContext Screen(TargetNetwork of)
    {
        var screen = new BunitContext();
        Screens.SetUp(screen);
        screen.Services.AddHistory().AddSingleton(of.Store.Store).AddSingleton(of.Store.Clock).AddSingleton(of.Queries).AddSingleton(of.Plans).AddSingleton(of.Commands).AddSingleton<EventQueries>()
            .AddSingleton<NetworkQueries>().AddSingleton<CenterQueries>().AddSingleton<MentorshipQueries>().AddSingleton<RouteQueries>().AddSingleton<InternshipQueries>().AddSingleton<HeadQueries>().AddSingleton<PracticeQueries>();
        screen.Render<MudPopoverProvider>();
        return screen;
    }

    private static IRenderedComponent<T> Show<T>(BunitContext screen, Actor actor) where T : IComponent => screen.Render<T>(x => x.AddCascadingValue(actor));
}
