using Microsoft.AspNetCore.Identity;
using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Attendance;
using TeacherCenters.Courses;
using TeacherCenters.Demo;
using TeacherCenters.Desk;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Assessments;
using TeacherCenters.Tests.Assessments.Attestation;
using TeacherCenters.Tests.Certificates;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Mentoring;
using TeacherCenters.Tests.Practices;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Desk;

public sealed class TodayQueriesTests
{
    [Fact]
    public async Task The_day_shows_what_waits_in_the_actors_centers_only()
    {
        await using var store = await TestStore.CreateAsync();
        var (own, foreign) = (A.Center(), A.Center());
        await store.AddAsync(own, foreign);
        var (of, other) = (A.Event(own, starts: A.Today), A.Event(foreign, starts: A.Today));
        var person = A.Person();
        await store.AddAsync(of, other, person);
        await store.AddAsync(A.Session(of), A.Session(other), A.Enrollment(of, person, EnrollmentStatus.Applied), A.Enrollment(other, person, EnrollmentStatus.Applied));

        var facts = await store.TodayAsync(A.Coordinator(own.Id));

        Assert.Equal($"/events/{of.Id}?tab=register", Assert.Single(facts.Sessions).Href);
        var waiting = Assert.Single(facts.Waiting);
        Assert.Equal((WaitKind.Applications, 1, "/events?waits=Applications"), (waiting.Kind, waiting.Total, waiting.Href));
        Assert.Equal((of.Title, $"/events/{of.Id}?tab=participants", 1), Assert.Single(waiting.Items) is var item ? (item.Title, item.Href, item.Count) : default);
        // Who may only look has nothing to do, and the switcher on a foreign center shows nothing of the own.
        Assert.Empty((await store.TodayAsync(A.Viewer(own.Id))).Waiting);
        Assert.Empty((await store.TodayAsync(A.Coordinator(own.Id), foreign.Id)).Waiting);
    }

    [Fact]
    public async Task A_past_session_without_marks_waits_to_be_marked()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var of = A.Event(center, starts: A.Today.AddDays(-3));
        var person = A.Person();
        of.ChangeSeats(1);
        await store.AddAsync(of, person);
        await store.AddAsync(A.Session(of), A.Session(of, A.Today), A.Enrollment(of, person));

        var facts = await store.TodayAsync(A.Coordinator(center.Id), center.Id);

        Assert.Equal(1, Assert.Single(facts.Of(WaitKind.Unmarked)!.Items).Count);
        Assert.Null(facts.Of(WaitKind.ToComplete));
    }

    [Fact]
    public async Task An_event_that_begins_soon_waits_to_be_opened_and_a_later_one_does_not()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var soon = A.Event(center, EventStatus.Announced, starts: A.Today.AddDays(EventWaits.OpeningDays));
        await store.AddAsync(soon, A.Event(center, EventStatus.Announced, starts: A.Today.AddDays(EventWaits.OpeningDays + 1)), A.Event(center, EventStatus.Open, starts: A.Today));

        var facts = await store.TodayAsync(A.Coordinator(center.Id));

        var item = Assert.Single(facts.Of(WaitKind.Opening)!.Items);
        Assert.Equal(($"/events/{soon.Id}", null), (item.Href, item.Count));
    }

    [Fact]
    public async Task Who_failed_at_a_seminar_waits_for_no_document_and_who_failed_a_programme_waits_for_a_statement()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var (programme, seminar) = (A.Event(center, EventStatus.Completed, starts: A.Today.AddDays(-20)), A.Event(center, EventStatus.Completed, starts: A.Today.AddDays(-20)));
        (seminar.Kind, seminar.Document) = (EventKind.Seminar, DocumentKind.ParticipantCertificate);
        var person = A.Person();
        await store.AddAsync(programme, seminar, person);
        var (failed, lost) = (A.Enrollment(programme, person, EnrollmentStatus.Completed), A.Enrollment(seminar, person, EnrollmentStatus.Completed));
        (failed.Result, lost.Result) = (FinalResult.Failed, FinalResult.Failed);
        var held = new[] { A.Session(programme), A.Session(seminar) };
        await store.AddAsync([failed, lost, .. held]);
        // Without an hour studied there is nothing to state.
        Assert.Null((await store.TodayAsync(A.Clerk(center.Id))).Of(WaitKind.Documents));
        await store.AddAsync(Came(held[0], failed), Came(held[1], lost));

        var facts = await store.TodayAsync(A.Clerk(center.Id));

        Assert.Equal($"/events/{programme.Id}?tab=documents", Assert.Single(facts.Of(WaitKind.Documents)!.Items).Href);

        static AttendanceMark Came(Session to, Enrollment who) => new() { SessionId = to.Id, EnrollmentId = who.Id, Mark = Mark.Present, MarkedAt = A.Today.ToDateTime(default, DateTimeKind.Utc) };
    }

    [Fact]
    public async Task Documents_outside_of_events_wait_for_who_may_issue_them_and_the_heading_opens_the_first_list_that_has_any()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        await of.AssessmentAsync("Антонова", AssessmentStatus.Completed);

        // A coordinator issues none that tell a result.
        Assert.Null((await store.TodayAsync(A.Coordinator(of.Center.Id))).Of(WaitKind.OtherDocuments));
        Assert.Equal((1, "/certificates/to-issue?subject=Assessments"), Heading(await store.TodayAsync(of.Clerk)));

        await of.MentorshipAsync("Белова", MentorshipEnd.Completed);
        Assert.Equal((1, "/certificates/to-issue?subject=Mentorships"), Heading(await store.TodayAsync(A.Coordinator(of.Center.Id))));
        Assert.Equal((2, "/certificates/to-issue?subject=Assessments"), Heading(await store.TodayAsync(of.Clerk)));

        static (int, string) Heading(TodayFacts facts) => facts.Of(WaitKind.OtherDocuments) is { } waiting ? (waiting.Total, waiting.Href) : default;
    }

    [Fact]
    public async Task An_assessor_sees_the_own_sessions_and_the_points_that_are_missing_and_nothing_else()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        await of.CameAsync();

        var facts = await store.TodayAsync(of.Assessor(0));

        Assert.Equal($"/assessments/scoring/{of.SessionId}", Assert.Single(facts.Sessions).Href);
        var waiting = Assert.Single(facts.Waiting);
        Assert.Equal((WaitKind.Scoring, 1), (waiting.Kind, Assert.Single(waiting.Items).Count));
        Assert.Equal((0, 0), await store.TodayAsync(of.Assessor(2)) is var none ? (none.Sessions.Count, none.Waiting.Count) : default);
        // Who keeps the session sees it with its own page.
        Assert.Equal($"/assessments/sessions/{of.SessionId}", Assert.Single((await store.TodayAsync(of.Coordinator)).Sessions).Href);
    }

    [Fact]
    public async Task A_session_whose_day_is_over_waits_until_it_is_closed()
    {
        await using var store = await TestStore.CreateAsync();
        var (of, today) = (await AssessedSession.CreateAsync(store, date: A.Today.AddDays(-1)), await AssessedSession.CreateAsync(store));
        await of.CameAsync();
        await of.CameAsync("Петрова");
        await today.CameAsync();

        var waiting = (await store.TodayAsync(of.Coordinator)).Of(WaitKind.SessionsOver)!;

        Assert.Equal((1, "/assessments/sessions?over=true"), (waiting.Total, waiting.Href));
        Assert.Equal(new WaitingItem(of.Procedure.Title, $"/assessments/sessions/{of.SessionId}", 2, "22.11.2026"), Assert.Single(waiting.Items));
        Assert.Equal(of.SessionId, Assert.Single((await of.SessionQueries.ListAsync(of.Coordinator, FilterUrl.Read<AssessmentSessionFilter>(waiting.Href), new())).Items).Id);
        Assert.Null((await store.TodayAsync(today.Coordinator)).Of(WaitKind.SessionsOver));
        // Who only reads mends nothing.
        Assert.Null((await store.TodayAsync(A.Viewer(of.Center.Id))).Of(WaitKind.SessionsOver));
        foreach (var candidate in await of.SessionQueries.DetailsAsync(of.Coordinator, of.SessionId) is { } details ? details.Candidates.Select(x => x.Id) : []) await of.ScoreAsync(candidate, 40, 42);
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        Assert.Null((await store.TodayAsync(of.Coordinator)).Of(WaitKind.SessionsOver));
    }

    [Fact]
    public async Task Assessment_waits_for_checks_slots_and_assessors()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store, open: false);
        await of.Candidates.ApplyAsync(of.Coordinator, of.Application(await of.PersonAsync("Белкина")));
        await of.CheckedAsync(await of.PersonAsync("Волкова"));
        var before = await store.TodayAsync(of.Coordinator);
        (await of.Sessions.UnassignAsync(of.Coordinator, of.SessionId, of.Accounts[0].Id)).ShouldSucceed();

        var facts = await store.TodayAsync(of.Coordinator);

        Assert.Null(before.Of(WaitKind.SessionsUnstaffed));
        Assert.Equal($"/assessments/sessions/{of.SessionId}", Assert.Single(facts.Of(WaitKind.SessionsUnstaffed)!.Items).Href);
        Assert.Equal("Белкина Мария Петровна", Assert.Single(facts.Of(WaitKind.AssessmentApplications)!.Items).Title);
        Assert.Equal("Волкова Мария Петровна", Assert.Single(facts.Of(WaitKind.AssessmentsWithoutSlot)!.Items).Title);
    }

    [Fact]
    public async Task A_result_runs_out_half_a_year_ahead_unless_the_person_has_applied_again()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var again = await of.CameAsync("Белкина");
        await of.ScoreAsync(await of.CameAsync("Волкова"), 30, 30);
        await of.ScoreAsync(again, 40, 40);
        (await of.Sessions.CompleteAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        Assert.Null((await store.TodayAsync(of.Coordinator)).Of(WaitKind.AssessmentsExpiring));

        store.Time.SetUtcNow(new(2029, 6, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, (await store.TodayAsync(of.Coordinator)).Of(WaitKind.AssessmentsExpiring)!.Total);
        var person = (await of.StoredAsync(again)).PersonId;
        await store.AddAsync(new Assessment { CenterId = of.Center.Id, ProcedureId = of.Procedure.Id, PersonId = person, StatusAt = store.Clock.UtcNow, AppliedOn = new(2029, 5, 30), ConsentOn = new(2029, 5, 30) });

        Assert.Equal("Волкова Мария Петровна", Assert.Single((await store.TodayAsync(of.Coordinator)).Of(WaitKind.AssessmentsExpiring)!.Items).Title);
        store.Time.SetUtcNow(new(2029, 11, 24, 9, 0, 0, TimeSpan.Zero));
        Assert.Null((await store.TodayAsync(of.Coordinator)).Of(WaitKind.AssessmentsExpiring));
    }

    [Fact]
    public async Task A_route_behind_its_days_shows_the_day_that_was_missed()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await EscortedPerson.CreateAsync(store);
        var route = await of.RouteAsync();
        await of.ItemAsync(route, new() { Kind = RouteItemKind.SelfStudy, Title = "Статья", DueOn = A.Today.AddDays(20) });
        await of.ItemAsync(route, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", DueOn = A.Today.AddDays(5) });
        store.Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal("28.11.2026", Assert.Single((await store.TodayAsync(of.Coordinator)).Of(WaitKind.RoutesOverdue)!.Items).Note);
    }

    [Fact]
    public async Task Heads_whose_term_ends_wait_until_they_are_called_and_a_meeting_until_it_is_decided()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AttestedHeads.CreateAsync(store);
        var (lapsed, due) = (await of.HeadAsync("Белова"), await of.HeadAsync("Громова"));
        await of.AttestAsync(lapsed, A.Today.AddYears(-5).AddDays(-1));
        await of.AttestAsync(due, A.Today.AddYears(-5).AddMonths(3));
        var facts = await store.TodayAsync(of.Coordinator);
        Assert.Equal(("/attestation?state=Lapsed&stage=Uncalled", $"/attestation/{lapsed.PublicKey}"), facts.Of(WaitKind.HeadsLapsed) is { } late ? (late.Href, Assert.Single(late.Items).Href) : default);
        Assert.Equal(("/attestation?due=6&stage=Uncalled", $"/attestation/{due.PublicKey}"), facts.Of(WaitKind.HeadsRunningOut) is { } soon ? (soon.Href, Assert.Single(soon.Items).Href) : default);

        (await of.Commands.PutOnAgendaAsync(of.Coordinator, await of.MeetingAsync(), [lapsed.PublicKey, due.PublicKey])).ShouldSucceed();
        Assert.Empty((await store.TodayAsync(of.Coordinator)).Waiting);

        store.Time.Advance(TimeSpan.FromDays(20));
        Assert.Equal(2, Assert.Single((await store.TodayAsync(of.Coordinator)).Of(WaitKind.MeetingsOver)!.Items).Count);
        Assert.Empty((await store.TodayAsync(A.Viewer(of.Center.Id))).Waiting);
    }

    [Fact]
    public async Task A_pair_waits_for_its_papers_and_after_its_last_day_for_its_end()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var mentor = await of.MentorAsync("Соколова");
        var bare = await of.AssignAsync(of.Form(mentor, await of.YoungAsync("Иванова")));
        var whole = await of.AssignAsync(of.Whole(mentor, await of.YoungAsync("Петрова")));
        var facts = await store.TodayAsync(of.Coordinator);
        Assert.Equal($"/mentoring/{bare}", Assert.Single(facts.Of(WaitKind.PairsWaiting)!.Items).Href);
        Assert.Null(facts.Of(WaitKind.PairsOver));

        store.Time.SetUtcNow(new(2027, 6, 1, 9, 0, 0, TimeSpan.Zero));

        var over = (await store.TodayAsync(of.Coordinator)).Of(WaitKind.PairsOver)!;
        Assert.Equal((1, $"/mentoring/{whole}"), (over.Total, Assert.Single(over.Items).Href));
        Assert.Equal(whole, Assert.Single((await of.Queries.ListAsync(of.Coordinator, FilterUrl.Read<MentorshipFilter>(over.Href), new())).Items).Id);
    }

    [Fact]
    public async Task A_proposed_practice_waits_to_be_decided_on()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PracticeBank.CreateAsync(store);
        var id = await of.PracticeAsync();

        Assert.Equal($"/practices/{id}", Assert.Single((await store.TodayAsync(of.Coordinator)).Of(WaitKind.PracticesProposed)!.Items).Href);
        Assert.Empty((await store.TodayAsync(of.Neighbour)).Waiting);
    }

    [Fact]
    public async Task Every_number_is_the_length_of_the_list_behind_it_and_queries_do_not_grow_with_the_network()
    {
        await using var store = await TestStore.CreateAsync();
        var empty = await store.CommandsAsync(() => store.TodayAsync(A.Administrator()));
        await new SampleNetwork(store.Store, new AccountCommands(store.Store, new PasswordHasher<Account>()), store.Root)
            .FillAsync(new SampleSize(People: 700, Events: 12, AsOf: A.Today), new Progress<FillProgress>());
        TodayFacts? facts = null;

        Assert.Equal(empty, await store.CommandsAsync(async () => facts = await store.TodayAsync(A.Administrator())));

        Assert.Equal(32, empty);
        Assert.InRange(facts!.Waiting.Count, 10, 20);
        foreach (var waiting in facts.Waiting) Assert.Equal((waiting.Kind, waiting.Total), (waiting.Kind, await BehindAsync(store, waiting)));
    }

    /// <summary>The rows of the list that the address leads to.</summary>
    private static async Task<int> BehindAsync(TestStore store, Waiting waiting)
    {
        var (of, clock, actor, page) = (store.Store, store.Clock, A.Administrator(), new PageRequest());
        return waiting.Href.Split('?')[0] switch
        {
            "/events" => (await new EventQueries(of, clock).ListAsync(actor, FilterUrl.Read<EventFilter>(waiting.Href), page)).Total,
            "/mentoring/assign" => (await new BoardQueries(of, clock).MenteesAsync(actor, new())).Total,
            "/mentoring" => (await new MentorshipQueries(of, clock).ListAsync(actor, FilterUrl.Read<MentorshipFilter>(waiting.Href), page)).Total,
            "/internships" => (await new InternshipQueries(of, clock).ListAsync(actor, FilterUrl.Read<InternshipFilter>(waiting.Href), page)).Total,
            "/tutoring" => (await new RouteQueries(of, clock).ListAsync(actor, FilterUrl.Read<RouteFilter>(waiting.Href), page)).Total,
            "/assessments" => (await new AssessmentQueries(of, clock).ListAsync(actor, FilterUrl.Read<AssessmentFilter>(waiting.Href), page)).Total,
            "/assessments/sessions" => (await new AssessmentSessionQueries(of, clock).ListAsync(actor, FilterUrl.Read<AssessmentSessionFilter>(waiting.Href), page)).Total,
            "/attestation" => (await new HeadQueries(of, clock).ListAsync(actor, FilterUrl.Read<HeadFilter>(waiting.Href), page)).Total,
            "/attestation/meetings" => (await new MeetingQueries(of, clock).ListAsync(actor, FilterUrl.Read<MeetingFilter>(waiting.Href), page)).Total,
            "/practices" => (await new PracticeQueries(of, clock).ListAsync(actor, FilterUrl.Read<PracticeFilter>(waiting.Href), page)).Total,
            "/certificates/to-issue" => (await new TeacherCenters.Certificates.ToIssueQueries(of, clock).CountsAsync(actor)).Sum(x => x.Count),
            _ => -1,
        };
    }
}
