using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Courses;

public sealed class CourseCommands(Store store)
{
    /// <returns>The programme's id, or a problem of <see cref="CourseRules.Check"/>.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, CourseForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "courses.create" : "courses.change", async unit =>
    {
        actor.DemandSomewhere(Permission.EditCourses);
        var settings = await unit.Db.SettingsAsOfAsync(unit.Today, ct);
        if (CourseRules.Check(form.Kind, form.Hours ?? 0, form.Document, settings.DevelopmentMinHours, settings.RetrainingMinHours) is { } problem) return problem;
        Course? course;
        if (form.Id is { } id)
        {
            course = await unit.Db.Set<Course>().SingleOrDefaultAsync(x => x.Id == id, ct);
            if (course is null) return new Problem("NotFound");
            unit.Expect(course, form.Version);
            (course.Title, course.Kind, course.Hours, course.Form, course.Document) = (form.Title.Trim(), form.Kind, form.Hours!.Value, form.Form, form.Document);
        }
        else
        {
            course = new Course { Title = form.Title.Trim(), Kind = form.Kind, Hours = form.Hours!.Value, Form = form.Form, Document = form.Document };
            unit.Db.Add(course);
        }
        (course.Direction, course.Summary) = (Typed.OrNull(form.Direction), Typed.OrNull(form.Summary));
        await unit.FlushAsync(ct);
        return course.Id;
    }, ct);

    /// <summary>Takes a programme off the offer, or puts it back; what has run keeps it.</summary>
    public Task<Result> ArchiveAsync(Actor actor, int id, bool archived, CancellationToken ct = default) => store.WriteAsync(actor, archived ? "courses.archive" : "courses.restore", async unit =>
    {
        actor.DemandSomewhere(Permission.EditCourses);
        var course = await unit.Db.Set<Course>().SingleOrDefaultAsync(x => x.Id == id, ct);
        if (course is null) return new Problem("NotFound");
        course.IsArchived = archived;
        return Result.Done;
    }, ct);
}
