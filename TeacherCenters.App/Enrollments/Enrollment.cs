using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Enrollments;

public enum EnrollmentStatus
{
    Applied,
    Approved,
    WaitListed,
    Enrolled,
    Admitted,
    Completed,
    Expelled,
    Withdrawn,
    Declined,
}

/// <summary>Result of the final assessment.</summary>
public enum FinalResult
{
    Passed,
    Failed,
    Excellent,
    Good,
    Satisfactory,
    Unsatisfactory,
}

/// <summary>
/// A person's place in an event («заявка, зачисление»). The workplace is copied on the day: a report counts people where they worked then.
/// One row a person and event: an application after a withdrawal opens it again.
/// </summary>
public sealed class Enrollment : Entity
{
    public required int CenterId { get; init; }

    public int EventId { get; init; }

    public TrainingEvent? Event { get; init; }

    public int PersonId { get; init; }

    public Person? Person { get; init; }

    public EnrollmentStatus Status { get; private set; } = EnrollmentStatus.Applied;

    public required DateTime AppliedAt { get; set; }

    /// <summary>When the status last changed, UTC.</summary>
    public required DateTime StatusAt { get; set; }

    public int? SchoolId { get; set; }

    /// <summary>The organisation as it was written, when it was not in the list.</summary>
    public string? SchoolWritten { get; set; }

    public int? MunicipalityId { get; set; }

    public string? Position { get; set; }

    public WorkerCategory? Category { get; set; }

    public required FundingSource Funding { get; set; }

    public bool IsUniversityStudent { get; set; }

    /// <summary>Of enrolment.</summary>
    public string? OrderNumber { get; set; }

    public DateOnly? OrderDate { get; set; }

    /// <summary>The order that ended an expelled person's studies: one of its own, or that of the event's completion.</summary>
    public string? ExpulsionOrderNumber { get; set; }

    public DateOnly? ExpulsionOrderDate { get; set; }

    public FinalResult? Result { get; set; }

    /// <summary>Reason of expulsion, withdrawal or refusal, or of an admission against the threshold. Who was expelled without one did not fulfil the programme.</summary>
    public string? Reason { get; set; }

    /// <summary>Seats are held by enrolled, admitted and completed.</summary>
    public bool HoldsSeat => Status is EnrollmentStatus.Enrolled or EnrollmentStatus.Admitted or EnrollmentStatus.Completed;

    /// <summary>Moves along the chain.</summary>
    /// <returns><c>EnrollmentStatusChange</c> when the chain has no such step.</returns>
    public Result MoveTo(EnrollmentStatus next, DateTime now)
    {
        if (!EnrollmentRules.Allows(Status, next)) return new Problem("EnrollmentStatusChange", Status, next);
        (Status, StatusAt) = (next, now);
        return Kernel.Result.Done;
    }
}
