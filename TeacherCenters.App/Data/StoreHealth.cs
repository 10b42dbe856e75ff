using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeacherCenters.Kernel;

namespace TeacherCenters.Data;

/// <summary>Ready means: the store answers, nothing waits to be migrated, the gate passes, the disk has room, the keys are there.</summary>
internal sealed class StoreHealth(IDbContextFactory<AppDb> contexts, WriteGate gate, DataRoot root) : IHealthCheck
{
    private const long LowDiskBytes = 100L * 1024 * 1024;
    private static readonly TimeSpan LongWrite = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return HealthCheckResult.Unhealthy("A migration is pending.");
        // Anybody may ask: the question must not stand in the queue of those who work.
        if (gate.HeldFor > LongWrite) return HealthCheckResult.Degraded("The write gate has been held for more than five seconds.");
        if (new DriveInfo(root.Root).AvailableFreeSpace < LowDiskBytes) return HealthCheckResult.Unhealthy("Less than 100 MB are free on the disk.");
        if (!Directory.Exists(root.Keys)) return HealthCheckResult.Unhealthy("The folder of keys is missing.");
        return HealthCheckResult.Healthy();
    }
}

/// <summary>Tells how old the last whole backup is; one of two days ago, or a night that failed, is a warning.</summary>
internal sealed class BackupHealth(Backup backup, Nights nights, NetworkClock clock) : IHealthCheck
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var last = backup.LastAt();
        var age = clock.UtcNow - last;
        var said = last is null ? "none yet" : string.Create(CultureInfo.InvariantCulture, $"{last:yyyy-MM-ddTHH:mm:ssZ}, {age!.Value.TotalHours:0.0} hours ago");
        if (nights.Last is { Fault: { } fault }) return Task.FromResult(HealthCheckResult.Degraded($"{said}; the last night: {fault}"));
        return Task.FromResult(age > Old ? HealthCheckResult.Degraded(said) : HealthCheckResult.Healthy(said));
    }
}

public static class StoreHealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<BackupHealth>("backup");
        return services;
    }

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        // Live asks nothing but that the process answers.
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new() { ResponseWriter = TellAsync }).AllowAnonymous();
        return routes;
    }

    // The word that a monitor compares, then a line for each thing that has something to say.
    private static Task TellAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(string.Join('\n', [report.Status.ToString(), .. report.Entries.Where(x => x.Value.Description is not null).Select(x => $"{x.Key}: {x.Value.Description}")]));
    }
}
