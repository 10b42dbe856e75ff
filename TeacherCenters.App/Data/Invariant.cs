using TeacherCenters.Kernel;

namespace TeacherCenters.Data;

/// <summary>
/// Something that must hold over the whole store. Each feature registers its own; the <c>check</c> command runs them all.
/// </summary>
/// <param name="Name">Stable, for instance <c>certificates.numbers</c>.</param>
/// <param name="Check">Answers a problem for each thing that is wrong; none when it holds.</param>
public sealed record Invariant(string Name, Func<AppDb, FileStore, CancellationToken, Task<IReadOnlyList<Problem>>> Check);
