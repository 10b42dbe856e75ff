using TeacherCenters.Kernel;

namespace TeacherCenters.Desk;

/// <summary>What may wait for somebody, in the order of the page.</summary>
public enum WaitKind
{
    Scoring,
    Unmarked,
    Applications,
    Opening,
    ToComplete,
    Documents,
    OtherDocuments,
    YoungTeachers,
    PairsWaiting,
    PairsOver,
    InternshipsOver,
    RoutesOverdue,
    AssessmentApplications,
    AssessmentsWithoutSlot,
    SessionsUnstaffed,
    SessionsOver,
    AssessmentsExpiring,
    HeadsLapsed,
    HeadsRunningOut,
    MeetingsOver,
    PracticesProposed,
}

/// <summary>One thing that waits, where it is mended, and how much of it there is.</summary>
public sealed record WaitingItem(string Title, string Href, int? Count = null, string? Note = null);

/// <summary>What waits of one kind.</summary>
/// <param name="Total">Rows of the list behind <paramref name="Href"/>, or of the lists side by side of which it opens the first that has any.</param>
/// <param name="Items">The first few of them.</param>
public sealed record Waiting(WaitKind Kind, int Total, string Href, IReadOnlyList<WaitingItem> Items);

/// <summary>A session of the week: a lesson, or an assessment.</summary>
/// <param name="Href">The register, or the page of the assessment session.</param>
public sealed record TodaySession(DateOnly Date, TimeOnly Starts, TimeOnly Ends, string Title, string? Place, string Center, string Href, bool IsAssessment);

public sealed record TodayFacts(DateOnly Today, IReadOnlyList<TodaySession> Sessions, IReadOnlyList<Waiting> Waiting);
