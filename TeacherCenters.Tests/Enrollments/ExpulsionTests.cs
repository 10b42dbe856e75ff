using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCenters.Certificates;
using TeacherCenters.Completion;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Tests.Attendance;
using TeacherCenters.Tests.Data;
using UglyToad.PdfPig;

namespace TeacherCenters.Tests.Enrollments;

/// <summary>Who is expelled while the event goes on: until which day they studied, and what the statement of study says of it.</summary>
public sealed class ExpulsionTests
{
    private static readonly DateOnly End = new(2026, 11, 20);

    [Theory]
    [InlineData(EnrollmentStatus.Expelled, -2, -2)]
    [InlineData(EnrollmentStatus.Expelled, 0, 0)]
    [InlineData(EnrollmentStatus.Expelled, 3, 0)]
    [InlineData(EnrollmentStatus.Expelled, null, 0)]
    [InlineData(EnrollmentStatus.Completed, -2, 0)]
    public void Studies_end_with_the_order_of_expulsion_or_with_the_event(EnrollmentStatus status, int? order, int last) =>
        Assert.Equal(End.AddDays(last), EnrollmentRules.StudiedUntil(status, order is { } days ? End.AddDays(days) : null, End));

    [Fact]
    public async Task The_statement_tells_the_days_and_hours_until_the_order_and_rests_on_it()
    {
        await using var facts = await MarkedAsync();
        var (second, actor) = (facts.Sessions[1].Date, A.Coordinator(facts.Center.Id));
        (await Commands(facts).ExpelAsync(actor, facts.Event.Id, [facts.People[2].Id], "По собственному желанию", new() { Number = "5-отч", Date = second })).ShouldSucceed();

        var snapshot = await StatementAsync(facts);

        Assert.Equal((facts.Event.StartsOn, second, 12m, "5-отч", second), (snapshot.From, snapshot.To, snapshot.Credited, snapshot.OrderNumber, snapshot.OrderDate));
    }

    [Fact]
    public async Task An_order_dated_before_a_day_of_presence_is_refused_with_that_day()
    {
        await using var facts = await MarkedAsync();
        var (first, second, actor, id) = (facts.Sessions[0].Date, facts.Sessions[1].Date, A.Coordinator(facts.Center.Id), facts.People[2].Id);

        Assert.Equal(["Власова М. П.", second, first], (await Commands(facts).ExpelAsync(actor, facts.Event.Id, [id], "Неявка", new() { Date = first })).ShouldRefuse("PresentAfterExpulsion").Args);

        (await Commands(facts).ExpelAsync(actor, facts.Event.Id, [id], "Неявка")).ShouldSucceed();
        var form = new EnrollmentForm { Version = 2, ExpulsionOrderNumber = "5-отч", ExpulsionOrderDate = first };
        Assert.Equal(nameof(form.ExpulsionOrderDate), (await Commands(facts).EditAsync(actor, facts.Event.Id, id, form)).ShouldRefuse("PresentAfterExpulsion").Field);
        form.ExpulsionOrderDate = second;
        (await Commands(facts).EditAsync(actor, facts.Event.Id, id, form)).ShouldSucceed();
    }

    [Fact]
    public async Task A_session_that_was_moved_behind_the_order_credits_nothing()
    {
        await using var facts = await MarkedAsync();
        (await Commands(facts).ExpelAsync(A.Coordinator(facts.Center.Id), facts.Event.Id, [facts.People[2].Id], "Неявка", new() { Number = "5-отч", Date = facts.Sessions[1].Date })).ShouldSucceed();
        await facts.Store.ChangeAsync(async unit => (await unit.Db.Set<Session>().SingleAsync(x => x.Id == facts.Sessions[1].Id)).Date = facts.Sessions[3].Date);

        Assert.Equal(6m, (await StatementAsync(facts)).Credited);
    }

    [Fact]
    public async Task Without_the_orders_day_the_statement_warns_that_it_ends_with_the_event()
    {
        await using var facts = await MarkedAsync();
        (await Commands(facts).ExpelAsync(A.Coordinator(facts.Center.Id), facts.Event.Id, [facts.People[2].Id], "Неявка")).ShouldSucceed();

        Assert.Equal(facts.Event.EndsOn, (await StatementAsync(facts, "WarnNoExpulsionDate")).To);
    }

    /// <summary>The third came on the first two days of four.</summary>
    private static async Task<RegisterFacts> MarkedAsync()
    {
        var facts = await RegisterFacts.CreateAsync();
        await facts.Store.AddAsync(A.Head(facts.Center), A.Secretary(facts.Center));
        await facts.MarkAsync("++++", "++++", "++НН");
        return facts;
    }

    private static EnrollmentCommands Commands(RegisterFacts facts) => new(facts.Store.Store);

    /// <summary>Completes the event and gives the third their document.</summary>
    private static async Task<CertificateSnapshot> StatementAsync(RegisterFacts facts, params string[] warnings)
    {
        var (store, clerk) = (facts.Store, A.Clerk(facts.Center.Id));
        var form = (await new CompletionQueries(store.Store, store.Clock).SheetAsync(A.Administrator(), facts.Event.Id))!.ProposedForm();
        foreach (var row in form.Rows) row.Result = FinalResult.Passed;
        (await new CompletionCommands(store.Store).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldSucceed();
        var queries = new CertificateQueries(store.Store, store.Clock);
        var due = (await queries.OfEventAsync(clerk, facts.Event.Id))!.People.Single(x => x.SubjectId == facts.People[2].Id).Due;
        Assert.Equal(warnings, due.Warnings.Select(x => x.Key).Where(x => x == "WarnNoExpulsionDate"));
        var batch = (await new CertificateCommands(store.Store).IssueAsync(clerk, IssueFrom.Event(facts.Event.Id), new() { SubjectIds = [facts.People[2].Id], IssuedOn = A.Today })).ShouldSucceed();
        var pdfs = new CertificatePdfs(store.Store, store.Files, NullLogger<CertificatePdfs>.Instance);
        await pdfs.KeepAsync(batch.BatchKey);
        await using var content = await pdfs.OpenAsync(batch.Documents[0].Id);
        using var copy = new MemoryStream();
        await content!.CopyToAsync(copy);
        var snapshot = (await queries.CardAsync(clerk, batch.Documents[0].Id))!.Snapshot;
        using var pdf = PdfDocument.Open(copy.ToArray());
        Assert.Contains($"по {TeacherCenters.Kernel.Russian.DatesInWords.Day(snapshot.To)}", string.Join(" ", pdf.GetPages().SelectMany(x => x.GetWords()).Select(x => x.Text)), StringComparison.Ordinal);
        return snapshot;
    }
}
