using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Settings;

namespace TeacherCenters.Security;

public sealed record AccountFilter
{
    public string Text { get; set; } = "";

    public Role? Role { get; set; }

    /// <summary>True for those that are switched off, false for the others; null for all.</summary>
    public bool? Disabled { get; set; }
}

public sealed record GrantRow(Role Role, int? CenterId, string? Center);

/// <param name="Stamp">Changes with the account: a form is saved on the one that it was opened on.</param>
public sealed record AccountRow(int Id, string FullName, string Email, bool IsDisabled, IReadOnlyList<GrantRow> Grants, PersonHit? Person, string Stamp);

public sealed class AccountQueries(Store store, NetworkClock clock)
{
    /// <summary>Who changed the account or its roles, the latest first.</summary>
    public async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Actor actor, int id, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageUsers, null);
        await using var db = await store.ReadAsync(cancellation);
        var rows = db.ChangeRows.Where(x =>
            (x.Kind == nameof(Account) && x.Key == id)
            || (x.Kind == nameof(RoleGrant) && db.ChangeRows.Any(a => a.ChangeSetId == x.ChangeSetId && a.Kind == nameof(Account) && a.Key == id)));
        return await db.HistoryOfAsync(rows, null, clock, ct: cancellation);
    }

    /// <summary>Accounts by name; two queries whatever the size, and one more for a searched text.</summary>
    public async Task<Page<AccountRow>> ListAsync(Actor actor, AccountFilter filter, PageRequest page, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageUsers, null);
        await using var db = await store.ReadAsync(cancellation);
        var rows = db.Users.AsQueryable();
        if (SearchName.Words(filter.Text) is { Count: > 0 } words)
        {
            // Accounts are few, and the store knows the capitals of Latin letters only.
            var names = await db.Users.Select(x => new { x.Id, x.FullName, x.Email }).ToListAsync(cancellation);
            var found = names.Where(x => SearchName.Of(x.FullName, x.Email) is var name && words.All(w => name.Contains(w, StringComparison.Ordinal))).Select(x => x.Id).ToList();
            rows = rows.Where(x => found.Contains(x.Id));
        }
        if (filter.Role is { } role) rows = rows.Where(x => x.Grants.Any(g => g.Role == role));
        if (filter.Disabled is { } disabled) rows = rows.Where(x => x.IsDisabled == disabled);
        var total = await rows.CountAsync(cancellation);
        var centers = db.Set<Center>();
        var items = await rows
            .OrderBy(x => x.FullName).ThenBy(x => x.Id)
            .Skip(page.Skip).Take(page.Take)
            .Select(x => new AccountRow(x.Id, x.FullName, x.Email!, x.IsDisabled, x.Grants
                .OrderBy(g => g.Id)
                .Select(g => new GrantRow(g.Role, g.CenterId, centers.Where(c => c.Id == g.CenterId).Select(c => c.ShortName).FirstOrDefault()))
                .ToList(),
                db.Set<Person>().Where(p => p.Id == x.PersonId).Select(p => new PersonHit(p.Id, p.PublicKey, p.FamilyName, p.GivenName, p.Patronymic, p.BirthDate, null, false)).FirstOrDefault(),
                x.ConcurrencyStamp!))
            .ToListAsync(cancellation);
        return new(items, total);
    }
}
