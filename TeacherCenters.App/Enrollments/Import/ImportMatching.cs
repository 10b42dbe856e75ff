using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Enrollments.Import;

/// <summary>What the store knows about the people and schools of a list, and about the event.</summary>
/// <param name="People">All who have an insurance number or a name of the list, whatever center they belong to.</param>
public sealed record ImportFacts(IReadOnlyList<KnownPerson> People, IReadOnlyList<SchoolChoice> Schools, int FreeSeats, DateOnly Today)
{
    /// <summary>Where schools are added.</summary>
    public IReadOnlyList<MunicipalityChoice> Municipalities { get; init; } = [];
}

/// <summary>
/// Decides for each row who it is and what to do: the same person by the insurance number, else by name and birth date, else by name and
/// school. A name alone is never enough, but for somebody who is in the event already.
/// </summary>
public static class ImportMatching
{
    public static ImportPlan Plan(IReadOnlyList<ImportRow> rows, ImportFacts facts, ImportChoices choices)
    {
        var schools = Schools(rows, facts, choices);
        var bySchool = schools.ToDictionary(x => x.Key);
        var known = new KnownPeople(facts.People);
        var planned = new List<PlannedRow>(rows.Count);
        var earlier = new Earlier();
        var free = facts.FreeSeats;
        foreach (var row in rows)
        {
            var school = row.SchoolKey is { } key ? bySchool[key] : null;
            var plan = One(row, school, known, earlier, choices) with { SchoolId = school?.SchoolId, SchoolWritten = school is { IsSettled: false } ? school.WrittenAs : null };
            if (plan.GoesIn)
            {
                var place = choices.Enroll ? EnrollmentRules.Place(free) : EnrollmentStatus.Applied;
                if (place == EnrollmentStatus.Enrolled) free--;
                plan = plan with { Place = place };
            }
            planned.Add(plan);
        }
        return new(planned, schools, facts.FreeSeats);
    }

    private static PlannedRow One(ImportRow row, ImportSchool? school, KnownPeople known, Earlier earlier, ImportChoices choices)
    {
        if (row.Faults.Count > 0 || row.Name is null) return new(row, ImportAction.Fault) { Faults = row.Faults };
        var decision = choices.Decisions.GetValueOrDefault(row.Index);
        if (decision?.Answer == ImportAnswer.LeaveOut) return new(row, ImportAction.LeftOut);
        if (earlier.Line(row) is { } line) return new(row, ImportAction.Duplicate) { Faults = [Whole("ImportDuplicate", line)] };

        var bySnils = row.Snils is null ? null : known.BySnils(row.Snils);
        if (bySnils is not null)
        {
            var same = SameName(row.Name, bySnils) || (SearchName.Of(bySnils.Name.Given) == SearchName.Of(row.Name.Given) && row.BirthDate is not null && row.BirthDate == bySnils.BirthDate);
            return same ? Known(row, bySnils, school, [], earlier) : new(row, ImportAction.Fault) { Faults = [Whole("ImportSnilsOfAnother")] };
        }

        var candidates = known.ByName(row.Name).Where(x => PersonRules.MayBeOne(row.BirthDate, x.BirthDate)).ToList();
        var agreeing = candidates.Where(x => row.Snils is null || x.Snils is null).ToList();
        if (decision is { Answer: ImportAnswer.SamePerson, PersonId: { } chosen } && candidates.FirstOrDefault(x => x.Id == chosen) is { } meant) return Known(row, meant, school, candidates, earlier);
        if (decision?.Answer == ImportAnswer.AnotherPerson) return New(row, candidates, earlier);

        if (Only(agreeing, x => x.BirthDate is not null && x.BirthDate == row.BirthDate) is { } certain) return Known(row, certain, school, [], earlier);
        if (Only(agreeing, x => x.InEvent is not null) is { } inside) return Known(row, inside, school, [], earlier);
        if (school?.SchoolId is { } at && Only(agreeing, x => x.Schools.Contains(at)) is { } colleague) return Known(row, colleague, school, candidates, earlier);
        if (school is not null && Only(agreeing, x => SchoolNames.Same(x.Unlisted, school.WrittenAs)) is { } there) return Known(row, there, school, candidates, earlier);
        return candidates.Count == 0 ? New(row, [], earlier) : new(row, ImportAction.Undecided) { Similar = candidates, Faults = [Whole("ImportUndecided")] };
    }

    private static PlannedRow New(ImportRow row, IReadOnlyList<KnownPerson> similar, Earlier earlier)
    {
        earlier.Add(row, null);
        return new(row, ImportAction.NewPerson) { Similar = similar };
    }

    private static PlannedRow Known(ImportRow row, KnownPerson person, ImportSchool? school, IReadOnlyList<KnownPerson> similar, Earlier earlier)
    {
        if (earlier.Line(person.Id) is { } line) return new(row, ImportAction.Duplicate) { Faults = [Whole("ImportDuplicate", line)] };
        earlier.Add(row, person.Id);
        if (person.InEvent is EnrollmentStatus.Expelled) return new(row, ImportAction.Fault) { Person = person, Faults = [Whole("ImportExpelled")] };
        var again = person.InEvent is null or EnrollmentStatus.Withdrawn or EnrollmentStatus.Declined;
        return new(row, again ? ImportAction.KnownPerson : ImportAction.AlreadyIn) { Person = person, Similar = similar, Fills = Fills(row, person, school) };
    }

    private static List<string> Fills(ImportRow row, KnownPerson person, ImportSchool? school)
    {
        var fills = new List<string>();
        if (person.Blanks.BirthDate && row.BirthDate is not null) fills.Add(nameof(Person.BirthDate));
        if (person.Blanks.Snils && row.Snils is not null) fills.Add(nameof(Person.Snils));
        if (person.Blanks.Phone && row.Phone is not null) fills.Add(nameof(Person.Phone));
        if (person.Blanks.Email && row.Email is not null) fills.Add(nameof(Person.Email));
        if (person.Blanks.Workplace && school is not null) fills.Add(nameof(Employment));
        if (person.Unlisted is { } written && school is { IsSettled: true } && MayMean(written, school)) fills.Add(nameof(Employment.SchoolId));
        return fills;
    }

    /// <summary>What was written once is this organisation: the spelling of the list, or one against which nothing speaks. Another name is another job, and stays.</summary>
    private static bool MayMean(string written, ImportSchool school) =>
        SchoolNames.Same(written, school.WrittenAs) || SchoolMatching.Fits(written, new(0, school.SchoolName ?? school.Written, school.Place ?? ""));

    private static KnownPerson? Only(List<KnownPerson> people, Func<KnownPerson, bool> fits)
    {
        var found = people.Where(fits).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static ImportFault Whole(string key, params object?[] args) => new(null, null, new Problem(key, args));

    /// <summary>
    /// Adds every school that is not settled: where its own name or column says, else in the given municipality. Spellings that mean one school
    /// add one, under the fullest of them that says the kind; one that may mean two stays to be answered.
    /// </summary>
    public static ImportChoices AddAll(ImportPlan plan, ImportChoices choices, int municipality, IReadOnlyList<MunicipalityChoice> municipalities)
    {
        var (added, same) = (new Dictionary<string, int>(choices.NewSchools), new Dictionary<string, string>(choices.SameSchools));
        var known = plan.Schools.Where(x => x.IsAdded).ToList();
        foreach (var school in plan.Schools.Where(x => !x.IsSettled).OrderByDescending(x => SchoolMatching.SaysKind(x.Written)).ThenByDescending(x => x.Written.Length).ThenBy(x => x.Key, StringComparer.Ordinal))
        {
            var place = SchoolMatching.PlaceOf(school.Written, school.Municipality, municipalities)?.Id ?? municipality;
            var found = Alike(school, known, place, municipalities);
            if (found is [{ IsCertain: true } one, ..]) same[school.Key] = one.Key;
            if (found.Count > 0) continue;
            added[school.Key] = place;
            known.Add(school with { NewIn = place });
        }
        return choices with { NewSchools = added, SameSchools = same, Schools = choices.Schools.Where(x => x.Value is not null).ToDictionary() };
    }

    /// <summary>The other spellings of schools that are added with this list: chosen, or told by number and kind as those of the network are.</summary>
    private static List<ImportSchool> Spellings(List<ImportSchool> schools, ImportFacts facts, ImportChoices choices)
    {
        var added = schools.Where(x => x.IsAdded).ToList();
        if (added.Count == 0) return schools;
        var byKey = added.ToDictionary(x => x.Key);
        return schools.ConvertAll(x =>
        {
            if (x.SchoolId is not null) return x;
            if (x.IsAdded) return x with { Like = Alike(x, added.Where(y => y.Key != x.Key), x.NewIn, facts.Municipalities).Select(y => y.Key).FirstOrDefault() };
            if (choices.SameSchools.TryGetValue(x.Key, out var chosen) && byKey.TryGetValue(chosen, out var same)) return x with { NewIn = same.NewIn, SameAs = same.Key, Place = same.Place };
            if (choices.Schools.ContainsKey(x.Key)) return x;
            var place = SchoolMatching.PlaceOf(x.Written, x.Municipality, facts.Municipalities)?.Id;
            var found = Alike(x, added, place, facts.Municipalities);
            return found is [{ IsCertain: true } one, ..] ? x with { NewIn = byKey[one.Key].NewIn, SameAs = one.Key, Place = byKey[one.Key].Place } : x with { Like = found.Select(y => y.Key).FirstOrDefault() };
        });
    }

    /// <summary>The schools to be added that a spelling may mean, the likeliest first; none in another municipality than the given one. One number makes even unlike names worth a question; without one, a name that leaves the kind out is asked about: «Коротовская школа» may be the main or the primary one.</summary>
    private static List<(string Key, bool IsCertain)> Alike(ImportSchool school, IEnumerable<ImportSchool> added, int? place, IReadOnlyList<MunicipalityChoice> municipalities)
    {
        var names = municipalities.ToDictionary(x => x.Id, x => x.Name);
        var others = added.Where(x => place is null || x.NewIn == place).ToList();
        var found = SchoolMatching.Find(school.Written, others.Select((x, i) => new SchoolChoice(i, x.Written, x.NewIn is { } at ? names.GetValueOrDefault(at, "") : "")), school.Municipality);
        return [.. found.Where(x => x.Score >= SchoolMatching.Likely || school.Written.Any(char.IsAsciiDigit)).Select(x => (others[x.School.Id].Key, x.IsCertain && (school.Written.Any(char.IsAsciiDigit) || SchoolMatching.SaysKind(school.Written) == SchoolMatching.SaysKind(x.School.Name))))];
    }

    private static List<ImportSchool> Schools(IReadOnlyList<ImportRow> rows, ImportFacts facts, ImportChoices choices)
    {
        var schools = new List<ImportSchool>();
        var byId = facts.Schools.ToDictionary(x => x.Id);
        foreach (var group in rows.Where(x => x.SchoolKey is not null).GroupBy(x => x.SchoolKey!))
        {
            var first = group.First();
            var found = SchoolMatching.Find(first.School, facts.Schools, first.Municipality);
            var certain = found.Count > 0 && found[0].IsCertain;
            var id = choices.Schools.TryGetValue(group.Key, out var chosen) ? chosen : certain ? found[0].School.Id : null;
            var school = id is { } known ? byId.GetValueOrDefault(known) : null;
            int? newIn = school is null && choices.NewSchools.TryGetValue(group.Key, out var municipality) ? municipality : null;
            schools.Add(new(group.Key, first.School!, first.Municipality, group.Count(), school?.Id, school?.Name, certain, [.. found.Select(x => x.School)], newIn)
            {
                Place = school?.Municipality ?? facts.Municipalities.FirstOrDefault(x => x.Id == newIn)?.Name,
            });
        }
        return Spellings(schools, facts, choices);
    }

    private sealed class KnownPeople(IReadOnlyList<KnownPerson> people)
    {
        private readonly Dictionary<string, KnownPerson> _bySnils = people.Where(x => x.Snils is not null).ToDictionary(x => x.Snils!);
        private readonly ILookup<string, KnownPerson> _byName = people.ToLookup(x => SearchName.Of(x.Name.Family, x.Name.Given));

        public KnownPerson? BySnils(string snils) => _bySnils.GetValueOrDefault(snils);

        public IEnumerable<KnownPerson> ByName(PersonName name) => _byName[SearchName.Of(name.Family, name.Given)].Where(x => Patronymics(name, x.Name));
    }

    /// <summary>The rows further up, by everything that makes two rows one person.</summary>
    private sealed class Earlier
    {
        private readonly Dictionary<string, int> _bySnils = [];
        private readonly Dictionary<int, int> _byPerson = [];
        private readonly Dictionary<string, List<ImportRow>> _byName = [];

        public int? Line(int personId) => _byPerson.TryGetValue(personId, out var line) ? line : null;

        public int? Line(ImportRow row)
        {
            if (row.Snils is not null && _bySnils.TryGetValue(row.Snils, out var line)) return line;
            return _byName.GetValueOrDefault(Key(row))?.Find(x => Patronymics(x.Name!, row.Name!) && PersonRules.MayBeOne(x.BirthDate, row.BirthDate) && (x.Snils is null || row.Snils is null))?.Line;
        }

        public void Add(ImportRow row, int? personId)
        {
            if (row.Snils is not null) _bySnils.TryAdd(row.Snils, row.Line);
            if (personId is { } id) _byPerson.TryAdd(id, row.Line);
            if (!_byName.TryGetValue(Key(row), out var same)) _byName[Key(row)] = same = [];
            same.Add(row);
        }

        private static string Key(ImportRow row) => SearchName.Of(row.Name!.Family, row.Name.Given);
    }

    private static bool SameName(PersonName name, KnownPerson person) =>
        SearchName.Of(name.Family, name.Given) == SearchName.Of(person.Name.Family, person.Name.Given) && Patronymics(name, person.Name);

    private static bool Patronymics(PersonName one, PersonName other) =>
        one.Patronymic is null || other.Patronymic is null || SearchName.Of(one.Patronymic) == SearchName.Of(other.Patronymic);
}
