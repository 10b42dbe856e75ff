using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Assessments;

/// <summary>Verbs on procedures. What a session has opened with stays as it was.</summary>
public sealed class ProcedureCommands(Store store)
{
    /// <returns>The procedure's id, <c>NotFound</c>, <c>NotAnAssessmentCenter</c>, or a problem of <see cref="SessionRules.Check(ProcedureForm)"/>.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, ProcedureForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "assessments.procedure-create" : "assessments.procedure-change", async unit =>
    {
        var row = form.Id is { } id ? await unit.Db.Set<AssessmentProcedure>().VisibleTo(actor).Include(x => x.Criteria).SingleOrDefaultAsync(x => x.Id == id, ct) : null;
        if (form.Id is not null && row is null) return new Problem("NotFound");
        if (SessionRules.Check(form) is { } problem) return problem;
        unit.CenterId = row?.CenterId ?? form.CenterId;
        actor.Demand(Permission.ManageAssessments, unit.CenterId);
        if (row is null)
        {
            if (!await unit.Db.Set<Center>().AnyAsync(x => x.Id == form.CenterId && x.Kind == CenterKind.Assessment && !x.IsClosed, ct)) return new Problem("NotAnAssessmentCenter").At(nameof(form.CenterId));
            row = new AssessmentProcedure { CenterId = form.CenterId!.Value, Title = form.Title.Trim(), Summary = Typed.OrNull(form.Summary) };
            unit.Db.Add(row);
        }
        else
        {
            unit.Expect(row, form.Version);
            (row.Title, row.Summary) = (form.Title.Trim(), Typed.OrNull(form.Summary));
            // Also when only criteria changed, the version must tell the other editor.
            unit.Db.Entry(row).Property(x => x.Title).IsModified = true;
        }
        Criteria(unit, row, form.Criteria);
        await unit.FlushAsync(ct);
        return row.Id;
    }, ct);

    /// <summary>Takes a procedure off the offer, or puts it back.</summary>
    /// <returns><c>NotFound</c>.</returns>
    public Task<Result> ArchiveAsync(Actor actor, int id, bool archived, CancellationToken ct = default) => store.WriteAsync(actor, archived ? "assessments.procedure-archive" : "assessments.procedure-restore", async unit =>
    {
        if (await unit.Db.Set<AssessmentProcedure>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } row) return new Problem("NotFound");
        unit.CenterId = row.CenterId;
        actor.Demand(Permission.ManageAssessments, row.CenterId);
        row.IsArchived = archived;
        return Result.Done;
    }, ct);

    private static void Criteria(WriteUnit unit, AssessmentProcedure row, List<CriterionForm> wanted)
    {
        foreach (var gone in row.Criteria.Where(x => wanted.All(w => w.Id != x.Id)).ToList()) unit.Db.Remove(gone);
        for (var i = 0; i < wanted.Count; i++)
        {
            var (line, known) = (wanted[i], row.Criteria.Find(x => x.Id != 0 && x.Id == wanted[i].Id));
            if (known is null) row.Criteria.Add(new AssessmentCriterion { Tool = line.Tool, Title = line.Title.Trim(), MaxPoints = line.MaxPoints!.Value, Order = i + 1 });
            else (known.Tool, known.Title, known.MaxPoints, known.Order) = (line.Tool, line.Title.Trim(), line.MaxPoints!.Value, i + 1);
        }
    }
}
