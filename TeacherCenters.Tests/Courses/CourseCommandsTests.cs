using TeacherCenters.Courses;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Courses;

public sealed class CourseCommandsTests
{
    [Fact]
    public async Task A_programme_is_added_found_by_its_words_and_archived()
    {
        await using var store = await TestStore.CreateAsync();
        var commands = new CourseCommands(store.Store);
        var queries = new CourseQueries(store.Store, store.Clock);

        var id = (await commands.SaveAsync(A.Coordinator(1), new CourseForm { Title = "Учёт успехов: читательская грамотность", Hours = 36 })).ShouldSucceed();

        Assert.Equal(id, Assert.Single(await queries.SearchAsync(A.Viewer(1), "ГРАМОТН учет")).Id);
        (await commands.ArchiveAsync(A.Coordinator(1), id, archived: true)).ShouldSucceed();
        Assert.Empty(await queries.SearchAsync(A.Viewer(1), "грамотность"));
        Assert.Equal(1, (await queries.ListAsync(A.Viewer(1), new CourseFilter { Archived = true }, new PageRequest())).Total);
    }

    [Fact]
    public async Task Hours_short_of_the_gate_are_refused_at_their_field()
    {
        await using var store = await TestStore.CreateAsync();

        var refused = await new CourseCommands(store.Store).SaveAsync(A.Administrator(), new CourseForm { Title = "Коротко", Hours = 8 });

        Assert.Equal(new Problem("DevelopmentTooShort", 16).At("Hours"), refused.Problem);
    }

    [Fact]
    public async Task A_viewer_may_not_change_programmes()
    {
        await using var store = await TestStore.CreateAsync();

        await Assert.ThrowsAsync<MissingRightException>(() => new CourseCommands(store.Store).SaveAsync(A.Viewer(1), new CourseForm { Title = "Программа" }));
    }
}
