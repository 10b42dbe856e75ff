using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Assessments;

public sealed class AssessmentCommandsTests
{
    [Fact]
    public async Task An_application_links_the_person_and_copies_the_workplace()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var person = await of.PersonAsync(school: of.School);

        var id = (await of.Candidates.ApplyAsync(of.Coordinator, of.Application(person))).ShouldSucceed();

        var row = await of.StoredAsync(id);
        Assert.Equal((AssessmentStatus.Applied, of.School.Id, "учитель"), (row.Status, row.SchoolId!.Value, row.Position));
        Assert.Equal(of.Center.Id, await store.ReadAsync(db => db.Set<PersonLink>().Where(x => x.PersonId == person.Id).Select(x => x.CenterId).SingleAsync()));
    }

    [Fact]
    public async Task Without_a_consent_nothing_begins_and_one_is_assessed_once_at_a_time()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var person = await of.PersonAsync();
        var form = of.Application(person);
        form.ConsentOn = null;

        Assert.Equal("ConsentOn", (await of.Candidates.ApplyAsync(of.Coordinator, form)).ShouldRefuse("ConsentMissing").Field);
        form.ConsentOn = A.Today.AddDays(1);
        (await of.Candidates.ApplyAsync(of.Coordinator, form)).ShouldRefuse("DayInFuture");
        var first = await of.CheckedAsync(person);
        (await of.Candidates.ApplyAsync(of.Coordinator, of.Application(person))).ShouldRefuse("AlreadyAssessing");
        (await of.Candidates.WithdrawAsync(of.Coordinator, [first], "Передумала")).ShouldSucceed();
        (await of.Candidates.ApplyAsync(of.Coordinator, of.Application(person))).ShouldSucceed();
    }

    [Fact]
    public async Task Booking_takes_seats_and_giving_up_frees_them()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store, seats: 2);
        int[] ids = [await of.CheckedAsync(await of.PersonAsync("Иванова")), await of.CheckedAsync(await of.PersonAsync("Орлова")), await of.CheckedAsync(await of.PersonAsync("Белкина"))];

        Assert.Equal(new Problem("SlotHasFewSeats", "09:00", 3, 2), (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, ids)).Problem);
        Assert.Equal(2, (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, ids[..2])).ShouldSucceed());
        Assert.Equal(new Problem("SlotIsFull", "09:00", 2), (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, ids[2..])).Problem);
        (await of.Candidates.UnbookAsync(of.Coordinator, ids[..1])).ShouldSucceed();
        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, ids[2..])).ShouldSucceed();
        (await of.Candidates.WithdrawAsync(of.Coordinator, ids[2..], "Болезнь")).ShouldSucceed();

        Assert.Equal(1, await store.ReadAsync(db => db.Set<AssessmentSlot>().Where(x => x.Id == of.SlotId).Select(x => x.SeatsTaken).SingleAsync()));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task Nobody_is_booked_into_a_draft_or_without_a_check_of_the_papers()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store, open: false);
        var id = (await of.Candidates.ApplyAsync(of.Coordinator, of.Application(await of.PersonAsync()))).ShouldSucceed();

        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).ShouldRefuse("SessionNotOpen");
        (await of.Sessions.OpenAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        Assert.Equal("Иванова М. П.", (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).ShouldRefuse("CandidateStatusChange").Args[0]);
    }

    [Theory]
    [InlineData(TieGround.Colleague)]
    [InlineData(TieGround.Mentor)]
    [InlineData(TieGround.Tutor)]
    [InlineData(TieGround.Trainer)]
    [InlineData(TieGround.SamePerson)]
    public async Task A_tied_candidate_is_refused_by_name_when_booked_and_the_assessor_when_assigned(TieGround ground)
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var third = of.AssessorPeople[2];
        var person = ground == TieGround.SamePerson ? third : await of.PersonAsync();
        var id = await of.CheckedAsync(person);
        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).ShouldSucceed();
        await TieAsync(of, third, person, ground);
        var refusal = new Problem("AssessorIsTied", third.Name.Short, person.Name.Short, ground);

        // The candidate has a slot already: the third assessor may not be assigned.
        Assert.Equal(refusal, (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).Problem);

        // The other way round: the assessor is there already, and the candidate may not be booked.
        (await of.Candidates.UnbookAsync(of.Coordinator, [id])).ShouldSucceed();
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[2].Id)).ShouldSucceed();
        Assert.Equal(refusal, (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).Problem);
    }

    [Fact]
    public async Task An_assessor_whose_ties_are_not_known_is_not_assigned_and_nobody_twice()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var stranger = AssessedSession.AccountOf(of.Center, null, "Эксперт без карточки");
        await store.AddAsync(stranger);

        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, stranger.Id)).ShouldRefuse("AssessorWithoutPerson");
        (await of.Sessions.AssignAsync(of.Coordinator, of.SessionId, of.Accounts[0].Id)).ShouldRefuse("AssessorTwice");
        (await of.Sessions.UnassignAsync(of.Coordinator, of.SessionId, of.Accounts[0].Id)).ShouldRefuse("TwoAssessorsNeeded");
    }

    [Fact]
    public async Task Presence_is_marked_once_the_session_has_begun_and_taken_back_until_scoring_begins()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store, date: A.Today.AddDays(1));
        var id = await of.CheckedAsync(await of.PersonAsync());
        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).ShouldSucceed();

        (await of.Candidates.MarkAsync(of.Coordinator, [id], appeared: true)).ShouldRefuse("SessionNotYet");
        // Half an hour before it begins, and from its beginning on.
        store.Time.SetUtcNow(store.Clock.ToUtc(A.Today.AddDays(1).ToDateTime(new(8, 30))));
        (await of.Candidates.MarkAsync(of.Coordinator, [id], appeared: false)).ShouldRefuse("SessionNotYet");
        store.Time.Advance(TimeSpan.FromMinutes(30));
        (await of.Candidates.MarkAsync(of.Coordinator, [id], appeared: false)).ShouldSucceed();
        (await of.Candidates.UnmarkAsync(of.Coordinator, [id])).ShouldSucceed();
        (await of.Candidates.MarkAsync(of.Coordinator, [id], appeared: true)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [1, null], final: false)).ShouldSucceed();
        (await of.Candidates.UnmarkAsync(of.Coordinator, [id])).ShouldRefuse("ScoringHasBegun");
    }

    [Fact]
    public async Task Who_did_not_appear_waits_for_a_slot_again()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CheckedAsync(await of.PersonAsync());
        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).ShouldSucceed();
        (await of.Candidates.MarkAsync(of.Coordinator, [id], appeared: false)).ShouldSucceed();

        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).ShouldRefuse("CandidateStatusChange");
        (await of.Candidates.UnbookAsync(of.Coordinator, [id])).ShouldSucceed();
        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).ShouldSucceed();
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task The_workplace_of_the_day_is_copied()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var person = await of.PersonAsync();
        var id = await of.CheckedAsync(person);
        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [id])).ShouldSucceed();
        Assert.Null((await of.StoredAsync(id)).SchoolId);

        await store.AddAsync(new Employment { PersonId = person.Id, SchoolId = of.School.Id, Position = "воспитатель", Category = WorkerCategory.Teacher, From = A.Today });
        (await of.Candidates.MarkAsync(of.Coordinator, [id], appeared: true)).ShouldSucceed();

        Assert.Equal((of.School.Id, "воспитатель"), ((await of.StoredAsync(id)).SchoolId!.Value, (await of.StoredAsync(id)).Position));
    }

    [Fact]
    public async Task Marking_many_and_taking_it_back_asks_no_more_of_the_store_for_each_than_another_verb()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store, seats: 10);
        var ids = new List<int>();
        foreach (var i in Enumerable.Range(0, 5)) ids.Add((await of.Candidates.ApplyAsync(of.Coordinator, of.Application(await of.PersonAsync($"Иванова{i}", of.School)))).ShouldSucceed());
        async Task<int> EachAsync(Func<IReadOnlyList<int>, Task<Result<int>>> verb)
        {
            var one = await store.CommandsAsync(async () => (await verb(ids[..1])).ShouldSucceed());
            return await store.CommandsAsync(async () => (await verb(ids[1..])).ShouldSucceed()) - one;
        }

        var plain = await EachAsync(x => of.Candidates.CheckAsync(of.Coordinator, x));
        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, ids)).ShouldSucceed();

        Assert.Equal(plain, await EachAsync(x => of.Candidates.MarkAsync(of.Coordinator, x, appeared: true)));
        Assert.Equal(plain, await EachAsync(x => of.Candidates.UnmarkAsync(of.Coordinator, x)));
    }

    [Fact]
    public async Task The_list_is_sorted_along_the_chain_of_states()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        await of.CameAsync();
        (await of.Candidates.BookAsync(of.Coordinator, of.SlotId, [await of.CheckedAsync(await of.PersonAsync("Белова"))])).ShouldSucceed();
        await of.CheckedAsync(await of.PersonAsync("Орлова"));
        (await of.Candidates.ApplyAsync(of.Coordinator, of.Application(await of.PersonAsync("Яшина")))).ShouldSucceed();
        AssessmentStatus[] chain = [AssessmentStatus.Applied, AssessmentStatus.Checked, AssessmentStatus.Booked, AssessmentStatus.TookPlace];

        Assert.Equal(chain, (await of.Queries.ListAsync(of.Coordinator, new(), new(Sort: nameof(AssessmentRow.Status)))).Items.Select(x => x.Status));
        Assert.Equal(chain.Reverse(), (await of.Queries.ListAsync(of.Coordinator, new(), new(Sort: nameof(AssessmentRow.Status), Descending: true))).Items.Select(x => x.Status));
    }

    [Fact]
    public async Task Another_centers_candidates_are_not_there_and_a_reader_changes_nothing()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CheckedAsync(await of.PersonAsync());

        (await of.Candidates.BookAsync(A.Coordinator(of.Center.Id + 1), of.SlotId, [id])).ShouldRefuse("NotFound");
        (await of.Candidates.CheckAsync(A.Coordinator(of.Center.Id + 1), [id])).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => of.Candidates.BookAsync(A.Viewer(of.Center.Id), of.SlotId, [id]));
        await Assert.ThrowsAsync<MissingRightException>(() => of.Sessions.CloseAsync(of.Clerk, of.SessionId));
        Assert.Null(await of.Queries.FindAsync(A.Coordinator(of.Center.Id + 1), id));
        Assert.Null(await of.SessionQueries.DetailsAsync(A.Coordinator(of.Center.Id + 1), of.SessionId));
    }

    private static async Task TieAsync(AssessedSession of, Person assessor, Person candidate, TieGround ground)
    {
        switch (ground)
        {
            case TieGround.Colleague:
                await of.Store.AddAsync(Job(assessor), Job(candidate));
                break;
            case TieGround.Mentor:
                await of.Store.AddAsync(new Mentorship
                {
                    CenterId = of.Center.Id, MentorId = assessor.Id, MenteeId = candidate.Id, Direction = default, Form = MentoringForm.OneToOne, From = A.Today.AddYears(-2), To = A.Today.AddYears(-1),
                });
                break;
            case TieGround.Tutor:
                await of.Store.AddAsync(new LearningRoute { CenterId = of.Center.Id, PersonId = candidate.Id, TutorId = assessor.Id, From = A.Today.AddYears(-1), To = A.Today });
                break;
            case TieGround.Trainer:
                var training = A.Center();
                await of.Store.AddAsync(training);
                var run = A.Event(training, EventStatus.Open, starts: A.Today.AddDays(-30));
                await of.Store.AddAsync(run);
                var session = A.Session(run);
                session.Trainers.Add(new SessionTrainer { PersonId = assessor.Id });
                await of.Store.AddAsync(session, A.Enrollment(run, candidate, EnrollmentStatus.Completed));
                break;
        }

        Employment Job(Person person) => new() { PersonId = person.Id, SchoolId = of.School.Id, Position = "учитель", Category = WorkerCategory.Teacher };
    }
}
