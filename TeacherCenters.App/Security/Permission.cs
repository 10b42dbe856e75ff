namespace TeacherCenters.Security;

public enum Role
{
    Administrator,
    Coordinator,
    Clerk,
    Assessor,
    Viewer,
}

/// <summary>A right that a verb, a page or an endpoint demands. The same word is the name of the authorization policy.</summary>
public enum Permission
{
    ViewEvents,
    EditEvents,
    ViewPeople,
    EditPeople,
    RevealSnils,
    EditSchools,
    EditCourses,
    EditCenters,
    ManageEnrollments,
    KeepRegister,
    CompleteEvents,
    ViewCertificates,
    IssueCertificates,
    AnnulCertificates,
    ViewReports,
    ManageUsers,
    ViewAudit,
    EditSettings,
    ViewMentoring,
    ManageMentoring,
    ViewAssessments,
    ManageAssessments,
    ScoreAssessments,
    ViewAssessmentResults,
    ViewAttestation,
    ManageAttestation,
    EditTargets,
    EditPractices,
}

/// <summary>Which role may do what. A right counts in the center that the role was given for; an administrator's in all.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Reading = [Permission.ViewEvents, Permission.ViewPeople, Permission.ViewCertificates, Permission.ViewReports, Permission.ViewAssessments];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Administrator] = [.. Enum.GetValues<Permission>()],
        [Role.Coordinator] =
        [
            .. Reading, Permission.EditEvents, Permission.EditPeople, Permission.RevealSnils, Permission.EditSchools, Permission.EditCourses,
            Permission.ManageEnrollments, Permission.KeepRegister, Permission.CompleteEvents, Permission.IssueCertificates,
            Permission.ViewMentoring, Permission.ManageMentoring, Permission.ManageAssessments, Permission.ViewAttestation, Permission.ManageAttestation, Permission.EditPractices,
        ],
        [Role.Clerk] = [.. Reading, Permission.RevealSnils, Permission.IssueCertificates, Permission.AnnulCertificates, Permission.ViewAssessmentResults],
        [Role.Assessor] = [Permission.ScoreAssessments],
        [Role.Viewer] = [.. Reading, Permission.ViewMentoring, Permission.ViewAttestation],
    };

    public static bool Allows(Role role, Permission permission) => Table[role].Contains(permission);
}
