namespace TeacherCenters.Enrollments;

/// <summary>Decisions about enrollments: pure functions over loaded facts.</summary>
public static class EnrollmentRules
{
    /// <summary>The status chain; the last three are ends from which only a new application leads back.</summary>
    public static bool Allows(EnrollmentStatus from, EnrollmentStatus to) => (from, to) switch
    {
        (EnrollmentStatus.Applied, EnrollmentStatus.Approved or EnrollmentStatus.WaitListed or EnrollmentStatus.Enrolled or EnrollmentStatus.Declined or EnrollmentStatus.Withdrawn) => true,
        (EnrollmentStatus.Approved, EnrollmentStatus.WaitListed or EnrollmentStatus.Enrolled or EnrollmentStatus.Declined or EnrollmentStatus.Withdrawn) => true,
        (EnrollmentStatus.WaitListed, EnrollmentStatus.Enrolled or EnrollmentStatus.Declined or EnrollmentStatus.Withdrawn) => true,
        (EnrollmentStatus.Enrolled, EnrollmentStatus.Admitted or EnrollmentStatus.Expelled or EnrollmentStatus.Withdrawn or EnrollmentStatus.Applied) => true,
        (EnrollmentStatus.Admitted, EnrollmentStatus.Completed or EnrollmentStatus.Expelled or EnrollmentStatus.Enrolled) => true,
        (EnrollmentStatus.Completed, EnrollmentStatus.Admitted) => true,
        (EnrollmentStatus.Expelled, EnrollmentStatus.Enrolled) => true,
        (EnrollmentStatus.Withdrawn or EnrollmentStatus.Declined, EnrollmentStatus.Applied) => true,
        _ => false,
    };
}
