using TeacherCenters.Kernel;

namespace TeacherCenters.Reports;

/// <summary>Whom a figure counts and what it is a share of. Teachers, heads and others are apart; the young ones are among the teachers.</summary>
public enum StaffGroup
{
    Teachers,
    Heads,

    /// <summary>Teachers under the age of the settings (35).</summary>
    Young,

    /// <summary>Young teachers in the first years of teaching (3).</summary>
    FirstYears,

    /// <summary>Specialists and people without a category: counted, but of no denominator.</summary>
    Others,
}

/// <summary>How many people of a group work in a municipality in a year. Entered or imported, never counted by us; not known by center.</summary>
public sealed class Denominator : Entity
{
    public required int Year { get; init; }

    public required int MunicipalityId { get; init; }

    public required StaffGroup Group { get; init; }

    public required int People { get; set; }
}
