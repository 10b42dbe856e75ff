using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Security;

/// <summary>Verbs on accounts. Signing in itself is the framework's.</summary>
public sealed class AccountCommands(Store store, IPasswordHasher<Account> hasher)
{
    public const int MinimumPasswordLength = 12;

    /// <returns>The new account's key; <c>PasswordTooShort</c>, <c>EmailTaken</c>, <c>GrantsMissing</c>.</returns>
    public Task<Result<int>> CreateAsync(Actor actor, string email, string fullName, string password, IReadOnlyList<Grant> grants, bool mustChangePassword, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(actor, "accounts.create", async unit =>
        {
            actor.Demand(Permission.ManageUsers, null);
            var result = await AddAsync(unit, email, fullName, password, grants, mustChangePassword, cancellation);
            if (result.Problem is { } problem) return problem;
            await unit.FlushAsync(cancellation);
            return result.Value!.Id;
        }, cancellation);

    /// <summary>As <see cref="CreateAsync"/>, within an open unit.</summary>
    public async Task<Result<Account>> AddAsync(WriteUnit unit, string email, string fullName, string password, IReadOnlyList<Grant> grants, bool mustChangePassword, CancellationToken cancellation = default)
    {
        email = email.Trim();
        if (password.Length < MinimumPasswordLength) return new Problem("PasswordTooShort", MinimumPasswordLength).At("Password");
        if (grants.Count == 0) return new Problem("GrantsMissing").At("Grants");
        var normalized = email.ToUpperInvariant();
        if (await unit.Db.Users.AnyAsync(x => x.NormalizedUserName == normalized, cancellation)) return new Problem("EmailTaken", email).At("Email");
        var account = new Account
        {
            UserName = email,
            NormalizedUserName = normalized,
            Email = email,
            NormalizedEmail = normalized,
            EmailConfirmed = true,
            FullName = fullName.Trim(),
            LockoutEnabled = true,
            MustChangePassword = mustChangePassword,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            ConcurrencyStamp = Guid.NewGuid().ToString("N"),
        };
        account.PasswordHash = hasher.HashPassword(account, password);
        foreach (var grant in grants) account.Grants.Add(new RoleGrant { Role = grant.Role, CenterId = grant.CenterId });
        unit.Db.Add(account);
        return account;
    }
}
