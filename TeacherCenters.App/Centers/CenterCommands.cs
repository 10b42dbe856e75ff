using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Centers;

/// <summary>Centers, their rooms and who signs for them. A center itself is opened and named only for the whole network.</summary>
public sealed class CenterCommands(Store store)
{
    /// <returns>The center's id, or <c>CenterCodeTaken</c> or <c>CenterCodeIssued</c> with the name of the center that has it or has issued documents under it.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, CenterForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "centers.create" : "centers.change", async unit =>
    {
        actor.Demand(Permission.EditCenters, form.Id);
        var code = form.Code.Trim().ToUpperInvariant();
        var other = await unit.Db.Set<Center>().Where(x => x.Code == code && x.Id != form.Id).Select(x => x.ShortName).FirstOrDefaultAsync(ct);
        if (other is not null) return new Problem("CenterCodeTaken", other).At(nameof(form.Code));
        if (await CenterCodes.IssuedByAsync(unit.Db, code, form.Id, ct) is { } issuer) return new Problem("CenterCodeIssued", issuer).At(nameof(form.Code));
        Center? center;
        if (form.Id is { } id)
        {
            center = await unit.Db.Set<Center>().SingleOrDefaultAsync(x => x.Id == id, ct);
            if (center is null) return new Problem("NotFound");
            unit.Expect(center, form.Version);
        }
        else
        {
            center = new Center { Kind = form.Kind, ShortName = "", FullName = "", City = "", Code = "" };
            unit.Db.Add(center);
        }
        (center.Kind, center.Code, center.IsClosed) = (form.Kind, code, form.IsClosed);
        (center.ShortName, center.FullName, center.City) = (form.ShortName.Trim(), form.FullName.Trim(), form.City.Trim());
        (center.Address, center.Phone) = (Typed.OrNull(form.Address), Typed.OrNull(form.Phone));
        await unit.FlushAsync(ct);
        unit.CenterId = center.Id;
        return center.Id;
    }, ct);

    /// <returns>The room's id, or <c>RoomNameTaken</c>.</returns>
    public Task<Result<int>> SaveRoomAsync(Actor actor, RoomForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "rooms.create" : "rooms.change", async unit =>
    {
        if (!await unit.Db.Set<Center>().VisibleTo(actor).AnyAsync(x => x.Id == form.CenterId, ct)) return new Problem("NotFound");
        actor.Demand(Permission.EditCenters, form.CenterId);
        var name = form.Name.Trim();
        if (await unit.Db.Set<Room>().AnyAsync(x => x.CenterId == form.CenterId && x.Name == name && x.Id != form.Id, ct))
            return new Problem("RoomNameTaken", name).At(nameof(form.Name));
        Room? room;
        if (form.Id is { } id)
        {
            room = await unit.Db.Set<Room>().SingleOrDefaultAsync(x => x.Id == id && x.CenterId == form.CenterId, ct);
            if (room is null) return new Problem("NotFound");
            unit.Expect(room, form.Version);
        }
        else
        {
            room = new Room { CenterId = form.CenterId, Name = name, Capacity = 1 };
            unit.Db.Add(room);
        }
        (room.Name, room.Capacity, room.Equipment, room.IsClosed) = (name, form.Capacity ?? 1, Typed.OrNull(form.Equipment), form.IsClosed);
        unit.CenterId = form.CenterId;
        await unit.FlushAsync(ct);
        return room.Id;
    }, ct);

    /// <returns>The signatory's id, or a problem of <see cref="CenterRules.Signatory"/>.</returns>
    public Task<Result<int>> SaveSignatoryAsync(Actor actor, SignatoryForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "signatories.create" : "signatories.change", async unit =>
    {
        if (!await unit.Db.Set<Center>().VisibleTo(actor).AnyAsync(x => x.Id == form.CenterId, ct)) return new Problem("NotFound");
        actor.Demand(Permission.EditCenters, form.CenterId);
        if (form.ValidFrom is not { } from) return new Problem("SignatoryFromMissing").At(nameof(form.ValidFrom));
        var to = form.ValidTo;
        var all = await unit.Db.Set<Signatory>().Where(x => x.CenterId == form.CenterId).ToListAsync(ct);
        if (CenterRules.Signatory(form.Kind, from, to, all.Where(x => x.Id != form.Id)) is { } problem) return problem;
        Signatory? signatory;
        if (form.Id is { } id)
        {
            signatory = all.SingleOrDefault(x => x.Id == id);
            if (signatory is null) return new Problem("NotFound");
            unit.Expect(signatory, form.Version);
        }
        else
        {
            signatory = new Signatory { CenterId = form.CenterId, Kind = form.Kind, Post = "", PrintedName = "", ValidFrom = from };
            unit.Db.Add(signatory);
        }
        (signatory.Kind, signatory.Post, signatory.PrintedName) = (form.Kind, form.Post.Trim(), form.PrintedName.Trim());
        (signatory.ValidFrom, signatory.ValidTo) = (from, to);
        unit.CenterId = form.CenterId;
        await unit.FlushAsync(ct);
        return signatory.Id;
    }, ct);
}
