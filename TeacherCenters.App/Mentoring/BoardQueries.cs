using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Mentoring;

public static class YoungTeachers
{
    /// <summary>The thresholds of the settings as of a day.</summary>
    public static YoungTeacherTerms Terms(this NetworkSettings settings, DateOnly asOf) =>
        new(settings.YoungTeacherAge, settings.YoungTeacherAgeInclusive, settings.YoungTeacherYears, asOf);

    /// <summary>Young teachers at work on the day who have no mentor and none agreed on, in whatever direction and center. Heads of schools are none.</summary>
    public static IQueryable<Person> YoungWithoutMentor(this IQueryable<Person> people, AppDb db, YoungTeacherTerms terms)
    {
        var day = terms.AsOf;
        var teaching = db.Set<Employment>().Where(j => (j.From == null || j.From <= day) && (j.To == null || j.To >= day) && (j.Category == WorkerCategory.Teacher || j.Category == WorkerCategory.Specialist));
        var helped = db.Set<Mentorship>().Where(m => m.Status == MentorshipStatus.Waiting || m.Status == MentorshipStatus.Active);
        return people.Where(YoungTeacherRules.Young(terms)).Where(x => teaching.Any(j => j.PersonId == x.Id) && !helped.Any(m => m.MenteeId == x.Id));
    }
}

/// <summary>The assignment board: who waits for a mentor, who could be one, and what an assignment would do.</summary>
public sealed class BoardQueries(Store store, NetworkClock clock)
{
    /// <summary>Cards on a page of the left side, and at most on the right.</summary>
    public const int PageSize = 20, MostMentors = 60;

    /// <summary>The young teachers without a mentor. Four queries whatever the size.</summary>
    public async Task<Page<BoardMentee>> MenteesAsync(Actor actor, BoardFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var day = filter.AsOf ?? clock.Today;
        var rows = (await WaitingAsync(db, actor, filter.Center, day, ct)).Named(db, filter.Text);
        if (filter.Municipality is { } municipality)
        {
            var there = db.Set<Employment>().Where(j => (j.From == null || j.From <= day) && (j.To == null || j.To >= day) && db.Set<School>().Any(s => s.Id == j.SchoolId && s.MunicipalityId == municipality));
            rows = rows.Where(x => there.Any(j => j.PersonId == x.Id));
        }
        var page = new PageRequest(filter.Page - 1, PageSize);
        var ids = await rows.OrderBy(x => x.SearchText).ThenBy(x => x.Id).Skip(page.Skip).Take(page.Take).Select(x => x.Id).ToListAsync(ct);
        return new(await MenteesAsync(db, ids, day, ct), await rows.CountAsync(ct));
    }

    /// <summary>The thresholds that the left side goes by.</summary>
    public async Task<YoungTeacherTerms> TermsAsync(BoardFilter filter, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var day = filter.AsOf ?? clock.Today;
        return (await db.SettingsAsOfAsync(day, ct)).Terms(day);
    }

    /// <summary>How many young teachers wait for a mentor today, for the day's start.</summary>
    public async Task<int> CountAsync(Actor actor, int? center, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await (await WaitingAsync(db, actor, center, clock.Today, ct)).CountAsync(ct);
    }

    /// <summary>One young teacher of the left side, whatever page they stand on; null when they wait no longer.</summary>
    public async Task<BoardMentee?> MenteeAsync(Actor actor, BoardFilter filter, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var day = filter.AsOf ?? clock.Today;
        if (!await (await WaitingAsync(db, actor, filter.Center, day, ct)).AnyAsync(x => x.Id == personId, ct)) return null;
        return (await MenteesAsync(db, [personId], day, ct)).SingleOrDefault();
    }

    /// <summary>The mentors with their load: the least busy first, or the most fitting for the chosen young teacher. Three queries.</summary>
    public async Task<BoardMentors> MentorsAsync(Actor actor, BoardFilter filter, BoardMentee? chosen, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var today = clock.Today;
        var limit = (await db.SettingsAsOfAsync(today, ct)).MentorPairLimit;
        var centers = Centers(actor, filter.Center);
        var people = db.Set<Person>().Named(db, filter.Mentors).Select(x => x.Id);
        var rows = await (
            from mentor in db.Set<Mentor>()
            join center in db.Set<Center>() on mentor.CenterId equals center.Id
            where (centers == null || centers.Contains(mentor.CenterId)) && (mentor.Until == null || mentor.Until > today) && people.Contains(mentor.PersonId)
            let pairs = db.Set<Mentorship>().Count(p => p.MentorId == mentor.PersonId && (p.Status == MentorshipStatus.Waiting || p.Status == MentorshipStatus.Active))
            orderby pairs, mentor.Person!.SearchText, mentor.Id
            select new BoardMentor(mentor.Id, mentor.CenterId, center.ShortName, mentor.PersonId, mentor.Person!.PublicKey,
                new PersonName(mentor.Person.FamilyName, mentor.Person.GivenName, mentor.Person.Patronymic), mentor.Direction, pairs, null)).ToListAsync(ct);
        var jobs = await db.JobsOnAsync([.. rows.Select(x => x.PersonId)], today, ct);
        rows = rows.ConvertAll(x => x with { Job = jobs.GetValueOrDefault(x.PersonId) });
        if (chosen is not null)
            rows = [.. MentorSuggestionRules.Rank(chosen.Facts, rows, x => (x.Facts, x.Pairs, SearchName.Of(x.Name.Full)), limit).Select(x => x.Mentor with { Reasons = x.Reasons })];
        return new([.. rows.Take(MostMentors)], rows.Count, limit);
    }

    /// <summary>What assigning would do: the same checks as the verb's, and what does not stop it.</summary>
    public async Task<AssignPreview> PreviewAsync(Actor actor, MentorshipForm form, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ManageMentoring)) return new(null, null, null, []);
        await using var db = await store.ReadAsync(ct);
        var people = await db.Set<Person>().Where(x => x.Id == form.MentorId || x.Id == form.MenteeId).ToDictionaryAsync(x => x.Id, ct);
        var (mentor, mentee) = (people.GetValueOrDefault(form.MentorId ?? 0), people.GetValueOrDefault(form.MenteeId ?? 0));
        var (settings, today) = (await db.SettingsAsOfAsync(clock.Today, ct), clock.Today);
        var warnings = new List<Problem>();
        if (mentor is not null)
        {
            var pairs = await db.Set<Mentorship>().CountAsync(x => x.MentorId == mentor.Id && x.Id != form.Id && (x.Status == MentorshipStatus.Waiting || x.Status == MentorshipStatus.Active), ct);
            if (MentorshipRules.IsFull(pairs, settings.MentorPairLimit)) warnings.Add(new("MentorOverLimit", mentor.Name.Short, pairs, settings.MentorPairLimit));
        }
        if (mentee is not null && !YoungTeacherRules.IsYoung(mentee.BirthDate, mentee.TeachingSince, settings.Terms(form.From ?? today)))
            warnings.Add(new(mentee.BirthDate is null || mentee.TeachingSince is null ? "MenteeDatesUnknown" : "MenteeNotYoung", mentee.Name.Short));
        var held = mentee is null ? [] : await db.PlacesHeldAsync(actor, mentee, form.Id, ct);
        warnings.AddRange(held.Where(x => x.Direction != form.Direction).Select(x => MentorshipRules.Beside(mentee!.Name, x.Direction, x.Mentor, x.Center)));
        var refusal = form.MentorId is not null && form.MentorId == form.MenteeId ? new Problem("MentorIsMentee")
            : held.FirstOrDefault(x => x.Direction == form.Direction) is { } taken ? MentorshipRules.Taken(mentee!.Name, taken.Direction, taken.Mentor, taken.Center) : null;
        return new(mentor?.Name, mentee?.Name, refusal, warnings);
    }

    private static async Task<IQueryable<Person>> WaitingAsync(AppDb db, Actor actor, int? center, DateOnly day, CancellationToken ct)
    {
        var centers = Centers(actor, center);
        var people = centers is [] ? db.Set<Person>().Where(_ => false) : centers is null ? db.Set<Person>() : db.Set<Person>().LinkedTo(centers, db);
        return people.YoungWithoutMentor(db, (await db.SettingsAsOfAsync(day, ct)).Terms(day));
    }

    private static async Task<IReadOnlyList<BoardMentee>> MenteesAsync(AppDb db, IReadOnlyList<int> ids, DateOnly day, CancellationToken ct)
    {
        var people = await db.Set<Person>().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        var jobs = await db.JobsOnAsync([.. ids], day, ct);
        return [.. ids.Where(people.ContainsKey).Select(id => people[id]).Select(x => new BoardMentee(x.Id, x.PublicKey, x.Name, x.BirthDate is { } born ? Age.On(born, day) : null, x.TeachingSince, jobs.GetValueOrDefault(x.Id)))];
    }

    /// <summary>The center of the filter, if the actor may look into it; else all that they may; null for all there are.</summary>
    private static int[]? Centers(Actor actor, int? center)
    {
        var centers = actor.CentersFor(Permission.ViewMentoring);
        return center is { } one ? centers is null || centers.Contains(one) ? [one] : [] : centers;
    }
}

/// <summary>A mentor whom somebody has or is to have.</summary>
/// <param name="Mentor">Null for who may not look into the center.</param>
internal sealed record PlaceHeld(MentoringDirection Direction, PersonName? Mentor, string Center);

internal static class PlaceReading
{
    /// <summary>The mentors that the mentee has already, one a direction.</summary>
    /// <param name="except">The pair that asks, if it exists already.</param>
    public static async Task<IReadOnlyList<PlaceHeld>> PlacesHeldAsync(this AppDb db, Actor actor, Person mentee, int? except, CancellationToken ct)
    {
        var held = await db.Set<Mentorship>().AsNoTracking()
            .Where(x => x.MenteeId == mentee.Id && x.Id != except && (x.Status == MentorshipStatus.Waiting || x.Status == MentorshipStatus.Active))
            .OrderBy(x => x.Id)
            .Select(x => new { x.Direction, x.CenterId, x.Mentor!.FamilyName, x.Mentor.GivenName, x.Mentor.Patronymic, Center = db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).First() })
            .ToListAsync(ct);
        return held.ConvertAll(x => new PlaceHeld(x.Direction, actor.Can(Permission.ViewMentoring, x.CenterId) ? new PersonName(x.FamilyName, x.GivenName, x.Patronymic) : null, x.Center));
    }

    /// <summary>Who holds the mentee's place in a direction already, as the refusal of the verb; null when nobody does.</summary>
    /// <inheritdoc cref="PlacesHeldAsync"/>
    public static async Task<Problem?> PlaceTakenAsync(this AppDb db, Actor actor, Person mentee, MentoringDirection direction, int? except, CancellationToken ct) =>
        (await db.PlacesHeldAsync(actor, mentee, except, ct)).FirstOrDefault(x => x.Direction == direction) is { } held ? MentorshipRules.Taken(mentee.Name, direction, held.Mentor, held.Center) : null;
}
