namespace TeacherCenters.Kernel;

/// <summary>The outcome of a verb without an answer: done, or the <see cref="Problem"/> that refused it.</summary>
public readonly record struct Result(Problem? Problem)
{
    public static Result Done => default;

    public bool Succeeded => Problem is null;

    public static implicit operator Result(Problem problem) => new(problem);
}

/// <summary>The outcome of a verb with an answer: the value, or the <see cref="Problem"/> that refused it.</summary>
public readonly record struct Result<T>(T? Value, Problem? Problem)
{
    public bool Succeeded => Problem is null;

    /// <summary>The value of a verb that is known to have succeeded.</summary>
    /// <exception cref="InvalidOperationException">The verb was refused; the message carries the problem.</exception>
    public T Require() => Problem is null ? Value! : throw new InvalidOperationException($"Refused: {Problem}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}
