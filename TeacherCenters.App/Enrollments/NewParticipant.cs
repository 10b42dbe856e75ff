using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Enrollments;

/// <summary>A participant who is not in the network yet.</summary>
internal static class NewParticipant
{
    /// <returns>
    /// The added person; or a problem of the name or the insurance number, <c>BirthDateRange</c>, <c>SnilsTaken</c> (name),
    /// <c>PersonLooksKnown</c> (name).
    /// </returns>
    public static async Task<Result<Person>> AddAsync(WriteUnit unit, int centerId, ParticipantForm form, CancellationToken ct)
    {
        var name = PersonName.Of(form.Family, form.Given, form.Patronymic);
        if (name.Problem is { } badName) return badName;
        string? digits = null;
        if (EnrollmentWrites.Blank(form.Snils) is { } text)
        {
            var snils = Snils.Parse(text);
            if (snils.Problem is { } badNumber) return badNumber.At(nameof(form.Snils));
            digits = snils.Require().Digits;
            var owner = await unit.Db.Set<Person>().Where(x => x.Snils == digits).Select(x => new { x.FamilyName, x.GivenName, x.Patronymic }).FirstOrDefaultAsync(ct);
            if (owner is not null) return new Problem("SnilsTaken", new PersonName(owner.FamilyName, owner.GivenName, owner.Patronymic).Full).At(nameof(form.Snils));
        }
        var birth = form.BirthDate;
        if (PersonRules.BirthDate(birth, unit.Today) is { } badDate) return badDate;
        if (!form.IsAnother && await LooksKnownAsync(unit, name.Require(), birth, ct)) return new Problem("PersonLooksKnown", name.Require().Full);
        return PersonIntake.Add(unit, centerId, new PersonFacts(name.Require())
        {
            BirthDate = birth,
            Snils = digits,
            Phone = EnrollmentWrites.Blank(form.Phone),
            Email = EnrollmentWrites.Blank(form.Email),
            SchoolId = form.SchoolId,
            Position = EnrollmentWrites.Blank(form.Position),
        });
    }

    /// <summary>The same whole name, and no birth date that tells the two apart.</summary>
    private static Task<bool> LooksKnownAsync(WriteUnit unit, PersonName name, DateOnly? birth, CancellationToken ct)
    {
        var search = SearchName.Of(name.Family, name.Given, name.Patronymic);
        return unit.Db.Set<Person>().AnyAsync(x => x.SearchText == search && (birth == null || x.BirthDate == null || x.BirthDate == birth), ct);
    }
}
