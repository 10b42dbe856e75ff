using TeacherCenters.Enrollments;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Attendance;

/// <summary>How marks and states of a row are said in the reader's language.</summary>
public static class AttendanceTexts
{
    public static string Of(EnrollmentStatus status) => ProblemTexts.Find($"EnrollmentStatus_{status}") ?? status.ToString();
}
