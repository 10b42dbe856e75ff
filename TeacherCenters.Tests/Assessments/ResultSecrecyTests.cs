using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Data;
using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Assessments;

/// <summary>A result is planted, and everything that a coordinator or a viewer can read is searched for it.</summary>
public sealed class ResultSecrecyTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Figures that stand nowhere else: 47 and 48 of 50 with 9 and 8 of 10 give 56 of 60, 93.3 per cent, high.
    private static readonly int[] First = [9, 47], Second = [8, 48];

    [Fact]
    public async Task Neither_lists_nor_exports_nor_histories_tell_a_coordinator_or_a_viewer()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlantedAsync(store);
        foreach (var reader in new[] { of.Coordinator, A.Viewer(of.Center.Id) })
        {
            var row = Assert.Single((await of.Queries.ListAsync(reader, new(), new())).Items);
            Assert.Equal(AssessmentStatus.Completed, row.Status);
            Silent(row);
            Silent((await of.Queries.FindAsync(reader, row.Id))!);
            Silent((await of.SessionQueries.DetailsAsync(reader, of.SessionId))!.Candidates[0]);
            Assert.Null(await of.Queries.ScoresAsync(reader, row.Id));
            Assert.Null(await of.Scores.SessionAsync(reader, of.SessionId));
            Says(await of.Queries.HistoryAsync(reader, row.Id));
            Says(await of.SessionQueries.ListAsync(reader, new(), new()));
            Says(await new PersonCardQueries(store.Store, store.Clock).HistoryAsync(reader, row.PersonId));
            Says(Exported(reader, await of.Queries.AllAsync(reader, new())));
        }
    }

    [Fact]
    public async Task The_clerk_of_the_center_sees_the_result_and_another_centers_clerk_sees_nothing()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlantedAsync(store);

        var row = Assert.Single((await of.Queries.ListAsync(of.Clerk, new(), new())).Items);
        Assert.Equal((56m, 60, 93.3m, AssessmentLevel.High), (row.Points, row.MaxPoints, row.Percent, row.Level));
        Assert.Equal(2, (await of.Queries.ScoresAsync(of.Clerk, row.Id))!.Value.Scores.Count);
        Assert.Contains("Высокий", Exported(of.Clerk, await of.Queries.AllAsync(of.Clerk, new())), StringComparison.Ordinal);
        Assert.Empty((await of.Queries.ListAsync(A.Clerk(of.Center.Id + 1), new(), new())).Items);
        Assert.Null(await of.Queries.ScoresAsync(A.Clerk(of.Center.Id + 1), row.Id));
        // A reader here who is a clerk elsewhere reads no results here.
        var both = new Actor(9, "Оба", [new Grant(Role.Viewer, of.Center.Id), new Grant(Role.Clerk, of.Center.Id + 1)]);
        Silent(Assert.Single((await of.Queries.ListAsync(both, new(), new())).Items));
    }

    [Fact]
    public async Task Before_the_session_is_done_not_even_the_clerk_sees_points()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        await of.ScoreAsync(id, 47, 48);

        Silent((await of.Queries.FindAsync(of.Clerk, id))!);
        Assert.Null(await of.Queries.ScoresAsync(of.Clerk, id));
    }

    [Fact]
    public async Task Shown_history_masks_points_and_level_by_right_and_center()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlantedAsync(store);
        var mask = Mask();
        var rows = await store.ReadAsync(db => db.ChangeSets.SelectMany(s => s.Rows, (s, r) => new { s.CenterId, r.Kind, r.Before, r.After }).ToListAsync());
        string Shown(Actor reader) => string.Join('\n', rows.Where(x => x.Kind is nameof(Assessment) or nameof(AssessorScore)).Select(x => mask.Of(reader, x.CenterId, x.Kind, x.Before, untold: false) + mask.Of(reader, x.CenterId, x.Kind, x.After, untold: false)));

        foreach (var reader in new[] { of.Coordinator, A.Viewer(of.Center.Id), A.Clerk(of.Center.Id + 1), of.Assessor(0) })
        {
            var shown = Shown(reader);
            Assert.Contains("\"Points\":\"***\"", shown, StringComparison.Ordinal);
            Assert.Contains("\"LevelReached\":\"***\"", shown, StringComparison.Ordinal);
            Assert.Contains("\"Status\":\"Scored\"", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("High", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("47", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("93.3", shown, StringComparison.Ordinal);
        }
        Assert.Contains("\"LevelReached\":\"High\"", Shown(of.Clerk), StringComparison.Ordinal);
        var audit = new AuditQueries(store.Store, store.Clock, new HistoryReader(store.Store, store.Clock, mask, [], []));
        var set = await store.ReadAsync(db => db.ChangeSets.Where(x => x.Verb == "assessments.score-final").OrderByDescending(x => x.Id).Select(x => x.Id).FirstAsync());
        Assert.Contains(await audit.ChangesAsync(A.Administrator(), set), x => x.Fields.Any(f => Equals(f.After, AssessmentLevel.High)));
    }

    [Fact]
    public async Task Points_that_an_assessor_has_not_finished_are_shown_to_nobody_not_even_to_administrators()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        var audit = new AuditQueries(store.Store, store.Clock, new HistoryReader(store.Store, store.Clock, Mask(), [], []));
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [7, null], final: false)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [8, null], final: false)).ShouldSucceed();

        foreach (var set in await store.ReadAsync(db => db.ChangeSets.Where(x => x.Verb == "assessments.score").Select(x => x.Id).ToListAsync()))
        {
            var fields = (await audit.ChangesAsync(A.Administrator(), set)).Where(x => x.Kind == nameof(AssessorScore)).SelectMany(x => x.Fields).Where(x => x.Property is "Points" or "Total").ToList();
            Assert.NotEmpty(fields);
            Assert.All(fields, x => Assert.True(x.Before is null or HiddenValue && x.After is HiddenValue, $"{x}"));
        }

        (await of.Scoring.SaveAsync(of.Assessor(0), id, [.. First], final: true)).ShouldSucceed();
        var final = await store.ReadAsync(db => db.ChangeSets.Where(x => x.Verb == "assessments.score-final").Select(x => x.Id).SingleAsync());
        async Task<HistoryField> TotalAsync() => (await audit.ChangesAsync(A.Administrator(), final)).Single(x => x.Kind == nameof(AssessorScore)).Fields.Single(x => x.Property == "Total");
        Assert.True(await TotalAsync() is { Before: HiddenValue, After: HiddenValue });
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [.. Second], final: true)).ShouldSucceed();
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        Assert.Equal((true, First.Sum()), (await TotalAsync() is var total && total.Before is HiddenValue, (await TotalAsync()).After));
    }

    [Fact]
    public async Task The_card_tells_points_and_level_of_a_completed_assessment_only()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [.. First], final: true)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [.. Second], final: true)).ShouldSucceed();

        foreach (var reader in new[] { of.Clerk, A.Administrator() }) await NothingAsync(of, reader, id);

        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        Assert.Contains((await ToldAsync(of, of.Clerk, id)).SelectMany(x => x.Fields), x => Equals(x.After, AssessmentLevel.High));
    }

    [Fact]
    public async Task What_was_scored_before_a_withdrawal_stands_neither_in_the_card_nor_in_the_log_for_anybody()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [.. First], final: true)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [.. Second], final: true)).ShouldSucceed();
        (await of.Candidates.WithdrawAsync(of.Coordinator, [id], "Согласие отозвано")).ShouldSucceed();
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();

        foreach (var reader in new[] { of.Clerk, A.Administrator() }) await NothingAsync(of, reader, id);

        var audit = new AuditQueries(store.Store, store.Clock, new HistoryReader(store.Store, store.Clock, Mask(), [], []));
        foreach (var set in await store.ReadAsync(db => db.ChangeSets.Where(x => x.Verb.StartsWith("assessments.")).Select(x => x.Id).ToListAsync()))
            foreach (var told in (await audit.ChangesAsync(A.Administrator(), set)).Where(x => x.Kind is nameof(Assessment) or nameof(AssessorScore))) Hides(told);
    }

    [Fact]
    public void Every_masked_property_is_one_of_its_entity()
    {
        foreach (var masked in Masked())
        {
            var kind = typeof(AppDb).Assembly.GetTypes().Single(x => x.Name == masked.Kind && typeof(Entity).IsAssignableFrom(x));
            Assert.NotNull(kind.GetProperty(masked.Property));
        }
    }

    [Theory]
    [InlineData("Points")]
    [InlineData("Level")]
    [InlineData("LevelReached")]
    [InlineData("Percent")]
    public async Task The_list_can_neither_be_filtered_nor_sorted_by_a_result(string column)
    {
        Assert.Null(typeof(AssessmentFilter).GetProperty(column, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance));
        await using var store = await TestStore.CreateAsync();
        var of = await AssessedSession.CreateAsync(store);
        foreach (var (family, points) in new[] { ("Яковлева", 10), ("Антонова", 48), ("Носова", 30) }) await of.ScoreAsync(await of.CameAsync(family), points, points);
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();

        async Task<IEnumerable<int>> IdsAsync(string? sort, bool descending) => (await of.Queries.ListAsync(of.Coordinator, new(), new(Sort: sort, Descending: descending))).Items.Select(x => x.Id);

        Assert.Equal(await IdsAsync(null, false), await IdsAsync(column, false));
        Assert.Equal(await IdsAsync(null, false), await IdsAsync(column, true));
    }

    private static async Task<AssessedSession> PlantedAsync(TestStore store)
    {
        var of = await AssessedSession.CreateAsync(store);
        var id = await of.CameAsync();
        (await of.Scoring.SaveAsync(of.Assessor(0), id, [.. First], final: true)).ShouldSucceed();
        (await of.Scoring.SaveAsync(of.Assessor(1), id, [.. Second], final: true)).ShouldSucceed();
        (await of.Sessions.CloseAsync(of.Coordinator, of.SessionId)).ShouldSucceed();
        return of;
    }

    private static void Silent(AssessmentRow row) => Assert.Equal((null, null, null, null), (row.Points, row.MaxPoints, row.Percent, row.Level));

    /// <summary>Nothing of what is shown says the level or a figure of the result; a day's number in a workbook may hold the same digits.</summary>
    private static void Says(object shown)
    {
        var text = shown as string ?? JsonSerializer.Serialize(shown, Plain);
        foreach (var secret in new[] { "High", "Высокий", "93.3", "93,3", "47", "48" }) Assert.DoesNotMatch($@"(?<!\d){Regex.Escape(secret)}(?!\d)", text);
    }

    /// <summary>The workbook of the list as its cells.</summary>
    private static string Exported(Actor reader, IReadOnlyList<AssessmentRow> rows)
    {
        using var spoken = new Spoken(AppCultures.Russian);
        using var output = new MemoryStream();
        TableExport.Write(output, "Оценка", AssessmentEndpoints.Columns(reader), rows);
        output.Position = 0;
        using var book = new ClosedXML.Excel.XLWorkbook(output);
        return string.Join('|', book.Worksheets.SelectMany(x => x.CellsUsed()).Select(x => x.GetFormattedString()));
    }

    /// <summary>«История» of the candidate's card.</summary>
    private static async Task<IReadOnlyList<HistoryObject>> ToldAsync(AssessedSession of, Actor reader, int id) =>
        [.. (await new HistoryReader(of.Store.Store, of.Store.Clock, Mask(), [], []).OpenAsync(reader, await of.Queries.HistoryAsync(reader, id))).SelectMany(x => x)];

    private static async Task NothingAsync(AssessedSession of, Actor reader, int id)
    {
        var told = await ToldAsync(of, reader, id);
        Assert.Contains(told.SelectMany(x => x.Fields), x => Equals(x.After, AssessmentStatus.Scored));
        foreach (var row in told) Hides(row);
    }

    private static void Hides(HistoryObject told)
    {
        foreach (var field in told.Fields.Where(x => x.Property is "Points" or "MaxPoints" or "Percent" or "LevelReached" or "Total"))
            Assert.True(field is { Before: null or HiddenValue, After: null or HiddenValue }, $"{told.Kind} {field}");
    }

    private static HistoryMask Mask() => new(Masked());

    private static IReadOnlyList<MaskedProperty> Masked() =>
        [.. new Microsoft.Extensions.DependencyInjection.ServiceCollection().AddAssessmentMasks().Select(x => (MaskedProperty)x.ImplementationInstance!)];
}
