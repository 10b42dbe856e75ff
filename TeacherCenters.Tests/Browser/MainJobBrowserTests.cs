using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCenters.Certificates;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Documents;

namespace TeacherCenters.Tests.Browser;

/// <summary>What the program exists for, done by hand on the screen: from an empty store to numbered certificates.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class MainJobBrowserTests(BrowserFixture browser)
{
    private const string Title = "Читательская грамотность на уроках";
    private const string School = "МБОУ \"Кадуйская СОШ № 1\"";

    // In the order of the register. The third misses the first day: half of the hours is below the threshold.
    private static readonly string[] Names =
    [
        "Белова Анна Игоревна", "Громов Пётр Ильич", "Емельянов Олег Юрьевич", "Жукова Ольга Павловна", "Орлова Елена Сергеевна", "Семёнова Вера Львовна", "Щукина Ирина Олеговна",
    ];

    [Fact]
    public async Task From_an_empty_store_to_numbered_certificates()
    {
        await using var host = AppHost.Start();
        var walk = await Walk.BeginAsync(browser.Browser, host);
        var today = host.Services.GetRequiredService<NetworkClock>().Today;

        await SetUpAsync(walk, host);
        await CenterAsync(walk, today);
        await CourseAsync(walk);
        var address = await EventAsync(walk, today);
        await CalendarAsync(walk);
        await OpenEnrollmentAsync(walk, address);
        await ImportAsync(walk, address);
        await RegisterAsync(walk, address);
        await WorkbookAsync(walk, today);
        await CompleteAsync(walk, address, today);
        await CertificatesAsync(walk, host, address);
        await walk.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wrong_file_gets_one_clear_sentence_and_stores_nothing()
    {
        await using var host = AppHost.StartSetUp();
        var id = await FillAsync(host);
        var walk = await Walk.SignedInAsync(browser.Browser, host, $"/events/{id}/import");
        var refusal = walk.Page.GetByRole(AriaRole.Alert);

        foreach (var (name, content, sentence) in new (string, byte[], string)[]
        {
            ("приказ.xlsx", Encoding.UTF8.GetBytes("%PDF-1.7\n1 0 obj"), "Это не книга Excel. Сохраните список в Excel как «Книга Excel (.xlsx)» и выберите его снова."),
            ("пустой.xlsx", [], "Файл пуст. Выберите файл со списком."),
            ("с паролем.xlsx", Protected(), "Книга защищена паролем. Снимите пароль в Excel и сохраните её заново."),
            ("школы.xlsx", new TestWorkbook().Row("Школа", "Телефон").Row("СОШ № 5", "8 (8172) 72-00-00").ToBytes(), "Не найден столбец с фамилией и именем. В первых 30 строках должен быть заголовок «ФИО» или «Фамилия»."),
        })
        {
            await walk.UploadAsync((name, content));
            await Assertions.Expect(refusal).ToHaveTextAsync(sentence);
            await Assertions.Expect(walk.Page.Locator("input[type=file]")).ToBeVisibleAsync();
        }
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        Assert.Equal((0, 0), (await db.Set<Person>().CountAsync(), await db.Set<Enrollment>().CountAsync()));
        await walk.Page.Context.CloseAsync();
    }

    private static async Task SetUpAsync(Walk walk, AppHost host)
    {
        var page = walk.Page;
        await page.GotoAsync("/");
        await page.FillAsync("#name", "Соколова Нина Васильевна");
        await page.FillAsync("#email", "admin@example.ru");
        await page.FillAsync("#password", Walk.Password);
        await page.FillAsync("#repeat", Walk.Password);
        await page.FillAsync("#address", host.Address);
        await page.CheckAsync("#empty");
        await page.ClickAsync("button[type=submit]");
        await walk.TitledAsync("Сегодня");
    }

    private static async Task CenterAsync(Walk walk, DateOnly today)
    {
        await walk.OpenAsync("/centers", "Центры");
        await walk.Button("Добавить центр").ClickAsync();
        await walk.TypeAsync("Краткое название", "ЦНППМПР г. Вологды");
        await walk.TypeAsync("Полное название", "Центр непрерывного повышения профессионального мастерства педагогических работников в г. Вологде");
        await walk.TypeAsync("Код", "ВЛГ");
        await walk.TypeAsync("Город", "Вологда");
        await walk.SaveAsync();
        await walk.Button("Добавить аудиторию").ClickAsync();
        await walk.TypeAsync("Название", "Аудитория 12");
        await walk.TypeAsync("Мест", "30");
        await walk.SaveAsync();
        await walk.SaysAsync(walk.Page.Locator(".center-parts"), "Аудитория 12");
        await walk.Button("Добавить подписывающего").ClickAsync();
        await walk.TypeAsync("Должность", "Директор");
        await walk.TypeAsync("Имя на документе", "Н. В. Соколова");
        await walk.DayAsync("Подписывает с", today.AddYears(-1));
        await walk.SaveAsync();
        await walk.SaysAsync(walk.Page.Locator(".center-parts"), "Н. В. Соколова");
    }

    private static async Task CourseAsync(Walk walk)
    {
        await walk.OpenAsync("/courses", "Программы");
        await walk.Button("Добавить программу").First.ClickAsync();
        await walk.TypeAsync("Название", Title);
        await walk.TypeAsync("Часов", "16");
        await walk.SaveAsync();
        await walk.SaysAsync(walk.Page.Locator("tbody"), Title);
    }

    /// <summary>Two sessions of eight hours in the room, yesterday and today.</summary>
    /// <returns>The address of the event.</returns>
    private static async Task<string> EventAsync(Walk walk, DateOnly today)
    {
        await walk.OpenAsync("/events", "Мероприятия");
        await walk.Button("Создать мероприятие").First.ClickAsync();
        await walk.PickAsync("Программа", "чит", Title);
        await Assertions.Expect(walk.Field("Часы").Locator("input")).ToHaveValueAsync("16");
        await walk.DayAsync("Начало", today.AddDays(-1));
        await walk.DayAsync("Окончание", today);
        await walk.TypeAsync("Всего мест", "25");
        await walk.SaveAsync();
        await walk.TitledAsync(Title);
        var address = new Uri(walk.Page.Url).AbsolutePath;

        await walk.OpenAsync($"{address}?tab=sessions", Title);
        for (var day = -1; day <= 0; day++)
        {
            await walk.Button("Добавить занятие").ClickAsync();
            await Assertions.Expect(walk.Field("Дата").Locator("input")).ToHaveValueAsync(DayText.Of(today.AddDays(day)));
            await walk.TypeAsync("Академические часы", "8");
            await Assertions.Expect(walk.Field("Окончание").Locator("input")).ToHaveValueAsync("15:30");
            await walk.TypeAsync("Тема", day < 0 ? "Введение" : "Практикум");
            if (day < 0) await walk.PickAsync("Аудитория", null, "Аудитория 12");
            await walk.SaveAsync();
            await Assertions.Expect(walk.Page.Locator("table.list tbody tr")).ToHaveCountAsync(day + 2);
        }
        await walk.SaysAsync(walk.Page.Locator(".panel-note"), "Часов по занятиям: 16 из 16");
        await walk.SaysAsync(walk.Page.Locator("table.list tbody tr").Last, "Аудитория 12");
        return address;
    }

    private static async Task CalendarAsync(Walk walk)
    {
        await walk.OpenAsync("/calendar", "Календарь");
        var session = walk.Page.Locator(".rz-event").Filter(new() { HasText = Title }).First;
        await session.ClickAsync();
        await walk.TitledAsync(Title);
    }

    private static async Task OpenEnrollmentAsync(Walk walk, string address)
    {
        await walk.OpenAsync(address, Title);
        await walk.Button("Объявить").ClickAsync();
        await walk.Button("Открыть набор").ClickAsync();
        await walk.SaysAsync(walk.Page.Locator(".page-name"), "Идёт набор");
    }

    private static async Task ImportAsync(Walk walk, string address)
    {
        await walk.OpenAsync($"{address}?tab=participants", Title);
        await walk.Page.GetByRole(AriaRole.Link, new() { Name = "Загрузить список" }).ClickAsync();
        await walk.TitledAsync("Загрузка списка участников");
        await walk.UploadAsync(("Список школы.xlsx", SchoolList.Write(Names, School)));
        var rows = walk.Page.Locator(".import-rows tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(8);
        await walk.SaysAsync(rows.First, "Такого дня нет: 31.02.1980");
        // The network does not know the school yet: it is added where its name says.
        await walk.Button("Добавить: Кадуйский МО").ClickAsync();
        await walk.SaysAsync(rows.Last, "МБОУ «Кадуйская СОШ № 1»");
        await walk.Button("Зачислить: 7 человек").ClickAsync();
        await walk.SaysAsync(walk.Page.Locator("#import-done"), "Список загружен");
        await walk.SaysAsync(walk.Page.Locator(".import-table tbody tr"), "Ошибкина Мария Ивановна");
        await walk.Page.GetByRole(AriaRole.Link, new() { Name = "К участникам" }).ClickAsync();
        await Assertions.Expect(walk.Page.Locator("tbody tr.mud-table-row")).ToHaveCountAsync(7);
    }

    private static async Task RegisterAsync(Walk walk, string address)
    {
        await walk.OpenAsync($"{address}?tab=register", Title);
        for (var column = 0; column < 2; column++)
        {
            await walk.Page.Locator($"td[data-r='0'][data-c='{column}']").ClickAsync();
            for (var row = 0; row < Names.Length; row++) await walk.Page.Keyboard.PressAsync((row, column) == (2, 0) ? "y" : "+");
        }
        await Assertions.Expect(walk.Page.Locator(".register[data-state=saved]")).ToBeVisibleAsync();
        Assert.Equal(["+", "+", "Н", "+", "+", "+", "+"], await walk.Page.Locator("td[data-c='0']").AllTextContentsAsync());
    }

    private static async Task WorkbookAsync(Walk walk, DateOnly today)
    {
        var file = await walk.Page.RunAndWaitForDownloadAsync(() => walk.Page.GetByRole(AriaRole.Link, new() { Name = "Ведомость в Excel" }).ClickAsync());
        await using var content = await file.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        var book = RegisterBook.Read(copy, Names.Length);
        Assert.Equal(Names, book.Names);
        Assert.Equal("МБОУ «Кадуйская СОШ № 1»", book.FirstSchool);
        Assert.Equal([today.AddDays(-1).ToDateTime(default), today.ToDateTime(default)], book.Days);
        Assert.Equal(["+", "+", "Н", "+", "+", "+", "+"], book.Marks);
        // Hours and per cent are formulas with the register's figures beside them; the last line counts who came.
        Assert.Equal([16d, 16, 8, 16, 16, 16, 16], book.Hours);
        Assert.Equal([1d, 1, 0.5, 1, 1, 1, 1], book.Shares);
        Assert.Equal([6d, 7], book.Came);
    }

    private static async Task CompleteAsync(Walk walk, string address, DateOnly today)
    {
        await walk.OpenAsync($"{address}?tab=completion", Title);
        var lines = walk.Page.Locator("table.done tbody tr");
        await Assertions.Expect(lines).ToHaveCountAsync(Names.Length);
        await walk.SaysAsync(lines.Nth(2), "отчисление, справка об обучении");
        await walk.Button("Зачтено всем допущенным").ClickAsync();
        await walk.SaysAsync(lines.Nth(0), "удостоверение");
        await walk.TypeAsync("Протокол №", "12");
        await walk.DayAsync("Дата протокола", today);
        await walk.TypeAsync("Приказ №", "34-к");
        await walk.DayAsync("Дата приказа", today);
        await walk.Button("Завершить мероприятие").ClickAsync();
        await walk.SaysAsync(walk.Page.Locator(".done-papers"), $"Протокол № 12 от {DayText.Of(today)}, приказ № 34-к от {DayText.Of(today)}.");
        await walk.SaysAsync(walk.Page.Locator(".page-name"), "Завершено");
    }

    private static async Task CertificatesAsync(Walk walk, AppHost host, string address)
    {
        await walk.OpenAsync($"{address}?tab=documents", Title);
        await walk.Button("Выдать 7 документов").ClickAsync();
        await walk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Выдать", Exact = true }).ClickAsync();
        var numbers = walk.Page.Locator(".certificates-table td.certificates-number a");
        await Assertions.Expect(numbers).ToHaveCountAsync(7);
        await using var db = await host.Services.GetRequiredService<Store>().ReadAsync();
        var issued = await db.Set<Certificate>().OrderBy(x => x.Id).Select(x => new { x.Number, x.Kind, x.Token }).ToListAsync();
        Assert.Equal(await numbers.AllTextContentsAsync(), issued.Select(x => x.Number));
        Assert.Equal(1, issued.Count(x => x.Kind == DocumentKind.StudyStatement));
        // Six numbers of one series without a gap, and the statement's in its own.
        Assert.Equal([1, 2, 3, 4, 5, 6], issued.Where(x => x.Kind == DocumentKind.ProfessionalDevelopmentCertificate).Select(x => int.Parse(LastDigits().Match(x.Number).Value, CultureInfo.InvariantCulture)));

        var href = await walk.Page.GetByRole(AriaRole.Link, new() { Name = "Печать одним файлом" }).GetAttributeAsync("href");
        var answer = await walk.Page.APIRequest.GetAsync(href!, new() { Timeout = Walk.Patience });
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        var pages = PdfPages.Read(await answer.BodyAsync());
        Assert.Equal(issued.Count, pages.Count);
        for (var i = 0; i < issued.Count; i++)
        {
            Assert.Contains(issued[i].Number, pages[i], StringComparison.Ordinal);
            // A statement is given to somebody: the name stands in the dative.
            Assert.Contains(issued[i].Kind == DocumentKind.StudyStatement ? "выдана Емельянову Олегу Юрьевичу" : Names[i], pages[i], StringComparison.Ordinal);
        }

        // Anybody with the code on the paper may ask whether it holds; the name is shown in part only.
        var visitor = await walk.Page.Context.Browser!.NewContextAsync(new() { BaseURL = host.Address });
        var open = await visitor.NewPageAsync();
        await open.GotoAsync($"/verify/{issued[0].Token}");
        await walk.SaysAsync(open.Locator("h1"), "Документ действителен");
        await walk.SaysAsync(open.Locator(".facts"), issued[0].Number);
        Assert.DoesNotContain("Белова", await open.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await open.GotoAsync("/verify/AAAAAAAAAAAAAAAAAAAAAA"))!.Status);
        await visitor.CloseAsync();
    }

    /// <summary>How Excel keeps a workbook with a password: an OLE file whose stream is called «EncryptedPackage».</summary>
    private static byte[] Protected() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. Encoding.Unicode.GetBytes("EncryptedPackage")];

    private static async Task<int> FillAsync(AppHost host) =>
        (await host.Services.GetRequiredService<Store>().WriteAsync<int>(Actor.System, "test.facts", async unit =>
        {
            var center = A.Center();
            unit.Db.Add(center);
            await unit.FlushAsync();
            var of = A.Event(center, EventStatus.Open);
            unit.Db.Add(of);
            await unit.FlushAsync();
            return of.Id;
        })).ShouldSucceed();

    [GeneratedRegex(@"\d+$")]
    private static partial Regex LastDigits();
}
