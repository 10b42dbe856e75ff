using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using TeacherCenters.Courses;
using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.People;

namespace TeacherCenters.Certificates;

/// <summary>All that a document says, frozen on the day of registration: what it prints for decades.</summary>
public sealed record CertificateSnapshot
{
    // Cyrillic as itself: the row is read by other tools too.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Raised when the layout changes what it reads from here.</summary>
    public int TemplateVersion { get; init; } = 1;

    public required DocumentKind Kind { get; init; }

    public required string Organisation { get; init; }

    public required string City { get; init; }

    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenName { get; init; }

    public string? Patronymic { get; init; }

    /// <summary>The name to whom: «Ивановой Марии Петровне».</summary>
    public string? DativeName { get; init; }

    /// <summary>True for feminine forms of the verb, false for masculine, null prints both.</summary>
    public bool? IsFemale { get; init; }

    public required string Title { get; init; }

    /// <summary>Academic hours; 0 where the document says nothing of them.</summary>
    public required int Hours { get; init; }

    /// <summary>Hours of them that a person has studied; null where the document is about all of them, and on statements from before it was told.</summary>
    public decimal? Credited { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required string HeadPost { get; init; }

    public required string HeadName { get; init; }

    public string? SecretaryPost { get; init; }

    public string? SecretaryName { get; init; }

    public string? ProtocolNumber { get; init; }

    public DateOnly? ProtocolDate { get; init; }

    public string? OrderNumber { get; init; }

    public DateOnly? OrderDate { get; init; }

    /// <summary>What is said of the final assessment.</summary>
    public string? ResultLine { get; init; }

    /// <summary>Host school of an internship.</summary>
    public string? Place { get; init; }

    /// <summary>The event that an internship belongs to; null for one on its own.</summary>
    public string? Programme { get; init; }

    /// <summary>Who led the internship, with their post.</summary>
    public string? Supervisor { get; init; }

    /// <summary>Whom the thanked mentor helped, in the genitive: «Петровой Анны Ивановны».</summary>
    public string? Mentee { get; init; }

    /// <summary>
    /// The level that an independent assessment gave: the teacher's own. It is printed, and shown to nobody without the right to results.
    /// </summary>
    public string? Level { get; init; }

    /// <summary>Last day on which the document counts; null for ever.</summary>
    public DateOnly? ValidTo { get; init; }

    public string? LegalBasis { get; init; }

    public string? VerifyAddress { get; init; }

    /// <summary>Number of the original that this is a duplicate of.</summary>
    public string? DuplicateOf { get; init; }

    [JsonIgnore]
    public PersonName Name => new(FamilyName, GivenName, Patronymic);

    [JsonIgnore]
    public Sex? Sex => IsFemale switch { true => Kernel.Sex.Female, false => Kernel.Sex.Male, null => null };

    /// <summary>The same document for the given person, as they are called now.</summary>
    public CertificateSnapshot For(Person person) => this with
    {
        FamilyName = person.FamilyName,
        GivenName = person.GivenName,
        Patronymic = person.Patronymic,
        DativeName = string.IsNullOrWhiteSpace(person.DativeOverride) ? NameCases.Dative(person.Name, person.Sex).Text : person.DativeOverride,
        IsFemale = person.Sex is { } sex ? sex == Kernel.Sex.Female : null,
    };

    /// <summary>What everybody may read who may read the register.</summary>
    public CertificateSnapshot WithoutResult() => this with { Level = null };

    /// <summary>The form in which the store keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is not a snapshot.</exception>
    public static CertificateSnapshot Parse(string json) =>
        JsonSerializer.Deserialize<CertificateSnapshot>(json, Json) ?? throw new JsonException("The snapshot is empty.");
}
