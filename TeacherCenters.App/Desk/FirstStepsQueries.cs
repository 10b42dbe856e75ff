using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Security;

namespace TeacherCenters.Desk;

/// <summary>What a new network needs before its first event, in this order.</summary>
public enum FirstStep
{
    Center,
    Room,
    Signatories,
    Course,
    Event,
    Participants,
}

/// <param name="EventId">The latest event; null while there is none.</param>
public sealed record FirstSteps(IReadOnlySet<FirstStep> Done, int? EventId);

public sealed class FirstStepsQueries(Store store)
{
    /// <summary>How far a new network has come, for whoever plans events in it; null for others, and once an event has been completed. One query.</summary>
    public async Task<FirstSteps?> ReadAsync(Actor actor, CancellationToken ct = default)
    {
        var centers = actor.CentersFor(Permission.EditEvents);
        if (centers is []) return null;
        await using var db = await store.ReadAsync(ct);
        var own = db.Set<Center>().Where(x => x.Kind == CenterKind.Training && !x.IsClosed && (centers == null || centers.Contains(x.Id)));
        var events = db.Set<TrainingEvent>().Where(x => own.Any(c => c.Id == x.CenterId));
        var signatories = db.Set<Signatory>().Where(x => own.Any(c => c.Id == x.CenterId));
        // The first row of each kind: the store looks no further.
        var found = (await own.OrderByDescending(x => x.Id).Select(x => new { What = What.Center, x.Id }).Take(1)
            .Concat(db.Set<Room>().Where(x => !x.IsClosed && own.Any(c => c.Id == x.CenterId)).OrderByDescending(x => x.Id).Select(x => new { What = What.Room, x.Id }).Take(1))
            .Concat(signatories.Where(x => x.Kind == SignatoryKind.Head).OrderByDescending(x => x.Id).Select(x => new { What = What.Head, x.Id }).Take(1))
            .Concat(signatories.Where(x => x.Kind == SignatoryKind.Secretary).OrderByDescending(x => x.Id).Select(x => new { What = What.Secretary, x.Id }).Take(1))
            .Concat(db.Set<Course>().OrderByDescending(x => x.Id).Select(x => new { What = What.Course, x.Id }).Take(1))
            .Concat(events.OrderByDescending(x => x.Id).Select(x => new { What = What.Event, x.Id }).Take(1))
            .Concat(db.Set<Enrollment>().Where(x => own.Any(c => c.Id == x.CenterId)).OrderByDescending(x => x.Id).Select(x => new { What = What.Participant, x.Id }).Take(1))
            .Concat(events.Where(x => x.Status == EventStatus.Completed).OrderByDescending(x => x.Id).Select(x => new { What = What.Completed, x.Id }).Take(1))
            .ToListAsync(ct)).ToDictionary(x => x.What, x => x.Id);
        if (found.ContainsKey(What.Completed)) return null;
        // A center that only assesses plans no events.
        if (!found.ContainsKey(What.Center) && !actor.Can(Permission.EditCenters, null)) return null;
        return new(
            Enum.GetValues<FirstStep>().Where(x => Needs(x).All(found.ContainsKey)).ToHashSet(),
            found.TryGetValue(What.Event, out var id) ? id : null);
    }

    private enum What
    {
        Center,
        Room,
        Head,
        Secretary,
        Course,
        Event,
        Participant,
        Completed,
    }

    private static What[] Needs(FirstStep step) => step switch
    {
        FirstStep.Center => [What.Center],
        FirstStep.Room => [What.Room],
        FirstStep.Signatories => [What.Head, What.Secretary],
        FirstStep.Course => [What.Course],
        FirstStep.Event => [What.Event],
        _ => [What.Participant],
    };
}
