using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Certificates;

/// <summary>Each race has a twin with the protection off, which must go wrong: else the test would prove nothing.</summary>
public sealed class CertificateRaceTests
{
    private const int Batches = 20;

    [Fact]
    public async Task Twenty_batches_at_once_leave_numbers_without_gaps_even_when_some_are_refused()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, [.. Enumerable.Range(0, Batches * 3).Select(i => $"Иванова{(char)('а' + i % 32)}{(char)('а' + i / 32)}")]);

        var results = await Task.WhenAll(issued.Learners.Chunk(3).Select((three, i) => Task.Run(() =>
        {
            // Each fourth batch breaks at its last person, after two numbers were taken.
            Enrollment[] chosen = i % 4 == 0 ? [three[0], three[1], issued.Learners[4]] : three;
            return issued.IssueAsync(issued.Form(chosen));
        })));

        var taken = results.Where(x => x.Succeeded).Sum(x => x.Value!.Documents.Count);
        var sequences = await store.ReadAsync(db => db.Set<Certificate>().Select(x => x.Sequence).OrderBy(x => x).ToListAsync());
        Assert.True(taken >= 45);
        Assert.Equal(Enumerable.Range(1, taken), sequences);
        Assert.Empty(await issued.WrongAsync());
    }

    [Fact]
    public async Task The_twin_that_takes_the_highest_number_plus_one_outside_the_transaction_goes_wrong()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, [.. Enumerable.Range(0, Batches).Select(i => $"Иванова{(char)('а' + i)}")]);
        await DropIndexesAsync(store, "Number", "CenterId_Kind_Year_Sequence");
        // All have read before the first writes: what a pause between check and write does.
        var allHaveRead = new Barrier(Batches);

        await Task.WhenAll(issued.Learners.Select(learner => Task.Factory.StartNew(() => NaiveAsync(store, issued, learner, allHaveRead).GetAwaiter().GetResult(), TaskCreationOptions.LongRunning)));

        Assert.Contains(await issued.WrongAsync(), x => x.Key == "Found_NumberGap");
    }

    [Fact]
    public async Task Two_clicks_for_one_person_at_once_give_one_document()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => issued.IssueAsync(issued.Form()))));

        Assert.Single(results, x => x.Succeeded);
        Assert.Empty(await issued.WrongAsync());
    }

    [Fact]
    public async Task The_twin_without_the_index_and_the_check_gives_two_documents_to_one_person()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        await DropIndexesAsync(store, "EnrollmentId_Kind");

        for (var i = 0; i < 2; i++) await store.ChangeAsync(unit => AddAsync(unit, issued, issued.Learners[0], i + 1));

        Assert.Contains(await issued.WrongAsync(), x => x.Key == "Found_LiveTwice");
    }

    [Fact]
    public async Task With_the_index_the_store_refuses_a_second_document_for_one_enrollment()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        await store.ChangeAsync(unit => AddAsync(unit, issued, issued.Learners[0], 1));

        await Assert.ThrowsAsync<DbUpdateException>(() => store.ChangeAsync(unit => AddAsync(unit, issued, issued.Learners[0], 2)));
    }

    private static async Task NaiveAsync(TestStore store, IssuedEvent issued, Enrollment learner, Barrier allHaveRead)
    {
        var highest = await store.ReadAsync(db => db.Set<Certificate>().MaxAsync(x => (int?)x.Sequence)) ?? 0;
        allHaveRead.SignalAndWait();
        await store.ChangeAsync(unit => AddAsync(unit, issued, learner, highest + 1));
    }

    private static async Task AddAsync(WriteUnit unit, IssuedEvent issued, Enrollment learner, int sequence)
    {
        var series = CertificateRules.SeriesName(issued.Center.Id, issued.Event.Document, 2026);
        await NumberSeries.NextAsync(unit, series);
        var number = CertificateRules.NumberText(issued.Center.Code, issued.Event.Document, 2026, sequence);
        var snapshot = new CertificateSnapshot
        {
            Kind = issued.Event.Document, Organisation = "О", City = "Г", Number = number, IssuedOn = A.Today, FamilyName = "Иванова", GivenName = "Мария", Title = "Т",
            Hours = 36, From = A.Today, To = A.Today, HeadPost = "Директор", HeadName = "И. И. Иванов",
        };
        unit.Db.Add(new Certificate
        {
            CenterId = issued.Center.Id, Kind = issued.Event.Document, Year = 2026, Sequence = sequence, Number = number, IssuedOn = A.Today, Token = Guid.NewGuid().ToString("N"),
            EnrollmentId = learner.Id, PersonId = learner.PersonId, PersonName = "Иванова Мария", SearchText = "ИВАНОВА МАРИЯ", Title = "Т", Snapshot = snapshot.ToJson(), BatchKey = Guid.NewGuid(),
        });
    }

    private static async Task DropIndexesAsync(TestStore store, params string[] columns)
    {
        await using var connection = new SqliteConnection(DataSetup.ConnectionString(store.Root.StoreFile, pooling: false));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = string.Concat(columns.Select(x => $"DROP INDEX \"IX_Certificates_{x}\";"));
        await command.ExecuteNonQueryAsync();
    }
}
