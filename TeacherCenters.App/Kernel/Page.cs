namespace TeacherCenters.Kernel;

/// <summary>One page of a list and the number of rows in the whole of it.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

/// <summary>Which page of a list to read and in which order. <see cref="Size"/> is capped, so that no address can ask for everything.</summary>
/// <param name="Index">Zero-based.</param>
/// <param name="Sort">Name of a column; null for the list's own order.</param>
public sealed record PageRequest(int Index = 0, int Size = 25, string? Sort = null, bool Descending = false)
{
    public const int MaxSize = 200;

    public int Skip => Math.Max(0, Index) * Take;

    public int Take => Math.Clamp(Size, 1, MaxSize);
}
