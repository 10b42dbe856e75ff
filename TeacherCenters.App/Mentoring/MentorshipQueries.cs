using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Mentoring;

public static class MentorshipVisibility
{
    /// <summary>The pairs of the centers where the actor may see how people are supported.</summary>
    public static IQueryable<Mentorship> VisibleTo(this IQueryable<Mentorship> rows, Actor actor) =>
        actor.CentersFor(Permission.ViewMentoring) is { } centers ? rows.Where(x => centers.Contains(x.CenterId)) : rows;

    /// <summary>Pairs whose last day has passed and that nobody has ended.</summary>
    public static IQueryable<Mentorship> Over(this IQueryable<Mentorship> rows, DateOnly today) => rows.Where(x => x.Status == MentorshipStatus.Active && x.To < today);
}

/// <summary>The list of pairs, one pair, and the pairs of a person. The board has <see cref="BoardQueries"/>.</summary>
public sealed class MentorshipQueries(Store store, NetworkClock clock)
{
    /// <summary>Sort: <c>Mentee</c> (the default), <c>Mentor</c>, <c>From</c>, <c>To</c>, <c>Meetings</c>. Two queries whatever the size.</summary>
    public async Task<Page<MentorshipRow>> ListAsync(Actor actor, MentorshipFilter filter, PageRequest page, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = Filtered(db, actor, clock.Today, filter);
        return new(await Sorted(rows, page).Skip(page.Skip).Take(page.Take).Select(Row(db)).ToListAsync(ct), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter in the list's order, for the export.</summary>
    public async Task<IReadOnlyList<MentorshipRow>> AllAsync(Actor actor, MentorshipFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Sorted(Filtered(db, actor, clock.Today, filter), order ?? new()).Select(Row(db)).ToListAsync(ct);
    }

    /// <summary>How many pairs of the filter stand in each status, whatever status the filter asks for.</summary>
    public async Task<IReadOnlyDictionary<MentorshipStatus, int>> CountsAsync(Actor actor, MentorshipFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await Filtered(db, actor, clock.Today, filter with { Status = null }).GroupBy(x => x.Status).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
    }

    /// <summary>One pair with its goals and meetings; null for what the actor may not see. Three queries.</summary>
    public async Task<MentorshipDetails?> DetailsAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var visible = db.Set<Mentorship>().VisibleTo(actor).Where(x => x.Id == id);
        var head = await visible.Select(x => new
        {
            x.Version, x.MentorId, x.MenteeId, x.Category, x.Subject, x.MentorPosition, x.FinalReport,
            MentorSchool = db.Set<School>().Where(s => s.Id == x.MentorSchoolId).Select(s => s.Name).FirstOrDefault(),
            // Of the workplace that was copied when the pair was made.
            MentorSubject = db.Set<Employment>().Where(j => j.PersonId == x.MentorId && j.SchoolId == x.MentorSchoolId && j.Position == x.MentorPosition)
                .OrderByDescending(j => j.IsMain).ThenByDescending(j => j.From).ThenByDescending(j => j.Id).Select(j => j.Subject).FirstOrDefault(),
            Goals = x.Goals.OrderBy(g => g.DoneOn != null).ThenBy(g => g.DueOn == null).ThenBy(g => g.DueOn).ThenBy(g => g.Id).Select(g => new MentorGoalRow(g.Id, g.Version, g.Text, g.DueOn, g.DoneOn)).ToList(),
            Meetings = x.Meetings.OrderByDescending(m => m.Date).ThenByDescending(m => m.Id).Select(m => new MentorMeetingRow(m.Id, m.Version, m.Date, m.Topic, m.Minutes, m.Note)).ToList(),
        }).AsSplitQuery().SingleOrDefaultAsync(ct);
        if (head is null || await visible.Select(Row(db)).SingleOrDefaultAsync(ct) is not { } row) return null;
        return new(row, head.Version, head.MentorId, head.MenteeId, head.Category, head.Subject, head.MentorSchool, head.MentorPosition, head.MentorSubject, head.FinalReport, head.Goals, head.Meetings);
    }

    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        if (!await db.Set<Mentorship>().VisibleTo(actor).AnyAsync(x => x.Id == id, ct)) return [];
        return await db.HistoryOfAsync(nameof(Mentorship), id, clock, ct: ct);
    }

    /// <summary>Pairs in which the person is mentor or mentee, the latest first; of the centers that the actor may look into.</summary>
    public async Task<IReadOnlyList<MentorshipRow>> OfPersonAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Mentorship>().VisibleTo(actor).Where(x => x.MenteeId == personId || x.MentorId == personId)
            .OrderByDescending(x => x.From).ThenByDescending(x => x.Id).Select(Row(db)).ToListAsync(ct);
    }

    /// <summary>People who are or were mentors of pairs that the actor may see, by the beginnings of their names.</summary>
    public async Task<IReadOnlyList<MentorChoice>> MentorsAsync(Actor actor, string? text, int take = 20, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var pairs = db.Set<Mentorship>().VisibleTo(actor);
        return await db.Set<Person>().Where(x => pairs.Any(p => p.MentorId == x.Id)).Named(db, text).OrderBy(x => x.SearchText).ThenBy(x => x.Id).Take(take)
            .Select(x => new MentorChoice(x.Id, new PersonName(x.FamilyName, x.GivenName, x.Patronymic))).ToListAsync(ct);
    }

    public async Task<MentorChoice?> MentorAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var pairs = db.Set<Mentorship>().VisibleTo(actor);
        return await db.Set<Person>().Where(x => x.Id == personId && pairs.Any(p => p.MentorId == x.Id))
            .Select(x => new MentorChoice(x.Id, new PersonName(x.FamilyName, x.GivenName, x.Patronymic))).SingleOrDefaultAsync(ct);
    }

    private static IQueryable<Mentorship> Filtered(AppDb db, Actor actor, DateOnly today, MentorshipFilter filter)
    {
        var rows = db.Set<Mentorship>().VisibleTo(actor);
        if (filter.Center is { } center) rows = rows.Where(x => x.CenterId == center);
        if (filter.Status is { } status) rows = rows.Where(x => x.Status == status);
        if (filter.Municipality is { } municipality) rows = rows.Where(x => x.MunicipalityId == municipality);
        if (filter.Over) rows = rows.Over(today);
        if (filter.Mentor is { } mentor) rows = rows.Where(x => x.MentorId == mentor);
        if (Typed.OrNull(filter.Text) is not { } text) return rows;
        var people = db.Set<Person>().Named(db, text).Select(x => x.Id);
        var words = SearchName.Of(text);
        var schools = db.Set<School>().Where(x => x.SearchText.Contains(words)).Select(x => (int?)x.Id);
        return rows.Where(x => people.Contains(x.MenteeId) || people.Contains(x.MentorId) || schools.Contains(x.SchoolId));
    }

    private static IQueryable<Mentorship> Sorted(IQueryable<Mentorship> rows, PageRequest page)
    {
        IOrderedQueryable<Mentorship> By<TKey>(Expression<Func<Mentorship, TKey>> key) => page.Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
        var sorted = page.Sort switch
        {
            "Mentor" => By(x => x.Mentor!.SearchText),
            "From" => By(x => x.From),
            "To" => By(x => x.To),
            "Meetings" => By(x => x.Meetings.Count),
            _ => By(x => x.Mentee!.SearchText),
        };
        return sorted.ThenBy(x => x.Mentee!.SearchText).ThenBy(x => x.Id);
    }

    private static Expression<Func<Mentorship, MentorshipRow>> Row(AppDb db) => x => new MentorshipRow(
        x.Id, x.CenterId, db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First(),
        x.Mentor!.PublicKey, new PersonName(x.Mentor.FamilyName, x.Mentor.GivenName, x.Mentor.Patronymic),
        x.Mentee!.PublicKey, new PersonName(x.Mentee.FamilyName, x.Mentee.GivenName, x.Mentee.Patronymic),
        db.Set<School>().Where(s => s.Id == x.SchoolId).Select(s => s.Name).FirstOrDefault(),
        db.Set<Municipality>().Where(m => m.Id == x.MunicipalityId).Select(m => m.ShortName).FirstOrDefault(), x.Position,
        x.Direction, x.Form, x.From, x.To, x.Status, x.OrderNumber, x.OrderDate, x.MentorConsentOn, x.MenteeConsentOn, x.EndedOn, x.EndReason,
        x.Meetings.Count, x.Meetings.Max(m => (DateOnly?)m.Date));
}
