using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Security;

/// <param name="Hash">As the store keeps it; made by <see cref="AccountCommands.Hash"/>.</param>
public sealed record HashedPassword(string Hash);

/// <summary>Verbs on accounts. Signing in itself is the framework's.</summary>
public sealed class AccountCommands(Store store, IPasswordHasher<Account> hasher)
{
    public const int MinimumPasswordLength = 12;

    // The framework's hasher asks for an account and looks at none.
    private static readonly Account Nobody = new() { FullName = "" };

    /// <param name="personId">Whose account it is, where it is somebody of the network: an assessor's ties are known by it.</param>
    /// <returns>The new account's key; <c>PasswordTooShort</c>, <c>EmailTaken</c>, <c>GrantsMissing</c>, <c>GrantCenterMissing</c> (the role), <c>AssessorPersonMissing</c>, <c>NotFound</c> for the person.</returns>
    public async Task<Result<int>> CreateAsync(Actor actor, string email, string fullName, string password, IReadOnlyList<Grant> grants, bool mustChangePassword, int? personId = null, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageUsers, null);
        var hashed = Hash(password);
        if (hashed.Problem is { } weak) return weak.At("Password");
        return await store.WriteAsync<int>(actor, "accounts.create", async unit =>
        {
            var result = await AddAsync(unit, email, fullName, hashed.Require(), grants, mustChangePassword, cancellation);
            if (result.Problem is { } problem) return problem;
            if (await TieAsync(unit, result.Value!, personId, grants, cancellation) is { } missing) return missing;
            await unit.FlushAsync(cancellation);
            return result.Value!.Id;
        }, cancellation);
    }

    /// <summary>Takes a tenth of a second on purpose, so it stands before a write: at the gate everybody else's acts wait.</summary>
    /// <returns><c>PasswordTooShort</c>.</returns>
    public Result<HashedPassword> Hash(string password) =>
        password.Length < MinimumPasswordLength ? new Problem("PasswordTooShort", MinimumPasswordLength) : new HashedPassword(hasher.HashPassword(Nobody, password));

    /// <summary>As <see cref="CreateAsync"/>, within an open unit.</summary>
    public async Task<Result<Account>> AddAsync(WriteUnit unit, string email, string fullName, HashedPassword password, IReadOnlyList<Grant> grants, bool mustChangePassword, CancellationToken cancellation = default)
    {
        email = email.Trim();
        var settled = Settled(grants);
        if (settled.Problem is { } wrong) return wrong;
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
        account.PasswordHash = password.Hash;
        foreach (var grant in settled.Require()) account.Grants.Add(new RoleGrant { Role = grant.Role, CenterId = grant.CenterId });
        unit.Db.Add(account);
        return account;
    }

    /// <returns><c>NotFound</c>, <c>PasswordWrong</c>, <c>PasswordTooShort</c>.</returns>
    public async Task<Result> ChangeOwnPasswordAsync(Actor actor, string current, string next, CancellationToken cancellation = default)
    {
        string? known;
        await using (var db = await store.ReadAsync(cancellation)) known = await db.Users.Where(x => x.Id == actor.AccountId).Select(x => x.PasswordHash).SingleOrDefaultAsync(cancellation);
        if (known is null) return new Problem("NotFound");
        var wrong = new Problem("PasswordWrong").At("Current");
        if (hasher.VerifyHashedPassword(Nobody, known, current) == PasswordVerificationResult.Failed) return wrong;
        if (next == current) return new Problem("PasswordSame").At("New");
        var hashed = Hash(next);
        if (hashed.Problem is { } weak) return weak.At("New");
        return await store.WriteAsync(actor, "accounts.change-password", async unit =>
        {
            var account = await unit.Db.Users.SingleAsync(x => x.Id == actor.AccountId, cancellation);
            // Somebody has set another one meanwhile: the current one is current no more.
            if (account.PasswordHash != known) return wrong;
            SetPassword(account, hashed.Require(), mustChange: false);
            return Result.Done;
        }, cancellation);
    }

    /// <summary>Sets a temporary password that must be changed at the next sign-in, and answers it: it is shown once and kept nowhere.</summary>
    public async Task<Result<string>> ResetPasswordAsync(Actor actor, int accountId, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageUsers, null);
        var password = NewPassword();
        var hashed = Hash(password).Require();
        return await store.WriteAsync<string>(actor, "accounts.reset-password", async unit =>
        {
            var account = await unit.Db.Users.SingleOrDefaultAsync(x => x.Id == accountId, cancellation);
            if (account is null) return new Problem("NotFound");
            SetPassword(account, hashed, mustChange: true);
            account.LockoutEnd = null;
            return password;
        }, cancellation);
    }

    /// <summary>Name, person and roles; the account's open sign-ins end, so that they come back with the new rights.</summary>
    /// <param name="stamp">Of the account that the form was opened on.</param>
    /// <returns><c>NotFound</c>, <c>GrantsMissing</c>, <c>GrantCenterMissing</c> (the role), <c>FullNameMissing</c>, <c>LastAdministrator</c>, <c>ChangedByOther</c>.</returns>
    public Task<Result> EditAsync(Actor actor, int accountId, string stamp, string fullName, IReadOnlyList<Grant> given, int? personId, CancellationToken cancellation = default) =>
        store.WriteAsync(actor, "accounts.edit", async unit =>
        {
            actor.Demand(Permission.ManageUsers, null);
            var account = await unit.Db.Users.Include(x => x.Grants).SingleOrDefaultAsync(x => x.Id == accountId, cancellation);
            if (account is null) return new Problem("NotFound");
            if (string.IsNullOrWhiteSpace(fullName)) return new Problem("FullNameMissing").At("FullName");
            var settled = Settled(given);
            if (settled.Problem is { } wrong) return wrong;
            var grants = settled.Require();
            if (grants.All(g => g.Role != Role.Administrator) && await IsLastAdministratorAsync(unit, accountId, cancellation)) return new Problem("LastAdministrator");
            if (await TieAsync(unit, account, personId, grants, cancellation) is { } missing) return missing;
            unit.Db.Entry(account).Property(x => x.ConcurrencyStamp).OriginalValue = stamp;
            account.FullName = fullName.Trim();
            foreach (var gone in account.Grants.Where(g => !grants.Contains(new Grant(g.Role, g.CenterId))).ToList()) unit.Db.Remove(gone);
            foreach (var grant in grants.Where(g => account.Grants.All(x => (x.Role, x.CenterId) != (g.Role, g.CenterId))).ToList())
                unit.Db.Add(new RoleGrant { AccountId = accountId, Role = grant.Role, CenterId = grant.CenterId });
            RenewStamps(account);
            return Result.Done;
        }, cancellation);

    /// <summary>A disabled account cannot sign in, and its open circuits end within a minute. The inverse is the same verb.</summary>
    /// <returns><c>NotFound</c>, <c>LastAdministrator</c>.</returns>
    public Task<Result> SetDisabledAsync(Actor actor, int accountId, bool disabled, CancellationToken cancellation = default) =>
        store.WriteAsync(actor, disabled ? "accounts.disable" : "accounts.enable", async unit =>
        {
            actor.Demand(Permission.ManageUsers, null);
            var account = await unit.Db.Users.SingleOrDefaultAsync(x => x.Id == accountId, cancellation);
            if (account is null) return new Problem("NotFound");
            if (disabled && await IsLastAdministratorAsync(unit, accountId, cancellation)) return new Problem("LastAdministrator");
            account.IsDisabled = disabled;
            RenewStamps(account);
            return Result.Done;
        }, cancellation);

    /// <summary>Sixteen letters and digits that cannot be mistaken for each other, in groups of four.</summary>
    public static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));

    /// <summary>An administrator's rights count in the whole network and a reader's may; any other role is given in a center.</summary>
    private static Result<IReadOnlyList<Grant>> Settled(IReadOnlyList<Grant> grants)
    {
        if (grants.Count == 0) return new Problem("GrantsMissing").At("Grants");
        if (grants.FirstOrDefault(x => x.CenterId is null && x.Role is not (Role.Administrator or Role.Viewer)) is { } open) return new Problem("GrantCenterMissing", open.Role).At("Grants");
        return grants.Select(x => x.Role == Role.Administrator ? new Grant(x.Role, null) : x).Distinct().ToList();
    }

    private static async Task<Problem?> TieAsync(WriteUnit unit, Account account, int? personId, IReadOnlyList<Grant> grants, CancellationToken cancellation)
    {
        // Whose colleague, mentor or trainer an assessor is can be told by the card only.
        if (personId is null && grants.Any(x => x.Role == Role.Assessor)) return new Problem("AssessorPersonMissing").At("Person");
        if (personId is { } id && !await unit.Db.Set<Person>().AnyAsync(x => x.Id == id, cancellation)) return new Problem("NotFound").At("Person");
        account.PersonId = personId;
        return null;
    }

    private static void SetPassword(Account account, HashedPassword password, bool mustChange)
    {
        account.PasswordHash = password.Hash;
        account.MustChangePassword = mustChange;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>Open sign-ins end, and a form that was opened before is refused.</summary>
    private static void RenewStamps(Account account) => (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));

    private static async Task<bool> IsLastAdministratorAsync(WriteUnit unit, int accountId, CancellationToken cancellation) =>
        !await unit.Db.Users.AnyAsync(x => x.Id != accountId && !x.IsDisabled && x.Grants.Any(g => g.Role == Role.Administrator && g.CenterId == null), cancellation);
}
