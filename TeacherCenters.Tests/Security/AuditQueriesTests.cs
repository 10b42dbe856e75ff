using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Security;

public sealed class AuditQueriesTests : IAsyncLifetime
{
    private static readonly Actor Anna = new(11, "Иванова Анна", [new Grant(Role.Administrator, null)]);
    private readonly Spoken spoken = new(AppCultures.Russian);
    private TestStore store = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.CreateAsync();
        await ActAsync(Anna, "events.cancelled", "Нет слушателей");
        store.Time.Advance(TimeSpan.FromDays(2));
        await ActAsync(new Actor(12, "Петров Пётр", []), "rooms.create", null);
        await ActAsync(Actor.System, "certificates.pdf", null);
    }

    public async Task DisposeAsync()
    {
        spoken.Dispose();
        await store.DisposeAsync();
    }

    [Theory]
    [InlineData("отменено", new[] { "events.cancelled" })]
    [InlineData("иванова", new[] { "events.cancelled" })]
    [InlineData("анна ИВАНОВА", new[] { "events.cancelled" })]
    [InlineData("петр", new[] { "rooms.create" })]
    [InlineData("нет слуш", new[] { "events.cancelled" })]
    [InlineData("НЕТ СЛУШ", new[] { "events.cancelled" })]
    [InlineData("АУДИТОРИЯ", new[] { "rooms.create" })]
    [InlineData("events.cancelled", new string[0])]
    public async Task A_text_is_looked_for_in_names_remarks_and_the_words_of_the_verbs(string text, string[] found) =>
        Assert.Equal(found, await VerbsAsync(new AuditFilter { Text = text }));

    [Fact]
    public async Task Person_verb_and_period_narrow_the_log()
    {
        Assert.Equal(["events.cancelled"], await VerbsAsync(new AuditFilter { Who = 11 }));
        Assert.Equal(["certificates.pdf"], await VerbsAsync(new AuditFilter { Who = 0 }));
        Assert.Equal(["rooms.create"], await VerbsAsync(new AuditFilter { Verb = "rooms.create" }));
        Assert.Equal(["events.cancelled"], await VerbsAsync(new AuditFilter { To = A.Today }));
        Assert.Equal(["certificates.pdf", "rooms.create"], await VerbsAsync(new AuditFilter { From = A.Today.AddDays(2) }));
    }

    [Fact]
    public async Task The_log_is_read_by_administrators_only() =>
        await Assert.ThrowsAsync<MissingRightException>(() => Queries().ListAsync(A.Coordinator(1), new AuditFilter(), [], new PageRequest()));

    [Fact]
    public async Task The_export_has_every_row_of_the_list()
    {
        var rows = await Queries().AllAsync(Anna, new AuditFilter(), []).ToListAsync();

        Assert.Equal(["certificates.pdf", "rooms.create", "events.cancelled"], rows.Select(x => x.Verb));
    }

    private AuditQueries Queries() => new(store.Store, store.Clock, new HistoryReader(store.Store, store.Clock, new HistoryMask([]), [], []));

    private async Task<IEnumerable<string>> VerbsAsync(AuditFilter filter) =>
        (await Queries().ListAsync(Anna, filter, HistoryWords.VerbsWith(filter.Text), new PageRequest())).Items.Select(x => x.Verb);

    private async Task ActAsync(Actor actor, string verb, string? note) =>
        (await store.Store.WriteAsync(actor, verb, unit =>
        {
            unit.Db.Add(A.Center());
            unit.Note = note;
            return Task.FromResult(Result.Done);
        })).ShouldSucceed();
}
