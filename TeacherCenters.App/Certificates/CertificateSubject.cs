namespace TeacherCenters.Certificates;

/// <summary>What a document is about. A closed learning route earns none: the table of documents names none for it.</summary>
public enum CertificateSubject
{
    Enrollment,
    Internship,
    Assessment,
    Mentorship,
}

/// <summary>One participation, internship, assessment or mentorship.</summary>
public readonly record struct SubjectKey(CertificateSubject Kind, int Id)
{
    /// <summary>The key if it is of that kind: each kind has a column of its own.</summary>
    public int? As(CertificateSubject kind) => Kind == kind ? Id : null;
}

/// <summary>Where a batch takes its people from: one event, or what a center has brought to an end of another kind.</summary>
/// <param name="Id">Key of the event, or of the center.</param>
public sealed record IssueFrom(CertificateSubject Subject, int Id)
{
    public static IssueFrom Event(int eventId) => new(CertificateSubject.Enrollment, eventId);

    /// <exception cref="ArgumentOutOfRangeException">Participations are issued event by event.</exception>
    public static IssueFrom Center(CertificateSubject subject, int centerId) =>
        subject == CertificateSubject.Enrollment ? throw new ArgumentOutOfRangeException(nameof(subject)) : new(subject, centerId);
}
