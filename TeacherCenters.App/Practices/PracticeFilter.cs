using TeacherCenters.Events;
using TeacherCenters.Kernel;

namespace TeacherCenters.Practices;

/// <summary>One record for the address of the list, its query and its export.</summary>
public sealed record PracticeFilter
{
    /// <summary>Words of the title, subject, summary, or of an author's name.</summary>
    public string? Text { get; init; }

    public string? Subject { get; init; }

    public PracticeKind? Kind { get; init; }

    public PracticeStatus? Status { get; init; }

    public int? Center { get; init; }
}

public sealed record PracticeRow(
    int Id, string Title, PracticeKind Kind, string? Subject, string Center, PracticeStatus Status, DateOnly ProposedOn, DateOnly? PublishedOn, IReadOnlyList<PersonName> Authors, int Files, int Showings);

/// <summary>What the filters of the list offer: subjects and centers of the practices that the actor may see.</summary>
public sealed record PracticeChoices(IReadOnlyList<string> Subjects, IReadOnlyList<PracticeCenter> Centers);

public sealed record PracticeCenter(int Id, string Name);

/// <param name="Work">Post and school of today, or null.</param>
/// <param name="IsVisible">The actor may open the person's card.</param>
public sealed record PracticeAuthorRow(Guid PublicKey, PersonName Name, string? Work, bool IsVisible);

/// <param name="Title">Null where the actor does not see the events of that center.</param>
public sealed record PracticeShowingRow(int Id, int EventId, string? Title, string Center, int CenterId, DateOnly StartsOn, DateOnly EndsOn);

/// <param name="Size">Bytes.</param>
/// <param name="AddedAt">Wall time of the network.</param>
public sealed record PracticeFileRow(int Id, string Name, long Size, DateTime AddedAt, string AddedBy);

/// <summary>A file as the endpoint serves it.</summary>
public sealed record PracticeFileContent(string Name, string Hash);

public sealed record PracticeDetails(
    int Id, int Version, int CenterId, string Center, string CenterFullName, PracticeKind Kind, string Title, string? Summary, string? Subject, PracticeStatus Status, string? Reason,
    DateOnly ProposedOn, string ProposedBy, DateOnly? PublishedOn)
{
    public IReadOnlyList<PracticeAuthorRow> Authors { get; init; } = [];

    public IReadOnlyList<PracticeShowingRow> Showings { get; init; } = [];

    public IReadOnlyList<PracticeFileRow> Files { get; init; } = [];
}

/// <summary>A practice as it stands on the card of a person or of an event.</summary>
public sealed record PracticeLink(int Id, string Title, PracticeKind Kind, string? Subject, string Center, PracticeStatus Status);
