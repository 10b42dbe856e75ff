using TeacherCenters;
using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Demo;
using TeacherCenters.Desk;
using TeacherCenters.Documents;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Practices;
using TeacherCenters.Reports;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

if (ProgramCommands.Handles(args)) return await ProgramCommands.RunAsync(args, () => Build([]));
if (ProgramCommands.Misuse(args) is { } misuse)
{
    await Console.Error.WriteLineAsync(misuse);
    return 2;
}
try
{
    await using var app = Build(args);
    await app.PrepareStoreAsync();
    // The first workbook of a process is slow: let nobody wait for it.
    app.Lifetime.ApplicationStarted.Register(() => Task.Run(DocumentsWarmup.Run));
    await app.RunAsync();
    return 0;
}
catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{taken.Message} Choose another one with --urls.");
    return 10;
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
    builder.Services.AddSecurity().AddSignInLimit().AddProxies(builder.Configuration);
    builder.AddUi();
    builder.Services.AddCircuitLimits(builder.Configuration);
    builder.Services.AddCenters();
    builder.Services.AddPeople();
    builder.Services.AddCourses();
    builder.Services.AddEvents();
    builder.Services.AddEnrollments();
    builder.Services.AddAttendance();
    builder.Services.AddCompletion();
    builder.Services.AddMentoring();
    builder.Services.AddTutoring();
    builder.Services.AddInternships();
    builder.Services.AddAssessments();
    builder.Services.AddAttestation();
    builder.Services.AddCertificates();
    builder.Services.AddPractices();
    builder.Services.AddReports();
    builder.Services.AddDesk();
    builder.Services.AddDemo();

    var app = builder.Build();
    app.UseProxies();
    app.UseUi();
    app.UseFirstStart();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UsePasswordChange();
    app.UseAuthorization();
    app.UseCircuitLimits();
    app.UseMissingRights();
    app.UseAntiforgery();

    app.MapHealth();
    app.MapSecurity();
    app.MapSettings();
    app.MapPeople();
    app.MapCourses();
    app.MapEvents();
    app.MapEnrollments();
    app.MapAttendance();
    app.MapMentoring();
    app.MapTutoring();
    app.MapInternships();
    app.MapAssessments();
    app.MapAttestation();
    app.MapCertificates();
    app.MapPractices();
    app.MapReports();
    app.MapUi();
    return app;
}

public partial class Program;
