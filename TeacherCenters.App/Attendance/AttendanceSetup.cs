namespace TeacherCenters.Attendance;

public static class AttendanceSetup
{
    public static IServiceCollection AddAttendance(this IServiceCollection services) =>
        services.AddSingleton<AttendanceQueries>().AddSingleton<AttendancePaperQueries>().AddSingleton<AttendanceCommands>();
}
