using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Practices;

public enum PracticeKind
{
    Practice,
    Research,
}

/// <summary>Proposed → in trial → approved → published; a step back and a refusal carry their reason.</summary>
public enum PracticeStatus
{
    Proposed,
    InTrial,
    Approved,
    Published,
    Declined,
}

/// <summary>A practice worth passing on, or a research project, with the center that looks after it.</summary>
public sealed class Practice : Entity
{
    public required int CenterId { get; init; }

    public required PracticeKind Kind { get; set; }

    public string Title { get; private set; } = "";

    public string? Summary { get; private set; }

    public string? Subject { get; private set; }

    public PracticeStatus Status { get; private set; } = PracticeStatus.Proposed;

    /// <summary>Why it went back or was declined; null after a step forward.</summary>
    public string? Reason { get; private set; }

    /// <summary>Day of the network on which it was proposed.</summary>
    public required DateOnly ProposedOn { get; init; }

    /// <summary>Name of the account that entered it.</summary>
    public required string ProposedBy { get; init; }

    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Title, subject and summary in the form that is searched.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The title in the form that is sorted.</summary>
    public string SortText { get; private set; } = "";

    public List<PracticeAuthor> Authors { get; } = [];

    public List<PracticeShowing> Showings { get; } = [];

    public void Describe(string title, string? subject, string? summary)
    {
        (Title, Subject, Summary) = (title, subject, summary);
        (SearchText, SortText) = (SearchName.Of(title, subject, summary), SearchName.Of(title));
    }

    /// <summary>Moves along the chain.</summary>
    /// <returns><c>PracticeStatusChange</c> when the chain has no such step.</returns>
    public Result MoveTo(PracticeStatus next, string? reason, DateOnly today)
    {
        if (!PracticeRules.Allows(Status, next)) return new Problem("PracticeStatusChange", Status, next);
        (Status, Reason, PublishedOn) = (next, reason, next == PracticeStatus.Published ? today : null);
        return Result.Done;
    }
}

/// <summary>An author in their place on the title page.</summary>
public sealed class PracticeAuthor : Entity
{
    public int PracticeId { get; init; }

    public required int PersonId { get; init; }

    public Person? Person { get; init; }

    /// <summary>From 1.</summary>
    public required int Order { get; set; }
}

/// <summary>An event of ours where the practice was shown.</summary>
public sealed class PracticeShowing : Entity
{
    public int PracticeId { get; init; }

    public required int EventId { get; init; }

    public TrainingEvent? Event { get; init; }
}
