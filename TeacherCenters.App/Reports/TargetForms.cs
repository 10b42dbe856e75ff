using System.ComponentModel.DataAnnotations;

namespace TeacherCenters.Reports;

/// <summary>A plan of a figure for a year. <see cref="Id"/> is null for a new one, whose figure and year are chosen once.</summary>
public sealed class TargetForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public TargetFigure Figure { get; set; }

    public int? Year { get; set; }

    [MaxLength(200)]
    public string? Name { get; set; }

    public TargetUnit Unit { get; set; }

    public decimal? Value { get; set; }

    public int? CountedFrom { get; set; }
}

/// <summary>How many work in a municipality in a year; null is not known.</summary>
public readonly record struct Headcount(int? Teachers, int? Heads, int? Young, int? FirstYears)
{
    public int? this[StaffGroup group] => group switch
    {
        StaffGroup.Teachers => Teachers,
        StaffGroup.Heads => Heads,
        StaffGroup.Young => Young,
        StaffGroup.FirstYears => FirstYears,
        _ => null,
    };

    /// <summary>These numbers, and the other's where there are none.</summary>
    public Headcount Over(Headcount other) => new(Teachers ?? other.Teachers, Heads ?? other.Heads, Young ?? other.Young, FirstYears ?? other.FirstYears);

    public static Headcount Of(IEnumerable<KeyValuePair<StaffGroup, int>> known)
    {
        var found = known.ToDictionary(x => x.Key, x => (int?)x.Value);
        return new(found.GetValueOrDefault(StaffGroup.Teachers), found.GetValueOrDefault(StaffGroup.Heads), found.GetValueOrDefault(StaffGroup.Young), found.GetValueOrDefault(StaffGroup.FirstYears));
    }
}

/// <summary>The headcount of one municipality in one year; an emptied field is no longer known.</summary>
public sealed class HeadcountForm
{
    public required int Year { get; init; }

    public required int MunicipalityId { get; init; }

    public int? Teachers { get; set; }

    public int? Heads { get; set; }

    public int? Young { get; set; }

    public int? FirstYears { get; set; }

    /// <summary>The versions of the rows that the form was opened on.</summary>
    public Dictionary<StaffGroup, int> Versions { get; init; } = [];

    public Headcount Numbers => new(Teachers, Heads, Young, FirstYears);
}

/// <summary>Rows of a spreadsheet with the headcount of a year.</summary>
public sealed class HeadcountPasteForm
{
    public required int Year { get; init; }

    public string Text { get; set; } = "";
}
