namespace TeacherCenters.Data;

/// <summary>What went wrong in a night.</summary>
public enum NightFault
{
    /// <summary>The check found damage or references into nothing. Older copies are kept, all of them.</summary>
    StoreDamaged,

    /// <summary>No copy was written.</summary>
    CopyFailed,

    /// <summary>The copy is there; what follows it was not finished.</summary>
    Unfinished,
}

/// <param name="At">Wall time of the network.</param>
/// <param name="Fault">Null when all went well.</param>
public sealed record Night(DateTime At, NightFault? Fault);

/// <summary>When the nightly work is done, and how the last one since the program started went: for those who look.</summary>
public sealed class Nights(TimeOnly? hour)
{
    /// <summary>Raised on another thread.</summary>
    public event Action? Changed;

    /// <summary>Time of day in the network's zone; null when the work is switched off.</summary>
    public TimeOnly? Hour { get; } = hour;

    public Night? Last { get; private set; }

    public void Tell(Night night)
    {
        Last = night;
        Changed?.Invoke();
    }
}
