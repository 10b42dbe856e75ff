namespace TeacherCenters.Kernel;

/// <summary>What a person typed into a field, as it is stored.</summary>
public static class Typed
{
    /// <summary>Without white space at the edges; nothing typed is null.</summary>
    public static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
