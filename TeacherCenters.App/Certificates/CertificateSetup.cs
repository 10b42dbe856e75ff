using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Certificates;

public static class CertificateSetup
{
    internal const string VerifyLimit = "verify";

    /// <summary>Looks at the verification page that one address may take in a minute.</summary>
    private const int VerificationsPerMinute = 10;

    /// <summary>The snapshot of a document may tell the result of an assessment: shown history hides it from who may not see results.</summary>
    public static MaskedProperty Masked { get; } = new(nameof(Certificate), nameof(Certificate.Snapshot), Permission.ViewAssessmentResults);

    public static IServiceCollection AddCertificates(this IServiceCollection services)
    {
        services.AddSingleton<CertificateQueries>();
        services.AddSingleton<ToIssueQueries>();
        services.AddSingleton<CertificateCommands>();
        services.AddHistoryName<Certificate>(x => new NamedRow(x.Id, "№ " + x.Number + ", " + x.PersonName, null));
        services.AddSingleton<CertificatePdfs>();
        services.AddSingleton(Masked);
        services.AddSingleton(new Invariant("certificates.numbers", CertificateInvariants.NumbersAsync));
        services.AddSingleton(new Invariant("certificates.live", CertificateInvariants.LiveAsync));
        services.AddSingleton(new Invariant("certificates.due", CertificateInvariants.DueAsync));
        services.AddSingleton(new Invariant("certificates.snapshots", CertificateInvariants.SnapshotsAsync));
        services.AddSingleton(new Invariant("certificates.files", CertificateInvariants.FilesAsync));
        services.AddSingleton(new NavEntry(70, "/certificates", Icons.Material.Outlined.WorkspacePremium, () => UiText.Nav_Certificates, Permission.ViewCertificates) { Also = () => UiText.Also_Certificates });
        services.AddSingleton(new NavEntry(70, "/certificates/to-issue", Icons.Material.Outlined.PendingActions, () => CertificatesText.ToIssue_Title, Permission.ViewCertificates) { InMenu = false, Also = () => CertificatesText.ToIssue_Also });
        services.Configure<RateLimiterOptions>(options =>
        {
            options.AddPolicy(VerifyLimit, context => RateLimitPartition.GetFixedWindowLimiter($"verify:{context.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = VerificationsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            }));
            // An answer without a body would be re-executed into "not found".
            options.OnRejected ??= async (rejected, cancellation) =>
            {
                rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
                await rejected.HttpContext.Response.WriteAsync(CertificatesText.Verify_Often, cancellation);
            };
        });
        return services;
    }

    public static IEndpointRouteBuilder MapCertificates(this IEndpointRouteBuilder routes)
    {
        CertificateEndpoints.Map(routes);
        return routes;
    }
}
