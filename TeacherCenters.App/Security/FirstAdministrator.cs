using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Security;

/// <summary>
/// The first visit makes the first administrator. From another machine it asks for a one-time code that stands on the console
/// and in a file only the owner may read; from the machine itself, reached directly, it does not.
/// </summary>
public sealed class FirstAdministrator(DataRoot root, IDbContextFactory<AppDb> contexts, NetworkClock clock, Proxies proxies)
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromHours(1);
    private static readonly string[] Forwarding = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"];
    private readonly Lock _lock = new();
    private string? _code;
    private DateTime _expires;
    private bool _done;

    private string CodeFile => Path.Combine(root.Root, "setup-code.txt");

    /// <summary>True until an account exists.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellation = default)
    {
        if (_done) return false;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        _done = await db.Users.AnyAsync(cancellation);
        return !_done;
    }

    /// <summary>Makes a new code, and tells it to whoever sees the console or may read the file.</summary>
    public void Announce()
    {
        lock (_lock)
        {
            _code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 10);
            _expires = clock.UtcNow + CodeLife;
            File.Delete(CodeFile);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(CodeFile, options);
            writer.WriteLine(_code);
            Console.WriteLine($"First start: open the address of the program on this machine. From another machine the set-up asks for this code: {_code}");
        }
    }

    /// <summary>
    /// True for the code within its hour. It serves until the first account exists, so that a form that is refused can be sent again.
    /// One that comes too late makes the program tell a new one.
    /// </summary>
    public bool IsRight(string? code)
    {
        lock (_lock)
        {
            if (_code is null || code is null) return false;
            if (clock.UtcNow <= _expires) return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(_code));
            Announce();
            return false;
        }
    }

    /// <summary>To be called when the first account exists.</summary>
    public void Forget()
    {
        lock (_lock) _code = null;
        File.Delete(CodeFile);
    }

    /// <summary>
    /// False for a request straight from this machine. A web server in between would make every visitor look local: it tells by its headers,
    /// by the address that the browser knows, or by the old protocol that it speaks by default.
    /// </summary>
    public bool AsksForCode(HttpContext context) =>
        proxies.Known.Count > 0 || context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address)
        || Forwarding.Any(context.Request.Headers.ContainsKey) || HttpProtocol.IsHttp10(context.Request.Protocol)
        || !IsLoopback(context.Request.Host.Host)
        || (context.Request.Headers.Origin.ToString() is { Length: > 0 } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.IsLoopback));

    private static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
