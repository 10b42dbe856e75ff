using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Certificates;

public sealed class CertificateCommandsTests
{
    [Fact]
    public async Task What_holds_is_the_same_in_the_store_and_in_memory()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Громова", "Иванова", "Орлова", "Яшина");
        (await issued.IssueAsync()).ShouldSucceed();
        await store.ChangeAsync(async unit =>
        {
            var rows = await unit.Db.Set<Certificate>().OrderBy(x => x.Id).ToListAsync();
            foreach (var row in rows.Skip(1).Take(2)) row.MarkPrinted(A.Today).ShouldSucceed();
            rows[2].HandOver(A.Today, HandOverWay.InPerson, null).ShouldSucceed();
            rows[3].Annul(A.Today, "3", "Ошибка").ShouldSucceed();
            rows[4].Replace(A.Today, "Утеря").ShouldSucceed();
        });

        var all = await store.ReadAsync(db => db.Set<Certificate>().OrderBy(x => x.Id).ToListAsync());
        var live = await store.ReadAsync(db => db.Set<Certificate>().Where(Certificate.Live).OrderBy(x => x.Id).Select(x => x.Id).ToListAsync());

        Assert.Equal(Enum.GetValues<CertificateStatus>().Order(), all.Select(x => x.Status).Order());
        Assert.Equal(live, all.Where(x => x.IsLive).Select(x => x.Id));
        Assert.Equal([CertificateStatus.Registered, CertificateStatus.Printed, CertificateStatus.HandedOver], all.Where(x => live.Contains(x.Id)).Select(x => x.Status));
    }

    [Fact]
    public async Task A_batch_is_numbered_in_the_order_of_the_list()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова", "Яшина");

        var batch = (await issued.IssueAsync()).ShouldSucceed();

        var code = issued.Center.Code;
        Assert.Equal([$"{code}-У-2026/00001", $"{code}-У-2026/00002", $"{code}-У-2026/00003"], batch.Documents.Select(x => x.Number));
        Assert.Equal(issued.Learners.Select(x => x.Id), batch.Documents.Select(x => x.SubjectId));
        Assert.Empty(await issued.WrongAsync());
    }

    [Fact]
    public async Task The_snapshot_holds_all_that_is_printed_and_outlives_every_change()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        await store.AddAsync(new SettingsEdition { ValidFrom = A.Today, Json = """{"PublicBaseAddress":"https://centers.example.ru/"}""" });
        (await issued.IssueAsync()).ShouldSucceed();

        await store.ChangeAsync(async unit =>
        {
            (await unit.Db.Set<Center>().SingleAsync()).FullName = "Другое имя";
            (await unit.Db.Set<Person>().Include(x => x.Words).SingleAsync()).Rename(new("Петрова", "Мария", "Петровна"));
        });

        var row = await store.ReadAsync(db => db.Set<Certificate>().SingleAsync());
        var snapshot = CertificateSnapshot.Parse(row.Snapshot);
        Assert.Equal(issued.Center.FullName, snapshot.Organisation);
        Assert.Equal(("Иванова Мария Петровна", "Ивановой Марии Петровне", true), (snapshot.Name.Full, snapshot.DativeName, snapshot.IsFemale));
        Assert.Equal(("Директор", "Н. В. Соколова", "О. П. Белова"), (snapshot.HeadPost, snapshot.HeadName, snapshot.SecretaryName));
        Assert.Equal(("7", "12-к", "Вологда"), (snapshot.ProtocolNumber, snapshot.OrderNumber, snapshot.City));
        Assert.Equal("Приказ Минобрнауки России от 24.03.2025 № 266", snapshot.LegalBasis);
        Assert.Equal($"https://centers.example.ru/verify/{row.Token}", snapshot.VerifyAddress);
        Assert.Matches("^[0-9a-f]{32}$", row.Token);
    }

    [Fact]
    public async Task Without_a_public_address_no_code_is_printed()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        (await issued.IssueAsync()).ShouldSucceed();

        Assert.Null(CertificateSnapshot.Parse(await store.ReadAsync(db => db.Set<Certificate>().Select(x => x.Snapshot).SingleAsync())).VerifyAddress);
    }

    [Fact]
    public async Task The_same_click_twice_gives_the_same_documents()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        var form = issued.Form();

        var clicks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => issued.IssueAsync(form)));

        Assert.Single(clicks, x => !x.ShouldSucceed().FromEarlierClick);
        Assert.Single(clicks.Select(x => string.Join(';', x.Value!.Documents.Select(d => d.Number))).Distinct());
        Assert.Equal(2, await store.ReadAsync(db => db.Set<Certificate>().CountAsync()));
    }

    [Fact]
    public async Task Another_click_for_the_same_people_is_refused_with_the_number_and_takes_none()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        var first = (await issued.IssueAsync(issued.Form(issued.Learners[1]))).ShouldSucceed();

        var refused = (await issued.IssueAsync()).ShouldRefuse("PersonNotEligible");

        Assert.Equal("Иванова Мария Петровна", refused.Args[0]);
        Assert.Equal(new TeacherCenters.Kernel.Problem("AlreadyIssued", first.Documents[0].Number), refused.Args[1]);
        Assert.Equal(1, await store.ReadAsync(db => db.Set<Certificate>().CountAsync()));
        Assert.Empty(await issued.WrongAsync());
    }

    [Fact]
    public async Task Who_signs_and_which_numbers_come_next_is_told_to_who_issues_there()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store);
        var (center, day) = (issued.Center.Id, A.Today);

        Assert.NotEmpty(await issued.Queries.SignatoriesAsync(A.Clerk(center), center, day));
        Assert.Empty(await issued.Queries.SignatoriesAsync(A.Viewer(center), center, day));
        Assert.Empty(await issued.Queries.SignatoriesAsync(A.Clerk(center + 1), center, day));
        await Assert.ThrowsAsync<MissingRightException>(() => issued.Queries.NextNumbersAsync(A.Clerk(center + 1), center, 2026, [TeacherCenters.Courses.DocumentKind.ProfessionalDevelopmentCertificate]));
    }

    [Fact]
    public async Task A_promised_number_that_another_batch_took_is_refused()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        var range = Assert.Single(await issued.Queries.NextNumbersAsync(A.Clerk(issued.Center.Id), issued.Center.Id, 2026, [TeacherCenters.Courses.DocumentKind.ProfessionalDevelopmentCertificate]));
        (await issued.IssueAsync(issued.Form(issued.Learners[0]))).ShouldSucceed();
        var form = issued.Form(issued.Learners[1]);
        form.FirstNumber = range.First;

        Assert.Equal($"{issued.Center.Code}-У-2026/00002", (await issued.IssueAsync(form)).ShouldRefuse("NumbersMoved").Args[0]);

        Assert.Empty(await issued.WrongAsync());
    }

    [Fact]
    public async Task Each_year_and_center_counts_for_itself()
    {
        await using var store = await TestStore.CreateAsync();
        var one = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        var other = await IssuedEvent.CreateAsync(store, null, "Яшина");
        (await one.IssueAsync(one.Form(one.Learners[0]))).ShouldSucceed();
        (await other.IssueAsync()).ShouldSucceed();
        // 31 December, 22:30 in UTC, is the next year in Moscow.
        store.Time.SetUtcNow(new DateTimeOffset(2026, 12, 31, 22, 30, 0, TimeSpan.Zero));
        var form = one.Form(one.Learners[1]);
        form.IssuedOn = new(2027, 1, 1);

        var late = (await one.IssueAsync(form)).ShouldSucceed();

        Assert.Equal($"{one.Center.Code}-У-2027/00001", late.Documents[0].Number);
        Assert.Empty(await one.WrongAsync());
    }

    [Fact]
    public async Task Nobody_to_sign_on_the_day_of_issue_refuses_the_batch()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var issued = await IssuedEvent.CreateAsync(store, center, "Иванова");

        (await issued.IssueAsync()).ShouldRefuse("NoHeadSignatory");
    }

    [Fact]
    public async Task A_foreign_event_answers_like_a_missing_one_and_a_missing_right_stops_the_verb()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");

        (await issued.Commands.IssueAsync(A.Clerk(issued.Center.Id + 1), IssueFrom.Event(issued.Event.Id), issued.Form())).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => issued.Commands.IssueAsync(A.Viewer(issued.Center.Id), IssueFrom.Event(issued.Event.Id), issued.Form()));
    }

    [Fact]
    public async Task A_document_is_printed_then_handed_over()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        int[] ids = [.. (await issued.IssueAsync()).ShouldSucceed().Documents.Select(x => x.Id)];
        var form = new HandOverForm { Ids = ids, On = A.Today };

        (await issued.Commands.HandOverAsync(issued.Clerk, form)).ShouldRefuse("CertificateNotPrinted");
        Assert.Equal(1, (await issued.Commands.MarkPrintedAsync(issued.Clerk, ids[..1])).ShouldSucceed());
        Assert.Equal(1, (await issued.Commands.MarkPrintedAsync(issued.Clerk, ids)).ShouldSucceed());
        form.Way = HandOverWay.ByProxy;
        (await issued.Commands.HandOverAsync(issued.Clerk, form)).ShouldRefuse("RecipientMissing");
        form.To = "Сидорова А. А., доверенность № 3";
        Assert.Equal(2, (await issued.Commands.HandOverAsync(issued.Clerk, form)).ShouldSucceed());
        (await issued.Commands.HandOverAsync(issued.Clerk, form)).ShouldRefuse("CertificateHandedOver");

        var row = await store.ReadAsync(db => db.Set<Certificate>().FirstAsync());
        Assert.Equal((CertificateStatus.HandedOver, A.Today, HandOverWay.ByProxy), (row.Status, row.HandedOverOn, row.HandOverWay));
    }

    [Fact]
    public async Task The_number_of_an_annulled_document_is_never_used_again()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        var first = (await issued.IssueAsync()).ShouldSucceed().Documents[0];
        var form = new AnnulForm { Version = 1, On = A.Today };
        (await issued.Commands.AnnulAsync(issued.Clerk, first.Id, form)).ShouldRefuse("OrderMissing");
        (form.Order, form.Reason) = ("15-к", "Опечатка в названии программы");

        (await issued.Commands.AnnulAsync(issued.Clerk, first.Id, form)).ShouldSucceed();
        var second = (await issued.IssueAsync()).ShouldSucceed().Documents[0];

        Assert.EndsWith("/00001", first.Number, StringComparison.Ordinal);
        Assert.EndsWith("/00002", second.Number, StringComparison.Ordinal);
        Assert.Empty(await issued.WrongAsync());
        (await issued.Commands.AnnulAsync(issued.Clerk, first.Id, new() { Version = 2, On = A.Today, Order = "16", Reason = "Ещё раз" })).ShouldRefuse("CertificateAnnulled");
    }

    [Fact]
    public async Task A_duplicate_has_a_number_of_its_own_and_points_to_the_first_document()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        var first = (await issued.IssueAsync()).ShouldSucceed().Documents[0];
        var form = new DuplicateForm { Version = 1, IssuedOn = A.Today, Reason = "Заявление от 23.11.2026" };

        var second = (await issued.Commands.DuplicateAsync(issued.Clerk, first.Id, form)).ShouldSucceed().Documents[0];
        var again = (await issued.Commands.DuplicateAsync(issued.Clerk, first.Id, form)).ShouldSucceed();
        await store.ChangeAsync(async unit => (await unit.Db.Set<Person>().Include(x => x.Words).SingleAsync()).Rename(new("Петрова", "Мария", "Петровна")));
        var third = (await issued.Commands.DuplicateAsync(issued.Clerk, second.Id, new() { Version = 1, IssuedOn = A.Today, Ground = DuplicateGround.NameChanged, Reason = "Смена фамилии" })).ShouldSucceed().Documents[0];

        Assert.True(again.FromEarlierClick);
        var rows = await store.ReadAsync(db => db.Set<Certificate>().OrderBy(x => x.Id).ToListAsync());
        Assert.Equal([CertificateStatus.Replaced, CertificateStatus.Replaced, CertificateStatus.Registered], rows.Select(x => x.Status));
        Assert.Equal([null, first.Id, first.Id], rows.Select(x => x.OriginalId));
        Assert.Equal(["Иванова Мария Петровна", "Иванова Мария Петровна", "Петрова Мария Петровна"], rows.Select(x => x.PersonName));
        Assert.Equal(first.Number, CertificateSnapshot.Parse(rows[2].Snapshot).DuplicateOf);
        Assert.EndsWith("/00003", third.Number, StringComparison.Ordinal);
        Assert.Empty(await issued.WrongAsync());
        var card = await issued.Queries.CardAsync(issued.Clerk, first.Id);
        Assert.Equal((second.Id, second.Number), card!.ReplacedBy);
        Assert.Equal(["certificates.issue", "certificates.duplicate"], card.History.Reverse().Select(x => x.Verb));
    }

    [Theory]
    [InlineData("UPDATE Certificates SET Number = 'X'")]
    [InlineData("UPDATE Certificates SET Snapshot = 'X'")]
    [InlineData("UPDATE Certificates SET IssuedOn = '2020-01-01'")]
    [InlineData("UPDATE Certificates SET EnrollmentId = NULL, InternshipId = 1")]
    [InlineData("UPDATE Certificates SET InternshipId = 1")]
    [InlineData("UPDATE Certificates SET AssessmentId = 1")]
    [InlineData("UPDATE Certificates SET MentorshipId = 1")]
    [InlineData("DELETE FROM Certificates")]
    public async Task The_store_itself_refuses_to_change_or_delete_a_registered_document(string sql)
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        (await issued.IssueAsync()).ShouldSucceed();

        var refused = await Assert.ThrowsAsync<SqliteException>(() => store.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Contains("A registered document is never", refused.Message, StringComparison.Ordinal);
    }
}
