using TeacherCenters.Data;
using TeacherCenters.Security;

namespace TeacherCenters.People;

public static class PeopleVisibility
{
    /// <summary>People linked to a center in which the actor may see people; all of them for the whole network.</summary>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, Actor actor, AppDb db) =>
        actor.CentersFor(Permission.ViewPeople) is { } centers ? people.LinkedTo(centers, db) : people;

    /// <summary>Workplaces of people whom the actor may change.</summary>
    public static IQueryable<Employment> EditableBy(this IQueryable<Employment> jobs, Actor actor, AppDb db) => actor.CentersFor(Permission.EditPeople) is { } centers
        ? jobs.Where(x => db.Set<PersonLink>().Any(l => l.PersonId == x.PersonId && centers.Contains(l.CenterId)))
        : jobs;

    /// <summary>People linked to one of the centers.</summary>
    public static IQueryable<Person> LinkedTo(this IQueryable<Person> people, int[] centers, AppDb db)
    {
        // One center is by far the usual case, and an equality reads the index where a list would not.
        if (centers is [var center]) return people.Where(x => db.Set<PersonLink>().Any(l => l.PersonId == x.Id && l.CenterId == center));
        return people.Where(x => db.Set<PersonLink>().Any(l => l.PersonId == x.Id && centers.Contains(l.CenterId)));
    }
}
