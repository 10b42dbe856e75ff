using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Data;
using TeacherCenters.Documents;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Browser;

/// <summary>An administrator enters the headcount and sends the targets upward, with the people behind them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TargetsBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_headcount_is_pasted_the_share_shows_and_its_number_opens_and_downloads_the_people()
    {
        await using var host = AppHost.StartSetUp();
        await FillAsync(host);
        var walk = await Walk.SignedInAsync(browser.Browser, host, "/reports");
        await walk.TitledAsync("Отчёты");
        await walk.Page.Locator(".report-list a[href='/reports/targets']").ClickAsync();
        await walk.TitledAsync("Показатели");
        var year = host.Services.GetRequiredService<NetworkClock>().Today.Year;
        await walk.SaysAsync(walk.Page.Locator(".page-notice"), $"Численность за {year} год не внесена");
        await walk.SaysAsync(walk.Page.Locator(".target-figures tr.chosen"), "Нет численности");

        await walk.Page.Locator(".page-notice a").ClickAsync();
        await walk.TitledAsync("План и численность");
        await walk.Button("Вставить из Excel").ClickAsync();
        var others = await OthersAsync(host);
        await walk.Sheet.Locator("textarea").FillAsync("Муниципалитет\tПедагоги\tРуководители\nВологодский район\t4\t1\nАрхангельский район\t7\t2\n" + string.Join('\n', others.Select(x => $"{x}\t0\t0")));
        await walk.SaysAsync(walk.Sheet.Locator(".headcount-preview .fault"), "«Архангельский район»: такого муниципалитета нет");
        await walk.SaveAsync($"Записать муниципалитетов: {others.Count + 1}");
        await walk.SaysAsync(walk.Page.Locator(".target-table tfoot"), "4");

        await walk.Page.Locator(".page-back").ClickAsync();
        await walk.TitledAsync("Показатели");
        var chosen = walk.Page.Locator(".target-figures tr.chosen");
        await walk.SaysAsync(chosen, "50\u00A0%");
        await walk.SaysAsync(chosen, "Выполнен");
        await walk.SaysAsync(walk.Page.Locator(".target-chart"), "Путь к плану");

        await chosen.Locator("td.num a").First.ClickAsync();
        await walk.SaysAsync(walk.Page.Locator(".page-subtitle"), "Педагоги · 2019–");
        await walk.SaysAsync(walk.Page.Locator(".server-grid tbody"), "Иванова Мария Петровна");
        var saved = await walk.Page.RunAndWaitForDownloadAsync(() => walk.Page.Locator("a.grid-export").ClickAsync());
        var rows = WorkbookReader.Read(await File.ReadAllBytesAsync(await saved.PathAsync())).Require().Sheets[0].Rows;
        Assert.Equal(["Иванова Мария Петровна", "Петрова Мария Петровна"], rows.Skip(1).Select(x => x[0].Text));

        await walk.OpenAsync("/reports/targets", "Показатели");
        saved = await walk.Page.RunAndWaitForDownloadAsync(() => walk.Page.Locator(".page-actions a.grid-export").ClickAsync());
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"Показатели {year}"), saved.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal(5, WorkbookReader.Read(await File.ReadAllBytesAsync(await saved.PathAsync())).Require().Sheets.Count);
        await walk.Page.Context.CloseAsync();
    }

    /// <summary>The other municipalities: the network has no share while the headcount of one is wanting.</summary>
    private static async Task<List<string>> OthersAsync(AppHost host)
    {
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        return await db.Set<Municipality>().Where(x => x.ShortName != "Вологодский МО").Select(x => x.Name).ToListAsync();
    }

    private static async Task FillAsync(AppHost host)
    {
        var (store, today) = (host.Services.GetRequiredService<Store>(), host.Services.GetRequiredService<NetworkClock>().Today);
        (await store.WriteAsync(Actor.System, "test.facts", async unit =>
        {
            var center = A.Center();
            unit.Db.Add(center);
            await unit.FlushAsync();
            // A network begins with the municipalities of the region.
            var municipality = await unit.Db.Set<Municipality>().SingleAsync(x => x.ShortName == "Вологодский МО");
            var of = A.Event(center, EventStatus.Completed, starts: today.AddDays(-20));
            var (school, people) = (A.School(municipality), new[] { A.Person(), A.Person("Петрова") });
            unit.Db.Add(school);
            unit.Db.Add(of);
            unit.Db.AddRange(people.Cast<object>());
            await unit.FlushAsync();
            foreach (var person in people)
            {
                var row = A.Enrollment(of, person, EnrollmentStatus.Completed);
                (row.SchoolId, row.MunicipalityId, row.Category, row.Result) = (school.Id, municipality.Id, WorkerCategory.Teacher, FinalResult.Passed);
                unit.Db.Add(row);
            }
            return TeacherCenters.Kernel.Result.Done;
        })).ShouldSucceed();
    }
}
