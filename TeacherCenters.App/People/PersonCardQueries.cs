using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.People;

/// <summary>The card of one person: facts, workplaces, events, history.</summary>
public sealed class PersonCardQueries(Store store, NetworkClock clock)
{
    /// <returns>Null for a person who does not exist or is not visible to the actor.</returns>
    public async Task<PersonCard?> CardAsync(Actor actor, Guid publicKey, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewPeople)) return null;
        await using var db = await store.ReadAsync(ct);
        var person = await db.Set<Person>().VisibleTo(actor, db).SingleOrDefaultAsync(x => x.PublicKey == publicKey, ct);
        if (person is null) return null;
        var centers = await (
            from link in db.Set<PersonLink>()
            join center in db.Set<Center>() on link.CenterId equals center.Id
            where link.PersonId == person.Id
            orderby center.Id
            select new { center.Id, center.ShortName }).ToListAsync(ct);
        var jobs = await (
            from job in db.Set<Employment>()
            join s in db.Set<School>() on job.SchoolId equals (int?)s.Id into schools
            from school in schools.DefaultIfEmpty()
            join m in db.Set<Municipality>() on school.MunicipalityId equals m.Id into municipalities
            from municipality in municipalities.DefaultIfEmpty()
            where job.PersonId == person.Id
            orderby job.To == null descending, job.To descending, job.IsMain descending, job.From descending, job.Id descending
            select new EmploymentRow(job.Id, job.Version, job.SchoolId, job.SchoolWritten ?? school.Name, municipality.ShortName, job.Position, job.Category, job.Subject, job.IsMain, job.From, job.To)).ToListAsync(ct);
        bool Holds(Permission permission) => actor.CentersFor(permission) is not { } own || centers.Any(c => own.Contains(c.Id));
        return new PersonCard(person.Id, person.Version, person.PublicKey, person.Name, person.BirthDate, person.BirthDate is { } born ? Age.On(born, clock.Today) : null,
            person.Snils is null ? null : Snils.Mask(person.Snils), person.Sex, person.Phone, person.Email, person.TeachingSince, jobs,
            [.. centers.Select(x => x.ShortName)], Holds(Permission.EditPeople), Holds(Permission.RevealSnils));
    }

    /// <summary>The person as the dialog edits them, without the insurance number; null when not visible.</summary>
    public async Task<PersonForm?> FormAsync(Actor actor, int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var x = await db.Set<Person>().VisibleTo(actor, db).SingleOrDefaultAsync(p => p.Id == id, ct);
        return x is null ? null : new PersonForm
        {
            Id = x.Id, Version = x.Version, Family = x.FamilyName, Given = x.GivenName, Patronymic = x.Patronymic, Sex = x.Sex, Phone = x.Phone, Email = x.Email,
            BirthDate = x.BirthDate, TeachingSince = x.TeachingSince, DativeOverride = x.DativeOverride, GenitiveOverride = x.GenitiveOverride,
        };
    }

    /// <summary>Events of the centers that the actor may look into, the latest first.</summary>
    public async Task<IReadOnlyList<PersonEventRow>> EventsAsync(Actor actor, int personId, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        if (!await db.Set<Person>().VisibleTo(actor, db).AnyAsync(x => x.Id == personId, ct)) return [];
        var centers = actor.CentersFor(Permission.ViewEvents);
        return await (
            from enrollment in db.Set<Enrollment>()
            join of in db.Set<TrainingEvent>() on enrollment.EventId equals of.Id
            join center in db.Set<Center>() on of.CenterId equals center.Id
            where enrollment.PersonId == personId && (centers == null || centers.Contains(of.CenterId))
            orderby of.StartsOn descending, of.Id descending
            select new PersonEventRow(of.Id, of.Title, of.StartsOn, of.EndsOn, of.Hours, center.ShortName, enrollment.Status)).ToListAsync(ct);
    }

    /// <summary>Who changed the person, their workplaces and links, or looked at the number; the latest first, at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int personId, int take = 50, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        if (!await db.Set<Person>().VisibleTo(actor, db).AnyAsync(x => x.Id == personId, ct)) return [];
        var jobs = await db.Set<Employment>().Where(x => x.PersonId == personId).Select(x => x.Id).ToListAsync(ct);
        var links = await db.Set<PersonLink>().Where(x => x.PersonId == personId).Select(x => x.Id).ToListAsync(ct);
        var rows = db.ChangeRows.Where(r =>
            (r.Kind == nameof(Person) && r.Key == personId) || (r.Kind == nameof(Employment) && jobs.Contains(r.Key)) || (r.Kind == nameof(PersonLink) && links.Contains(r.Key)));
        return await db.HistoryOfAsync(rows, PeopleCommands.NoteOf(personId), clock, take, ct);
    }
}
