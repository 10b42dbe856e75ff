using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Enrollments;

/// <summary>
/// Verbs on the participants of an event. Every verb that gives a seat counts the seats inside its transaction, on the row of the event;
/// the store's check constraint stands behind. A verb on several people does all of them or none.
/// </summary>
public sealed class EnrollmentCommands(Store store)
{
    public const string EnrollVerb = "enrollments.enroll";
    public const string PromoteVerb = "enrollments.promote";
    public const string AddVerb = "enrollments.add";

    /// <summary>
    /// Puts a known or a new person into the event: with a seat while there is one, else on the wait list; or only as an application.
    /// A new person is added to the network in the same transaction and linked to the center.
    /// </summary>
    /// <returns>
    /// Where the person was put; or <c>NotFound</c>, <c>EventTakesNobody</c>, <c>AlreadyInEvent</c> (name, status), a problem of the name or
    /// the insurance number, <c>SnilsTaken</c> (name), <c>PersonLooksKnown</c> (name) unless the form says that it is another person.
    /// </returns>
    public Task<Result<Placed>> AddAsync(Actor actor, int eventId, ParticipantForm form, CancellationToken ct = default) =>
        store.WriteAsync<Placed>(actor, AddVerb, async unit =>
        {
            var loaded = await EnrollmentWrites.EventAsync(unit, eventId, ct);
            if (loaded.Problem is { } refused) return refused;
            var of = loaded.Require();

            var chosen = form.PersonKey is { } key ? await KnownAsync(unit, key, ct) : await NewParticipant.AddAsync(unit, of.CenterId, form, ct);
            if (chosen.Problem is { } problem) return problem;
            var person = chosen.Require();

            var applied = await ApplicationAsync(unit, of, person, form.Funding, ct);
            if (applied.Problem is { } already) return already;
            var row = applied.Require();
            row.Position ??= EnrollmentWrites.Blank(form.Position);
            await unit.FlushAsync(ct);
            var places = await EnrollmentWrites.WorkplacesAsync(unit, [person.Id], ct);
            var place = places.TryGetValue(person.Id, out var job) ? job : default;
            EnrollmentWrites.Workplace(row, place.Job, place.Municipality);
            await PeopleCommands.EnsureLinkAsync(unit, person.Id, of.CenterId, ct);

            if (form.Enroll)
            {
                var (free, _) = await EnrollmentWrites.FreeSeatsAsync(unit, of, ct);
                var moved = EnrollmentRules.Place(free) == EnrollmentStatus.Enrolled
                    ? EnrollmentWrites.Enroll(unit, of, row, place.Job, place.Municipality, form.Order)
                    : EnrollmentWrites.Move(unit, of, row, EnrollmentStatus.WaitListed);
                if (moved.Problem is { } step) return step;
            }
            return new Placed(row.Id, row.Status, person.Name.Short);
        }, ct);

    /// <summary>The sending school agrees. By the setting the approved hold a seat, then there must be one.</summary>
    /// <returns>How many; or <c>ParticipantStatusChange</c>, <c>EventIsFull</c>, <c>NotEnoughSeats</c>, <c>NotFound</c>, <c>EventTakesNobody</c>.</returns>
    public Task<Result<int>> ApproveAsync(Actor actor, int eventId, IReadOnlyCollection<int> ids, CancellationToken ct = default) =>
        EachAsync(actor, "enrollments.approve", eventId, ids, EnrollmentStatus.Approved, async (unit, of, rows) =>
        {
            var (free, holds) = await EnrollmentWrites.FreeSeatsAsync(unit, of, ct);
            return holds ? EnrollmentRules.Seats(rows.Count(x => !EnrollmentRules.TakesSeat(x.Status, holds)), free, of.Capacity) : Result.Done;
        }, null, ct);

    /// <summary>Gives seats to the chosen people, with the order if it is known already. Also takes back who was expelled.</summary>
    /// <returns>How many; or <c>ParticipantStatusChange</c>, <c>EventIsFull</c>, <c>NotEnoughSeats</c> (people, free), <c>NotFound</c>, <c>EventTakesNobody</c>.</returns>
    public Task<Result<int>> EnrollAsync(Actor actor, int eventId, IReadOnlyCollection<int> ids, OrderForm? order = null, CancellationToken ct = default) =>
        store.WriteAsync<int>(actor, EnrollVerb, async unit =>
        {
            var loaded = await EnrollmentWrites.EventAsync(unit, eventId, ct);
            if (loaded.Problem is { } refused) return refused;
            var rows = await EnrollmentWrites.ChosenAsync(unit, eventId, ids, ct);
            return rows.Problem is { } missing ? missing : await SeatAsync(unit, loaded.Require(), rows.Require(), order ?? new(), ct);
        }, ct);

    /// <summary>Gives the free seats to the wait list in the order of application.</summary>
    /// <param name="atMost">Null for as many as there are seats.</param>
    /// <returns>Who came up; or <c>EventIsFull</c>, <c>WaitListEmpty</c>, <c>NotFound</c>, <c>EventTakesNobody</c>.</returns>
    public Task<Result<IReadOnlyList<Placed>>> PromoteAsync(Actor actor, int eventId, int? atMost = null, OrderForm? order = null, CancellationToken ct = default) =>
        store.WriteAsync<IReadOnlyList<Placed>>(actor, PromoteVerb, async unit =>
        {
            var loaded = await EnrollmentWrites.EventAsync(unit, eventId, ct);
            if (loaded.Problem is { } refused) return refused;
            var of = loaded.Require();
            var (free, _) = await EnrollmentWrites.FreeSeatsAsync(unit, of, ct);
            if (free == 0) return new Problem("EventIsFull", of.Capacity);
            var next = await unit.Db.Set<Enrollment>().Include(x => x.Person)
                .Where(x => x.EventId == eventId && x.Status == EnrollmentStatus.WaitListed)
                .OrderBy(x => x.AppliedAt).ThenBy(x => x.Id)
                .Take(Math.Clamp(atMost ?? free, 1, free))
                .ToListAsync(ct);
            if (next.Count == 0) return new Problem("WaitListEmpty");
            var seated = await SeatAsync(unit, of, next, order ?? new(), ct);
            return seated.Problem is { } problem ? problem : (Result<IReadOnlyList<Placed>>)next.ConvertAll(x => new Placed(x.Id, x.Status, x.Person!.Name.Short));
        }, ct);

    /// <summary>Puts applications on the wait list.</summary>
    public Task<Result<int>> WaitListAsync(Actor actor, int eventId, IReadOnlyCollection<int> ids, CancellationToken ct = default) =>
        EachAsync(actor, "enrollments.waitlist", eventId, ids, EnrollmentStatus.WaitListed, null, null, ct);

    /// <summary>Expels enrolled people; the seat becomes free.</summary>
    /// <returns>How many; or <c>ReasonMissing</c>, <c>ParticipantStatusChange</c>, <c>PresentAfterExpulsion</c> (name, days), <c>NotFound</c>, <c>EventTakesNobody</c>.</returns>
    public Task<Result<int>> ExpelAsync(Actor actor, int eventId, IReadOnlyCollection<int> ids, string? reason, OrderForm? order = null, CancellationToken ct = default) =>
        EachAsync(actor, "enrollments.expel", eventId, ids, EnrollmentStatus.Expelled, (unit, of, rows) => EnrollmentWrites.ExpulsionAsync(unit, of, rows, order?.Date, ct), row => Ended(row, reason, order), ct, reason);

    /// <summary>The person does not come after all; a held seat becomes free.</summary>
    public Task<Result<int>> WithdrawAsync(Actor actor, int eventId, IReadOnlyCollection<int> ids, string? reason = null, CancellationToken ct = default) =>
        EachAsync(actor, "enrollments.withdraw", eventId, ids, EnrollmentStatus.Withdrawn, null, row => Ended(row, reason, null), ct, reason);

    /// <summary>The center refuses the application.</summary>
    /// <returns>How many; or <c>ReasonMissing</c>, <c>ParticipantStatusChange</c>, <c>NotFound</c>, <c>EventTakesNobody</c>.</returns>
    public Task<Result<int>> DeclineAsync(Actor actor, int eventId, IReadOnlyCollection<int> ids, string? reason, CancellationToken ct = default) =>
        EachAsync(actor, "enrollments.decline", eventId, ids, EnrollmentStatus.Declined, null, row => Ended(row, reason, null), ct, reason);

    /// <summary>Opens withdrawn or declined applications again, at the end of the queue.</summary>
    public Task<Result<int>> ReapplyAsync(Actor actor, int eventId, IReadOnlyCollection<int> ids, CancellationToken ct = default) =>
        store.WriteAsync<int>(actor, "enrollments.reapply", unit => ReapplyAsync(unit, eventId, ids, ct), ct);

    /// <summary>
    /// The inverse of enrolling, promoting and adding: everybody goes back to the status before, an expelled person with reason and order. Refused for somebody who was changed
    /// since or has marks in the register.
    /// </summary>
    /// <returns>How many; or <c>EnrollingNotLast</c> (name), <c>ParticipantHasMarks</c> (name), <c>NotFound</c>, <c>EventTakesNobody</c>.</returns>
    public Task<Result<int>> UndoEnrollAsync(Actor actor, int eventId, IReadOnlyCollection<int> ids, CancellationToken ct = default) =>
        store.WriteAsync<int>(actor, "enrollments.undo-enroll", async unit =>
        {
            var loaded = await EnrollmentWrites.EventAsync(unit, eventId, ct);
            if (loaded.Problem is { } refused) return refused;
            var chosen = await EnrollmentWrites.ChosenAsync(unit, eventId, ids, ct);
            if (chosen.Problem is { } missing) return missing;
            var rows = chosen.Require();
            var before = await EnrollmentWrites.BeforeEnrollingAsync(unit, rows, ct);
            var marked = await EnrollmentQueries.WithMarksAsync(unit.Db, ids, ct);
            foreach (var row in rows)
            {
                if (!before.TryGetValue(row.Id, out var earlier)) return new Problem("EnrollingNotLast", row.Person!.Name.Short);
                if (marked.Contains(row.Id)) return new Problem("ParticipantHasMarks", row.Person!.Name.Short);
                if (EnrollmentWrites.Move(unit, loaded.Require(), row, earlier.Status) is { Problem: { } problem }) return problem;
                (row.Reason, row.OrderNumber, row.OrderDate) = (earlier.Reason, earlier.OrderNumber, earlier.OrderDate);
                (row.ExpulsionOrderNumber, row.ExpulsionOrderDate) = (earlier.ExpulsionOrderNumber, earlier.ExpulsionOrderDate);
            }
            return rows.Count;
        }, ct);

    /// <summary>Tells by which order people were enrolled, when it comes later or was written wrongly. Also in a completed event, as long as no document rests on the participation.</summary>
    /// <returns>How many; or <c>OrderNumberMissing</c>, <c>OrderDayFar</c> (from, to), <c>NotEnrolled</c> (name), <c>OrderAfterDocument</c> (name), <c>NothingChosen</c>, <c>NotFound</c>, <c>EventTakesNobody</c>.</returns>
    public Task<Result<int>> OrderAsync(Actor actor, int eventId, IReadOnlyCollection<int> ids, OrderForm order, CancellationToken ct = default) =>
        store.WriteAsync<int>(actor, "enrollments.order", async unit =>
        {
            var loaded = await EnrollmentWrites.EventAsync(unit, eventId, ct, EnrollmentRules.MayOrder);
            if (loaded.Problem is { } refused) return refused;
            var of = loaded.Require();
            if (EnrollmentWrites.Blank(order.Number) is not { } number) return new Problem("OrderNumberMissing").At(nameof(order.Number));
            if (EnrollmentRules.OrderDay(order.Date, of.StartsOn, of.EndsOn, unit.Today).Problem is { } far) return far.At(nameof(order.Date));
            var chosen = await EnrollmentWrites.ChosenAsync(unit, eventId, ids, ct);
            if (chosen.Problem is { } missing) return missing;
            var documented = await EnrollmentQueries.WithDocumentsAsync(unit.Db, ids, ct);
            foreach (var row in chosen.Require())
            {
                if (!EnrollmentRules.WasEnrolled(row.Status)) return new Problem("NotEnrolled", row.Person!.Name.Short);
                if (documented.Contains(row.Id)) return new Problem("OrderAfterDocument", row.Person!.Name.Short);
                (row.OrderNumber, row.OrderDate) = (number, order.Date);
            }
            return chosen.Require().Count;
        }, ct);

    /// <summary>Changes funding, workplace and order on one participation.</summary>
    /// <returns><c>NotFound</c>, <c>EventTakesNobody</c>, <c>ChangedByOther</c>, <c>OrderDayFar</c> (from, to), <c>PresentAfterExpulsion</c> (name, days).</returns>
    public Task<Result> EditAsync(Actor actor, int eventId, int id, EnrollmentForm form, CancellationToken ct = default) =>
        store.WriteAsync(actor, "enrollments.edit", async unit =>
        {
            var loaded = await EnrollmentWrites.EventAsync(unit, eventId, ct);
            if (loaded.Problem is { } refused) return refused;
            var chosen = await EnrollmentWrites.ChosenAsync(unit, eventId, [id], ct);
            if (chosen.Problem is { } missing) return missing;
            var row = chosen.Require()[0];
            unit.Expect(row, form.Version);
            if (form.OrderDate != row.OrderDate && EnrollmentRules.OrderDay(form.OrderDate, loaded.Require().StartsOn, loaded.Require().EndsOn, unit.Today).Problem is { } far) return far.At(nameof(form.OrderDate));
            if (form.SchoolId is not null) row.SchoolWritten = null;
            if (row.SchoolId != form.SchoolId) (row.SchoolId, row.MunicipalityId) = (form.SchoolId, await EnrollmentWrites.MunicipalityOfAsync(unit, form.SchoolId, ct));
            if (EnrollmentWrites.Blank(form.Position) is var position && position != row.Position) (row.Position, row.Category) = (position, PersonIntake.CategoryOf(position));
            (row.Funding, row.IsUniversityStudent) = (form.Funding, form.IsUniversityStudent);
            (row.OrderNumber, row.OrderDate) = (EnrollmentWrites.Blank(form.OrderNumber), form.OrderDate);
            if (row.Status != EnrollmentStatus.Expelled) return Result.Done;
            if ((await EnrollmentWrites.ExpulsionAsync(unit, loaded.Require(), [row], form.ExpulsionOrderDate, ct)).Problem is { } present) return present.At(nameof(form.ExpulsionOrderDate));
            (row.ExpulsionOrderNumber, row.ExpulsionOrderDate) = (EnrollmentWrites.Blank(form.ExpulsionOrderNumber), form.ExpulsionOrderDate);
            return Result.Done;
        }, ct);

    private static async Task<Result<Person>> KnownAsync(WriteUnit unit, Guid key, CancellationToken ct) =>
        await unit.Db.Set<Person>().SingleOrDefaultAsync(x => x.PublicKey == key, ct) is { } person ? person : new Problem("NotFound");

    private static async Task<Result<Enrollment>> ApplicationAsync(WriteUnit unit, TrainingEvent of, Person person, FundingSource? funding, CancellationToken ct)
    {
        var row = person.Id == 0 ? null : await unit.Db.Set<Enrollment>().Include(x => x.Person).SingleOrDefaultAsync(x => x.EventId == of.Id && x.PersonId == person.Id, ct);
        if (row is null)
        {
            row = new Enrollment { CenterId = of.CenterId, EventId = of.Id, Person = person, AppliedAt = unit.Now, StatusAt = unit.Now, Funding = funding ?? of.Funding };
            unit.Db.Add(row);
            return row;
        }
        if (EnrollmentRules.MayApplyAgain(person.Name.Short, row.Status) is { Problem: { } already }) return already;
        if (EnrollmentWrites.Move(unit, of, row, EnrollmentStatus.Applied) is { Problem: { } problem }) return problem;
        (row.AppliedAt, row.Reason, row.Funding) = (unit.Now, null, funding ?? row.Funding);
        return row;
    }

    private static async Task<Result<int>> ReapplyAsync(WriteUnit unit, int eventId, IReadOnlyCollection<int> ids, CancellationToken ct)
    {
        var loaded = await EnrollmentWrites.EventAsync(unit, eventId, ct);
        if (loaded.Problem is { } refused) return refused;
        var chosen = await EnrollmentWrites.ChosenAsync(unit, eventId, ids, ct);
        if (chosen.Problem is { } missing) return missing;
        foreach (var row in chosen.Require())
        {
            if (EnrollmentRules.MayApplyAgain(row.Person!.Name.Short, row.Status) is { Problem: { } already }) return already;
            if (EnrollmentWrites.Move(unit, loaded.Require(), row, EnrollmentStatus.Applied) is { Problem: { } problem }) return problem;
            (row.AppliedAt, row.Reason) = (unit.Now, null);
        }
        return chosen.Require().Count;
    }

    private static async Task<Result<int>> SeatAsync(WriteUnit unit, TrainingEvent of, List<Enrollment> rows, OrderForm order, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            if (!EnrollmentRules.Allows(row.Status, EnrollmentStatus.Enrolled) || row.HoldsSeat) return new Problem("ParticipantStatusChange", row.Person!.Name.Short, row.Status, EnrollmentStatus.Enrolled);
        }
        var (free, approvedHolds) = await EnrollmentWrites.FreeSeatsAsync(unit, of, ct);
        if (EnrollmentRules.Seats(rows.Count(x => !EnrollmentRules.TakesSeat(x.Status, approvedHolds)), free, of.Capacity) is { Problem: { } full }) return full;
        // The setting may have been turned on when more were approved than there are seats.
        if (EnrollmentRules.Seats(rows.Count, Math.Max(0, of.Capacity - of.SeatsTaken), of.Capacity) is { Problem: { } over }) return over;
        var places = await EnrollmentWrites.WorkplacesAsync(unit, rows.ConvertAll(x => x.PersonId), ct);
        foreach (var row in rows)
        {
            var place = places.TryGetValue(row.PersonId, out var job) ? job : default;
            if (EnrollmentWrites.Enroll(unit, of, row, place.Job, place.Municipality, order) is { Problem: { } problem }) return problem;
        }
        return rows.Count;
    }

    private static void Ended(Enrollment row, string? reason, OrderForm? order)
    {
        row.Reason = EnrollmentWrites.Blank(reason);
        (row.ExpulsionOrderNumber, row.ExpulsionOrderDate) = (EnrollmentWrites.Blank(order?.Number), order?.Date);
    }

    private Task<Result<int>> EachAsync(Actor actor, string verb, int eventId, IReadOnlyCollection<int> ids, EnrollmentStatus next,
        Func<WriteUnit, TrainingEvent, List<Enrollment>, Task<Result>>? check, Action<Enrollment>? then, CancellationToken ct, string? reason = null) =>
        store.WriteAsync<int>(actor, verb, async unit =>
        {
            var loaded = await EnrollmentWrites.EventAsync(unit, eventId, ct);
            if (loaded.Problem is { } refused) return refused;
            if (EnrollmentRules.NeedsReason(next) && EnrollmentWrites.Blank(reason) is null) return new Problem("ReasonMissing").At("Reason");
            var chosen = await EnrollmentWrites.ChosenAsync(unit, eventId, ids, ct);
            if (chosen.Problem is { } missing) return missing;
            var rows = chosen.Require();
            if (check is not null && await check(unit, loaded.Require(), rows) is { Problem: { } full }) return full;
            foreach (var row in rows)
            {
                if (next is EnrollmentStatus.Approved or EnrollmentStatus.WaitListed && row.HoldsSeat) return new Problem("ParticipantStatusChange", row.Person!.Name.Short, row.Status, next);
                if (EnrollmentWrites.Move(unit, loaded.Require(), row, next) is { Problem: { } problem }) return problem;
                then?.Invoke(row);
            }
            return rows.Count;
        }, ct);
}
