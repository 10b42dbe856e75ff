using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Security;

public static class SecuritySetup
{
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("TeacherCenters");
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>>(provider =>
            new ConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>(options =>
                options.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(provider.GetRequiredService<DataRoot>().Keys), provider.GetRequiredService<ILoggerFactory>())));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext());
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = true;
            })
            .AddEntityFrameworkStores<AppDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<GrantClaimsFactory>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/account/login";
            options.LogoutPath = "/account/logout";
            options.AccessDeniedPath = "/account/denied";
            options.Cookie.Name = "teachercenters";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = false;
        });
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            // A page's policy asks for the right in at least one center; the verb asks again for the center of the row.
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(permission.ToString(), policy => policy.RequireAssertion(context => Actor.From(context.User).CanSomewhere(permission)));
            }
        });
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, RevalidatingAuthentication>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<AccountCommands>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<AuditCommands>();
        services.AddHistoryName<Account>(x => new NamedRow(x.Id, x.FullName, null));
        services.AddSingleton(new NavEntry(910, "/admin/users", Icons.Material.Outlined.ManageAccounts, () => UiText.Nav_Users, Permission.ManageUsers) { Under = "/admin/settings", Also = () => UiText.Also_Users });
        services.AddSingleton(new NavEntry(920, "/admin/audit", Icons.Material.Outlined.History, () => UiText.Nav_Audit, Permission.ViewAudit) { Under = "/admin/settings", Also = () => UiText.Also_Audit });
        services.AddSingleton(new NavEntry(990, "/account/password", Icons.Material.Outlined.Password, () => UiText.Account_Password) { InMenu = false, Also = () => UiText.Also_Password });
        return services;
    }
}

/// <summary>Puts the account's name and grants into the cookie's claims.</summary>
internal sealed class GrantClaimsFactory(UserManager<Account> users, IOptions<IdentityOptions> options, AppDb db)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <summary>There while the password is the one that was handed over.</summary>
    internal const string TemporaryPassword = "temporary-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var grants = await db.Set<RoleGrant>().AsNoTracking().Where(g => g.AccountId == user.Id).Select(g => new Grant(g.Role, g.CenterId)).ToListAsync();
        identity.AddClaims(Actor.Claims(user.FullName, grants));
        if (user.MustChangePassword) identity.AddClaim(new Claim(TemporaryPassword, ""));
        return identity;
    }
}

/// <summary>A cookie's expiry does not end a circuit: every minute the account is looked at again.</summary>
internal sealed class RevalidatingAuthentication(ILoggerFactory loggers, IDbContextFactory<AppDb> contexts, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (Actor.From(authenticationState.User).AccountId is not { } id) return false;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().Where(x => x.Id == id).Select(x => new { x.IsDisabled, x.SecurityStamp }).SingleOrDefaultAsync(cancellationToken);
        return account is { IsDisabled: false }
            && account.SecurityStamp == authenticationState.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
    }
}
