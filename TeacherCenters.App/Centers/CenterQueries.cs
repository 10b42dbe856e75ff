using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Centers;

public sealed record CenterOption(int Id, string Name, CenterKind Kind, bool IsClosed);

public sealed record RoomChoice(int Id, int CenterId, string CenterName, string Name, int Capacity)
{
    /// <summary>«Аудитория 5 (30 мест)» is the screen's; this is the room and its center for other centers' rooms.</summary>
    public string Title(bool withCenter) => withCenter ? $"{Name}, {CenterName}" : Name;
}

public sealed record RoomRow(int Id, int Version, int CenterId, string Name, int Capacity, string? Equipment, bool IsClosed);

public sealed record SignatoryRow(int Id, int Version, int CenterId, SignatoryKind Kind, string Post, string PrintedName, DateOnly ValidFrom, DateOnly? ValidTo, bool IsCurrent);

public sealed record CenterRow(
    int Id, int Version, CenterKind Kind, string ShortName, string FullName, string City, string? Address, string? Phone, string Code, bool IsClosed,
    IReadOnlyList<RoomRow> Rooms, IReadOnlyList<SignatoryRow> Signatories);

public sealed class CenterQueries(Store store, NetworkClock clock)
{
    /// <summary>The centers that the actor may look into, for the switcher and the pickers; training centers first. Closed ones only with <paramref name="withClosed"/>.</summary>
    public async Task<IReadOnlyList<CenterOption>> ChoicesAsync(Actor actor, bool withClosed = false, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Center>().VisibleTo(actor)
            .Where(x => withClosed || !x.IsClosed)
            .OrderBy(x => x.IsClosed).ThenByDescending(x => x.Kind).ThenBy(x => x.Id)
            .Select(x => new CenterOption(x.Id, x.ShortName, x.Kind, x.IsClosed))
            .ToListAsync(ct);
    }

    /// <summary>Whether the actor holds the right in an open center of the kind: without one there is nothing to fill a form in for.</summary>
    public async Task<bool> AnyAsync(Actor actor, Permission needs, CenterKind kind, CancellationToken ct = default) =>
        actor.CanSomewhere(needs) && (await ChoicesAsync(actor, ct: ct)).Any(x => x.Kind == kind && actor.Can(needs, x.Id));

    /// <summary>Open rooms of all open centers: a session may take place in another center's room.</summary>
    /// <param name="firstCenterId">The center whose rooms come first.</param>
    public async Task<IReadOnlyList<RoomChoice>> RoomsAsync(Actor actor, int? firstCenterId = null, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewEvents)) return [];
        await using var db = await store.ReadAsync(ct);
        return await (
            from room in db.Set<Room>()
            join center in db.Set<Center>() on room.CenterId equals center.Id
            where !room.IsClosed && !center.IsClosed
            orderby center.Id == firstCenterId ? 0 : 1, center.Id, room.Name, room.Id
            select new RoomChoice(room.Id, center.Id, center.ShortName, room.Name, room.Capacity)).ToListAsync(ct);
    }

    /// <summary>The centers with their rooms and signatories, for the page of centers.</summary>
    public async Task<IReadOnlyList<CenterRow>> ListAsync(Actor actor, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var today = clock.Today;
        var centers = await db.Set<Center>().VisibleTo(actor).OrderBy(x => x.IsClosed).ThenByDescending(x => x.Kind).ThenBy(x => x.Id).ToListAsync(ct);
        var ids = centers.Select(x => x.Id).ToList();
        var rooms = await db.Set<Room>().Where(x => ids.Contains(x.CenterId)).OrderBy(x => x.IsClosed).ThenBy(x => x.Name).ThenBy(x => x.Id)
            .Select(x => new RoomRow(x.Id, x.Version, x.CenterId, x.Name, x.Capacity, x.Equipment, x.IsClosed)).ToListAsync(ct);
        var signatories = await db.Set<Signatory>().Where(x => ids.Contains(x.CenterId)).OrderBy(x => x.Kind).ThenByDescending(x => x.ValidFrom).ThenBy(x => x.Id)
            .Select(x => new SignatoryRow(x.Id, x.Version, x.CenterId, x.Kind, x.Post, x.PrintedName, x.ValidFrom, x.ValidTo, x.ValidFrom <= today && (x.ValidTo == null || x.ValidTo >= today)))
            .ToListAsync(ct);
        return [.. centers.Select(x => new CenterRow(x.Id, x.Version, x.Kind, x.ShortName, x.FullName, x.City, x.Address, x.Phone, x.Code, x.IsClosed,
            [.. rooms.Where(r => r.CenterId == x.Id)], [.. signatories.Where(s => s.CenterId == x.Id)]))];
    }
}

public static class CenterVisibility
{
    /// <summary>The centers that the actor may look into.</summary>
    public static IQueryable<Center> VisibleTo(this IQueryable<Center> centers, Actor actor) =>
        actor.CentersFor(Permission.ViewEvents) is { } ids ? centers.Where(x => ids.Contains(x.Id)) : centers;
}
