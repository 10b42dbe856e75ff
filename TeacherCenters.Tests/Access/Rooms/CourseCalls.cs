using TeacherCenters.Courses;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class CourseCalls : SampleCalls
{
    public CourseCalls()
    {
        Verb<CourseCommands>("SaveAsync", (verbs, at, actor) => verbs.SaveAsync(actor, new() { Title = "Функциональная грамотность" }));
        Verb<CourseCommands>("ArchiveAsync", (verbs, at, actor) => verbs.ArchiveAsync(actor, at.Id<Course>(), archived: true));
    }

    public override Task PlantAsync(Place at, AccessWorld world) => at.PutAsync(A.Course(at.Marker + "овая программа"));
}
