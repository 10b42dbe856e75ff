using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Bench.Pictures;

/// <summary>
/// One event from its first line to its certificates, as the guides of coordinator and clerk tell it. The clock is put forward
/// with the story, so that sessions can be marked and the event can be closed.
/// </summary>
internal sealed class EventStory(PictureHost host, PicturesRun run)
{
    private static readonly DateOnly First = new(2026, 11, 23), Last = new(2026, 11, 26);
    private static readonly string[] Known = ["Фамилия, имя, отчество", "Дата рождения", "СНИЛС", "Место работы", "Должность", "Телефон"];
    private const string Sheet = ".mud-dialog";
    private const int Short = 560;
    private string _event = "";
    private IPage _page = null!;

    public async Task TellAsync()
    {
        await SignInAsync(Picture.Coordinator);
        await CreateAsync();
        await PlanAsync();
        await BringInAsync();
        host.Clock.Set(First, new(9, 15));
        await SignInAsync(Picture.Coordinator);
        await ShowAsync("/", "today", Short);
        await _page.SetViewportSizeAsync(390, 844);
        await ShowAsync("/", "today-phone");
        await ShowAsync("/calendar", "calendar-phone");
        host.Clock.Set(Last, new(14, 40));
        await SignInAsync(Picture.Coordinator);
        await MarkAsync();
        await CompleteAsync();
        await IssueAsync();
        await SignInAsync(Picture.Clerk);
        await HandOverAsync();
        await SignInAsync(Picture.Administrator);
        await ShowAsync("/admin/audit", "audit", 640);
    }

    private async Task SignInAsync(string account)
    {
        await run.ForgetAsync();
        _page = await (await run.ContextAsync(account)).NewPageAsync();
    }

    private async Task ShowAsync(string address, string? name = null, int? height = null)
    {
        await _page.GotoAsync(address);
        if (name is null) await PicturesRun.StillAsync(_page);
        else await run.ShootAsync(_page, name, height: height);
    }

    private Task ClickAsync(string button) => _page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Or(_page.GetByRole(AriaRole.Link, new() { Name = button, Exact = true })).First.ClickAsync();

    private ILocator Field(string label) => _page.GetByRole(AriaRole.Dialog).GetByLabel(label).First;

    private async Task FillAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.BlurAsync();
        await PicturesRun.StillAsync(_page);
    }

    private async Task ChooseAsync(ILocator list, string option)
    {
        await list.ClickAsync();
        await _page.Locator(".mud-popover-open").GetByText(option).First.ClickAsync();
        await PicturesRun.StillAsync(_page);
    }


    private async Task CreateAsync()
    {
        await ShowAsync("/calendar");
        await ClickAsync("Создать мероприятие");
        await Field("Программа").FillAsync("Цифровые");
        await _page.Locator(".picker-hit", new() { HasText = "Цифровые" }).First.ClickAsync();
        await FillAsync(Field("Начало"), DayText.Of(First));
        await FillAsync(Field("Окончание"), DayText.Of(Last));
        await FillAsync(Field("Всего мест"), "25");
        await run.ShootAsync(_page, "event-new", Sheet);
        await ClickAsync("Сохранить");
        await _page.WaitForURLAsync("**/events/*");
        _event = new Uri(_page.Url).AbsolutePath;
        await run.ShootAsync(_page, "event-draft", height: Short);
    }

    private async Task PlanAsync()
    {
        await ShowAsync($"{_event}?tab=sessions");
        await ClickAsync("Составить расписание");
        await FillAsync(Field("Часов в день"), "6");
        await ChooseAsync(Field("Аудитория"), "Аудитория 101");
        await ClickAsync("Составить");
        await run.ShootAsync(_page, "plan-taken", Sheet, 640);
        await ChooseAsync(Field("Аудитория"), "Аудитория 204");
        await ClickAsync("Составить");
        await _page.GetByLabel("Изменить занятие").First.ClickAsync();
        await FillAsync(Field("Тема"), "Создание интерактивных заданий");
        await run.ShootAsync(_page, "session", Sheet, 640);
        await ClickAsync("Сохранить");
        await run.ShootAsync(_page, "sessions", height: Short);
        await ShowAsync("/calendar");
        await ClickAsync("Неделя");
        await PicturesRun.StillAsync(_page);
        await ClickAsync("Вперёд");
        await run.ShootAsync(_page, "calendar-week");
        await ShowAsync(_event);
        await ClickAsync("Объявить");
        await ClickAsync("Открыть набор");
        await run.ShootAsync(_page, "event-open", height: Short);
    }

    private async Task BringInAsync()
    {
        var list = await ListAsync();
        await ShowAsync($"{_event}/import", "import-source", Short);
        await _page.Locator("input[type=file]").SetInputFilesAsync(list);
        await _page.Locator(".import-rows").WaitForAsync();
        await run.ShootAsync(_page, "import-preview", height: 1080);
        await _page.Locator(".import-answer", new() { HasText = "Это он" }).First.ClickAsync();
        await FillAsync(_page.GetByLabel("Номер приказа"), "118-з");
        await FillAsync(_page.GetByLabel("Дата приказа"), DayText.Of(PictureClock.Day));
        await PicturesRun.StillAsync(_page);
        await _page.Locator(".import-bar .mud-button-filled").ClickAsync();
        await _page.GetByText("Список загружен").WaitForAsync();
        await run.ShootAsync(_page, "import-done", height: 640);
        await ShowAsync($"{_event}?tab=participants", "participants");
        await run.ShootSheetAsync(_page.Context, "sign-in-sheet", $"{_event}/sign-in-sheet.pdf");
    }

    private async Task MarkAsync()
    {
        await ShowAsync($"{_event}?tab=register");
        for (var column = 0; column < 4; column++)
        {
            await _page.Locator($"td[data-r='0'][data-c='{column}']").ClickAsync();
            var rows = await _page.Locator("td[data-c='0']").CountAsync();
            for (var row = 0; row < rows; row++) await _page.Keyboard.PressAsync((row, column) switch { (2, > 0) or (7, 1) => "y", (4, 2) => "e", (9, 0) => "j", (11, 3) => "l", _ => "+" });
        }
        await _page.Locator(".register[data-state=saved]").WaitForAsync();
        await run.ShootAsync(_page, "register", height: 1120);
        await _page.SetViewportSizeAsync(390, 844);
        await ShowAsync($"{_event}?tab=register", "register-phone");
        await _page.SetViewportSizeAsync(1440, 900);
    }

    private async Task CompleteAsync()
    {
        await ShowAsync($"{_event}?tab=completion");
        await ClickAsync("Зачтено всем допущенным");
        await FillAsync(_page.GetByLabel("Протокол №"), "41");
        await FillAsync(_page.GetByLabel("Дата протокола"), DayText.Of(Last));
        await FillAsync(_page.GetByLabel("Приказ №"), "126-о");
        await FillAsync(_page.GetByLabel("Дата приказа"), DayText.Of(Last));
        await run.ShootAsync(_page, "completion", height: 1480);
        await ClickAsync("Завершить мероприятие");
        await _page.GetByText("Мероприятие завершено").First.WaitForAsync();
        await run.ShootAsync(_page, "completion-done", height: 640);
    }

    private async Task IssueAsync()
    {
        await ShowAsync($"{_event}?tab=documents");
        await _page.GetByLabel("Выбрать всех, кому положен документ").CheckAsync();
        await run.ShootAsync(_page, "documents-issue");
        await _page.Locator(".certificates-do").ClickAsync();
        await run.ShootAsync(_page, "documents-confirm");
        await ClickAsync("Выдать");
        await _page.GetByText("Отметить напечатанными").WaitForAsync();
        await run.ShootAsync(_page, "documents-issued");
        var certificate = (await _page.Locator("td.certificates-number a").First.GetAttributeAsync("href"))!;
        await run.ShootSheetAsync(_page.Context, "certificate", certificate);
        var token = Path.GetFileNameWithoutExtension(certificate);
        await _page.SetViewportSizeAsync(720, Short);
        await ShowAsync($"/verify/{token}", "verify");
    }

    /// <summary>What the clerk does with them: print, hand over, annul, duplicate.</summary>
    private async Task HandOverAsync()
    {
        await ShowAsync($"{_event}?tab=documents");
        await ClickAsync("Отметить напечатанными");
        await _page.GetByText("Отмечено: 22").WaitForAsync();
        await ClickAsync("Выдать на руки");
        await run.ShootAsync(_page, "hand-over", Sheet, 560);
        await ClickAsync("Отметить выдачу");
        await _page.GetByText("Выдано на руки: 22").WaitForAsync();
        await run.ShootAsync(_page, "documents-handed-over", height: 640);
        await ShowAsync("/certificates", "book", 720);
        await _page.Locator("tbody tr").First.ClickAsync();
        await run.ShootAsync(_page, "book-card", Sheet);
        await ClickAsync("Аннулировать");
        await run.ShootAsync(_page, "annul", $"{Sheet} >> nth=-1", 560);
        await ShowAsync("/certificates");
        await _page.Locator("tbody tr").First.ClickAsync();
        await ClickAsync("Выдать дубликат");
        await run.ShootAsync(_page, "duplicate", $"{Sheet} >> nth=-1", 560);
        await ShowAsync("/certificates/to-issue", "to-issue", 640);
    }

    /// <summary>The list that a school sent: most are known, some are new, one row is wrong and one asks.</summary>
    private async Task<string> ListAsync()
    {
        var known = await host.AskAsync(db => (
            from person in db.Set<Person>()
            join job in db.Set<Employment>() on person.Id equals job.PersonId
            join school in db.Set<School>() on job.SchoolId equals school.Id
            join municipality in db.Set<Municipality>() on school.MunicipalityId equals municipality.Id
            where municipality.ShortName == "г. Вологда" && school.Level == EducationLevel.General && db.Set<PersonLink>().Any(x => x.PersonId == person.Id && x.CenterId == 1)
            orderby school.Id, person.SearchText
            select new { person.FamilyName, person.GivenName, person.Patronymic, person.BirthDate, person.Snils, School = school.Name, job.Position, person.Phone }).Take(20).ToListAsync());
        string?[][] rows =
        [
            .. known.Skip(1).Select(x => new[] { $"{x.FamilyName} {x.GivenName} {x.Patronymic}", x.BirthDate is { } born ? DayText.Of(born) : null, x.Snils, x.School, x.Position, x.Phone }),
            [$"{known[0].FamilyName} {known[0].GivenName} {known[0].Patronymic}", null, null, known[^1].School, "учитель", null],
            ["Снегирёва Полина Аркадьевна", "14.08.1997", null, "МАОУ «Гимназия у реки», г. Вологда", "учитель", "+7 900 000-51-07"],
            ["Журавлёв Тимофей Игнатьевич", "02.03.2001", null, known[1].School, "учитель", "+7 900 000-51-12"],
            ["Рябинина Алевтина Фёдоровна", "31.02.1984", null, known[2].School, "учитель начальных классов", null],
        ];
        var file = Path.Combine(BenchStore.Home, "Список школы.xlsx");
        File.Delete(file);
        await MiniExcelLibs.MiniExcel.SaveAsAsync(file, rows.Select(x => Known.Zip(x).ToDictionary(c => c.First, c => (object?)c.Second)));
        return file;
    }
}
