using TeacherCenters.People;
using TeacherCenters.Reports;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class ReportCalls : SampleCalls
{
    public ReportCalls()
    {
        Verb<TargetCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, new() { Year = 2026, Value = 60 }));
        Verb<TargetCommands>("DeleteAsync", (verbs, at, actor) => verbs.DeleteAsync(actor, at.Id<Target>(), at.Version<Target>()));
        Verb<TargetCommands>("SaveHeadcountAsync", (verbs, at, actor) => verbs.SaveHeadcountAsync(actor, new() { Year = 2026, MunicipalityId = at.Id<Municipality>(), Teachers = 50 }));
        Verb<TargetCommands>("PasteHeadcountAsync", (verbs, at, actor) => verbs.PasteHeadcountAsync(actor, new() { Year = 2026, Text = $"{at.Text("municipality")}\t50" }));
        Address("GET /reports/targets.xlsx", _ => "/reports/targets.xlsx?everybody=true&asof=2026-11-23");
        Address("GET /reports/targets/people.xlsx", _ => "/reports/targets/people.xlsx?everybody=true&asof=2026-11-23");
    }

    public override Task PlantAsync(Place at, AccessWorld world)
    {
        at.Keep("municipality", at.The<Municipality>().Name);
        return at.PutAsync(new Target { Figure = TargetFigure.OnRoute, Year = at == world.Here ? 2030 : 2031, Unit = TargetUnit.Percent, Value = 12 });
    }
}
