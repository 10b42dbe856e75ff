using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Assessments;

public sealed class ScoringCommandsTests
{
    [Fact]
    public async Task Two_final_scores_make_points_and_level_and_closing_makes_them_valid_for_three_years()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();

        (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, 40], final: true)).ShouldSucceed();
        Assert.Equal(AssessmentStatus.TookPlace, (await of.StoredAsync(id)).Status);
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [6, 42], final: true)).ShouldSucceed();

        var scored = await of.StoredAsync(id);
        Assert.Equal((AssessmentStatus.Scored, 46.5m, 60, 77.5m, AssessmentLevel.Advanced), (scored.Status, scored.Points, scored.MaxPoints, scored.Percent, scored.LevelReached));
        Assert.Null(scored.CompletedOn);
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        var done = await of.StoredAsync(id);
        Assert.Equal((AssessmentStatus.Completed, A.Today, new DateOnly(2029, 11, 23)), (done.Status, done.CompletedOn, done.ValidTo));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task The_term_counts_from_the_day_of_the_assessment_and_not_from_that_of_its_closing()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store, date: A.Today.AddDays(-7));
        var id = await of.CameAsync();
        await of.ScoreAsync(id, 40, 42);

        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();

        var done = await of.StoredAsync(id);
        Assert.Equal((A.Today, new DateOnly(2029, 11, 16)), (done.CompletedOn, done.ValidTo));
    }

    [Fact]
    public async Task Scores_far_apart_wait_for_a_third_assessor_and_the_two_nearest_count()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        await of.ScoreAsync(id, 10, 40);

        Assert.Equal((AssessmentStatus.TookPlace, true, null), ((await of.StoredAsync(id)).Status, (await of.StoredAsync(id)).NeedsThird, (await of.StoredAsync(id)).Points));
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldRefuse("SessionUnscored");
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(2), id, [5, 36], final: true)).ShouldSucceed();

        var scored = await of.StoredAsync(id);
        Assert.Equal((AssessmentStatus.Scored, false, 43m), (scored.Status, scored.NeedsThird, scored.Points));
    }

    [Fact]
    public async Task A_third_assessor_has_nothing_to_score_without_a_divergence()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).ShouldSucceed();
        var id = await of.CameAsync();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [1, null], final: false)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [null, null], final: false)).ShouldSucceed();

        (await of.Scoring.SaveAsync(of.Assessor(2), id, [5, 36], final: false)).ShouldRefuse("TwoScoreAlready");
    }

    [Fact]
    public async Task Who_began_and_falls_ill_is_taken_out_with_the_drafts_and_another_ends_the_session()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        // The one who falls ill began first: the number one becomes free.
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [1, null], final: false)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [5, 40], final: true)).ShouldSucceed();
        (await of.Sessions.UnassignAsync(of.Coordinator, of.SessionId, of.Accounts[0].Id, drafts: 1)).ShouldRefuse("TwoAssessorsNeeded");
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).ShouldSucceed();

        Assert.Equal([1], (await of.Sessions.UnassignAsync(of.Coordinator, of.SessionId, of.Accounts[0].Id)).ShouldRefuse("AssessorHasDrafts").Args);
        (await of.Sessions.UnassignAsync(of.Coordinator, of.SessionId, of.Accounts[0].Id, drafts: 1)).ShouldSucceed();

        (await of.Scoring.SaveAsync(of.Assessor(0), id, [1, 40], final: true)).ShouldRefuse("NotFound");
        (await of.Scoring.SaveAsync(of.Assessor(2), id, [5, 42], final: true)).ShouldSucceed();
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        Assert.Equal((AssessmentStatus.Completed, 46m), ((await of.StoredAsync(id)).Status, (await of.StoredAsync(id)).Points));
        Assert.Empty(await of.WrongAsync());
        var acts = await of.Queries.HistoryAsync(of.Coordinator, id);
        Assert.Contains(acts, x => x.Verb == "assessments.assessor-unassign");
    }

    [Fact]
    public async Task Who_has_final_points_stays_and_only_the_unfinished_ones_go()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var (ended, begun) = (await of.CameAsync(), await of.CameAsync("Орлова"));
        await of.ScoreAsync(ended, 40, 40);
        (await of.Scoring.SaveAsync(of.Assessor(0), begun, [5, 40], final: true)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(1), begun, [5, null], final: false)).ShouldSucceed();
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).ShouldSucceed();

        (await of.Sessions.UnassignAsync(of.Coordinator, of.SessionId, of.Accounts[1].Id, drafts: 1)).ShouldRefuse("AssessorHasScored");
        Assert.Equal([1], (await of.Sessions.DiscardDraftsAsync(of.Coordinator, of.SessionId, of.Accounts[1].Id, drafts: 2)).ShouldRefuse("AssessorHasDrafts").Args);
        (await of.Sessions.DiscardDraftsAsync(of.Coordinator, of.SessionId, of.Accounts[1].Id, drafts: 1)).ShouldSucceed();

        Assert.Equal([(0, 1), (0, 2), (0, 0)], (await of.SessionQueries.DetailsAsync(of.Coordinator, of.SessionId))!.Assessors.Select(x => (x.Drafts, x.Finals)).OrderBy(x => x.Finals == 0 ? 9 : x.Finals));
        (await of.Scoring.SaveAsync(of.Assessor(2), begun, [5, 42], final: true)).ShouldSucceed();
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task A_day_can_be_unmarked_again_once_the_drafts_are_gone()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [1, null], final: false)).ShouldSucceed();
        (await of.Candidates.UnmarkAsync(of.Coordinator, [id])).ShouldRefuse("ScoringHasBegun");

        (await of.Sessions.DiscardDraftsAsync(of.Coordinator, of.SessionId, of.Accounts[0].Id, drafts: 1)).ShouldSucceed();

        (await of.Candidates.UnmarkAsync(of.Coordinator, [id])).ShouldSucceed();
    }

    [Fact]
    public async Task A_mentor_appointed_after_the_booking_neither_begins_nor_ends_a_score()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        var candidate = (await of.StoredAsync(id)).PersonId;
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, null], final: false)).ShouldSucceed();
        foreach (var mentor in of.AssessorPeople.Take(2))
        {
            await store.AddAsync(new Mentorship { CenterId = of.Center.Id, MentorId = mentor.Id, MenteeId = candidate, Direction = mentor == of.AssessorPeople[0] ? default : MentoringDirection.Digital, Form = default, From = A.Today.AddDays(-7), To = A.Today.AddDays(90) });
        }

        Assert.Equal(["Иванова М. П.", TieGround.Mentor], (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, 40], final: true)).ShouldRefuse("ScorerIsTied").Args);
        Assert.Equal(["Иванова М. П.", TieGround.Mentor], (await of.Scoring.SaveAsync(of.Assessor(1), id, [5, null], final: false)).ShouldRefuse("ScorerIsTied").Args);

        // The way on that the refusal names.
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).ShouldSucceed();
        (await of.Sessions.UnassignAsync(of.Coordinator, of.SessionId, of.Accounts[0].Id, drafts: 1)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(2), id, [5, 40], final: true)).ShouldSucceed();
    }

    [Fact]
    public async Task An_account_that_was_given_another_person_or_none_does_not_make_points_final()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        var candidate = (await of.StoredAsync(id)).PersonId;
        Task TieAsync(int? person) => store.ChangeAsync(async unit => (await unit.Db.Users.FindAsync(of.Accounts[0].Id))!.PersonId = person);
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, 40], final: false)).ShouldSucceed();

        await TieAsync(candidate);
        Assert.Equal(["Иванова М. П.", TieGround.SamePerson], (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, 40], final: true)).ShouldRefuse("ScorerIsTied").Args);
        await TieAsync(null);
        Assert.Equal([of.Accounts[0].FullName], (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, 40], final: true)).ShouldRefuse("AssessorWithoutPerson").Args);

        await TieAsync(of.AssessorPeople[0].Id);
        await of.ScoreAsync(id, 40, 40);
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        await TieAsync(candidate);
        Assert.Equal("Found_ScoredByCandidate", Assert.Single(await of.WrongAsync()).Key);
    }

    [Fact]
    public async Task Neither_a_stranger_nor_a_coordinator_nor_an_administrator_scores()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();

        (await of.Scoring.SaveAsync(of.Assessor(2), id, [5, 36], final: true)).ShouldRefuse("NotFound");
        (await of.Scoring.SaveAsync(of.Coordinator, id, [5, 36], final: true)).ShouldRefuse("NotFound");
        (await of.Scoring.SaveAsync(A.Administrator(), id, [5, 36], final: true)).ShouldRefuse("NotFound");
        // The account is assigned, the right was taken away.
        await Assert.ThrowsAsync<MissingRightException>(() => of.Scoring.SaveAsync(new Actor(of.Accounts[0].Id, "", [new Grant(Role.Viewer, of.Center.Id)]), id, [5, 36], final: true));
    }

    [Fact]
    public async Task A_final_score_stays_and_goes_back_only_while_the_other_is_not_final()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, 40], final: true)).ShouldSucceed();

        (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, 41], final: true)).ShouldRefuse("ScoreIsFinal");
        (await of.Scoring.ReopenAsync(of.Assessor(0), id)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, 10], final: true)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [5, 40], final: true)).ShouldSucceed();
        (await of.Scoring.ReopenAsync(of.Assessor(0), id)).ShouldRefuse("OtherIsFinal");
    }

    [Fact]
    public async Task An_assessor_sees_the_others_points_when_both_are_final_and_not_a_moment_before()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [7, 41], final: true)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [6, 39], final: false)).ShouldSucceed();

        foreach (var index in new[] { 0, 1 })
        {
            var before = await SeenAsync(of, index);
            Assert.Empty(before.Others);
            Assert.Null(before.Result);
        }
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [6, 39], final: true)).ShouldSucceed();

        Assert.Equal([6, 39], Assert.Single((await SeenAsync(of, 0)).Others).Points.Select(x => x!.Value));
        Assert.Equal([7, 41], Assert.Single((await SeenAsync(of, 1)).Others).Points.Select(x => x!.Value));
        Assert.Equal(AssessmentLevel.Advanced, (await SeenAsync(of, 0)).Result?.Level);
    }

    [Fact]
    public async Task A_third_assessor_sees_nothing_before_the_own_score_is_final()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        await of.ScoreAsync(id, 10, 40);
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(2), id, [5, 36], final: false)).ShouldSucceed();

        Assert.Empty((await SeenAsync(of, 2)).Others);
        (await of.Scoring.SaveAsync(of.Assessor(2), id, [5, 36], final: true)).ShouldSucceed();
        Assert.Equal(2, (await SeenAsync(of, 2)).Others.Count);
    }

    [Fact]
    public async Task The_query_hides_what_the_rule_hides()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).ShouldSucceed();
        foreach (var (first, second) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            var id = await of.CameAsync($"Иванова{(first ? "а" : "б")}{(second ? "а" : "б")}");
            (await of.Scoring.SaveAsync(of.Assessor(0), id, [5, 40], first)).ShouldSucceed();
            (await of.Scoring.SaveAsync(of.Assessor(1), id, [5, 40], second)).ShouldSucceed();
        }
        var all = await store.ReadAsync(db => db.Set<AssessorScore>().ToListAsync());
        foreach (var account in of.Accounts)
        {
            var shown = await store.ReadAsync(db => ScoringQueries.VisibleScores(db, account.Id).Select(x => x.Id).OrderBy(x => x).ToListAsync());
            var byRule = all.Where(x => x.AccountId == account.Id || all.Any(own => own.AssessmentId == x.AssessmentId && own.AccountId == account.Id && ScoringRules.SeesOther(own.IsFinal, x.IsFinal))).Select(x => x.Id).Order();
            Assert.Equal(byRule, shown);
        }
    }

    [Fact]
    public async Task Sessions_are_the_own_ones_and_drafts_are_not_there()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        await of.CameAsync();

        Assert.Equal((of.SessionId, 1, 0, 1), Assert.Single(await of.Scores.MineAsync(of.Assessor(0))) is var mine ? (mine.Id, mine.Came, mine.Final, mine.ToScore) : default);
        Assert.Empty(await of.Scores.MineAsync(of.Assessor(2)));
        Assert.Null(await of.Scores.SessionAsync(of.Assessor(2), of.SessionId));
        Assert.Null(await of.Scores.SessionAsync(of.Coordinator, of.SessionId));
    }

    [Fact]
    public async Task What_was_scored_of_a_withdrawn_candidate_is_no_result()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        await of.ScoreAsync(id, 40, 41);

        (await of.Candidates.WithdrawAsync(of.Coordinator, [id], "Отозвано согласие")).ShouldSucceed();

        Assert.Equal((AssessmentStatus.Withdrawn, null, null), ((await of.StoredAsync(id)).Status, (await of.StoredAsync(id)).Points, (await of.StoredAsync(id)).LevelReached));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task The_sheet_of_a_session_stays_when_the_procedure_changes()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var form = (await of.SessionQueries.FormAsync(of.Coordinator, of.Procedure.Id))!;
        form.Criteria.RemoveAt(0);
        form.Criteria[0].MaxPoints = 5;
        (await new ProcedureCommands(store.Store).SaveAsync(of.Coordinator, form)).ShouldSucceed();
        var id = await of.CameAsync();

        await of.ScoreAsync(id, 40, 40);

        Assert.Equal(60, (await of.StoredAsync(id)).MaxPoints);
        Assert.Equal(5, (await of.SessionQueries.FormAsync(of.Coordinator, of.Procedure.Id))!.Criteria.Sum(x => x.MaxPoints));
    }

    [Fact]
    public async Task The_check_command_finds_a_result_that_does_not_follow_and_a_lost_seat()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        await of.ScoreAsync(id, 40, 40);

        await store.ChangeAsync(unit => unit.Db.Database.ExecuteSqlAsync($"UPDATE Assessments SET LevelReached = 'High' WHERE Id = {id}"));
        Assert.Equal("Found_ResultNotFromScores", Assert.Single(await of.WrongAsync()).Key);
        await store.ChangeAsync(unit => unit.Db.Database.ExecuteSqlAsync($"UPDATE AssessmentSlots SET SeatsTaken = 0 WHERE Id = {of.SlotId}"));
        await store.ChangeAsync(unit => unit.Db.Database.ExecuteSqlAsync($"DELETE FROM AssessorScores WHERE Number = 2"));
        Assert.Equal(2, (await of.WrongAsync()).Count);
    }

    private static async Task<ScoringCandidate> SeenAsync(AssessedSession of, int assessor) => (await of.Scores.SessionAsync(of.Assessor(assessor), of.SessionId))!.Candidates[0];
}
