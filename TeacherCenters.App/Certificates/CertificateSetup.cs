using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TeacherCenters.Data;

namespace TeacherCenters.Certificates;

public static class CertificateSetup
{
    internal const string VerifyLimit = "verify";

    /// <summary>Looks at the verification page that one address may take in a minute.</summary>
    private const int VerificationsPerMinute = 10;

    public static IServiceCollection AddCertificates(this IServiceCollection services)
    {
        services.AddSingleton<CertificateQueries>();
        services.AddSingleton<CertificateCommands>();
        services.AddSingleton<CertificatePdfs>();
        services.AddSingleton(new Invariant("certificates.numbers", CertificateInvariants.NumbersAsync));
        services.AddSingleton(new Invariant("certificates.live", CertificateInvariants.LiveAsync));
        services.AddSingleton(new Invariant("certificates.snapshots", CertificateInvariants.SnapshotsAsync));
        services.AddSingleton(new Invariant("certificates.files", CertificateInvariants.FilesAsync));
        services.Configure<RateLimiterOptions>(options => options.AddPolicy(VerifyLimit, context =>
            RateLimitPartition.GetFixedWindowLimiter($"verify:{context.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = VerificationsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })));
        return services;
    }
}
