using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;

namespace TeacherCenters.Practices;

/// <summary>Verbs on practices: into the bank, along its chain, with what hangs on them.</summary>
public sealed class PracticeCommands(Store store, FileStore files)
{
    /// <summary>Proposes a practice, or changes one.</summary>
    /// <returns>The practice's id; or <c>NotFound</c>, or a problem of <see cref="PracticeRules.Check(PracticeForm, PracticeStatus)"/>.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, PracticeForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "practices.propose" : "practices.change", async unit =>
    {
        var stored = form.Id is { } id ? await unit.Db.Set<Practice>().VisibleTo(actor).Include(x => x.Authors).SingleOrDefaultAsync(x => x.Id == id, ct) : null;
        if (form.Id is not null && stored is null) return new Problem("NotFound");
        if (PracticeRules.Check(form, stored?.Status ?? PracticeStatus.Proposed) is { } wrong) return wrong;
        var centerId = stored?.CenterId ?? form.CenterId!.Value;
        actor.Demand(Permission.EditPractices, centerId);
        unit.CenterId = centerId;

        var people = await unit.Db.Set<Person>().Where(x => form.AuthorKeys.Contains(x.PublicKey)).ToDictionaryAsync(x => x.PublicKey, x => x.Id, ct);
        if (form.AuthorKeys.Any(x => !people.ContainsKey(x))) return new Problem("NotFound").At(nameof(form.AuthorKeys));
        if (stored is null)
        {
            stored = new Practice { CenterId = centerId, Kind = form.Kind, ProposedOn = unit.Today, ProposedBy = actor.Name };
            unit.Db.Add(stored);
        }
        else
        {
            Touch(unit, stored);
            unit.Expect(stored, form.Version);
        }
        stored.Kind = form.Kind;
        stored.Describe(form.Title.Trim(), Typed.OrNull(form.Subject), Typed.OrNull(form.Summary));
        Name(unit, stored, [.. form.AuthorKeys.Select(x => people[x]).Distinct()]);
        await unit.FlushAsync(ct);
        return stored.Id;
    }, ct);

    /// <summary>Takes one step of the chain, on the practice as the actor has seen it.</summary>
    /// <param name="version">Of the practice that was shown.</param>
    /// <returns><c>NotFound</c>, or a problem of <see cref="PracticeRules.Check(PracticeStatus, PracticeStatus, string?, int, string?)"/>.</returns>
    public Task<Result> MoveAsync(Actor actor, int id, PracticeStatus to, string? reason, int version, CancellationToken ct = default) => ChangeAsync(actor, VerbOf(to), id, async (unit, practice) =>
    {
        var authors = await unit.Db.Set<PracticeAuthor>().CountAsync(x => x.PracticeId == id, ct);
        if (PracticeRules.Check(practice.Status, to, reason, authors, practice.Summary) is { } wrong) return wrong;
        unit.Expect(practice, version);
        unit.Note = PracticeRules.NeedsReason(practice.Status, to) ? Typed.OrNull(reason) : null;
        return practice.MoveTo(to, unit.Note, unit.Today);
    }, ct);

    /// <returns><c>NotFound</c>, or a problem of <see cref="AttachedFileRules.Check(string, ReadOnlySpan{byte})"/> or <see cref="PracticeRules.MayAttach"/>.</returns>
    public async Task<Result> AttachAsync(Actor actor, int id, string name, ReadOnlyMemory<byte> content, CancellationToken ct = default)
    {
        await using (var db = await store.ReadAsync(ct))
        {
            if (await db.Set<Practice>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } shown) return new Problem("NotFound");
            actor.Demand(Permission.EditPractices, shown.CenterId);
            if (AttachedFileRules.Check(name, content.Span) is { } wrong) return wrong;
            if (await MayAttachAsync(db, id, FileStore.HashOf(content.Span), ct) is { } full) return full;
        }
        // On the disk before the write: at the gate everybody else's acts wait.
        var hash = await files.SaveAsync(content, ct);
        return await ChangeAsync(actor, "practices.attach", id, async (unit, practice) =>
        {
            if (await MayAttachAsync(unit.Db, id, hash, ct) is { } full) return full;
            unit.Note = AttachedFileRules.NameOf(name);
            unit.Db.Add(new AttachedFile { OwnerKind = nameof(Practice), OwnerId = id, Name = unit.Note, Size = content.Length, Hash = hash, AddedAt = unit.Now, AddedBy = actor.Name });
            Touch(unit, practice);
            return Result.Done;
        }, ct);
    }

    /// <summary>Takes a file off the practice. Its content stays in the store: others may hold the same.</summary>
    /// <returns><c>NotFound</c>.</returns>
    public Task<Result> DetachAsync(Actor actor, int id, int fileId, CancellationToken ct = default) => ChangeAsync(actor, "practices.detach", id, async (unit, practice) =>
    {
        if (await unit.Db.FilesOf(id).SingleOrDefaultAsync(x => x.Id == fileId, ct) is not { } file) return new Problem("NotFound");
        unit.Note = file.Name;
        unit.Db.Remove(file);
        Touch(unit, practice);
        return Result.Done;
    }, ct);

    /// <summary>
    /// Notes that the practice was shown at an event. Besides its own center the one that holds the event may: who borrows a published
    /// practice knows best.
    /// </summary>
    /// <returns><c>Required</c>, <c>NotFound</c>, or a problem of <see cref="PracticeRules.MayShow"/>.</returns>
    public Task<Result> ShowAsync(Actor actor, int id, PracticeShowingForm form, CancellationToken ct = default) => store.WriteAsync(actor, "practices.show", async unit =>
    {
        if (await unit.Db.Set<Practice>().VisibleTo(actor).Include(x => x.Showings).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } practice) return new Problem("NotFound");
        if (form.EventId is null) return new Problem("Required").At(nameof(form.EventId));
        if (await unit.Db.Set<TrainingEvent>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == form.EventId, ct) is not { } of) return new Problem("NotFound").At(nameof(form.EventId));
        DemandShowing(unit, practice, of.CenterId);
        if (PracticeRules.MayShow(of.Id, of.Status, [.. practice.Showings.Select(x => x.EventId)]) is { } wrong) return wrong.At(nameof(form.EventId));
        unit.Note = of.Title;
        practice.Showings.Add(new PracticeShowing { EventId = of.Id });
        Touch(unit, practice);
        return Result.Done;
    }, ct);

    /// <summary>Takes back that the practice was shown at an event.</summary>
    /// <returns><c>NotFound</c>.</returns>
    public Task<Result> UnshowAsync(Actor actor, int id, int showingId, CancellationToken ct = default) => store.WriteAsync(actor, "practices.unshow", async unit =>
    {
        if (await unit.Db.Set<Practice>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } practice) return new Problem("NotFound");
        if (await unit.Db.Set<PracticeShowing>().Include(x => x.Event).SingleOrDefaultAsync(x => x.Id == showingId && x.PracticeId == id, ct) is not { } showing) return new Problem("NotFound");
        DemandShowing(unit, practice, showing.Event!.CenterId);
        unit.Note = showing.Event.Title;
        unit.Db.Remove(showing);
        Touch(unit, practice);
        return Result.Done;
    }, ct);

    private static async Task<Problem?> MayAttachAsync(AppDb db, int id, string hash, CancellationToken ct)
    {
        var others = await db.FilesOf(id).Select(x => new { x.Name, x.Hash }).ToListAsync(ct);
        return PracticeRules.MayAttach(hash, [.. others.Select(x => (x.Name, x.Hash))]);
    }

    private static string VerbOf(PracticeStatus to) => to switch
    {
        PracticeStatus.Proposed => "practices.to-proposed",
        PracticeStatus.InTrial => "practices.to-trial",
        PracticeStatus.Approved => "practices.to-approved",
        PracticeStatus.Published => "practices.publish",
        _ => "practices.decline",
    };

    private static void DemandShowing(WriteUnit unit, Practice practice, int eventCenterId)
    {
        unit.CenterId = unit.Actor.Can(Permission.EditPractices, practice.CenterId) ? practice.CenterId : eventCenterId;
        unit.Actor.Demand(Permission.EditPractices, unit.CenterId);
    }

    private static void Name(WriteUnit unit, Practice practice, IReadOnlyList<int> people)
    {
        foreach (var gone in practice.Authors.Where(x => !people.Contains(x.PersonId)).ToList()) unit.Db.Remove(gone);
        for (var i = 0; i < people.Count; i++)
        {
            if (practice.Authors.Find(x => x.PersonId == people[i]) is { } known) known.Order = i + 1;
            else practice.Authors.Add(new PracticeAuthor { PersonId = people[i], Order = i + 1 });
        }
    }

    /// <summary>The practice counts as changed with what hangs on it, so that its history tells all and a form opened before sees the clash.</summary>
    private static void Touch(WriteUnit unit, Practice practice) => unit.Db.Entry(practice).Property(x => x.Kind).IsModified = true;

    private Task<Result> ChangeAsync(Actor actor, string verb, int id, Func<WriteUnit, Practice, Task<Result>> change, CancellationToken ct) => store.WriteAsync(actor, verb, async unit =>
    {
        if (await unit.Db.Set<Practice>().VisibleTo(actor).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } practice) return new Problem("NotFound");
        actor.Demand(Permission.EditPractices, practice.CenterId);
        unit.CenterId = practice.CenterId;
        return await change(unit, practice);
    }, ct);
}
