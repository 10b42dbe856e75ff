using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TeacherCenters.Data;

/// <summary>Ready means: the store answers, nothing waits to be migrated, the gate passes, the disk has room, the keys are there.</summary>
internal sealed class StoreHealth(IDbContextFactory<AppDb> contexts, WriteGate gate, DataRoot root) : IHealthCheck
{
    private const long LowDiskBytes = 100L * 1024 * 1024;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return HealthCheckResult.Unhealthy("A migration is pending.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var pass = await gate.EnterAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("The write gate has been held for more than five seconds.");
        }
        if (new DriveInfo(root.Root).AvailableFreeSpace < LowDiskBytes) return HealthCheckResult.Unhealthy("Less than 100 MB are free on the disk.");
        if (!Directory.Exists(root.Keys)) return HealthCheckResult.Unhealthy("The folder of keys is missing.");
        return HealthCheckResult.Healthy();
    }
}

public static class StoreHealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealth>("store");
        return services;
    }

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        // Live asks nothing but that the process answers.
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
        return routes;
    }
}
