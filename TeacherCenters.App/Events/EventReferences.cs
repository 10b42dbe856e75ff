using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Practices;
using TeacherCenters.Security;

namespace TeacherCenters.Events;

/// <summary>What of the rooms to the right rests on an event. The store forbids to delete such an event; this says where it stands.</summary>
internal static class EventReferences
{
    /// <returns>
    /// <c>EventInRoute</c> (whose), <c>EventHasInternship</c> (whose), <c>EventShowsPractice</c> (its title); where the actor may not see it, its center stands instead.
    /// Null when nothing rests on the event.
    /// </returns>
    public static async Task<Problem?> ReferredAsync(AppDb db, Actor actor, int eventId, CancellationToken ct)
    {
        var route = await (
            from item in db.Set<RouteItem>()
            join of in db.Set<LearningRoute>() on item.RouteId equals of.Id
            join person in db.Set<Person>() on of.PersonId equals person.Id
            where item.EventId == eventId
            orderby of.Id
            select new { of.CenterId, Name = new PersonName(person.FamilyName, person.GivenName, person.Patronymic) }).FirstOrDefaultAsync(ct);
        if (route is not null) return await SayAsync("EventInRoute", Permission.ViewMentoring, route.CenterId, route.Name.Short);
        var internship = await (
            from of in db.Set<Internship>()
            join person in db.Set<Person>() on of.PersonId equals person.Id
            where of.EventId == eventId
            orderby of.Id
            select new { of.CenterId, Name = new PersonName(person.FamilyName, person.GivenName, person.Patronymic) }).FirstOrDefaultAsync(ct);
        if (internship is not null) return await SayAsync("EventHasInternship", Permission.ViewMentoring, internship.CenterId, internship.Name.Short);
        var practice = await (
            from showing in db.Set<PracticeShowing>()
            join of in db.Set<Practice>() on showing.PracticeId equals of.Id
            where showing.EventId == eventId
            orderby of.Id
            select new { of.CenterId, of.Title, IsPublished = of.Status == PracticeStatus.Published }).FirstOrDefaultAsync(ct);
        return practice is null ? null
            : practice.IsPublished ? new Problem("EventShowsPractice", practice.Title)
            : await SayAsync("EventShowsPractice", Permission.ViewEvents, practice.CenterId, practice.Title);

        async Task<Problem> SayAsync(string key, Permission right, int centerId, string name) => new(key,
            actor.Can(right, centerId) ? name : await db.Set<Center>().Where(x => x.Id == centerId).Select(x => x.ShortName).SingleAsync(ct));
    }
}
