using TeacherCenters.Data;

namespace TeacherCenters.People;

/// <summary>
/// How another feature's copies of a workplace follow when an organisation that was only written turned out to be one of the list: a feature that
/// keeps the written name registers one, because people stand left of it.
/// </summary>
/// <param name="written">The name as it stood; copies of another spelling stay.</param>
public delegate Task WorkplaceTied(WriteUnit unit, IReadOnlyCollection<int> people, string written, int schoolId, CancellationToken ct);

/// <summary>Which organisation of the list a written name means.</summary>
public sealed class TieForm
{
    public string Written { get; set; } = "";

    public int? SchoolId { get; set; }

    /// <summary>Whose workplace it is; null for everybody who carries the spelling.</summary>
    public int? PersonId { get; set; }

    /// <summary>The other people of the spelling too, of the centers in which the actor may change people.</summary>
    public bool Others { get; set; }
}
