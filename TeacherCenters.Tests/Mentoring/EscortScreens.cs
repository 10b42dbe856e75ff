using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Events;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;

namespace TeacherCenters.Tests.Mentoring;

/// <summary>Screens of routes and internships.</summary>
internal sealed class EscortScreens(TestStore store, Actor actor) : Screens(store, actor, rooms => rooms.AddTutoring().AddInternships().AddSingleton<EventQueries>());
