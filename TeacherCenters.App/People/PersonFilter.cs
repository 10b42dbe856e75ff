namespace TeacherCenters.People;

/// <summary>One record for the address of the list of people, its query and its export.</summary>
/// <param name="Text">Words by whose beginning people are found.</param>
/// <param name="Center">Only people linked to this center.</param>
/// <param name="Position">Part of the position at the present workplace.</param>
public sealed record PersonFilter(
    string? Text = null, int? Center = null, int? Municipality = null, int? School = null, WorkerCategory? Category = null, string? Position = null)
{
    public bool AsksWorkplace => Municipality is not null || School is not null || Category is not null || !string.IsNullOrWhiteSpace(Position);
}
