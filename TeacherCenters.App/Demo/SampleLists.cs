using System.Globalization;
using TeacherCenters.Courses;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Demo;

/// <summary>The reference lists in <c>data/reference</c>: UTF-8, semicolons, a header row.</summary>
internal sealed class SampleLists(string folder)
{
    private Dictionary<(EducationLevel, bool Lead), List<string[]>>? _positions;
    private List<string>? _subjects;

    /// <summary>The rows of one list, without its header.</summary>
    public IEnumerable<string[]> Read(string file) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(';'));

    public IEnumerable<Municipality> Municipalities() => MunicipalityList.Read(folder);

    public IEnumerable<Course> Courses() => Read("courses.csv").Select(row => new Course
    {
        Title = row[0],
        Kind = Enum.Parse<EventKind>(row[1]),
        Hours = int.Parse(row[2], CultureInfo.InvariantCulture),
        Form = Enum.Parse<StudyForm>(row[3]),
        Document = Enum.Parse<DocumentKind>(row[4]),
        Direction = row[5],
    });

    /// <summary>A position that fits the kind of school; one in twelve leads it.</summary>
    public (string Position, WorkerCategory Category, string? Subject) Job(Random random, EducationLevel level)
    {
        _positions ??= Read("positions.csv")
            .GroupBy(row => (Enum.Parse<EducationLevel>(row[2]), row[1] is nameof(WorkerCategory.Head) or nameof(WorkerCategory.DeputyHead)))
            .ToDictionary(group => group.Key, group => group.ToList());
        _subjects ??= [.. Read("subjects.csv").Select(row => row[0])];
        var choice = _positions.GetValueOrDefault((level, random.Next(12) == 0)) ?? _positions[(level, false)];
        var row = choice[random.Next(choice.Count)];
        var subject = level == EducationLevel.General && row[0] == "учитель" ? _subjects[random.Next(_subjects.Count)] : null;
        return (row[0], Enum.Parse<WorkerCategory>(row[1]), subject);
    }

    /// <summary>A number with a right check digit, different for each index; the range is one that is not given out.</summary>
    public static string Snils(int index)
    {
        var digits = (900_000_000 + (index * 17L)).ToString(CultureInfo.InvariantCulture);
        var sum = digits.Select((digit, place) => (digit - '0') * (9 - place)).Sum() % 101 % 100;
        return $"{digits}{sum:00}";
    }
}

/// <summary>Made-up names: lists of family names, given names by frequency and patronymics, drawn independently.</summary>
internal sealed class SampleNames
{
    private const int WomenPercent = 82;
    private readonly Random _random;
    private readonly List<string[]> _families;
    private readonly List<string[]> _patronymics;
    private readonly Dictionary<Sex, List<string>> _given;

    public SampleNames(SampleLists lists, Random random)
    {
        _random = random;
        _families = [.. lists.Read("family_names.csv")];
        _patronymics = [.. lists.Read("patronymics.csv")];
        _given = lists.Read("given_names.csv")
            .GroupBy(row => Enum.Parse<Sex>(row[1]))
            .ToDictionary(group => group.Key, group => group.SelectMany(row => Enumerable.Repeat(row[0], int.Parse(row[2], CultureInfo.InvariantCulture))).ToList());
    }

    public (PersonName Name, Sex Sex) Next()
    {
        var sex = _random.Next(100) < WomenPercent ? Sex.Female : Sex.Male;
        var form = sex == Sex.Male ? 0 : 1;
        var given = _given[sex];
        return (new PersonName(_families[_random.Next(_families.Count)][form], given[_random.Next(given.Count)], _patronymics[_random.Next(_patronymics.Count)][form]), sex);
    }
}
