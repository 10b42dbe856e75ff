using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Assessments.Attestation;

public sealed class AttestationQueriesTests : IAsyncLifetime
{
    private TestStore store = null!;
    private AttestedHeads of = null!;

    public async Task InitializeAsync() => of = await AttestedHeads.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task The_list_says_who_is_due_when_and_its_filters_counts_and_export_agree()
    {
        var (never, lapsed, due, valid, bad) = (await of.HeadAsync("Авдеева"), await of.HeadAsync("Белова"), await of.HeadAsync("Громова"), await of.HeadAsync("Зуева"), await of.HeadAsync("Котова"));
        await of.PersonAsync("Учителева");
        await of.AttestAsync(lapsed, A.Today.AddYears(-5).AddDays(-1));
        await of.AttestAsync(due, A.Today.AddYears(-5).AddMonths(3));
        await of.AttestAsync(valid, A.Today.AddYears(-5).AddMonths(6).AddDays(1));
        await of.AttestAsync(bad, A.Today.AddDays(-30), AttestationDecision.Unsuitable);
        (await of.Commands.ApplyAsync(of.Coordinator, of.Application(never))).ShouldSucceed();
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, await of.MeetingAsync(), [due.PublicKey])).ShouldSucceed();

        async Task ExpectAsync(HeadFilter filter, params string[] families)
        {
            var page = await of.Heads.ListAsync(of.Coordinator, filter, new PageRequest());
            Assert.Equal(families, page.Items.Select(x => x.Person.Family));
            Assert.Equal(families.Length, page.Total);
            Assert.Equal(families, (await of.Heads.AllAsync(of.Coordinator, filter)).Select(x => x.Person.Family));
        }
        await ExpectAsync(new(), "Авдеева", "Котова", "Белова", "Громова", "Зуева");
        await ExpectAsync(new() { State = TermState.Never }, "Авдеева");
        await ExpectAsync(new() { State = TermState.Unsuitable }, "Котова");
        await ExpectAsync(new() { State = TermState.Lapsed }, "Белова");
        await ExpectAsync(new() { State = TermState.Due }, "Громова");
        await ExpectAsync(new() { State = TermState.Valid }, "Зуева");
        await ExpectAsync(new() { Due = 6 }, "Громова");
        await ExpectAsync(new() { Due = 2 });
        await ExpectAsync(new() { Due = 12 }, "Громова", "Зуева");
        await ExpectAsync(new() { Stage = HeadStage.Uncalled }, "Белова");
        await ExpectAsync(new() { Stage = HeadStage.Uncalled, Due = 6 });
        await ExpectAsync(new() { Stage = HeadStage.Uncalled, Due = 12 }, "Зуева");
        await ExpectAsync(new() { Stage = HeadStage.Applied }, "Авдеева");
        await ExpectAsync(new() { Stage = HeadStage.Planned, State = TermState.Due }, "Громова");
        await ExpectAsync(new() { Text = "гром мар" }, "Громова");
        await ExpectAsync(new() { Municipality = of.Municipality.Id, State = TermState.Lapsed }, "Белова");
        await ExpectAsync(new() { Municipality = of.Municipality.Id + 1 });
        var counts = await of.Heads.CountsAsync(of.Coordinator, new() { State = TermState.Due });
        Assert.All(Enum.GetValues<TermState>(), state => Assert.Equal(1, counts.States[state]));
        Assert.Equal([(HeadStage.Planned, 1)], counts.Stages.Select(x => (x.Key, x.Value)));
        var all = await of.Heads.CountsAsync(of.Coordinator, new());
        Assert.Equal([(HeadStage.Uncalled, 1), (HeadStage.Applied, 1), (HeadStage.Planned, 1)], all.Stages.OrderBy(x => x.Key).Select(x => (x.Key, x.Value)));
        Assert.Equal(2, (await of.Heads.CountsAsync(of.Coordinator, new() { Due = 12 })).Stages.Values.Sum());
        var row = (await of.Heads.ListAsync(of.Coordinator, new() { Text = "громова" }, new())).Items.Single();
        Assert.Equal((TermState.Due, A.Today.AddMonths(3), HeadStage.Planned, A.Today.AddDays(14), "директор", "Школа № 5"), (row.State, row.ValidTo!.Value, row.Stage, row.MeetingOn!.Value, row.Position, row.School));
    }

    [Fact]
    public async Task A_head_of_an_organisation_that_is_not_in_the_list_is_shown_and_not_called_before_it_is_chosen()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AttestedHeads.CreateAsync(store);
        var person = await of.PersonAsync("Авдеева");
        await store.AddAsync(new Employment { PersonId = person.Id, SchoolId = null, SchoolWritten = "Школа на горе", Position = "директор", Category = WorkerCategory.Head });
        var meeting = await of.MeetingAsync();

        var row = Assert.Single((await of.Heads.ListAsync(of.Coordinator, new(), new(Sort: nameof(HeadRow.School)))).Items);
        Assert.Equal(("Школа на горе", null), (row.School, row.Municipality));
        Assert.Equal("Школа на горе", (await of.Heads.CardAsync(of.Coordinator, person.PublicKey))!.Post!.School);
        Assert.Equal("Школа на горе", Assert.Single(await of.MeetingQueries.CandidatesAsync(of.Coordinator, meeting)).School);
        Assert.Empty((await of.Heads.ListAsync(of.Coordinator, new() { Municipality = of.Municipality.Id }, new())).Items);
        (await of.Commands.ApplyAsync(of.Coordinator, of.Application(person))).ShouldRefuse("HeadSchoolUnlisted");
        Assert.Equal("Школа на горе", (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [person.PublicKey])).ShouldRefuse("HeadSchoolUnlisted").Args[1]);
    }

    [Theory]
    [InlineData(nameof(HeadRow.Person), false, "Авдеева", "Белова", "Яшина")]
    [InlineData(nameof(HeadRow.Person), true, "Яшина", "Белова", "Авдеева")]
    [InlineData(nameof(HeadRow.School), false, "Авдеева", "Белова", "Яшина")]
    [InlineData(nameof(HeadRow.School), true, "Яшина", "Белова", "Авдеева")]
    [InlineData(nameof(HeadRow.Municipality), false, "Авдеева", "Белова", "Яшина")]
    [InlineData(nameof(HeadRow.Municipality), true, "Яшина", "Белова", "Авдеева")]
    [InlineData(nameof(HeadRow.ValidTo), false, "Яшина", "Авдеева", "Белова")]
    [InlineData(nameof(HeadRow.ValidTo), true, "Белова", "Авдеева", "Яшина")]
    [InlineData(nameof(HeadRow.MeetingOn), false, "Белова", "Авдеева", "Яшина")]
    [InlineData(nameof(HeadRow.MeetingOn), true, "Белова", "Авдеева", "Яшина")]
    public async Task Every_column_that_sorts_sorts(string column, bool descending, params string[] families)
    {
        var (first, second) = (await of.HeadAsync("Авдеева"), await of.HeadAsync("Белова"));
        await of.HeadAsync("Яшина");
        await of.AttestAsync(first, A.Today.AddYears(-4));
        await of.AttestAsync(second, A.Today.AddYears(-3));
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, await of.MeetingAsync(), [second.PublicKey])).ShouldSucceed();

        Assert.Equal(families, (await of.Heads.ListAsync(of.Coordinator, new(), new PageRequest(Sort: column, Descending: descending))).Items.Select(x => x.Person.Family));
    }

    [Fact]
    public async Task The_address_of_terms_that_run_out_shows_exactly_them()
    {
        var (due, lapsed, left) = (await of.HeadAsync("Белова"), await of.HeadAsync("Громова"), await of.HeadAsync("Яшина", to: A.Today.AddDays(-1)));
        await of.AttestAsync(due, A.Today.AddYears(-5));
        await of.AttestAsync(lapsed, A.Today.AddYears(-5).AddDays(-1));
        await of.AttestAsync(left, A.Today.AddYears(-5));

        var months = await of.Heads.ReminderMonthsAsync();
        var filter = FilterUrl.Read<HeadFilter>($"/attestation?due={months}");

        Assert.Equal(6, months);
        Assert.Equal(["Белова"], (await of.Heads.ListAsync(of.Coordinator, filter, new())).Items.Select(x => x.Person.Family));
        Assert.Equal(1, (await of.Heads.CountsAsync(of.Coordinator, new())).States[TermState.Due]);
        async Task<int> CountAsync(TeacherCenters.Security.Actor actor, int? center = null) => (await of.Heads.ListAsync(actor, filter with { Center = center }, new())).Total;
        Assert.Equal((1, 0, 0, 0), (await CountAsync(A.Administrator(), of.Center.Id), await CountAsync(A.Administrator(), of.Elsewhere.Id), await CountAsync(of.Stranger), await CountAsync(A.Clerk(of.Center.Id))));
    }

    [Fact]
    public async Task Candidates_and_former_heads_stand_in_groups_of_their_own()
    {
        var (head, former, candidate, promoted) = (await of.HeadAsync("Авдеева"), await of.HeadAsync("Белова", to: A.Today.AddDays(-1)), await of.PersonAsync("Громова"), await of.PersonAsync("Зуева"));
        await of.AttestAsync(former, A.Today.AddDays(-30));
        foreach (var person in new[] { candidate, promoted }) (await of.Commands.ApplyAsync(of.Coordinator, of.Candidacy(person))).ShouldSucceed();
        await of.AttestAsync(promoted, A.Today.AddDays(-20), AttestationDecision.Recommended);
        await store.AddAsync(new Employment { PersonId = promoted.Id, SchoolId = of.School.Id, Position = "директор", Category = WorkerCategory.Head, From = A.Today.AddDays(-10) });

        async Task<IEnumerable<(string, TermState)>> InAsync(HeadGroup group) => (await of.Heads.ListAsync(of.Coordinator, new() { Group = group }, new(Sort: nameof(HeadRow.Person)))).Items.Select(x => (x.Person.Family, x.State));
        Assert.Equal([("Авдеева", TermState.Never), ("Зуева", TermState.Valid)], await InAsync(HeadGroup.Leading));
        Assert.Equal([("Громова", TermState.Never)], await InAsync(HeadGroup.Candidate));
        Assert.Equal([("Белова", TermState.Valid)], await InAsync(HeadGroup.Former));
        Assert.NotNull(await of.Heads.CardAsync(of.Coordinator, head.PublicKey));
    }

    [Fact]
    public async Task A_term_given_next_door_counts_and_a_refusal_there_stays_there()
    {
        var (term, refused, open) = (await of.HeadAsync("Белова"), await of.HeadAsync("Громова"), await of.HeadAsync("Яшина"));
        await of.AttestAsync(term, A.Today.AddDays(-30), center: of.Elsewhere);
        await of.AttestAsync(refused, A.Today.AddDays(-30), AttestationDecision.Unsuitable, of.Elsewhere);
        (await of.Commands.PutOnAgendaAsync(of.Stranger, await of.MeetingAsync(center: of.Elsewhere), [open.PublicKey])).ShouldSucceed();

        var rows = (await of.Heads.ListAsync(of.Coordinator, new(), new(Sort: nameof(HeadRow.Person)))).Items;

        Assert.Equal([(TermState.Valid, false, null), (TermState.Never, false, null), (TermState.Never, true, (DateOnly?)null)], rows.Select(x => (x.State, x.IsElsewhere, x.MeetingOn)));
        Assert.Equal(TermState.Unsuitable, (await of.Heads.CardAsync(of.Stranger, refused.PublicKey))!.State);
        var card = (await of.Heads.CardAsync(of.Coordinator, term.PublicKey))!;
        Assert.Equal((TermState.Valid, A.Today.AddDays(-30).AddYears(5)), (card.State, card.ValidTo!.Value));
        Assert.Empty(card.Rows);
        Assert.Empty(await of.Heads.HistoryAsync(of.Coordinator, term.Id));
        Assert.Equal((TermState.Never, 0), ((await of.Heads.CardAsync(of.Coordinator, refused.PublicKey))!.State, (await of.Heads.OfPersonAsync(of.Coordinator, refused.Id)).Count));
        Assert.True((await of.Heads.CardAsync(of.Coordinator, open.PublicKey))!.OpenElsewhere);
    }

    [Fact]
    public async Task A_head_of_another_center_and_a_teacher_have_no_card()
    {
        var (foreign, teacher) = (await of.HeadAsync("Белова", of.Elsewhere), await of.PersonAsync("Яшина"));

        Assert.Null(await of.Heads.CardAsync(of.Coordinator, foreign.PublicKey));
        Assert.Null(await of.Heads.CardAsync(of.Coordinator, teacher.PublicKey));
        Assert.Null(await of.Heads.CardAsync(A.Clerk(of.Elsewhere.Id), foreign.PublicKey));
        Assert.Empty((await of.Heads.ListAsync(of.Coordinator, new(), new())).Items);
        Assert.Empty((await of.Heads.ListAsync(A.Clerk(of.Elsewhere.Id), new(), new())).Items);
        Assert.NotNull(await of.Heads.CardAsync(of.Stranger, foreign.PublicKey));
    }

    [Fact]
    public async Task The_query_and_the_rule_choose_the_same_employment_as_a_head()
    {
        DateOnly?[] days = [null, A.Today.AddYears(-3), A.Today.AddDays(-1), A.Today, A.Today.AddDays(1)];
        foreach (var (from, to, other) in from a in days from b in days from c in days select (a, b, c))
        {
            var person = await of.HeadAsync(from: from, to: to);
            await store.AddAsync(new Employment { PersonId = person.Id, SchoolId = of.School.Id, Position = "заведующий", Category = WorkerCategory.Head, From = other, IsMain = other != A.Today });
        }

        var jobs = await store.ReadAsync(db => db.Set<Employment>().ToListAsync());
        var byQuery = await store.ReadAsync(db => HeadQueries.HeadJobs(db, A.Today).Select(x => x.Id).ToListAsync());

        Assert.Equal(jobs.GroupBy(x => x.PersonId).Select(x => AttestationRules.HeadJobOn(x, A.Today)?.Id).OfType<int>().Order(), byQuery.Order());
    }

    [Fact]
    public async Task A_meeting_offers_who_waits_and_whose_term_ends_soon_after_it()
    {
        var (waits, lapsed, soon, valid, planned, foreign) = (await of.HeadAsync("Авдеева"), await of.HeadAsync("Белова"), await of.HeadAsync("Громова"), await of.HeadAsync("Зуева"), await of.HeadAsync("Котова"), await of.HeadAsync("Яшина", of.Elsewhere));
        await of.AttestAsync(lapsed, A.Today.AddYears(-6));
        await of.AttestAsync(soon, A.Today.AddYears(-5).AddMonths(6).AddDays(10));
        await of.AttestAsync(valid, A.Today.AddYears(-2));
        (await of.Commands.ApplyAsync(of.Coordinator, of.Application(waits))).ShouldSucceed();
        var meeting = await of.MeetingAsync();
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [planned.PublicKey])).ShouldSucceed();

        var offered = await of.MeetingQueries.CandidatesAsync(of.Coordinator, meeting);

        Assert.Equal([("Авдеева", true), ("Белова", false), ("Громова", false)], offered.Select(x => (x.Person.Family, x.Waits)));
        Assert.NotEqual(foreign.PublicKey, offered[0].PersonKey);
        Assert.Empty(await of.MeetingQueries.CandidatesAsync(A.Viewer(of.Center.Id), meeting));
        Assert.Empty(await of.MeetingQueries.CandidatesAsync(of.Stranger, meeting));
    }

    [Fact]
    public async Task Meetings_are_listed_by_state_with_how_many_stand_on_them_and_foreign_ones_are_not_there()
    {
        var (person, second) = (await of.HeadAsync(), await of.HeadAsync("Яшина"));
        var held = await of.AttestAsync(person, A.Today.AddDays(-30));
        var (ahead, over, cancelled) = (await of.MeetingAsync(A.Today.AddDays(1)), await of.MeetingAsync(A.Today), await of.MeetingAsync(A.Today.AddDays(40)));
        (await of.Meetings.CancelAsync(of.Coordinator, cancelled, "Нет кворума")).ShouldSucceed();
        // A meeting of today waits for its protocol once somebody stands on its list.
        Assert.Equal(MeetingState.Ahead, (await of.MeetingQueries.DetailsAsync(of.Coordinator, over))!.State);
        Assert.Equal(2, (await of.MeetingQueries.CountsAsync(of.Coordinator, new()))[MeetingState.Ahead]);
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, over, [second.PublicKey])).ShouldSucceed();
        await of.MeetingAsync(center: of.Elsewhere);

        async Task ExpectAsync(MeetingState? state, params int[] ids)
        {
            var page = await of.MeetingQueries.ListAsync(of.Coordinator, new() { State = state }, new());
            Assert.Equal(ids, page.Items.Select(x => x.Id));
            Assert.Equal(ids.Length, page.Total);
            Assert.Equal(ids, (await of.MeetingQueries.AllAsync(of.Coordinator, new() { State = state })).Select(x => x.Id));
            if (state is { } one) Assert.All(page.Items, x => Assert.Equal(one, x.State));
        }
        await ExpectAsync(null, cancelled, ahead, over, held);
        await ExpectAsync(MeetingState.Ahead, ahead);
        await ExpectAsync(MeetingState.Over, over);
        await ExpectAsync(MeetingState.Held, held);
        await ExpectAsync(MeetingState.Cancelled, cancelled);
        Assert.All((await of.MeetingQueries.CountsAsync(of.Coordinator, new() { State = MeetingState.Over })).Values, x => Assert.Equal(1, x));
        Assert.Equal([(0, 0), (0, 0), (1, 1), (1, 0)], (await of.MeetingQueries.AllAsync(of.Coordinator, new())).Select(x => (x.Heads, x.Undecided)));
        Assert.Equal([over, ahead], (await of.MeetingQueries.ChoicesAsync(of.Coordinator)).Select(x => x.Id));
        Assert.Empty(await of.MeetingQueries.ChoicesAsync(A.Viewer(of.Center.Id)));
        Assert.Null(await of.MeetingQueries.DetailsAsync(of.Stranger, held));
        Assert.Empty(await of.MeetingQueries.HistoryAsync(of.Stranger, held));
        Assert.Equal(["attestation.meeting-hold", "attestation.meeting-create"], (await of.MeetingQueries.HistoryAsync(of.Coordinator, held)).Select(x => x.Verb));
    }

    [Fact]
    public async Task The_check_finds_what_no_verb_would_store()
    {
        var person = await of.HeadAsync();
        await of.AttestAsync(person, A.Today.AddDays(-30));
        Assert.Empty(await of.WrongAsync());

        await store.ChangeAsync(async unit => await unit.Db.Database.ExecuteSqlAsync($"""UPDATE "HeadAttestations" SET "Decision" = 'Recommended', "ValidTo" = NULL, "MeetingOn" = '2020-01-01'"""));

        Assert.Equal(3, (await of.WrongAsync()).Count);
    }
}
