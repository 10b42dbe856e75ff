using Microsoft.Playwright;

namespace TeacherCenters.Bench.Pictures;

/// <summary>A picture of a screen for the guides.</summary>
/// <param name="Name">Name of the file in <c>docs/pictures</c>, without its ending.</param>
/// <param name="Address">Where the screen is, or the document that is drawn.</param>
internal sealed record Picture(string Name, string Address)
{
    public const string Coordinator = "coordinator@example.ru", Clerk = "clerk@example.ru", Administrator = "admin@example.ru", AssessmentCoordinator = "assessment.coordinator@example.ru", Assessor = "assessor@example.ru";

    /// <summary>Who looks; null for nobody who is signed in.</summary>
    public string? As { get; init; } = Coordinator;

    public int Width { get; init; } = 1440;

    public int Height { get; init; } = 900;

    /// <summary>Only this part of the screen, by selector.</summary>
    public string? Part { get; init; }

    /// <summary>What is done on the screen before: a dialog is opened, a field is filled.</summary>
    public Func<IPage, Task>? Before { get; init; }
}
