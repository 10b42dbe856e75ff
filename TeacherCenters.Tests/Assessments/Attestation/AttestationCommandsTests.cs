using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Assessments.Attestation;

public sealed class AttestationCommandsTests : IAsyncLifetime
{
    private TestStore store = null!;
    private AttestedHeads of = null!;

    public async Task InitializeAsync() => of = await AttestedHeads.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task An_application_of_a_head_takes_school_and_post_from_the_employment()
    {
        var person = await of.HeadAsync();

        (await of.Commands.ApplyAsync(of.Coordinator, of.Application(person))).ShouldSucceed();

        var row = await of.OfAsync(person);
        Assert.Equal((AttestationStatus.Applied, of.School.Id, of.Municipality.Id, "директор", of.School.Id, WorkerCategory.Head), (row.Status, row.SchoolId, row.MunicipalityId, row.Position, row.WorkSchoolId, row.WorkCategory));
    }

    [Fact]
    public async Task Who_leads_nothing_applies_as_a_candidate_only_and_is_linked_to_the_center()
    {
        var teacher = await of.PersonAsync("Яшина", of.Elsewhere);

        var refused = (await of.Commands.ApplyAsync(of.Coordinator, of.Application(teacher))).ShouldRefuse("NotLeading");
        Assert.Equal(nameof(HeadApplicationForm.PersonKey), refused.Field);
        var form = of.Candidacy(teacher);
        form.SchoolId = null;
        Assert.Equal(nameof(form.SchoolId), (await of.Commands.ApplyAsync(of.Coordinator, form)).ShouldRefuse("Required").Field);
        (await of.Commands.ApplyAsync(of.Coordinator, of.Candidacy(teacher))).ShouldSucceed();

        Assert.Equal((AttestationKind.Candidate, of.School.Id), ((await of.OfAsync(teacher)).Kind, (await of.OfAsync(teacher)).SchoolId));
        Assert.True(await store.ReadAsync(db => db.Set<PersonLink>().AnyAsync(x => x.PersonId == teacher.Id && x.CenterId == of.Center.Id)));
    }

    [Fact]
    public async Task A_second_attestation_at_once_is_refused_in_any_center_until_the_first_is_withdrawn()
    {
        var person = await of.HeadAsync();
        var first = (await of.Commands.ApplyAsync(of.Coordinator, of.Application(person))).ShouldSucceed();
        var elsewhere = of.Application(person);
        elsewhere.CenterId = of.Elsewhere.Id;
        var meeting = await of.MeetingAsync(center: of.Elsewhere);

        (await of.Commands.ApplyAsync(of.Coordinator, of.Application(person))).ShouldRefuse("AttestationUnderWay");
        (await of.Commands.ApplyAsync(of.Stranger, elsewhere)).ShouldRefuse("AttestationUnderWay");
        (await of.Commands.PutOnAgendaAsync(of.Stranger, meeting, [person.PublicKey])).ShouldRefuse("AttestationUnderWay");
        (await of.Commands.WithdrawAsync(of.Coordinator, first, " ")).ShouldRefuse("ReasonMissing");
        (await of.Commands.WithdrawAsync(of.Coordinator, first, "Уволился")).ShouldSucceed();
        (await of.Commands.ApplyAsync(of.Stranger, elsewhere)).ShouldSucceed();

        (await of.Commands.WithdrawAsync(of.Coordinator, first, "Ещё раз")).ShouldRefuse("AttestationIsEnded");
        Assert.Equal("Уволился", await store.ReadAsync(db => db.Set<HeadAttestation>().Where(x => x.Id == first).Select(x => x.Reason).SingleAsync()));
    }

    [Fact]
    public async Task A_refused_change_leaves_the_form_as_it_was_typed()
    {
        var person = await of.HeadAsync();
        var id = (await of.Commands.ApplyAsync(of.Coordinator, of.Application(person))).ShouldSucceed();
        var form = new HeadApplicationForm { Id = id, Version = (await of.OfAsync(person)).Version, Kind = AttestationKind.Candidate, AppliedOn = A.Today.AddDays(1) };
        var typed = form with { };

        Assert.False((await of.Commands.ApplyAsync(of.Coordinator, form)).Succeeded);

        Assert.Equal(typed, form);
    }

    [Fact]
    public async Task The_store_itself_keeps_a_second_open_attestation_and_a_foreign_meeting_out()
    {
        var (person, other) = (await of.HeadAsync("Белова"), await of.HeadAsync("Громова"));
        (await of.Commands.ApplyAsync(of.Coordinator, of.Application(person))).ShouldSucceed();
        var foreign = new AttestationMeeting { CenterId = of.Elsewhere.Id, HeldOn = A.Today };
        await store.AddAsync(foreign);
        HeadAttestation Row(Person of1) => new() { CenterId = of.Center.Id, PersonId = of1.Id, Kind = AttestationKind.Acting, SchoolId = of.School.Id, MunicipalityId = of.Municipality.Id, Position = "директор" };
        var crossing = Row(other);

        await Assert.ThrowsAsync<DbUpdateException>(() => store.AddAsync(Row(person)));
        await Assert.ThrowsAsync<DbUpdateException>(() => store.ChangeAsync(unit =>
        {
            unit.Db.Add(crossing);
            unit.Db.Entry(crossing).Property(x => x.MeetingId).CurrentValue = foreign.Id;
            unit.Db.Entry(crossing).Property(x => x.MeetingOn).CurrentValue = foreign.HeldOn;
            unit.Db.Entry(crossing).Property(x => x.Status).CurrentValue = AttestationStatus.Planned;
            return Task.CompletedTask;
        }));
        await store.AddAsync(Row(other));
        Assert.Equal(2, await store.ReadAsync(db => db.Set<HeadAttestation>().CountAsync()));
    }

    [Fact]
    public async Task A_meeting_calls_heads_by_itself_and_takes_the_applications_that_wait()
    {
        var (called, applied) = (await of.HeadAsync("Белова"), await of.HeadAsync("Громова"));
        var id = (await of.Commands.ApplyAsync(of.Coordinator, of.Application(applied))).ShouldSucceed();
        var meeting = await of.MeetingAsync();

        Assert.Equal(2, (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [called.PublicKey, applied.PublicKey, applied.PublicKey])).ShouldSucceed());

        var (own, theirs) = (await of.OfAsync(called), await of.OfAsync(applied));
        Assert.Equal((AttestationStatus.Planned, null, A.Today.AddDays(14)), (own.Status, own.AppliedOn, own.MeetingOn));
        Assert.Equal((AttestationStatus.Planned, id, meeting), (theirs.Status, theirs.Id, theirs.MeetingId));
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [called.PublicKey])).ShouldRefuse("AlreadyOnAgenda");
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task A_list_takes_all_or_nobody_and_only_who_leads_on_the_day_of_the_meeting()
    {
        var (head, leaving) = (await of.HeadAsync("Белова"), await of.HeadAsync("Громова", to: A.Today.AddDays(7)));
        var meeting = await of.MeetingAsync();

        Assert.Equal(["Громова М. П.", A.Today.AddDays(14)], (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [head.PublicKey, leaving.PublicKey])).ShouldRefuse("NotLeading").Args);
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [])).ShouldRefuse("NothingChosen");
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [head.PublicKey, Guid.NewGuid()])).ShouldRefuse("NotFound");

        Assert.Equal(0, await store.ReadAsync(db => db.Set<HeadAttestation>().CountAsync()));
    }

    [Fact]
    public async Task Who_is_taken_off_a_list_waits_and_moves_to_another_one()
    {
        var person = await of.HeadAsync();
        var (first, second) = (await of.MeetingAsync(), await of.MeetingAsync(A.Today.AddDays(30)));
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, first, [person.PublicKey])).ShouldSucceed();
        var id = (await of.OfAsync(person)).Id;

        (await of.Commands.UnplanAsync(of.Coordinator, id)).ShouldSucceed();
        (await of.Commands.UnplanAsync(of.Coordinator, id)).ShouldRefuse("NotOnAgenda");
        Assert.Equal((AttestationStatus.Applied, null), ((await of.OfAsync(person)).Status, (await of.OfAsync(person)).MeetingOn));
        foreach (var meeting in new[] { first, second }) (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [person.PublicKey])).ShouldSucceed();

        var row = await of.OfAsync(person);
        Assert.Equal((id, second, A.Today.AddDays(30)), (row.Id, row.MeetingId!.Value, row.MeetingOn!.Value));
    }

    [Fact]
    public async Task The_protocol_decides_of_everybody_at_once_and_the_term_begins_with_the_meeting()
    {
        var (good, advised, bad, candidate) = (await of.HeadAsync("Белова"), await of.HeadAsync("Громова"), await of.HeadAsync("Зуева"), await of.PersonAsync("Яшина"));
        (await of.Commands.ApplyAsync(of.Coordinator, of.Candidacy(candidate))).ShouldSucceed();
        var meeting = await of.MeetingAsync(A.Today.AddDays(-3));
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [good.PublicKey, advised.PublicKey, bad.PublicKey, candidate.PublicKey])).ShouldSucceed();
        var form = await of.ProtocolAsync(meeting, of.Coordinator);
        AttestationDecision?[] decisions = [AttestationDecision.Suitable, AttestationDecision.SuitableWithAdvice, AttestationDecision.Unsuitable, AttestationDecision.Recommended];
        foreach (var (line, decision) in form.Decisions.Zip(decisions)) line.Decision = decision;

        Assert.Equal(["Громова М. П."], (await of.Meetings.HoldAsync(of.Coordinator, meeting, form)).ShouldRefuse("AttestationAdviceMissing").Args);
        form.Decisions[1].Note = " Обновить программу развития ";
        (await of.Meetings.HoldAsync(of.Coordinator, meeting, form)).ShouldSucceed();

        var rows = (await of.MeetingQueries.DetailsAsync(of.Coordinator, meeting))!.Agenda;
        var end = A.Today.AddDays(-3).AddYears(5);
        Assert.Equal([(AttestationDecision.Suitable, end), (AttestationDecision.SuitableWithAdvice, end), (AttestationDecision.Unsuitable, null), (AttestationDecision.Recommended, (DateOnly?)end)], rows.Select(x => (x.Decision!.Value, x.ValidTo)));
        Assert.Equal("Обновить программу развития", rows[1].Note);
        Assert.Equal(("7", A.Today.AddDays(-3)), (rows[0].ProtocolNumber, rows[0].ProtocolDate!.Value));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task A_protocol_is_refused_for_what_is_missing_and_nothing_is_stored()
    {
        var person = await of.HeadAsync();
        var ahead = await of.MeetingAsync();
        var meeting = await of.MeetingAsync(A.Today);
        (await of.Meetings.HoldAsync(of.Coordinator, meeting, await of.ProtocolAsync(meeting, of.Coordinator))).ShouldRefuse("AgendaIsEmpty");
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, ahead, [person.PublicKey])).ShouldSucceed();
        (await of.Meetings.HoldAsync(of.Coordinator, ahead, await of.ProtocolAsync(ahead, of.Coordinator))).ShouldRefuse("MeetingIsAhead");
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [person.PublicKey])).ShouldSucceed();

        async Task<TeacherCenters.Kernel.Problem> RefusedAsync(string key, Action<ProtocolForm> spoil)
        {
            var form = await of.ProtocolAsync(meeting, of.Coordinator);
            spoil(form);
            return (await of.Meetings.HoldAsync(of.Coordinator, meeting, form)).ShouldRefuse(key);
        }
        Assert.Equal(nameof(ProtocolForm.Number), (await RefusedAsync("Required", x => x.Number = " ")).Field);
        Assert.Equal(nameof(ProtocolForm.Date), (await RefusedAsync("Required", x => x.Date = null)).Field);
        Assert.Equal(nameof(ProtocolForm.Date), (await RefusedAsync("ProtocolIsAhead", x => x.Date = A.Today.AddDays(1))).Field);
        await RefusedAsync("ProtocolBeforeMeeting", x => x.Date = A.Today.AddDays(-1));
        await RefusedAsync("DecisionMissing", x => x.Decisions[0].Decision = null);
        await RefusedAsync("DecisionOfOtherKind", x => x.Decisions[0].Decision = AttestationDecision.Recommended);
        await RefusedAsync("NothingDecided", x => x.Decisions[0].Postponed = true);
        await RefusedAsync("AgendaHasChanged", x => x.Decisions.Clear());

        Assert.Equal((AttestationStatus.Planned, null), ((await of.OfAsync(person)).Status, (await of.OfAsync(person)).ValidTo));
    }

    [Fact]
    public async Task Who_was_not_considered_waits_and_who_was_forgotten_is_added_afterwards()
    {
        var (decided, postponed, forgotten) = (await of.HeadAsync("Белова"), await of.HeadAsync("Громова"), await of.HeadAsync("Яшина"));
        var meeting = await of.MeetingAsync(A.Today.AddDays(-3));
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [decided.PublicKey, postponed.PublicKey])).ShouldSucceed();
        var form = await of.ProtocolAsync(meeting, of.Coordinator);
        (form.Decisions[1].Decision, form.Decisions[1].Postponed) = (null, true);
        (await of.Meetings.HoldAsync(of.Coordinator, meeting, form)).ShouldSucceed();
        Assert.Equal((AttestationStatus.Applied, null), ((await of.OfAsync(postponed)).Status, (await of.OfAsync(postponed)).MeetingId));

        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [forgotten.PublicKey])).ShouldSucceed();
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [decided.PublicKey])).ShouldRefuse("AlreadyOnAgenda");
        var again = await of.ProtocolAsync(meeting, of.Coordinator, AttestationDecision.Unsuitable);
        again.Decisions[0].Postponed = true;
        (await of.Meetings.HoldAsync(of.Coordinator, meeting, again)).ShouldRefuse("DecidedIsNotPostponed");
        again.Decisions[0].Postponed = false;
        again.Number = "7-а";
        (await of.Meetings.HoldAsync(of.Coordinator, meeting, again)).ShouldSucceed();

        var rows = (await of.MeetingQueries.DetailsAsync(of.Coordinator, meeting))!;
        Assert.Equal("7-а", rows.ProtocolNumber);
        Assert.All(rows.Agenda, x => Assert.Equal((AttestationDecision.Unsuitable, null), (x.Decision!.Value, x.ValidTo)));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task Two_who_write_one_protocol_do_not_overwrite_each_other()
    {
        var person = await of.HeadAsync();
        var meeting = await of.AttestAsync(person, A.Today.AddDays(-3));
        var (mine, theirs) = (await of.ProtocolAsync(meeting, of.Coordinator, AttestationDecision.SuitableWithAdvice), await of.ProtocolAsync(meeting, of.Coordinator, AttestationDecision.Unsuitable));

        (await of.Meetings.HoldAsync(of.Coordinator, meeting, mine)).ShouldSucceed();
        (await of.Meetings.HoldAsync(of.Coordinator, meeting, theirs)).ShouldRefuse("ChangedByOther");

        Assert.Equal(AttestationDecision.SuitableWithAdvice, (await of.OfAsync(person)).Decision);
    }

    [Fact]
    public async Task A_meeting_that_moves_takes_its_list_and_its_terms_along()
    {
        var person = await of.HeadAsync();
        var meeting = await of.AttestAsync(person, A.Today.AddDays(-10));
        MeetingForm Moved(DateOnly on, int version) => new() { Id = meeting, Version = version, HeldOn = on, Chair = "Е. С. Попова" };

        (await of.Meetings.SaveAsync(of.Coordinator, Moved(A.Today.AddDays(-9), 2))).ShouldRefuse("ProtocolBeforeMeeting");
        (await of.Meetings.SaveAsync(of.Coordinator, Moved(A.Today.AddDays(-11), 2))).ShouldSucceed();
        (await of.Meetings.SaveAsync(of.Coordinator, Moved(A.Today.AddDays(-12), 2))).ShouldRefuse("ChangedByOther");

        Assert.Equal((A.Today.AddDays(-11), A.Today.AddDays(-11).AddYears(5)), ((await of.OfAsync(person)).MeetingOn!.Value, (await of.OfAsync(person)).ValidTo!.Value));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task A_cancelled_meeting_lets_its_list_wait_and_is_closed()
    {
        var person = await of.HeadAsync();
        var meeting = await of.MeetingAsync();
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [person.PublicKey])).ShouldSucceed();

        (await of.Meetings.CancelAsync(of.Coordinator, meeting, "")).ShouldRefuse("ReasonMissing");
        (await of.Meetings.CancelAsync(of.Coordinator, meeting, "Нет кворума")).ShouldSucceed();

        Assert.Equal((AttestationStatus.Applied, null), ((await of.OfAsync(person)).Status, (await of.OfAsync(person)).MeetingId));
        (await of.Meetings.CancelAsync(of.Coordinator, meeting, "Ещё раз")).ShouldRefuse("MeetingIsNotPlanned");
        (await of.Meetings.SaveAsync(of.Coordinator, new() { Id = meeting, Version = 2, HeldOn = A.Today })).ShouldRefuse("MeetingIsCancelled");
        (await of.Meetings.HoldAsync(of.Coordinator, meeting, await of.ProtocolAsync(meeting, of.Coordinator))).ShouldRefuse("MeetingIsCancelled");
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [person.PublicKey])).ShouldRefuse("MeetingIsCancelled");
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task Who_may_not_manage_is_stopped_and_what_is_foreign_is_not_there()
    {
        var person = await of.HeadAsync();
        var meeting = await of.MeetingAsync(A.Today);
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [person.PublicKey])).ShouldSucceed();
        var (id, viewer) = ((await of.OfAsync(person)).Id, A.Viewer(of.Center.Id));
        var change = of.Application(person);
        (change.Id, change.Version) = (id, 1);

        (await of.Commands.ApplyAsync(of.Stranger, change)).ShouldRefuse("NotFound");
        (await of.Commands.UnplanAsync(of.Stranger, id)).ShouldRefuse("NotFound");
        (await of.Commands.WithdrawAsync(of.Stranger, id, "Нет")).ShouldRefuse("NotFound");
        (await of.Commands.PutOnAgendaAsync(of.Stranger, meeting, [person.PublicKey])).ShouldRefuse("NotFound");
        (await of.Meetings.SaveAsync(of.Stranger, new() { Id = meeting, HeldOn = A.Today })).ShouldRefuse("NotFound");
        (await of.Meetings.HoldAsync(of.Stranger, meeting, new())).ShouldRefuse("NotFound");
        (await of.Meetings.CancelAsync(of.Stranger, meeting, "Нет")).ShouldRefuse("NotFound");
        foreach (Func<Task> act in new Func<Task>[]
        {
            () => of.Commands.ApplyAsync(viewer, of.Application(person)), () => of.Commands.UnplanAsync(viewer, id), () => of.Commands.WithdrawAsync(viewer, id, "Нет"),
            () => of.Commands.PutOnAgendaAsync(viewer, meeting, [person.PublicKey]), () => of.Meetings.SaveAsync(viewer, new() { CenterId = of.Center.Id, HeldOn = A.Today }),
            () => of.Meetings.HoldAsync(viewer, meeting, new()), () => of.Meetings.CancelAsync(viewer, meeting, "Нет"),
        })
            await Assert.ThrowsAsync<MissingRightException>(act);
        Assert.Equal(AttestationStatus.Planned, (await of.OfAsync(person)).Status);
    }

    [Fact]
    public async Task An_application_is_changed_until_it_is_ended()
    {
        var teacher = await of.PersonAsync("Яшина");
        var id = (await of.Commands.ApplyAsync(of.Coordinator, of.Candidacy(teacher))).ShouldSucceed();
        HeadApplicationForm Changed(string position) => new() { Id = id, Version = 1, AppliedOn = A.Today.AddDays(-1), SchoolId = of.School.Id, Position = position };

        (await of.Commands.ApplyAsync(of.Coordinator, Changed("заведующий"))).ShouldSucceed();
        (await of.Commands.ApplyAsync(of.Coordinator, Changed("директор"))).ShouldRefuse("ChangedByOther");
        (await of.Commands.WithdrawAsync(of.Coordinator, id, "Передумала")).ShouldSucceed();
        (await of.Commands.ApplyAsync(of.Coordinator, Changed("директор"))).ShouldRefuse("AttestationIsEnded");

        Assert.Equal(("заведующий", A.Today.AddDays(-1)), ((await of.OfAsync(teacher)).Position, (await of.OfAsync(teacher)).AppliedOn!.Value));
        Assert.Equal(["attestation.withdraw", "attestation.change", "attestation.apply"], (await of.Heads.HistoryAsync(of.Coordinator, teacher.Id)).Select(x => x.Verb));
    }
}
