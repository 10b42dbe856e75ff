using TeacherCenters.Courses;

namespace TeacherCenters.Certificates;

/// <summary>What the register of documents shows: shared by the page's address, the query and the export.</summary>
public sealed record CertificateFilter
{
    /// <summary>Part of a number, or of a name.</summary>
    public string? Text { get; init; }

    public int? Center { get; init; }

    public DocumentKind? Kind { get; init; }

    /// <summary>Year of issue.</summary>
    public int? Year { get; init; }

    public CertificateStatus? Status { get; init; }
}
