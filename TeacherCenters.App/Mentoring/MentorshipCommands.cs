using Microsoft.EntityFrameworkCore;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Mentoring;

/// <summary>Verbs on pairs and on the list of mentors. Goals and meetings have <see cref="MentorLogCommands"/>.</summary>
public sealed class MentorshipCommands(Store store)
{
    /// <summary>
    /// Makes a pair: copies the workplaces of the day, links both people to the center and counts the mentor among its mentors. It is
    /// active at once when the order and both consents are there.
    /// </summary>
    /// <returns>The pair; or <c>NotFound</c>, a problem of <see cref="MentorshipRules.Check"/> or of <see cref="MentorshipRules.Taken"/>.</returns>
    public Task<Result<int>> AssignAsync(Actor actor, MentorshipForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, "mentoring.assign", async unit =>
    {
        if (MentorshipRules.Check(form, unit.Today) is { } wrong) return wrong;
        var (centerId, mentorId, menteeId) = (form.CenterId!.Value, form.MentorId!.Value, form.MenteeId!.Value);
        actor.Demand(Permission.ManageMentoring, centerId);
        unit.CenterId = centerId;
        if (!await unit.Db.Set<Person>().AnyAsync(x => x.Id == mentorId, ct)) return new Problem("NotFound").At(nameof(form.MentorId));
        if (await unit.Db.Set<Person>().SingleOrDefaultAsync(x => x.Id == menteeId, ct) is not { } mentee) return new Problem("NotFound").At(nameof(form.MenteeId));
        if (await unit.Db.PlaceTakenAsync(actor, mentee, form.Direction, null, ct) is { } taken) return taken.At(nameof(form.Direction));

        var made = new Mentorship { CenterId = centerId, MentorId = mentorId, MenteeId = menteeId, Direction = form.Direction, Form = form.Form, From = form.From!.Value, To = form.To!.Value };
        var places = await EnrollmentWrites.WorkplacesAsync(unit, [mentorId, menteeId], ct);
        if (places.TryGetValue(menteeId, out var work))
            (made.SchoolId, made.MunicipalityId, made.Position, made.Category, made.Subject) = (work.Job.SchoolId, work.Municipality, work.Job.Position, work.Job.Category, work.Job.Subject);
        if (places.TryGetValue(mentorId, out var mentors)) (made.MentorSchoolId, made.MentorPosition) = (mentors.Job.SchoolId, mentors.Job.Position);
        WritePapers(made, form);
        unit.Db.Add(made);
        await EnsureMentorAsync(unit, centerId, mentorId, form.Direction, ct);
        await PeopleCommands.EnsureLinkAsync(unit, mentorId, centerId, ct);
        await PeopleCommands.EnsureLinkAsync(unit, menteeId, centerId, ct);
        await unit.FlushAsync(ct);
        return made.Id;
    }, ct);

    /// <summary>Changes direction, form, days and papers of a pair that is not over; with the last paper it becomes active.</summary>
    /// <returns><c>NotFound</c>, <c>MentorshipIsOver</c> (its status), <c>MeetingsBeforeStart</c>, or a problem of <see cref="MentorshipRules.Check"/> or of <see cref="MentorshipRules.Taken"/>.</returns>
    public Task<Result> ChangeAsync(Actor actor, MentorshipForm form, CancellationToken ct = default) => OnPairAsync(store, actor, "mentoring.change", form.Id ?? 0, async (unit, pair) =>
    {
        if (!pair.HoldsPlace) return new Problem("MentorshipIsOver", pair.Status);
        form = form with { CenterId = pair.CenterId, MentorId = pair.MentorId, MenteeId = pair.MenteeId };
        if (MentorshipRules.Check(form, unit.Today) is { } wrong) return wrong;
        unit.Expect(pair, form.Version);
        if (form.Direction != pair.Direction && await TakenAsync(unit, pair, form.Direction, ct) is { } taken) return taken.At(nameof(form.Direction));
        if (await unit.Db.Set<MentorMeeting>().AnyAsync(x => x.MentorshipId == pair.Id && x.Date < form.From, ct)) return new Problem("MeetingsBeforeStart").At(nameof(form.From));
        (pair.Direction, pair.Form, pair.From, pair.To) = (form.Direction, form.Form, form.From!.Value, form.To!.Value);
        WritePapers(pair, form);
        return Result.Done;
    }, ct);

    /// <returns><c>NotFound</c>, <c>MentorshipIsOver</c> (its status), <c>MentorshipNotBegun</c>, <c>MeetingsAfterEnd</c> (the last meeting), or a problem of <see cref="MentorshipRules.CheckEnd"/>.</returns>
    public Task<Result> EndAsync(Actor actor, int id, MentorshipEndForm form, CancellationToken ct = default) => OnPairAsync(store, actor, "mentoring.end", id, async (unit, pair) =>
    {
        if (pair.Status == MentorshipStatus.Active && MentorshipRules.CheckEnd(form, pair.From, unit.Today) is { } wrong) return wrong;
        unit.Expect(pair, form.Version);
        var last = await unit.Db.Set<MentorMeeting>().Where(x => x.MentorshipId == id).MaxAsync(x => (DateOnly?)x.Date, ct);
        if (last > form.EndedOn) return new Problem("MeetingsAfterEnd", last).At(nameof(form.EndedOn));
        return pair.End(form.Reason ?? MentorshipEnd.Other, form.EndedOn ?? unit.Today, Typed.OrNull(form.Report));
    }, ct);

    /// <summary>Takes an assignment back, as long as nobody has met.</summary>
    /// <returns><c>NotFound</c>, <c>MentorshipIsOver</c> (its status), <c>MentorshipHasMeetings</c> (how many).</returns>
    public Task<Result> CancelAsync(Actor actor, int id, CancellationToken ct = default) => OnPairAsync(store, actor, "mentoring.cancel", id, async (unit, pair) =>
    {
        var meetings = await unit.Db.Set<MentorMeeting>().CountAsync(x => x.MentorshipId == id, ct);
        return meetings > 0 ? new Problem("MentorshipHasMeetings", meetings) : pair.Cancel(unit.Today);
    }, ct);

    /// <summary>The inverse of ending and of taking back.</summary>
    /// <returns><c>NotFound</c>, <c>MentorshipNotOver</c>, <c>DocumentsIssued</c> (how many hold), or <see cref="MentorshipRules.Taken"/> when the mentee has another mentor by now.</returns>
    public Task<Result> ReopenAsync(Actor actor, int id, CancellationToken ct = default) => OnPairAsync(store, actor, "mentoring.reopen", id, async (unit, pair) =>
    {
        // Thanks are given for a mentorship that came to its end.
        var documents = await unit.Db.Set<Certificate>().CountAsync(x => x.MentorshipId == id && x.Status != CertificateStatus.Annulled && x.Status != CertificateStatus.Replaced, ct);
        if (documents > 0) return new Problem("DocumentsIssued", documents);
        return await TakenAsync(unit, pair, pair.Direction, ct) ?? pair.Reopen();
    }, ct);

    /// <summary>Counts a person among the mentors of a center; who was one before is one again.</summary>
    /// <returns><c>Required</c>, <c>NotFound</c>, <c>MentorExists</c> (the name).</returns>
    public Task<Result> AddMentorAsync(Actor actor, MentorForm form, CancellationToken ct = default) => store.WriteAsync(actor, "mentoring.mentor-add", async unit =>
    {
        if (form.CenterId is not { } centerId) return new Problem("Required").At(nameof(form.CenterId));
        if (form.PersonId is not { } personId) return new Problem("Required").At(nameof(form.PersonId));
        actor.Demand(Permission.ManageMentoring, centerId);
        unit.CenterId = centerId;
        if (await unit.Db.Set<Person>().SingleOrDefaultAsync(x => x.Id == personId, ct) is not { } person) return new Problem("NotFound").At(nameof(form.PersonId));
        if (await unit.Db.Set<Mentor>().AnyAsync(x => x.CenterId == centerId && x.PersonId == personId && x.Until == null, ct)) return new Problem("MentorExists", person.Name.Short).At(nameof(form.PersonId));
        (await EnsureMentorAsync(unit, centerId, personId, form.Direction, ct)).Direction = form.Direction;
        await PeopleCommands.EnsureLinkAsync(unit, personId, centerId, ct);
        return Result.Done;
    }, ct);

    /// <summary>Takes nobody new from today on; running pairs run on.</summary>
    /// <returns><c>NotFound</c>.</returns>
    public Task<Result> RetireMentorAsync(Actor actor, int mentorRowId, CancellationToken ct = default) =>
        OnMentorAsync(actor, "mentoring.mentor-retire", mentorRowId, (unit, mentor) => mentor.Until ??= mentor.Since > unit.Today ? mentor.Since : unit.Today, ct);

    /// <summary>The inverse of <see cref="RetireMentorAsync"/>.</summary>
    /// <returns><c>NotFound</c>.</returns>
    public Task<Result> RestoreMentorAsync(Actor actor, int mentorRowId, CancellationToken ct = default) => OnMentorAsync(actor, "mentoring.mentor-restore", mentorRowId, (_, mentor) => mentor.Until = null, ct);

    internal static Task<Result> OnPairAsync(Store store, Actor actor, string verb, int id, Func<WriteUnit, Mentorship, Task<Result>> change, CancellationToken ct) => store.WriteAsync(actor, verb, async unit =>
    {
        if (await unit.Db.Set<Mentorship>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } pair) return new Problem("NotFound");
        actor.Demand(Permission.ManageMentoring, pair.CenterId);
        unit.CenterId = pair.CenterId;
        return await change(unit, pair);
    }, ct);

    private Task<Result> OnMentorAsync(Actor actor, string verb, int id, Action<WriteUnit, Mentor> change, CancellationToken ct) => store.WriteAsync(actor, verb, async unit =>
    {
        var centers = actor.CentersFor(Permission.ViewMentoring);
        if (await unit.Db.Set<Mentor>().SingleOrDefaultAsync(x => x.Id == id && (centers == null || centers.Contains(x.CenterId)), ct) is not { } mentor) return new Problem("NotFound");
        actor.Demand(Permission.ManageMentoring, mentor.CenterId);
        unit.CenterId = mentor.CenterId;
        change(unit, mentor);
        return Result.Done;
    }, ct);

    private static async Task<Mentor> EnsureMentorAsync(WriteUnit unit, int centerId, int personId, MentoringDirection direction, CancellationToken ct)
    {
        if (await unit.Db.Set<Mentor>().SingleOrDefaultAsync(x => x.CenterId == centerId && x.PersonId == personId, ct) is { } known)
        {
            known.Until = null;
            return known;
        }
        var made = new Mentor { CenterId = centerId, PersonId = personId, Direction = direction, Since = unit.Today };
        unit.Db.Add(made);
        return made;
    }

    private static async Task<Problem?> TakenAsync(WriteUnit unit, Mentorship pair, MentoringDirection direction, CancellationToken ct) =>
        await unit.Db.PlaceTakenAsync(unit.Actor, await unit.Db.Set<Person>().SingleAsync(x => x.Id == pair.MenteeId, ct), direction, pair.Id, ct);

    private static void WritePapers(Mentorship pair, MentorshipForm form)
    {
        (pair.OrderNumber, pair.OrderDate, pair.MentorConsentOn, pair.MenteeConsentOn) = (Typed.OrNull(form.OrderNumber), form.OrderDate, form.MentorConsentOn, form.MenteeConsentOn);
        pair.Settle();
    }
}
