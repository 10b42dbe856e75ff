using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Certificates;

/// <summary>The one batch verb over internships, assessments and mentorships.</summary>
public sealed class SubjectCommandsTests
{
    [Theory]
    [InlineData(CertificateSubject.Internship, 'Т')]
    [InlineData(CertificateSubject.Assessment, 'Н')]
    [InlineData(CertificateSubject.Mentorship, 'Б')]
    public async Task A_batch_is_numbered_in_the_order_of_the_list_and_each_document_has_its_subject(CertificateSubject subject, char letter)
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        int[] ids = [await of.DoneAsync(subject, "Яшина"), await of.DoneAsync(subject, "Белова")];

        var batch = (await of.IssueAsync(subject, ids)).ShouldSucceed();

        Assert.Equal([$"{of.Center.Code}-{letter}-2026/00001", $"{of.Center.Code}-{letter}-2026/00002"], batch.Documents.Select(x => x.Number));
        Assert.Equal(ids, batch.Documents.Select(x => x.SubjectId));
        var rows = await store.ReadAsync(db => db.Set<Certificate>().OrderBy(x => x.Id).ToListAsync());
        Assert.Equal(ids.Select(x => new SubjectKey(subject, x)), rows.Select(x => x.Subject));
        Assert.Equal(["Яшина Мария Петровна", "Белова Мария Петровна"], rows.Select(x => x.PersonName));
        Assert.Empty(await of.WrongAsync());
        var card = await of.Queries.CardAsync(of.Clerk, batch.Documents[0].Id);
        Assert.Equal(new SubjectKey(subject, ids[0]), card!.Subject);
        Assert.Equal(["certificates.issue"], card.History.Reverse().Select(x => x.Verb));
    }

    [Fact]
    public async Task Each_snapshot_says_what_its_paper_needs()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var run = A.Event(of.Center, EventStatus.Announced, title: "Современный урок");
        await store.AddAsync(run);
        foreach (var (subject, id) in new[]
        {
            (CertificateSubject.Internship, await of.InternshipAsync("Иванова", InternshipResult.Passed, eventId: run.Id)),
            (CertificateSubject.Assessment, await of.DoneAsync(CertificateSubject.Assessment)),
            (CertificateSubject.Mentorship, await of.DoneAsync(CertificateSubject.Mentorship)),
        }) (await of.IssueAsync(subject, id)).ShouldSucceed();

        var rows = await store.ReadAsync(db => db.Set<Certificate>().OrderBy(x => x.Id).ToListAsync());
        var (internship, assessment, mentorship) = (CertificateSnapshot.Parse(rows[0].Snapshot), CertificateSnapshot.Parse(rows[1].Snapshot), CertificateSnapshot.Parse(rows[2].Snapshot));
        Assert.Equal(("Современный урок", "МБОУ «Лицей № 1»", "заместитель директора Белова Ольга Павловна", 36), (internship.Title, internship.Place, internship.Supervisor, internship.Hours));
        Assert.Equal(("Оценка предметной компетенции", "высокий", IssuedSubjects.Ended.AddYears(3), 0), (assessment.Title, assessment.Level, assessment.ValidTo!.Value, assessment.Hours));
        Assert.Equal(("Наставничество, предметное направление", "Сидоровой Анны Ивановны", "15-к"), (mentorship.Title, mentorship.Mentee, mentorship.OrderNumber));
        Assert.All(new[] { internship, assessment, mentorship }, x => Assert.Equal(("Ивановой Марии Петровне", "Н. В. Соколова"), (x.DativeName, x.HeadName)));
        Assert.DoesNotContain("Сидоров", rows[2].Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_the_basic_level_the_certificate_is_due_too_and_neither_register_nor_verification_tell_the_levels_apart()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var ids = new[] { await of.AssessmentAsync("Антонова", AssessmentStatus.Completed, AssessmentLevel.BelowBasic), await of.AssessmentAsync("Белова", AssessmentStatus.Completed) };
        (await of.IssueAsync(CertificateSubject.Assessment, ids)).ShouldSucceed();

        var rows = (await of.Queries.PageAsync(A.Viewer(of.Center.Id), new(), new())).Items;
        var verified = new List<VerifiedCertificate?>();
        foreach (var row in rows) verified.Add(await of.Queries.VerifyAsync(row.Token));

        Assert.Equal(2, verified.Count);
        Assert.Single(rows.Select(x => (x.Title, x.Kind, x.Status, x.IssuedOn, x.MayOpen)).Distinct());
        Assert.Single(verified.Select(x => (x!.Title, x.Kind, x.ValidTo, x.Validity)).Distinct());
    }

    [Theory]
    [InlineData(CertificateSubject.Internship)]
    [InlineData(CertificateSubject.Assessment)]
    [InlineData(CertificateSubject.Mentorship)]
    public async Task The_same_click_twice_gives_the_same_documents_and_another_click_is_refused_with_the_number(CertificateSubject subject)
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var id = await of.DoneAsync(subject);
        var form = IssuedSubjects.Form(id);

        var clicks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => of.Commands.IssueAsync(of.Clerk, of.From(subject), form))));

        Assert.Single(clicks, x => !x.ShouldSucceed().FromEarlierClick);
        var number = Assert.Single(clicks.Select(x => x.Value!.Documents[0].Number).Distinct());
        Assert.Equal(new Problem("AlreadyIssued", number), (await of.IssueAsync(subject, id)).ShouldRefuse("PersonNotEligible").Args[1]);
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task A_pair_whose_thanks_hold_is_not_reopened_until_the_last_of_them_is_annulled()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var (id, pairs, coordinator) = (await of.DoneAsync(CertificateSubject.Mentorship), new MentorshipCommands(store.Store), A.Coordinator(of.Center.Id));
        var first = (await of.IssueAsync(CertificateSubject.Mentorship, id)).ShouldSucceed().Documents[0];
        var duplicate = (await of.Commands.DuplicateAsync(of.Clerk, first.Id, new() { Version = 1, IssuedOn = A.Today, Reason = "Утеря" })).ShouldSucceed().Documents[0];

        Assert.Equal([1], (await pairs.ReopenAsync(coordinator, id)).ShouldRefuse("DocumentsIssued").Args);
        Assert.Equal(MentorshipStatus.Completed, await store.ReadAsync(db => db.Set<Mentorship>().Select(x => x.Status).SingleAsync()));
        (await of.Commands.AnnulAsync(of.Clerk, duplicate.Id, new() { Version = 1, On = A.Today, Order = "16-к", Reason = "Опечатка" })).ShouldSucceed();

        (await pairs.ReopenAsync(coordinator, id)).ShouldSucceed();
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task The_check_command_finds_a_document_whose_subject_is_no_longer_at_its_end()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        foreach (var subject in new[] { CertificateSubject.Internship, CertificateSubject.Assessment, CertificateSubject.Mentorship }) (await of.IssueAsync(subject, await of.DoneAsync(subject))).ShouldSucceed();
        Assert.Empty(await of.WrongAsync());

        await store.ChangeAsync(unit => unit.Db.Database.ExecuteSqlAsync($"UPDATE Mentorships SET Status = 'EndedEarly'"));
        await store.ChangeAsync(unit => unit.Db.Database.ExecuteSqlAsync($"UPDATE Internships SET Result = 'Failed'"));
        await store.ChangeAsync(unit => unit.Db.Database.ExecuteSqlAsync($"UPDATE Assessments SET Status = 'Scored'"));

        Assert.Equal(3, (await of.WrongAsync()).Count(x => x.Key == "Found_NotDue"));
    }

    [Fact]
    public async Task The_register_is_sorted_along_the_chain_of_states()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var made = (await of.IssueAsync(CertificateSubject.Internship, [await of.DoneAsync(CertificateSubject.Internship, "Антонова"), await of.DoneAsync(CertificateSubject.Internship, "Белова"), await of.DoneAsync(CertificateSubject.Internship, "Яшина")])).ShouldSucceed().Documents;
        (await of.Commands.AnnulAsync(of.Clerk, made[0].Id, new() { Version = 1, On = A.Today, Order = "16-к", Reason = "Опечатка" })).ShouldSucceed();
        (await of.Commands.MarkPrintedAsync(of.Clerk, [made[1].Id])).ShouldSucceed();

        async Task<IEnumerable<CertificateStatus>> SortedAsync(bool descending) =>
            (await of.Queries.PageAsync(of.Clerk, new(), new(Sort: nameof(CertificateRow.Status), Descending: descending))).Items.Select(x => x.Status);

        Assert.Equal([CertificateStatus.Registered, CertificateStatus.Printed, CertificateStatus.Annulled], await SortedAsync(descending: false));
        Assert.Equal([CertificateStatus.Annulled, CertificateStatus.Printed, CertificateStatus.Registered], await SortedAsync(descending: true));
    }

    [Theory]
    [InlineData(CertificateSubject.Internship)]
    [InlineData(CertificateSubject.Assessment)]
    [InlineData(CertificateSubject.Mentorship)]
    public async Task Once_annulled_it_is_issued_again_under_the_next_number_and_a_duplicate_keeps_its_subject(CertificateSubject subject)
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var id = await of.DoneAsync(subject);
        var first = (await of.IssueAsync(subject, id)).ShouldSucceed().Documents[0];

        (await of.Commands.AnnulAsync(of.Clerk, first.Id, new() { Version = 1, On = A.Today, Order = "16-к", Reason = "Опечатка" })).ShouldSucceed();
        var second = (await of.IssueAsync(subject, id)).ShouldSucceed().Documents[0];
        var duplicate = (await of.Commands.DuplicateAsync(of.Clerk, second.Id, new() { Version = 1, IssuedOn = A.Today, Reason = "Утеря" })).ShouldSucceed().Documents[0];

        Assert.EndsWith("/00002", second.Number, StringComparison.Ordinal);
        Assert.EndsWith("/00003", duplicate.Number, StringComparison.Ordinal);
        Assert.Equal(id, duplicate.SubjectId);
        var rows = await store.ReadAsync(db => db.Set<Certificate>().OrderBy(x => x.Id).ToListAsync());
        Assert.Equal([CertificateStatus.Annulled, CertificateStatus.Replaced, CertificateStatus.Registered], rows.Select(x => x.Status));
        var (was, now) = (CertificateSnapshot.Parse(rows[1].Snapshot), CertificateSnapshot.Parse(rows[2].Snapshot));
        Assert.Equal((was.Place, was.Mentee, was.Level, was.ValidTo), (now.Place, now.Mentee, now.Level, now.ValidTo));
        Assert.Equal(second.Number, now.DuplicateOf);
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task What_earned_nothing_refuses_the_whole_batch_and_names_the_reason()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        foreach (var (subject, id, key) in new[]
        {
            (CertificateSubject.Internship, await of.InternshipAsync("Белова", InternshipResult.Failed), "InternshipFailed"),
            (CertificateSubject.Internship, await of.InternshipAsync("Громова"), "InternshipNotCompleted"),
            (CertificateSubject.Assessment, await of.AssessmentAsync("Белова", AssessmentStatus.Scored), "AssessmentNotCompleted"),
            (CertificateSubject.Mentorship, await of.MentorshipAsync("Белова", MentorshipEnd.ByMentor), "MentorshipEndedEarly"),
            (CertificateSubject.Mentorship, await of.MentorshipAsync("Громова"), "MentorshipNotClosed"),
        })
        {
            var good = await of.DoneAsync(subject, "Антонова");
            Assert.Equal(key, ((Problem)(await of.IssueAsync(subject, good, id)).ShouldRefuse("PersonNotEligible").Args[1]!).Key);
        }
        Assert.Equal(0, await store.ReadAsync(db => db.Set<Certificate>().CountAsync()));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task No_document_is_dated_before_its_subject_ended()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var form = IssuedSubjects.Form(await of.DoneAsync(CertificateSubject.Internship));
        form.IssuedOn = IssuedSubjects.Ended.AddDays(-1);

        Assert.Equal(IssuedSubjects.Ended, (await of.Commands.IssueAsync(of.Clerk, of.From(CertificateSubject.Internship), form)).ShouldRefuse("IssuedBeforeEnd").Args[0]);
        form.IssuedOn = IssuedSubjects.Ended;
        (await of.Commands.IssueAsync(of.Clerk, of.From(CertificateSubject.Internship), form)).ShouldSucceed();
    }

    [Fact]
    public async Task Rights_count_in_the_center_and_results_need_their_own()
    {
        await using var store = await TestStore.CreateAsync();
        var (of, foreign) = (await IssuedSubjects.CreateAsync(store), await IssuedSubjects.CreateAsync(store));
        var (internship, assessment) = (await of.DoneAsync(CertificateSubject.Internship), await of.DoneAsync(CertificateSubject.Assessment));
        var form = IssuedSubjects.Form(internship);
        Task<Result<IssuedBatch>> IssueAsync(Actor actor, CertificateSubject subject = CertificateSubject.Internship) => of.Commands.IssueAsync(actor, of.From(subject), form);

        (await IssueAsync(foreign.Clerk)).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => IssueAsync(A.Viewer(of.Center.Id)));
        // Another center's internship is not among one's own.
        (await foreign.IssueAsync(CertificateSubject.Internship, internship)).ShouldRefuse("NotFound");
        (await IssueAsync(A.Coordinator(of.Center.Id))).ShouldSucceed();
        form = IssuedSubjects.Form(assessment);
        Assert.Equal(Permission.ViewAssessmentResults, (await Assert.ThrowsAsync<MissingRightException>(() => IssueAsync(A.Coordinator(of.Center.Id), CertificateSubject.Assessment))).Permission);
        var made = (await IssueAsync(of.Clerk, CertificateSubject.Assessment)).ShouldSucceed().Documents[0];

        // To print a duplicate is to read it.
        var both = new Actor(9, "Оба", [new Grant(Role.Coordinator, of.Center.Id), new Grant(Role.Clerk, foreign.Center.Id)]);
        await Assert.ThrowsAsync<MissingRightException>(() => of.Commands.DuplicateAsync(both, made.Id, new() { Version = 1, IssuedOn = A.Today, Reason = "Утеря" }));
    }

    [Theory]
    [InlineData(CertificateSubject.Internship)]
    [InlineData(CertificateSubject.Assessment)]
    [InlineData(CertificateSubject.Mentorship)]
    public async Task The_index_keeps_one_live_document_a_subject_and_without_it_the_check_command_finds_two(CertificateSubject subject)
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var first = (await of.IssueAsync(subject, await of.DoneAsync(subject))).ShouldSucceed().Documents[0];

        await Assert.ThrowsAsync<DbUpdateException>(() => store.ChangeAsync(unit => CopyAsync(unit, first.Id, x => x.Subject)));
        await RunAsync(store, $"DROP INDEX \"IX_Certificates_{subject}Id_Kind\"");
        await store.ChangeAsync(unit => CopyAsync(unit, first.Id, x => x.Subject));

        Assert.Contains(await of.WrongAsync(), x => x.Key == "Found_LiveTwice");
    }

    [Fact]
    public async Task The_store_takes_a_document_about_exactly_one_thing()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var first = (await of.IssueAsync(CertificateSubject.Internship, await of.DoneAsync(CertificateSubject.Internship))).ShouldSucceed().Documents[0];
        var mentorship = await of.DoneAsync(CertificateSubject.Mentorship);

        foreach (var subjects in new SubjectKey[][] { [], [new(CertificateSubject.Internship, first.SubjectId), new(CertificateSubject.Mentorship, mentorship)] })
        {
            var refused = await Assert.ThrowsAsync<DbUpdateException>(() => store.ChangeAsync(unit => CopyAsync(unit, first.Id, _ => null, subjects)));
            Assert.Contains("CK_Certificate_OneSubject", refused.InnerException!.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A second row under the next number, past the verb.</summary>
    private static async Task CopyAsync(WriteUnit unit, int id, Func<Certificate, SubjectKey?> subject, params SubjectKey[] more)
    {
        var of = await unit.Db.Set<Certificate>().AsNoTracking().SingleAsync(x => x.Id == id);
        SubjectKey[] about = subject(of) is { } one ? [one, .. more] : more;
        int? As(CertificateSubject kind) => about.Select(x => x.As(kind)).FirstOrDefault(x => x is not null);
        await NumberSeries.NextAsync(unit, CertificateRules.SeriesName(of.CenterId, of.Kind, of.Year));
        var number = of.Number[..^1] + "2";
        unit.Db.Add(new Certificate
        {
            CenterId = of.CenterId, Kind = of.Kind, Year = of.Year, Sequence = 2, Number = number, IssuedOn = of.IssuedOn, Token = Guid.NewGuid().ToString("N"), PersonId = of.PersonId,
            PersonName = of.PersonName, SearchText = of.SearchText, Title = of.Title, Snapshot = (CertificateSnapshot.Parse(of.Snapshot) with { Number = number }).ToJson(), BatchKey = Guid.NewGuid(),
            EnrollmentId = As(CertificateSubject.Enrollment), InternshipId = As(CertificateSubject.Internship), AssessmentId = As(CertificateSubject.Assessment), MentorshipId = As(CertificateSubject.Mentorship),
        });
    }

    private static async Task RunAsync(TestStore store, string sql)
    {
        await using var connection = new SqliteConnection(DataSetup.ConnectionString(store.Root.StoreFile, pooling: false));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
