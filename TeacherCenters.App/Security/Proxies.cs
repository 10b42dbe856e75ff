using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using TeacherCenters.Data;
using IPNetwork = System.Net.IPNetwork;

namespace TeacherCenters.Security;

/// <summary>The web servers that stand before the program. What others say of a visitor's address and of https is not believed.</summary>
public sealed record Proxies(IReadOnlyList<IPNetwork> Known)
{
    /// <param name="text">Addresses or networks, divided by commas: <c>127.0.0.1, 10.20.0.0/16</c>.</param>
    /// <exception cref="StoreRefusedException">One of them is neither.</exception>
    public static Proxies Read(string? text) => new([.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)]);

    private static IPNetwork One(string text)
    {
        if (IPAddress.TryParse(text, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        if (IPNetwork.TryParse(text, out var network)) return network;
        throw new StoreRefusedException(2, $"TeacherCenters__Proxies: '{text}' is neither an address nor a network (like 10.20.0.0/16).");
    }
}

public static class ProxySetup
{
    /// <summary>The setting <c>TeacherCenters:Proxies</c>.</summary>
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = Proxies.Read(configuration["TeacherCenters:Proxies"]);
        return services.AddSingleton(proxies).Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // Through as many of them as are known; the first that is not is the visitor.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in proxies.Known) options.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>To stand before all that looks at addresses or at https.</summary>
    public static WebApplication UseProxies(this WebApplication app)
    {
        // Without networks the middleware would believe everybody.
        if (app.Services.GetRequiredService<Proxies>().Known.Count > 0) app.UseForwardedHeaders();
        return app;
    }
}
