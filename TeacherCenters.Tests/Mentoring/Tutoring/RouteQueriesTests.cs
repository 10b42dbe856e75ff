using Microsoft.EntityFrameworkCore;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Tests.Data;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace TeacherCenters.Tests.Mentoring.Tutoring;

public sealed class RouteQueriesTests : IAsyncLifetime
{
    private TestStore store = null!;
    private EscortedPerson of = null!;

    public async Task InitializeAsync() => of = await EscortedPerson.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task What_is_done_is_the_same_in_the_store_and_in_memory()
    {
        var route = await of.RouteAsync();
        EnrollmentStatus[] ends = [EnrollmentStatus.Applied, EnrollmentStatus.Enrolled, EnrollmentStatus.Completed, EnrollmentStatus.Expelled, EnrollmentStatus.Withdrawn];
        FinalResult?[] results = [null, .. Enum.GetValues<FinalResult>().Cast<FinalResult?>()];
        foreach (var (status, result) in ends.SelectMany(x => results.Select(r => (x, r))))
        {
            var training = A.Event(of.Center);
            await store.AddAsync(training);
            var enrollment = A.Enrollment(training, of.Person, status);
            enrollment.Result = result;
            await store.AddAsync(enrollment, new RouteItem { RouteId = route, Kind = RouteItemKind.Event, EventId = training.Id });
        }
        foreach (var (startsIn, result) in new (int, InternshipResult?)[] { (-30, InternshipResult.Passed), (-20, InternshipResult.Failed), (-2, null) })
        {
            var form = of.InternshipForm(startsIn);
            var id = await of.InternshipAsync(form);
            if (result is not null)
                (await of.Internships.CompleteAsync(of.Coordinator, id, new() { Version = 1, Result = result, CompletedOn = A.Today, Review = "Отзыв", ReportReceivedOn = A.Today })).ShouldSucceed();
            await of.ItemAsync(route, new() { Kind = RouteItemKind.Internship, InternshipId = id });
        }
        await store.AddAsync(
            new RouteItem { RouteId = route, Kind = RouteItemKind.SelfStudy, Title = "Книга" }, new RouteItem { RouteId = route, Kind = RouteItemKind.SelfStudy, Title = "Статья", DoneOn = A.Today });

        var facts = await store.ReadAsync(db => db.RouteItemFacts().ToListAsync());
        var done = await store.ReadAsync(db => db.RouteItemFacts().Where(RouteRules.IsDone).Select(x => x.ItemId).ToListAsync());
        var open = await store.ReadAsync(db => db.RouteItemFacts().Where(RouteRules.IsOpen).Select(x => x.ItemId).ToListAsync());

        Assert.Equal((ends.Length * results.Length) + 5, facts.Count);
        Assert.Equal(facts.Where(x => RouteRules.StateOf(x, A.Today) == RouteItemState.Done).Select(x => x.ItemId).Order(), done.Order());
        Assert.Equal(facts.Select(x => x.ItemId).Except(done).Order(), open.Order());
        Assert.Equal(7, done.Count);
    }

    [Fact]
    public async Task The_list_filters_by_tutor_group_status_name_and_what_is_overdue()
    {
        var second = A.Person("Новикова");
        var people = new[] { A.Person("Белова"), A.Person("Громова"), A.Person("Яшина") };
        await store.AddAsync([second, .. people]);
        var first = of.RouteForm(people[0]);
        first.Group = "Физики";
        var late = await of.RouteAsync(first);
        await of.ItemAsync(late, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", DueOn = A.Today.AddDays(-1) });
        await of.ItemAsync(await of.RouteAsync(of.RouteForm(people[1])), new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", DueOn = A.Today });
        var third = of.RouteForm(people[2]);
        third.TutorKey = second.PublicKey;
        var over = await of.RouteAsync(third);
        await of.ItemAsync(over, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", DueOn = A.Today.AddDays(-1) });
        (await of.Routes.CancelAsync(of.Coordinator, over, "Перевод")).ShouldSucceed();

        async Task ExpectAsync(RouteFilter filter, params string[] families)
        {
            var page = await of.RouteQueries.ListAsync(of.Coordinator, filter, new PageRequest(Sort: nameof(RouteRow.Person)));
            Assert.Equal(families, page.Items.Select(x => x.Person.Family));
            Assert.Equal(families.Length, page.Total);
            Assert.Equal(families.Order(StringComparer.Ordinal), (await of.RouteQueries.AllAsync(of.Coordinator, filter)).Select(x => x.Person.Family).Order(StringComparer.Ordinal));
        }
        await ExpectAsync(new(), "Белова", "Громова", "Яшина");
        await ExpectAsync(new() { Tutor = second.Id }, "Яшина");
        await ExpectAsync(new() { Group = (await of.DetailsAsync(late)).GroupId }, "Белова");
        await ExpectAsync(new() { Status = RouteStatus.Cancelled }, "Яшина");
        await ExpectAsync(new() { Overdue = true }, "Белова");
        await ExpectAsync(new() { Text = "громова" }, "Громова");
        await ExpectAsync(new() { Center = of.Center.Id + 1 });
        var (counts, overdue) = await of.RouteQueries.CountsAsync(of.Coordinator, new() { Status = RouteStatus.Cancelled });
        Assert.Equal((2, 1, 1), (counts[RouteStatus.Active], counts[RouteStatus.Cancelled], overdue));
    }

    [Fact]
    public async Task Tutors_are_listed_with_their_people_groups_and_what_is_behind()
    {
        var people = new[] { A.Person("Белова"), A.Person("Громова") };
        await store.AddAsync([.. people]);
        var form = of.RouteForm(people);
        form.Group = "Физики";
        var made = (await of.Routes.CreateAsync(of.Coordinator, form)).ShouldSucceed();
        var book = await of.ItemAsync(made[0], new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", DueOn = A.Today.AddDays(-1) });
        await of.ItemAsync(made[1], new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", DueOn = A.Today.AddDays(-1) });
        (await of.Items.MarkAsync(of.Coordinator, made[0], book, true)).ShouldSucceed();

        var row = (await of.TutorQueries.ListAsync(of.Coordinator, new() { View = RouteView.Tutors }, new())).Items.Single();

        Assert.Equal((of.Tutor.Id, 2, 2, 0, 1, 1, 2, 50), (row.TutorId, row.People, row.Active, row.Closed, row.Overdue, row.Done, row.Items, row.Percent));
        Assert.Equal(("Физики", 2), (row.Groups.Single().Name, row.Groups.Single().Routes));
        Assert.Empty((await of.TutorQueries.ListAsync(of.Coordinator, new() { Status = RouteStatus.Closed }, new())).Items);
    }

    [Fact]
    public async Task The_route_on_paper_names_its_teacher_tutor_and_every_point_over_as_many_pages_as_it_needs()
    {
        var form = of.RouteForm();
        (form.Goal, form.Deficits.Digital) = ("Освоить формирующее оценивание", DeficitLevel.High);
        var route = await of.RouteAsync(form);
        for (var i = 1; i <= 40; i++) await of.ItemAsync(route, new() { Kind = RouteItemKind.SelfStudy, Title = $"Прочитать главу {i}", Hours = 2, DueOn = A.Today.AddDays(i) });
        (await of.Routes.CloseAsync(of.Coordinator, route, new() { Version = (await of.DetailsAsync(route)).Version, ClosedOn = A.Today, Reflection = "Стало легче планировать урок" })).ShouldSucceed();
        using var spoken = new Ui.Spoken(TeacherCenters.Ui.Culture.AppCultures.Russian);
        using var output = new MemoryStream();

        RoutePdf.Write(output, await of.DetailsAsync(route), A.Today, store.Clock.UtcNow);

        using var pdf = PdfDocument.Open(output.ToArray());
        Assert.InRange(pdf.NumberOfPages, 2, 3);
        Assert.True(pdf.GetPage(1).Height > pdf.GetPage(1).Width);
        var text = string.Concat(pdf.GetPages().Select(x => ContentOrderTextExtractor.GetText(x)));
        foreach (var part in new[] { "Иванова Мария Петровна", "Тихонова Ольга Ивановна", "Освоить формирующее оценивание", "цифровые — высокий", "Прочитать главу 40", "выполнено 0 из 40 (0 %)", "Стало легче планировать урок", "Лист 2" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }
}
