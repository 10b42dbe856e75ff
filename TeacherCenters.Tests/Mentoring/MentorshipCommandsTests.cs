using Microsoft.EntityFrameworkCore;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Mentoring;

public sealed class MentorshipCommandsTests : IAsyncLifetime
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
    public async Task Assigning_copies_the_workplaces_of_the_day_and_waits_for_the_papers()
    {
        var (mentor, mentee) = (await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова"));

        var pair = await _of.PairAsync(await _of.AssignAsync(_of.Form(mentor, mentee)));

        Assert.Equal(MentorshipStatus.Waiting, pair.Status);
        Assert.Equal((_of.School.Id, _of.Municipality.Id, "Учитель", WorkerCategory.Teacher, "Математика"), (pair.SchoolId, pair.MunicipalityId, pair.Position, pair.Category, pair.Subject));
        Assert.Equal((_of.School.Id, "Учитель"), (pair.MentorSchoolId, pair.MentorPosition));
        Assert.Empty(await _of.WrongAsync());
    }

    [Fact]
    public async Task Any_two_people_can_be_chosen_and_become_known_to_the_center()
    {
        var mentor = A.Person("Белова");
        await _store.AddAsync(mentor);
        var mentee = await _of.YoungAsync("Иванова", center: _of.Other);

        await _of.AssignAsync(_of.Form(mentor, mentee));

        Assert.Equal(2, await _store.ReadAsync(db => db.Set<PersonLink>().CountAsync(x => x.CenterId == _of.Center.Id && (x.PersonId == mentor.Id || x.PersonId == mentee.Id))));
        Assert.Equal(A.Today, (await _store.ReadAsync(db => db.Set<Mentor>().SingleAsync(x => x.PersonId == mentor.Id))).Since);
    }

    [Fact]
    public async Task With_order_and_both_consents_a_pair_is_active_at_once()
    {
        var id = await _of.AssignAsync(_of.Whole(await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова")));

        Assert.Equal(MentorshipStatus.Active, (await _of.PairAsync(id)).Status);
    }

    [Fact]
    public async Task A_second_mentor_in_one_direction_is_refused_by_name_and_another_direction_is_not()
    {
        var (first, second, mentee) = (await _of.MentorAsync("Соколова"), await _of.MentorAsync("Белова"), await _of.YoungAsync("Иванова"));
        await _of.AssignAsync(_of.Form(first, mentee));

        var refused = (await _of.Commands.AssignAsync(_of.Coordinator, _of.Form(second, mentee))).ShouldRefuse("MenteeHasMentor");

        Assert.Equal(new Problem("MenteeHasMentor", "Иванова М. П.", MentoringDirection.Subject, "Соколова М. П.", _of.Center.ShortName).At("Direction"), refused);
        await _of.AssignAsync(_of.Form(second, mentee, MentoringDirection.Digital));
        Assert.Empty(await _of.WrongAsync());
    }

    [Fact]
    public async Task Who_assigns_nobody_is_told_no_names_by_a_preview()
    {
        var form = _of.Form(await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова"));

        foreach (var actor in new[] { Actor.Nobody, A.Clerk(_of.Center.Id), A.Viewer(_of.Center.Id) })
        {
            var told = await _of.Board.PreviewAsync(actor, form);
            Assert.Equal((null, null, null), (told.Mentor, told.Mentee, told.Refusal));
        }
        Assert.NotNull((await _of.Board.PreviewAsync(_of.Coordinator, form)).Mentor);
    }

    [Fact]
    public async Task The_place_is_one_in_the_whole_network()
    {
        var (mentor, mentee) = (await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова"));
        await _of.AssignAsync(_of.Form(mentor, mentee));
        var elsewhere = _of.Form(await _of.MentorAsync("Белова", center: _of.Other), mentee);
        elsewhere.CenterId = _of.Other.Id;

        // Of another center's pair no more is told than whose it is.
        Assert.Equal([mentee.Name.Short, MentoringDirection.Subject, _of.Center.ShortName], (await _of.Commands.AssignAsync(A.Coordinator(_of.Other.Id), elsewhere)).ShouldRefuse("MenteeHasMentorElsewhere").Args);
    }

    [Fact]
    public async Task The_limit_warns_and_does_not_stop()
    {
        var mentor = await _of.MentorAsync("Соколова");
        foreach (var family in new[] { "Иванова", "Петрова", "Орлова" }) await _of.AssignAsync(_of.Form(mentor, await _of.YoungAsync(family)));
        var fourth = await _of.YoungAsync("Титова");

        var preview = await _of.Board.PreviewAsync(_of.Coordinator, _of.Form(mentor, fourth));

        Assert.Null(preview.Refusal);
        Assert.Equal([new Problem("MentorOverLimit", "Соколова М. П.", 3, 3)], preview.Warnings);
        await _of.AssignAsync(_of.Form(mentor, fourth));
    }

    [Fact]
    public async Task A_mentor_in_another_direction_is_told_before_the_assignment_and_does_not_stop_it()
    {
        var (first, second, mentee) = (await _of.MentorAsync("Соколова"), await _of.MentorAsync("Белова"), await _of.YoungAsync("Иванова"));
        await _of.AssignAsync(_of.Form(first, mentee));
        var form = _of.Form(second, mentee, MentoringDirection.Digital);

        var preview = await _of.Board.PreviewAsync(_of.Coordinator, form);

        Assert.Null(preview.Refusal);
        Assert.Equal([new Problem("MenteeHasOther", "Иванова М. П.", MentoringDirection.Subject, "Соколова М. П.", _of.Center.ShortName)], preview.Warnings);
        // Of another center's pair no more is told than whose it is.
        Assert.Equal([new Problem("MenteeHasOtherElsewhere", "Иванова М. П.", MentoringDirection.Subject, _of.Center.ShortName)], (await _of.Board.PreviewAsync(A.Coordinator(_of.Other.Id), form)).Warnings);
        await _of.AssignAsync(form);
    }

    [Fact]
    public async Task The_preview_says_what_the_verb_will_refuse_and_who_is_young_no_longer()
    {
        var (mentor, mentee) = (await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова", since: new(2015, 9, 1)));
        Assert.Equal([new Problem("MenteeNotYoung", "Иванова М. П.")], (await _of.Board.PreviewAsync(_of.Coordinator, _of.Form(mentor, mentee))).Warnings);
        await _of.AssignAsync(_of.Form(mentor, mentee));

        Assert.Equal("MenteeHasMentor", (await _of.Board.PreviewAsync(_of.Coordinator, _of.Form(mentor, mentee))).Refusal?.Key);
        Assert.Equal("MentorIsMentee", (await _of.Board.PreviewAsync(_of.Coordinator, _of.Form(mentor, mentor))).Refusal?.Key);
    }

    [Fact]
    public async Task The_last_paper_makes_a_pair_active_and_a_changed_direction_asks_for_its_place()
    {
        var (mentor, mentee) = (await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова"));
        var id = await _of.AssignAsync(_of.Form(mentor, mentee));
        await _of.AssignAsync(_of.Form(mentor, mentee, MentoringDirection.Digital));
        var form = _of.Whole(mentor, mentee);
        (form.Id, form.Version) = (id, await _of.VersionAsync(id));

        (await _of.Commands.ChangeAsync(_of.Coordinator, form)).ShouldSucceed();

        Assert.Equal(MentorshipStatus.Active, (await _of.PairAsync(id)).Status);
        (form.Version, form.Direction) = (await _of.VersionAsync(id), MentoringDirection.Digital);
        (await _of.Commands.ChangeAsync(_of.Coordinator, form)).ShouldRefuse("MenteeHasMentor");
    }

    [Fact]
    public async Task A_refused_change_leaves_the_form_as_it_was_typed()
    {
        var id = await _of.AssignAsync(_of.Form(await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова")));
        var form = new MentorshipForm { Id = id, Version = await _of.VersionAsync(id), From = new(2026, 9, 1), To = new(2026, 8, 1) };
        var typed = form with { };

        (await _of.Commands.ChangeAsync(_of.Coordinator, form)).ShouldRefuse("MentorshipDates");

        Assert.Equal(typed, form);
    }

    [Fact]
    public async Task What_somebody_else_changed_is_not_overwritten()
    {
        var (mentor, mentee) = (await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова"));
        var form = _of.Whole(mentor, mentee);
        form.Id = await _of.AssignAsync(_of.Form(mentor, mentee));
        form.Version = await _of.VersionAsync(form.Id.Value);
        (await _of.Commands.ChangeAsync(_of.Coordinator, form)).ShouldSucceed();

        (await _of.Commands.ChangeAsync(_of.Coordinator, form)).ShouldRefuse("ChangedByOther");
    }

    [Fact]
    public async Task An_ended_pair_frees_the_place_and_is_not_reopened_over_another_mentor()
    {
        var (mentor, other, mentee) = (await _of.MentorAsync("Соколова"), await _of.MentorAsync("Белова"), await _of.YoungAsync("Иванова"));
        var id = await _of.AssignAsync(_of.Whole(mentor, mentee));
        (await _of.Commands.EndAsync(_of.Coordinator, id, await EndAsync(id, MentorshipEnd.ByMentor))).ShouldSucceed();
        var pair = await _of.PairAsync(id);
        Assert.Equal((MentorshipStatus.EndedEarly, MentorshipEnd.ByMentor, A.Today), (pair.Status, pair.EndReason, pair.EndedOn));

        var next = await _of.AssignAsync(_of.Form(other, mentee));
        (await _of.Commands.ReopenAsync(_of.Coordinator, id)).ShouldRefuse("MenteeHasMentor");
        (await _of.Commands.CancelAsync(_of.Coordinator, next)).ShouldSucceed();
        (await _of.Commands.ReopenAsync(_of.Coordinator, id)).ShouldSucceed();

        Assert.Equal(MentorshipStatus.Active, (await _of.PairAsync(id)).Status);
        Assert.Empty(await _of.WrongAsync());
    }

    [Fact]
    public async Task A_pair_that_has_met_is_ended_and_not_taken_back()
    {
        var id = await _of.AssignAsync(_of.Whole(await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова")));
        (await _of.Log.SaveMeetingAsync(_of.Coordinator, id, new() { Date = A.Today, Topic = "Знакомство" })).ShouldSucceed();

        Assert.Equal([1], (await _of.Commands.CancelAsync(_of.Coordinator, id)).ShouldRefuse("MentorshipHasMeetings").Args);
        var end = await EndAsync(id, MentorshipEnd.ByMentee);
        end.EndedOn = A.Today.AddDays(-1);
        (await _of.Commands.EndAsync(_of.Coordinator, id, end)).ShouldRefuse("MeetingsAfterEnd");
        end.EndedOn = A.Today;
        (await _of.Commands.EndAsync(_of.Coordinator, id, end)).ShouldSucceed();
        Assert.Empty(await _of.WrongAsync());
    }

    [Fact]
    public async Task A_goal_that_is_saved_as_it_was_opened_leaves_no_trace_in_the_history()
    {
        var id = await _of.AssignAsync(_of.Form(await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова")));
        (await _of.Log.SaveGoalAsync(_of.Coordinator, id, new() { Text = "Открытый урок" })).ShouldSucceed();
        var goal = Assert.Single((await _of.Queries.DetailsAsync(_of.Coordinator, id))!.Goals);

        (await _of.Log.SaveGoalAsync(_of.Coordinator, id, new() { Id = goal.Id, Version = goal.Version, Text = "Открытый урок" })).ShouldSucceed();

        Assert.Equal(["mentoring.goal", "mentoring.assign"], (await _of.Queries.HistoryAsync(_of.Coordinator, id)).Select(x => x.Verb));
    }

    [Fact]
    public async Task Goals_and_meetings_stand_in_the_pair_and_in_its_history()
    {
        var id = await _of.AssignAsync(_of.Whole(await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова")));
        (await _of.Log.SaveGoalAsync(_of.Coordinator, id, new() { Text = "Открытый урок", DueOn = new(2026, 12, 20) })).ShouldSucceed();
        (await _of.Log.SaveMeetingAsync(_of.Coordinator, id, new() { Date = A.Today, Topic = "Разбор урока", Minutes = 75, Note = "Хорошо" })).ShouldSucceed();
        var goal = Assert.Single((await _of.Queries.DetailsAsync(_of.Coordinator, id))!.Goals);
        (await _of.Log.MarkGoalAsync(_of.Coordinator, id, goal.Id, done: true)).ShouldSucceed();

        var of = (await _of.Queries.DetailsAsync(_of.Coordinator, id))!;
        Assert.Equal(A.Today, of.Goals[0].DoneOn);
        Assert.Equal(("Разбор урока", 75), (of.Meetings[0].Topic, of.Meetings[0].Minutes));
        (await _of.Log.DeleteMeetingAsync(_of.Coordinator, id, of.Meetings[0].Id)).ShouldSucceed();
        var history = await _of.Queries.HistoryAsync(_of.Coordinator, id);
        Assert.Equal(["mentoring.meeting-delete", "mentoring.goal-done", "mentoring.meeting", "mentoring.goal", "mentoring.assign"], history.Select(x => x.Verb));
        Assert.Equal("23.11.2026 Разбор урока", history[0].Note);
    }

    [Fact]
    public async Task A_goal_or_meeting_of_another_pair_is_not_found_through_this_one()
    {
        var (mentor, mine) = (await _of.MentorAsync("Соколова"), 0);
        mine = await _of.AssignAsync(_of.Whole(mentor, await _of.YoungAsync("Иванова")));
        var theirs = await _of.AssignAsync(_of.Whole(mentor, await _of.YoungAsync("Петрова")));
        (await _of.Log.SaveMeetingAsync(_of.Coordinator, theirs, new() { Date = A.Today, Topic = "Знакомство" })).ShouldSucceed();
        var meeting = (await _of.Queries.DetailsAsync(_of.Coordinator, theirs))!.Meetings[0].Id;

        (await _of.Log.DeleteMeetingAsync(_of.Coordinator, mine, meeting)).ShouldRefuse("NotFound");
    }

    [Fact]
    public async Task A_mentor_is_added_once_retired_and_counted_again()
    {
        var person = await _of.YoungAsync("Белова", born: new(1980, 1, 1), since: new(2002, 9, 1));
        var form = new MentorForm { CenterId = _of.Center.Id, PersonId = person.Id, Direction = MentoringDirection.Digital };
        (await _of.Commands.AddMentorAsync(_of.Coordinator, form)).ShouldSucceed();
        (await _of.Commands.AddMentorAsync(_of.Coordinator, form)).ShouldRefuse("MentorExists");
        var row = Assert.Single((await _of.Board.MentorsAsync(_of.Coordinator, new(), null)).Items);

        (await _of.Commands.RetireMentorAsync(_of.Coordinator, row.MentorRowId)).ShouldSucceed();
        Assert.Empty((await _of.Board.MentorsAsync(_of.Coordinator, new(), null)).Items);
        (await _of.Commands.AddMentorAsync(_of.Coordinator, form)).ShouldSucceed();
        Assert.Single((await _of.Board.MentorsAsync(_of.Coordinator, new(), null)).Items);
    }

    [Fact]
    public async Task Who_may_only_look_changes_nothing_and_another_center_does_not_find_the_pair()
    {
        var (mentor, mentee) = (await _of.MentorAsync("Соколова"), await _of.YoungAsync("Иванова"));
        var id = await _of.AssignAsync(_of.Whole(mentor, mentee));
        var (viewer, stranger) = (A.Viewer(_of.Center.Id), A.Coordinator(_of.Other.Id));

        await Assert.ThrowsAsync<MissingRightException>(() => _of.Commands.AssignAsync(viewer, _of.Form(mentor, mentee)));
        await Assert.ThrowsAsync<MissingRightException>(() => _of.Commands.AssignAsync(stranger, _of.Form(mentor, mentee)));
        await Assert.ThrowsAsync<MissingRightException>(() => _of.Commands.CancelAsync(viewer, id));
        await Assert.ThrowsAsync<MissingRightException>(() => _of.Commands.AddMentorAsync(viewer, new() { CenterId = _of.Center.Id, PersonId = mentee.Id }));
        await Assert.ThrowsAsync<MissingRightException>(() => _of.Log.SaveMeetingAsync(viewer, id, new() { Date = A.Today, Topic = "Знакомство" }));
        (await _of.Commands.EndAsync(stranger, id, new())).ShouldRefuse("NotFound");
        (await _of.Commands.CancelAsync(stranger, id)).ShouldRefuse("NotFound");
        (await _of.Commands.ReopenAsync(stranger, id)).ShouldRefuse("NotFound");
        (await _of.Log.SaveGoalAsync(stranger, id, new() { Text = "Цель" })).ShouldRefuse("NotFound");
        Assert.Null(await _of.Queries.DetailsAsync(stranger, id));
        Assert.Empty(await _of.Queries.HistoryAsync(stranger, id));
        Assert.Null(await _of.Queries.DetailsAsync(A.Clerk(_of.Center.Id), id));
    }

    private async Task<MentorshipEndForm> EndAsync(int id, MentorshipEnd reason) => new() { Version = await _of.VersionAsync(id), Reason = reason, EndedOn = A.Today };
}
