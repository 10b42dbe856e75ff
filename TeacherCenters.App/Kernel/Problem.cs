namespace TeacherCenters.Kernel;

/// <summary>
/// An expected refusal: a stable code and the facts it speaks of. Tests compare it, the screen translates it
/// (a text of the same key in <c>ProblemText</c>), endpoints make ProblemDetails of it.
/// </summary>
/// <param name="Key">Stable code, for instance <c>EventIsFull</c>.</param>
/// <param name="Args">Values for the placeholders of the text, in order.</param>
public sealed record Problem(string Key, params object?[] Args)
{
    /// <summary>The form's property that the refusal belongs to; null when it concerns the whole act.</summary>
    public string? Field { get; init; }

    /// <summary>The same refusal, to be shown beside the given field.</summary>
    public Problem At(string field) => this with { Field = field };

    public bool Equals(Problem? other) =>
        other is not null && Key == other.Key && Field == other.Field && Args.SequenceEqual(other.Args);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Args.Length == 0 ? Key : $"{Key}({string.Join("; ", Args)})";
}
