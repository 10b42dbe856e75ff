using System.Globalization;
using System.Security.Claims;

namespace TeacherCenters.Security;

/// <summary>A role given to an account: for one center, or for the whole network when <paramref name="CenterId"/> is null.</summary>
public sealed record Grant(Role Role, int? CenterId);

/// <summary>
/// Who acts. Always an explicit first argument, never ambient: a cascading value in pages, <see cref="From(ClaimsPrincipal)"/>
/// in endpoints, <see cref="System"/> in background work.
/// </summary>
public sealed class Actor
{
    private const string GrantClaim = "grant";
    private const string FullNameClaim = "fullname";

    public Actor(int? accountId, string name, IReadOnlyList<Grant> grants, string? address = null)
    {
        (AccountId, Name, Grants, Address) = (accountId, name, grants, address);
    }

    /// <summary>The program itself: set-up, the sample network, background work.</summary>
    public static Actor System { get; } = new(null, "Система", [new Grant(Role.Administrator, null)]);

    /// <summary>Nobody: may do nothing and sees nothing.</summary>
    public static Actor Nobody { get; } = new(null, "", []);

    public int? AccountId { get; }

    public string Name { get; }

    public IReadOnlyList<Grant> Grants { get; }

    /// <summary>Where the act comes from, for the history: an address, or null.</summary>
    public string? Address { get; }

    public bool IsAdministrator => Grants.Any(g => g.Role == Role.Administrator);

    /// <summary>True if the right is held in the given center; with null, if it is held for the whole network.</summary>
    public bool Can(Permission permission, int? centerId) =>
        Grants.Any(g => RolePermissions.Allows(g.Role, permission) && (g.CenterId is null || g.CenterId == centerId));

    /// <summary>True if the right is held in at least one center: enough to open a page, never to change a row.</summary>
    public bool CanSomewhere(Permission permission) => Grants.Any(g => RolePermissions.Allows(g.Role, permission));

    /// <summary>The centers in which the right is held; null means all of them.</summary>
    public int[]? CentersFor(Permission permission)
    {
        var held = Grants.Where(g => RolePermissions.Allows(g.Role, permission)).ToList();
        return held.Any(g => g.CenterId is null) ? null : [.. held.Select(g => g.CenterId!.Value).Distinct()];
    }

    /// <summary>Stops a verb whose right is missing on something that the actor may see.</summary>
    /// <exception cref="MissingRightException">The right is not held in that center.</exception>
    public void Demand(Permission permission, int? centerId)
    {
        if (!Can(permission, centerId)) throw new MissingRightException(permission, centerId);
    }

    /// <summary>As <see cref="Demand"/>, for what belongs to the network as a whole and may be done from any center.</summary>
    /// <exception cref="MissingRightException">The right is held nowhere.</exception>
    public void DemandSomewhere(Permission permission)
    {
        if (!CanSomewhere(permission)) throw new MissingRightException(permission, null);
    }

    /// <summary>The actor behind a signed-in request or circuit; <see cref="Nobody"/> when nobody is signed in.</summary>
    public static Actor From(ClaimsPrincipal user, string? address = null)
    {
        if (user.Identity?.IsAuthenticated != true) return Nobody;
        var id = int.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        var grants = user.FindAll(GrantClaim).Select(claim =>
        {
            var parts = claim.Value.Split(':');
            return new Grant(Enum.Parse<Role>(parts[0]), parts[1].Length == 0 ? null : int.Parse(parts[1], CultureInfo.InvariantCulture));
        });
        return new Actor(id, user.FindFirstValue(FullNameClaim) ?? "", [.. grants], address);
    }

    internal static IEnumerable<Claim> Claims(string fullName, IEnumerable<Grant> grants)
    {
        yield return new Claim(FullNameClaim, fullName);
        foreach (var grant in grants)
            yield return new Claim(GrantClaim, $"{grant.Role}:{grant.CenterId?.ToString(CultureInfo.InvariantCulture)}");
    }
}

/// <summary>A right is missing on something visible: a bug of the screen or a forged call, answered with 403.</summary>
public sealed class MissingRightException(Permission permission, int? centerId)
    : Exception($"Right {permission} is missing for center {centerId?.ToString(CultureInfo.InvariantCulture) ?? "network"}.")
{
    public Permission Permission { get; } = permission;
}
