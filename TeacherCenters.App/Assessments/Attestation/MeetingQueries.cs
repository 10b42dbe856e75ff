using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>Meetings of the commission and who stands on their lists.</summary>
public sealed class MeetingQueries(Store store, NetworkClock clock)
{
    /// <summary>A page of meetings, the latest first; two queries whatever the size.</summary>
    public async Task<Page<MeetingRow>> ListAsync(Actor actor, MeetingFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = Filtered(db, actor, filter);
        return new(await RowsAsync(db, Sorted(rows, page).Skip(page.Skip).Take(page.Take), ct), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async Task<IReadOnlyList<MeetingRow>> AllAsync(Actor actor, MeetingFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await RowsAsync(db, Sorted(Filtered(db, actor, filter), order ?? new()), ct);
    }

    /// <summary>How many meetings stand in each state, whatever state the filter asks for; one query.</summary>
    public async Task<IReadOnlyDictionary<MeetingState, int>> CountsAsync(Actor actor, MeetingFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var today = clock.Today;
        var found = await Filtered(db, actor, filter with { State = null }).Select(x => new { x.Status, x.HeldOn, HasAgenda = db.Set<HeadAttestation>().Any(a => a.MeetingId == x.Id) }).GroupBy(x => new { x.Status, x.HeldOn, x.HasAgenda }).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct);
        return found.GroupBy(x => AttestationRules.StateOf(x.Key.Status, x.Key.HeldOn, x.Key.HasAgenda, today)).ToDictionary(x => x.Key, x => x.Sum(y => y.Count));
    }

    /// <summary>One meeting with its list; null for what the actor may not see. Two queries.</summary>
    public async Task<MeetingDetails?> DetailsAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var row = await (
            from meeting in db.Set<AttestationMeeting>().VisibleTo(actor)
            join center in db.Set<Center>() on meeting.CenterId equals center.Id
            where meeting.Id == id
            select new { Of = meeting, Center = center.ShortName, center.FullName }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var agenda = await AttestationReading.RowsAsync(db, db.Set<HeadAttestation>().Where(x => x.MeetingId == id).OrderBy(x => x.Person!.SearchText).ThenBy(x => x.Id), ct);
        var of = row.Of;
        return new MeetingDetails(
            of.Id, of.Version, of.CenterId, row.Center, row.FullName, of.HeldOn, of.Place, of.Chair, of.Secretary, of.ProtocolNumber, of.ProtocolDate,
            AttestationRules.StateOf(of.Status, of.HeldOn, agenda.Count > 0, clock.Today), of.CancelReason, agenda);
    }

    /// <summary>What happened to a meeting, the latest first.</summary>
    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        if (!await db.Set<AttestationMeeting>().VisibleTo(actor).AnyAsync(x => x.Id == id, ct)) return [];
        return await db.HistoryOfAsync(nameof(AttestationMeeting), id, clock, ct: ct);
    }

    /// <summary>Planned meetings of the centers in which the actor may put people on a list, the next first; one query.</summary>
    public async Task<IReadOnlyList<MeetingChoice>> ChoicesAsync(Actor actor, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = db.Set<AttestationMeeting>().Where(x => x.Status == MeetingStatus.Planned);
        if (actor.CentersFor(Permission.ManageAttestation) is { } centers) rows = rows.Where(x => centers.Contains(x.CenterId));
        return await rows.OrderBy(x => x.HeldOn).ThenBy(x => x.Id).Select(x => new MeetingChoice(
            x.Id, x.CenterId, db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(), x.HeldOn, db.Set<HeadAttestation>().Count(a => a.MeetingId == x.Id))).ToListAsync(ct);
    }

    /// <summary>
    /// Who might be put on a meeting: applications of its center that wait, and heads linked to the center who have no term on the day of the meeting
    /// or whose term ends within the reminder period after it. Those first who waited; then by the end of the term. Four queries.
    /// </summary>
    public async Task<IReadOnlyList<AgendaCandidate>> CandidatesAsync(Actor actor, int meetingId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var meeting = await db.Set<AttestationMeeting>().VisibleTo(actor).Where(x => x.Id == meetingId).Select(x => new { x.CenterId, x.HeldOn }).SingleOrDefaultAsync(ct);
        if (meeting is null || !actor.Can(Permission.ManageAttestation, meeting.CenterId)) return [];
        var months = (await db.SettingsAsOfAsync(clock.Today, ct)).AttestationReminderMonths;
        var until = AttestationRules.DueUntil(meeting.HeldOn, months);
        var waiting = await (
            from x in db.Set<HeadAttestation>()
            join school in db.Set<School>() on x.SchoolId equals school.Id
            join l in HeadQueries.LatestOf(db, actor) on x.PersonId equals l.PersonId into ls
            from latest in ls.DefaultIfEmpty()
            where x.Status == AttestationStatus.Applied && x.CenterId == meeting.CenterId
            orderby x.AppliedOn, x.Id
            select new { x.Person!.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic, x.Position, School = school.Name, latest!.Decision, latest.ValidTo, x.Kind }).ToListAsync(ct);
        var linked = db.Set<Person>().LinkedTo([meeting.CenterId], db).Select(x => x.Id);
        var due = await (
            from job in HeadQueries.HeadJobs(db, meeting.HeldOn)
            join person in db.Set<Person>() on job.PersonId equals person.Id
            join s in db.Set<School>() on job.SchoolId equals (int?)s.Id into schools
            from school in schools.DefaultIfEmpty()
            join l in HeadQueries.LatestOf(db, actor) on job.PersonId equals l.PersonId into ls
            from latest in ls.DefaultIfEmpty()
            where linked.Contains(job.PersonId) && !HeadQueries.OpenOnes(db).Any(o => o.PersonId == job.PersonId) && (latest == null || latest.ValidTo == null || latest.ValidTo <= until)
                && !db.Set<HeadAttestation>().Any(a => a.PersonId == job.PersonId && a.MeetingId == meetingId)
            orderby latest!.ValidTo != null, latest.ValidTo, person.SearchText, person.Id
            select new { person.PublicKey, person.FamilyName, person.GivenName, person.Patronymic, job.Position, School = job.SchoolWritten ?? school.Name, latest.Decision, latest.ValidTo }).ToListAsync(ct);
        var today = clock.Today;
        return
        [
            .. waiting.Select(x => new AgendaCandidate(x.PublicKey, new(x.FamilyName, x.GivenName, x.Patronymic), x.Position, x.School, AttestationRules.StateOf(x.Decision, x.ValidTo, today, months), x.ValidTo, true, x.Kind)),
            .. due.Select(x => new AgendaCandidate(x.PublicKey, new(x.FamilyName, x.GivenName, x.Patronymic), x.Position, x.School, AttestationRules.StateOf(x.Decision, x.ValidTo, today, months), x.ValidTo, false, AttestationKind.Acting)),
        ];
    }

    private IQueryable<AttestationMeeting> Filtered(AppDb db, Actor actor, MeetingFilter filter)
    {
        var (rows, today) = (db.Set<AttestationMeeting>().VisibleTo(actor), clock.Today);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        var listed = db.Set<HeadAttestation>();
        return filter.State switch
        {
            MeetingState.Ahead => rows.Where(x => x.Status == MeetingStatus.Planned && (x.HeldOn > today || (x.HeldOn == today && !listed.Any(a => a.MeetingId == x.Id)))),
            MeetingState.Over => rows.Where(x => x.Status == MeetingStatus.Planned && (x.HeldOn < today || (x.HeldOn == today && listed.Any(a => a.MeetingId == x.Id)))),
            MeetingState.Held => rows.Where(x => x.Status == MeetingStatus.Held),
            MeetingState.Cancelled => rows.Where(x => x.Status == MeetingStatus.Cancelled),
            _ => rows,
        };
    }

    private static IQueryable<AttestationMeeting> Sorted(IQueryable<AttestationMeeting> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        (nameof(MeetingRow.HeldOn), false) => rows.OrderBy(x => x.HeldOn).ThenBy(x => x.Id),
        (nameof(MeetingRow.ProtocolDate), false) => rows.OrderBy(x => x.ProtocolDate == null).ThenBy(x => x.ProtocolDate).ThenBy(x => x.Id),
        (nameof(MeetingRow.ProtocolDate), true) => rows.OrderByDescending(x => x.ProtocolDate).ThenByDescending(x => x.Id),
        _ => rows.OrderByDescending(x => x.HeldOn).ThenByDescending(x => x.Id),
    };

    private async Task<IReadOnlyList<MeetingRow>> RowsAsync(AppDb db, IQueryable<AttestationMeeting> rows, CancellationToken ct)
    {
        var found = await rows.Select(x => new
        {
            Of = x, Center = db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).FirstOrDefault(),
            Heads = db.Set<HeadAttestation>().Count(a => a.MeetingId == x.Id), Undecided = db.Set<HeadAttestation>().Count(a => a.MeetingId == x.Id && a.Decision == null),
        }).ToListAsync(ct);
        return
        [
            .. found.Select(x => new MeetingRow(
                x.Of.Id, x.Of.CenterId, x.Center ?? "", x.Of.HeldOn, x.Of.Place, AttestationRules.StateOf(x.Of.Status, x.Of.HeldOn, x.Heads > 0, clock.Today), x.Heads, x.Undecided, x.Of.ProtocolNumber, x.Of.ProtocolDate)),
        ];
    }
}
