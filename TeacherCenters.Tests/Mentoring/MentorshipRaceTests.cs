using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Mentoring;

/// <summary>The race for a mentee's one place has a twin with the protection off, which must go wrong: else the test would prove nothing.</summary>
public sealed class MentorshipRaceTests
{
    private const int Coordinators = 10;

    [Fact]
    public async Task Ten_coordinators_at_once_give_a_mentee_one_mentor_and_the_others_hear_who_it_is()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var (mentors, mentee) = await PeopleAsync(of);

        var results = await Task.WhenAll(mentors.Select(mentor => Task.Run(() => of.Commands.AssignAsync(of.Coordinator, of.Form(mentor, mentee)))));

        var won = mentors[Array.FindIndex(results, x => x.Succeeded)];
        Assert.Single(results, x => x.Succeeded);
        Assert.All(results.Where(x => !x.Succeeded), x => Assert.Equal(won.Name.Short, x.ShouldRefuse("MenteeHasMentor").Args[2]));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task The_twin_that_looks_before_the_transaction_and_has_no_index_gives_several()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var (mentors, mentee) = await PeopleAsync(of);
        await DropIndexAsync(store);
        // All have looked before the first writes: what a pause between check and write does.
        var allHaveLooked = new Barrier(Coordinators);

        await Task.WhenAll(mentors.Select(mentor => Task.Factory.StartNew(() => NaiveAsync(of, mentor, mentee, allHaveLooked).GetAwaiter().GetResult(), TaskCreationOptions.LongRunning)));

        Assert.Contains(await of.WrongAsync(), x => x.Key == "Found_MentorsTwice");
    }

    [Fact]
    public async Task With_the_index_the_store_itself_refuses_a_second_mentor()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var (mentors, mentee) = await PeopleAsync(of);
        await store.AddAsync(Pair(of, mentors[0], mentee));

        await Assert.ThrowsAsync<DbUpdateException>(() => store.AddAsync(Pair(of, mentors[1], mentee)));
    }

    [Fact]
    public async Task The_store_itself_refuses_somebody_as_their_own_mentor()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await MentoringCenter.CreateAsync(store);
        var mentee = await of.YoungAsync("Иванова");

        await Assert.ThrowsAsync<DbUpdateException>(() => store.AddAsync(Pair(of, mentee, mentee)));
    }

    private static async Task NaiveAsync(MentoringCenter of, Person mentor, Person mentee, Barrier allHaveLooked)
    {
        var taken = await of.Store.ReadAsync(db => db.Set<Mentorship>().AnyAsync(x => x.MenteeId == mentee.Id));
        allHaveLooked.SignalAndWait();
        if (!taken) await of.Store.AddAsync(Pair(of, mentor, mentee));
    }

    private static Mentorship Pair(MentoringCenter of, Person mentor, Person mentee) => new()
    {
        CenterId = of.Center.Id, MentorId = mentor.Id, MenteeId = mentee.Id, Direction = MentoringDirection.Subject, Form = MentoringForm.OneToOne, From = A.Today, To = A.Today.AddDays(100),
    };

    private static async Task<(List<Person> Mentors, Person Mentee)> PeopleAsync(MentoringCenter of)
    {
        var mentors = new List<Person>();
        for (var i = 0; i < Coordinators; i++) mentors.Add(await of.MentorAsync($"Соколова{(char)('а' + i)}"));
        return (mentors, await of.YoungAsync("Иванова"));
    }

    private static async Task DropIndexAsync(TestStore store)
    {
        await using var connection = new SqliteConnection(DataSetup.ConnectionString(store.Root.StoreFile, pooling: false));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP INDEX \"IX_Mentorships_OnePlace\";";
        await command.ExecuteNonQueryAsync();
    }
}
