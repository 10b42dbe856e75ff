using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Reports;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Reports;

public sealed class TargetQueriesTests
{
    private static readonly PageRequest FirstPage = new();

    [Fact]
    public async Task Who_was_trained_twice_is_one_person_and_two_participations()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var person = await of.PersonAsync();
        await of.TrainedAsync(person);
        await of.TrainedAsync(person, new(2026, 9, 10));

        var board = await of.BoardAsync();

        Assert.Equal(new TargetCount(1, 2), Figure(board, TargetFigure.Covered).Count);
        var row = Assert.Single((await of.Queries.PeopleAsync(A.Administrator(), Figure(board, TargetFigure.Covered).People, FirstPage)).Items);
        Assert.Equal((2, new DateOnly(2026, 9, 10), "Читательская грамотность"), (row.Times, row.Day, row.Title));
    }

    [Fact]
    public async Task Who_was_trained_in_two_centers_stands_in_both_and_once_in_the_network()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var person = await of.PersonAsync();
        await of.TrainedAsync(person);
        await of.TrainedAsync(person, center: of.Other);

        var board = await of.BoardAsync();

        Assert.Equal(new TargetCount(1, 2), board.Total.Count);
        Assert.Equal([new TargetCount(1, 1), new TargetCount(1, 1)], board.Centers.Select(x => x.Count));
        Assert.All(board.Centers, x => Assert.Null(x.Plan));
    }

    [Fact]
    public async Task Who_moved_to_another_school_counts_where_they_worked_on_each_day()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var person = await of.PersonAsync();
        await of.TrainedAsync(person, new(2026, 3, 10));
        await of.TrainedAsync(person, new(2026, 10, 10), school: of.Far);

        var board = await of.BoardAsync();

        Assert.Equal([1, 1], board.Municipalities.Select(x => x.Count.People));
        Assert.Equal(1, board.Total.Count.People);
        var first = Assert.Single((await of.Queries.PeopleAsync(A.Administrator(), board.Municipalities[0].People, FirstPage)).Items);
        Assert.Equal(of.School.Name, first.School);
    }

    [Fact]
    public async Task A_teacher_who_became_a_head_counts_in_both_categories_and_once_among_all()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var person = await of.PersonAsync();
        await of.TrainedAsync(person, new(2026, 3, 10));
        await of.TrainedAsync(person, new(2026, 10, 10), category: WorkerCategory.Head);

        var board = await of.BoardAsync();

        int People(StaffGroup? group) => board.Groups.Single(x => x.People.Counted == group).Count.People;
        Assert.Equal((1, 1, 0, 1), (People(StaffGroup.Teachers), People(StaffGroup.Heads), People(StaffGroup.Others), People(null)));
        // The figure is about teachers: what was learned as a head is no part of it.
        Assert.Equal(new TargetCount(1, 1), Figure(board, TargetFigure.Covered).Count);
    }

    [Fact]
    public async Task Who_turned_thirty_five_in_the_year_was_supported_as_a_young_teacher_if_support_began_before()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        // 35 on 10.05.2026, teaching since 2024.
        var (early, late, lasting) = (await of.PersonAsync("Ранняя", new(1991, 5, 10), new(2024, 9, 1)), await of.PersonAsync("Поздняя", new(1991, 5, 10), new(2024, 9, 1)), await of.PersonAsync("Давняя", new(1991, 5, 10), new(2024, 9, 1)));
        await of.PairAsync(early, new(2026, 5, 9), new(2026, 12, 31));
        await of.PairAsync(late, new(2026, 5, 10), new(2026, 12, 31));
        await of.PairAsync(lasting, new(2025, 9, 1), new(2026, 6, 30));

        var supported = Figure(await of.BoardAsync(), TargetFigure.YoungSupported);

        Assert.Equal(["Давняя", "Ранняя"], (await of.Queries.PeopleAsync(A.Administrator(), supported.People, FirstPage)).Items.Select(x => x.Name.Family));
    }

    [Fact]
    public async Task An_annulled_document_does_not_undo_the_training()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await TeacherCenters.Tests.Certificates.IssuedEvent.CreateAsync(store, null, "Иванова");
        var queries = new TargetQueries(store.Store, store.Clock);
        var document = (await issued.IssueAsync()).ShouldSucceed().Documents[0];
        var before = (await queries.BoardAsync(A.Administrator(), new() { Everybody = true })).Total.Count;
        Assert.Equal(new TargetCount(1, 1), before);

        (await issued.Commands.AnnulAsync(issued.Clerk, document.Id, new() { Version = 1, On = A.Today, Order = "15-к", Reason = "Опечатка" })).ShouldSucceed();

        Assert.Equal(before, (await queries.BoardAsync(A.Administrator(), new() { Everybody = true })).Total.Count);
    }

    [Fact]
    public async Task A_failed_assessment_a_consultation_and_who_is_still_learning_cover_nobody()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        await of.TrainedAsync(await of.PersonAsync(), result: FinalResult.Failed);
        await of.TrainedAsync(await of.PersonAsync(), kind: EventKind.Consultation, result: null);
        var running = A.Event(of.Center);
        await store.AddAsync(running);
        var learner = A.Enrollment(running, await of.PersonAsync());
        learner.Category = WorkerCategory.Teacher;
        await store.AddAsync(learner);
        await of.TrainedAsync(await of.PersonAsync(), kind: EventKind.Seminar, result: null);

        Assert.Equal(new TargetCount(1, 1), (await of.BoardAsync()).Total.Count);
    }

    [Fact]
    public async Task Coverage_adds_up_from_the_first_year_and_the_year_alone_stands_beside_it()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var (old, both) = (await of.PersonAsync(), await of.PersonAsync());
        await of.TrainedAsync(old, new(2019, 1, 1));
        await of.TrainedAsync(both, new(2024, 12, 31));
        await of.TrainedAsync(both, new(2025, 1, 1));
        await of.TrainedAsync(await of.PersonAsync(), new(2018, 12, 31));

        var board = await of.BoardAsync();

        Assert.Equal([(2019, 1, 1), (2024, 2, 1), (2025, 2, 1), (2026, 2, 0)],
            board.Years.Where(x => x.Year is 2019 or 2024 or 2025 or 2026).Select(x => (x.Year, x.Total.Count.People, x.Alone.Count.People)));
        Assert.Equal(3, board.Total.Count.Participations);
        Assert.Equal(1, (await of.BoardAsync(new() { AsOf = new(2024, 12, 30) })).Total.Count.People);
        Assert.Equal(2, (await of.BoardAsync(new() { AsOf = new(2024, 12, 31) })).Total.Count.People);
    }

    [Fact]
    public async Task Support_is_what_has_lasted_long_enough_by_today_on_a_pair_with_papers_or_a_route()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        async Task<Person> YoungAsync(string family) => await of.PersonAsync(family, new(1998, 5, 10), new(2025, 9, 1));
        await of.PairAsync(await YoungAsync("Долгая"), new(2026, 8, 24), new(2027, 5, 31));
        await of.PairAsync(await YoungAsync("Короткая"), new(2026, 8, 25), new(2027, 5, 31));
        await of.PairAsync(await YoungAsync("Прерванная"), new(2026, 2, 1), new(2026, 12, 31), endedOn: new(2026, 4, 29));
        await of.PairAsync(await YoungAsync("Завершённая"), new(2026, 2, 1), new(2026, 12, 31), endedOn: new(2026, 4, 30));
        await of.PairAsync(await YoungAsync("Безбумажная"), new(2026, 2, 1), new(2026, 12, 31), withPapers: false);
        await of.RouteAsync(await YoungAsync("Маршрутная"), new(2026, 2, 1), new(2026, 12, 31));
        await of.RouteAsync(await YoungAsync("Остановленная"), new(2026, 2, 1), new(2026, 12, 31), cancelledOn: new(2026, 6, 1));
        await of.PairAsync(await of.PersonAsync("Опытная"), new(2026, 2, 1), new(2026, 12, 31));

        var board = await of.BoardAsync();

        var supported = (await of.Queries.PeopleAsync(A.Administrator(), Figure(board, TargetFigure.YoungSupported).People, FirstPage)).Items;
        Assert.Equal(["Долгая", "Завершённая", "Маршрутная", "Остановленная"], supported.Select(x => x.Name.Family));
        var onRoute = (await of.Queries.PeopleAsync(A.Administrator(), Figure(board, TargetFigure.OnRoute).People, FirstPage)).Items;
        Assert.Equal(["Маршрутная"], onRoute.Select(x => x.Name.Family));
    }

    [Fact]
    public async Task Thresholds_are_those_of_the_reported_year()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var settings = new SettingsCommands(store.Store);
        (await settings.ChangeAsync(A.Administrator(), new(), new NetworkSettings { SupportMonths = 6 }, new(2026, 1, 1))).ShouldSucceed();
        var person = await of.PersonAsync("Иванова", new(1998, 5, 10), new(2024, 9, 1));
        await of.PairAsync(person, new(2025, 8, 1), new(2026, 4, 30));

        Assert.Equal(0, Figure(await of.BoardAsync(), TargetFigure.YoungSupported).Count.People);
        Assert.Equal(1, Figure(await of.BoardAsync(new() { Year = 2025 }), TargetFigure.YoungSupported).Count.People);
    }

    [Fact]
    public async Task Only_assessments_that_are_completed_count_whatever_the_result()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var person = await of.PersonAsync();
        await of.AssessedAsync(person, new(2025, 5, 5));
        await of.AssessedAsync(person, new(2026, 5, 5));
        await of.AssessedAsync(await of.PersonAsync(), new(2026, 5, 5), isCompleted: false);

        var assessed = Figure(await of.BoardAsync(), TargetFigure.Assessed);

        Assert.Equal((new TargetCount(1, 2), 2_000, false, 2_000), (assessed.Count, assessed.Plan!.Value, assessed.IsMet, assessed.Wanting));
    }

    [Fact]
    public async Task The_share_is_of_the_headcount_of_the_year_and_says_how_many_are_wanting()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        foreach (var i in Enumerable.Range(0, 3)) await of.TrainedAsync(await of.PersonAsync(), school: i == 0 ? of.Far : of.School);
        await of.HeadcountAsync(of.School, StaffGroup.Teachers, 4);
        await of.HeadcountAsync(of.Far, StaffGroup.Teachers, 4);
        await of.HeadcountAsync(of.Far, StaffGroup.Heads, 80);
        await of.HeadcountAsync(of.School, StaffGroup.Heads, 10);
        await of.HeadcountAsync(of.Far, StaffGroup.Teachers, 900, year: 2025);

        var board = await of.BoardAsync();

        Assert.Equal((8, 37.5m, false, 1), (board.Total.Denominator, board.Total.Fact, board.Total.IsMet, board.Total.Wanting));
        Assert.Equal([(50m, true), (25m, false)], board.Municipalities.Select(x => (x.Fact!.Value, x.IsMet!.Value)));
        Assert.Equal(90, board.Groups[1].Denominator);
        // Others are counted by no statistics, and the young of eight years are no part of this year's.
        Assert.All(board.Groups.Skip(2), x => Assert.Equal((null, null), (x.Denominator, x.Plan)));
    }

    [Fact]
    public async Task The_network_has_no_share_while_the_headcount_of_a_municipality_is_wanting()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        foreach (var i in Enumerable.Range(0, 3)) await of.TrainedAsync(await of.PersonAsync(), school: i == 0 ? of.Far : of.School);
        await of.HeadcountAsync(of.Far, StaffGroup.Teachers, 2);

        var board = await of.BoardAsync();

        Assert.Equal((null, null, null), (board.Total.Denominator, board.Total.Fact, board.Total.IsMet));
        Assert.Equal([of.Near.ShortName], board.MissingHeadcounts);
        Assert.Equal([null, 50m], board.Municipalities.Select(x => x.Fact));
        Assert.Equal(board.Figures.Select(x => (x.Count, x.Denominator, x.IsMet)), (await of.Queries.FiguresAsync(A.Administrator())).Select(x => (x.Count, x.Denominator, x.IsMet)));
    }

    [Fact]
    public async Task Every_number_of_the_page_opens_as_many_people_or_participations()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var (young, other) = (await of.PersonAsync("Юная", new(1999, 1, 1), new(2025, 9, 1)), await of.PersonAsync());
        await of.TrainedAsync(young, new(2025, 4, 4));
        await of.TrainedAsync(other);
        await of.TrainedAsync(other, center: of.Other, school: of.Far, category: WorkerCategory.DeputyHead);
        var nowhere = await of.TrainedAsync(await of.PersonAsync());
        await store.ChangeAsync(async unit => (await unit.Db.FindAsync<Enrollment>(nowhere.Id))!.MunicipalityId = null);
        await of.PairAsync(young, new(2026, 1, 10), new(2026, 12, 31));
        await of.RouteAsync(other, new(2025, 1, 1), new(2026, 3, 1), closedOn: new(2026, 3, 1), center: of.Other);
        await of.AssessedAsync(other, new(2026, 5, 5));

        foreach (var figure in Enum.GetValues<TargetFigure>())
        {
            foreach (var filter in new TargetFilter[] { new() { Figure = figure }, new() { Figure = figure, Everybody = true, AsOf = new(2026, 4, 1) }, new() { Figure = figure, Center = of.Other.Id } })
            {
                var board = await of.BoardAsync(filter);
                foreach (var row in board.Figures.Append(board.Total).Concat(board.Municipalities).Concat(board.Groups).Concat(board.Centers).Concat(board.Years.SelectMany(x => new[] { x.Total, x.Alone })))
                {
                    var people = await of.Queries.AllPeopleAsync(A.Administrator(), row.People, FirstPage);
                    var participations = await of.Queries.AllPeopleAsync(A.Administrator(), row.People with { Participations = true }, FirstPage);
                    Assert.Equal((row.Count.Participations, row.Count), (participations.Items.Count, participations.Count));
                    Assert.Equal((row.Count, row.Count), (people.Count, new TargetCount(people.Items.Count, people.Items.Sum(x => x.Times))));
                }
            }
        }
        Assert.Contains((await of.BoardAsync()).Municipalities, x => x.People.Nowhere && x.Count.People == 1);
    }

    [Fact]
    public async Task Who_may_look_into_one_center_sees_its_facts_without_plans_and_nobody_of_another()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        await of.HeadcountAsync(of.School, StaffGroup.Teachers, 4);
        await of.TrainedAsync(await of.PersonAsync("Своя"));
        await of.TrainedAsync(await of.PersonAsync("Чужая"), center: of.Other);
        var viewer = A.Viewer(of.Center.Id);

        var board = await of.Queries.BoardAsync(viewer, new());

        Assert.Equal((1, null, null), (board.Total.Count.People, board.Total.Plan, board.Total.Denominator));
        Assert.Equal([of.Center.Id], board.Centers.Select(x => x.People.Center!.Value));
        Assert.Equal(["Своя"], (await of.Queries.PeopleAsync(viewer, new(), FirstPage)).Items.Select(x => x.Name.Family));
        Assert.Empty((await of.Queries.PeopleAsync(viewer, new() { Center = of.Other.Id }, FirstPage)).Items);
        Assert.Null((await of.Queries.PeopleAsync(viewer, new() { Center = of.Other.Id }, FirstPage)).Head.Place);
        Assert.Empty((await of.Queries.BoardAsync(TeacherCenters.Security.Actor.Nobody, new())).Centers);
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_what_is_counted()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        async Task<(int, int)> CountAsync() => (
            await QueryCounter.CountAsync(() => of.BoardAsync()),
            await QueryCounter.CountAsync(() => of.Queries.PeopleAsync(A.Administrator(), new() { Text = "иван" }, FirstPage)));
        var empty = await CountAsync();
        foreach (var i in Enumerable.Range(0, 12)) await of.TrainedAsync(await of.PersonAsync($"Иванова{(char)('а' + i)}"), school: i % 2 == 0 ? of.Far : of.School, endsOn: new(2019 + (i % 8), 5, 5));

        Assert.Equal((9, 10), await CountAsync());
        Assert.Equal((9, 10), empty);
    }

    [Fact]
    public async Task Several_boards_are_read_at_once_and_each_is_as_it_is_alone()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        foreach (var i in Enumerable.Range(0, 6)) await of.TrainedAsync(await of.PersonAsync(), school: i % 2 == 0 ? of.Far : of.School, endsOn: new(2021 + i, 5, 5));
        await of.PairAsync(await of.PersonAsync("Юная", new(1999, 1, 1), new(2025, 9, 1)), new(2026, 1, 10), new(2026, 12, 31));
        TargetFilter[] filters = [.. Enum.GetValues<TargetFigure>().Select(x => new TargetFilter { Figure = x, Everybody = x == TargetFigure.Covered })];
        IReadOnlyList<TargetBoard> boards = [];

        Assert.Equal(9, await store.CommandsAsync(async () => boards = await of.Queries.BoardsAsync(A.Administrator(), filters)));

        foreach (var (board, filter) in boards.Zip(filters)) Assert.Equivalent(await of.BoardAsync(filter), board, strict: true);
        Assert.Equal(filters.Length, boards.Select(x => x.Figure).Distinct().Count());
    }

    private static TargetRow Figure(TargetBoard board, TargetFigure figure) => board.Figures.Single(x => x.People.Figure == figure);
}
