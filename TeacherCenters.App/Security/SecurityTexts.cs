namespace TeacherCenters.Security;

public static class SecurityTexts
{
    public static string Of(Role role) => role switch
    {
        Role.Administrator => SecurityText.Role_Administrator,
        Role.Coordinator => SecurityText.Role_Coordinator,
        Role.Clerk => SecurityText.Role_Clerk,
        Role.Assessor => SecurityText.Role_Assessor,
        _ => SecurityText.Role_Viewer,
    };
}
