using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Reports;

/// <summary>Verbs on the plans of the figures and on the headcounts. Both are the network's.</summary>
public sealed class TargetCommands(Store store)
{
    /// <summary>A figure's first own plan takes the usual ones of its other years along: the way to it must not change unasked.</summary>
    /// <returns>Its id; or <c>NotFound</c>, <c>TargetYearTaken</c> (the year), or a problem of <see cref="TargetRules.Check"/>.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, TargetForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, "targets.save", async unit =>
    {
        actor.Demand(Permission.EditTargets, null);
        if (TargetRules.Check(form) is { } wrong) return wrong;
        var rows = await unit.Db.Set<Target>().Where(x => x.Figure == form.Figure).ToListAsync(ct);
        Target? row;
        if (form.Id is { } id)
        {
            row = rows.Find(x => x.Id == id);
            if (row is null) return new Problem("NotFound");
            unit.Expect(row, form.Version);
            (row.Name, row.Unit, row.Value, row.CountedFrom) = (Typed.OrNull(form.Name), form.Unit, form.Value!.Value, form.CountedFrom);
        }
        else
        {
            if (rows.Exists(x => x.Year == form.Year)) return new Problem("TargetYearTaken", form.Year).At(nameof(form.Year));
            if (rows.Count == 0) unit.Db.AddRange(TargetRules.Standard.Where(x => x.Figure == form.Figure && x.Year != form.Year).Select(x => Of(x.Figure, x.Year, x.Unit, x.Value, x.CountedFrom, x.Name)));
            row = Of(form.Figure, form.Year!.Value, form.Unit, form.Value!.Value, form.CountedFrom, Typed.OrNull(form.Name));
            unit.Db.Add(row);
        }
        unit.Note = $"{TargetTexts.ForHistory(row.Figure)}, {row.Year}";
        await unit.FlushAsync(ct);
        return row.Id;
    }, ct);

    /// <summary>Without any row of its own the figure has the usual plans again.</summary>
    /// <returns><c>NotFound</c>.</returns>
    public Task<Result> DeleteAsync(Actor actor, int id, int version, CancellationToken ct = default) => store.WriteAsync(actor, "targets.delete", async unit =>
    {
        actor.Demand(Permission.EditTargets, null);
        if (await unit.Db.Set<Target>().SingleOrDefaultAsync(x => x.Id == id, ct) is not { } row) return new Problem("NotFound");
        unit.Expect(row, version);
        unit.Note = $"{TargetTexts.ForHistory(row.Figure)}, {row.Year}";
        unit.Db.Remove(row);
        return Result.Done;
    }, ct);

    /// <returns><c>NotFound</c>, <c>TargetYearRange</c>, <c>HeadcountChanged</c> when somebody else was faster, or a problem of <see cref="HeadcountRules.Check"/>.</returns>
    public Task<Result> SaveHeadcountAsync(Actor actor, HeadcountForm form, CancellationToken ct = default) => store.WriteAsync(actor, "targets.headcount", async unit =>
    {
        actor.Demand(Permission.EditTargets, null);
        if (form.Year is < TargetRules.FirstYear or > TargetRules.LastYear) return new Problem("TargetYearRange", TargetRules.FirstYear, TargetRules.LastYear);
        if (HeadcountRules.Check(form.Numbers) is { } wrong) return wrong;
        if (await unit.Db.Set<Municipality>().Where(x => x.Id == form.MunicipalityId).Select(x => x.ShortName).SingleOrDefaultAsync(ct) is not { } name) return new Problem("NotFound");
        var rows = await unit.Db.Set<Denominator>().Where(x => x.Year == form.Year && x.MunicipalityId == form.MunicipalityId).ToListAsync(ct);
        if (!rows.Select(x => x.Group).ToHashSet().SetEquals(form.Versions.Keys)) return new Problem("HeadcountChanged");
        foreach (var row in rows) unit.Expect(row, form.Versions[row.Group]);
        foreach (var group in HeadcountRules.Groups) Put(unit, rows, form.Year, form.MunicipalityId, group, form.Numbers[group]);
        unit.Note = $"{name}, {form.Year}";
        return Result.Done;
    }, ct);

    /// <summary>Stores the pasted rows that have no fault; empty cells change nothing.</summary>
    /// <returns>How many municipalities were stored; or <c>TargetYearRange</c>, <c>HeadcountNothing</c>, or a problem of the whole text.</returns>
    public Task<Result<int>> PasteHeadcountAsync(Actor actor, HeadcountPasteForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, "targets.headcount-paste", async unit =>
    {
        actor.Demand(Permission.EditTargets, null);
        if (form.Year is < TargetRules.FirstYear or > TargetRules.LastYear) return new Problem("TargetYearRange", TargetRules.FirstYear, TargetRules.LastYear);
        var stored = await unit.Db.Set<Denominator>().Where(x => x.Year == form.Year).ToListAsync(ct);
        var read = HeadcountRules.Read(form.Text, await unit.Db.PlacesAsync(form.Year, ct), HeadcountReading.ByPlace(stored));
        if (read.Problem is { } problem) return problem.At(nameof(form.Text));
        var good = read.Value!.Where(x => x.Fault is null).ToList();
        if (good.Count == 0) return new Problem("HeadcountNothing").At(nameof(form.Text));
        foreach (var row in good)
        {
            var own = stored.Where(x => x.MunicipalityId == row.Place!.Id).ToList();
            foreach (var group in HeadcountRules.Groups.Where(x => row.Numbers[x] is not null)) Put(unit, own, form.Year, row.Place!.Id, group, row.Numbers[group]);
        }
        unit.Note = $"{form.Year}: {good.Count}";
        return good.Count;
    }, ct);

    private static void Put(WriteUnit unit, List<Denominator> rows, int year, int municipality, StaffGroup group, int? people)
    {
        var row = rows.Find(x => x.Group == group);
        if (people is null) { if (row is not null) unit.Db.Remove(row); }
        else if (row is null) unit.Db.Add(new Denominator { Year = year, MunicipalityId = municipality, Group = group, People = people.Value });
        else row.People = people.Value;
    }

    private static Target Of(TargetFigure figure, int year, TargetUnit unit, decimal value, int? countedFrom, string? name) =>
        new() { Figure = figure, Year = year, Unit = unit, Value = value, CountedFrom = countedFrom, Name = name };
}
