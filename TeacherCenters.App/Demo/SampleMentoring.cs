using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Settings;

namespace TeacherCenters.Demo;

/// <summary>Mentors of the training centers and their pairs: of this school year and of the years before, with goals and meetings.</summary>
internal sealed class SampleMentoring(SamplePlaces places, SamplePeople people, SampleSize size)
{
    private const int MentorsPerCenter = 26, TrainingCenters = 3, YearsOfExperience = 12;
    private static readonly string[] Goals =
    [
        "Освоить конструирование урока по обновлённым стандартам", "Научиться оценивать функциональную грамотность", "Наладить работу с родителями класса",
        "Освоить цифровые сервисы для уроков", "Подготовить открытый урок", "Научиться работать с детьми с ОВЗ",
    ];

    private static readonly string[] Topics =
    [
        "Знакомство, план работы на год", "Посещение урока наставника", "Разбор урока молодого педагога", "Рабочая программа и планирование", "Критерии оценивания",
        "Дисциплина и мотивация класса", "Работа с электронным журналом", "Подготовка к открытому уроку", "Разбор трудных случаев", "Итоги четверти",
    ];

    private readonly NetworkSettings _settings = new();
    // Its own chance: the rest of the network stays the same whatever is added here.
    private readonly Random _random = new(size.Seed + 50);
    private readonly Dictionary<int, int> _load = [];
    private readonly HashSet<int> _helped = [];
    private readonly List<(SamplePerson Person, int CenterId)> _mentors = [];

    public async Task AddAsync(WriteUnit unit, CancellationToken cancellation)
    {
        var year = size.AsOf.Month >= 9 ? size.AsOf.Year : size.AsOf.Year - 1;
        AddMentors(unit);
        for (var i = 0; i < size.Pairs; i++)
        {
            // Of twenty pairs nine run, three wait for papers, six have run their course, one ended early, one was taken back.
            var kind = (i % 20) switch { < 9 => MentorshipStatus.Active, < 12 => MentorshipStatus.Waiting, < 18 => MentorshipStatus.Completed, 18 => MentorshipStatus.EndedEarly, _ => MentorshipStatus.Cancelled };
            var past = kind is MentorshipStatus.Completed or MentorshipStatus.EndedEarly ? 1 + (i % 3) : 0;
            AddPair(unit, i, kind, new DateOnly(year - past, 9, 1).AddDays(_random.Next(40)), new DateOnly(year - past + 1, 5, 31));
        }
        await unit.FlushAsync(cancellation);
        unit.Db.ChangeTracker.Clear();
    }

    private void AddMentors(WriteUnit unit)
    {
        for (var index = 0; index < TrainingCenters; index++)
        {
            var centerId = places.Centers[index].Id;
            var experienced = people.All.Where(x => x.CenterIndex == index && x.Category == WorkerCategory.Teacher && x.TeachingSince < size.AsOf.AddYears(-YearsOfExperience)).ToArray();
            _random.Shuffle(experienced);
            foreach (var person in experienced.Take(MentorsPerCenter))
            {
                _mentors.Add((person, centerId));
                unit.Db.Add(new Mentor { CenterId = centerId, PersonId = person.Id, Direction = Direction(_mentors.Count), Since = new DateOnly(size.AsOf.Year - 4 + (_mentors.Count % 4), 9, 1) });
            }
        }
    }

    private void AddPair(WriteUnit unit, int number, MentorshipStatus kind, DateOnly from, DateOnly to)
    {
        if (from > size.AsOf) from = size.AsOf;
        if (to < from) to = from.AddMonths(9);
        var centerIndex = (number % 10) switch { < 5 => 0, < 8 => 1, _ => 2 };
        var terms = _settings.Terms(from);
        var young = people.All.Where(x => x.CenterIndex == centerIndex && x.Category is WorkerCategory.Teacher or WorkerCategory.Specialist && YoungTeacherRules.IsYoung(x.BirthDate, x.TeachingSince, terms) && !_helped.Contains(x.Id)).ToList();
        var mentors = _mentors.Where(x => x.CenterId == places.Centers[centerIndex].Id).ToList();
        if (young.Count == 0 || mentors.Count == 0) return;
        var mentee = young[_random.Next(young.Count)];
        // A third are given to whoever has the fewest: not every pair is of one subject.
        var ranked = MentorSuggestionRules.Rank(number % 3 == 0 ? new MatchFacts(mentee.Id, null, null, null) : Facts(mentee), mentors, x => (Facts(x.Person), _load.GetValueOrDefault(x.Person.Id), SearchName.Of(x.Person.Name.Full)), _settings.MentorPairLimit);
        if (ranked.Count == 0) return;
        var (mentor, centerId) = ranked[0].Mentor;
        _helped.Add(mentee.Id);
        var pair = new Mentorship
        {
            CenterId = centerId, MentorId = mentor.Id, MenteeId = mentee.Id, Direction = Direction(number), Form = number % 7 == 3 ? MentoringForm.Virtual : number % 11 == 5 ? MentoringForm.Reverse : MentoringForm.OneToOne,
            From = from, To = to, SchoolId = mentee.SchoolId, MunicipalityId = mentee.MunicipalityId, Position = mentee.Position, Category = mentee.Category, Subject = mentee.Subject,
            MentorSchoolId = mentor.SchoolId, MentorPosition = mentor.Position, MentorConsentOn = kind == MentorshipStatus.Waiting && number % 2 == 0 ? null : from,
        };
        if (kind != MentorshipStatus.Waiting) (pair.OrderNumber, pair.OrderDate, pair.MenteeConsentOn) = ($"{number + 1}-н", from, from);
        pair.Settle();
        AddLog(pair, number, kind);
        End(pair, kind);
        if (pair.HoldsPlace) _load[mentor.Id] = _load.GetValueOrDefault(mentor.Id) + 1;
        unit.Db.Add(pair);
    }

    private void AddLog(Mentorship pair, int number, MentorshipStatus kind)
    {
        if (kind is MentorshipStatus.Waiting or MentorshipStatus.Cancelled) return;
        var last = kind == MentorshipStatus.EndedEarly ? pair.From.AddDays(100) : pair.To < size.AsOf ? pair.To : size.AsOf;
        for (var i = 0; i < 1 + (number % 3); i++)
        {
            var due = pair.From.AddDays(60 * (i + 1));
            pair.Goals.Add(new MentorGoal { Text = Goals[(number + (i * 2)) % Goals.Length], DueOn = due, DoneOn = kind == MentorshipStatus.Completed || (due < last && i == 0) ? due.AddDays(-3) : null });
        }
        var topic = 0;
        for (var day = pair.From.AddDays(_random.Next(12)); day <= last; day = day.AddDays(_random.Next(14, 40)))
            pair.Meetings.Add(new MentorMeeting { Date = day, Topic = Topics[topic++ % Topics.Length], Minutes = 45 + (15 * _random.Next(4)), Note = topic % 4 == 0 ? "Договорились о взаимном посещении уроков" : null });
    }

    private static void End(Mentorship pair, MentorshipStatus kind)
    {
        var early = pair.From.AddDays(100);
        var ended = kind switch
        {
            MentorshipStatus.Completed => pair.End(MentorshipEnd.Completed, pair.To, "Цели достигнуты, молодой педагог готов работать самостоятельно."),
            MentorshipStatus.EndedEarly => pair.End(MentorshipEnd.WorkplaceChanged, early, "Педагог перешёл в другую школу."),
            MentorshipStatus.Cancelled => pair.Cancel(pair.From),
            _ => Result.Done,
        };
        if (ended.Problem is { } problem) throw new InvalidOperationException($"A pair of the sample does not end: {problem}");
    }

    private static MentoringDirection Direction(int number) => (number % 6) switch
    {
        1 => MentoringDirection.Methodical,
        3 => MentoringDirection.Digital,
        5 => MentoringDirection.PsychologicalPedagogical,
        _ => MentoringDirection.Subject,
    };

    private static MatchFacts Facts(SamplePerson person) => new(person.Id, person.Subject, person.SchoolId, person.MunicipalityId);
}
