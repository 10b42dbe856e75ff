using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Demo;

/// <summary>A made-up person with what the sample's events need to know of them.</summary>
internal sealed record SamplePerson(int Id, PersonName Name, Sex Sex, int CenterIndex, int SchoolId, int MunicipalityId, string Position, WorkerCategory Category,
    string? Subject, DateOnly BirthDate, DateOnly TeachingSince);

/// <summary>People with jobs and links to centers; their rows are let go chunk by chunk, so that half a million fits in memory.</summary>
internal sealed class SamplePeople(SampleLists lists, Random random, SamplePlaces places, SampleSize size)
{
    private readonly SampleNames _names = new(lists, random);

    public List<SamplePerson> All { get; } = [];

    public async Task AddAsync(WriteUnit unit, int count, CancellationToken cancellation)
    {
        var people = new List<(Person Person, Sex Sex)>(count);
        for (var i = 0; i < count; i++)
        {
            var (name, sex) = _names.Next();
            var key = new byte[16];
            random.NextBytes(key);
            var person = Person.Create(name, new Guid(key));
            person.Sex = sex;
            person.BirthDate = size.AsOf.AddDays(-random.Next(23 * 365, 64 * 365));
            person.Snils = SampleLists.Snils(All.Count + people.Count);
            person.Email = $"teacher{All.Count + people.Count + 1}@example.ru";
            person.Phone = $"+7 900 000-{random.Next(100):00}-{random.Next(100):00}";
            person.DiplomaIsHigher = random.Next(10) > 0;
            person.TeachingSince = TeachingSince(person.BirthDate.Value, random.Next(22 * 365, 25 * 365));
            people.Add((person, sex));
            unit.Db.Add(person);
        }
        await unit.FlushAsync(cancellation);
        foreach (var (person, sex) in people) AddJob(unit, person, sex);
        await unit.FlushAsync(cancellation);
        unit.Db.ChangeTracker.Clear();
    }

    private void AddJob(WriteUnit unit, Person person, Sex sex)
    {
        var school = places.Schools[random.Next(places.Schools.Count)];
        var (position, category, subject) = lists.Job(random, school.Level);
        unit.Db.Add(new Employment { PersonId = person.Id, SchoolId = school.Id, Position = position, Category = category, Subject = subject, From = person.TeachingSince });
        var center = random.Next(10) switch { < 5 => 0, < 8 => 1, _ => 2 };
        unit.Db.Add(new PersonLink { PersonId = person.Id, CenterId = places.Centers[center].Id });
        All.Add(new(person.Id, person.Name, sex, center, school.Id, school.MunicipalityId, position, category, subject, person.BirthDate!.Value, person.TeachingSince!.Value));
    }

    /// <summary>Most begin with the school year in which they leave the university; the youngest began just now.</summary>
    private DateOnly TeachingSince(DateOnly born, int daysOfAge)
    {
        var began = born.AddDays(daysOfAge);
        if (daysOfAge % 5 > 0) began = new DateOnly(began.Year, 9, 1);
        return began < size.AsOf ? began : size.AsOf.AddDays(-1 - (daysOfAge % 300));
    }
}
