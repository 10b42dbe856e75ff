namespace TeacherCenters.People;

/// <summary>One record for the address of the list of people, its query and its export.</summary>
public sealed record PersonFilter
{
    /// <summary>Words by whose beginning people are found.</summary>
    public string? Text { get; init; }

    /// <summary>Only people linked to this center.</summary>
    public int? Center { get; init; }

    public int? Municipality { get; init; }

    public int? School { get; init; }

    public WorkerCategory? Category { get; init; }

    /// <summary>Part of the position at the present workplace.</summary>
    public string? Position { get; init; }

    public bool AsksWorkplace() => Municipality is not null || School is not null || Category is not null || !string.IsNullOrWhiteSpace(Position);
}
