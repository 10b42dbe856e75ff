using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Enrollments;
using TeacherCenters.Enrollments.Import;
using TeacherCenters.Events;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Documents;

namespace TeacherCenters.Tests.Enrollments.Import;

public sealed class ImportPageTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private Center _center = null!;
    private TrainingEvent _event = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        _center = A.Center();
        await _store.AddAsync(_center);
        _event = A.Event(_center, capacity: 2);
        await _store.AddAsync(_event);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    private static byte[] List() => new TestWorkbook()
        .Row("Список участников").Row()
        .Row("№", "ФИО", "Дата рождения", "Школа")
        .Row(1, "Орлова Анна Ильинична", new DateOnly(1985, 3, 5), "СОШ № 5")
        .Row(2, "Белова О. П.", "31.02.1980", "СОШ № 5")
        .Row(3, "Петров Пётр Ильич", "01.02.1990")
        .Row(4, "Круглова Елена Юрьевна")
        .Row(null, "Итого: 4 человека")
        .ToBytes();

    [Fact]
    public async Task A_list_is_shown_row_by_row_and_stored_when_confirmed()
    {
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var page = Upload(screens, List(), "список.xlsx");

        page.WaitForAssertion(() => Assert.Contains("Зачислить: 2 человека, в резерв: 1", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal(0, await _store.ReadAsync(db => db.Set<Person>().CountAsync()));
        Assert.Equal(["1Список участников", "8Итого: 4 человека"], page.FindAll(".import-skipped tbody tr").Select(x => x.TextContent));
        var rows = page.FindAll(".import-rows tbody tr");
        Assert.Equal(4, rows.Count);
        Assert.Contains("Белова О. П.", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Ошибка", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Такого дня нет: 31.02.1980 (Дата рождения, C)", rows[0].TextContent, StringComparison.Ordinal);

        page.FindAll("button").Single(x => x.TextContent.Contains("Зачислить: 2 человека, в резерв: 1", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Contains("Список загружен", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Contains("/refused.xlsx", page.Markup, StringComparison.Ordinal);
        Assert.Equal(3, await _store.ReadAsync(db => db.Set<Enrollment>().CountAsync()));
        Assert.Equal(1, await _store.ReadAsync(db => db.Set<Enrollment>().CountAsync(x => x.Status == EnrollmentStatus.WaitListed)));
    }

    [Fact]
    public async Task A_list_that_is_stored_after_the_page_was_left_is_no_failure()
    {
        var log = new KeptLog();
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id), log);
        var page = Upload(screens, List(), "список.xlsx");
        page.WaitForAssertion(() => Assert.Contains("Зачислить: 2 человека", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        var stored = new TaskCompletionSource();
        using var told = _store.Changes.Subscribe(_ => stored.TrySetResult());

        Task storing;
        await using (await HeldGate.TakeAsync(_store))
        {
            storing = page.FindAll("button").Single(x => x.TextContent.Contains("Зачислить: 2 человека", StringComparison.Ordinal)).ClickAsync(new());
            await screens.Context.DisposeComponentsAsync();
        }
        await storing;

        await stored.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(log.Lines);
        Assert.Equal(3, await _store.ReadAsync(db => db.Set<Enrollment>().CountAsync()));
    }

    [Fact]
    public async Task Lines_about_nobody_are_shown_and_stand_in_the_file_of_reasons_when_nothing_else_does()
    {
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var page = Upload(screens, new TestWorkbook().Row("ФИО", "Место работы", "E-mail").Row("Орлова Анна Ильинична", "школа 12 Вологда", "t9@mail.ru").Row("Всего", 1).ToBytes(), "список.xlsx");
        page.WaitForAssertion(() => Assert.Equal(["3Всего | 1"], page.FindAll(".import-skipped tbody tr").Select(x => x.TextContent)), TimeSpan.FromSeconds(10));
        Assert.Contains("Орлова Анна Ильинична", page.Find(".import-rows tbody").TextContent, StringComparison.Ordinal);

        page.FindAll(".import-bar button")[^1].Click();

        page.WaitForAssertion(() => Assert.Contains("/refused.xlsx", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Contains("Служебных строк пропущено: 1", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_gets_one_sentence_and_stores_nothing()
    {
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));

        var page = Upload(screens, "%PDF-1.7 переименован"u8.ToArray(), "список.xlsx");
        page.WaitForAssertion(() => Assert.Contains("Это не книга Excel", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));

        page = Upload(screens, new TestWorkbook().Row("Школа", "Телефон").Row("СОШ № 5", "1").ToBytes(), "список.xlsx");
        page.WaitForAssertion(() => Assert.Contains("Не найден столбец с фамилией и именем", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal(0, await _store.ReadAsync(db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task The_day_of_an_order_that_cannot_be_read_is_said_and_nothing_is_stored_until_it_is_mended()
    {
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var page = Upload(screens, List(), "список.xlsx");
        var fields = page.WaitForElements(".import-options .form-row input", TimeSpan.FromSeconds(10));
        fields[0].Change("17-о");
        page.WaitForAssertion(() => Assert.False(page.FindAll(".import-bar button")[^1].HasAttribute("disabled")), TimeSpan.FromSeconds(10));

        page.FindAll(".import-options .form-row input")[1].Change("31.11.2026");

        page.WaitForAssertion(() => Assert.Contains(ImportText.Preview_OrderUnread, page.Find(".import-bar").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.True(page.FindAll(".import-bar button")[^1].HasAttribute("disabled"));

        page.FindAll(".import-options .form-row input")[1].Change("30.11.2026");
        page.WaitForAssertion(() => Assert.False(page.FindAll(".import-bar button")[^1].HasAttribute("disabled")), TimeSpan.FromSeconds(10));
        page.FindAll(".import-bar button")[^1].Click();

        page.WaitForAssertion(() => Assert.Contains("Список загружен", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal([("17-о", new DateOnly(2026, 11, 30))], await _store.ReadAsync(db => db.Set<Enrollment>().Where(x => x.Status == EnrollmentStatus.Enrolled).Select(x => ValueTuple.Create(x.OrderNumber!, x.OrderDate!.Value)).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task A_column_is_put_right_by_hand()
    {
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var page = Upload(screens, new TestWorkbook().Row("ФИО", "Заметки").Row("Орлова Анна Ильинична", "05.03.1985").ToBytes(), "список.xlsx");
        page.WaitForElement(".import-rows", TimeSpan.FromSeconds(10));

        page.FindAll(".import-column select")[1].Change(nameof(ImportColumn.BirthDate));

        page.WaitForAssertion(() => Assert.Contains("05.03.1985", page.Find(".import-rows tbody").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task One_answer_adds_a_school_that_is_spelled_in_five_ways()
    {
        var municipality = A.Municipality();
        await _store.AddAsync(municipality);
        await using var screens = new EnrollmentScreens(_store, A.Administrator());
        var page = Upload(screens, new TestWorkbook().Row("ФИО", "Школа", "Должность")
            .Row("Орлова Анна Ильинична", "МБОУ «СОШ №12»", "учитель").Row("Белова Ольга Павловна", "МБОУ СОШ № 12 имени Героя", "учитель")
            .Row("Петров Пётр Ильич", "школа 12", "завуч").Row("Круглова Елена Юрьевна", "СОШ 12", "учитель").Row("Шарова Инна Львовна", "Средняя школа № 12", "учитель").ToBytes(), "список.xlsx");
        page.WaitForAssertion(() => Assert.Contains("Организации нет в справочнике: 5 человек", page.Find(".import-without").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Contains("нет в справочнике: запишется как МБОУ «СОШ №12»", page.Find(".import-rows").TextContent, StringComparison.Ordinal);

        page.Find(".import-add-all select").Change(municipality.Id);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".import-without")), TimeSpan.FromSeconds(10));
        Assert.Empty(page.FindAll(".import-add-all"));
        Assert.All(page.FindAll(".import-rows tbody tr"), x => Assert.Contains("МБОУ СОШ № 12 имени Героя", x.TextContent, StringComparison.Ordinal));
        Assert.Contains(page.FindAll(".import-schools option"), x => x.TextContent == "та же, что МБОУ СОШ № 12 имени Героя");
    }

    [Fact]
    public async Task A_person_of_the_same_name_is_asked_about()
    {
        await _store.AddAsync(A.Person("Орлова", "Анна", "Ильинична"));
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));
        var page = Upload(screens, new TestWorkbook().Row("ФИО").Row("Орлова Анна Ильинична").ToBytes(), "список.xlsx");
        page.WaitForElement(".import-answer", TimeSpan.FromSeconds(10));
        Assert.Contains("Нужен ответ", page.Find(".import-rows tbody").TextContent, StringComparison.Ordinal);

        page.FindAll(".import-answer").First(x => x.TextContent.Contains("Это он(а)", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Contains("Уже в базе", page.Find(".import-rows tbody").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Who_may_not_enroll_in_the_center_sees_no_form()
    {
        await using var screens = new EnrollmentScreens(_store, A.Viewer(_center.Id));

        var page = screens.Context.Render<ImportPage>(x => x.Add(p => p.Id, _event.Id));

        page.WaitForAssertion(() => Assert.Contains("Такой записи нет", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("input[type=file]"));
    }

    [Fact]
    public async Task A_completed_event_takes_no_list()
    {
        var over = A.Event(_center, EventStatus.Completed);
        await _store.AddAsync(over);
        await using var screens = new EnrollmentScreens(_store, A.Coordinator(_center.Id));

        var page = screens.Context.Render<ImportPage>(x => x.Add(p => p.Id, over.Id));

        page.WaitForAssertion(() => Assert.Contains("участников загрузить нельзя", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Refused_rows_are_given_to_who_imported_them_only()
    {
        var results = new ImportResults();
        var key = results.Keep(A.Coordinator(1), 7, [new("Лист1", 5, "Белова О. П.", "B", "ФИО", new("NameInitials", "О. П."))]);

        Assert.NotNull(results.Find(A.Coordinator(1), 7, key));
        Assert.Null(results.Find(A.Viewer(1), 7, key));
        Assert.Null(results.Find(A.Coordinator(1), 8, key));
    }

    private IRenderedComponent<ImportPage> Upload(EnrollmentScreens screens, byte[] file, string name)
    {
        var page = screens.Context.Render<ImportPage>(x => x.Add(p => p.Id, _event.Id));
        page.WaitForElement("input[type=file]");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, name));
        return page;
    }
}
