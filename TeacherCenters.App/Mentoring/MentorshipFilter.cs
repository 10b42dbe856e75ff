using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring;

/// <summary>One record for the address of the list of pairs, its query and its export.</summary>
public sealed record MentorshipFilter
{
    /// <summary>Beginnings of words in the names of either, or a part of the mentee's school.</summary>
    public string? Text { get; init; }

    public MentorshipStatus? Status { get; init; }

    public int? Center { get; init; }

    /// <summary>Of the mentee's school on the day the pair was made.</summary>
    public int? Municipality { get; init; }

    /// <summary>A person.</summary>
    public int? Mentor { get; init; }

    /// <summary>Only pairs that are still active after their last day.</summary>
    public bool Over { get; init; }
}

public sealed record MentorshipRow(
    int Id, int CenterId, string Center, Guid MentorKey, PersonName Mentor, Guid MenteeKey, PersonName Mentee, string? School, string? Municipality, string? Position,
    MentoringDirection Direction, MentoringForm Form, DateOnly From, DateOnly To, MentorshipStatus Status, string? OrderNumber, DateOnly? OrderDate,
    DateOnly? MentorConsentOn, DateOnly? MenteeConsentOn, DateOnly? EndedOn, MentorshipEnd? EndReason, int Meetings, DateOnly? LastMeetingOn);

public sealed record MentorGoalRow(int Id, int Version, string Text, DateOnly? DueOn, DateOnly? DoneOn);

public sealed record MentorMeetingRow(int Id, int Version, DateOnly Date, string Topic, int Minutes, string? Note);

/// <summary>All that the page of a pair shows.</summary>
public sealed record MentorshipDetails(
    MentorshipRow Row, int Version, int MentorId, int MenteeId, WorkerCategory? Category, string? Subject, string? MentorSchool, string? MentorPosition, string? MentorSubject, string? FinalReport,
    IReadOnlyList<MentorGoalRow> Goals, IReadOnlyList<MentorMeetingRow> Meetings)
{
    public bool HoldsPlace => Row.Status is MentorshipStatus.Waiting or MentorshipStatus.Active;
}

/// <summary>A mentor in a filter or picker.</summary>
public sealed record MentorChoice(int PersonId, PersonName Name);

/// <summary>The board's address: whom it looks for, as of which day, and who is chosen.</summary>
public sealed record BoardFilter
{
    /// <summary>Beginnings of words in the names of the young teachers.</summary>
    public string? Text { get; init; }

    public int? Municipality { get; init; }

    /// <summary>The day as of which somebody is young; null is today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Beginnings of words in the names of the mentors.</summary>
    public string? Mentors { get; init; }

    public int? Center { get; init; }

    /// <summary>The young teacher for whom mentors are suggested.</summary>
    public int? For { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>A young teacher without a mentor.</summary>
public sealed record BoardMentee(int PersonId, Guid PublicKey, PersonName Name, int? Age, DateOnly? TeachingSince, PresentJob? Job)
{
    public MatchFacts Facts => new(PersonId, Job?.Subject, Job?.SchoolId, Job?.MunicipalityId);
}

/// <summary>A mentor with the number of pairs in all centers.</summary>
public sealed record BoardMentor(int MentorRowId, int CenterId, string Center, int PersonId, Guid PublicKey, PersonName Name, MentoringDirection Direction, int Pairs, PresentJob? Job)
{
    public MatchFacts Facts => new(PersonId, Job?.Subject, Job?.SchoolId, Job?.MunicipalityId);

    /// <summary>Why they fit the chosen young teacher; empty when nobody is chosen.</summary>
    public IReadOnlyList<SuggestionReason> Reasons { get; init; } = [];
}

/// <param name="Items">The first of them in their order.</param>
/// <param name="Limit">Pairs a mentor by the settings.</param>
public sealed record BoardMentors(IReadOnlyList<BoardMentor> Items, int Total, int Limit);

/// <summary>What assigning would do, before it is done.</summary>
/// <param name="Refusal">Why it will be refused, or null.</param>
/// <param name="Warnings">What the coordinator should know; none of it stops the verb.</param>
public sealed record AssignPreview(PersonName? Mentor, PersonName? Mentee, Problem? Refusal, IReadOnlyList<Problem> Warnings);
