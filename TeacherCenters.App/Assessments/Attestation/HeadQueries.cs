using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>
/// Who is due when. Heads are the people linked to a center of the actor who lead a school today; candidates and former heads are known by their
/// attestations. A term counts whichever center gave it, or a head attested next door would be called again.
/// </summary>
public sealed class HeadQueries(Store store, NetworkClock clock)
{
    /// <summary>A page of heads; three queries whatever the size. By its own order who has no term comes first, then by the end of the term.</summary>
    public async Task<Page<HeadRow>> ListAsync(Actor actor, HeadFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var months = await MonthsAsync(db, ct);
        var rows = Filtered(db, actor, filter, months);
        return new(Rows(await Sorted(rows, page).Skip(page.Skip).Take(page.Take).Select(Facts).ToListAsync(ct), actor, months), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async Task<IReadOnlyList<HeadRow>> AllAsync(Actor actor, HeadFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var months = await MonthsAsync(db, ct);
        return Rows(await Sorted(Filtered(db, actor, filter, months), order ?? new()).Select(Facts).ToListAsync(ct), actor, months);
    }

    /// <summary>How many stand in each state and at each stage, whatever state, window and stage the filter asks for; two queries.</summary>
    public async Task<HeadCounts> CountsAsync(Actor actor, HeadFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var months = await MonthsAsync(db, ct);
        var groups = await Filtered(db, actor, filter with { State = null, InForce = false, Due = null, Stage = null }, months)
            .GroupBy(x => new { x.Latest!.Decision, x.Latest.ValidTo, Status = (AttestationStatus?)x.Open!.Status })
            .Select(x => new { x.Key.Decision, x.Key.ValidTo, x.Key.Status, Count = x.Count() }).ToListAsync(ct);
        var today = clock.Today;
        return new(
            groups.Where(x => filter.Stage is null || filter.Stage == Stage(x.Decision, x.ValidTo, x.Status)).GroupBy(x => AttestationRules.StateOf(x.Decision, x.ValidTo, today, months)).ToDictionary(x => x.Key, x => x.Sum(y => y.Count)),
            groups.Where(x => (filter.State is null || filter.State == AttestationRules.StateOf(x.Decision, x.ValidTo, today, months)) && InWindow(x.ValidTo, filter.Due, today))
                .GroupBy(x => Stage(x.Decision, x.ValidTo, x.Status)).Where(x => x.Key is not null).ToDictionary(x => x.Key!.Value, x => x.Sum(y => y.Count)));

        HeadStage? Stage(AttestationDecision? latest, DateOnly? validTo, AttestationStatus? open) =>
            open is null && latest is not null && !(validTo <= ToCallUntil(filter, months)) ? null : StageOf(open);
    }

    /// <summary>Months before the end of a term from which it counts as running out.</summary>
    public async Task<int> ReminderMonthsAsync(CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await MonthsAsync(db, ct);
    }

    /// <summary>A head with their attestations; null for whom the actor may not see. Five queries.</summary>
    public async Task<HeadCard?> CardAsync(Actor actor, Guid personKey, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewAttestation)) return null;
        await using var db = await store.ReadAsync(ct);
        var today = clock.Today;
        var person = await Linked(db, actor, null).Where(x => x.PublicKey == personKey).Select(x => new { x.Id, x.PublicKey, x.FamilyName, x.GivenName, x.Patronymic }).SingleOrDefaultAsync(ct);
        if (person is null) return null;
        var post = await (
            from job in HeadJobs(db, today)
            join s in db.Set<School>() on job.SchoolId equals (int?)s.Id into schools
            from school in schools.DefaultIfEmpty()
            join m in db.Set<Municipality>() on school.MunicipalityId equals m.Id into municipalities
            from municipality in municipalities.DefaultIfEmpty()
            where job.PersonId == person.Id
            select new HeadPost(job.Position, job.SchoolWritten ?? school.Name, municipality.ShortName, job.From)).FirstOrDefaultAsync(ct);
        var rows = await AttestationReading.RowsAsync(db, db.Set<HeadAttestation>().VisibleTo(actor).Where(x => x.PersonId == person.Id)
            .OrderBy(x => x.Status == AttestationStatus.Applied || x.Status == AttestationStatus.Planned ? 0 : 1).ThenByDescending(x => x.MeetingOn).ThenByDescending(x => x.Id), ct);
        var others = await db.Set<HeadAttestation>().Where(x => x.PersonId == person.Id).Select(x => new { x.Id, x.Status, x.MeetingOn, x.Decision, x.ValidTo }).ToListAsync(ct);
        var months = await MonthsAsync(db, ct);
        var latest = others.Where(x => x.Status == AttestationStatus.Decided && (x.ValidTo is not null || rows.Any(r => r.Id == x.Id))).OrderByDescending(x => x.MeetingOn).ThenByDescending(x => x.Id).FirstOrDefault();
        if (post is null && rows.Count == 0) return null;
        return new HeadCard(
            person.Id, person.PublicKey, new PersonName(person.FamilyName, person.GivenName, person.Patronymic), post, AttestationRules.StateOf(latest?.Decision, latest?.ValidTo, today, months),
            latest?.MeetingOn, latest?.ValidTo, months,
            others.Exists(x => x.Status is AttestationStatus.Applied or AttestationStatus.Planned && rows.All(r => r.Id != x.Id)), rows);
    }

    /// <summary>The attestations of a person that the actor may see, the latest first.</summary>
    public async Task<IReadOnlyList<AttestationRow>> OfPersonAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await AttestationReading.RowsAsync(db, db.Set<HeadAttestation>().VisibleTo(actor).Where(x => x.PersonId == personId).OrderByDescending(x => x.MeetingOn ?? x.AppliedOn).ThenByDescending(x => x.Id), ct);
    }

    /// <summary>What happened to the attestations of a person that the actor may see, the latest first.</summary>
    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var keys = await db.Set<HeadAttestation>().VisibleTo(actor).Where(x => x.PersonId == personId).Select(x => x.Id).ToListAsync(ct);
        return await db.HistoryOfAsync(nameof(HeadAttestation), keys, clock, ct: ct);
    }

    /// <summary>Main employments as a head on a day, one a person: <see cref="AttestationRules.HeadJobOn"/> as a query.</summary>
    public static IQueryable<Employment> HeadJobs(AppDb db, DateOnly day)
    {
        var (jobs, never) = (db.Set<Employment>().Where(x => x.IsMain && x.Category == WorkerCategory.Head && (x.From == null || x.From <= day) && (x.To == null || x.To >= day)), DateOnly.MinValue);
        return jobs.Where(x => !jobs.Any(y => y.PersonId == x.PersonId && ((y.From ?? never) > (x.From ?? never) || ((y.From ?? never) == (x.From ?? never) && y.Id > x.Id))));
    }

    /// <summary>The last decision of each person that counts for the actor.</summary>
    internal static IQueryable<HeadAttestation> LatestOf(AppDb db, Actor actor)
    {
        var decided = db.Set<HeadAttestation>().CountingFor(actor);
        return decided.Where(x => !decided.Any(y => y.PersonId == x.PersonId && (y.MeetingOn > x.MeetingOn || (y.MeetingOn == x.MeetingOn && y.Id > x.Id))));
    }

    internal static IQueryable<HeadAttestation> OpenOnes(AppDb db) => db.Set<HeadAttestation>().Where(x => x.Status == AttestationStatus.Applied || x.Status == AttestationStatus.Planned);

    private IQueryable<Standing> Filtered(AppDb db, Actor actor, HeadFilter filter, int months)
    {
        var (today, until) = (clock.Today, AttestationRules.DueUntil(clock.Today, months));
        var rows = Standings(db, actor, filter, today);
        if (filter.Municipality is { } municipality) rows = rows.Where(x => x.Municipality!.Id == municipality);
        if (Typed.OrNull(filter.Text) is { } text)
        {
            var people = db.Set<Person>().Named(db, text).Select(x => x.Id);
            rows = rows.Where(x => people.Contains(x.Person.Id));
        }
        if (filter.Due is { } due)
        {
            var end = today.AddMonths(Math.Clamp(due, 0, HeadFilter.MostMonths));
            rows = rows.Where(x => x.Latest!.ValidTo >= today && x.Latest.ValidTo <= end);
        }
        if (filter.InForce) rows = rows.Where(x => x.Latest!.ValidTo >= today);
        var toCall = ToCallUntil(filter, months);
        rows = filter.Stage switch
        {
            HeadStage.Uncalled => rows.Where(x => x.Open == null && (x.Latest == null || x.Latest.ValidTo <= toCall)),
            HeadStage.Applied => rows.Where(x => x.Open!.Status == AttestationStatus.Applied),
            HeadStage.Planned => rows.Where(x => x.Open!.Status == AttestationStatus.Planned),
            _ => rows,
        };
        return filter.State switch
        {
            TermState.Never => rows.Where(x => x.Latest == null),
            TermState.Unsuitable => rows.Where(x => x.Latest != null && x.Latest.ValidTo == null),
            TermState.Lapsed => rows.Where(x => x.Latest!.ValidTo < today),
            TermState.Due => rows.Where(x => x.Latest!.ValidTo >= today && x.Latest.ValidTo <= until),
            TermState.Valid => rows.Where(x => x.Latest!.ValidTo > until),
            _ => rows,
        };
    }

    private static IQueryable<Standing> Standings(AppDb db, Actor actor, HeadFilter filter, DateOnly today) =>
        from post in Posts(db, actor, filter, today)
        join person in db.Set<Person>() on post.PersonId equals person.Id
        join s in db.Set<School>() on post.SchoolId equals (int?)s.Id into schools
        from school in schools.DefaultIfEmpty()
        join m in db.Set<Municipality>() on school.MunicipalityId equals m.Id into municipalities
        from municipality in municipalities.DefaultIfEmpty()
        join l in LatestOf(db, actor) on post.PersonId equals l.PersonId into ls
        from latest in ls.DefaultIfEmpty()
        join o in OpenOnes(db) on post.PersonId equals o.PersonId into os
        from open in os.DefaultIfEmpty()
        select new Standing { Position = post.Position, Written = post.Written, Person = person, School = school, Municipality = municipality, Latest = latest, Open = open };

    private static IQueryable<Post> Posts(AppDb db, Actor actor, HeadFilter filter, DateOnly today)
    {
        var jobs = HeadJobs(db, today);
        if (filter.Group == HeadGroup.Leading)
        {
            var linked = Linked(db, actor, filter.Center).Select(x => x.Id);
            return jobs.Where(x => linked.Contains(x.PersonId)).Select(x => new Post { PersonId = x.PersonId, SchoolId = x.SchoolId, Written = x.SchoolWritten, Position = x.Position });
        }
        var rows = db.Set<HeadAttestation>().VisibleTo(actor);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        var last = rows.Where(x => !rows.Any(y => y.PersonId == x.PersonId && y.Id > x.Id) && !jobs.Any(j => j.PersonId == x.PersonId));
        var kind = filter.Group == HeadGroup.Candidate ? AttestationKind.Candidate : AttestationKind.Acting;
        return last.Where(x => x.Kind == kind).Select(x => new Post { PersonId = x.PersonId, SchoolId = x.SchoolId, Position = x.Position });
    }

    /// <summary>People linked to a center in which the actor may see attestation.</summary>
    private static IQueryable<Person> Linked(AppDb db, Actor actor, int? center)
    {
        var people = actor.CentersFor(Permission.ViewAttestation) is { } centers ? db.Set<Person>().LinkedTo(centers, db) : db.Set<Person>();
        return center is { } one ? people.LinkedTo([one], db) : people;
    }

    private static IQueryable<Standing> Sorted(IQueryable<Standing> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        (nameof(HeadRow.Person), false) => rows.OrderBy(x => x.Person.SearchText).ThenBy(x => x.Person.Id),
        (nameof(HeadRow.Person), true) => rows.OrderByDescending(x => x.Person.SearchText).ThenByDescending(x => x.Person.Id),
        (nameof(HeadRow.School), false) => rows.OrderBy(x => x.School!.SearchText).ThenBy(x => x.Person.Id),
        (nameof(HeadRow.School), true) => rows.OrderByDescending(x => x.School!.SearchText).ThenByDescending(x => x.Person.Id),
        (nameof(HeadRow.Municipality), false) => rows.OrderBy(x => x.Municipality!.Order).ThenBy(x => x.Person.SearchText).ThenBy(x => x.Person.Id),
        (nameof(HeadRow.Municipality), true) => rows.OrderByDescending(x => x.Municipality!.Order).ThenByDescending(x => x.Person.SearchText).ThenByDescending(x => x.Person.Id),
        (nameof(HeadRow.MeetingOn), false) => rows.OrderBy(x => x.Open!.MeetingOn == null).ThenBy(x => x.Open!.MeetingOn).ThenBy(x => x.Person.SearchText).ThenBy(x => x.Person.Id),
        (nameof(HeadRow.MeetingOn), true) => rows.OrderByDescending(x => x.Open!.MeetingOn).ThenBy(x => x.Person.SearchText).ThenBy(x => x.Person.Id),
        (_, true) => rows.OrderByDescending(x => x.Latest!.ValidTo).ThenByDescending(x => x.Person.SearchText).ThenByDescending(x => x.Person.Id),
        _ => rows.OrderBy(x => x.Latest!.ValidTo != null).ThenBy(x => x.Latest!.ValidTo).ThenBy(x => x.Person.SearchText).ThenBy(x => x.Person.Id),
    };

    private IReadOnlyList<HeadRow> Rows(IEnumerable<RowFacts> facts, Actor actor, int months) =>
    [
        .. facts.Select(x =>
        {
            var elsewhere = x.OpenCenter is { } center && !actor.Can(Permission.ViewAttestation, center);
            return new HeadRow(
                x.Id, x.PublicKey, new PersonName(x.FamilyName, x.GivenName, x.Patronymic), x.Position, x.School, x.Municipality, AttestationRules.StateOf(x.Decision, x.ValidTo, clock.Today, months),
                x.AttestedOn, x.ValidTo, StageOf(x.OpenStatus), elsewhere ? null : x.MeetingOn, elsewhere);
        }),
    ];

    /// <summary>Whose term ends later is not to be called yet; a window that looks further asks about its whole length.</summary>
    private DateOnly ToCallUntil(HeadFilter filter, int months) => AttestationRules.DueUntil(clock.Today, Math.Max(months, Math.Clamp(filter.Due ?? 0, 0, HeadFilter.MostMonths)));

    private static HeadStage StageOf(AttestationStatus? open) => open switch
    {
        null => HeadStage.Uncalled,
        AttestationStatus.Applied => HeadStage.Applied,
        _ => HeadStage.Planned,
    };

    private static bool InWindow(DateOnly? validTo, int? months, DateOnly today) =>
        months is not { } due || (validTo >= today && validTo <= today.AddMonths(Math.Clamp(due, 0, HeadFilter.MostMonths)));

    private async Task<int> MonthsAsync(AppDb db, CancellationToken ct) => (await db.SettingsAsOfAsync(clock.Today, ct)).AttestationReminderMonths;

    private static readonly System.Linq.Expressions.Expression<Func<Standing, RowFacts>> Facts = x => new RowFacts(
        x.Person.Id, x.Person.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic, x.Position, x.Written ?? x.School!.Name, x.Municipality!.ShortName,
        x.Latest!.Decision, x.Latest.ValidTo, x.Latest.MeetingOn, (AttestationStatus?)x.Open!.Status, (int?)x.Open.CenterId, x.Open.MeetingOn);

    private sealed class Post
    {
        public required int PersonId { get; init; }

        public required int? SchoolId { get; init; }

        /// <summary>The organisation as it was written, when it is not in the list.</summary>
        public string? Written { get; init; }

        public required string Position { get; init; }
    }

    private sealed class Standing
    {
        public required string Position { get; init; }

        public required Person Person { get; init; }

        /// <summary>Null, like the municipality, for an organisation that is not in the list.</summary>
        public School? School { get; init; }

        public string? Written { get; init; }

        public Municipality? Municipality { get; init; }

        public HeadAttestation? Latest { get; init; }

        public HeadAttestation? Open { get; init; }
    }

    private sealed record RowFacts(
        int Id, Guid PublicKey, string FamilyName, string GivenName, string? Patronymic, string Position, string School, string? Municipality,
        AttestationDecision? Decision, DateOnly? ValidTo, DateOnly? AttestedOn, AttestationStatus? OpenStatus, int? OpenCenter, DateOnly? MeetingOn);
}
