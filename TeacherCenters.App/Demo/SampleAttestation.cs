using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Settings;

namespace TeacherCenters.Demo;

/// <summary>
/// Heads of schools with their terms in all states, the meetings that gave them, and what is under way. A school of which nobody in the sample
/// is the head gets one from its experienced teachers.
/// </summary>
internal sealed class SampleAttestation(SamplePlaces places, SamplePeople people, SampleSize size)
{
    private const int Most = 400, PeoplePerHead = 12, TrainingCenters = 3;
    private static readonly DateOnly FirstYear = new(2019, 1, 1);
    private static readonly string[] Chairs = ["Н. В. Соколова", "А. И. Громов", "Е. С. Попова"];
    private static readonly string[] Secretaries = ["О. П. Белова", "М. А. Кузнецова", "И. В. Чистякова"];
    private static readonly string[] Advice = ["Обновить программу развития организации", "Усилить внутреннюю оценку качества образования", "Пройти обучение по управлению закупками", "Наладить работу управляющего совета"];
    private static readonly string[] Reasons = ["Уволился по собственному желанию", "Перешёл на другую должность", "Отозвал заявление"];

    private readonly int _years = new NetworkSettings().AttestationYears;
    private readonly int _months = new NetworkSettings().AttestationReminderMonths;
    // A room of its own: what other rooms draw does not change this one.
    private readonly Random _random = new(size.Seed + 61);
    private readonly List<AttestationMeeting>[] _held = [[], [], []];
    private readonly List<AttestationMeeting> _ahead = [];
    private readonly List<AttestationMeeting> _over = [];
    private readonly List<HeadAttestation> _made = [];
    private readonly HashSet<int> _taken = [];

    public async Task AddAsync(WriteUnit unit, CancellationToken cancellation)
    {
        AddMeetings(unit);
        await unit.FlushAsync(cancellation);
        var leading = people.All.Where(x => x.Category == WorkerCategory.Head).ToArray();
        _random.Shuffle(leading);
        var count = Math.Min(Most, people.All.Count / PeoplePerHead);
        var heads = leading.Take(count).ToList();
        var promoted = Experienced(leading).Take(count - heads.Count).ToList();
        var (candidates, former) = (Experienced([.. leading, .. promoted]).Where(x => promoted.TrueForAll(p => p.Id != x.Id)).Take(count / 16).ToList(), new List<SamplePerson>());
        former.AddRange(people.All.Where(x => x.Category == WorkerCategory.Teacher && x.TeachingSince < size.AsOf.AddYears(-20) && !_taken.Contains(x.Id)).Take(count / 50));
        var moving = promoted.Concat(former).Select(x => x.Id).ToList();
        var jobs = await unit.Db.Set<Employment>().Where(x => moving.Contains(x.PersonId)).ToDictionaryAsync(x => x.PersonId, cancellation);

        foreach (var (person, place) in heads.Concat(promoted).Select((x, i) => (x, i))) AddHead(unit, person, place, jobs.GetValueOrDefault(person.Id));
        foreach (var (person, place) in candidates.Select((x, i) => (x, i))) AddCandidate(person, place);
        foreach (var person in former) AddFormer(unit, person, jobs[person.Id]);
        unit.Db.AddRange(_made);
        await unit.FlushAsync(cancellation);
        unit.Db.ChangeTracker.Clear();
    }

    /// <summary>Five meetings a year in each center; one that waits for its protocol, one ahead, one that was called off.</summary>
    private void AddMeetings(WriteUnit unit)
    {
        for (var index = 0; index < TrainingCenters; index++)
        {
            var number = 0;
            for (var year = FirstYear.Year; year <= size.AsOf.Year; year++)
            {
                foreach (var month in (int[])[2, 4, 6, 10, 12])
                {
                    var day = Workday(new DateOnly(year, month, 10 + (3 * index)));
                    if (day >= size.AsOf.AddDays(-7)) continue;
                    var meeting = Meeting(index, day);
                    meeting.Hold((++number).ToString(System.Globalization.CultureInfo.InvariantCulture), day);
                    _held[index].Add(meeting);
                }
                number = 0;
            }
            _over.Add(Meeting(index, Workday(size.AsOf.AddDays(-3 - index))));
            _ahead.Add(Meeting(index, Workday(size.AsOf.AddDays(12 + (4 * index)))));
            var cancelled = Meeting(index, Workday(size.AsOf.AddDays(-60 - index)));
            cancelled.Cancel("Не собрался кворум");
            unit.Db.AddRange([.. _held[index], _over[index], _ahead[index], cancelled]);
        }
    }

    private AttestationMeeting Meeting(int index, DateOnly day) => new()
    {
        CenterId = places.Centers[index].Id, HeldOn = day, Place = $"{places.Centers[index].City}, зал заседаний", Chair = Chairs[index], Secretary = Secretaries[index],
    };

    /// <summary>Of a hundred heads eight were never attested, two were refused, seven have lapsed, twelve run out; the others hold.</summary>
    private void AddHead(WriteUnit unit, SamplePerson person, int place, Employment? former)
    {
        var state = ((place * 37) % 100) switch { < 8 => TermState.Never, < 10 => TermState.Unsuitable, < 17 => TermState.Lapsed, < 29 => TermState.Due, _ => TermState.Valid };
        var meeting = state == TermState.Never ? null : Pick(person.CenterIndex, state);
        // One promoted in four was recommended as a candidate before.
        var asCandidate = former is not null && meeting is not null && state == TermState.Valid && place % 4 == 0;
        if (former is not null) Promote(unit, person, former, asCandidate ? meeting!.HeldOn.AddDays(20) : (meeting?.HeldOn ?? size.AsOf).AddDays(-_random.Next(200, 1_500)));
        var ledFrom = former is null ? person.TeachingSince : (DateOnly?)null;
        if (meeting is not null)
        {
            if (ledFrom < meeting.HeldOn.AddYears(-_years) && Before(person.CenterIndex, meeting) is { } earlier && place % 2 == 0) Decide(person, earlier, AttestationKind.Acting, AttestationDecision.Suitable);
            var decision = state == TermState.Unsuitable ? AttestationDecision.Unsuitable : asCandidate ? AttestationDecision.Recommended : place % 9 == 0 ? AttestationDecision.SuitableWithAdvice : AttestationDecision.Suitable;
            Decide(person, meeting, asCandidate ? AttestationKind.Candidate : AttestationKind.Acting, decision);
        }
        if (state is TermState.Valid)
        {
            if (place % 40 == 3) New(person, AttestationKind.Acting, size.AsOf.AddDays(-_random.Next(100, 300))).Withdraw(Reasons[place % Reasons.Length]);
            return;
        }
        // Of those who need it two in five stand on the next list, one waits with an application, the rest nobody has called yet.
        if (place % 5 is 0 or 1) New(person, AttestationKind.Acting, null).PlanFor(place % 15 == 1 ? _over[person.CenterIndex] : _ahead[person.CenterIndex]);
        else if (place % 5 == 2) New(person, AttestationKind.Acting, size.AsOf.AddDays(-_random.Next(3, 40)));
    }

    private void AddCandidate(SamplePerson person, int place)
    {
        var made = place % 4 is 2 or 3 ? null : New(person, AttestationKind.Candidate, size.AsOf.AddDays(-_random.Next(3, 40)));
        if (place % 4 == 0) made!.PlanFor(_ahead[person.CenterIndex]);
        if (made is null) Decide(person, _held[person.CenterIndex][^(1 + (place % 3))], AttestationKind.Candidate, place % 8 == 2 ? AttestationDecision.NotRecommended : AttestationDecision.Recommended);
    }

    /// <summary>Led until last year and teaches again.</summary>
    private void AddFormer(WriteUnit unit, SamplePerson person, Employment job)
    {
        var last = size.AsOf.AddDays(-_random.Next(120, 500));
        unit.Db.Add(new Employment { PersonId = person.Id, SchoolId = person.SchoolId, Position = Post(person), Category = WorkerCategory.Head, From = last.AddYears(-7), To = last });
        job.From = last.AddDays(1);
        if (_held[person.CenterIndex].LastOrDefault(x => x.HeldOn < last.AddMonths(-6)) is { } meeting) Decide(person, meeting, AttestationKind.Acting, AttestationDecision.Suitable);
    }

    private void Promote(WriteUnit unit, SamplePerson person, Employment job, DateOnly from)
    {
        if (from >= size.AsOf) from = size.AsOf.AddDays(-1);
        unit.Db.Add(new Employment { PersonId = person.Id, SchoolId = person.SchoolId, Position = Post(person), Category = WorkerCategory.Head, From = from });
        job.To = from.AddDays(-1);
    }

    private void Decide(SamplePerson person, AttestationMeeting meeting, AttestationKind kind, AttestationDecision decision)
    {
        var made = New(person, kind, kind == AttestationKind.Candidate ? meeting.HeldOn.AddDays(-25) : null);
        made.PlanFor(meeting);
        Done(made.Decide(decision, decision == AttestationDecision.SuitableWithAdvice ? Advice[_random.Next(Advice.Length)] : null, AttestationRules.ValidTo(decision, meeting.HeldOn, _years)));
    }

    private HeadAttestation New(SamplePerson person, AttestationKind kind, DateOnly? applied)
    {
        var made = new HeadAttestation
        {
            CenterId = places.Centers[person.CenterIndex].Id, PersonId = person.Id, Kind = kind, SchoolId = person.SchoolId, MunicipalityId = person.MunicipalityId, Position = Post(person), AppliedOn = applied,
            WorkSchoolId = person.SchoolId, WorkPosition = kind == AttestationKind.Acting ? Post(person) : person.Position, WorkCategory = kind == AttestationKind.Acting ? WorkerCategory.Head : person.Category,
        };
        _made.Add(made);
        return made;
    }

    /// <summary>A meeting of the center whose decisions stand in that state today.</summary>
    private AttestationMeeting? Pick(int index, TermState state)
    {
        var decision = state == TermState.Unsuitable ? AttestationDecision.Unsuitable : AttestationDecision.Suitable;
        var fitting = _held[index].Where(x => AttestationRules.StateOf(decision, AttestationRules.ValidTo(decision, x.HeldOn, _years), size.AsOf, _months) == state && (state != TermState.Unsuitable || x.HeldOn > size.AsOf.AddYears(-1))).ToList();
        return fitting.Count == 0 ? null : fitting[_random.Next(fitting.Count)];
    }

    private AttestationMeeting? Before(int index, AttestationMeeting meeting) => _held[index].LastOrDefault(x => x.HeldOn <= meeting.HeldOn.AddYears(-_years).AddDays(60) && x.HeldOn > meeting.HeldOn.AddYears(-_years - 1));

    /// <summary>One experienced teacher of each school of which none of the given leads.</summary>
    private IEnumerable<SamplePerson> Experienced(IReadOnlyCollection<SamplePerson> leading)
    {
        var led = leading.Select(x => x.SchoolId).ToHashSet();
        foreach (var person in people.All.Where(x => x.Category == WorkerCategory.Teacher && x.TeachingSince < size.AsOf.AddYears(-14)))
        {
            if (led.Add(person.SchoolId) && _taken.Add(person.Id)) yield return person;
        }
    }

    private string Post(SamplePerson person) =>
        person.Category == WorkerCategory.Head ? person.Position : places.Schools.Find(x => x.Id == person.SchoolId)!.Level == EducationLevel.Preschool ? "заведующий" : "директор";

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    private static void Done(Result result)
    {
        if (result.Problem is { } problem) throw new InvalidOperationException($"An attestation of the sample is not decided: {problem}");
    }
}
