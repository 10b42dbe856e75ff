using Microsoft.EntityFrameworkCore;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Completion;

public sealed class CompletionCommands(Store store)
{
    internal const string CompleteVerb = "completion.complete";

    /// <summary>
    /// Closes an event in one transaction: admits and completes those who are admitted, expels the others, and gives the event its protocol
    /// and order. Hours are counted again inside, so that a mark changed while the screen was open is not passed over.
    /// </summary>
    /// <returns>How many completed; or <c>NotFound</c>, <c>ChangedByOther</c>, <c>ParticipantsChanged</c>, <c>UnmarkedCells</c> (cells, dates), or a problem of <see cref="CompletionRules"/>.</returns>
    public Task<Result<int>> CompleteAsync(Actor actor, int eventId, CompletionForm form, CancellationToken ct = default) =>
        store.WriteAsync<int>(actor, CompleteVerb, async unit =>
        {
            if (await EventAsync(unit, eventId, ct) is not { } of) return new Problem("NotFound");
            unit.Expect(of, form.Version);
            var settings = await unit.Db.SettingsAsOfAsync(of.EndsOn, ct);
            var facts = await CompletionFacts.LoadAsync(unit.Db, eventId, settings, ct);
            if (Refusal(of, facts, form, unit.Today) is { } refusal) return refusal;

            var terms = new DocumentTerms(of.Kind, of.Hours, of.Document);
            var rows = form.Rows.ToDictionary(x => x.EnrollmentId);
            var enrollments = await unit.Db.Set<Enrollment>().Where(x => x.EventId == eventId).ToDictionaryAsync(x => x.Id, ct);
            var completed = 0;
            foreach (var person in facts.Open)
            {
                var outcome = CompletionRules.OutcomeOf(person, rows[person.EnrollmentId], form.Scale, terms, settings);
                if (outcome.Problem is { } problem) return problem;
                if (Settle(enrollments[person.EnrollmentId], of, outcome.Require(), form, unit.Now) is { Problem: { } step }) return step;
                if (outcome.Require().Status == EnrollmentStatus.Completed) completed++;
            }

            if (of.Status == EventStatus.Open && of.MoveTo(EventStatus.Closed) is { Problem: { } closing }) return closing;
            var hasProtocol = form.Scale != ResultScale.None;
            var done = of.Complete(hasProtocol ? form.ProtocolNumber!.Trim() : null, hasProtocol ? form.ProtocolDate : null, form.OrderNumber!.Trim(), form.OrderDate!.Value);
            return done.Problem is { } late ? late : completed;
        }, ct);

    /// <summary>
    /// Takes completion back: the event is closed again and everybody whom it completed or expelled is a participant again, with the results kept for
    /// the next time, and with every decision against the threshold: its reason stays, and who was admitted by it stays admitted.
    /// The change set of the completion tells whom it expelled, and which papers to offer again; people expelled earlier stay so.
    /// </summary>
    /// <returns><c>NotFound</c>, <c>ChangedByOther</c>, <c>EventStatusChange</c>, <c>DocumentsIssued</c> (how many are valid), <c>EventIsFull</c>.</returns>
    public Task<Result> ReopenAsync(Actor actor, int eventId, int version, CancellationToken ct = default) =>
        store.WriteAsync(actor, "completion.reopen", async unit =>
        {
            if (await EventAsync(unit, eventId, ct) is not { } of) return new Problem("NotFound");
            unit.Expect(of, version);
            var documents = await unit.Db.Set<Certificate>().Where(Certificate.Live)
                .CountAsync(c => unit.Db.Set<Enrollment>().Any(e => e.Id == c.EnrollmentId && e.EventId == eventId), ct);
            if (documents > 0) return new Problem("DocumentsIssued", documents);
            if (of.Reopen() is { Problem: { } problem }) return problem;

            var expelled = (await LastCompletion.OfAsync(unit.Db, eventId, ct))?.Expelled;
            var enrollments = await unit.Db.Set<Enrollment>().Where(x => x.EventId == eventId).ToListAsync(ct);
            var back = enrollments.Where(x => x.Status == EnrollmentStatus.Expelled && expelled?.Contains(x.Id) == true).ToList();
            if (of.SeatsTaken + back.Count > of.Capacity) return new Problem("EventIsFull", of.Capacity);
            foreach (var enrollment in back)
            {
                (enrollment.ExpulsionOrderNumber, enrollment.ExpulsionOrderDate) = (null, null);
                if (enrollment.MoveTo(EnrollmentStatus.Enrolled, unit.Now) is { Problem: { } step }) return step;
            }
            of.ChangeSeats(back.Count);
            foreach (var enrollment in enrollments.Where(x => x.Status == EnrollmentStatus.Completed))
            {
                if (enrollment.MoveTo(EnrollmentStatus.Admitted, unit.Now) is { Problem: { } step }) return step;
                if (enrollment.Reason is null && enrollment.MoveTo(EnrollmentStatus.Enrolled, unit.Now) is { Problem: { } second }) return second;
            }
            return Result.Done;
        }, ct);

    private static async Task<TrainingEvent?> EventAsync(WriteUnit unit, int eventId, CancellationToken ct)
    {
        var of = await unit.Db.Set<TrainingEvent>().FirstOrDefaultAsync(x => x.Id == eventId, ct);
        if (of is null || !unit.Actor.Can(Permission.ViewEvents, of.CenterId)) return null;
        unit.Actor.Demand(Permission.CompleteEvents, of.CenterId);
        unit.CenterId = of.CenterId;
        unit.Owner = new(nameof(TrainingEvent), of.Id);
        return of;
    }

    private static Problem? Refusal(TrainingEvent of, CompletionFacts facts, CompletionForm form, DateOnly today)
    {
        if (CompletionRules.MayComplete(of.Status, of.EndsOn, today, facts.Open).Problem is { } obstacle) return obstacle;
        if (CompletionRules.PaperProblems(form, of.EndsOn, today).FirstOrDefault() is { } paper) return paper;
        if (form.Rows.Any(x => x.Reason?.Length > CompletionForm.MaxReasonLength)) return new Problem("ReasonTooLong", CompletionForm.MaxReasonLength);
        if (!form.Rows.Select(x => x.EnrollmentId).Order().SequenceEqual(facts.Open.Select(x => x.EnrollmentId).Order())) return new Problem("ParticipantsChanged");
        if (facts.Unmarked.Count == 0 || form.ConfirmUnmarked) return null;
        return new Problem("UnmarkedCells", facts.Unmarked.Sum(x => x.Unmarked), facts.Unmarked.Count).At(nameof(form.ConfirmUnmarked));
    }

    private static Result Settle(Enrollment enrollment, TrainingEvent of, Outcome outcome, CompletionForm form, DateTime now)
    {
        (enrollment.Result, enrollment.Reason) = (outcome.Result, outcome.Reason);
        if (outcome.Status == EnrollmentStatus.Expelled)
        {
            of.ChangeSeats(-1);
            (enrollment.ExpulsionOrderNumber, enrollment.ExpulsionOrderDate) = (form.OrderNumber!.Trim(), form.OrderDate);
            return enrollment.MoveTo(EnrollmentStatus.Expelled, now);
        }
        if (enrollment.Status != EnrollmentStatus.Admitted && enrollment.MoveTo(EnrollmentStatus.Admitted, now) is { Problem: { } problem }) return problem;
        return enrollment.MoveTo(EnrollmentStatus.Completed, now);
    }
}
