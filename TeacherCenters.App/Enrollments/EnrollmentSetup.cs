using TeacherCenters.Data;
using TeacherCenters.Enrollments.Import;
using TeacherCenters.People;

namespace TeacherCenters.Enrollments;

public static class EnrollmentSetup
{
    public static IServiceCollection AddEnrollments(this IServiceCollection services) => services
        .AddSingleton<EnrollmentQueries>()
        .AddSingleton<EnrollmentCommands>()
        .AddSingleton(new Invariant("enrollments.seats", SeatInvariants.SeatsAsync))
        .AddSingleton<WorkplaceTied>(EnrollmentWrites.FollowTieAsync)
        .AddHistoryName<Enrollment>(x => new NamedRow(x.Id, x.Person!.FamilyName + " " + x.Person.GivenName + (x.Person.Patronymic == null ? "" : " " + x.Person.Patronymic) + " — " + x.Event!.Title, "/events/" + x.EventId + "?tab=participants"))
        .AddSingleton<ImportQueries>()
        .AddSingleton<ImportCommands>()
        .AddSingleton<ImportFiles>()
        .AddSingleton<ImportResults>();

    public static IEndpointRouteBuilder MapEnrollments(this IEndpointRouteBuilder routes)
    {
        EnrollmentEndpoints.Map(routes);
        return routes;
    }
}
