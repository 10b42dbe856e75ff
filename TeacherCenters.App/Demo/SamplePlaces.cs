using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.People;

namespace TeacherCenters.Demo;

/// <summary>Centers with rooms and signatories, municipalities, schools and courses of the sample network.</summary>
internal sealed class SamplePlaces(SampleLists lists, Random random)
{
    private const int SchoolCount = 400;
    private static readonly DateOnly NetworkSince = new(2019, 1, 1);

    public List<Center> Centers { get; } = [];

    public List<Room> Rooms { get; } = [];

    public List<School> Schools { get; } = [];

    public List<Course> Courses { get; } = [];

    public Dictionary<int, List<Signatory>> Signatories { get; } = [];

    public async Task AddAsync(WriteUnit unit, CancellationToken cancellation)
    {
        Centers.AddRange(
        [
            Training("ВЛГ", "г. Вологды", "Вологда", "г. Вологда, ул. Козлёнская, д. 57"),
            Training("ЧРП", "г. Череповца", "Череповец", "г. Череповец, ул. Ленина, д. 120"),
            Training("ВУС", "г. Великого Устюга", "Великий Устюг", "г. Великий Устюг, Советский пр., д. 64"),
            new()
            {
                Kind = CenterKind.Assessment, Code = "ОЦК", ShortName = "ЦОПМКП", City = "Вологда", Address = "г. Вологда, ул. Герцена, д. 27",
                FullName = "Центр оценки профессионального мастерства и квалификаций педагогов Вологодской области",
            },
        ]);
        unit.Db.AddRange(Centers);
        var municipalities = await unit.Db.Set<Municipality>().OrderBy(x => x.Order).ToListAsync(cancellation);
        if (municipalities.Count == 0) unit.Db.AddRange(municipalities = [.. lists.Municipalities()]);
        Courses.AddRange(lists.Courses());
        unit.Db.AddRange(Courses);
        await unit.FlushAsync(cancellation);
        foreach (var center in Centers) AddRoomsAndSignatories(unit, center);
        AddSchools(unit, municipalities);
        await unit.FlushAsync(cancellation);
    }

    private static Center Training(string code, string of, string city, string address) => new()
    {
        Kind = CenterKind.Training, Code = code, ShortName = $"ЦНППМПР {of}", City = city, Address = address,
        FullName = $"Центр непрерывного повышения профессионального мастерства педагогических работников {of}",
    };

    private void AddRoomsAndSignatories(WriteUnit unit, Center center)
    {
        (string Name, int Capacity, string Equipment)[] rooms =
        [
            ("Аудитория 101", 30, "проектор, доска"), ("Аудитория 204", 25, "интерактивная панель"),
            ("Компьютерный класс", 16, "16 рабочих мест"), ("Актовый зал", 120, "сцена, звук, проектор"),
        ];
        foreach (var (name, capacity, equipment) in rooms)
        {
            var room = new Room { CenterId = center.Id, Name = name, Capacity = capacity, Equipment = equipment };
            Rooms.Add(room);
            unit.Db.Add(room);
        }
        string[] heads = ["Н. В. Соколова", "А. И. Громов", "Е. С. Попова", "Т. Н. Лебедева"];
        string[] secretaries = ["О. П. Белова", "М. А. Кузнецова", "И. В. Чистякова", "Л. Г. Орлова"];
        var index = Centers.IndexOf(center);
        List<Signatory> signatories =
        [
            new() { CenterId = center.Id, Kind = SignatoryKind.Head, Post = "Руководитель центра", PrintedName = heads[index], ValidFrom = NetworkSince },
            new() { CenterId = center.Id, Kind = SignatoryKind.Secretary, Post = "Секретарь", PrintedName = secretaries[index], ValidFrom = NetworkSince },
        ];
        Signatories[center.Id] = signatories;
        unit.Db.AddRange(signatories);
    }

    private void AddSchools(WriteUnit unit, List<Municipality> municipalities)
    {
        for (var i = 0; i < SchoolCount; i++)
        {
            // Both cities together have about two schools in five, as in the region.
            var municipality = random.Next(5) < 2 ? municipalities[^(1 + random.Next(2))] : municipalities[i % (municipalities.Count - 2)];
            var number = Schools.Count(s => s.MunicipalityId == municipality.Id) + 1;
            var level = (i % 10) switch { < 6 => EducationLevel.General, < 9 => EducationLevel.Preschool, _ => EducationLevel.Supplementary };
            var where = municipality.ShortName;
            var name = level switch
            {
                EducationLevel.General => $"МБОУ «Средняя школа № {number}», {where}",
                EducationLevel.Preschool => $"МБДОУ «Детский сад № {number}», {where}",
                _ => $"МБУ ДО «Дом детского творчества № {number}», {where}",
            };
            var school = new School { MunicipalityId = municipality.Id, Name = name, Level = level };
            Schools.Add(school);
            unit.Db.Add(school);
        }
    }
}
