using TeacherCenters.Centers;
using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>
/// An educator; the same record serves as learner, trainer, mentor, tutor and assessor. People belong to the network;
/// which center sees them follows from <see cref="PersonLink"/>.
/// </summary>
public sealed class Person : Entity
{
    private readonly List<PersonWord> _words = [];

    private Person()
    {
    }

    /// <summary>Random key for addresses and QR codes: a guess reveals nothing.</summary>
    public Guid PublicKey { get; private init; }

    public string FamilyName { get; private set; } = "";

    public string GivenName { get; private set; } = "";

    public string? Patronymic { get; private set; }

    /// <summary>The whole name in the form that is searched and sorted.</summary>
    public string SearchText { get; private set; } = "";

    public DateOnly? BirthDate { get; set; }

    /// <summary>Eleven digits; unique when present.</summary>
    public string? Snils { get; set; }

    public Sex? Sex { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>OKSM code; 643 is Russia.</summary>
    public string Citizenship { get; set; } = "643";

    /// <summary>Day on which teaching began, for "the first three years".</summary>
    public DateOnly? TeachingSince { get; set; }

    /// <summary>Dative as it must be printed, where the rules get it wrong.</summary>
    public string? DativeOverride { get; set; }

    /// <summary>Genitive as it must be printed, where the rules get it wrong.</summary>
    public string? GenitiveOverride { get; set; }

    /// <summary>The diploma that the federal register asks for.</summary>
    public string? DiplomaFamilyName { get; set; }

    public string? DiplomaSeries { get; set; }

    public string? DiplomaNumber { get; set; }

    public DateOnly? DiplomaDate { get; set; }

    /// <summary>True for higher, false for secondary vocational education; null when not known.</summary>
    public bool? DiplomaIsHigher { get; set; }

    public IReadOnlyList<PersonWord> Words => _words;

    public PersonName Name => new(FamilyName, GivenName, Patronymic);

    public static Person Create(PersonName name)
    {
        var person = new Person { PublicKey = Guid.NewGuid() };
        person.Rename(name);
        return person;
    }

    /// <summary>As <see cref="Create"/>, with a given key: the sample network is the same for the same seed.</summary>
    public static Person Create(PersonName name, Guid publicKey)
    {
        var person = new Person { PublicKey = publicKey };
        person.Rename(name);
        return person;
    }

    /// <summary>Changes the name; the words of the former one stay, so that an old list still finds the person.</summary>
    public void Rename(PersonName name)
    {
        (FamilyName, GivenName, Patronymic) = (name.Family, name.Given, name.Patronymic);
        SearchText = SearchName.Of(FamilyName, GivenName, Patronymic);
        foreach (var word in SearchName.Words(FamilyName, GivenName, Patronymic))
        {
            if (_words.All(w => w.Word != word)) _words.Add(new PersonWord { Word = word });
        }
        // Former names and the parts of double ones are not in the name: they come after it, or a second typed word would not find them.
        var known = SearchText.Split(' ');
        var all = string.Join(' ', [SearchText, .. _words.Select(w => w.Word).Where(w => !known.Contains(w))]);
        foreach (var word in _words) word.SearchText = all;
    }
}

/// <summary>A word by whose beginning a person is found, with the sortable name and all other words beside it so that a look-up needs only the index.</summary>
public sealed class PersonWord
{
    public int Id { get; init; }

    public int PersonId { get; init; }

    public required string Word { get; init; }

    /// <summary>The sortable name, then the words that are not in it: former names, parts of double ones.</summary>
    public string SearchText { get; internal set; } = "";
}

/// <summary>A word of anybody's name, once: the store keeps it with <see cref="PersonWord"/>.</summary>
public sealed class NameWord
{
    public required string Word { get; init; }
}

/// <summary>Two words of one person, by which both are found at once: the store keeps it with <see cref="PersonWord"/>, nobody writes it.</summary>
public sealed class NamePair
{
    public required string First { get; init; }

    public required string Second { get; init; }

    /// <summary>As in <see cref="PersonWord"/>.</summary>
    public required string SearchText { get; init; }

    public required int PersonId { get; init; }
}

/// <summary>Makes a person visible to a center: written when the center creates, enrolls or is given the person.</summary>
public sealed class PersonLink : Entity
{
    public int PersonId { get; init; }

    public required int CenterId { get; init; }

    public Person? Person { get; init; }
}

public enum WorkerCategory
{
    Teacher,
    Head,
    DeputyHead,
    Specialist,
}

/// <summary>Where a person works or worked. What is counted later copies it on its day.</summary>
public sealed class Employment : Entity
{
    public int PersonId { get; init; }

    public Person? Person { get; init; }

    /// <summary>An organisation of the list; null while only the name is known by which somebody wrote it down.</summary>
    public required int? SchoolId { get; set; }

    /// <summary>The organisation as it was written, when it is not in the list; exactly one of the two is there.</summary>
    public string? SchoolWritten { get; set; }

    public required string Position { get; set; }

    public required WorkerCategory Category { get; set; }

    public string? Subject { get; set; }

    public bool IsMain { get; set; } = true;

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>The written name turned out to be this organisation of the list; position and days stay.</summary>
    public void Tie(int schoolId) => (SchoolId, SchoolWritten) = (schoolId, null);
}
