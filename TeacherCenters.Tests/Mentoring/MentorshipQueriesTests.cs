using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Mentoring;

public sealed class MentorshipQueriesTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private MentoringCenter _of = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        _of = await MentoringCenter.CreateAsync(_store);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task The_list_is_filtered_by_status_municipality_mentor_and_the_words_of_either_name_or_the_school()
    {
        var (sokolova, belova) = (await _of.MentorAsync("Соколова"), await _of.MentorAsync("Белова"));
        await _of.AssignAsync(_of.Whole(sokolova, await _of.YoungAsync("Семёнова")));
        await _of.AssignAsync(_of.Form(belova, await _of.YoungAsync("Петрова", school: _of.Far)));

        await FoundAsync(["Петрова", "Семёнова"], new());
        await FoundAsync(["Петрова"], new() { Status = MentorshipStatus.Waiting });
        await FoundAsync(["Семёнова"], new() { Municipality = _of.Municipality.Id });
        await FoundAsync(["Петрова"], new() { Mentor = belova.Id });
        await FoundAsync(["Семёнова"], new() { Text = "семен" });
        await FoundAsync(["Петрова"], new() { Text = "бело" });
        await FoundAsync(["Петрова"], new() { Text = _of.Far.Name.ToUpperInvariant() });
        await FoundAsync([], new() { Center = _of.Other.Id });
        var counts = await _of.Queries.CountsAsync(_of.Coordinator, new() { Status = MentorshipStatus.Waiting });
        Assert.Equal((1, 1), (counts[MentorshipStatus.Waiting], counts[MentorshipStatus.Active]));
    }

    [Fact]
    public async Task Each_order_of_the_list_is_that_of_its_column_both_ways()
    {
        var (sokolova, belova) = (await _of.MentorAsync("Соколова"), await _of.MentorAsync("Белова"));
        var first = await _of.AssignAsync(_of.Whole(sokolova, await _of.YoungAsync("Антонова")));
        await _of.AssignAsync(_of.Whole(belova, await _of.YoungAsync("Яковлева")));
        (await _of.Log.SaveMeetingAsync(_of.Coordinator, first, new() { Date = A.Today, Topic = "Знакомство" })).ShouldSucceed();

        foreach (var (sort, expected) in new[] { ("Mentee", "Антонова"), ("Mentor", "Яковлева"), ("Meetings", "Яковлева"), ("From", "Антонова"), ("To", "Антонова") })
            Assert.Equal(expected, (await _of.Queries.ListAsync(_of.Coordinator, new(), new(Sort: sort))).Items[0].Mentee.Family);
        Assert.Equal("Антонова", (await _of.Queries.ListAsync(_of.Coordinator, new(), new(Sort: "Meetings", Descending: true))).Items[0].Mentee.Family);
        var page = await _of.Queries.ListAsync(_of.Coordinator, new(), new(1, 1));
        Assert.Equal(("Яковлева", 2), (Assert.Single(page.Items).Mentee.Family, page.Total));
    }

    [Fact]
    public async Task Pairs_are_seen_where_the_actor_may_look_and_by_clerks_nowhere()
    {
        await _of.AssignAsync(_of.Form(await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова")));

        Assert.Equal(1, (await _of.Queries.ListAsync(A.Viewer(_of.Center.Id), new(), new())).Total);
        Assert.Equal(1, (await _of.Queries.ListAsync(A.Administrator(), new(), new())).Total);
        Assert.Equal(0, (await _of.Queries.ListAsync(A.Coordinator(_of.Other.Id), new(), new())).Total);
        Assert.Equal(0, (await _of.Queries.ListAsync(A.Clerk(_of.Center.Id), new(), new())).Total);
        Assert.Empty(await _of.Queries.AllAsync(A.Coordinator(_of.Other.Id), new() { Center = _of.Center.Id }));
        Assert.Empty(await _of.Queries.MentorsAsync(A.Coordinator(_of.Other.Id), null));
    }

    [Fact]
    public async Task A_person_has_the_pairs_of_both_roles()
    {
        var (middle, senior, junior) = (await _of.MentorAsync("Соколова"), await _of.MentorAsync("Белова"), await _of.YoungAsync("Иванова"));
        await _of.AssignAsync(_of.Form(middle, junior));
        await _of.AssignAsync(_of.Form(senior, middle, MentoringDirection.Digital));

        Assert.Equal(2, (await _of.Queries.OfPersonAsync(_of.Coordinator, middle.Id)).Count);
        Assert.Empty(await _of.Queries.OfPersonAsync(A.Coordinator(_of.Other.Id), middle.Id));
    }

    [Fact]
    public async Task The_board_shows_young_teachers_of_the_center_who_have_nobody_and_pages_them_by_name()
    {
        var mentor = await _of.MentorAsync("Соколова");
        await _of.AssignAsync(_of.Form(mentor, await _of.YoungAsync("Занятая")));
        await _of.YoungAsync("Чужая", center: _of.Other);
        await _of.YoungAsync("Опытная", since: new(2015, 9, 1));
        var head = await _of.YoungAsync("Директорова");
        await _store.ChangeAsync(async unit => (await unit.Db.FindAsync<Employment>((await FirstJobAsync(unit, head)).Id))!.Category = WorkerCategory.Head);
        for (var i = 0; i < BoardQueries.PageSize + 1; i++) await _of.YoungAsync($"Молодая{(char)('а' + i)}", school: i == 0 ? _of.Far : null);

        var first = await _of.Board.MenteesAsync(_of.Coordinator, new());
        Assert.Equal((BoardQueries.PageSize, BoardQueries.PageSize + 1), (first.Items.Count, first.Total));
        Assert.All(first.Items, x => Assert.StartsWith("Молодая", x.Name.Family, StringComparison.Ordinal));
        Assert.Equal((25, "Математика"), (first.Items[0].Age, first.Items[0].Job!.Subject));
        Assert.Single((await _of.Board.MenteesAsync(_of.Coordinator, new() { Page = 2 })).Items);
        Assert.Equal("Молодаяв", Assert.Single((await _of.Board.MenteesAsync(_of.Coordinator, new() { Text = "молодаяв" })).Items).Name.Family);
        Assert.Equal("Молодаяа", Assert.Single((await _of.Board.MenteesAsync(_of.Coordinator, new() { Municipality = _of.Far.MunicipalityId })).Items).Name.Family);
        Assert.Equal(0, (await _of.Board.MenteesAsync(_of.Coordinator, new() { AsOf = new(2030, 9, 1) })).Total);
        Assert.Equal(0, (await _of.Board.MenteesAsync(_of.Coordinator, new() { Center = _of.Other.Id })).Total);
        Assert.Equal(first.Total + 1, await _of.Board.CountAsync(A.Administrator(), null));
    }

    [Fact]
    public async Task Mentors_stand_by_load_and_by_fit_for_the_chosen_one()
    {
        var (busy, far, free) = (await _of.MentorAsync("Архипова"), await _of.MentorAsync("Белова", school: _of.Far), await _of.MentorAsync("Волкова", subject: "Физика", school: _of.Far));
        await _of.AssignAsync(_of.Form(busy, await _of.YoungAsync("Иванова")));
        var chosen = await _of.YoungAsync("Петрова");

        var byLoad = await _of.Board.MentorsAsync(_of.Coordinator, new(), null);
        Assert.Equal([far.Id, free.Id, busy.Id], byLoad.Items.Select(x => x.PersonId));
        Assert.Equal(3, byLoad.Limit);
        Assert.Equal([0, 0, 1], byLoad.Items.Select(x => x.Pairs));

        var byFit = await _of.Board.MentorsAsync(_of.Coordinator, new(), await _of.Board.MenteeAsync(_of.Coordinator, new(), chosen.Id));
        Assert.Equal([busy.Id, far.Id, free.Id], byFit.Items.Select(x => x.PersonId));
        Assert.Equal([SuggestionReason.SameSubject, SuggestionReason.SameSchool, SuggestionReason.HasRoom], byFit.Items[0].Reasons);
        Assert.Equal("Белова", Assert.Single((await _of.Board.MentorsAsync(_of.Coordinator, new() { Mentors = "бел" }, null)).Items).Name.Family);
        Assert.Empty((await _of.Board.MentorsAsync(A.Coordinator(_of.Other.Id), new(), null)).Items);
    }

    private static async Task<Employment> FirstJobAsync(TeacherCenters.Data.WriteUnit unit, Person of) =>
        await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(unit.Db.Set<Employment>(), x => x.PersonId == of.Id);

    private async Task FoundAsync(string[] families, MentorshipFilter filter)
    {
        var rows = await _of.Queries.ListAsync(_of.Coordinator, filter, new PageRequest());
        Assert.Equal(families, rows.Items.Select(x => x.Mentee.Family));
        Assert.Equal(families, (await _of.Queries.AllAsync(_of.Coordinator, filter)).Select(x => x.Mentee.Family));
        Assert.Equal(families.Length, rows.Total);
    }
}
