namespace TeacherCenters.Tests.Access;

/// <summary>The planted result of an assessment: figures and words that stand nowhere else in the world of the sample calls.</summary>
internal static class Secret
{
    /// <summary>Of 1000: 77.7 per cent, «Повышенный».</summary>
    public const int Points = 777;
}
