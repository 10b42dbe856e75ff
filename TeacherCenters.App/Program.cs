using TeacherCenters.Attendance;
using TeacherCenters.Completion;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Settings;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.Services.AddSettings(builder.Configuration).AddData().AddSecurity();
builder.Services.AddAttendance().AddCompletion();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
await app.Services.GetRequiredService<StoreSetup>().PrepareAsync();
await app.RunAsync();

public partial class Program;
