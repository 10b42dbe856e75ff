using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Enrollments;

/// <summary>What the verbs of this feature share: all of it runs inside an open unit.</summary>
internal static class EnrollmentWrites
{
    private static readonly JsonSerializerOptions Words = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The event whose participants are to be changed. The loaded row stands for its seats: whoever changes them writes it.</summary>
    /// <param name="may">Whether the verb is for events in this status; those that take people, by default.</param>
    /// <returns><c>NotFound</c>, or <c>EventTakesNobody</c> (its status).</returns>
    public static async Task<Result<TrainingEvent>> EventAsync(WriteUnit unit, int eventId, CancellationToken ct, Func<EventStatus, Result>? may = null)
    {
        var visible = unit.Actor.CentersFor(Permission.ViewEvents);
        var found = await unit.Db.Set<TrainingEvent>().SingleOrDefaultAsync(x => x.Id == eventId && (visible == null || visible.Contains(x.CenterId)), ct);
        if (found is null) return new Problem("NotFound");
        unit.Actor.Demand(Permission.ManageEnrollments, found.CenterId);
        unit.CenterId = found.CenterId;
        unit.Owner = new(nameof(TrainingEvent), found.Id);
        return (may ?? EnrollmentRules.Accepts)(found.Status) is { Problem: { } problem } ? problem : found;
    }

    /// <summary>The chosen participations of an event in the order of application.</summary>
    /// <returns><c>NothingChosen</c>, or <c>NotFound</c> when one of them is not there.</returns>
    public static async Task<Result<List<Enrollment>>> ChosenAsync(WriteUnit unit, int eventId, IReadOnlyCollection<int> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return new Problem("NothingChosen");
        var wanted = ids.Distinct().ToList();
        var rows = await unit.Db.Set<Enrollment>().Include(x => x.Person)
            .Where(x => x.EventId == eventId && wanted.Contains(x.Id))
            .OrderBy(x => x.AppliedAt).ThenBy(x => x.Id)
            .ToListAsync(ct);
        return rows.Count == wanted.Count ? rows : new Problem("NotFound");
    }

    /// <summary>Seats that nobody holds, with those that approved applications hold by the setting left out.</summary>
    public static async Task<(int Free, bool ApprovedHolds)> FreeSeatsAsync(WriteUnit unit, TrainingEvent of, CancellationToken ct)
    {
        var approvedHolds = (await unit.Db.SettingsAsOfAsync(unit.Today, ct)).ApprovedHoldsSeat;
        var approved = approvedHolds ? await unit.Db.Set<Enrollment>().CountAsync(x => x.EventId == of.Id && x.Status == EnrollmentStatus.Approved, ct) : 0;
        return (EnrollmentRules.FreeSeats(of.Capacity, of.SeatsTaken, approved), approvedHolds);
    }

    /// <summary>Moves a participation along the chain and keeps the event's seats in step.</summary>
    /// <returns><c>ParticipantStatusChange</c> (name, from, to).</returns>
    public static Result Move(WriteUnit unit, TrainingEvent of, Enrollment row, EnrollmentStatus next)
    {
        var (before, held) = (row.Status, row.HoldsSeat);
        if (!row.MoveTo(next, unit.Now).Succeeded) return new Problem("ParticipantStatusChange", row.Person?.Name.Short ?? "", before, next);
        if (held != row.HoldsSeat) of.ChangeSeats(row.HoldsSeat ? 1 : -1);
        return Result.Done;
    }

    /// <summary>Whose studies ended by an order has no hours credited after its day: else the date or the register is wrong, and the document would tell both.</summary>
    /// <param name="day">Null while the order's day is not told.</param>
    /// <returns><c>OrderDayFar</c> (from, to), <c>PresentAfterExpulsion</c> (name, the session's day, the order's day).</returns>
    public static async Task<Result> ExpulsionAsync(WriteUnit unit, TrainingEvent of, IReadOnlyList<Enrollment> rows, DateOnly? day, CancellationToken ct)
    {
        if (day is null) return Result.Done;
        if (EnrollmentRules.OrderDay(day, of.StartsOn, of.EndsOn, unit.Today) is { Problem: { } far }) return far;
        var crediting = (await unit.Db.SettingsAsOfAsync(of.EndsOn, ct)).CreditPercent.Where(x => x.Value > 0).Select(x => x.Key).ToList();
        var marked = await EnrollmentQueries.MarkedAfterAsync(unit.Db, [.. rows.Select(x => x.Id)], crediting, day.Value, ct);
        return marked is not { } found ? Result.Done : new Problem("PresentAfterExpulsion", rows.Single(x => x.Id == found.EnrollmentId).Person!.Name.Short, found.Date, day);
    }

    /// <summary>Gives a seat: copies the workplace of the day and the order onto the participation.</summary>
    public static Result Enroll(WriteUnit unit, TrainingEvent of, Enrollment row, Employment? workplace, int? municipalityId, OrderForm order)
    {
        if (EnrollmentRules.OrderDay(order.Date, of.StartsOn, of.EndsOn, unit.Today) is { Problem: { } far }) return far.At(nameof(order.Date));
        if (Move(unit, of, row, EnrollmentStatus.Enrolled) is { Problem: { } problem }) return problem;
        Workplace(row, workplace, municipalityId);
        if (Blank(order.Number) is { } number) row.OrderNumber = number;
        if (order.Date is { } date) row.OrderDate = date;
        (row.Reason, row.ExpulsionOrderNumber, row.ExpulsionOrderDate) = (null, null, null);
        return Result.Done;
    }

    /// <summary>Copies a workplace; a person without one keeps what was written on the application, and its category: by it the targets count.</summary>
    public static void Workplace(Enrollment row, Employment? workplace, int? municipalityId)
    {
        if (workplace is null)
        {
            if (row.Position is { } written) row.Category ??= PersonIntake.CategoryOf(written);
            return;
        }
        // An organisation that somebody chose on the application says more than a name that is not in the list.
        if (workplace.SchoolId is not null) (row.SchoolId, row.MunicipalityId, row.SchoolWritten) = (workplace.SchoolId, municipalityId, null);
        else if (row.SchoolId is null) row.SchoolWritten = workplace.SchoolWritten;
        row.Category = workplace.Category;
        row.Position = Blank(workplace.Position) ?? row.Position;
    }

    /// <summary>The workplaces of the day with their municipalities, for many people at once; no municipality where the organisation is not in the list.</summary>
    public static async Task<Dictionary<int, (Employment Job, int? Municipality)>> WorkplacesAsync(WriteUnit unit, IReadOnlyCollection<int> people, CancellationToken ct)
    {
        var jobs = await unit.Db.Set<Employment>().Where(x => people.Contains(x.PersonId)).ToListAsync(ct);
        var schools = jobs.Select(x => x.SchoolId).OfType<int>().Distinct().ToList();
        var municipalities = await unit.Db.Set<School>().Where(x => schools.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.MunicipalityId, ct);
        return jobs.GroupBy(x => x.PersonId)
            .Select(x => EnrollmentRules.WorkplaceOn(x, unit.Today))
            .OfType<Employment>()
            .ToDictionary(x => x.PersonId, x => (x, x.SchoolId is { } school ? municipalities[school] : (int?)null));
    }

    /// <summary>Where these people's organisation was written by a name that turned out to be one of the list, their participations name it too: it is the same fact.</summary>
    public static async Task FollowTieAsync(WriteUnit unit, IReadOnlyCollection<int> people, string written, int schoolId, CancellationToken ct)
    {
        var municipality = await MunicipalityOfAsync(unit, schoolId, ct);
        foreach (var block in people.Chunk(500))
        {
            var rows = await unit.Db.Set<Enrollment>().Where(x => block.Contains(x.PersonId) && x.SchoolWritten != null).ToListAsync(ct);
            foreach (var row in rows.Where(x => SchoolNames.Same(x.SchoolWritten, written))) (row.SchoolId, row.MunicipalityId, row.SchoolWritten) = (schoolId, municipality, null);
        }
    }

    public static async Task<int?> MunicipalityOfAsync(WriteUnit unit, int? schoolId, CancellationToken ct) =>
        schoolId is null ? null : await unit.Db.Set<School>().Where(x => x.Id == schoolId).Select(x => (int?)x.MunicipalityId).SingleOrDefaultAsync(ct);

    /// <summary>What stood on each row before its last change, where that change was the enrolling: what the history keeps for the inverse.</summary>
    public static async Task<Dictionary<int, BeforeEnrolling>> BeforeEnrollingAsync(WriteUnit unit, IReadOnlyCollection<Enrollment> rows, CancellationToken ct)
    {
        var ids = rows.Select(x => x.Id).ToList();
        var changes = await unit.Db.ChangeSets
            .SelectMany(set => set.Rows.Where(x => x.Kind == nameof(Enrollment) && ids.Contains(x.Key)), (set, row) => new { row.Key, row.RowVersion, row.Before, set.Verb })
            .ToListAsync(ct);
        var found = new Dictionary<int, BeforeEnrolling>();
        foreach (var row in rows)
        {
            if (changes.FirstOrDefault(x => x.Key == row.Id && x.RowVersion == row.Version) is not { } last) continue;
            if (last.Verb is not (EnrollmentCommands.EnrollVerb or EnrollmentCommands.PromoteVerb or EnrollmentCommands.AddVerb)) continue;
            found[row.Id] = Earlier(row, last.Before);
        }
        return found;
    }

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The history keeps of a row only what changed: the rest stands there as it was. A row that was added with its seat was applied for.</summary>
    private static BeforeEnrolling Earlier(Enrollment row, string? json)
    {
        if (json is null) return new(EnrollmentStatus.Applied, null, null, null, null, null);
        using var document = JsonDocument.Parse(json);
        T Was<T>(string property, T now) => document.RootElement.TryGetProperty(property, out var value) ? value.Deserialize<T>(Words)! : now;
        return new(Was(nameof(row.Status), EnrollmentStatus.Applied), Was(nameof(row.Reason), row.Reason), Was(nameof(row.OrderNumber), row.OrderNumber), Was(nameof(row.OrderDate), row.OrderDate),
            Was(nameof(row.ExpulsionOrderNumber), row.ExpulsionOrderNumber), Was(nameof(row.ExpulsionOrderDate), row.ExpulsionOrderDate));
    }
}

/// <summary>What enrolling overwrites on a participation.</summary>
internal sealed record BeforeEnrolling(EnrollmentStatus Status, string? Reason, string? OrderNumber, DateOnly? OrderDate, string? ExpulsionOrderNumber, DateOnly? ExpulsionOrderDate);
