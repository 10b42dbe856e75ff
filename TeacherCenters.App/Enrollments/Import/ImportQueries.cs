using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Enrollments.Import;

public sealed class ImportQueries(Store store, NetworkClock clock)
{
    public DateOnly Today => clock.Today;

    /// <summary>What storing the list now would do, row by row; nothing is stored.</summary>
    /// <returns>The plan; or <c>NotFound</c>, <c>EventTakesNobody</c>.</returns>
    public async Task<Result<ImportPlan>> PreviewAsync(Actor actor, int eventId, IReadOnlyList<ImportRow> rows, ImportChoices choices, CancellationToken ct = default)
    {
        var visible = actor.CentersFor(Permission.ViewEvents);
        await using var db = await store.ReadAsync(ct);
        var of = await db.Set<TrainingEvent>().SingleOrDefaultAsync(x => x.Id == eventId && (visible == null || visible.Contains(x.CenterId)), ct);
        if (of is null) return new Problem("NotFound");
        actor.Demand(Permission.ManageEnrollments, of.CenterId);
        if (EnrollmentRules.Accepts(of.Status) is { Problem: { } problem }) return problem;
        var facts = await FactsAsync(db, of, rows, clock.Today, ct);
        return await Task.Run(() => ImportMatching.Plan(rows, facts, choices), ct);
    }

    /// <summary>Reads what the plan needs, in a number of queries that does not grow with the list but for blocks of parameters and names without a patronymic.</summary>
    internal static async Task<ImportFacts> FactsAsync(AppDb db, TrainingEvent of, IReadOnlyList<ImportRow> rows, DateOnly today, CancellationToken ct)
    {
        var ids = await PeopleAsync(db, rows, ct);
        var people = new List<KnownPerson>();
        foreach (var block in ids.Chunk(500))
        {
            var found = await db.Set<Person>().Where(x => block.Contains(x.Id)).AsNoTracking().ToListAsync(ct);
            var jobs = (await db.Set<Employment>().Where(x => block.Contains(x.PersonId)).AsNoTracking().ToListAsync(ct)).ToLookup(x => x.PersonId);
            var linked = await db.Set<PersonLink>().Where(x => x.CenterId == of.CenterId && block.Contains(x.PersonId)).Select(x => x.PersonId).ToHashSetAsync(ct);
            var inside = await db.Set<Enrollment>().Where(x => x.EventId == of.Id && block.Contains(x.PersonId)).ToDictionaryAsync(x => x.PersonId, x => x.Status, ct);
            var schoolIds = jobs.SelectMany(x => x).Select(x => x.SchoolId).OfType<int>().Distinct().ToList();
            var names = await db.Set<School>().Where(x => schoolIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, ct);
            foreach (var x in found)
            {
                var now = jobs[x.Id].Where(j => new DateRange(j.From, j.To).Contains(today)).ToList();
                var main = EnrollmentRules.WorkplaceOn(now, today);
                people.Add(new(x.Id, x.Name, x.BirthDate, x.Snils, !linked.Contains(x.Id), [.. now.Select(j => j.SchoolId).OfType<int>()], main?.SchoolId is { } school ? names[school] : main?.SchoolWritten,
                    inside.TryGetValue(x.Id, out var status) ? status : null, new(x.BirthDate is null, x.Snils is null, x.Phone is null, x.Email is null, main is null)) { Unlisted = main?.SchoolWritten });
            }
        }
        var schools = await (from school in db.Set<School>()
                             where !school.IsClosed
                             join municipality in db.Set<Municipality>() on school.MunicipalityId equals municipality.Id
                             orderby school.SearchText, school.Id
                             select new SchoolChoice(school.Id, school.Name, municipality.ShortName)).ToListAsync(ct);
        var approvedHolds = (await db.SettingsAsOfAsync(today, ct)).ApprovedHoldsSeat;
        var approved = approvedHolds ? await db.Set<Enrollment>().CountAsync(x => x.EventId == of.Id && x.Status == EnrollmentStatus.Approved, ct) : 0;
        return new(people, schools, EnrollmentRules.FreeSeats(of.Capacity, of.SeatsTaken, approved), today)
        {
            Municipalities = await db.Set<Municipality>().OrderBy(x => x.Order).ThenBy(x => x.Id).Select(x => new MunicipalityChoice(x.Id, x.ShortName)).ToListAsync(ct),
        };
    }

    /// <summary>Everybody with an insurance number of the list, or with family and given name of a row (and its patronymic, where both have one).</summary>
    private static async Task<List<int>> PeopleAsync(AppDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var ids = new HashSet<int>();
        foreach (var block in rows.Select(x => x.Snils).OfType<string>().Distinct().Chunk(500))
            ids.UnionWith(await db.Set<Person>().Where(x => x.Snils != null && block.Contains(x.Snils)).Select(x => x.Id).ToListAsync(ct));

        var names = rows.Select(x => x.Name).OfType<PersonName>().ToList();
        var whole = names.SelectMany(x => new[] { SearchName.Of(x.Family, x.Given, x.Patronymic), SearchName.Of(x.Family, x.Given) }).Distinct();
        foreach (var block in whole.Chunk(500))
            ids.UnionWith(await db.Set<Person>().Where(x => block.Contains(x.SearchText)).Select(x => x.Id).ToListAsync(ct));

        foreach (var start in names.Where(x => x.Patronymic is null).Select(x => SearchName.Of(x.Family, x.Given) + " ").Distinct())
        {
            var end = SearchName.EndOfPrefix(start);
            ids.UnionWith(await db.Set<Person>().Where(x => string.Compare(x.SearchText, start) >= 0 && string.Compare(x.SearchText, end) < 0).Select(x => x.Id).ToListAsync(ct));
        }
        return [.. ids.Order()];
    }
}
