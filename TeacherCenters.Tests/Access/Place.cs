using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Access;

/// <summary>
/// One center with everything in it that sample calls act on. A row is put in under its kind and a name of its own, and a sample call asks
/// for its key. A place of which nothing is there answers keys that no row has.
/// </summary>
public sealed class Place
{
    private const int NoSuchKey = 900_000;

    private readonly TestStore? _store;
    private readonly Dictionary<(Type Kind, string Name), object> _rows = [];
    private readonly Dictionary<string, string> _texts = [];

    /// <param name="marker">Stands in every name of this place and nowhere else: who finds it in an answer sees something of this place.</param>
    public Place(TestStore store, string marker) => (_store, Marker) = (store, marker);

    private Place() => Marker = "нигде";

    /// <summary>Where nothing is.</summary>
    public static Place Missing { get; } = new();

    public string Marker { get; }

    public int Center => Id<Center>();

    /// <summary>For planting only: a sample call gets the verbs of a copy.</summary>
    public TestStore Store => _store ?? throw new InvalidOperationException("Nothing is planted in a place that is missing.");

    internal IEnumerable<Entity> Rows => _rows.Values.OfType<Entity>();

    /// <summary>Public keys of the people, and the tokens.</summary>
    internal IEnumerable<Guid> Keys => _rows.Values.OfType<Person>().Select(x => x.PublicKey).Concat(_texts.Values.Where(x => Guid.TryParse(x, out _)).Select(Guid.Parse));

    internal IEnumerable<string> Texts => _texts.Values;

    public int Id<T>(string name = "") => this == Missing ? NoSuchKey + name.Sum(x => x) : The<T>(name) switch { Account account => account.Id, Entity row => row.Id, _ => throw new NotSupportedException() };

    public int Version<T>(string name = "") where T : Entity => this == Missing ? 1 : The<T>(name).Version;

    /// <summary>The public key of a person.</summary>
    public Guid Key(string person) => this == Missing ? new Guid(NoSuchKey + person.Sum(x => x), 0, 0, new byte[8]) : The<Person>(person).PublicKey;

    /// <summary>A token or key that is no row's, kept by <see cref="Keep"/>.</summary>
    public string Text(string name) => this == Missing ? "00000000000000000000000000900000" : _texts[name];

    public void Keep(string name, string text) => _texts[name] = text;

    /// <summary>Stores a row and remembers it under its kind and name.</summary>
    public async Task<T> PutAsync<T>(T row, string name = "") where T : class
    {
        await Store.AddAsync(row);
        _rows[(typeof(T), name)] = row;
        return row;
    }

    /// <summary>Remembers a row that a verb has made.</summary>
    public async Task FoundAsync<T>(int id, string name = "") where T : Entity
    {
        await using var db = await Store.Store.ReadAsync();
        _rows[(typeof(T), name)] = (await db.FindAsync<T>(id))!;
    }

    /// <summary>Somebody of this place: linked to the center, and with a job at its school.</summary>
    public async Task<Person> PersonAsync(string name, bool works = true)
    {
        var person = A.Person(Marker + "ова");
        (person.Sex, person.BirthDate, person.TeachingSince) = (Sex.Female, new(1999, 5, 10), new(2025, 9, 1));
        await PutAsync(person, name);
        await Store.AddAsync(new PersonLink { PersonId = person.Id, CenterId = Center });
        if (works) await Store.AddAsync(new Employment { PersonId = person.Id, SchoolId = Id<School>(), Position = "учитель", Category = WorkerCategory.Teacher });
        return person;
    }

    /// <summary>A planted row itself, to plant more with it.</summary>
    public T The<T>(string name = "") => (T)(_rows.TryGetValue((typeof(T), name), out var row) ? row : throw new InvalidOperationException($"No {typeof(T).Name} «{name}» is planted: do it in PlantAsync of its room's sample calls."));
}
