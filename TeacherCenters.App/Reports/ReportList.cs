using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Certificates;
using TeacherCenters.Courses;
using TeacherCenters.Events;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Practices;
using TeacherCenters.Security;

namespace TeacherCenters.Reports;

/// <summary>A workbook that the program gives.</summary>
/// <param name="Page">Where its rows are chosen.</param>
/// <param name="File">Its address without a filter.</param>
/// <param name="ByCenter">Whether the filter knows centers.</param>
public sealed record ReportEntry(string Page, string File, Permission Needs, bool ByCenter, Func<string> Title, Func<string> Text)
{
    /// <summary>The address with the chosen center.</summary>
    public string FileOf(int? center) => ByCenter && center is { } id ? $"{File}{(File.Contains('?', StringComparison.Ordinal) ? '&' : '?')}center={id}" : File;
}

/// <summary>Every workbook of the program, each once; a test finds any that is missing here.</summary>
public static class ReportList
{
    /// <summary>What goes to the department.</summary>
    public static IReadOnlyList<ReportEntry> Upward { get; } =
    [
        new("/reports/targets", "/reports/targets.xlsx", Permission.ViewReports, true, () => ReportsText.Report_Targets, () => ReportsText.Report_TargetsText),
        new("/reports/targets/people", "/reports/targets/people.xlsx", Permission.ViewReports, true, () => ReportsText.Report_TargetPeople, () => ReportsText.Report_TargetPeopleText),
        new("/attestation", "/attestation.xlsx", Permission.ViewAttestation, true, () => AttestationText.Title, () => ReportsText.Report_AttestationText),
        new("/certificates", "/certificates.xlsx", Permission.ViewCertificates, true, () => CertificatesText.Title, () => ReportsText.Report_CertificatesText),
    ];

    public static IReadOnlyList<ReportEntry> Lists { get; } =
    [
        new("/events", "/events.xlsx", Permission.ViewEvents, true, () => EventsText.Title, () => ReportsText.Report_EventsText),
        new("/courses", "/courses.xlsx", Permission.ViewEvents, false, () => CoursesText.Title, () => ReportsText.Report_CoursesText),
        new("/people", "/people.xlsx", Permission.ViewPeople, true, () => PeopleText.Title, () => ReportsText.Report_PeopleText),
        new("/schools", "/schools.xlsx", Permission.ViewPeople, false, () => PeopleText.Schools_Title, () => ReportsText.Report_SchoolsText),
        new("/mentoring", "/mentoring.xlsx", Permission.ViewMentoring, true, () => MentoringText.Title, () => ReportsText.Report_MentoringText),
        new("/tutoring", "/tutoring.xlsx", Permission.ViewMentoring, true, () => TutoringText.Title, () => ReportsText.Report_RoutesText),
        new("/tutoring?view=Tutors", "/tutoring/tutors.xlsx", Permission.ViewMentoring, true, () => TutoringText.Export_TutorsFile, () => ReportsText.Report_TutorsText),
        new("/internships", "/internships.xlsx", Permission.ViewMentoring, true, () => InternshipsText.Title, () => ReportsText.Report_InternshipsText),
        new("/assessments", "/assessments.xlsx", Permission.ViewAssessments, true, () => AssessmentsText.Title, () => ReportsText.Report_AssessmentsText),
        new("/assessments/sessions", "/assessments/sessions.xlsx", Permission.ViewAssessments, true, () => AssessmentsText.Sessions_Title, () => ReportsText.Report_SessionsText),
        new("/assessments/procedures", "/assessments/procedures.xlsx", Permission.ViewAssessments, true, () => AssessmentsText.Procedures_Title, () => ReportsText.Report_ProceduresText),
        new("/attestation/meetings", "/attestation/meetings.xlsx", Permission.ViewAttestation, true, () => AttestationText.Meetings_Title, () => ReportsText.Report_MeetingsText),
        new("/practices", "/practices.xlsx", Permission.ViewEvents, true, () => PracticesText.Title, () => ReportsText.Report_PracticesText),
        new("/admin/audit", "/admin/audit.xlsx", Permission.ViewAudit, false, () => SecurityText.Audit_Title, () => ReportsText.Report_AuditText),
    ];

    /// <summary>Of one event: <c>{0}</c> stands for its number.</summary>
    public static IReadOnlyList<ReportEntry> OfEvent { get; } =
    [
        new("/events/{0}?tab=register", "/events/{0}/attendance.xlsx", Permission.ViewEvents, false, () => ReportsText.Report_Attendance, () => ReportsText.Report_AttendanceText),
        new("/events/{0}?tab=participants", "/events/{0}/participants.xlsx", Permission.ViewEvents, false, () => ReportsText.Report_Participants, () => ReportsText.Report_ParticipantsText),
    ];
}
