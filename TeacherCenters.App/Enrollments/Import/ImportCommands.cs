using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Enrollments.Import;

/// <summary>A row that did not go in: where it stands and why.</summary>
public sealed record RefusedRow(string Sheet, int Line, string Written, string? Column, string? Heading, Problem Reason);

/// <summary>What storing a list did.</summary>
public sealed record ImportResult(int NewPeople, int Enrolled, int WaitListed, int Applied, int AlreadyIn, int Filled, IReadOnlyList<RefusedRow> Refused)
{
    /// <summary>Whose workplace was stored as it is written.</summary>
    public int Unlisted { get; init; }

    public int WentIn => Enrolled + WaitListed + Applied;
}

public sealed class ImportCommands(Store store)
{
    /// <summary>
    /// Stores the good rows of a list in one transaction, after planning everything anew inside: what the preview showed may be out of date.
    /// A list that is in already changes nothing and leaves no trace in the history.
    /// </summary>
    /// <returns>What was done; or <c>NotFound</c>, <c>EventTakesNobody</c>, <c>MunicipalityMissing</c> of a school to be added.</returns>
    public Task<Result<ImportResult>> StoreAsync(Actor actor, int eventId, IReadOnlyList<ImportRow> rows, ImportChoices choices, CancellationToken ct = default) =>
        store.WriteAsync<ImportResult>(actor, "enrollments.import", async unit =>
        {
            var loaded = await EnrollmentWrites.EventAsync(unit, eventId, ct);
            if (loaded.Problem is { } refused) return refused;
            var of = loaded.Require();
            actor.Demand(Permission.EditPeople, of.CenterId);

            var plan = ImportMatching.Plan(rows, await ImportQueries.FactsAsync(unit.Db, of, rows, unit.Today, ct), choices);
            if (plan.Schools.Any(x => x.NewIn is not null))
            {
                var added = await AddSchoolsAsync(unit, actor, plan, choices, ct);
                if (added.Problem is { } wrong) return wrong;
                choices = added.Require();
                plan = ImportMatching.Plan(rows, await ImportQueries.FactsAsync(unit.Db, of, rows, unit.Today, ct), choices);
            }
            return await new Storing(unit, of, choices).StoreAsync(plan, ct) is { Problem: { } problem } ? problem : Outcome(plan);
        }, ct);

    /// <summary>Adds the schools that the rows need to the network; none for the sake of a row that does not go in.</summary>
    private static async Task<Result<ImportChoices>> AddSchoolsAsync(WriteUnit unit, Actor actor, ImportPlan plan, ImportChoices choices, CancellationToken ct)
    {
        var same = plan.Schools.Where(x => x.SameAs is not null).ToDictionary(x => x.Key, x => x.SameAs!);
        var needed = plan.Rows.Where(x => x.GoesIn || x.Fills.Count > 0).Select(x => x.Row.SchoolKey).OfType<string>().Select(x => same.GetValueOrDefault(x, x)).ToHashSet();
        var schools = new Dictionary<string, int?>(choices.Schools);
        foreach (var school in plan.Schools.Where(x => x.IsAdded && needed.Contains(x.Key)))
        {
            var added = await SchoolCommands.AddAsync(unit, actor, school.Written, school.NewIn!.Value, ct);
            if (added.Problem is { } problem) return problem;
            schools[school.Key] = added.Value;
        }
        foreach (var (spelling, key) in same)
        {
            if (needed.Contains(key)) schools[spelling] = schools[key];
        }
        return choices with { Schools = schools, NewSchools = new Dictionary<string, int>(), SameSchools = new Dictionary<string, string>() };
    }

    private static ImportResult Outcome(ImportPlan plan) => new(
        plan.Count(ImportAction.NewPerson), plan.Placed(EnrollmentStatus.Enrolled), plan.Placed(EnrollmentStatus.WaitListed), plan.Placed(EnrollmentStatus.Applied),
        plan.Count(ImportAction.AlreadyIn), plan.Filling, Refused(plan)) { Unlisted = plan.Unlisted.Count() };

    /// <summary>The rows that do not go in, one line a fault, in the order of the list.</summary>
    public static IReadOnlyList<RefusedRow> Refused(ImportPlan plan) =>
        [.. plan.Rows.Where(x => x.IsRefused).SelectMany(x => x.Faults.Select(f => new RefusedRow(x.Row.Sheet, x.Row.Line, x.Row.Written, f.Letter, f.Heading, f.Problem)))];

    private sealed class Storing(WriteUnit unit, TrainingEvent of, ImportChoices choices)
    {
        public async Task<Result> StoreAsync(ImportPlan plan, CancellationToken ct)
        {
            var ids = plan.Rows.Where(x => x.GoesIn || x.Fills.Count > 0).Select(x => x.Person?.Id).OfType<int>().ToList();
            var people = await LoadAsync(ids, block => unit.Db.Set<Person>().Where(x => block.Contains(x.Id)).ToListAsync(ct));
            var jobs = (await LoadAsync(ids, block => unit.Db.Set<Employment>().Where(x => block.Contains(x.PersonId)).ToListAsync(ct))).ToLookup(x => x.PersonId);
            var entries = (await LoadAsync(ids, block => unit.Db.Set<Enrollment>().Where(x => x.EventId == of.Id && block.Contains(x.PersonId)).ToListAsync(ct))).ToDictionary(x => x.PersonId);
            var links = (await LoadAsync(ids, block => unit.Db.Set<PersonLink>().Where(x => x.CenterId == of.CenterId && block.Contains(x.PersonId)).ToListAsync(ct))).Select(x => x.PersonId).ToHashSet();
            var byId = people.ToDictionary(x => x.Id);
            var municipalities = await unit.Db.Set<School>().AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.MunicipalityId, ct);
            var tied = new List<(int Person, string Written, int School)>();

            foreach (var row in plan.Rows)
            {
                if (!row.GoesIn && row.Fills.Count == 0) continue;
                var facts = Facts(row);
                var person = row.Person is { } known ? byId[known.Id] : Person.Create(facts.Name);
                var job = row.Person is null ? Add(person, facts) : Fill(person, facts, EnrollmentRules.WorkplaceOn(jobs[person.Id], unit.Today));
                if (row is { SchoolId: { } school } && row.Fills.Contains(nameof(Employment.SchoolId)) && job is { SchoolWritten: { } written })
                {
                    job.Tie(school);
                    tied.Add((person.Id, written, school));
                }
                int? municipality = job?.SchoolId is { } at ? municipalities[at] : null;
                if (!row.GoesIn)
                {
                    if (row.AddsWorkplace && entries.GetValueOrDefault(person.Id) is { SchoolId: null, SchoolWritten: null } blank) EnrollmentWrites.Workplace(blank, job, municipality);
                    continue;
                }
                if (row.Person is not null && links.Add(person.Id)) unit.Db.Add(new PersonLink { PersonId = person.Id, CenterId = of.CenterId });
                if (Enter(row, person, entries.GetValueOrDefault(person.Id), job, municipality) is { Problem: { } problem }) return problem;
            }
            foreach (var same in tied.GroupBy(x => (SchoolNames.Key(x.Written), x.School)))
                await EnrollmentWrites.FollowTieAsync(unit, [.. same.Select(x => x.Person)], same.First().Written, same.Key.School, ct);
            return Result.Done;
        }

        private static PersonFacts Facts(PlannedRow row) => new(row.Row.Name!)
        {
            BirthDate = row.Row.BirthDate,
            Snils = row.Row.Snils,
            Phone = row.Row.Phone,
            Email = row.Row.Email,
            SchoolId = row.SchoolId,
            SchoolWritten = row.SchoolWritten,
            Position = row.Row.Position,
            Subject = row.Row.Subject,
        };

        private Employment? Add(Person person, PersonFacts facts) => PersonIntake.Add(unit, of.CenterId, person, facts);

        private Employment? Fill(Person person, PersonFacts facts, Employment? job)
        {
            PersonIntake.FillBlanks(person, facts);
            return job ?? PersonIntake.AddWorkplace(unit, person, facts);
        }

        private Result Enter(PlannedRow row, Person person, Enrollment? entry, Employment? job, int? municipality)
        {
            if (entry is null)
            {
                entry = new Enrollment { CenterId = of.CenterId, EventId = of.Id, Person = person, AppliedAt = unit.Now, StatusAt = unit.Now, Funding = of.Funding };
                unit.Db.Add(entry);
            }
            else
            {
                if (EnrollmentWrites.Move(unit, of, entry, EnrollmentStatus.Applied) is { Problem: { } problem }) return problem;
                (entry.AppliedAt, entry.Reason) = (unit.Now, null);
            }
            entry.Position ??= row.Row.Position;
            EnrollmentWrites.Workplace(entry, job, municipality);
            return row.Place switch
            {
                EnrollmentStatus.Enrolled => EnrollmentWrites.Enroll(unit, of, entry, job, municipality, new() { Number = choices.OrderNumber, Date = choices.OrderDate }),
                EnrollmentStatus.WaitListed => EnrollmentWrites.Move(unit, of, entry, EnrollmentStatus.WaitListed),
                _ => Result.Done,
            };
        }

        private static async Task<List<T>> LoadAsync<T>(List<int> ids, Func<int[], Task<List<T>>> load)
        {
            var rows = new List<T>();
            foreach (var block in ids.Chunk(500)) rows.AddRange(await load(block));
            return rows;
        }
    }
}
