using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Data;

public sealed class HistoryReaderTests : IAsyncLifetime
{
    private readonly Spoken spoken = new(AppCultures.Russian);
    private TestStore store = null!;
    private Center center = null!;
    private Course course = null!;
    private TrainingEvent training = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.CreateAsync();
        (center, course) = (A.Center(), A.Course("Основы лесного дела"));
        await store.AddAsync(center, course);
        training = A.Event(center, EventStatus.Draft);
        await store.AddAsync(training);
    }

    public async Task DisposeAsync()
    {
        spoken.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_change_is_told_from_what_to_what_with_names_words_and_days()
    {
        await ChangeAsync(async (unit, row) =>
        {
            row.CourseId = course.Id;
            row.StartsOn = new(2026, 12, 1);
            row.Hours = 72;
            row.MoveTo(EventStatus.Announced).ShouldSucceed();
            await Task.CompletedTask;
        });

        var told = Assert.Single(await LastAsync(A.Administrator(), nameof(TrainingEvent), training.Id));

        Assert.Equal((HistoryMove.Changed, training.Title, $"/events/{training.Id}"), (told.Move, told.Name, told.Href));
        Assert.Equal(
            ["Программа: — → Основы лесного дела", "Часы: 36 → 72", "Начало: 30.11.2026 → 01.12.2026", "Состояние: Черновик → Объявлено"],
            told.Fields.Select(x => $"{HistoryWords.Property(told.Kind, x.Property)}: {HistoryWords.Value(x.Before)} → {HistoryWords.Value(x.After)}").Order(StringComparer.Ordinal).OrderBy(x => x[0] switch { 'П' => 0, 'Ч' => 1, 'Н' => 2, _ => 3 }));
    }

    [Fact]
    public async Task What_a_verb_only_touched_is_not_told_as_a_change()
    {
        await ChangeAsync((unit, row) =>
        {
            unit.Db.Entry(row).Property(x => x.Kind).IsModified = true;
            row.Hours = 72;
            return Task.CompletedTask;
        });

        Assert.Equal(["Hours"], Assert.Single(await LastAsync(A.Administrator(), nameof(TrainingEvent), training.Id)).Fields.Select(x => x.Property));
    }

    [Fact]
    public async Task What_was_added_is_told_without_empty_values_and_without_columns_of_the_store()
    {
        var told = Assert.Single(await LastAsync(A.Administrator(), nameof(TrainingEvent), training.Id));

        Assert.Equal(HistoryMove.Added, told.Move);
        Assert.Contains(told.Fields, x => x.Property == "CenterId" && Equals(x.After, center.ShortName));
        Assert.DoesNotContain(told.Fields, x => x.Property is "SearchText" or "CourseId" or "SeatsTaken");
        Assert.All(told.Fields, x => Assert.Null(x.Before));
    }

    [Fact]
    public async Task What_is_gone_keeps_its_number()
    {
        var room = A.Room(center);
        await store.AddAsync(room);
        await store.ChangeAsync(unit =>
        {
            unit.Db.Remove(room);
            return Task.CompletedTask;
        });

        var told = Assert.Single(await LastAsync(A.Administrator(), nameof(Room), room.Id));

        Assert.Equal((HistoryMove.Removed, null), (told.Move, told.Name));
        Assert.Contains(told.Fields, x => x.Property == "Name" && Equals(x.Before, room.Name));
    }

    [Fact]
    public async Task Insurance_numbers_are_hidden_from_everybody()
    {
        var person = A.Person();
        await store.AddAsync(person);
        await store.ChangeAsync(async unit => (await unit.Db.Set<Person>().SingleAsync(x => x.Id == person.Id)).Snils = "11223344595");

        var told = Assert.Single(await LastAsync(A.Administrator(), nameof(Person), person.Id));

        Assert.Equal("***95", HistoryWords.Value(Assert.Single(told.Fields).After));
    }

    [Fact]
    public async Task What_needs_a_right_is_hidden_without_it()
    {
        await ChangeAsync((_, row) =>
        {
            row.Hours = 72;
            return Task.CompletedTask;
        });
        var mask = new MaskedProperty(nameof(TrainingEvent), nameof(TrainingEvent.Hours), Permission.AnnulCertificates);

        var hidden = Assert.Single(Assert.Single(await LastAsync(A.Coordinator(center.Id), nameof(TrainingEvent), training.Id, mask)).Fields);
        var shown = Assert.Single(Assert.Single(await LastAsync(A.Clerk(center.Id), nameof(TrainingEvent), training.Id, mask)).Fields);

        Assert.Equal(("скрыто", "скрыто"), (HistoryWords.Value(hidden.Before), HistoryWords.Value(hidden.After)));
        Assert.Equal(("36", "72"), (HistoryWords.Value(shown.Before), HistoryWords.Value(shown.After)));
    }

    private Task ChangeAsync(Func<WriteUnit, TrainingEvent, Task> change) => store.ChangeAsync(async unit =>
    {
        unit.CenterId = center.Id;
        await change(unit, await unit.Db.Set<TrainingEvent>().SingleAsync(x => x.Id == training.Id));
    });

    private async Task<IEnumerable<HistoryObject>> LastAsync(Actor actor, string kind, int key, params MaskedProperty[] masked)
    {
        var services = new ServiceCollection().AddCenters().AddPeople().AddCourses().AddEvents();
        var names = services.Where(x => x.ServiceType == typeof(HistoryName)).Select(x => (HistoryName)x.ImplementationInstance!);
        var reader = new HistoryReader(store.Store, store.Clock, new HistoryMask(masked), names, []);
        var acts = await store.ReadAsync(db => db.HistoryOfAsync(kind, key, store.Clock));
        return (await reader.OpenAsync(actor, acts))[acts[0].Id];
    }
}
