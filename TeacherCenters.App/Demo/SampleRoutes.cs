using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;

namespace TeacherCenters.Demo;

/// <summary>Learning routes with tutors, groups and points in all states. Events and internships in them are people's own.</summary>
internal sealed class SampleRoutes(SamplePlaces places, SamplePeople people, SampleInternships internships, SampleSize size)
{
    private const int Count = 80;
    private const int TutorsPerCenter = 3;
    private static readonly string[] Groups = ["Молодые педагоги", "Функциональная грамотность", "Цифровая среда", "Классные руководители", "Подготовка к аттестации", "Естественные науки"];
    private static readonly string[] Goals = ["Освоить приёмы формирующего оценивания", "Научиться строить урок в цифровой среде", "Наладить работу с родителями и классом", "Подготовиться к работе по обновлённым стандартам"];
    private static readonly string[] Studies =
    [
        "Изучить методические рекомендации по функциональной грамотности", "Составить банк заданий по своей теме", "Посетить три урока коллег и разобрать их", "Вести дневник самонаблюдения на уроке", "Подготовить выступление на методическом объединении",
    ];
    private static readonly string[] Courses = ["Цифровые инструменты учителя (Академия Минпросвещения)", "Психология подростка (онлайн-курс)", "Критериальное оценивание (ВИРО)", "Работа с текстом на уроке (онлайн-курс)"];
    private static readonly string[] Reflections = ["Стала увереннее планировать урок и оценивать работы учеников. Хочу продолжить с командой школы.", "Освоил новые приёмы, часть из них уже применяют коллеги.", "Маршрут помог увидеть свои сильные стороны и найти единомышленников."];

    private readonly Random random = new(size.Seed + 51);
    private ILookup<int, Part> parts = Array.Empty<Part>().ToLookup(_ => 0);

    public async Task AddAsync(WriteUnit unit, CancellationToken cancellation)
    {
        var since = size.AsOf.AddDays(-520);
        parts = (await (
            from enrollment in unit.Db.Set<Enrollment>().AsNoTracking()
            join of in unit.Db.Set<TrainingEvent>() on enrollment.EventId equals of.Id
            where of.StartsOn >= since
            orderby of.StartsOn, of.Id
            select new Part(enrollment.PersonId, of.Id, of.StartsOn, of.EndsOn)).ToListAsync(cancellation)).ToLookup(x => x.PersonId);
        var coming = (await unit.Db.Set<TrainingEvent>().AsNoTracking().Where(x => x.StartsOn > size.AsOf && x.Status != EventStatus.Cancelled && x.Status != EventStatus.Draft)
            .OrderBy(x => x.StartsOn).ThenBy(x => x.Id).Select(x => new { x.CenterId, Part = new Part(0, x.Id, x.StartsOn, x.EndsOn) }).ToListAsync(cancellation)).ToLookup(x => x.CenterId, x => x.Part);

        var placed = internships.All.Where(x => x.Status != InternshipStatus.Cancelled).Select(x => x.PersonId).ToHashSet();
        var order = people.All.ToArray();
        random.Shuffle(order);
        // People with events of ours, and some with an internship, make the liveliest routes; a sample without events has others.
        var escorted = order.OrderByDescending(x => placed.Contains(x.Id) && parts[x.Id].Any()).ThenByDescending(x => parts[x.Id].Any()).Take(Math.Min(Count, order.Length / 3)).ToArray();
        random.Shuffle(escorted);
        var tutors = await TutorsAsync(unit, [.. order.Except(escorted)], cancellation);
        for (var i = 0; i < escorted.Length; i++)
        {
            var (person, own) = (escorted[i], tutors[escorted[i].CenterIndex]);
            if (own.Count == 0) continue;
            var (tutor, group) = own[i % own.Count];
            unit.Db.Add(Make(person, tutor, i % 4 == 3 ? null : group, i, [.. coming[places.Centers[person.CenterIndex].Id]]));
        }
        await unit.FlushAsync(cancellation);
        unit.Db.ChangeTracker.Clear();
    }

    private async Task<List<(int Tutor, int? Group)>[]> TutorsAsync(WriteUnit unit, SamplePerson[] candidates, CancellationToken cancellation)
    {
        var tutors = new List<(int, int?)>[places.Centers.Count];
        for (var center = 0; center < places.Centers.Count; center++)
        {
            var chosen = candidates.Where(x => x.CenterIndex == center && x.Category is WorkerCategory.Specialist or WorkerCategory.Teacher).Take(TutorsPerCenter).ToList();
            var groups = chosen.Select((x, i) => new TutorGroup { CenterId = places.Centers[center].Id, TutorId = x.Id, Name = Groups[((center * TutorsPerCenter) + i) % Groups.Length] }).ToList();
            unit.Db.AddRange(groups);
            await unit.FlushAsync(cancellation);
            tutors[center] = [.. groups.Select(x => (x.TutorId, (int?)x.Id))];
        }
        return tutors;
    }

    private LearningRoute Make(SamplePerson person, int tutor, int? group, int index, IReadOnlyList<Part> coming)
    {
        var isOver = index % 4 == 1;
        var from = size.AsOf.AddDays(isOver ? -random.Next(420, 500) : -random.Next(40, 110));
        var to = from.AddDays(isOver ? random.Next(240, 290) : random.Next(200, 280));
        var route = new LearningRoute
        {
            CenterId = places.Centers[person.CenterIndex].Id, PersonId = person.Id, TutorId = tutor, GroupId = group, From = from, To = to, Goal = Goals[random.Next(Goals.Length)],
            SubjectDeficit = Level(), MethodDeficit = Level(), PsychologyDeficit = Level(), CommunicationDeficit = Level(), DigitalDeficit = Level(),
            SchoolId = person.SchoolId, MunicipalityId = person.MunicipalityId, Position = person.Position, Category = person.Category,
        };
        AddItems(route, coming);
        if (isOver) route.Close(Reflections[random.Next(Reflections.Length)], Past(to.AddDays(random.Next(-3, 10))));
        else if (index % 10 == 8) route.Cancel("Педагог сменил место работы", size.AsOf.AddDays(-random.Next(1, 20)));
        return route;
    }

    private void AddItems(LearningRoute route, IReadOnlyList<Part> coming)
    {
        foreach (var part in parts[route.PersonId].Where(x => x.StartsOn >= route.From && x.StartsOn <= route.To).Take(2)) route.Items.Add(Of(route, part));
        var next = coming.Where(x => x.StartsOn <= route.To && route.Items.All(i => i.EventId != x.EventId)).ToList();
        if (next.Count > 0) route.Items.Add(Of(route, next[random.Next(next.Count)]));
        route.Items.Add(ByHand(route, RouteItemKind.OutsideCourse, Courses[random.Next(Courses.Length)], random.Next(2, 6) * 8));
        foreach (var study in random.GetItems(Studies, random.Next(1, 4)).Distinct()) route.Items.Add(ByHand(route, RouteItemKind.SelfStudy, study, random.Next(3) == 0 ? null : random.Next(1, 5) * 2));
        if (internships.All.Find(x => x.PersonId == route.PersonId && x.Status != InternshipStatus.Cancelled && x.From >= route.From && x.To <= route.To) is { } internship)
            route.Items.Add(new RouteItem { Kind = RouteItemKind.Internship, InternshipId = internship.Id, DueOn = internship.To });
        else if (random.Next(5) == 0)
            route.Items.Add(new RouteItem { Kind = RouteItemKind.Internship, Title = "Стажировка в школе-партнёре", Hours = 36, DueOn = route.To });
    }

    private static RouteItem Of(LearningRoute route, Part part) => new() { Kind = RouteItemKind.Event, EventId = part.EventId, DueOn = part.EndsOn > route.To ? route.To : part.EndsOn };

    /// <summary>What was due is mostly done, one in seven is behind.</summary>
    private RouteItem ByHand(LearningRoute route, RouteItemKind kind, string title, int? hours)
    {
        var due = route.From.AddDays(random.Next(10, route.To.DayNumber - route.From.DayNumber + 1));
        var item = new RouteItem { Kind = kind, Title = title, Hours = hours, DueOn = due };
        if (due < size.AsOf ? random.Next(7) > 0 : random.Next(6) == 0) item.DoneOn = Past(due.AddDays(-random.Next(0, 10)));
        return item;
    }

    private DeficitLevel Level() => random.Next(10) switch { < 4 => DeficitLevel.None, < 6 => DeficitLevel.Low, < 9 => DeficitLevel.Medium, _ => DeficitLevel.High };

    private DateOnly Past(DateOnly day) => day > size.AsOf ? size.AsOf : day;

    /// <summary>A person's part in an event; person 0 for an event to come.</summary>
    private sealed record Part(int PersonId, int EventId, DateOnly StartsOn, DateOnly EndsOn);
}
