namespace TeacherCenters.Kernel;

/// <summary>Days from <see cref="From"/> to <see cref="To"/>, both included; an open end is null.</summary>
public readonly record struct DateRange(DateOnly? From, DateOnly? To)
{
    public bool Contains(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    public bool Overlaps(DateRange other) =>
        (From is null || other.To is null || From <= other.To) && (other.From is null || To is null || other.From <= To);
}
