using TeacherCenters.Enrollments;

namespace TeacherCenters.Completion;

/// <summary>One person's line on the completion screen.</summary>
public sealed class CompletionRow
{
    public required int EnrollmentId { get; init; }

    /// <summary>As the threshold says, or as somebody decided against it for a <see cref="Reason"/>.</summary>
    public bool IsAdmitted { get; set; }

    /// <summary>Why the decision differs from the threshold's; kept with the enrollment.</summary>
    public string? Reason { get; set; }

    public FinalResult? Result { get; set; }
}

/// <summary>What the completion screen sends: a decision for every participant, and the papers.</summary>
public sealed class CompletionForm
{
    public const int MaxNumberLength = 40;

    public const int MaxReasonLength = 400;

    /// <summary>Of the event, as the screen was opened on it.</summary>
    public required int Version { get; init; }

    public List<CompletionRow> Rows { get; init; } = [];

    public ResultScale Scale { get; set; } = ResultScale.PassFail;

    /// <summary>Protocol of the final assessment; not asked for where there is none.</summary>
    public string? ProtocolNumber { get; set; }

    public DateOnly? ProtocolDate { get; set; }

    public string? OrderNumber { get; set; }

    public DateOnly? OrderDate { get; set; }

    /// <summary>Set when the reader has seen that some cells of the register are empty and counts them as absence.</summary>
    public bool ConfirmUnmarked { get; set; }
}
