using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Reports;

/// <summary>The address of the page of plans.</summary>
public sealed record PlanFilter
{
    /// <summary>Whose headcount is shown; null is this year.</summary>
    public int? Year { get; init; }
}

/// <summary>A stored plan, or a usual one when the id is null.</summary>
public sealed record PlanRow(int? Id, int Version, TargetPlan Plan);

/// <summary>The headcount of a municipality in a year, with the versions of its rows.</summary>
public sealed record HeadcountRow(HeadcountPlace Place, Headcount Numbers, IReadOnlyDictionary<StaffGroup, int> Versions);

/// <summary>All that the page of plans shows.</summary>
/// <param name="Years">That may be chosen for the headcount, the latest first.</param>
public sealed record PlanBoard(int Year, IReadOnlyList<PlanRow> Plans, IReadOnlyList<HeadcountRow> Headcounts, IReadOnlyList<int> Years, IReadOnlyList<HistoryRow> History);

/// <summary>A pasted row beside what is stored.</summary>
public sealed record HeadcountPreview(PastedHeadcount Row, Headcount Stored);

internal static class HeadcountReading
{
    /// <summary>The municipalities of a year in the order of the reports.</summary>
    public static async Task<List<HeadcountPlace>> PlacesAsync(this AppDb db, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Set<Municipality>().Where(x => (x.ValidFrom == null || x.ValidFrom <= last) && (x.ValidTo == null || x.ValidTo >= first))
            .OrderBy(x => x.Order).ThenBy(x => x.Id).Select(x => new HeadcountPlace(x.Id, x.Name, x.ShortName)).ToListAsync(ct);
    }

    public static IReadOnlyDictionary<int, Headcount> ByPlace(IEnumerable<Denominator> rows) =>
        rows.GroupBy(x => x.MunicipalityId).ToDictionary(x => x.Key, x => Headcount.Of(x.Select(y => KeyValuePair.Create(y.Group, y.People))));
}

/// <summary>Plans and headcounts, for whoever enters them.</summary>
public sealed class PlanQueries(Store store, NetworkClock clock)
{
    /// <summary>Six queries.</summary>
    public async Task<PlanBoard> BoardAsync(Actor actor, int? year, CancellationToken ct = default)
    {
        actor.Demand(Permission.EditTargets, null);
        await using var db = await store.ReadAsync(ct);
        var of = Math.Clamp(year ?? clock.Today.Year, TargetRules.FirstYear, TargetRules.LastYear);
        var own = await db.Set<Target>().Select(x => new PlanRow(x.Id, x.Version, new TargetPlan(x.Figure, x.Year, x.Unit, x.Value, x.CountedFrom, x.Name))).ToListAsync(ct);
        var plans = own.Concat(TargetRules.Standard.Where(x => own.TrueForAll(y => y.Plan.Figure != x.Figure)).Select(x => new PlanRow(null, 0, x))).OrderBy(x => x.Plan.Figure).ThenBy(x => x.Plan.Year);
        var stored = await db.Set<Denominator>().Where(x => x.Year == of).ToListAsync(ct);
        var numbers = HeadcountReading.ByPlace(stored);
        var rows = (await db.PlacesAsync(of, ct)).Select(x => new HeadcountRow(x, numbers.GetValueOrDefault(x.Id), stored.Where(d => d.MunicipalityId == x.Id).ToDictionary(d => d.Group, d => d.Version)));
        var known = await db.Set<Denominator>().Select(x => x.Year).Distinct().ToListAsync(ct);
        var history = await db.HistoryOfAsync(db.ChangeRows.Where(x => x.Kind == nameof(Target) || x.Kind == nameof(Denominator)), null, clock, 30, ct);
        var years = known.Append(of).Append(clock.Today.Year + 1).Concat(Enumerable.Range(TargetRules.NetworkYear, clock.Today.Year - TargetRules.NetworkYear + 1)).Distinct().OrderDescending();
        return new(of, [.. plans], [.. rows], [.. years], history);
    }

    /// <summary>What pasting would store, row by row, and nothing stored yet.</summary>
    public async Task<Result<IReadOnlyList<HeadcountPreview>>> PreviewAsync(Actor actor, HeadcountPasteForm form, CancellationToken ct = default)
    {
        actor.Demand(Permission.EditTargets, null);
        await using var db = await store.ReadAsync(ct);
        var stored = HeadcountReading.ByPlace(await db.Set<Denominator>().Where(x => x.Year == form.Year).ToListAsync(ct));
        var read = HeadcountRules.Read(form.Text, await db.PlacesAsync(form.Year, ct), stored);
        if (read.Problem is { } problem) return problem;
        return new([.. read.Value!.Select(x => new HeadcountPreview(x, x.Place is { } place ? stored.GetValueOrDefault(place.Id) : default))], null);
    }
}
