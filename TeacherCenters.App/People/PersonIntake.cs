using System.Text.RegularExpressions;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>What a list or a short form says about a person; empty fields say nothing.</summary>
public sealed record PersonFacts(PersonName Name)
{
    public DateOnly? BirthDate { get; init; }

    /// <summary>Eleven digits.</summary>
    public string? Snils { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public int? SchoolId { get; init; }

    /// <summary>The organisation as it was written; counts only where <see cref="SchoolId"/> is null.</summary>
    public string? SchoolWritten { get; init; }

    public string? Position { get; init; }

    public string? Subject { get; init; }
}

/// <summary>Verbs on people that are part of another feature's verb: they take the open unit and join it.</summary>
public static partial class PersonIntake
{
    /// <summary>Adds a person with the workplace, visible to the center.</summary>
    public static Person Add(WriteUnit unit, int centerId, PersonFacts facts)
    {
        var person = Person.Create(facts.Name);
        Add(unit, centerId, person, facts);
        return person;
    }

    /// <inheritdoc cref="Add(WriteUnit, int, PersonFacts)"/>
    /// <returns>The workplace, when the facts name a school or tell how it is written.</returns>
    public static Employment? Add(WriteUnit unit, int centerId, Person person, PersonFacts facts)
    {
        person.Sex = SexProposal.FromPatronymic(facts.Name.Patronymic);
        unit.Db.Add(person);
        unit.Db.Add(new PersonLink { Person = person, CenterId = centerId });
        FillBlanks(person, facts);
        return AddWorkplace(unit, person, facts);
    }

    /// <summary>Fills what is empty in the store; what is there already is never overwritten.</summary>
    public static void FillBlanks(Person person, PersonFacts facts)
    {
        person.BirthDate ??= facts.BirthDate;
        person.Snils ??= facts.Snils;
        person.Phone ??= facts.Phone;
        person.Email ??= facts.Email;
    }

    /// <summary>Adds the workplace that the facts name, when they name a school or tell how it is written.</summary>
    public static Employment? AddWorkplace(WriteUnit unit, Person person, PersonFacts facts)
    {
        if (facts.SchoolId is null && facts.SchoolWritten is null) return null;
        var employment = new Employment
        {
            Person = person,
            SchoolId = facts.SchoolId,
            SchoolWritten = facts.SchoolId is null ? facts.SchoolWritten : null,
            Position = facts.Position ?? "",
            Category = CategoryOf(facts.Position),
            Subject = facts.Subject,
        };
        unit.Db.Add(employment);
        return employment;
    }

    /// <summary>The category of worker that a position speaks of; a teacher where it says nothing else.</summary>
    public static WorkerCategory CategoryOf(string? position)
    {
        var text = Acting().Replace(SearchName.Of(position), "");
        if (Deputy().IsMatch(text)) return WorkerCategory.DeputyHead;
        if (text.StartsWith("ДИРЕКТОР", StringComparison.Ordinal) || text.StartsWith("ЗАВЕДУЮЩ", StringComparison.Ordinal)) return WorkerCategory.Head;
        string[] specialists = ["МЕТОДИСТ", "ПСИХОЛОГ", "ЛОГОПЕД", "ДЕФЕКТОЛОГ", "СОЦИАЛЬН", "БИБЛИОТЕКАР", "ТЬЮТОР", "СПЕЦИАЛИСТ", "КОНЦЕРТМЕЙСТЕР", "ВОЖАТ"];
        return specialists.Any(x => text.Contains(x, StringComparison.Ordinal)) ? WorkerCategory.Specialist : WorkerCategory.Teacher;
    }

    /// <summary>«И. о. директора», «врио директора»: who acts for a head counts as one.</summary>
    [GeneratedRegex(@"^(И\.? ?О\.? ?(?=ДИРЕКТОР|ЗАВЕДУЮЩ|ЗАМ)|ВРИО |(ВРЕМЕННО )?ИСПОЛНЯЮЩ\w+ ОБЯЗАННОСТИ )", RegexOptions.CultureInvariant)]
    private static partial Regex Acting();

    /// <summary>«Завуч», «замдиректора», «зам. по УВР»; «замещающий учитель» is a teacher.</summary>
    [GeneratedRegex(@"^(ЗАВУЧ|ЗАМ(ЕСТИТЕЛ|-?ДИР|(?!\w)))", RegexOptions.CultureInvariant)]
    private static partial Regex Deputy();
}
