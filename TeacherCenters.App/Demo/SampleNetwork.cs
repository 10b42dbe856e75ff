using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Demo;

/// <param name="People">How many people.</param>
/// <param name="Events">Events of the school year around <paramref name="AsOf"/>; the years since 2019 come on top.</param>
/// <param name="Pairs">Mentors and mentees, as far as there are enough people.</param>
/// <param name="Seed">The same seed on the same day gives the same network.</param>
public sealed record SampleSize(int People = 5_000, int Events = 64, int Seed = 1, DateOnly AsOf = default, int Pairs = 120);

/// <summary>
/// A believable made-up network for an empty store, deterministic in seed and day. It writes rows past the verbs, as facts,
/// in one transaction whose history is one line; the invariants of the check command hold over it.
/// </summary>
public sealed class SampleNetwork(Store store, AccountCommands accounts, DataRoot root)
{
    private const int Chunk = 2_000;

    /// <returns>An account or two a role, with passwords that are shown once.</returns>
    public async Task<IReadOnlyList<HandedOutAccount>> FillAsync(SampleSize size, IProgress<FillProgress> progress, CancellationToken cancellation = default)
    {
        var handedOut = new List<HandedOutAccount>();
        var result = await store.WriteAsync(Actor.System, "sample.fill", async unit =>
        {
            if (await unit.Db.Set<Person>().AnyAsync(cancellation) || await unit.Db.Set<Center>().AnyAsync(cancellation)) return new Problem("StoreNotEmpty");
            unit.SummariseHistory($"Учебная сеть: {size.People} педагогов, {size.Events} мероприятий, зерно {size.Seed}, на {DayText.Of(size.AsOf)}");
            // Change detection over thousands of rows that only get added would take most of the time.
            unit.Db.ChangeTracker.AutoDetectChangesEnabled = false;
            var lists = new SampleLists(root.Reference);
            var random = new Random(size.Seed);

            progress.Report(new(2, FillStage.Places));
            var places = new SamplePlaces(lists, random);
            await places.AddAsync(unit, cancellation);

            var people = new SamplePeople(lists, random, places, size);
            for (var made = 0; made < size.People; made += Chunk)
            {
                progress.Report(new(5 + (45 * made / size.People), FillStage.People));
                await people.AddAsync(unit, Math.Min(Chunk, size.People - made), cancellation);
            }
            var events = new SampleEvents(random, places, people, size);
            await events.AddAsync(unit, percent => progress.Report(new(50 + (45 * percent / 100), FillStage.Events)), cancellation);

            progress.Report(new(96, FillStage.Mentoring));
            await new SampleMentoring(places, people, size).AddAsync(unit, cancellation);
            var internships = new SampleInternships(places, people, size);
            await internships.AddAsync(unit, cancellation);
            await new SampleRoutes(places, people, internships, size).AddAsync(unit, cancellation);
            await new SampleAttestation(places, people, size).AddAsync(unit, cancellation);
            await new SamplePractices(places, people, new FileStore(root), size).AddAsync(unit, cancellation);

            progress.Report(new(97, FillStage.Accounts));
            unit.Db.ChangeTracker.AutoDetectChangesEnabled = true;
            handedOut.AddRange(await AddAccountsAsync(unit, places, cancellation));
            await unit.FlushAsync(cancellation);
            progress.Report(new(99, FillStage.Assessments));
            await new SampleAssessments(places, people, size, root.Holidays().Select(x => x.Date).ToHashSet()).AddAsync(unit, accounts, cancellation);
            await unit.FlushAsync(cancellation);
            await new SampleTargets(people, size).AddAsync(unit, cancellation);
            // The last of all: documents read what the rooms before them have brought to an end.
            await new SampleDocuments(places, new Random(size.Seed)).IssueForSubjectsAsync(unit, size.AsOf, cancellation);
            return Result.Done;
        }, cancellation);
        return result.Problem is { } problem ? throw new StoreRefusedException(2, $"The sample network only fills an empty store ({problem.Key}).") : handedOut;
    }

    private async Task<List<HandedOutAccount>> AddAccountsAsync(WriteUnit unit, SamplePlaces places, CancellationToken cancellation)
    {
        var training = places.Centers[0].Id;
        var assessment = places.Centers[^1].Id;
        (Role Role, string Email, string Name, int? Center)[] plan =
        [
            (Role.Administrator, "administrator@example.ru", "Администратор учебной сети", null),
            (Role.Coordinator, "coordinator@example.ru", "Координатор учебной сети", training),
            (Role.Clerk, "clerk@example.ru", "Делопроизводитель учебной сети", training),
            (Role.Coordinator, "assessment.coordinator@example.ru", "Координатор центра оценки", assessment),
            (Role.Clerk, "assessment.clerk@example.ru", "Делопроизводитель центра оценки", assessment),
            (Role.Assessor, "assessor@example.ru", "Эксперт учебной сети", assessment),
            (Role.Assessor, "assessor2@example.ru", "Второй эксперт учебной сети", assessment),
            (Role.Viewer, "viewer@example.ru", "Наблюдатель учебной сети", training),
        ];
        var made = new List<HandedOutAccount>();
        foreach (var (role, email, name, center) in plan)
        {
            var password = AccountCommands.NewPassword();
            var added = await accounts.AddAsync(unit, email, name, accounts.Hash(password).Require(), [new Grant(role, center)], mustChangePassword: false, cancellation);
            if (added.Succeeded) made.Add(new(role, email, password, places.Centers.FirstOrDefault(x => x.Id == center)?.ShortName));
        }
        return made;
    }
}
