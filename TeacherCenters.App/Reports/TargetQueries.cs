using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Reports;

/// <summary>
/// Plan and fact of the figures. Who may look into some centers only gets the facts of these: plan and denominators are the network's,
/// and every number opens its people.
/// </summary>
public sealed class TargetQueries(Store store, NetworkClock clock)
{
    private static readonly TargetFigure[] AllFigures = Enum.GetValues<TargetFigure>();

    /// <summary>Nine queries whatever the size. Sums over municipalities or groups may exceed the total: who moved stands in both, and once in it.</summary>
    public async Task<TargetBoard> BoardAsync(Actor actor, TargetFilter filter, CancellationToken ct = default) => (await BoardsAsync(actor, [filter], ct))[0];

    /// <summary>Several boards of one year, day and center, for as many queries as one.</summary>
    public async Task<IReadOnlyList<TargetBoard>> BoardsAsync(Actor actor, IReadOnlyList<TargetFilter> filters, CancellationToken ct = default)
    {
        var shared = filters[0];
        await using var db = await store.ReadAsync(ct);
        var settings = await db.SettingsTimelineAsync(ct);
        var plans = await PlansAsync(db, ct);
        var municipalities = await PlacesAsync(db, ct);
        var headcounts = await HeadcountsAsync(db, municipalities, ct);
        var centers = CentersOf(actor, shared.Center);
        var names = await db.Set<Center>().Where(x => centers == null || centers.Contains(x.Id)).OrderBy(x => x.Kind).ThenBy(x => x.Id).Select(x => new { x.Id, x.ShortName }).ToListAsync(ct);
        var (year, asOf) = When(shared.Year, shared.AsOf);
        // For the longest period that any number asks for.
        var last = Math.Max(year, plans.Select(x => x.Year).Append(TargetRules.NetworkYear).Max());
        var first = AllFigures.Select(x => TargetRules.PlanFor(plans, x, year).Period.From!.Value.Year).Append(TargetRules.NetworkYear).Append(year).Min();
        var facts = await db.TargetFactsAsync(AllFigures, new(new DateOnly(first, 1, 1), asOf), centers, ct);
        return [.. filters.Select(Board)];

        TargetBoard Board(TargetFilter filter)
        {
            var isWhole = centers is null;
            var (figure, group) = (filter.Figure, filter.Counted);
            var sums = new TargetSums(filter, isWhole, asOf, settings, plans, headcounts, facts);
            var chosen = sums.Counted(figure, year, group).ToList();
            var byMunicipality = chosen.ToLookup(x => x.Fact.MunicipalityId);
            var byCenter = chosen.ToLookup(x => x.Fact.CenterId);
            var ofYear = new DateRange(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            var rulesOn = asOf < ofYear.To ? asOf : ofYear.To!.Value;
            var rules = settings.On(rulesOn);
            // One that is no more has its line only while it has numbers.
            var places = municipalities.Select(x => (x.Valid, Line: sums.Row(figure, year, group, byMunicipality[x.Id], x.Name, x.Id)))
                .Where(x => x.Valid.Overlaps(ofYear) || x.Line is not { Count.People: 0, Denominator: null }).Select(x => x.Line).ToList();
            if (byMunicipality[null].Any()) places.Add(sums.Row(figure, year, group, byMunicipality[null], nowhere: true));
            var total = sums.Row(figure, year, group, chosen, sums.NameOf(figure, year));
            TargetYear[] years = [.. Enumerable.Range(first, last - first + 1).Select(x =>
                new TargetYear(x, sums.Row(figure, x, group, sums.Counted(figure, x, group)), sums.Row(figure, x, group, sums.Counted(figure, x, group, alone: true), alone: true)))];
            return new(
                figure, year, asOf, clock.Today, isWhole, group, rules.SupportMonths, rules.Terms(rulesOn),
                [.. AllFigures.Select(x => sums.Figure(x, year))],
                total,
                places,
                [.. Enum.GetValues<StaffGroup>().Select(x => sums.Row(figure, year, x, sums.Counted(figure, year, x))), sums.Row(figure, year, null, sums.Counted(figure, year, null))],
                [.. names.Select(x => sums.Row(figure, year, group, byCenter[x.Id], x.ShortName, center: x.Id))],
                years,
                Way(total, years, asOf, day => TargetCount.Of(sums.Counted(figure, total.Period, day, group)).People),
                isWhole && total.Plan?.Unit == TargetUnit.Percent ? headcounts.Missing(year, group) : []);
        }
    }

    /// <summary>How each figure stands in this year, over the group that it counts. Eight queries whatever the size.</summary>
    public async Task<IReadOnlyList<TargetRow>> FiguresAsync(Actor actor, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var plans = await PlansAsync(db, ct);
        var centers = CentersOf(actor, null);
        var (year, asOf) = When(null, null);
        var first = AllFigures.Select(x => TargetRules.PlanFor(plans, x, year).Period.From!.Value).Min();
        var facts = await db.TargetFactsAsync(AllFigures, new(first, asOf), centers, ct);
        var sums = new TargetSums(new(), centers is null, asOf, await db.SettingsTimelineAsync(ct), plans, await HeadcountsAsync(db, await PlacesAsync(db, ct), ct), facts);
        return [.. AllFigures.Select(x => sums.Figure(x, year))];
    }

    /// <summary>Who was trained and who was assessed, everybody, in each year since the network began. Nine queries whatever the size.</summary>
    public async Task<IReadOnlyList<NetworkYear>> YearsAsync(Actor actor, int? center, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var plans = await PlansAsync(db, ct);
        var centers = CentersOf(actor, center);
        var (year, asOf) = When(null, null);
        var facts = await db.TargetFactsAsync([TargetFigure.Covered, TargetFigure.Assessed], new(new DateOnly(TargetRules.NetworkYear, 1, 1), asOf), centers, ct);
        var sums = new TargetSums(new() { Center = center }, centers is null, asOf, await db.SettingsTimelineAsync(ct), plans, await HeadcountsAsync(db, await PlacesAsync(db, ct), ct), facts);
        var completed = await db.Set<TrainingEvent>().VisibleTo(actor).Where(x => x.Status == EventStatus.Completed && (center == null || x.CenterId == center))
            .GroupBy(x => x.EndsOn.Year).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        TargetRow Alone(TargetFigure figure, int of) => sums.Row(figure, of, null, sums.Counted(figure, of, null, alone: true), alone: true);
        TargetRow Whole(TargetFigure figure) => sums.Row(figure, year, null, sums.Counted(figure, year, null));
        return [new NetworkYear(null, completed.Values.Sum(), Whole(TargetFigure.Covered), Whole(TargetFigure.Assessed)), .. Enumerable.Range(TargetRules.NetworkYear, year - TargetRules.NetworkYear + 1).Reverse()
            .Select(x => new NetworkYear(x, completed.GetValueOrDefault(x), Alone(TargetFigure.Covered, x), Alone(TargetFigure.Assessed, x)))];
    }

    /// <summary>By years for what adds up over several, by months for what counts in its year alone.</summary>
    /// <param name="peopleBy">How many people count within the year's period by a day.</param>
    private static TargetWay Way(TargetRow total, TargetYear[] years, DateOnly asOf, Func<DateOnly, int> peopleBy)
    {
        var (first, last) = (total.Period.From!.Value.Year, total.Period.To!.Value.Year);
        var plan = total.Plan is { Unit: TargetUnit.People } || total.Denominator > 0 ? total.Plan : null;
        var unit = plan?.Unit ?? TargetUnit.People;
        if (first < last)
        {
            return new(unit, false, [.. years.Where(x => x.Year >= first).Select(x => new TargetPoint(
                new DateOnly(x.Year, 12, 31), plan is null ? null : x.Total.Plan?.Value,
                x.Year > asOf.Year ? null : unit == TargetUnit.Percent ? x.Total.Fact : x.Total.Count.People))]);
        }
        return new(unit, true, [.. Enumerable.Range(1, 12).Select(month =>
        {
            var day = new DateOnly(last, month, DateTime.DaysInMonth(last, month));
            decimal? fact = new DateOnly(last, month, 1) > asOf ? null : TargetRules.Fact(unit, peopleBy(day < asOf ? day : asOf), total.Denominator);
            return new TargetPoint(day, plan?.Value * month / 12, fact);
        })]);
    }

    /// <summary>Sort: <c>Name</c> (the default), <c>Day</c>, <c>Times</c>. A dozen queries at most whatever the size.</summary>
    public Task<TargetPeople> PeopleAsync(Actor actor, TargetPeopleFilter filter, PageRequest page, CancellationToken ct = default) =>
        BehindAsync(actor, filter, page, rows => rows.Skip(page.Skip).Take(page.Take), ct);

    /// <summary>All rows of the filter in the list's order, for the export.</summary>
    public Task<TargetPeople> AllPeopleAsync(Actor actor, TargetPeopleFilter filter, PageRequest? order = null, CancellationToken ct = default) =>
        BehindAsync(actor, filter, order ?? new(), rows => rows, ct);

    /// <summary>A center or municipality that the actor may not see has no name.</summary>
    private static async Task<TargetPeopleHead> HeadAsync(AppDb db, TargetPeopleFilter filter, int year, TargetPlan plan, DateRange counted, int[]? centers, CancellationToken ct)
    {
        var municipality = filter.Municipality is { } m && !filter.Nowhere ? await db.Set<Municipality>().Where(x => x.Id == m).Select(x => x.ShortName).SingleOrDefaultAsync(ct) : null;
        var center = filter.Center is { } c && centers is [_, ..] ? await db.Set<Center>().Where(x => x.Id == c).Select(x => x.ShortName).SingleOrDefaultAsync(ct) : null;
        var place = string.Join(", ", new[] { municipality, center }.Where(x => x is not null));
        return new(filter.Figure, plan.Name, year, filter.Counted, place.Length > 0 ? place : null, counted);
    }

    private sealed record Behind(int PersonId, string SearchText, int Times, CountedFact Last);

    private async Task<TargetPeople> BehindAsync(Actor actor, TargetPeopleFilter filter, PageRequest order, Func<IEnumerable<Behind>, IEnumerable<Behind>> part, CancellationToken ct)
    {
        await using var db = await store.ReadAsync(ct);
        var (year, asOf) = When(filter.Year, filter.AsOf);
        var plans = await PlansAsync(db, ct);
        var period = TargetRules.PeriodOf(plans, filter.Figure, year, filter.Alone);
        var centers = CentersOf(actor, filter.Center);
        var head = await HeadAsync(db, filter, year, TargetRules.PlanFor(plans, filter.Figure, year), period with { To = period.To < asOf ? period.To : asOf }, centers, ct);
        var facts = await db.TargetFactsAsync([filter.Figure], period with { To = asOf }, centers, ct);
        var counted = new TargetCounting(filter.Figure, period, asOf, await db.SettingsTimelineAsync(ct)).Count(facts, filter.Counted);
        if (filter.Nowhere) counted = counted.Where(x => x.Fact.MunicipalityId is null);
        else if (filter.Municipality is { } municipality) counted = counted.Where(x => x.Fact.MunicipalityId == municipality);
        var byPerson = counted.OrderBy(x => x.Day).ThenBy(x => x.Fact.SourceId).GroupBy(x => x.Fact.PersonId).ToDictionary(x => x.Key, x => x.ToList());

        // One parameter however many people there are.
        int[] ids = [.. byPerson.Keys];
        var people = await db.Set<Person>().Where(x => EF.Parameter(ids).Contains(x.Id)).Named(db, filter.Text).Select(x => new { x.Id, x.SearchText }).ToListAsync(ct);
        var rows = filter.Participations
            ? people.SelectMany(x => byPerson[x.Id].Select(one => new Behind(x.Id, x.SearchText, 1, one)))
            : people.Select(x => new Behind(x.Id, x.SearchText, byPerson[x.Id].Count, byPerson[x.Id][^1]));
        IOrderedEnumerable<Behind> By<TKey>(Func<Behind, TKey> key, IComparer<TKey>? comparer = null) => order.Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
        var sorted = order.Sort switch
        {
            "Day" => By(x => x.Last.Day),
            "Times" => By(x => x.Times),
            _ => By(x => x.SearchText, StringComparer.Ordinal),
        };
        // What remains equal are one person's participations, which stand by their days.
        var shown = part(sorted.ThenBy(x => x.SearchText, StringComparer.Ordinal).ThenBy(x => x.PersonId));
        return new(head, new(people.Count, people.Sum(x => byPerson[x.Id].Count)), await RowsAsync(db, [.. shown], ct));
    }

    private static async Task<List<TargetPersonRow>> RowsAsync(AppDb db, List<Behind> people, CancellationToken ct)
    {
        int[] ids = [.. people.Select(x => x.PersonId).Distinct()];
        int[] events = [.. people.Where(x => x.Last.Fact.Kind == TargetFactKind.Event).Select(x => x.Last.Fact.SourceId).Distinct()];
        int[] schools = [.. people.Select(x => x.Last.Fact.SchoolId).OfType<int>().Distinct()];
        var names = await db.Set<Person>().Where(x => EF.Parameter(ids).Contains(x.Id)).Select(x => new { x.Id, x.PublicKey, Name = new PersonName(x.FamilyName, x.GivenName, x.Patronymic) }).ToDictionaryAsync(x => x.Id, ct);
        var titles = await db.Set<TrainingEvent>().Where(x => EF.Parameter(events).Contains(x.Id)).Select(x => new { x.Id, x.Title }).ToDictionaryAsync(x => x.Id, x => x.Title, ct);
        var works = await db.Set<School>().Where(x => EF.Parameter(schools).Contains(x.Id)).Select(x => new { x.Id, x.Name }).ToDictionaryAsync(x => x.Id, x => x.Name, ct);
        var municipalities = await db.Set<Municipality>().Select(x => new { x.Id, x.ShortName }).ToDictionaryAsync(x => x.Id, x => x.ShortName, ct);
        var centers = await db.Set<Center>().Select(x => new { x.Id, x.ShortName }).ToDictionaryAsync(x => x.Id, x => x.ShortName, ct);
        return [.. people.Select(x =>
        {
            var (person, fact) = (names[x.PersonId], x.Last.Fact);
            return new TargetPersonRow(person.PublicKey, person.Name, x.Times, x.Last.Day, fact.Kind, fact.Kind == TargetFactKind.Event ? titles.GetValueOrDefault(fact.SourceId) : null,
                fact.SchoolId is { } school ? works.GetValueOrDefault(school) : null, fact.MunicipalityId is { } municipality ? municipalities.GetValueOrDefault(municipality) : null,
                fact.Position, fact.Category, centers[fact.CenterId]);
        })];
    }

    private static async Task<List<TargetPlan>> PlansAsync(AppDb db, CancellationToken ct) =>
        await db.Set<Target>().Select(x => new TargetPlan(x.Figure, x.Year, x.Unit, x.Value, x.CountedFrom, x.Name)).ToListAsync(ct);

    private static Task<List<TargetPlace>> PlacesAsync(AppDb db, CancellationToken ct) =>
        db.Set<Municipality>().OrderBy(x => x.Order).ThenBy(x => x.Id).Select(x => new TargetPlace(x.Id, x.ShortName, new DateRange(x.ValidFrom, x.ValidTo))).ToListAsync(ct);

    private static async Task<Headcounts> HeadcountsAsync(AppDb db, IReadOnlyList<TargetPlace> places, CancellationToken ct) => new(await db.Set<Denominator>().ToListAsync(ct), places);

    private (int Year, DateOnly AsOf) When(int? year, DateOnly? asOf)
    {
        // What is planned beyond today has not happened.
        var day = asOf < clock.Today ? asOf.Value : clock.Today;
        return (Math.Clamp(year ?? day.Year, TargetRules.FirstYear, TargetRules.LastYear), day);
    }

    /// <summary>Null for all; a center that the actor may not look into leaves none.</summary>
    private static int[]? CentersOf(Actor actor, int? center)
    {
        var held = actor.CentersFor(Permission.ViewReports);
        return center is not { } one ? held : held is null || held.Contains(one) ? [one] : [];
    }
}
