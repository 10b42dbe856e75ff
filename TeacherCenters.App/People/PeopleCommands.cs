using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.People;

/// <summary>A person who has just been stored.</summary>
public sealed record PersonKey(int Id, Guid PublicKey);

/// <summary>People themselves; where they work is <see cref="EmploymentCommands"/>.</summary>
public sealed class PeopleCommands(Store store)
{
    /// <summary>Adds a person and links them to the center of the form.</summary>
    /// <returns>
    /// The person, a problem of the name, the number or the dates, <c>SnilsTaken</c> (whose it is), or <c>PersonNamesake</c> (name, birth
    /// date), <c>PersonNamesakeUndated</c> (name) or <c>PersonNamesakeElsewhere</c> (name), which pass once <see cref="PersonForm.NamesakeConfirmed"/> is set.
    /// </returns>
    public Task<Result<PersonKey>> CreateAsync(Actor actor, PersonForm form, CancellationToken ct = default) => store.WriteAsync<PersonKey>(actor, "people.create", async unit =>
    {
        actor.Demand(Permission.EditPeople, form.CenterId);
        unit.CenterId = form.CenterId;
        var facts = Facts(form, unit.Today);
        if (facts.Problem is { } wrong) return wrong;
        if (await DoubleAsync(unit, form, facts.Value!, ct) is { } known) return known;
        var person = Person.Create(facts.Value!.Name);
        Fill(person, form, facts.Value!);
        unit.Db.Add(person);
        await unit.FlushAsync(ct);
        if (form.CenterId is { } center) await EnsureLinkAsync(unit, person.Id, center, ct);
        return new PersonKey(person.Id, person.PublicKey);
    }, ct);

    /// <returns>As <see cref="CreateAsync"/>; <c>NotFound</c> for a person that the actor may not see.</returns>
    public Task<Result> ChangeAsync(Actor actor, PersonForm form, CancellationToken ct = default) => store.WriteAsync(actor, "people.change", async unit =>
    {
        var person = await unit.Db.Set<Person>().VisibleTo(actor, unit.Db).Include(x => x.Words).SingleOrDefaultAsync(x => x.Id == form.Id, ct);
        if (person is null) return new Problem("NotFound");
        unit.CenterId = await DemandAsync(unit, Permission.EditPeople, person.Id, ct);
        var facts = Facts(form, unit.Today);
        if (facts.Problem is { } wrong) return wrong;
        if (await DoubleAsync(unit, form, facts.Value!, ct) is { } known) return known;
        unit.Expect(person, form.Version);
        if (person.Name != facts.Value!.Name) person.Rename(facts.Value!.Name);
        Fill(person, form, facts.Value!);
        return Result.Done;
    }, ct);

    /// <summary>Makes a person of another center visible to the given one; done already is done.</summary>
    public Task<Result> LinkAsync(Actor actor, int personId, int centerId, CancellationToken ct = default) => store.WriteAsync(actor, "people.link", async unit =>
    {
        actor.Demand(Permission.EditPeople, centerId);
        if (!await unit.Db.Set<Person>().AnyAsync(x => x.Id == personId, ct)) return new Problem("NotFound");
        unit.CenterId = centerId;
        await EnsureLinkAsync(unit, personId, centerId, ct);
        return Result.Done;
    }, ct);

    /// <summary>Links a person to a center within an open verb, unless they are linked: enrolling does this.</summary>
    public static async Task EnsureLinkAsync(WriteUnit unit, int personId, int centerId, CancellationToken ct = default)
    {
        if (!await unit.Db.Set<PersonLink>().AnyAsync(x => x.PersonId == personId && x.CenterId == centerId, ct))
            unit.Db.Add(new PersonLink { PersonId = personId, CenterId = centerId });
    }

    /// <summary>Tells the whole insurance number; the history keeps who asked, and of whom.</summary>
    /// <returns>The number as it is written, empty when there is none.</returns>
    public Task<Result<string>> RevealSnilsAsync(Actor actor, Guid publicKey, CancellationToken ct = default) => store.WriteAsync<string>(actor, "people.reveal-snils", async unit =>
    {
        var person = await unit.Db.Set<Person>().AsNoTracking().VisibleTo(actor, unit.Db).Where(x => x.PublicKey == publicKey).Select(x => new { x.Id, x.Snils }).SingleOrDefaultAsync(ct);
        if (person is null) return new Problem("NotFound");
        unit.CenterId = await DemandAsync(unit, Permission.RevealSnils, person.Id, ct);
        unit.Note = NoteOf(person.Id);
        return Snils.Format(person.Snils);
    }, ct);

    /// <summary>By this note the history of a person finds acts that changed no row.</summary>
    internal static string NoteOf(int personId) => ObjectHistory.Mention(nameof(Person), personId);

    /// <summary>Stops the verb unless the actor holds the right in one of the person's centers.</summary>
    /// <returns>The center in which the right is held; null for the whole network.</returns>
    internal static async Task<int?> DemandAsync(WriteUnit unit, Permission permission, int personId, CancellationToken ct)
    {
        if (unit.Actor.CentersFor(permission) is not { } centers) return null;
        var center = await unit.Db.Set<PersonLink>().Where(x => x.PersonId == personId && centers.Contains(x.CenterId)).Select(x => (int?)x.CenterId).FirstOrDefaultAsync(ct);
        if (center is null) throw new MissingRightException(permission, null);
        return center;
    }

    private sealed record PersonFacts(PersonName Name, string? Snils, DateOnly? BirthDate, DateOnly? TeachingSince);

    private static Result<PersonFacts> Facts(PersonForm form, DateOnly today)
    {
        var name = PersonName.Of(form.Family, form.Given, form.Patronymic);
        if (name.Problem is { } problem) return problem;
        string? digits = null;
        if (Typed.OrNull(form.Snils) is { } typed)
        {
            var snils = Snils.Parse(typed);
            if (snils.Problem is { } wrong) return wrong.At(nameof(form.Snils));
            digits = snils.Value!.Digits;
        }
        var (born, since) = (form.BirthDate, form.TeachingSince);
        if (PersonRules.BirthDate(born, today) is { } range) return range;
        if (PersonRules.TeachingSince(since, born, today) is { } early) return early;
        return new PersonFacts(name.Value!, digits, born, since);
    }

    private static async Task<Problem?> DoubleAsync(WriteUnit unit, PersonForm form, PersonFacts facts, CancellationToken ct)
    {
        var people = unit.Db.Set<Person>().AsNoTracking().Where(x => x.Id != form.Id);
        if (facts.Snils is not null)
        {
            var owner = await people.Where(x => x.Snils == facts.Snils).Select(x => new { x.FamilyName, x.GivenName, x.Patronymic }).FirstOrDefaultAsync(ct);
            if (owner is not null) return new Problem("SnilsTaken", new PersonName(owner.FamilyName, owner.GivenName, owner.Patronymic).Full).At(nameof(form.Snils));
        }
        if (form.NamesakeConfirmed) return null;
        var search = SearchName.Of(facts.Name.Family, facts.Name.Given, facts.Name.Patronymic);
        if (form.Id is { } id && await unit.Db.Set<Person>().AnyAsync(x => x.Id == id && x.SearchText == search && x.BirthDate == facts.BirthDate, ct)) return null;
        var namesakes = await people.Where(x => x.SearchText == search).OrderBy(x => x.Id).Select(x => new { x.Id, x.BirthDate }).Take(50).ToListAsync(ct);
        var namesake = namesakes.FirstOrDefault(x => PersonRules.MayBeOne(x.BirthDate, facts.BirthDate));
        if (namesake is null) return null;
        // Of another center's people no more is told than that they are there.
        if (!await people.VisibleTo(unit.Actor, unit.Db).AnyAsync(x => x.Id == namesake.Id, ct)) return new Problem("PersonNamesakeElsewhere", facts.Name.Full);
        return namesake.BirthDate is { } born ? new Problem("PersonNamesake", facts.Name.Full, born) : new Problem("PersonNamesakeUndated", facts.Name.Full);
    }

    private static void Fill(Person person, PersonForm form, PersonFacts facts)
    {
        (person.BirthDate, person.TeachingSince, person.Sex) = (facts.BirthDate, facts.TeachingSince, form.Sex);
        (person.Phone, person.Email) = (Typed.OrNull(form.Phone), Typed.OrNull(form.Email));
        (person.DativeOverride, person.GenitiveOverride) = (Typed.OrNull(form.DativeOverride), Typed.OrNull(form.GenitiveOverride));
        if (facts.Snils is not null) person.Snils = facts.Snils;
        else if (form.ClearSnils) person.Snils = null;
    }
}
