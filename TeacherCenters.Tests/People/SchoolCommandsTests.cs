using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.People;

public sealed class SchoolCommandsTests
{
    [Fact]
    public async Task A_school_is_added_once_a_municipality_and_found_by_its_words()
    {
        await using var store = await TestStore.CreateAsync();
        var municipality = A.Municipality();
        await store.AddAsync(municipality);
        var commands = new SchoolCommands(store.Store);
        SchoolForm Form() => new() { Name = "МБОУ «Средняя школа № 5»", MunicipalityId = municipality.Id };

        var id = (await commands.SaveAsync(A.Coordinator(1), Form())).ShouldSucceed();

        (await commands.SaveAsync(A.Coordinator(1), Form())).ShouldRefuse("SchoolNameTaken");
        var queries = new SchoolQueries(store.Store);
        Assert.Equal(id, Assert.Single(await queries.SearchAsync(A.Viewer(1), "школа 5")).Id);
        Assert.Equal(1, (await queries.ListAsync(A.Viewer(1), new SchoolFilter { Municipality = municipality.Id }, new PageRequest(Sort: nameof(SchoolRow.Municipality)))).Total);
    }

    [Fact]
    public async Task A_school_needs_a_municipality()
    {
        await using var store = await TestStore.CreateAsync();

        Assert.Equal("MunicipalityId", (await new SchoolCommands(store.Store).SaveAsync(A.Administrator(), new SchoolForm { Name = "Школа" })).ShouldRefuse("MunicipalityMissing").Field);
    }
}
