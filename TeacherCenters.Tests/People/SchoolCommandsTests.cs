using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.People;

public sealed class SchoolCommandsTests
{
    [Theory]
    [InlineData("№ 1")]
    [InlineData("№1")]
    [InlineData("школа 1")]
    public async Task A_number_finds_the_school_that_bears_it_before_those_that_have_its_digit(string text)
    {
        await using var store = await TestStore.CreateAsync();
        var municipality = A.Municipality();
        await store.AddAsync(municipality);
        foreach (var name in new[] { "МБОУ «Школа № 10»", "МБОУ «Школа № 11»", "МБОУ «Школа № 1»", "МБОУ «Школа № 21»", "МБОУ «Школа № 2»" }) await store.AddAsync(A.School(municipality, name));
        var queries = new SchoolQueries(store.Store);

        string[] found = ["МБОУ «Школа № 1»", "МБОУ «Школа № 10»", "МБОУ «Школа № 11»", "МБОУ «Школа № 21»"];
        Assert.Equal(found, (await queries.SearchAsync(A.Administrator(), text)).Select(x => x.Name));
        Assert.Equal(found, (await queries.ListAsync(A.Administrator(), new() { Text = text }, new())).Items.Select(x => x.Name));
    }

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
