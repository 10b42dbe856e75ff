using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments;

/// <summary>What a candidate does to be assessed.</summary>
public enum AssessmentTool
{
    Test,
    Case,
    LessonVideo,
    Interview,
}

/// <summary>A procedure of independent assessment («процедура оценки»): tools and their criteria. A session copies them when it opens.</summary>
public sealed class AssessmentProcedure : Entity
{
    private string _title = "";

    public required int CenterId { get; init; }

    public required string Title
    {
        get => _title;
        set => (_title, SearchText) = (value, SearchName.Of(value));
    }

    public string? Summary { get; set; }

    /// <summary>No longer offered; what has run keeps it.</summary>
    public bool IsArchived { get; set; }

    public string SearchText { get; private set; } = "";

    public List<AssessmentCriterion> Criteria { get; } = [];
}

/// <summary>One line of the score sheet.</summary>
public sealed class AssessmentCriterion : Entity
{
    public int ProcedureId { get; init; }

    public required AssessmentTool Tool { get; set; }

    public required string Title { get; set; }

    public required int MaxPoints { get; set; }

    /// <summary>Place in the sheet, from 1.</summary>
    public required int Order { get; set; }
}
