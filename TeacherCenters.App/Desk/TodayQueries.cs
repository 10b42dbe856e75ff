using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Desk;

/// <summary>
/// The day's start. What waits is read with the words of the list behind it, so that the number is the list's, and only in centers where the actor
/// may mend it. The number of queries follows from the actor's rights, never from what is stored.
/// </summary>
public sealed class TodayQueries(Store store, EventQueries events, ScoringQueries scoring, ToIssueQueries toIssue, HeadQueries heads, MeetingQueries meetings, NetworkClock clock)
{
    /// <summary>Items of one kind; the rest stand behind its link.</summary>
    public const int Shown = 3;

    private const int DaysAhead = 7;

    /// <summary>What belongs to the network wherever it was changed.</summary>
    private static readonly string[] Shared = [nameof(Person), nameof(Employment), nameof(PersonLink), nameof(Practice)];

    /// <summary>Whether a change may move something here: of the shown centers, or of the whole network. Marks come by the dozen a minute and move little.</summary>
    /// <param name="center">What the switcher stands on.</param>
    public static bool MayConcern(Change change, Actor actor, int? center)
    {
        if (change.Kind == nameof(AttendanceMark)) return false;
        if (change.CenterId is not { } changed || Shared.Contains(change.Kind)) return true;
        return (center is null || center == changed) && actor.Grants.Any(x => x.CenterId is null || x.CenterId == changed);
    }

    /// <param name="center">What the switcher stands on.</param>
    public async Task<TodayFacts> ReadAsync(Actor actor, int? center, CancellationToken ct = default)
    {
        var today = clock.Today;
        await using var db = await store.ReadAsync(ct);
        var mine = actor.CanSomewhere(Permission.ScoreAssessments) ? await scoring.MineAsync(actor, ct) : [];
        var sessions = await SessionsAsync(db, actor, mine, center, today, ct);
        var timeline = await db.SettingsTimelineAsync(ct);
        List<Waiting?> waiting =
        [
            Scoring(mine),
            await EventsAsync(db, actor, WaitKind.Unmarked, EventWait.Register, Permission.KeepRegister, "register", center, today, timeline, ct),
            await EventsAsync(db, actor, WaitKind.Applications, EventWait.Applications, Permission.ManageEnrollments, "participants", center, today, timeline, ct),
            await EventsAsync(db, actor, WaitKind.Opening, EventWait.Opening, Permission.EditEvents, "overview", center, today, timeline, ct),
            await EventsAsync(db, actor, WaitKind.ToComplete, EventWait.Completion, Permission.CompleteEvents, "completion", center, today, timeline, ct),
            await EventsAsync(db, actor, WaitKind.Documents, EventWait.Documents, Permission.IssueCertificates, "documents", center, today, timeline, ct),
            await OtherDocumentsAsync(db, actor, center, ct),
            await YoungTeachersAsync(db, actor, center, today, timeline, ct),
            await PairsAsync(db, actor, WaitKind.PairsWaiting, center, x => x.Where(p => p.Status == MentorshipStatus.Waiting), "/mentoring?status=Waiting", ct),
            await PairsAsync(db, actor, WaitKind.PairsOver, center, x => x.Over(today), "/mentoring?over=true", ct),
            await InternshipsAsync(db, actor, center, today, ct),
            await RoutesAsync(db, actor, center, today, ct),
            await CandidatesAsync(db, actor, WaitKind.AssessmentApplications, center, x => x.Where(a => a.Status == AssessmentStatus.Applied), "/assessments?status=Applied", ct),
            await CandidatesAsync(db, actor, WaitKind.AssessmentsWithoutSlot, center, x => x.Where(a => a.Status == AssessmentStatus.Checked), "/assessments?status=Checked", ct),
            await UnstaffedAsync(db, actor, center, ct),
            await CandidatesAsync(db, actor, WaitKind.AssessmentsExpiring, center, x => x.Expiring(db, today), "/assessments?expiring=true", ct),
            .. await AttestationAsync(actor, center, timeline.On(today).AttestationReminderMonths, ct),
            await PracticesAsync(db, actor, center, ct),
        ];
        return new(today, sessions, [.. waiting.OfType<Waiting>()]);
    }

    private async Task<IReadOnlyList<TodaySession>> SessionsAsync(AppDb db, Actor actor, IReadOnlyList<MySession> mine, int? center, DateOnly today, CancellationToken ct)
    {
        var last = today.AddDays(DaysAhead);
        var found = mine.Where(x => x.Date >= today && x.Date <= last)
            .Select(x => new TodaySession(x.Date, x.Starts, x.Ends, x.Procedure, x.Room, "", $"/assessments/scoring/{x.Id}", true)).ToList();
        if (actor.CanSomewhere(Permission.ViewEvents))
            found.AddRange((await events.CalendarAsync(actor, today, last, new CalendarFilter { Center = center }, ct))
                .Select(x => new TodaySession(x.Date, x.Starts, x.Ends, x.Title, x.Room, x.Center, $"/events/{x.EventId}?tab=register", false)));
        if (actor.CanSomewhere(Permission.ViewAssessments))
        {
            var scored = mine.Select(x => x.Id).ToList();
            found.AddRange(await db.Set<AssessmentSession>().VisibleTo(actor)
                .Where(x => x.Date >= today && x.Date <= last && (center == null || x.CenterId == center) && x.Status != AssessmentSessionStatus.Draft && !scored.Contains(x.Id))
                .Select(x => new TodaySession(x.Date, x.Starts, x.Ends, x.Procedure!.Title, db.Set<Room>().Where(r => r.Id == x.RoomId).Select(r => r.Name).FirstOrDefault(),
                    db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(), "/assessments/sessions/" + x.Id, true))
                .ToListAsync(ct));
        }
        return [.. found.OrderBy(x => x.Date).ThenBy(x => x.Starts).ThenBy(x => x.Title, StringComparer.Ordinal)];
    }

    private static Waiting? Scoring(IReadOnlyList<MySession> mine)
    {
        var rows = mine.Where(x => x.ToScore > 0).OrderBy(x => x.Date).ThenBy(x => x.Starts).ThenBy(x => x.Id).ToList();
        return rows.Count == 0 ? null : new(WaitKind.Scoring, rows.Count, "/assessments/scoring",
            [.. rows.Take(Shown).Select(x => new WaitingItem(x.Procedure, $"/assessments/scoring/{x.Id}", x.ToScore, DayText.Of(x.Date)))]);
    }

    /// <summary>All of them, not the first few: there are never many, and finding them costs more than reading them.</summary>
    private static async Task<Waiting?> EventsAsync(AppDb db, Actor actor, WaitKind kind, EventWait wait, Permission right, string tab, int? center, DateOnly today, SettingsTimeline timeline, CancellationToken ct)
    {
        var centers = Centers(actor, right, center);
        if (centers is []) return null;
        var rows = await db.Set<TrainingEvent>().Where(x => centers == null || centers.Contains(x.CenterId)).WaitingFor(db, wait, today, timeline).Counted(db, wait, today, timeline).ToListAsync(ct);
        return rows.Count == 0 ? null : new(kind, rows.Count, $"/events?waits={wait}",
            [.. rows.Take(Shown).Select(x => new WaitingItem(x.Title, tab == "overview" ? $"/events/{x.EventId}" : $"/events/{x.EventId}?tab={tab}", wait == EventWait.Opening ? null : x.Count, EventTexts.Days(x.StartsOn, x.EndsOn)))]);
    }

    /// <summary>Documents outside of events, by subject and center: one batch each. Four queries.</summary>
    private async Task<Waiting?> OtherDocumentsAsync(AppDb db, Actor actor, int? center, CancellationToken ct)
    {
        if (!actor.CanSomewhere(Permission.IssueCertificates)) return null;
        var counts = (await toIssue.CountsAsync(actor, ct)).Where(x => actor.MayIssue(x.Subject, x.CenterId) && (center is null || x.CenterId == center)).ToList();
        var names = await db.Set<Center>().ToDictionaryAsync(x => x.Id, x => x.ShortName, ct);
        if (counts.Count == 0) return null;
        var lists = Enum.GetValues<ToIssueSubject>().ToDictionary(ToIssueQueries.SubjectOf);
        return new(WaitKind.OtherDocuments, counts.Sum(x => x.Count), $"/certificates/to-issue?subject={lists[counts.MinBy(x => lists[x.Subject])!.Subject]}",
            [.. counts.OrderByDescending(x => x.Count).Take(Shown).Select(x => new WaitingItem(CertificateTexts.Of(lists[x.Subject]), $"/certificates/to-issue?subject={lists[x.Subject]}&center={x.CenterId}", x.Count, names[x.CenterId]))]);
    }

    private static async Task<Waiting?> YoungTeachersAsync(AppDb db, Actor actor, int? center, DateOnly today, SettingsTimeline timeline, CancellationToken ct)
    {
        var centers = Centers(actor, Permission.ManageMentoring, center);
        if (centers is []) return null;
        var rows = (centers is null ? db.Set<Person>() : db.Set<Person>().LinkedTo(centers, db)).YoungWithoutMentor(db, timeline.On(today).Terms(today));
        var people = rows.OrderBy(x => x.TeachingSince).ThenBy(x => x.SearchText).ThenBy(x => x.Id)
            .Select(x => new { x.Id, x.TeachingSince, Name = new PersonName(x.FamilyName, x.GivenName, x.Patronymic) });
        return await FirstAsync(centers, WaitKind.YoungTeachers, rows, people, "/mentoring/assign", x => new(x.Name.Full, $"/mentoring/assign?for={x.Id}", null, x.TeachingSince is { } since ? DayText.Of(since) : null), ct);
    }

    private static Task<Waiting?> PairsAsync(AppDb db, Actor actor, WaitKind kind, int? center, Func<IQueryable<Mentorship>, IQueryable<Mentorship>> which, string href, CancellationToken ct)
    {
        var centers = Centers(actor, Permission.ManageMentoring, center);
        var rows = which(db.Set<Mentorship>().Where(x => centers == null || centers.Contains(x.CenterId)));
        var pairs = rows.OrderBy(x => x.From).ThenBy(x => x.Id).Select(x => new
        {
            x.Id, On = x.Status == MentorshipStatus.Waiting ? x.From : x.To,
            Mentee = new PersonName(x.Mentee!.FamilyName, x.Mentee.GivenName, x.Mentee.Patronymic), Mentor = new PersonName(x.Mentor!.FamilyName, x.Mentor.GivenName, x.Mentor.Patronymic),
        });
        return FirstAsync(centers, kind, rows, pairs, href, x => new($"{x.Mentee.Short} — {x.Mentor.Short}", $"/mentoring/{x.Id}", null, DayText.Of(x.On)), ct);
    }

    private static Task<Waiting?> InternshipsAsync(AppDb db, Actor actor, int? center, DateOnly today, CancellationToken ct)
    {
        var centers = Centers(actor, Permission.ManageMentoring, center);
        var rows = db.Set<Internship>().Where(x => (centers == null || centers.Contains(x.CenterId)) && x.Status == InternshipStatus.Planned && x.To < today);
        var over =
            from x in rows
            join person in db.Set<Person>() on x.PersonId equals person.Id
            orderby x.To, x.Id
            select new { x.Id, x.To, Name = new PersonName(person.FamilyName, person.GivenName, person.Patronymic) };
        return FirstAsync(centers, WaitKind.InternshipsOver, rows, over, $"/internships?state={InternshipState.Over}", x => new(x.Name.Full, $"/internships/{x.Id}", null, DayText.Of(x.To)), ct);
    }

    private static Task<Waiting?> RoutesAsync(AppDb db, Actor actor, int? center, DateOnly today, CancellationToken ct)
    {
        var centers = Centers(actor, Permission.ManageMentoring, center);
        var rows = db.Set<LearningRoute>().Where(x => centers == null || centers.Contains(x.CenterId)).WithOverdue(db, today);
        var points = db.RouteItemFacts().Where(RouteRules.IsOpen).Where(x => x.DueOn < today);
        var overdue =
            from x in rows
            join person in db.Set<Person>() on x.PersonId equals person.Id
            let due = points.Where(p => p.RouteId == x.Id).Min(p => p.DueOn)
            orderby due, x.Id
            select new { x.Id, Due = due, Name = new PersonName(person.FamilyName, person.GivenName, person.Patronymic) };
        return FirstAsync(centers, WaitKind.RoutesOverdue, rows, overdue, "/tutoring?overdue=true", x => new(x.Name.Full, $"/tutoring/{x.Id}", null, x.Due is { } due ? DayText.Of(due) : null), ct);
    }

    private static Task<Waiting?> CandidatesAsync(AppDb db, Actor actor, WaitKind kind, int? center, Func<IQueryable<Assessment>, IQueryable<Assessment>> which, string href, CancellationToken ct)
    {
        var centers = Centers(actor, Permission.ManageAssessments, center);
        var rows = which(db.Set<Assessment>().Where(x => centers == null || centers.Contains(x.CenterId)));
        var people = rows.OrderBy(x => x.ValidTo ?? x.AppliedOn).ThenBy(x => x.Id)
            .Select(x => new { x.Id, On = x.ValidTo ?? x.AppliedOn, Name = new PersonName(x.Person!.FamilyName, x.Person.GivenName, x.Person.Patronymic) });
        return FirstAsync(centers, kind, rows, people, href, x => new(x.Name.Full, $"/assessments/{x.Id}", null, DayText.Of(x.On)), ct);
    }

    private static Task<Waiting?> UnstaffedAsync(AppDb db, Actor actor, int? center, CancellationToken ct)
    {
        var centers = Centers(actor, Permission.ManageAssessments, center);
        var rows = db.Set<AssessmentSession>().Where(x => centers == null || centers.Contains(x.CenterId)).Unstaffed();
        var sessions = rows.OrderBy(x => x.Date).ThenBy(x => x.Starts).ThenBy(x => x.Id).Select(x => new { x.Id, x.Date, x.Procedure!.Title });
        return FirstAsync(centers, WaitKind.SessionsUnstaffed, rows, sessions, "/assessments/sessions?unstaffed=true", x => new(x.Title, $"/assessments/sessions/{x.Id}", null, DayText.Of(x.Date)), ct);
    }

    /// <summary>Heads whom nobody has called yet, and meetings without decisions. Eight queries.</summary>
    /// <param name="months">How early whose term runs out is reminded of.</param>
    private async Task<IReadOnlyList<Waiting?>> AttestationAsync(Actor actor, int? center, int months, CancellationToken ct)
    {
        // As somebody who only has the roles that may mend it.
        var keeper = new Actor(actor.AccountId, actor.Name, [.. actor.Grants.Where(x => RolePermissions.Allows(x.Role, Permission.ManageAttestation))]);
        if (keeper.Grants.Count == 0) return [];
        async Task<Waiting?> HeadsAsync(WaitKind kind, HeadFilter filter)
        {
            var page = await heads.ListAsync(keeper, filter with { Center = center }, new(0, Shown), ct);
            return page.Total == 0 ? null : new(kind, page.Total, "/attestation" + FilterUrl.Write(filter),
                [.. page.Items.Select(x => new WaitingItem(x.Person.Full, $"/attestation/{x.PersonKey}", null, x.ValidTo is { } to ? DayText.Of(to) : null))]);
        }
        var over = await meetings.ListAsync(keeper, new() { State = MeetingState.Over, Center = center }, new(0, Shown, nameof(MeetingRow.HeldOn)), ct);
        return
        [
            await HeadsAsync(WaitKind.HeadsLapsed, new() { State = TermState.Lapsed, Stage = HeadStage.Uncalled }),
            await HeadsAsync(WaitKind.HeadsRunningOut, new() { Due = months, Stage = HeadStage.Uncalled }),
            over.Total == 0 ? null : new(WaitKind.MeetingsOver, over.Total, $"/attestation/meetings?state={MeetingState.Over}",
                [.. over.Items.Select(x => new WaitingItem(EventTexts.WeekDay(x.HeldOn), $"/attestation/meetings/{x.Id}", x.Undecided, x.Center))]),
        ];
    }

    private static Task<Waiting?> PracticesAsync(AppDb db, Actor actor, int? center, CancellationToken ct)
    {
        var centers = Centers(actor, Permission.EditPractices, center);
        var rows = db.Set<Practice>().Where(x => (centers == null || centers.Contains(x.CenterId)) && x.Status == PracticeStatus.Proposed);
        var proposed = rows.OrderBy(x => x.ProposedOn).ThenBy(x => x.Id).Select(x => new { x.Id, x.Title, x.ProposedOn });
        return FirstAsync(centers, WaitKind.PracticesProposed, rows, proposed, $"/practices?status={PracticeStatus.Proposed}", x => new(x.Title, $"/practices/{x.Id}", null, DayText.Of(x.ProposedOn)), ct);
    }

    /// <summary>How many there are and the first few; one query, or none where the actor may mend nothing.</summary>
    private static async Task<Waiting?> FirstAsync<TRow, TItem>(
        int[]? centers, WaitKind kind, IQueryable<TRow> rows, IQueryable<TItem> sorted, string href, Func<TItem, WaitingItem> item, CancellationToken ct)
    {
        if (centers is []) return null;
        var first = await sorted.Take(Shown).Select(x => new { Item = x, Total = rows.Count() }).ToListAsync(ct);
        return first.Count == 0 ? null : new(kind, first[0].Total, href, [.. first.Select(x => item(x.Item))]);
    }

    /// <summary>The switcher's center if the right is held there, else all centers where it is; null for all there are.</summary>
    private static int[]? Centers(Actor actor, Permission right, int? center)
    {
        var held = actor.CentersFor(right);
        return center is { } one ? held is null || held.Contains(one) ? [one] : [] : held;
    }
}
