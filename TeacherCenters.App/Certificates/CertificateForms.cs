namespace TeacherCenters.Certificates;

/// <summary>One click on «Выдать»: the people in the order in which they are numbered.</summary>
public sealed class IssueForm
{
    /// <summary>Keys of the participations, internships, assessments or mentorships.</summary>
    public IReadOnlyList<int> SubjectIds { get; set; } = [];

    public required DateOnly IssuedOn { get; set; }

    /// <summary>Made once a click: the same click twice gives the same documents.</summary>
    public Guid BatchKey { get; set; } = Guid.NewGuid();

    /// <summary>Null: the head whose post it is on the day of issue.</summary>
    public int? HeadSignatoryId { get; set; }

    /// <summary>Null: the secretary of that day, if there is one.</summary>
    public int? SecretarySignatoryId { get; set; }

    /// <summary>The number that the confirmation promised to the first in the list; null promises none.</summary>
    public string? FirstNumber { get; set; }
}

public sealed class HandOverForm
{
    public IReadOnlyList<int> Ids { get; set; } = [];

    public DateOnly? On { get; set; }

    public HandOverWay Way { get; set; } = HandOverWay.InPerson;

    /// <summary>Who took it by proxy, or the address it was posted to; needed for both.</summary>
    public string? To { get; set; }
}

public sealed class AnnulForm
{
    public required int Version { get; set; }

    public DateOnly? On { get; set; }

    public string Order { get; set; } = "";

    public string Reason { get; set; } = "";
}

public sealed class DuplicateForm
{
    public required int Version { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DuplicateGround Ground { get; set; } = DuplicateGround.Lost;

    /// <summary>What the duplicate rests on: the application, the act.</summary>
    public string Reason { get; set; } = "";

    public Guid BatchKey { get; set; } = Guid.NewGuid();

    public int? HeadSignatoryId { get; set; }

    public int? SecretarySignatoryId { get; set; }
}

/// <param name="FromEarlierClick">The batch was registered before; nothing was added now.</param>
public sealed record IssuedBatch(Guid BatchKey, IReadOnlyList<IssuedDocument> Documents, bool FromEarlierClick);

public sealed record IssuedDocument(int Id, int SubjectId, string Number, string Token);
