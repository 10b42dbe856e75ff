using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Data;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Demo;

/// <summary>Three procedures, past and coming sessions at the assessment center and three hundred candidates in all states.</summary>
internal sealed class SampleAssessments(SamplePlaces places, SamplePeople people, SampleSize size, IReadOnlySet<DateOnly> holidays)
{
    private const int Candidates = 300;
    private const int PastSessions = 12;
    private const int Assessors = 6;
    private readonly Random _random = new(size.Seed + 60);
    private readonly NetworkSettings _settings = new();
    private readonly List<AssessmentProcedure> _procedures = [];
    private readonly Queue<SamplePerson> _waiting = [];
    private List<Account> _assessors = [];

    private int Center => places.Centers[^1].Id;

    /// <summary>To be called when the accounts are there: the first assessors of the center are those that were handed out.</summary>
    public async Task AddAsync(WriteUnit unit, AccountCommands accounts, CancellationToken cancellation)
    {
        if (people.All.Count < Candidates + Assessors) return;
        await AddAssessorsAsync(unit, accounts, cancellation);
        await ChooseCandidatesAsync(unit, cancellation);
        AddProcedures(unit);
        await unit.FlushAsync(cancellation);
        for (var i = 0; i < PastSessions; i++) await AddSessionAsync(unit, -30 - (i * 60), i % 3, 2 + (i % 4), 16, PastStatus, cancellation);
        await AddSessionAsync(unit, -3, 0, 0, 16, index => index < 4 ? AssessmentStatus.Scored : index < 14 ? AssessmentStatus.TookPlace : AssessmentStatus.NoShow, cancellation, close: false);
        await AddSessionAsync(unit, 0, 1, 0, 12, _ => AssessmentStatus.Booked, cancellation, close: false);
        await AddSessionAsync(unit, 7, 0, 0, 20, _ => AssessmentStatus.Booked, cancellation, close: false);
        await AddSessionAsync(unit, 21, 2, 2, 10, _ => AssessmentStatus.Booked, cancellation, close: false);
        await AddSessionAsync(unit, 35, 1, 4, 0, _ => AssessmentStatus.Booked, cancellation, close: false, open: false);
        AddOthers(unit);
        await unit.FlushAsync(cancellation);
    }

    private static AssessmentStatus PastStatus(int index) => index == 15 ? AssessmentStatus.NoShow : AssessmentStatus.Completed;

    private async Task AddAssessorsAsync(WriteUnit unit, AccountCommands accounts, CancellationToken cancellation)
    {
        var persons = people.All.Where(x => x.Category is WorkerCategory.Head or WorkerCategory.DeputyHead).Reverse().DistinctBy(x => x.SchoolId).Take(Assessors).ToList();
        var center = Center;
        _assessors = await unit.Db.Users.Where(x => x.Grants.Any(g => g.Role == Role.Assessor && g.CenterId == center)).OrderBy(x => x.Id).ToListAsync(cancellation);
        for (var i = _assessors.Count; i < persons.Count; i++)
        {
            var added = await accounts.AddAsync(unit, $"expert{i + 1}@example.ru", persons[i].Name.Full, accounts.Hash(AccountCommands.NewPassword()).Require(), [new Grant(Role.Assessor, center)], mustChangePassword: true, cancellation);
            _assessors.Add(added.Require());
        }
        for (var i = 0; i < _assessors.Count; i++) (_assessors[i].PersonId, _assessors[i].FullName) = (persons[i].Id, persons[i].Name.Full);
        unit.Db.AddRange(persons.Select(x => new PersonLink { PersonId = x.Id, CenterId = center }));
        await unit.FlushAsync(cancellation);
    }

    /// <summary>People whom nothing ties to any assessor.</summary>
    private async Task ChooseCandidatesAsync(WriteUnit unit, CancellationToken cancellation)
    {
        int[] assessors = [.. _assessors.Select(x => x.PersonId!.Value)];
        var pool = people.All.ToArray();
        _random.Shuffle(pool);
        pool = pool[..Math.Min(pool.Length, Candidates * 2)];
        var facts = await TieQueries.LoadAsync(unit.Db, assessors, [.. pool.Select(x => x.Id)], cancellation);
        var schools = facts.Jobs.ToLookup(x => x.PersonId, x => x.SchoolId);
        var taken = assessors.SelectMany(x => schools[x]).ToHashSet();
        foreach (var person in pool.Where(x => !schools[x.Id].Any(taken.Contains) && !assessors.Any(a => TieRules.Ground(a, x.Id, facts with { Jobs = [] }, size.AsOf) is not null)).Take(Candidates)) _waiting.Enqueue(person);
        unit.Db.AddRange(_waiting.Select(x => new PersonLink { PersonId = x.Id, CenterId = Center }));
    }

    private void AddProcedures(WriteUnit unit)
    {
        Add("Предметная и методическая компетенции учителя",
            (AssessmentTool.Test, "Предметный тест", 30), (AssessmentTool.Case, "Методическая задача", 20), (AssessmentTool.LessonVideo, "Цели и содержание урока", 10),
            (AssessmentTool.LessonVideo, "Работа учеников на уроке", 10), (AssessmentTool.LessonVideo, "Обратная связь и оценивание", 10), (AssessmentTool.Interview, "Разбор собственного урока", 20));
        Add("Психолого-педагогическая компетенция педагога",
            (AssessmentTool.Test, "Тест по возрастной психологии", 30), (AssessmentTool.Case, "Ситуация в классе", 20), (AssessmentTool.Case, "Разговор с родителями", 15), (AssessmentTool.Interview, "Собеседование", 15));
        Add("Компетенции педагога дополнительного образования",
            (AssessmentTool.Test, "Нормативные основы", 20), (AssessmentTool.LessonVideo, "Занятие объединения", 25), (AssessmentTool.Interview, "Защита программы", 15));

        void Add(string title, params (AssessmentTool Tool, string Title, int Points)[] criteria)
        {
            var procedure = new AssessmentProcedure { CenterId = Center, Title = title };
            foreach (var (tool, name, points) in criteria) procedure.Criteria.Add(new() { Tool = tool, Title = name, MaxPoints = points, Order = procedure.Criteria.Count + 1 });
            _procedures.Add(procedure);
            unit.Db.Add(procedure);
        }
    }

    private async Task AddSessionAsync(WriteUnit unit, int days, int procedure, int firstAssessor, int count, Func<int, AssessmentStatus> status, CancellationToken cancellation, bool close = true, bool open = true)
    {
        var day = WorkingDay(size.AsOf.AddDays(days));
        // Today is today, also on a Sunday.
        if (days == 0) day = size.AsOf;
        var room = places.Rooms.First(x => x.CenterId == Center && x.Capacity >= 12);
        var session = new AssessmentSession { CenterId = Center, ProcedureId = _procedures[procedure].Id, Date = day, Starts = new(9, 0), Ends = new(13, 0), SlotMinutes = 120, SeatsPerSlot = 12, RoomId = room.Id };
        foreach (var (starts, ends) in AssessmentRules.Slots(session.Starts, session.Ends, session.SlotMinutes)) session.Slots.Add(new() { CenterId = Center, Starts = starts, Ends = ends, Seats = session.SeatsPerSlot });
        Account[] pair = [_assessors[firstAssessor % _assessors.Count], _assessors[(firstAssessor + 1) % _assessors.Count], _assessors[(firstAssessor + 2) % _assessors.Count]];
        foreach (var account in close ? pair : pair[..2]) session.Assessors.Add(new() { AccountId = account.Id });
        var sheet = AssessmentSessionCommands.SheetOf(_procedures[procedure], _settings);
        if (open) _ = session.Open(sheet);
        unit.Db.Add(session);
        await unit.FlushAsync(cancellation);
        var rows = new List<(Assessment Row, AssessmentStatus Wanted)>();
        for (var i = 0; i < count && _waiting.Count > 0; i++)
        {
            var row = New(_waiting.Dequeue(), procedure, day.AddDays(-_random.Next(12, 40)));
            unit.Db.Add(row);
            rows.Add((row, status(i)));
        }
        await unit.FlushAsync(cancellation);
        for (var i = 0; i < rows.Count; i++) Run(unit, session, sheet, rows[i].Row, rows[i].Wanted, i, pair);
        if (close) _ = session.Close();
        await unit.FlushAsync(cancellation);
    }

    private void Run(WriteUnit unit, AssessmentSession session, ScoreSheet sheet, Assessment row, AssessmentStatus wanted, int index, Account[] assessors)
    {
        var at = At(session.Date < size.AsOf ? session.Date : size.AsOf.AddDays(-1));
        row.MoveTo(AssessmentStatus.Checked, At(row.AppliedOn.AddDays(2)));
        row.Book(session.Slots[index * session.Slots.Count / 24], At(row.AppliedOn.AddDays(3)));
        if (wanted == AssessmentStatus.Booked) return;
        row.MoveTo(wanted == AssessmentStatus.NoShow ? AssessmentStatus.NoShow : AssessmentStatus.TookPlace, at);
        if (wanted == AssessmentStatus.NoShow) return;
        var ability = 0.42 + (_random.NextDouble() * 0.55);
        if (wanted == AssessmentStatus.TookPlace)
        {
            // Two who differ, some whom one has scored and the other begun, some whom nobody has.
            if (index is 4 or 5) Score(unit, row, sheet, assessors, [0.4, 0.85], final: 2);
            else if (index < 10) Score(unit, row, sheet, assessors, [ability, ability], final: 1);
            return;
        }
        Score(unit, row, sheet, assessors, index == 11 ? [0.45, 0.8, 0.75] : [ability, Math.Min(1, ability + 0.04)], final: 3);
        if (wanted == AssessmentStatus.Completed) row.Complete(session.Date.AddDays(1), AssessmentRules.ValidTo(session.Date, _settings.AssessmentValidYears), At(session.Date.AddDays(1)));
    }

    /// <param name="final">How many of the scores are final, the first ones; the last of the others is a half-filled draft.</param>
    private void Score(WriteUnit unit, Assessment row, ScoreSheet sheet, Account[] assessors, double[] abilities, int final)
    {
        var totals = new List<int>();
        for (var i = 0; i < abilities.Length; i++)
        {
            var points = sheet.Criteria.Select(x => (int?)Math.Clamp((int)Math.Round(x.MaxPoints * (abilities[i] + ((_random.NextDouble() - 0.5) * 0.1))), 0, x.MaxPoints)).ToList();
            if (i >= final) points[^1] = null;
            unit.Db.Add(new AssessorScore { AssessmentId = row.Id, AccountId = assessors[i].Id, Number = i + 1, Points = points, Total = points.Sum() ?? 0, IsFinal = i < final });
            if (i < final) totals.Add(points.Sum() ?? 0);
        }
        row.NeedsThird = ScoringRules.WantsThird(sheet, totals);
        if (ScoringRules.Result(sheet, totals) is { } result) row.Score(result, row.StatusAt.AddHours(6));
    }

    /// <summary>Those who wait for a slot, for the check of their papers, or have withdrawn.</summary>
    private void AddOthers(WriteUnit unit)
    {
        for (var i = 0; _waiting.Count > 0; i++)
        {
            var row = New(_waiting.Dequeue(), i % 3, size.AsOf.AddDays(-_random.Next(1, 30)));
            if (i % 5 is 1 or 2) row.MoveTo(AssessmentStatus.Checked, At(row.AppliedOn));
            if (i % 5 == 3)
            {
                row.MoveTo(AssessmentStatus.Withdrawn, At(row.AppliedOn));
                row.Forget("Педагог передумал проходить оценку");
            }
            unit.Db.Add(row);
        }
    }

    private Assessment New(SamplePerson person, int procedure, DateOnly appliedOn)
    {
        if (appliedOn > size.AsOf) appliedOn = size.AsOf.AddDays(-_random.Next(1, 20));
        return new Assessment
        {
            CenterId = Center, ProcedureId = _procedures[procedure].Id, PersonId = person.Id, StatusAt = At(appliedOn), AppliedOn = appliedOn, ConsentOn = appliedOn,
            SchoolId = person.SchoolId, MunicipalityId = person.MunicipalityId, Position = person.Position, Category = person.Category,
        };
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(11, 0), DateTimeKind.Utc);

    /// <summary>The day itself, or the last one before it on which people work.</summary>
    private DateOnly WorkingDay(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Contains(day)) day = day.AddDays(-1);
        return day;
    }
}
