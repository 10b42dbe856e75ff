using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Security;

/// <summary>What is written into the log of acts though it changed nothing.</summary>
public sealed class AuditCommands(Store store)
{
    /// <summary>Writes down that a list or a paper with people left the house.</summary>
    public Task<Result> LogExportAsync(Actor actor, string what, CancellationToken ct = default) => store.WriteAsync(actor, "people.export", unit =>
    {
        actor.DemandSomewhere(Permission.ViewPeople);
        unit.Note = what;
        return Task.FromResult(Result.Done);
    }, ct);
}
