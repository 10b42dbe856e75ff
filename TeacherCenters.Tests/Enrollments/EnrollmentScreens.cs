using TeacherCenters.Enrollments;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;

namespace TeacherCenters.Tests.Enrollments;

/// <summary>Screens of participants and of their import.</summary>
internal sealed class EnrollmentScreens(TestStore store, Actor actor) : Screens(store, actor, rooms => rooms.AddEnrollments());
