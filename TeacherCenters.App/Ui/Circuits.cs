using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Server.Circuits;
using TeacherCenters.Security;

namespace TeacherCenters.Ui;

/// <summary>How many windows may be open at once: each keeps about a megabyte of the server's memory.</summary>
public sealed record CircuitLimits(int OfUser = 10, int InAll = 500);

public enum CircuitRefusal
{
    TooManyOfUser,
    TooManyInAll,
}

/// <summary>The open circuits, by whose they are. One that waits for a lost browser counts until it is given up.</summary>
public sealed class CircuitCount(CircuitLimits limits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int?> _open = [];

    public CircuitLimits Limits { get; } = limits;

    /// <summary>Why one more is refused; null when there is room.</summary>
    public CircuitRefusal? Refuses(int? accountId)
    {
        lock (_lock)
        {
            if (_open.Count >= Limits.InAll) return CircuitRefusal.TooManyInAll;
            return accountId is not null && _open.Values.Count(x => x == accountId) >= Limits.OfUser ? CircuitRefusal.TooManyOfUser : null;
        }
    }

    /// <summary>Takes a place; false when there is none.</summary>
    public bool TryOpen(string id, int? accountId)
    {
        lock (_lock)
        {
            if (Refuses(accountId) is not null) return false;
            _open[id] = accountId;
            return true;
        }
    }

    public void Close(string id)
    {
        lock (_lock) _open.Remove(id);
    }
}

/// <summary>A circuit beyond the limits is not opened, whatever page asked for it.</summary>
internal sealed class CountedCircuit(CircuitCount count, AuthenticationStateProvider authentication) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var actor = Actor.From((await authentication.GetAuthenticationStateAsync()).User);
        if (!count.TryOpen(circuit.Id, actor.AccountId)) throw new InvalidOperationException("There are too many circuits.");
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        count.Close(circuit.Id);
        return Task.CompletedTask;
    }
}

public static class CircuitSetup
{
    public static IServiceCollection AddCircuitLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var standard = new CircuitLimits();
        services.AddSingleton(new CircuitCount(new(
            configuration.GetValue("TeacherCenters:Circuits:OfUser", standard.OfUser),
            configuration.GetValue("TeacherCenters:Circuits:InAll", standard.InAll))));
        return services.AddScoped<CircuitHandler, CountedCircuit>();
    }

    /// <summary>A page that would open one circuit too many says so instead, at its own address: to be asked again in a while.</summary>
    public static IApplicationBuilder UseCircuitLimits(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.AcceptsInteractiveRouting()
            && context.RequestServices.GetRequiredService<CircuitCount>().Refuses(Actor.From(context.User).AccountId) is { } refusal)
        {
            context.Response.StatusCode = refusal == CircuitRefusal.TooManyOfUser ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "30";
            context.SetEndpoint(context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.First(x => x.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(BusyPage)));
        }
        await next(context);
    });
}
