using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Mentoring;

/// <summary>A teacher with a workplace, a tutor and a host school in a center: what tests of routes and internships start from.</summary>
internal sealed class EscortedPerson
{
    public required TestStore Store { get; init; }

    public required Center Center { get; init; }

    public required Person Person { get; init; }

    public required Person Tutor { get; init; }

    public required School School { get; init; }

    public required School Host { get; init; }

    public Actor Coordinator => A.Coordinator(Center.Id);

    public RouteCommands Routes => new(Store.Store);

    public RouteItemCommands Items => new(Store.Store);

    public RouteQueries RouteQueries => new(Store.Store, Store.Clock);

    public TutorQueries TutorQueries => new(Store.Store, Store.Clock);

    public InternshipCommands Internships => new(Store.Store);

    public InternshipQueries InternshipQueries => new(Store.Store, Store.Clock);

    public static async Task<EscortedPerson> CreateAsync(TestStore store)
    {
        var (center, person, tutor, municipality) = (A.Center(), A.Person(), A.Person("Тихонова", "Ольга", "Ивановна"), A.Municipality());
        await store.AddAsync(center, person, tutor, municipality);
        var (school, host) = (A.School(municipality, "Школа № 5"), A.School(municipality, "Лицей № 1"));
        await store.AddAsync(school, host, new PersonLink { PersonId = person.Id, CenterId = center.Id });
        await store.AddAsync(new Employment { PersonId = person.Id, SchoolId = school.Id, Position = "учитель физики", Category = WorkerCategory.Teacher });
        return new() { Store = store, Center = center, Person = person, Tutor = tutor, School = school, Host = host };
    }

    public RouteForm RouteForm(params Person[] people) => new()
    {
        CenterId = Center.Id, PersonKeys = [.. (people.Length == 0 ? [Person] : people).Select(x => x.PublicKey)], TutorKey = Tutor.PublicKey, From = A.Today.AddDays(-60), To = A.Today.AddDays(120),
    };

    public async Task<int> RouteAsync(RouteForm? form = null) => (await Routes.CreateAsync(Coordinator, form ?? RouteForm())).ShouldSucceed()[0];

    public async Task<int> ItemAsync(int route, RouteItemForm form) => (await Items.SaveAsync(Coordinator, route, form)).ShouldSucceed();

    public InternshipForm InternshipForm(int startsIn = 7, int days = 5) => new()
    {
        CenterId = Center.Id, PersonKey = Person.PublicKey, HostSchoolId = Host.Id, SupervisorName = "Белова Ольга Павловна", SupervisorPost = "завуч",
        From = A.Today.AddDays(startsIn), To = A.Today.AddDays(startsIn + days - 1), Hours = 36,
    };

    public async Task<int> InternshipAsync(InternshipForm? form = null) => (await Internships.SaveAsync(Coordinator, form ?? InternshipForm())).ShouldSucceed();

    public async Task<RouteDetails> DetailsAsync(int route) => (await RouteQueries.DetailsAsync(Coordinator, route))!;

    /// <summary>What the check command would say of routes and internships.</summary>
    public async Task<IReadOnlyList<Problem>> WrongAsync()
    {
        await using var db = await Store.Store.ReadAsync();
        return
        [
            .. await RouteInvariants.PeopleAsync(db, Store.Files), .. await RouteInvariants.ItemsAsync(db, Store.Files),
            .. await InternshipInvariants.OverlapsAsync(db, Store.Files), .. await InternshipInvariants.PapersAsync(db, Store.Files),
        ];
    }

    public Task<int> CountAsync<T>() where T : class => Store.ReadAsync(db => db.Set<T>().CountAsync());
}
