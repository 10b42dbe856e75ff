using TeacherCenters;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Enrollments;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

if (ProgramCommands.Handles(args)) return await ProgramCommands.RunAsync(args, () => Build([]));
try
{
    await using var app = Build(args);
    await app.PrepareStoreAsync();
    await app.RunAsync();
    return 0;
}
catch (StoreRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return refused.ExitCode;
}

static WebApplication Build(string[] args)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    // Package assets are found from an unpublished build in every environment.
    builder.WebHost.UseStaticWebAssets();
    builder.Services.AddSettings(builder.Configuration);
    builder.Services.AddData().AddHealth();
    builder.Services.AddSecurity().AddSignInLimit();
    builder.Services.AddCenters();
    builder.Services.AddPeople();
    builder.Services.AddCourses();
    builder.AddUi();
    builder.Services.AddCenters();
    builder.Services.AddCourses();
    builder.Services.AddEnrollments();
    builder.Services.AddAttendance();
    builder.Services.AddCompletion();
    builder.Services.AddDemo();

    var app = builder.Build();
    app.UseUi();
    app.UseFirstStart();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();

    app.MapHealth();
    app.MapSecurity();
    app.MapUi();
    return app;
}

public partial class Program;
