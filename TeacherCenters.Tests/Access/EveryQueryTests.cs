using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Data;
using TeacherCenters.Security;

namespace TeacherCenters.Tests.Access;

/// <summary>What can be read at all, whatever page asks for it: nothing of another center, and no result of an assessment for who may not see it.</summary>
public sealed class EveryQueryTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    /// <summary>What the centers show to each other.</summary>
    private static readonly string[] OfTheNetwork =
    [
        // A session may be held in another center's room.
        "CenterQueries.RoomsAsync",
        // Programmes and schools belong to the network.
        "CourseQueries.AllAsync", "CourseQueries.ChoiceAsync", "CourseQueries.FormAsync", "CourseQueries.ListAsync", "CourseQueries.SearchAsync",
        // Of another center's people name and school, to choose whom to enroll; of their lessons the center and the days.
        "InternshipQueries.ClashesAsync", "PeopleQueries.SearchNetworkAsync",
        // Of somebody whom several centers know, which ones.
        "PersonCardQueries.CardAsync",
        "SchoolQueries.AllAsync", "SchoolQueries.CandidatesAsync", "SchoolQueries.ChoiceAsync", "SchoolQueries.ListAsync", "SchoolQueries.SearchAsync",
    ];

    /// <summary>Tell nothing of a center when they are asked without rows or forms.</summary>
    private static readonly string[] Silent = ["BookingQueries", "FirstStepsQueries", "ImportQueries", "NetworkCareQueries", "NetworkQueries", "PlanQueries", "SettingsQueries", "StoreQueries"];

    /// <summary>The result of this center as it is planted: points, per cent and level; a digest may hold the same digits.</summary>
    private const string Result = @"(?<![0-9a-f])777(?![0-9a-f])|77[.,]7|повышенный|LevelReached\W+Advanced";

    private static readonly Role[] EveryRole = Enum.GetValues<Role>();

    [Fact]
    public async Task Who_has_every_role_in_another_center_reads_only_what_centers_show_to_each_other()
    {
        await using var program = world.Start();

        Assert.Equal(OfTheNetwork, (await Reading.FindAsync(program.Services, world.Here, new(null, "Все роли в другом центре", [.. EveryRole.Select(x => new Grant(x, world.There.Center))]), world.Here.Marker)));
    }

    [Fact]
    public async Task Who_has_no_role_reads_nothing()
    {
        await using var program = world.Start();

        Assert.Equal([], await Reading.FindAsync(program.Services, world.Here, Actor.Nobody, world.Here.Marker));
    }

    [Fact]
    public async Task Who_has_every_role_reads_in_every_room()
    {
        // Without this the others could be true because nothing is asked rightly.
        await using var program = world.Start();

        var assessor = world.AccountOf(Role.Assessor, Asker.Own);
        var found = await Reading.FindAsync(program.Services, world.Here, new(assessor.Id, assessor.FullName, [.. EveryRole.Select(x => new Grant(x, null))]), world.Here.Marker);

        Assert.Equal(Silent, Reading.Classes().Except(found.Select(x => x.Split('.')[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_result_is_read_by_the_clerk_of_the_center_and_hidden_from_its_coordinator_its_viewer_and_all_other_centers()
    {
        await using var program = world.Start();
        var center = world.Here.Center;

        Assert.Equal(
            ["AssessmentQueries.AllAsync", "AssessmentQueries.FindAsync", "AssessmentQueries.ListAsync", "AssessmentQueries.OfPersonAsync", "AssessmentQueries.ScoresAsync", "AssessmentSessionQueries.DetailsAsync", "CertificateQueries.BatchAsync", "CertificateQueries.CardAsync"],
            await Reading.FindAsync(program.Services, world.Here, new(null, "Делопроизводитель", [new(Role.Clerk, center)]), Result));
        Assert.Equal([], await Reading.FindAsync(program.Services, world.Here, new(null, "Координатор и наблюдатель", [new(Role.Coordinator, center), new(Role.Viewer, center), new(Role.Viewer, null)]), Result));
        Assert.Equal([], await Reading.FindAsync(program.Services, world.Here, new(null, "Все роли в другом центре", [.. EveryRole.Select(x => new Grant(x, world.There.Center))]), Result));
        Assert.Equal([], await Reading.FindAsync(program.Services, world.Here, new(world.Here.Id<Account>("third assessor"), "Эксперт", [new(Role.Assessor, center)]), Result));
    }

    [Fact]
    public async Task A_result_leaves_in_no_file_but_those_of_the_clerk_and_the_administrator()
    {
        await using var program = await SignedIn.StartAsync(world);
        var told = new List<string>();
        foreach (var asker in Asker.All)
        {
            foreach (var request in Requests.To(program.Host, world.Here).Where(x => x.Page is null))
            {
                if (Regex.IsMatch(await program.FileAsync(request, asker), Result, RegexOptions.IgnoreCase)) told.Add($"{asker}: {request.Key}");
            }
        }

        Assert.Equal(
            from asker in new[] { "Administrator network", "Administrator own", "Clerk network", "Clerk own" }
            from file in new[] { "GET /assessments.xlsx", "GET /certificates/{token}.pdf (of a result)" }
            select $"{asker}: {file}",
            told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_takes_a_file_with_people_stands_in_the_log_of_acts_and_who_finds_nothing_does_not()
    {
        await using var program = await SignedIn.StartAsync(world);
        var sheet = Requests.To(program.Host, world.Here).Single(x => x.Route == "/events/{id:int}/participants.xlsx");
        await program.FileAsync(sheet, new(Role.Coordinator, Asker.Foreign));
        await program.FileAsync(sheet, new(Role.Viewer, Asker.Own));

        await using var db = await program.Host.Services.GetRequiredService<Store>().ReadAsync();
        var logged = (await db.ChangeSets.Where(x => x.Verb == "people.export").ToListAsync()).FindAll(x => x.Note!.EndsWith($".xlsx ({sheet.Address})", StringComparison.Ordinal));

        Assert.Equal(["Viewer own"], logged.Select(x => x.ActorName));
        Assert.StartsWith("127.0.0.", logged[0].From, StringComparison.Ordinal);
    }
}
