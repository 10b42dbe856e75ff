using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>A present workplace, as lists show it; of an organisation that is not in the list the name as it was written, without a municipality.</summary>
public sealed record Workplace(string School, string? Municipality, string Position, WorkerCategory Category);

/// <summary>A hit of the search: what tells two people of one name apart.</summary>
/// <param name="IsForeign">The person is not linked to the actor's centers: only name and school are told.</param>
public sealed record PersonHit(int Id, Guid PublicKey, string FamilyName, string GivenName, string? Patronymic, DateOnly? BirthDate, Workplace? Work, bool IsForeign)
{
    public PersonName Name => new(FamilyName, GivenName, Patronymic);
}

public sealed record PersonRow(
    int Id, Guid PublicKey, string FamilyName, string GivenName, string? Patronymic, DateOnly? BirthDate, string? SnilsMasked, string? Phone, string? Email, Workplace? Work)
{
    public PersonName Name => new(FamilyName, GivenName, Patronymic);
}

/// <param name="SchoolId">Null for an organisation that is not in the list: <paramref name="School"/> is then as it was written.</param>
public sealed record EmploymentRow(int Id, int Version, int? SchoolId, string School, string? Municipality, string Position, WorkerCategory Category, string? Subject, bool IsMain, DateOnly? From, DateOnly? To)
{
    public bool IsListed => SchoolId is not null;
}

/// <summary>All that the card of a person shows, but for the insurance number, which is revealed by a verb.</summary>
public sealed record PersonCard(
    int Id, int Version, Guid PublicKey, PersonName Name, DateOnly? BirthDate, int? Age, string? SnilsMasked, Sex? Sex, string? Phone, string? Email,
    DateOnly? TeachingSince, IReadOnlyList<EmploymentRow> Employments, IReadOnlyList<string> Centers, bool CanEdit, bool CanRevealSnils);

/// <summary>An event that the person took part in.</summary>
public sealed record PersonEventRow(int EventId, string Title, DateOnly StartsOn, DateOnly EndsOn, int Hours, string Center, Enrollments.EnrollmentStatus Status);
