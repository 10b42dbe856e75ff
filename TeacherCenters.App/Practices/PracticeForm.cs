using System.ComponentModel.DataAnnotations;

namespace TeacherCenters.Practices;

/// <summary>What the dialog of a practice edits. <see cref="Id"/> is null for a new one; the center of a stored one stays.</summary>
public sealed class PracticeForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? CenterId { get; set; }

    public PracticeKind Kind { get; set; } = PracticeKind.Practice;

    [MaxLength(255)]
    public string Title { get; set; } = "";

    [MaxLength(100)]
    public string? Subject { get; set; }

    [MaxLength(PracticeRules.LongestSummary)]
    public string? Summary { get; set; }

    /// <summary>People in the order of the title page.</summary>
    public List<Guid> AuthorKeys { get; set; } = [];
}

/// <summary>An event where the practice was shown.</summary>
public sealed class PracticeShowingForm
{
    public int? EventId { get; set; }
}
