using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Certificates;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Attendance;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Completion;

public sealed class CompletionCommandsTests
{
    [Fact]
    public async Task Completing_settles_everybody_and_the_event_at_once()
    {
        await using var facts = await MarkedAsync();
        var form = await FormAsync(facts);
        form.Rows[1].Result = FinalResult.Failed;

        Assert.Equal(2, (await Commands(facts).CompleteAsync(A.Coordinator(facts.Center.Id), facts.Event.Id, form)).ShouldSucceed());

        var of = await EventAsync(facts);
        Assert.Equal((EventStatus.Completed, "1", "1", 2), (of.Status, of.ProtocolNumber, of.OrderNumber, of.SeatsTaken));
        Assert.Equal(
            [(EnrollmentStatus.Completed, FinalResult.Passed), (EnrollmentStatus.Completed, FinalResult.Failed), (EnrollmentStatus.Expelled, null)],
            await PeopleAsync(facts));
        Assert.Equal(1, await facts.Store.ReadAsync(db => db.ChangeSets.CountAsync(x => x.Verb == "completion.complete")));
    }

    [Fact]
    public async Task Statements_tell_the_hours_credited_and_who_has_none_gets_no_document()
    {
        await using var facts = await RegisterFacts.CreateAsync(people: 4);
        await facts.Store.AddAsync(A.Head(facts.Center), A.Secretary(facts.Center));
        await facts.MarkAsync("++++", "+++Н", "+ННН", "НННН");
        var form = await FormAsync(facts);
        form.Rows[1].Result = FinalResult.Failed;
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldSucceed();
        var (queries, clerk) = (new CertificateQueries(facts.Store.Store, facts.Store.Clock), A.Clerk(facts.Center.Id));

        var rows = (await queries.OfEventAsync(clerk, facts.Event.Id))!.People;
        Assert.Equal([null, null, null, "NoHoursCredited"], rows.Select(x => x.Due.WhyNot?.Key));
        Assert.Equal(3, (await new EventQueries(facts.Store.Store, facts.Store.Clock).DetailsAsync(A.Administrator(), facts.Event.Id))!.Facts.DocumentsToIssue);
        var commands = new CertificateCommands(facts.Store.Store);
        var issue = new IssueForm { SubjectIds = [.. facts.People.Take(3).Select(x => x.Id)], IssuedOn = A.Today };
        (await commands.IssueAsync(clerk, IssueFrom.Event(facts.Event.Id), issue)).ShouldSucceed();

        var lines = await queries.AllAsync(clerk, new());
        Assert.Equal([(DocumentKind.StudyStatement, 24, 18m), (DocumentKind.StudyStatement, 24, 6m), (DocumentKind.ProfessionalDevelopmentCertificate, 24, null)],
            lines.Select(x => (x.Row.Kind, x.Snapshot.Hours, x.Snapshot.Credited)).OrderBy(x => x.Kind != DocumentKind.StudyStatement).ThenByDescending(x => x.Credited));
        using var output = new MemoryStream();
        CertificateBook.Write(output, lines, CancellationToken.None);
        output.Position = 0;
        using var book = new ClosedXML.Excel.XLWorkbook(output);
        var column = book.Worksheet(1).CellsUsed().Single(x => x.GetString() == CertificatesText.Card_Credited).Address.ColumnNumber;
        Assert.Equal([6d, 18d], book.Worksheet(1).Column(column).CellsUsed().Select(x => x.Value).OfType<double>().Order());
    }

    [Fact]
    public async Task A_reason_admits_below_the_threshold_and_is_kept()
    {
        await using var facts = await MarkedAsync();
        var form = await FormAsync(facts);
        (form.Rows[2].IsAdmitted, form.Rows[2].Reason, form.Rows[2].Result) = (true, " Сдала задолженность ", FinalResult.Passed);

        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldSucceed();

        Assert.Equal("Сдала задолженность", await facts.Store.ReadAsync(db => db.Set<Enrollment>().Where(x => x.Id == facts.People[2].Id).Select(x => x.Reason).SingleAsync()));
    }

    [Fact]
    public async Task Hours_that_changed_while_the_screen_was_open_are_counted_again()
    {
        await using var facts = await MarkedAsync();
        var form = await FormAsync(facts);
        (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id, [facts.Cell(0, 0, Mark.Absent, Mark.Present), facts.Cell(1, 0, Mark.Absent, Mark.Present)])).ShouldSucceed();

        var problem = (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldRefuse("AdmissionReasonMissing");

        Assert.StartsWith("Андреева", (string)problem.Args[0]!, StringComparison.Ordinal);
        Assert.Equal(EventStatus.Open, (await EventAsync(facts)).Status);
        Assert.All(await PeopleAsync(facts), x => Assert.Equal((EnrollmentStatus.Enrolled, null), x));
    }

    [Fact]
    public async Task A_participant_who_came_while_the_screen_was_open_is_not_passed_over()
    {
        await using var facts = await MarkedAsync();
        var form = await FormAsync(facts);
        var late = A.Person("Яковлева");
        await facts.Store.AddAsync(late);
        await facts.Store.AddAsync(A.Enrollment(facts.Event, late));

        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldRefuse("ParticipantsChanged");
    }

    [Fact]
    public async Task Empty_cells_must_be_confirmed()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        await facts.MarkAsync("++++", "+++.", "+...");
        var form = await FormAsync(facts);

        Assert.Equal([4, 3], (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldRefuse("UnmarkedCells").Args);
        form.ConfirmUnmarked = true;
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldSucceed();
    }

    [Fact]
    public async Task An_event_that_is_not_over_is_refused()
    {
        await using var facts = await RegisterFacts.CreateAsync(starts: A.Today);
        await facts.MarkAsync("+", "+", "+");

        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, await FormAsync(facts))).ShouldRefuse("EventNotOver");
    }

    [Fact]
    public async Task A_seminar_is_completed_by_an_order_alone()
    {
        await using var facts = await RegisterFacts.CreateAsync(sessions: 1, kind: EventKind.Seminar, document: DocumentKind.ParticipantCertificate, hours: 6);
        await facts.MarkAsync("+", "+", "Н");
        var form = await FormAsync(facts);

        Assert.Equal(ResultScale.None, form.Scale);
        Assert.Equal(2, (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldSucceed());
        var of = await EventAsync(facts);
        Assert.Equal((null, "1"), (of.ProtocolNumber, of.OrderNumber));
    }

    [Fact]
    public async Task Only_one_of_two_who_complete_at_once_succeeds()
    {
        await using var facts = await MarkedAsync();
        var forms = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FormAsync(facts)));

        var results = await Task.WhenAll(forms.Select(form => Task.Run(() => Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form))));

        Assert.Single(results, x => x.Succeeded);
        Assert.All(results.Where(x => !x.Succeeded), x => Assert.Equal("CompletionWrongStatus", x.Problem!.Key));
    }

    [Fact]
    public async Task A_screen_opened_on_an_older_event_is_refused()
    {
        await using var facts = await MarkedAsync();
        var form = await FormAsync(facts);
        await facts.Store.ChangeAsync(async unit => (await unit.Db.Set<TrainingEvent>().SingleAsync()).Hours = 40);

        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldRefuse("ChangedByOther");
    }

    [Fact]
    public async Task Reopening_makes_them_participants_again_but_for_those_expelled_earlier()
    {
        await using var facts = await RegisterFacts.CreateAsync(people: 4);
        await facts.MarkAsync("++++", "++++", "+...", "+...");
        await facts.Store.ChangeAsync(async unit =>
        {
            (await unit.Db.Set<Enrollment>().SingleAsync(x => x.Id == facts.People[3].Id)).MoveTo(EnrollmentStatus.Expelled, unit.Now).ShouldSucceed();
            (await unit.Db.Set<TrainingEvent>().SingleAsync()).ChangeSeats(-1);
        });
        var form = await FormAsync(facts);
        form.ConfirmUnmarked = true;
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldSucceed();

        (await Commands(facts).ReopenAsync(A.Administrator(), facts.Event.Id, (await EventAsync(facts)).Version)).ShouldSucceed();

        var of = await EventAsync(facts);
        Assert.Equal((EventStatus.Closed, null, null, 3), (of.Status, of.ProtocolNumber, of.OrderDate, of.SeatsTaken));
        Assert.Equal(
            [EnrollmentStatus.Enrolled, EnrollmentStatus.Enrolled, EnrollmentStatus.Enrolled, EnrollmentStatus.Expelled],
            (await PeopleAsync(facts)).Select(x => x.Status));
        var again = await FormAsync(facts);
        again.ConfirmUnmarked = true;
        Assert.Equal(2, (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, again)).ShouldSucceed());
    }

    [Fact]
    public async Task Reopening_keeps_what_was_decided_against_the_threshold_with_reason_and_result()
    {
        await using var facts = await MarkedAsync();
        var form = await FormAsync(facts);
        (form.Rows[0].IsAdmitted, form.Rows[0].Reason, form.Rows[0].Result) = (false, "Не сдала проект", null);
        (form.Rows[2].IsAdmitted, form.Rows[2].Reason, form.Rows[2].Result) = (true, "Болела, изучила материалы сама", FinalResult.Failed);
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldSucceed();
        var completed = await PeopleAsync(facts);

        (await Commands(facts).ReopenAsync(A.Administrator(), facts.Event.Id, (await EventAsync(facts)).Version)).ShouldSucceed();

        Assert.Equal([EnrollmentStatus.Enrolled, EnrollmentStatus.Enrolled, EnrollmentStatus.Admitted], (await PeopleAsync(facts)).Select(x => x.Status));
        var again = (await new CompletionQueries(facts.Store.Store, facts.Store.Clock).SheetAsync(A.Administrator(), facts.Event.Id))!.ProposedForm();
        Assert.Equal(form.Rows.Select(x => (x.IsAdmitted, x.Reason, x.Result)), again.Rows.Select(x => (x.IsAdmitted, x.Reason, x.Result)));
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, again)).ShouldSucceed();
        Assert.Equal(completed, await PeopleAsync(facts));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reopening_offers_the_papers_as_they_were_given(bool hasAssessment)
    {
        await using var facts = await MarkedAsync();
        var form = await FormAsync(facts);
        (form.ProtocolNumber, form.ProtocolDate, form.OrderNumber, form.OrderDate) = ("7", A.Today.AddDays(-2), "17-о", A.Today.AddDays(-1));
        if (!hasAssessment)
        {
            form.Scale = ResultScale.None;
            foreach (var row in form.Rows) row.Result = null;
        }
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, form)).ShouldSucceed();

        (await Commands(facts).ReopenAsync(A.Administrator(), facts.Event.Id, (await EventAsync(facts)).Version)).ShouldSucceed();

        var again = await FormAsync(facts);
        Assert.Equal((form.Scale, "17-о", A.Today.AddDays(-1)), (again.Scale, again.OrderNumber, again.OrderDate));
        Assert.Equal(hasAssessment ? ("7", A.Today.AddDays(-2)) : ("1", facts.Event.EndsOn), (again.ProtocolNumber, again.ProtocolDate));
        (again.ProtocolNumber, again.OrderNumber) = ("8", "18-о");
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, again)).ShouldSucceed();
        (await Commands(facts).ReopenAsync(A.Administrator(), facts.Event.Id, (await EventAsync(facts)).Version)).ShouldSucceed();
        Assert.Equal("18-о", (await FormAsync(facts)).OrderNumber);
    }

    [Fact]
    public async Task Who_falls_below_the_threshold_after_a_reopening_has_no_result_without_an_admission()
    {
        await using var facts = await MarkedAsync();
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, await FormAsync(facts))).ShouldSucceed();
        (await Commands(facts).ReopenAsync(A.Administrator(), facts.Event.Id, (await EventAsync(facts)).Version)).ShouldSucceed();
        (await facts.Commands.MarkAsync(A.Administrator(), facts.Event.Id, [facts.Cell(0, 1, Mark.Absent, Mark.Present)])).ShouldSucceed();

        var again = await FormAsync(facts);

        Assert.Equal([(true, FinalResult.Passed), (false, null), (false, null)], again.Rows.Select(x => (x.IsAdmitted, x.Result)));
        Assert.Equal(1, (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, again)).ShouldSucceed());
    }

    [Fact]
    public async Task Who_is_expelled_by_completion_bears_its_order_beside_that_of_enrolment_until_a_reopening()
    {
        await using var facts = await MarkedAsync();
        var (actor, queries) = (A.Coordinator(facts.Center.Id), new EnrollmentQueries(facts.Store.Store, facts.Store.Clock));
        (await new EnrollmentCommands(facts.Store.Store).OrderAsync(actor, facts.Event.Id, [facts.People[2].Id], new() { Number = "15-сл", Date = A.Today.AddDays(-9) })).ShouldSucceed();
        var form = await FormAsync(facts);
        (await Commands(facts).CompleteAsync(actor, facts.Event.Id, form)).ShouldSucceed();

        var row = (await queries.AllAsync(actor, facts.Event.Id, new() { Status = EnrollmentStatus.Expelled })).Single();
        Assert.Equal(("15-сл", A.Today.AddDays(-9), form.OrderNumber, form.OrderDate), (row.OrderNumber, row.OrderDate, row.ExpulsionOrderNumber, row.ExpulsionOrderDate));
        Assert.Equal(EnrollmentsText.Reason_Programme, EnrollmentTexts.Reason(row));
        Assert.All(await queries.AllAsync(actor, facts.Event.Id, new() { Status = EnrollmentStatus.Completed }), x => Assert.Null(x.ExpulsionOrderNumber));

        (await Commands(facts).ReopenAsync(actor, facts.Event.Id, (await EventAsync(facts)).Version)).ShouldSucceed();
        var back = (await queries.AllAsync(actor, facts.Event.Id, new())).Single(x => x.Id == facts.People[2].Id);
        Assert.Equal(("15-сл", null, null, null), (back.OrderNumber, back.ExpulsionOrderNumber, back.ExpulsionOrderDate, EnrollmentTexts.Reason(back)));
    }

    [Fact]
    public async Task Reopening_is_refused_while_a_document_is_valid()
    {
        await using var facts = await MarkedAsync();
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, await FormAsync(facts))).ShouldSucceed();
        var document = new Certificate
        {
            CenterId = facts.Center.Id, Kind = DocumentKind.ProfessionalDevelopmentCertificate, Year = 2026, Sequence = 1, Number = "Ц-1", IssuedOn = A.Today,
            Token = Guid.NewGuid().ToString("N"), EnrollmentId = facts.People[0].Id, PersonId = facts.People[0].PersonId, PersonName = "Андреева Мария Петровна",
            SearchText = "АНДРЕЕВА", Title = facts.Event.Title, Snapshot = "{}", BatchKey = Guid.NewGuid(),
        };
        await facts.Store.AddAsync(document);
        var version = (await EventAsync(facts)).Version;

        Assert.Equal(1, (await Commands(facts).ReopenAsync(A.Administrator(), facts.Event.Id, version)).ShouldRefuse("DocumentsIssued").Args[0]);

        await facts.Store.ChangeAsync(async unit => (await unit.Db.Set<Certificate>().SingleAsync()).Annul(A.Today, "3", "Ошибка в фамилии").ShouldSucceed());
        (await Commands(facts).ReopenAsync(A.Administrator(), facts.Event.Id, version)).ShouldSucceed();
    }

    [Fact]
    public async Task An_event_whose_duplicate_was_annulled_has_no_document_that_holds_and_is_reopened()
    {
        await using var facts = await MarkedAsync();
        await facts.Store.AddAsync(A.Head(facts.Center), A.Secretary(facts.Center));
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, await FormAsync(facts))).ShouldSucceed();
        var (certificates, queries, clerk) = (new CertificateCommands(facts.Store.Store), new CompletionQueries(facts.Store.Store, facts.Store.Clock), A.Clerk(facts.Center.Id));
        var first = (await certificates.IssueAsync(clerk, IssueFrom.Event(facts.Event.Id), new() { SubjectIds = [facts.People[0].Id], IssuedOn = A.Today })).ShouldSucceed().Documents[0];
        var second = (await certificates.DuplicateAsync(clerk, first.Id, new() { Version = 1, IssuedOn = A.Today, Reason = "Утеря" })).ShouldSucceed().Documents[0];
        var version = (await EventAsync(facts)).Version;
        Assert.Equal(1, (await Commands(facts).ReopenAsync(A.Administrator(), facts.Event.Id, version)).ShouldRefuse("DocumentsIssued").Args[0]);

        (await certificates.AnnulAsync(clerk, second.Id, new() { Version = 1, On = A.Today, Order = "16-к", Reason = "Ошибка" })).ShouldSucceed();

        Assert.Equal(0, (await queries.SheetAsync(A.Administrator(), facts.Event.Id))!.Documents);
        (await Commands(facts).ReopenAsync(A.Administrator(), facts.Event.Id, version)).ShouldSucceed();
    }

    [Fact]
    public async Task The_enrolment_order_is_told_after_completion_until_a_document_rests_on_it()
    {
        await using var facts = await MarkedAsync();
        await facts.Store.AddAsync(A.Head(facts.Center), A.Secretary(facts.Center));
        (await Commands(facts).CompleteAsync(A.Administrator(), facts.Event.Id, await FormAsync(facts))).ShouldSucceed();
        var (enrollments, actor, order) = (new EnrollmentCommands(facts.Store.Store), A.Coordinator(facts.Center.Id), new OrderForm { Number = " 15-сл ", Date = A.Today.AddDays(-9) });

        Assert.Equal(3, (await enrollments.OrderAsync(actor, facts.Event.Id, [.. facts.People.Select(x => x.Id)], order)).ShouldSucceed());

        Assert.Equal([("15-сл", order.Date)], await facts.Store.ReadAsync(async db => (await db.Set<Enrollment>().ToListAsync()).Select(x => (x.OrderNumber, x.OrderDate)).Distinct().ToList()));
        (await new CertificateCommands(facts.Store.Store).IssueAsync(A.Clerk(facts.Center.Id), IssueFrom.Event(facts.Event.Id), new() { SubjectIds = [facts.People[0].Id], IssuedOn = A.Today })).ShouldSucceed();
        Assert.Equal("Андреева М. П.", (await enrollments.OrderAsync(actor, facts.Event.Id, [facts.People[0].Id], order)).ShouldRefuse("OrderAfterDocument").Args[0]);
        (await enrollments.OrderAsync(actor, facts.Event.Id, [facts.People[1].Id], new())).ShouldRefuse("OrderNumberMissing");
        (await enrollments.OrderAsync(actor, facts.Event.Id, [facts.People[1].Id], order)).ShouldSucceed();
    }

    [Fact]
    public async Task Another_centers_event_is_absent_and_a_reader_may_not_complete()
    {
        await using var facts = await MarkedAsync();
        var form = await FormAsync(facts);

        (await Commands(facts).CompleteAsync(A.Coordinator(facts.Center.Id + 1), facts.Event.Id, form)).ShouldRefuse("NotFound");
        (await Commands(facts).ReopenAsync(A.Coordinator(facts.Center.Id + 1), facts.Event.Id, 1)).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => Commands(facts).CompleteAsync(A.Clerk(facts.Center.Id), facts.Event.Id, form));
    }

    [Fact]
    public async Task Numbers_are_proposed_after_the_centers_last_of_the_year()
    {
        await using var facts = await MarkedAsync();
        var earlier = A.Event(facts.Center, EventStatus.Closed, starts: new(2026, 2, 1));
        earlier.Complete("14-ИА", new(2026, 2, 5), "203-од", new(2026, 2, 6)).ShouldSucceed();
        var lastYear = A.Event(facts.Center, EventStatus.Closed, starts: new(2025, 2, 1));
        lastYear.Complete("99", new(2025, 2, 5), "999", new(2025, 2, 6)).ShouldSucceed();
        await facts.Store.AddAsync(earlier, lastYear);

        var form = await FormAsync(facts);

        Assert.Equal(("15-ИА", "204-од", facts.Event.EndsOn), (form.ProtocolNumber, form.OrderNumber, form.OrderDate));
    }

    private static async Task<RegisterFacts> MarkedAsync()
    {
        var facts = await RegisterFacts.CreateAsync();
        await facts.MarkAsync("++++", "+++Н", "+ННН");
        return facts;
    }

    private static CompletionCommands Commands(RegisterFacts facts) => new(facts.Store.Store);

    /// <summary>The proposed form, in which all who are admitted pass.</summary>
    private static async Task<CompletionForm> FormAsync(RegisterFacts facts)
    {
        var sheet = await new CompletionQueries(facts.Store.Store, facts.Store.Clock).SheetAsync(A.Administrator(), facts.Event.Id);
        var form = sheet!.ProposedForm();
        foreach (var row in form.Rows.Where(x => x.IsAdmitted && form.Scale != ResultScale.None)) row.Result ??= FinalResult.Passed;
        return form;
    }

    private static Task<TrainingEvent> EventAsync(RegisterFacts facts) => facts.Store.ReadAsync(db => db.Set<TrainingEvent>().SingleAsync(x => x.Id == facts.Event.Id));

    private static Task<List<(EnrollmentStatus Status, FinalResult? Result)>> PeopleAsync(RegisterFacts facts) => facts.Store.ReadAsync(async db =>
        (await db.Set<Enrollment>().OrderBy(x => x.Id).ToListAsync()).Select(x => (x.Status, x.Result)).ToList());
}
