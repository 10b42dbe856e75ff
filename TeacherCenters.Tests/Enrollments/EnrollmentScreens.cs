using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeacherCenters.Enrollments;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;

namespace TeacherCenters.Tests.Enrollments;

/// <summary>Screens of participants and of their import.</summary>
internal sealed class EnrollmentScreens(TestStore store, Actor actor, ILoggerProvider? log = null) : Screens(store, actor, rooms =>
{
    rooms.AddEnrollments();
    if (log is not null) rooms.AddLogging(x => x.AddProvider(log));
});
