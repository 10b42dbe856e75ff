using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Events;

/// <summary>What rests on an event.</summary>
/// <param name="Name">Whose it is, or its title.</param>
/// <param name="IsOpen">Anybody may read the name.</param>
public sealed record RestingOnEvent(int CenterId, string Name, bool IsOpen = false);

/// <summary>Something of a room to the right that rests on events; each such room registers its own. The store forbids to delete an event under it; this says where it stands.</summary>
/// <param name="Key">The refusal. It tells the name, or the center to who may not see it.</param>
/// <param name="Of">What rests on an event, the first of it first.</param>
public sealed record EventReference(string Key, Permission Needs, Func<AppDb, int, IQueryable<RestingOnEvent>> Of)
{
    /// <returns>Null when nothing rests on the event.</returns>
    public async Task<Problem?> FindAsync(AppDb db, Actor actor, int eventId, CancellationToken ct)
    {
        if (await Of(db, eventId).FirstOrDefaultAsync(ct) is not { } found) return null;
        return new(Key, found.IsOpen || actor.Can(Needs, found.CenterId) ? found.Name : await db.Set<Center>().Where(x => x.Id == found.CenterId).Select(x => x.ShortName).SingleAsync(ct));
    }
}
