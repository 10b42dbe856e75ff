namespace TeacherCenters.Certificates;

/// <summary>The lists of those who wait for a document, as the address names them.</summary>
public enum ToIssueSubject
{
    Internships,
    Assessments,
    Mentorships,
}

public enum ToIssueState
{
    /// <summary>Earned a document, and none holds.</summary>
    Ready,

    /// <summary>Came to its end, or should have, and earned none.</summary>
    NotDue,

    Issued,
}

/// <summary>What the page of documents to be issued shows.</summary>
public sealed record ToIssueFilter
{
    /// <summary>Null opens the first that has something to issue.</summary>
    public ToIssueSubject? Subject { get; init; }

    /// <summary>Documents are numbered and signed by one center; null takes the switcher's, or the first that has something to issue.</summary>
    public int? Center { get; init; }

    public ToIssueState State { get; init; }

    /// <summary>Beginnings of words in the name of who gets the document.</summary>
    public string? Text { get; init; }

    /// <summary>The one internship, assessment or mentorship that a link names: it stands first and is chosen.</summary>
    public int? Of { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}
