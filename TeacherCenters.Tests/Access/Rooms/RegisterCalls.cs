using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Completion;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Settings;

namespace TeacherCenters.Tests.Access.Rooms;

/// <summary>The register and the closing of an event: one event that has ended, and one that was completed.</summary>
internal sealed class RegisterCalls : SampleCalls
{
    public RegisterCalls()
    {
        Verb<AttendanceCommands>("MarkAsync", (verbs, at, actor) => verbs.MarkAsync(actor, Ended(at), [new(at.Id<Session>("ended"), at.Id<Enrollment>("ended"), Mark.Late, Mark.Present)]));
        Verb<AttendanceCommands>("UndoAsync", (verbs, at, actor) => verbs.UndoAsync(actor, Ended(at), [new(at.Id<Session>("ended"), at.Id<Enrollment>("ended"), Mark.Present)]));
        Verb<CompletionCommands>("CompleteAsync", (verbs, at, actor) => verbs.CompleteAsync(actor, Ended(at), new()
        {
            Version = at.Version<TrainingEvent>("ended"), Rows = [new() { EnrollmentId = at.Id<Enrollment>("ended"), IsAdmitted = true, Result = FinalResult.Passed }],
            ProtocolNumber = "1", ProtocolDate = A.Today.AddDays(-5), OrderNumber = "1", OrderDate = A.Today.AddDays(-5),
        }));
        Verb<CompletionCommands>("ReopenAsync", (verbs, at, actor) => verbs.ReopenAsync(actor, at.Id<TrainingEvent>("completed"), at.Version<TrainingEvent>("completed")));
        Address("GET /events/{id:int}/attendance.xlsx", at => $"/events/{Ended(at)}/attendance.xlsx");
        Address("GET /events/{id:int}/sign-in-sheet.pdf", at => $"/events/{Ended(at)}/sign-in-sheet.pdf");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var center = at.The<Center>();
        var of = A.Event(center, starts: A.Today.AddDays(-5), days: 1, hours: 16);
        of.ChangeSeats(1);
        await at.PutAsync(of, "ended");
        var session = await at.PutAsync(A.Session(of, hours: 16, starts: 7), "ended");
        var learner = await at.PutAsync(A.Enrollment(of, await at.PersonAsync("learner")), "ended");
        await at.PutAsync(new AttendanceMark { SessionId = session.Id, EnrollmentId = learner.Id, Mark = Mark.Present, MarkedAt = at.Store.Clock.UtcNow });
        var done = A.Event(center, EventStatus.Closed, starts: A.Today.AddDays(-20));
        done.Complete("7", done.EndsOn, "12-к", done.EndsOn);
        await at.PutAsync(done, "completed");
    }

    private static int Ended(Place at) => at.Id<TrainingEvent>("ended");
}
