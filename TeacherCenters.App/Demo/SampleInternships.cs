using TeacherCenters.Data;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.People;

namespace TeacherCenters.Demo;

/// <summary>Internships in all states: to come, running, over, completed with and without success, cancelled.</summary>
internal sealed class SampleInternships(SamplePlaces places, SamplePeople people, SampleSize size)
{
    private const int Count = 40;
    private static readonly string[] Supervisors = ["Белова Ольга Павловна", "Громов Андрей Игоревич", "Киселёва Нина Сергеевна", "Лебедев Павел Николаевич", "Орлова Людмила Григорьевна", "Тихомирова Анна Львовна"];
    private static readonly string[] Posts = ["заместитель директора по учебной работе", "руководитель методического объединения", "старший методист", "учитель высшей категории"];
    private static readonly string[] Plan =
    [
        "Знакомство с организацией работы школы", "Посещение и разбор пяти уроков", "Проведение двух открытых уроков", "Работа с цифровой образовательной средой", "Участие в заседании методического объединения", "Подготовка отчёта",
    ];
    private static readonly string[] Reviews =
    [
        "Программа стажировки выполнена полностью. Уроки проведены на высоком методическом уровне.", "Показала хорошее владение материалом, охотно перенимает опыт.", "План выполнен. Рекомендуется поделиться опытом в своей школе.",
    ];

    // A room of its own: what other rooms draw does not change this one.
    private readonly Random random = new(size.Seed + 52);

    public List<Internship> All { get; } = [];

    public async Task AddAsync(WriteUnit unit, CancellationToken cancellation)
    {
        var order = people.All.ToArray();
        random.Shuffle(order);
        foreach (var (person, index) in order.Take(Math.Min(Count, order.Length / 3)).Select((x, i) => (x, i))) All.Add(Make(person, index));
        unit.Db.AddRange(All);
        await unit.FlushAsync(cancellation);
        unit.Db.ChangeTracker.Clear();
    }

    private Internship Make(SamplePerson person, int index)
    {
        var days = random.Next(4, 12);
        // Ten to come, eight running, six over, the rest of the last year.
        var from = size.AsOf.AddDays(index switch { < 10 => random.Next(5, 90), < 18 => -random.Next(0, days), < 24 => -days - random.Next(1, 20), _ => -days - random.Next(30, 330) });
        var host = places.Schools[random.Next(places.Schools.Count)];
        if (host.Id == person.SchoolId) host = places.Schools[(places.Schools.IndexOf(host) + 1) % places.Schools.Count];
        var made = new Internship
        {
            CenterId = places.Centers[person.CenterIndex].Id, PersonId = person.Id, HostSchoolId = host.Id,
            SupervisorName = Supervisors[random.Next(Supervisors.Length)], SupervisorPost = Posts[random.Next(Posts.Length)],
            From = from, To = from.AddDays(days - 1), Hours = random.Next(2, 5) * 18, Plan = string.Join('\n', Plan.Where((_, i) => i is 0 or 5 || random.Next(2) == 0)),
            SchoolId = person.SchoolId, MunicipalityId = person.MunicipalityId, Position = person.Position, Category = person.Category,
        };
        if (index is >= 20 and < 36)
        {
            made.Review = Reviews[random.Next(Reviews.Length)];
            made.ReportReceivedOn = Past(made.To.AddDays(random.Next(1, 8)));
        }
        if (index is >= 24 and < 36) made.Complete(index % 6 == 5 ? InternshipResult.Failed : InternshipResult.Passed, Past(made.To.AddDays(random.Next(2, 12))));
        if (index >= 36) made.Cancel(index % 2 == 0 ? "Болезнь педагога" : "Школа не смогла принять", Past(made.From.AddDays(-2)));
        return made;
    }

    private DateOnly Past(DateOnly day) => day > size.AsOf ? size.AsOf : day;
}
