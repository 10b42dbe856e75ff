using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Enrollments.Import;

/// <summary>What the import will do with a row.</summary>
public enum ImportAction
{
    /// <summary>The row can't be read, or contradicts the store: it does not go in.</summary>
    Fault,

    /// <summary>Somebody of this name is known and nothing tells whether it is the same person: the coordinator says, else it does not go in.</summary>
    Undecided,

    /// <summary>The same person stands further up in the list: it does not go in.</summary>
    Duplicate,

    /// <summary>Added to the network and to the event.</summary>
    NewPerson,

    /// <summary>Known to the network, added to the event.</summary>
    KnownPerson,

    /// <summary>In the event already: at most empty fields are filled.</summary>
    AlreadyIn,

    /// <summary>The coordinator leaves the row out.</summary>
    LeftOut,
}

/// <summary>The coordinator's answer to an undecided row.</summary>
public enum ImportAnswer
{
    SamePerson,
    AnotherPerson,
    LeaveOut,
}

/// <param name="PersonId">Whom a <see cref="ImportAnswer.SamePerson"/> means.</param>
public sealed record ImportDecision(ImportAnswer Answer, int? PersonId = null);

/// <summary>What the coordinator chose for a list as a whole.</summary>
public sealed record ImportChoices
{
    /// <summary>Give seats (and the wait list beyond them); else only applications are made.</summary>
    public bool Enroll { get; init; } = true;

    public string? OrderNumber { get; init; }

    public DateOnly? OrderDate { get; init; }

    /// <summary>Answers by the row's index.</summary>
    public IReadOnlyDictionary<int, ImportDecision> Decisions { get; init; } = new Dictionary<int, ImportDecision>();

    /// <summary>Schools by <see cref="ImportRow.SchoolKey"/> where the program did not find one; null leaves it as it is written.</summary>
    public IReadOnlyDictionary<string, int?> Schools { get; init; } = new Dictionary<string, int?>();

    /// <summary>Schools that the network does not have and that are to be added, by <see cref="ImportRow.SchoolKey"/>: in which municipality.</summary>
    public IReadOnlyDictionary<string, int> NewSchools { get; init; } = new Dictionary<string, int>();

    /// <summary>Other spellings of a school that is to be added, by <see cref="ImportRow.SchoolKey"/>: the key under which it is added.</summary>
    public IReadOnlyDictionary<string, string> SameSchools { get; init; } = new Dictionary<string, string>();
}

/// <summary>A person of the network whom a row may mean.</summary>
/// <param name="Foreign">Not linked to the event's center: only name and school are shown.</param>
/// <param name="Schools">Where the person works today.</param>
/// <param name="InEvent">Status in this event; null when not in it.</param>
/// <param name="Blanks">Which fields are empty in the store.</param>
public sealed record KnownPerson(int Id, PersonName Name, DateOnly? BirthDate, string? Snils, bool Foreign, IReadOnlyList<int> Schools, string? SchoolName, EnrollmentStatus? InEvent, PersonBlanks Blanks)
{
    /// <summary>The present organisation as it was written, when it is not in the list.</summary>
    public string? Unlisted { get; init; }
}

public sealed record PersonBlanks(bool BirthDate, bool Snils, bool Phone, bool Email, bool Workplace)
{
    public static PersonBlanks None => new(false, false, false, false, false);
}

/// <summary>A school name of the list and what is known about it.</summary>
/// <param name="SchoolId">Found without doubt, or chosen; null keeps the name as it is written.</param>
/// <param name="NewIn">The municipality in which it is to be added to the network; null when it is not.</param>
/// <param name="SameAs">The key of the school of this list that is to be added and that this spelling means; null when it means none.</param>
/// <param name="Like">The key of a school to be added that may be the same one: that is asked.</param>
public sealed record ImportSchool(string Key, string Written, string? Municipality, int Rows, int? SchoolId, string? SchoolName, bool IsCertain, IReadOnlyList<SchoolChoice> Suggestions, int? NewIn = null, string? SameAs = null, string? Like = null)
{
    /// <summary>Itself to be added, not another spelling.</summary>
    public bool IsAdded => NewIn is not null && SameAs is null;

    public bool IsSettled => SchoolId is not null || NewIn is not null;

    /// <summary>The municipality of the school that was found, or in which it is added.</summary>
    public string? Place { get; init; }

    /// <summary>The workplace of those whose school is not settled.</summary>
    public string WrittenAs => SchoolNames.Written(Written, Municipality)!;
}

/// <summary>A row and what will happen to it.</summary>
public sealed record PlannedRow(ImportRow Row, ImportAction Action)
{
    /// <summary>Who it is, when known.</summary>
    public KnownPerson? Person { get; init; }

    /// <summary>Whom it may mean, for <see cref="ImportAction.Undecided"/> and for an answer that can be taken back.</summary>
    public IReadOnlyList<KnownPerson> Similar { get; init; } = [];

    /// <summary>Where the person is put; null when nothing is put anywhere.</summary>
    public EnrollmentStatus? Place { get; init; }

    /// <summary>Fields of a known person that are empty and will be filled.</summary>
    public IReadOnlyList<string> Fills { get; init; } = [];

    public int? SchoolId { get; init; }

    /// <summary>The organisation as it is written, when it is not settled which one of the list it is.</summary>
    public string? SchoolWritten { get; init; }

    /// <summary>A workplace is stored for the person.</summary>
    public bool AddsWorkplace => (Action == ImportAction.NewPerson && Row.School is not null) || Fills.Contains(nameof(Employment));

    /// <summary>Why it does not go in.</summary>
    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    public bool GoesIn => Action is ImportAction.NewPerson or ImportAction.KnownPerson;

    public bool IsRefused => Action is ImportAction.Fault or ImportAction.Undecided or ImportAction.Duplicate;
}

/// <summary>The whole list as it would be stored now.</summary>
public sealed record ImportPlan(IReadOnlyList<PlannedRow> Rows, IReadOnlyList<ImportSchool> Schools, int FreeSeats)
{
    public int Count(ImportAction action) => Rows.Count(x => x.Action == action);

    public int Placed(EnrollmentStatus status) => Rows.Count(x => x.Place == status);

    public int GoingIn => Rows.Count(x => x.GoesIn);

    public int Filling => Rows.Count(x => x.Fills.Count > 0);

    /// <summary>Who comes in and gets no workplace, because no school is written.</summary>
    public IEnumerable<PlannedRow> WithoutWorkplace => Rows.Where(x => x.GoesIn && x.Person is not { Blanks.Workplace: false } && x.Row.School is null);

    /// <summary>Whose workplace is stored as it is written, because it is not in the list of organisations.</summary>
    public IEnumerable<PlannedRow> Unlisted => Rows.Where(x => x.SchoolWritten is not null && x.AddsWorkplace);

    public int Refused => Rows.Count(x => x.IsRefused);
}
