namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class ReportCalls : SampleCalls
{
    public ReportCalls() => Address("GET /reports/targets/people.xlsx", _ => "/reports/targets/people.xlsx?everybody=true&asof=2026-11-23");
}
